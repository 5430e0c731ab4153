using System.Collections.Generic;
using Figma.Payments.Generators.Flow;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>How many of several things are there, as bdd.</summary>
/// <param name="None">None of them is.</param>
/// <param name="One">Exactly one of them is.</param>
/// <param name="Several">Several of them are.</param>
internal readonly record struct ResourceCountFormulas(Formula None, Formula One, Formula Several)
{
    /// <param name="given">The formula that each is there.</param>
    /// <param name="formulas">The bdd.</param>
    public static ResourceCountFormulas Of(IEnumerable<Formula> given, BddManager bdd)
    {
        ResourceCountFormulas counted = new(Formula.True, Formula.False, Formula.False);

        foreach (Formula isGiven in given)
        {
            counted = new ResourceCountFormulas(
                bdd.AndNot(counted.None, isGiven),
                bdd.Ite(isGiven, counted.None, counted.One),
                bdd.Or(counted.Several, bdd.And(isGiven, counted.One)));
        }

        return counted;
    }
}

using System.Collections.Generic;
using Figma.Payments.Generators.Flow;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>Formulas for the number of resource IDs that a call specifies.</summary>
/// <param name="None">The formula that no ID is given.</param>
/// <param name="One">The formula that exactly one ID is given.</param>
/// <param name="Several">The formula that more than one ID is given.</param>
internal readonly record struct ResourceCountFormulas(Formula None, Formula One, Formula Several)
{
    /// <summary>Creates the formulas.</summary>
    /// <param name="given">The formula that each ID is given.</param>
    /// <param name="bdd">The BDD manager.</param>
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

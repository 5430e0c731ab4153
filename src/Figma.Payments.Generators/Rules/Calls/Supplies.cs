using System.Collections.Generic;
using Figma.Payments.Generators.Flow;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>How many of several things are there, as formulas.</summary>
/// <param name="None">None of them is.</param>
/// <param name="One">Exactly one of them is.</param>
/// <param name="Several">Several of them are.</param>
internal readonly record struct Supplies(int None, int One, int Several)
{
    /// <param name="given">The formula that each is there.</param>
    /// <param name="formulas">The formulas.</param>
    public static Supplies Of(IEnumerable<int> given, Formulas formulas)
    {
        Supplies counted = new(Formulas.True, Formulas.False, Formulas.False);

        foreach (int isGiven in given)
        {
            counted = new Supplies(
                formulas.AndNot(counted.None, isGiven),
                formulas.Choose(isGiven, counted.None, counted.One),
                formulas.Or(counted.Several, formulas.And(isGiven, counted.One)));
        }

        return counted;
    }
}

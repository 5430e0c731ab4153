using System;
using System.Collections.Generic;

namespace Figma.Payments.Generators.Flow;

/// <summary>
/// The facts about an unknown integer: a partition of the values of its type, and the formula for each part. A test of a range splits the parts that it cuts, so
/// that all tests of the integer agree with each other, and each assignment of the Boolean variables stands for some integer.
/// </summary>
/// <param name="bdd">The BDD manager.</param>
/// <param name="createLiteral">Creates a Boolean variable.</param>
/// <param name="min">The least value of the type.</param>
/// <param name="max">The greatest value of the type.</param>
/// <param name="hasValue">The formula that the value isn't null.</param>
internal sealed class IntegerRanges(BddManager bdd, Func<Formula> createLiteral, decimal min, decimal max, Formula hasValue)
{
    private readonly List<(List<(decimal Min, decimal Max)> Ranges, Formula Formula)> _parts = [([(min, max)], hasValue)];

    /// <summary>Returns the formula that the integer is in a range.</summary>
    public Formula IsBetween(decimal least, decimal greatest)
    {
        Formula formula = Formula.False;

        for (int i = _parts.Count - 1; i >= 0; i--)
        {
            (List<(decimal Min, decimal Max)> ranges, Formula part) = _parts[i];
            List<(decimal Min, decimal Max)> inside = [];
            List<(decimal Min, decimal Max)> outside = [];

            foreach ((decimal low, decimal high) in ranges)
            {
                Add(inside, Math.Max(low, least), Math.Min(high, greatest));
                if (low < least)
                    Add(outside, low, Math.Min(high, least - 1));

                if (high > greatest)
                    Add(outside, Math.Max(low, greatest + 1), high);
            }

            if (inside.Count == 0)
                continue;

            if (outside.Count > 0)
            {
                Formula literal = createLiteral();
                _parts[i] = (outside, bdd.AndNot(part, literal));
                _parts.Add((inside, part = bdd.And(part, literal)));
            }

            formula = bdd.Or(formula, part);
        }

        return formula;
    }

    private static void Add(List<(decimal Min, decimal Max)> ranges, decimal low, decimal high)
    {
        if (low <= high)
            ranges.Add((low, high));
    }
}

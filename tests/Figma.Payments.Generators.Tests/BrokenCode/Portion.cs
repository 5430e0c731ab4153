using System;
using System.Globalization;
using Figma.Payments.Generators.Flow;

namespace Figma.Payments.Generators.Tests.BrokenCode;

/// <summary>How much is broken: a slice, the same in every run; with <c>BROKEN_CODE=all</c> everything; with <c>BROKEN_CODE=3/20</c> the third of twenty parts of each input.</summary>
/// <param name="TestStep">Of how many tests one is recorded.</param>
/// <param name="VariantStep">Of how many variants of an input one is tried.</param>
/// <param name="Variant">Which of them, from 0.</param>
internal sealed record Portion(uint TestStep, uint VariantStep, uint Variant)
{
    private const string Name = "BROKEN_CODE";

    private static readonly Portion Slice = new(60, 120, 0);

    public static Portion FromEnvironment()
    {
        switch (Environment.GetEnvironmentVariable(Name))
        {
            case null or "":
                return Slice;
            case "all":
                return new Portion(1, 1, 0);
            case var text:
                string[] numbers = text.Split('/');
                return new Portion(1, uint.Parse(numbers[1], CultureInfo.InvariantCulture), uint.Parse(numbers[0], CultureInfo.InvariantCulture) - 1);
        }
    }

    public bool HasTest(string name) => Hash("test " + name) % TestStep == 0;

    public bool HasVariant(string input, string variant) => Hash(input + variant) % VariantStep == Variant;

    // The same in every process, which string.GetHashCode is not.
    private static uint Hash(string text)
    {
        uint hash = 2166136261;

        foreach (char c in text)
            hash = (hash ^ c) * 16777619;

        return hash ^ (hash >> 15);
    }
}

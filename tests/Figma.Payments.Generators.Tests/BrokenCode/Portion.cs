using System;
using System.Globalization;
using Figma.Payments.Generators.Flow;

namespace Figma.Payments.Generators.Tests.BrokenCode;

/// <summary>How much is broken: a slice, the same in every run; with <c>BROKEN_CODE=all</c> everything; with <c>BROKEN_CODE=3/20</c> the third of twenty parts.</summary>
/// <param name="Part">Which part, from 0.</param>
/// <param name="Parts">Of how many.</param>
/// <param name="TestStep">Of how many tests one is recorded.</param>
/// <param name="VariantStep">Of how many variants of an input one is tried.</param>
internal sealed record Portion(uint Part, uint Parts, uint TestStep, uint VariantStep)
{
    private const string Variable = "BROKEN_CODE";

    private static readonly Portion Slice = new(0, 1, TestStep: 60, VariantStep: 120);

    public static Portion FromEnvironment()
    {
        switch (Environment.GetEnvironmentVariable(Variable))
        {
            case null or "":
                return Slice;
            case "all":
                return new Portion(0, 1, 1, 1);
            case var text:
                string[] numbers = text.Split('/');
                return new Portion(uint.Parse(numbers[0], CultureInfo.InvariantCulture) - 1, uint.Parse(numbers[1], CultureInfo.InvariantCulture), 1, 1);
        }
    }

    public bool HasInput(string name) => Hash(name) % Parts == Part;

    public bool HasTest(string name) => HasInput(name) && Hash("test " + name) % TestStep == 0;

    public bool HasVariant(string input, string variant) => Hash(input + variant) % VariantStep == 0;

    // The same in every process, which string.GetHashCode is not.
    private static uint Hash(string text)
    {
        uint hash = 2166136261;

        foreach (char c in text)
            hash = (hash ^ c) * 16777619;

        return hash ^ (hash >> 15);
    }
}

using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Figma.Payments.Generators.Emission;
using Xunit;

namespace Figma.Payments.Generators.Tests.Harness;

/// <summary>Cultures in which careless code goes wrong.</summary>
internal static class Cultures
{
    /// <summary>
    /// One with a strange way to write numbers; and, on a machine that knows cultures, Turkish, which lower-cases I to ı,
    /// and those with digits, calendars and signs of their own.
    /// </summary>
    private static readonly ImmutableArray<CultureInfo> Known = [Strange(), .. new[] { "tr-TR", "fa-IR", "th-TH", "sv-SE" }.Select(Find).OfType<CultureInfo>()];

    public static TheoryData<string> Names => [.. Known.Select(static culture => culture.Name)];

    /// <summary>Runs with the culture of that name, whatever the thread's own.</summary>
    public static T Run<T>(string name, Func<T> action)
    {
        CultureInfo before = CultureInfo.CurrentCulture;

        try
        {
            CultureInfo.CurrentCulture = Known.Single(culture => culture.Name == name);
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static CultureInfo Strange()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "minus";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.DateTimeFormat.DateSeparator = "~";
        return culture;
    }

    // Without the globalization library, every culture is the invariant one under another name, and proves nothing.
    private static CultureInfo? Find(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo("tr-TR").TextInfo.ToLower('I') == 'i' ? null : CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}

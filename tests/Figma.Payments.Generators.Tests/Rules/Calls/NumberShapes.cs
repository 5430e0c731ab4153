using System.Collections.Immutable;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Tests.Oracle;
using static Figma.Payments.Generators.Tests.Rules.Calls.ArgumentShape;

namespace Figma.Payments.Generators.Tests.Rules.Calls;

/// <summary>The shapes of arguments that are numbers. Zero isn't a valid ID, which FPG2005 reports, but it is specified.</summary>
internal static class NumberShapes
{
    public static ImmutableArray<ArgumentShape> All { get; } =
    [
        Absent(null),
        Absent("null"),
        Absent("default"),
        Absent("default(long?)"),
        Absent("default(int?)"),
        Absent("(long?)null"),
        Absent("(long?)(int?)null"),
        Absent("new long?()"),
        Absent("flag ? null : (long?)null"),
        Absent("kind switch { 1 => (long?)null, _ => throw new InvalidOperationException() }"),
        Absent("looseLocalNumber = null"),

        Given("1678669904810665842"),
        Given("1678669904810665842L"),
        Given("0"),
        Given("-1"),
        Given("Number"),
        Given("localNumber"),
        Given("new long?(1)"),
        Given("default(long)"),
        Given("number"),
        Given("kind"),
        Given("(long)kind"),
        Given("(long?)kind"),
        Given("checked(number + 1)"),
        Given("number + kind"),
        Given("-number"),
        Given("'1'"),
        Given("(long)DayOfWeek.Friday"),
        Given("long.Parse(text)"),
        Given("text.Length"),
        Given("looseNumber!.Value"),
        Given("looseNumber.GetValueOrDefault()"),
        Given("(long)looseNumber!"),
        Given("(long)boxed"),
        Given("looseNumber ?? 1"),
        Given("looseNumber ?? throw new InvalidOperationException()"),
        Given("looseLocalNumber ??= 1"),
        Given("looseLocalNumber = 1"),
        Given("flag ? 1 : 2"),
        Given("flag ? 1L : throw new InvalidOperationException()"),
        Given("kind switch { 1 => 1L, _ => 2 }"),
        Given("await numberTask"),
        Given("new Counted()"),
        Given("kind++"),

        Unknown("looseNumber"),
        Unknown("looseNumber + 1"),
        Unknown("(long?)looseKind"),
        Unknown("looseKind"),
        Unknown("looseLocalNumber"),
        Unknown("maybeText?.Length"),
        Unknown("boxed as long?"),
        Unknown("(long?)boxed"),
        Unknown("flag ? 1 : null"),
        Unknown("flag ? looseNumber : 1"),
        Unknown("looseNumber ?? looseKind"),
        Unknown("looseLocalNumber ??= looseKind"),
        Unknown("looseLocalNumber += 1"),
        Unknown("looseLocalNumber++"),
        Unknown("kind switch { 1 => 1L, _ => null }"),
        Unknown("looseCounted"),
    ];

    /// <summary>One shape of each presence, for each form of call.</summary>
    public static ImmutableArray<ArgumentShape> Representatives { get; } = [Absent("default"), Given("1"), Unknown("looseNumber")];
}

using Figma.Payments.Generators.Rules.Calls;

namespace Figma.Payments.Generators.Tests.Rules.Calls;

/// <summary>A shape of an argument, and the presence of its ID.</summary>
/// <param name="Code">The argument, with <c>$T</c> for the type of the ID, or null if it is omitted.</param>
/// <param name="Presence">The presence of the ID: given, absent or unknown.</param>
internal sealed record ArgumentShape(string? Code, Presence Presence)
{
    public static ArgumentShape Given(string code) => new(code, Presence.Given);

    public static ArgumentShape Absent(string? code) => new(code, Presence.Absent);

    public static ArgumentShape Unknown(string code) => new(code, Presence.Unknown);

    public override string ToString() => Code ?? "(left out)";
}

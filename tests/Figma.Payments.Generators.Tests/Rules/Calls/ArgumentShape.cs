using Figma.Payments.Generators.Rules.Calls;

namespace Figma.Payments.Generators.Tests.Rules.Calls;

/// <summary>A way to write an argument, and what it says of the id.</summary>
/// <param name="Code">The argument; <c>T</c> in dollars stands for the id's type. Null where it is left out.</param>
/// <param name="Presence">What it says: given, absent or unknown.</param>
internal sealed record ArgumentShape(string? Code, Presence Presence)
{
    public static ArgumentShape Given(string code) => new(code, Presence.Given);

    public static ArgumentShape Absent(string? code) => new(code, Presence.Absent);

    public static ArgumentShape Unknown(string code) => new(code, Presence.Unknown);

    public override string ToString() => Code ?? "(left out)";
}

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>Specifies what is known about a resource ID at a call.</summary>
internal enum Presence
{
    /// <summary>The value comes from outside: it might be null.</summary>
    Unknown,

    /// <summary>The resource ID is certainly not specified: omitted, null or an empty string.</summary>
    Absent,

    /// <summary>The resource ID is certainly specified.</summary>
    Given,
}

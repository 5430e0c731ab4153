namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>What is known of one id at a call.</summary>
internal enum Presence
{
    /// <summary>It comes from outside: it may be there or not.</summary>
    Unknown,

    /// <summary>It is certainly not supplied: left out, null, or text that is certainly empty.</summary>
    Absent,

    /// <summary>It is certainly supplied: it cannot be null.</summary>
    Given,
}

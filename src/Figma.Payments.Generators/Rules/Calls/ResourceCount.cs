namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>Specifies how many resource IDs a call specifies.</summary>
internal enum ResourceCount
{
    /// <summary>It depends on the path or on values from outside.</summary>
    Unknown,

    /// <summary>No resource ID.</summary>
    None,

    /// <summary>More than one resource ID.</summary>
    Several,
}

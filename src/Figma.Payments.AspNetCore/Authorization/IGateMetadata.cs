namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Connects an endpoint to a gate.</summary>
internal interface IGateMetadata
{
    /// <summary>Gets the name of the gate.</summary>
    string Gate { get; }

    /// <summary>Gets a value that indicates whether the gate refuses callers, or only makes its decision available.</summary>
    bool IsRequired { get; }
}

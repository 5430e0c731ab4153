namespace Figma.Payments.Generators.Model;

/// <summary>A resource that a client is pinned to, or the manifest that identifies it. Both are null if the client is not pinned.</summary>
/// <param name="Resource">The resource, or null if the attribute specifies no ID.</param>
/// <param name="Manifest">The path of the manifest as the developer wrote it, or null if there is none.</param>
internal readonly record struct Pin(PinnedResource? Resource, string? Manifest)
{
    public bool IsSet => Resource is not null || Manifest is not null;

    /// <summary>Gets a value that indicates whether the resource is a Community file, which runs no code and so has no payment tokens.</summary>
    public bool IsFile => Resource is { Role: PaymentsRole.CommunityFileId };
}

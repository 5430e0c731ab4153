namespace Figma.Payments.Generators.Model;

/// <summary>What a client is pinned to: a resource, or the manifest that names one; neither where it is not pinned.</summary>
/// <param name="Resource">The resource, where its id is written down.</param>
/// <param name="Manifest">The manifest's path, as the developer wrote it.</param>
internal readonly record struct Pin(PinnedResource? Resource, string? Manifest)
{
    public bool IsSet => Resource is not null || Manifest is not null;

    /// <summary>Whether it is a Community file, which runs no code that could get a payment token.</summary>
    public bool IsFile => Resource is { Role: PaymentsRole.CommunityFileId };
}

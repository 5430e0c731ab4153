namespace Figma.Payments.Generators.Model;

/// <summary>The resource that a manifest identifies. The model keeps nothing of the manifest's text.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Resource">The resource, or null if there is a problem.</param>
/// <param name="Problem">The reason why the manifest identifies no resource, as a phrase that follows the file's name, or null if it identifies one.</param>
internal sealed record ManifestFile(string Path, PinnedResource? Resource, string? Problem);

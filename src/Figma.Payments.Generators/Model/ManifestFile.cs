namespace Figma.Payments.Generators.Model;

/// <summary>What a manifest says, and nothing of its text.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Resource">The resource that it names; null where there is a fault.</param>
/// <param name="Problem">Why it names none, to stand behind the file's name; null where it does.</param>
internal sealed record ManifestFile(string Path, PinnedResource? Resource, string? Problem);

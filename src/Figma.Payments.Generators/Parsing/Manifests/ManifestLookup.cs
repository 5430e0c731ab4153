using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Parsing.Manifests;

/// <summary>Finds the resource that a manifest identifies, or the reason why it identifies none.</summary>
/// <remarks>The generator uses the resource and the analyzer the problem. They can't disagree because both call this method.</remarks>
internal static class ManifestLookup
{
    /// <param name="path">The path of the manifest as the developer wrote it.</param>
    /// <param name="projectDirectory">The directory of the project file, or an empty string if it isn't known.</param>
    /// <param name="files">The parsed manifests. Those with another path are ignored.</param>
    /// <param name="problem">The reason why there is no resource, for the message of FPG1008, or null if there is one.</param>
    public static PinnedResource? Find(string path, string projectDirectory, IEnumerable<ManifestFile> files, out string? problem)
    {
        // The package's props and the project file can both include the same file.
        ManifestFile[] candidates =
        [
            .. files
                .Where(file => ManifestPath.IsEndOf(file.Path, path))
                .OrderBy(static file => file.Path, StringComparer.Ordinal)
                .Aggregate(new List<ManifestFile>(), AddUnlessThere),
        ];

        if (projectDirectory.Length > 0)
            candidates = PreferRelative(path, projectDirectory, candidates);

        if (candidates is [ManifestFile found])
        {
            problem = found.Problem is null ? null : $"'{path}' {found.Problem}";
            return found.Resource;
        }

        problem = candidates.Length == 0 ? Missing(path) : Ambiguous(path, candidates);
        return null;
    }

    // Other projects and packages can add files with the same name. The file that the path names from the project file takes precedence.
    // A path that begins with './' or '../' can't mean any other file.
    private static ManifestFile[] PreferRelative(string path, string projectDirectory, ManifestFile[] candidates)
    {
        ManifestFile[] relative = [.. candidates.Where(file => ManifestPath.AreEqual(file.Path, projectDirectory + "/" + path))];

        return relative.Length > 0 || ManifestPath.BeginsWithDots(path) ? relative : candidates;
    }

    private static List<ManifestFile> AddUnlessThere(List<ManifestFile> files, ManifestFile file)
    {
        if (!files.Any(there => there.Path == file.Path))
            files.Add(file);

        return files;
    }

    private static string Missing(string path) => ManifestPath.Split(path).Count == 0
        ? "the path doesn't name a file; use 'manifest.json' or a longer path"
        : $"'{path}' isn't an additional file of the project; add <AdditionalFiles Include=\"{path}\" /> to the project file";

    private static string Ambiguous(string path, ManifestFile[] files)
    {
        (string first, string second) = ManifestPath.Distinguish(files[0].Path, files[1].Path);
        return $"'{path}' matches both '{first}' and '{second}'; use a longer path or remove one of them from AdditionalFiles";
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Parsing.Manifests;

/// <summary>A manifest's path, as a developer wrote it → the resource that it names, or why there is none.</summary>
/// <remarks>The generator takes the resource, the analyzer the fault: one reading, so that they cannot disagree.</remarks>
internal static class ManifestLookup
{
    /// <param name="path">What the developer wrote.</param>
    /// <param name="files">The files that may be meant; others are left alone.</param>
    /// <param name="problem">Why there is no resource, to complete FPG1008; null where there is one.</param>
    public static PinnedResource? Find(string path, IEnumerable<ManifestFile> files, out string? problem)
    {
        // The package's props and the project may both name a file: it is one file still.
        ManifestFile[] candidates =
        [
            .. files
                .Where(file => ManifestPath.IsEndOf(file.Path, path))
                .OrderBy(static file => file.Path, StringComparer.Ordinal)
                .Aggregate(new List<ManifestFile>(), AddUnlessThere),
        ];

        if (candidates is [ManifestFile found])
        {
            problem = found.Problem is null ? null : $"'{path}' {found.Problem}";
            return found.Resource;
        }

        problem = candidates.Length == 0 ? Missing(path) : Ambiguous(path, candidates);
        return null;
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

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing.Manifests;

/// <summary>What is wrong with the manifests that a compilation's clients name; each path is looked up once.</summary>
internal sealed class ManifestProblems(ImmutableArray<AdditionalText> files)
{
    private readonly ImmutableArray<AdditionalText> _files = files;
    private readonly ConcurrentDictionary<string, string?> _problems = new();

    /// <summary>Why the manifest names no resource, to complete FPG1008; null where it names one.</summary>
    public string? Find(string path, CancellationToken cancellationToken) => _problems.GetOrAdd(path, _ =>
    {
        ManifestLookup.Find(
            path,
            _files.Where(file => ManifestPath.IsEndOf(file.Path, path)).Select(file => ManifestParser.Parse(file, cancellationToken)),
            out string? problem);

        return problem;
    });
}

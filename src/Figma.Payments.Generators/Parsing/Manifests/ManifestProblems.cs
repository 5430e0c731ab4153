using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing.Manifests;

/// <summary>Finds problems of the manifests that the clients of a compilation specify. Each path is looked up once.</summary>
internal sealed class ManifestProblems(ImmutableArray<AdditionalText> files, string projectDirectory)
{
    private readonly ImmutableArray<AdditionalText> _files = files;
    private readonly string _projectDirectory = projectDirectory;
    private readonly ConcurrentDictionary<string, string?> _problems = new();

    /// <summary>Returns the reason why a manifest identifies no resource, for the message of FPG1008, or null if it identifies one.</summary>
    public string? Find(string path, CancellationToken cancellationToken) => _problems.GetOrAdd(path, _ =>
    {
        ManifestLookup.Find(
            path,
            _projectDirectory,
            _files.Where(file => ManifestPath.IsEndOf(file.Path, path)).Select(file => ManifestParser.Parse(file, cancellationToken)),
            out string? problem);

        return problem;
    });
}

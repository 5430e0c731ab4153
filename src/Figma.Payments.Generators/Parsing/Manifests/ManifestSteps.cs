using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Figma.Payments.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Generators.Parsing.Manifests;

/// <summary>The generator's steps that read manifests. Only the files that a client specifies are read.</summary>
internal static class ManifestSteps
{
    /// <summary>Reads the manifests that pin clients.</summary>
    public static IncrementalValueProvider<ImmutableArray<ManifestFile>> FindManifests(IncrementalValuesProvider<DeclaredClient?> declared, IncrementalValuesProvider<AdditionalText> files)
    {
        IncrementalValueProvider<EquatableArray<string>> paths = declared
            .Collect()
            .Select(static (clients, _) => NamedManifests(clients))
            .WithTrackingName(TrackingNames.NamedManifests);

        return files
            .Combine(paths)
            .SelectMany(static (file, cancellationToken) => Read(file.Left, file.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Manifest)
            .Collect();
    }

    /// <summary>Finds the directory that the paths of manifests are relative to.</summary>
    public static IncrementalValueProvider<string> FindProjectDirectory(IncrementalValueProvider<AnalyzerConfigOptionsProvider> options) => options
        .Select(static (provider, _) => ProjectDirectory.Find(provider))
        .WithTrackingName(TrackingNames.ProjectDirectory);

    /// <summary>Pins a client to the resource that its manifest identifies. Returns null if it identifies none.</summary>
    public static ClientModel? Complete(DeclaredClient declared, ImmutableArray<ManifestFile> manifests, string projectDirectory)
    {
        if (declared.Manifest is not { } path)
            return declared.Client;

        return ManifestLookup.Find(path, projectDirectory, manifests, out _) is { } resource ? declared.Client with { Pinned = resource } : null;
    }

    private static EquatableArray<string> NamedManifests(ImmutableArray<DeclaredClient?> clients) => new(clients
        .Select(static client => client?.Manifest)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .OrderBy(static path => path, StringComparer.Ordinal)
        .ToImmutableArray());

    private static ImmutableArray<ManifestFile> Read(AdditionalText file, EquatableArray<string> paths, CancellationToken cancellationToken) =>
        paths.Any(path => ManifestPath.IsEndOf(file.Path, path)) ? ImmutableArray.Create(ManifestParser.Parse(file, cancellationToken)) : ImmutableArray<ManifestFile>.Empty;
}

using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Figma.Payments.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Parsing.Manifests;

/// <summary>The generator's steps between a declared client and a complete one: the manifests that are named, and no other file, are read.</summary>
internal static class PinnedClients
{
    public static IncrementalValuesProvider<ClientModel> Find(IncrementalValuesProvider<DeclaredClient> declared, IncrementalValuesProvider<AdditionalText> files)
    {
        IncrementalValueProvider<EquatableArray<string>> paths = declared
            .Collect()
            .Select(static (clients, _) => NamedManifests(clients))
            .WithTrackingName(TrackingNames.NamedManifests);

        IncrementalValueProvider<ImmutableArray<ManifestFile>> manifests = files
            .Combine(paths)
            .Select(static (file, cancellationToken) => Read(file.Left, file.Right, cancellationToken))
            .Where(static manifest => manifest is not null)
            .Select(static (manifest, _) => manifest!)
            .WithTrackingName(TrackingNames.Manifest)
            .Collect();

        return declared
            .Combine(manifests)
            .Select(static (client, _) => Complete(client.Left, client.Right))
            .Where(static client => client is not null)
            .Select(static (client, _) => client!)
            .WithTrackingName(TrackingNames.PinnedClient);
    }

    private static EquatableArray<string> NamedManifests(ImmutableArray<DeclaredClient> clients) => new(clients
        .Select(static client => client.Manifest)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .OrderBy(static path => path, StringComparer.Ordinal)
        .ToImmutableArray());

    private static ManifestFile? Read(AdditionalText file, EquatableArray<string> paths, CancellationToken cancellationToken) =>
        paths.Any(path => ManifestPath.IsEndOf(file.Path, path)) ? ManifestParser.Parse(file, cancellationToken) : null;

    private static ClientModel? Complete(DeclaredClient declared, ImmutableArray<ManifestFile> manifests)
    {
        if (declared.Manifest is not { } path)
            return declared.Client;

        return ManifestLookup.Find(path, manifests, out _) is { } resource ? declared.Client with { Pinned = resource } : null;
    }
}

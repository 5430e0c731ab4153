using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Tests.Harness;

/// <summary>Records the projects that the current asynchronous flow compiles, until it is disposed.</summary>
internal sealed class Recording : IDisposable
{
    private static readonly AsyncLocal<Recording?> Current = new();

    private readonly ConcurrentQueue<Consumer> _projects = new();

    private Recording()
    {
    }

    public ImmutableArray<Consumer> Projects => [.. _projects];

    public static Recording Start() => Current.Value = new Recording();

    public static void Note(Consumer project) => Current.Value?._projects.Enqueue(project);

    /// <summary>Records a project of the test libraries, with the settings that its workspace doesn't tell.</summary>
    public static async Task NoteAsync(Project project, Consumer settings, CancellationToken cancellationToken)
    {
        if (Current.Value is not { } recording)
            return;

        recording._projects.Enqueue(settings with
        {
            Sources = await ReadAsync(project.Documents.Where(static document => document.FilePath != Consumer.GlobalUsingsPath), cancellationToken),
            AdditionalFiles = await ReadAsync(project.AdditionalDocuments, cancellationToken),
        });
    }

    public void Dispose() => Current.Value = null;

    private static async Task<ImmutableArray<(string Path, string Text)>> ReadAsync(IEnumerable<TextDocument> documents, CancellationToken cancellationToken)
    {
        ImmutableArray<(string Path, string Text)>.Builder files = ImmutableArray.CreateBuilder<(string Path, string Text)>();

        foreach (TextDocument document in documents)
            files.Add((document.FilePath ?? document.Name, (await document.GetTextAsync(cancellationToken)).ToString()));

        return files.ToImmutable();
    }
}

using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Tests.Oracle;

namespace Figma.Payments.Generators.Tests.Harness;

/// <summary>Notes which projects are compiled while it lasts, by whoever started it.</summary>
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

    public void Dispose() => Current.Value = null;
}

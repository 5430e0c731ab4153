using System.Threading;

namespace Figma.Payments.AspNetCore.Tests;

/// <summary>Counts how often the code of an endpoint ran.</summary>
public sealed class Executions
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Add() => Interlocked.Increment(ref _count);
}

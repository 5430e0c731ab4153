using System;
using System.Collections.Generic;

namespace Figma.Payments.Tests.Fuzzing;

/// <summary>A random number generator that reproduces an input from its seed and number.</summary>
internal sealed class SeededRandom
{
    private ulong _state;

    public SeededRandom(ulong seed, long number) => _state = (seed * 0x9E3779B97F4A7C15) ^ ((ulong)number * 0xD1B54A32D192ED03);

    /// <summary>Returns a number that is at least 0 and less than a bound.</summary>
    public int Next(int bound) => (int)(NextUInt64() % (ulong)bound);

    /// <summary>Returns <c>true</c> with a probability of one in <paramref name="times"/>.</summary>
    public bool OneIn(int times) => Next(times) == 0;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];

    public byte NextByte() => (byte)NextUInt64();

    // SplitMix64 by Sebastiano Vigna (public domain).
    private ulong NextUInt64()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

using System;
using System.Collections.Generic;

namespace Figma.Payments.Tests.Fuzzing;

/// <summary>Chance that is the same in every run: an input is made again from its seed and its number.</summary>
internal sealed class Dice
{
    private ulong _state;

    public Dice(ulong seed, long number) => _state = (seed * 0x9E3779B97F4A7C15) ^ ((ulong)number * 0xD1B54A32D192ED03);

    /// <summary>A number from 0 to one below the bound.</summary>
    public int Roll(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>True once in so many times.</summary>
    public bool Once(int times) => Roll(times) == 0;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Roll(choices.Count)];

    public byte Byte() => (byte)Next();

    // SplitMix64, by Sebastiano Vigna, who put it into the public domain.
    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

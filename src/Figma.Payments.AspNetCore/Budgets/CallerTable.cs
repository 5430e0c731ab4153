using System;

namespace Figma.Payments.AspNetCore.Budgets;

/// <summary>Contains callers, and when they were added. Its size is bounded: a new caller replaces the oldest one with the same place.</summary>
/// <remarks>It isn't safe for concurrent use.</remarks>
internal sealed class CallerTable(int setCount, TimeProvider time)
{
    private const int SlotsPerSet = 4;

    private readonly long _start = time.GetTimestamp();

    // Two arrays instead of an array of structures, which would have padding.
    private ulong[]? _callers;
    private int[]? _minutes;

    public void Add(UInt128 digest)
    {
        _callers ??= new ulong[setCount * SlotsPerSet];
        _minutes ??= new int[setCount * SlotsPerSet];
        (int start, ulong tag) = Locate(digest);
        int slot = start;

        for (int i = start; i < start + SlotsPerSet; i++)
        {
            if (_callers[i] == tag)
            {
                slot = i;
                break;
            }

            if (_minutes[i] < _minutes[slot])
                slot = i;
        }

        _callers[slot] = tag;
        _minutes[slot] = Now();
    }

    /// <summary>Returns the time since a caller was added, or <see cref="TimeSpan.MaxValue"/> if the caller isn't known.</summary>
    public TimeSpan FindAge(UInt128 digest)
    {
        if (_callers is null)
            return TimeSpan.MaxValue;

        (int start, ulong tag) = Locate(digest);

        for (int i = start; i < start + SlotsPerSet; i++)
        {
            if (_callers[i] == tag)
                return TimeSpan.FromMinutes(Now() - _minutes![i]);
        }

        return TimeSpan.MaxValue;
    }

    // Zero is the time of a free slot.
    private int Now() => 1 + (int)time.GetElapsedTime(_start).TotalMinutes;

    private (int Start, ulong Tag) Locate(UInt128 digest) => ((int)((ulong)(digest >> 64) % (ulong)setCount) * SlotsPerSet, (ulong)digest | 1);
}

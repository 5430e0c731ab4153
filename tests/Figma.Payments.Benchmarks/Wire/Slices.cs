using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace Figma.Payments.Benchmarks.Wire;

/// <summary>Times actions against each other: short slices in shuffled order, so that what else the machine does meets all of them.</summary>
internal static class Slices
{
    private static readonly TimeSpan SliceLength = TimeSpan.FromMilliseconds(3);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(700);

    /// <summary>The median of each action's slices, in nanoseconds a call, and its bytes a call.</summary>
    public static IReadOnlyList<(double Nanoseconds, double Bytes)> Measure(IReadOnlyList<Action> actions, int rounds)
    {
        int[] calls = [.. actions.Select(CallsOfASlice)];
        List<double>[] times = [.. actions.Select(_ => new List<double>())];
        int[] order = [.. Enumerable.Range(0, actions.Count)];
        Random random = new(1);

        for (int round = 0; round < rounds; round++)
        {
            random.Shuffle(order);

            foreach (int i in order)
                times[i].Add(Time(actions[i], calls[i]) / calls[i]);
        }

        return [.. actions.Select((action, i) => (times[i].Order().ElementAt(rounds / 2), BytesOf(action)))];
    }

    private static int CallsOfASlice(Action action)
    {
        Stopwatch watch = Stopwatch.StartNew();
        int calls = 0;

        // Twice, for the compiler's second tier is made while the first one counts.
        for (int pass = 0; pass < 2; pass++)
        {
            calls = 0;
            watch.Restart();

            for (; watch.Elapsed < WarmUp; calls++)
                action();
        }

        return Math.Max(1, (int)(calls * (SliceLength / WarmUp)));
    }

    private static double Time(Action action, int calls)
    {
        long start = Stopwatch.GetTimestamp();

        for (int i = 0; i < calls; i++)
            action();

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static double BytesOf(Action action)
    {
        const int Calls = 1_000;
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < Calls; i++)
            action();

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Calls;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Flow;

namespace Figma.Payments.Benchmarks.Wire;

/// <summary>Compares actions in short slices in shuffled order, so that other load on the machine affects all of them.</summary>
/// <remarks>It measures processor time, which excludes the time of other processes.</remarks>
internal static class Slices
{
    private static readonly TimeSpan SliceLength = TimeSpan.FromMilliseconds(3);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(500);

    /// <summary>Returns the median nanoseconds and the bytes per call for each action.</summary>
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
        const int Batch = 64;
        int calls = 0;

        // Twice, because the first run triggers the compilation of the second tier.
        for (int pass = 0; pass < 2; pass++)
        {
            double elapsed = 0;

            for (calls = 0; elapsed < WarmUp.TotalNanoseconds; calls += Batch)
                elapsed += Time(action, Batch);
        }

        return Math.Max(1, (int)(calls * (SliceLength / WarmUp)));
    }

    private static double Time(Action action, int calls)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;

        for (int i = 0; i < calls; i++)
            action();

        return (Environment.CpuUsage.TotalTime - start).TotalNanoseconds;
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

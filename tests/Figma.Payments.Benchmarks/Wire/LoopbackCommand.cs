using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Benchmarks.Wire.Peers;

namespace Figma.Payments.Benchmarks.Wire;

/// <summary><c>loopback</c>: measures requests per second and bytes per request over Kestrel, with one caller and with many.</summary>
internal static class LoopbackCommand
{
    public static Command Create()
    {
        Option<int> rounds = new("--rounds") { Description = "The number of slices for each peer", DefaultValueFactory = _ => 41 };
        Option<double> seconds = new("--seconds") { Description = "How long a slice is", DefaultValueFactory = _ => 0.2 };
        Option<int[]> callers = new("--callers") { Description = "The numbers of concurrent callers", DefaultValueFactory = _ => [1, 32] };
        Command command = new("loopback", "Requests per second over loopback Kestrel, compared with the peers") { rounds, seconds, callers };

        command.SetAction(async result =>
        {
            using LoopbackServer server = LoopbackServer.Start();

            foreach (int count in result.GetValue(callers)!)
                await RunAsync(server.Address, count, result.GetValue(rounds), TimeSpan.FromSeconds(result.GetValue(seconds)));
        });

        return command;
    }

    private static async Task RunAsync(Uri address, int callers, int rounds, TimeSpan length)
    {
        Peer[] peers = [.. All.OverSockets.Select(peer => peer.Make(address))];
        List<Slice>[] slices = [.. peers.Select(_ => new List<Slice>())];
        int[] order = [.. Enumerable.Range(0, peers.Length)];
        Random random = new(1);

        foreach (Peer peer in peers)
            await MeasureAsync(peer, callers, length);

        for (int round = 0; round < rounds; round++)
        {
            random.Shuffle(order);

            foreach (int i in order)
                slices[i].Add(await MeasureAsync(peers[i], callers, length));
        }

        Console.WriteLine();
        Console.WriteLine($"| {callers} at a time | requests/s | ÷ B | µs of processor a request | ÷ B | bytes a request |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");

        for (int i = 0; i < peers.Length; i++)
        {
            // Ratios to B are calculated for each round, because the load of the machine varies.
            double perSecond = Median.Of(slices[i].Select(slice => slice.PerSecond));
            double perSecondRatio = Median.Of(slices[i].Zip(slices[0], static (slice, leanest) => slice.PerSecond / leanest.PerSecond));
            double processor = Median.Of(slices[i].Select(slice => slice.Microseconds));
            double processorRatio = Median.Of(slices[i].Zip(slices[0], static (slice, leanest) => slice.Microseconds / leanest.Microseconds));
            double bytes = Median.Of(slices[i].Select(slice => slice.Bytes));

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {peers[i].Name} | {perSecond:N0} | {perSecondRatio:0.00} | {processor:0.0} | {processorRatio:0.00} | {bytes:N0} |"));
            peers[i].Dispose();
        }
    }

    private static async Task<Slice> MeasureAsync(Peer peer, int callers, TimeSpan length)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan processorBefore = Environment.CpuUsage.TotalTime;
        Stopwatch watch = Stopwatch.StartNew();
        int[] counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() => peer.SendWhileAsync(_ => watch.Elapsed < length))));
        double seconds = watch.Elapsed.TotalSeconds;
        TimeSpan processor = Environment.CpuUsage.TotalTime - processorBefore;
        long bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        double count = counts.Sum();

        return new Slice(count / seconds, processor.TotalMicroseconds / count, bytes / count);
    }

    /// <summary>Runs one slice. The processor time is that of the client process only, independent of other load.</summary>
    private readonly record struct Slice(double PerSecond, double Microseconds, double Bytes);
}

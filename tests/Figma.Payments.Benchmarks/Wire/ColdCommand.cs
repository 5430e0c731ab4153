using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Figma.Payments.Benchmarks.Wire.Peers;
using Figma.Payments.Generators.Flow;

namespace Figma.Payments.Benchmarks.Wire;

/// <summary><c>cold</c>: measures the first call of a new process, from the creation of the client to the response.</summary>
internal static class ColdCommand
{
    private const string CallName = "cold-call";

    public static Command Create()
    {
        Option<int> rounds = new("--rounds") { Description = "The number of processes for each peer", DefaultValueFactory = _ => 15 };
        Command command = new("cold", "The first call of a new process, compared with the peers") { rounds };

        command.SetAction(result =>
        {
            using LoopbackServer server = LoopbackServer.Start();
            Run(server.Address, result.GetValue(rounds));
        });

        return command;
    }

    /// <summary>Returns the command of the measured process.</summary>
    public static Command CreateCall()
    {
        Option<string> peer = new("--peer") { Required = true };
        Option<Uri> address = new("--address") { Required = true, CustomParser = static argument => new Uri(argument.Tokens[0].Value) };
        Command command = new(CallName, "The process that 'cold' starts") { peer, address };
        command.Hidden = true;

        command.SetAction(async result =>
        {
            (string Key, Func<Uri, Peer> Make) found = All.OverSockets.First(candidate => candidate.Key == result.GetValue(peer));
            Uri server = result.GetValue(address)!;

            TimeSpan processorBefore = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            using Peer made = found.Make(server);
            await made.SendWhileAsync(static count => count < 1);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);

            TimeSpan processor = Environment.CpuUsage.TotalTime - processorBefore;

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalMilliseconds:R} {processor.TotalMilliseconds:R}"));
        });

        return command;
    }

    private static void Run(Uri address, int rounds)
    {
        (string Key, Func<Uri, Peer> Make)[] peers = All.OverSockets;
        List<(double Elapsed, double Processor)>[] times = [.. peers.Select(_ => new List<(double, double)>())];
        int[] order = [.. Enumerable.Range(0, peers.Length)];
        Random random = new(1);

        // The first round fills the file cache and isn't counted.
        for (int round = -1; round < rounds; round++)
        {
            random.Shuffle(order);

            foreach (int i in order)
            {
                (double, double) milliseconds = Call(peers[i].Key, address);

                if (round >= 0)
                    times[i].Add(milliseconds);
            }
        }

        Console.WriteLine();
        Console.WriteLine("| first call of a process | ms | ÷ B | ms of processor | ÷ B |");
        Console.WriteLine("|---|---:|---:|---:|---:|");

        for (int i = 0; i < peers.Length; i++)
        {
            using Peer peer = peers[i].Make(address);
            double elapsed = Median.Of(times[i].Select(static time => time.Elapsed));
            double elapsedRatio = Median.Of(times[i].Zip(times[0], static (time, leanest) => time.Elapsed / leanest.Elapsed));
            double processor = Median.Of(times[i].Select(static time => time.Processor));
            double processorRatio = Median.Of(times[i].Zip(times[0], static (time, leanest) => time.Processor / leanest.Processor));

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {peer.Name} | {elapsed:0.0} | {elapsedRatio:0.00} | {processor:0.0} | {processorRatio:0.00} |"));
        }
    }

    private static (double Elapsed, double Processor) Call(string peer, Uri address)
    {
        using Process process = Self.Start(CallName, "--peer", peer, "--address", address.ToString());
        string line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        string[] times = line.Split(' ');
        return (double.Parse(times[0], CultureInfo.InvariantCulture), double.Parse(times[1], CultureInfo.InvariantCulture));
    }
}

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using Figma.Payments.Benchmarks.Wire.Peers;

namespace Figma.Payments.Benchmarks.Wire;

/// <summary><c>wire</c>: measures one call through a canned handler, with all peers in one process.</summary>
internal static class CannedCommand
{
    public static Command Create()
    {
        Option<int> rounds = new("--rounds") { Description = "The number of slices for each peer", DefaultValueFactory = _ => 301 };
        Option<string> only = new("--only") { Description = "Only A, B and the peers whose name contains this text", DefaultValueFactory = _ => "" };
        Command command = new("wire", "Time and bytes of one call through a canned handler, compared with the peers") { rounds, only };

        command.SetAction(result =>
        {
            Run("success", CannedHandler.Success, static peer => peer.Send, result.GetValue(rounds), result.GetValue(only)!);
            Run("error", CannedHandler.Error, static peer => peer.SendWithError, result.GetValue(rounds), result.GetValue(only)!);
        });

        return command;
    }

    private static void Run(string what, Func<CannedHandler> handler, Func<Peer, Action> call, int rounds, string only)
    {
        Peer[] peers = [.. All.Over(handler, Samples.Figma).Where((peer, i) => i < 3 || peer.Name.Contains(only, StringComparison.OrdinalIgnoreCase))];
        IReadOnlyList<(double Nanoseconds, double Bytes)> measured = Slices.Measure([.. peers.Select(call)], rounds);

        Console.WriteLine();
        Console.WriteLine($"| {what} | ns | ÷ A | ÷ B | bytes |");
        Console.WriteLine("|---|---:|---:|---:|---:|");

        for (int i = 0; i < peers.Length; i++)
        {
            (double time, double bytes) = measured[i];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {peers[i].Name} | {time:N0} | {time / measured[0].Nanoseconds:0.00} | {time / measured[1].Nanoseconds:0.00} | {bytes:N0} |"));
            peers[i].Dispose();
        }
    }
}

using System;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Figma.Payments.Benchmarks.Wire.Peers;

namespace Figma.Payments.Benchmarks.Wire;

/// <summary>What <c>wire</c> measures, by BenchmarkDotNet: one call through a canned handler.</summary>
[MemoryDiagnoser]
[Config(typeof(InProcess))]
public class WireBenchmarks
{
    private Peer[] _success = [];
    private Peer[] _error = [];
    private Peer _peer = null!;
    private Peer _peerInVain = null!;

    /// <summary>The peer, by its type.</summary>
    [Params("LeanestByHand", "LeanestOverHttpClient", "Ours", "OursAsResult", "UsualCode", "NaiveCode", "RefitPeer", "RestEasePeer", "KiotaPeer")]
    public string Peer { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        _success = All.Over(CannedHandler.Success, Samples.Figma);
        _error = All.Over(CannedHandler.Error, Samples.Figma);
        _peer = Array.Find(_success, peer => peer.GetType().Name == Peer)!;
        _peerInVain = Array.Find(_error, peer => peer.GetType().Name == Peer)!;
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        foreach (Peer peer in (Peer[])[.. _success, .. _error])
            peer.Dispose();
    }

    [Benchmark]
    public void Success() => _peer.Ask();

    [Benchmark]
    public void Error() => _peerInVain.AskInVain();

    /// <summary>In this process, for a benchmark's child project would not see the analyzers that its peers' generators are.</summary>
    private sealed class InProcess : ManualConfig
    {
        public InProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance));
    }
}

using System;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Figma.Payments.Benchmarks.Wire.Peers;

namespace Figma.Payments.Benchmarks.Wire;

/// <summary>Measures the same as <c>wire</c> with BenchmarkDotNet: one call through a canned handler.</summary>
[MemoryDiagnoser]
[Config(typeof(InProcess))]
public class WireBenchmarks
{
    private Peer[] _success = [];
    private Peer[] _error = [];
    private Peer _peer = null!;
    private Peer _failingPeer = null!;

    /// <summary>Gets or sets the type name of the peer.</summary>
    [Params("LeanestByHand", "LeanestOverHttpClient", "Ours", "OursAsResult", "UsualCode", "NaiveCode", "RefitPeer", "RestEasePeer", "KiotaPeer")]
    public string Peer { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        _success = All.Over(CannedHandler.Success, Samples.Figma);
        _error = All.Over(CannedHandler.Error, Samples.Figma);
        _peer = Array.Find(_success, peer => peer.GetType().Name == Peer)!;
        _failingPeer = Array.Find(_error, peer => peer.GetType().Name == Peer)!;
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        foreach (Peer peer in (Peer[])[.. _success, .. _error])
            peer.Dispose();
    }

    [Benchmark]
    public void Success() => _peer.Send();

    [Benchmark]
    public void Error() => _failingPeer.SendWithError();

    /// <summary>Runs in this process, because the child project of a benchmark would not reference the peers' generators.</summary>
    private sealed class InProcess : ManualConfig
    {
        public InProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance));
    }
}

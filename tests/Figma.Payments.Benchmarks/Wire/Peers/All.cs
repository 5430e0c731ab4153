using System;
using System.Net.Http;

namespace Figma.Payments.Benchmarks.Wire.Peers;

/// <summary>The peers, in the order of the tables.</summary>
internal static class All
{
    /// <summary>All of them, for a handler that answers at once.</summary>
    public static Peer[] Over(Func<HttpMessageHandler> handler, Uri address) =>
    [
        new LeanestByHand(handler(), address),
        new LeanestOverHttpClient(handler(), address),
        new LeanestWithCallersThrow(handler(), address),
        new Ours(handler(), address),
        new OursAsResult(handler(), address),
        new UsualCode(handler(), address),
        new NaiveCode(handler(), address),
        new RefitPeer(handler(), address),
        new RestEasePeer(handler(), address),
        new KiotaPeer(handler(), address),
    ];

    /// <summary>Those that are worth a server: each over a connection pool of its own, all of them set up alike, and ours over the one that it brings along.</summary>
    public static (string Key, Func<Uri, Peer> Make)[] OverSockets { get; } =
    [
        ("b", static address => new LeanestOverHttpClient(MakeHandler(), address)),
        ("a", static address => new LeanestByHand(MakeHandler(), address)),
        ("ours", static address => new Ours(MakeHandler(), address)),
        ("created", static address => new OursCreated(address)),
        ("usual", static address => new UsualCode(MakeHandler(), address)),
        ("refit", static address => new RefitPeer(MakeHandler(), address)),
    ];

    private static SocketsHttpHandler MakeHandler() => new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };
}

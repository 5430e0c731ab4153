using System;
using System.Net.Http;

namespace Figma.Payments.Benchmarks.Wire.Peers;

/// <summary>The peers, in the order of the tables.</summary>
internal static class All
{
    /// <summary>Creates all peers for a handler that responds synchronously.</summary>
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

    /// <summary>Creates the peers for a server. Each has a connection pool of its own with the same settings. Ours also runs with its default handler.</summary>
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

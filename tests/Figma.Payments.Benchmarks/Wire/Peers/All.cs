using System;
using System.Net.Http;

namespace Figma.Payments.Benchmarks.Wire.Peers;

/// <summary>The peers, in the order of the tables.</summary>
internal static class All
{
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
}

using System;
using System.Collections.Generic;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Slow and broken connections, and connections with more than one response.</summary>
internal static class ConnectionRows
{
    private const string Head = "HTTP/1.1 200 OK\r\n" + JsonType + "Content-Length: 208\r\n\r\n";
    private const string Paid = "granted: PAID 2024-03-01T12:34:56.789+00:00";
    private const string Late = "within PaymentsClientOptions.Timeout";

    // These rows have the same outcome regardless of what arrived within this time.
    private static readonly TimeSpan s_brief = TimeSpan.FromMilliseconds(300);

    private static readonly string s_unpaid = "HTTP/1.1 200 OK\r\n" + JsonType + "Content-Length: 210\r\n\r\n" + Samples.With("PAID", "UNPAID");

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        new("one byte at a time", Dribble(Head + Samples.Paid), null, Paid),
        new("silence", Stall(""), Unavailable, Late) { Timeout = s_brief },
        new("silence inside the status line", Stall("HTTP/1.1 2"), Unavailable, Late) { Timeout = s_brief },
        new("silence inside the headers", Stall("HTTP/1.1 200 OK\r\nContent-"), Unavailable, Late) { Timeout = s_brief },
        new("silence after the headers", Stall(Head), Unavailable, Late) { Timeout = s_brief },
        new("silence inside the body", Stall(Head + Samples.Paid[..100]), Unavailable, Late) { Timeout = s_brief },
        new("silence before the last byte", Stall(Head + Samples.Paid[..^1]), Unavailable, Late) { Timeout = s_brief },
        new("silence after a response without a length", Stall($"HTTP/1.1 200 OK\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Late) { Timeout = s_brief },
        new("silence before the last chunk", Stall($"HTTP/1.1 200 OK\r\n{JsonType}Transfer-Encoding: chunked\r\n\r\n{Chunk(Samples.Paid)}"), Unavailable, Late) { Timeout = s_brief },
        new("silence inside a 403", Stall("HTTP/1.1 403 Forbidden\r\nContent-Length: 9\r\n\r\n{"), Unauthorized, "Figma rejected the request") { Timeout = TimeSpan.FromSeconds(2) },
        new("silence inside gzip", Stall($"HTTP/1.1 200 OK\r\n{JsonType}Content-Encoding: gzip\r\nContent-Length: 100\r\n\r\n\x1F\x8B\x08"), Unavailable, Late) { Timeout = s_brief },
        new("endless 100 responses", Endless("", "HTTP/1.1 100 Continue\r\n\r\n"), Unavailable, "could not be reached"),
        new("silence after a complete response", Stall("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 208\r\n\r\n" + Samples.Paid), null, Paid),
        new("a reset before the head", Reset(""), Unavailable, "could not be reached"),
        new("a reset inside the head", Reset("HTTP/1.1 200 OK\r\nConte"), Unavailable, "could not be reached"),
        new("a second response after the first", Raw(s_unpaid + Head + Samples.Paid), null, "denied: UNPAID 2024-03-01T12:34:56.789+00:00"),
        new("a second response after a 403 without a body", Raw("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n" + Head + Samples.Paid), Unauthorized, "Figma rejected the request"),
        new("a second response after a 204", Raw("HTTP/1.1 204 No Content\r\n\r\n" + Head + Samples.Paid), InvalidResponse, "never uses this HTTP status"),
        new("a second response after a 304", Raw("HTTP/1.1 304 Not Modified\r\n\r\n" + Head + Samples.Paid), InvalidResponse, "It was not followed"),
        new("a second response after the last chunk", Raw($"HTTP/1.1 200 OK\r\n{JsonType}Transfer-Encoding: chunked\r\n\r\n{Chunk("{}")}0\r\n\r\n" + Head + Samples.Paid), InvalidResponse, "is missing"),
        new("a response inside the body of an error", Body(Head + Samples.Paid, "500 Oops"), Unavailable, "can't process the request now"),
        new("a 204 with a body", Raw("HTTP/1.1 204 No Content\r\nContent-Length: 208\r\n\r\n" + Samples.Paid), InvalidResponse, "never uses this HTTP status"),
    ];
}

using System.Collections.Generic;
using System.Linq;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Unusual and invalid status lines and headers.</summary>
internal static class HeadRows
{
    private const string Paid = "granted: PAID 2024-03-01T12:34:56.789+00:00";
    private const string Gone = "could not be reached";

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        new("no bytes", Raw(""), Unavailable, Gone) { IsRetriedByFramework = true },
        new("a truncated status line", Raw("HTTP/1.1 20"), Unavailable, Gone),
        new("a truncated header", Raw("HTTP/1.1 200 OK\r\nContent-Ty"), Unavailable, Gone),
        new("headers without an empty line", Raw($"HTTP/1.1 200 OK\r\n{JsonType}"), Unavailable, Gone),
        new("a response without a head", Raw(Samples.Paid), Unavailable, Gone),
        new("an SSH greeting", Raw("SSH-2.0-OpenSSH_9.6\r\n"), Unavailable, Gone),
        new("a TLS alert", Raw("\x15\x03\x01\x00\x02\x02\x28"), Unavailable, Gone),
        new("an HTTP/2 preface", Raw("\x00\x00\x12\x04\x00\x00\x00\x00\x00\x00\x03\x00\x00\x00\x64"), Unavailable, Gone),
        new("a status line without a reason phrase", Raw($"HTTP/1.1 200\r\n{JsonType}\r\n{Samples.Paid}"), null, Paid),
        new("a status line of HTTP/1.0", Raw($"HTTP/1.0 200 OK\r\n{JsonType}\r\n{Samples.Paid}"), null, Paid),
        new("a status line with an unknown HTTP version", Raw($"HTTP/9.9 200 OK\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("a status that is not a number", Raw($"HTTP/1.1 2OO OK\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("a status of two digits", Raw($"HTTP/1.1 20 OK\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("a status of four digits", Raw($"HTTP/1.1 2000 OK\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("a status of zero", Raw($"HTTP/1.1 000 OK\r\n{JsonType}\r\n{Samples.Paid}"), InvalidResponse, "never uses this HTTP status"),
        new("a header without a colon", Raw($"HTTP/1.1 200 OK\r\nnonsense\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("a header without a name", Raw($"HTTP/1.1 200 OK\r\n: nonsense\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("a folded header", Raw($"HTTP/1.1 200 OK\r\nX-Folded: a\r\n b\r\n{JsonType}\r\n{Samples.Paid}"), null, Paid),
        new("line feeds without carriage returns", Raw($"HTTP/1.1 200 OK\nContent-Type: application/json\n\n{Samples.Paid}"), null, Paid),
        new("a header with a bare carriage return", Raw($"HTTP/1.1 200 OK\r\nX-Bare: a\rContent-Length: 5\r\n{JsonType}\r\n{Samples.Paid}"), null, Paid),
        new("a header with a NUL byte", Raw($"HTTP/1.1 200 OK\r\nX-Zero: a\0b\r\n{JsonType}\r\n{Samples.Paid}"), null, Paid),
        new("a header with a non-ASCII name", Raw($"HTTP/1.1 200 OK\r\nX-Gr\xFC\xDFe: a\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("a header of a megabyte", Raw($"HTTP/1.1 200 OK\r\nX-Long: {new string('x', 1_000_000)}\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("10,000 headers", Raw($"HTTP/1.1 200 OK\r\n{string.Concat(Enumerable.Repeat("X-More: x\r\n", 10_000))}{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("a reason phrase of a megabyte", Raw($"HTTP/1.1 200 {new string('x', 1_000_000)}\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("a cookie for another host", Body(Samples.Paid, headers: $"{JsonType}Set-Cookie: a=b; Domain=example.com\r\nRefresh: 0; url={Elsewhere}\r\n"), null, Paid),
        new("links to another host", Body(Samples.Paid, headers: $"{JsonType}Location: {Elsewhere}\r\nContent-Location: {Elsewhere}\r\nAlt-Svc: h2=\"{Elsewhere}\"\r\nLink: <{Elsewhere}>; rel=preload\r\n"), null, Paid),
    ];
}

using System.Collections.Generic;
using System.Linq;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Status lines and headers that are none.</summary>
internal static class HeadRows
{
    private const string Paid = "granted: PAID 2024-03-01T12:34:56.789+00:00";
    private const string Gone = "could not be reached";

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        new("nothing at all", Raw(""), Unavailable, Gone) { IsAskedAgain = true },
        new("a status line that ends too early", Raw("HTTP/1.1 20"), Unavailable, Gone),
        new("a head that ends inside a header", Raw("HTTP/1.1 200 OK\r\nContent-Ty"), Unavailable, Gone),
        new("a head without its empty line", Raw($"HTTP/1.1 200 OK\r\n{JsonType}"), Unavailable, Gone),
        new("an answer without a head", Raw(Samples.Paid), Unavailable, Gone),
        new("a greeting of another protocol", Raw("SSH-2.0-OpenSSH_9.6\r\n"), Unavailable, Gone),
        new("a greeting of TLS", Raw("\x15\x03\x01\x00\x02\x02\x28"), Unavailable, Gone),
        new("a preface of HTTP/2", Raw("\x00\x00\x12\x04\x00\x00\x00\x00\x00\x00\x03\x00\x00\x00\x64"), Unavailable, Gone),
        new("a status line without a reason", Raw($"HTTP/1.1 200\r\n{JsonType}\r\n{Samples.Paid}"), null, Paid),
        new("a status line of HTTP/1.0", Raw($"HTTP/1.0 200 OK\r\n{JsonType}\r\n{Samples.Paid}"), null, Paid),
        new("a status line of a version that is none", Raw($"HTTP/9.9 200 OK\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("a status of letters", Raw($"HTTP/1.1 2OO OK\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("a status of two digits", Raw($"HTTP/1.1 20 OK\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("a status of four digits", Raw($"HTTP/1.1 2000 OK\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("a status of zero", Raw($"HTTP/1.1 000 OK\r\n{JsonType}\r\n{Samples.Paid}"), InvalidResponse, "never uses this HTTP status"),
        new("a header without a colon", Raw($"HTTP/1.1 200 OK\r\nnonsense\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("a header without a name", Raw($"HTTP/1.1 200 OK\r\n: nonsense\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("a header over two lines", Raw($"HTTP/1.1 200 OK\r\nX-Folded: a\r\n b\r\n{JsonType}\r\n{Samples.Paid}"), null, Paid),
        new("line feeds alone", Raw($"HTTP/1.1 200 OK\nContent-Type: application/json\n\n{Samples.Paid}"), null, Paid),
        new("a header with a carriage return inside", Raw($"HTTP/1.1 200 OK\r\nX-Bare: a\rContent-Length: 5\r\n{JsonType}\r\n{Samples.Paid}"), null, Paid),
        new("a header with a zero byte", Raw($"HTTP/1.1 200 OK\r\nX-Zero: a\0b\r\n{JsonType}\r\n{Samples.Paid}"), null, Paid),
        new("a header whose name is not ASCII", Raw($"HTTP/1.1 200 OK\r\nX-Gr\xFC\xDFe: a\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("a header of a megabyte", Raw($"HTTP/1.1 200 OK\r\nX-Long: {new string('x', 1_000_000)}\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("ten thousand headers", Raw($"HTTP/1.1 200 OK\r\n{string.Concat(Enumerable.Repeat("X-More: x\r\n", 10_000))}{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("a reason of a megabyte", Raw($"HTTP/1.1 200 {new string('x', 1_000_000)}\r\n{JsonType}\r\n{Samples.Paid}"), Unavailable, Gone),
        new("a cookie, and a host that it is for", Body(Samples.Paid, headers: $"{JsonType}Set-Cookie: a=b; Domain=example.com\r\nRefresh: 0; url={Elsewhere}\r\n"), null, Paid),
        new("a link to elsewhere", Body(Samples.Paid, headers: $"{JsonType}Location: {Elsewhere}\r\nContent-Location: {Elsewhere}\r\nAlt-Svc: h2=\"{Elsewhere}\"\r\nLink: <{Elsewhere}>; rel=preload\r\n"), null, Paid),
    ];
}

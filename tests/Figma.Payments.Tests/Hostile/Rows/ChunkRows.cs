using System.Collections.Generic;
using System.Text;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Valid and invalid chunked bodies.</summary>
internal static class ChunkRows
{
    private const string Paid = "granted: PAID 2024-03-01T12:34:56.789+00:00";
    private const string Broke = "broke before the response was complete";
    private const string Last = "0\r\n\r\n";

    private static readonly string s_gzipped = Encoding.Latin1.GetString(Gzip(Encoding.UTF8.GetBytes(Samples.Paid)));
    private static readonly string s_half = Samples.Paid[..100];
    private static readonly string s_rest = Samples.Paid[100..];

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        new("chunks", Chunks(Chunk(s_half) + Chunk(s_rest) + Last), null, Paid),
        new("chunks with extensions", Chunks($"64;a=b;c=\"d\"\r\n{s_half}\r\n{Chunk(s_rest)}{Last}"), null, Paid),
        new("chunks with leading zeros", Chunks($"0000000064\r\n{s_half}\r\n{Chunk(s_rest)}{Last}"), null, Paid),
        new("chunks with trailers", Chunks($"{Chunk(Samples.Paid)}0\r\nX-Figma-Token: other\r\nContent-Length: 5\r\n\r\n"), null, Paid),
        new("chunks without the last chunk", Chunks(Chunk(Samples.Paid)), Unavailable, Broke),
        new("chunks that end inside a chunk", Chunks($"64\r\n{s_half[..50]}"), Unavailable, Broke),
        new("chunks that end inside a chunk size", Chunks(Chunk(s_half) + "7"), Unavailable, Broke),
        new("chunks that contain half of the response", Chunks(Chunk(s_half) + Last), InvalidResponse, "truncated"),
        new("chunks in the wrong order", Chunks(Chunk(s_rest) + Chunk(s_half) + Last), InvalidResponse, "not valid JSON"),
        new("no chunks", Chunks(Last), InvalidResponse, "the body is empty"),
        new("a chunk size that is not a number", Chunks($"zz\r\n{Samples.Paid}\r\n{Last}"), Unavailable, Broke),
        new("a negative chunk size", Chunks($"-64\r\n{Samples.Paid}\r\n{Last}"), Unavailable, Broke),
        new("a chunk size with a prefix", Chunks($"0x64\r\n{s_half}\r\n{Chunk(s_rest)}{Last}"), Unavailable, Broke),
        new("a chunk size that overflows", Chunks($"fffffffffffffffff\r\n{Samples.Paid}\r\n{Last}"), Unavailable, Broke),
        new("a missing chunk size", Chunks($"\r\n{Samples.Paid}\r\n{Last}"), Unavailable, Broke),
        new("a chunk size of exabytes", Chunks($"7fffffffffffffff\r\n{Samples.Paid}\r\n{Last}"), Unavailable, Broke),
        new("a chunk longer than its size", Chunks($"10\r\n{Samples.Paid}\r\n{Last}"), Unavailable, Broke),
        new("a chunk shorter than its size", Chunks($"ff\r\n{Samples.Paid}\r\n{Last}"), Unavailable, Broke),
        new("a chunk without a line break", Chunks($"64\r\n{s_half}6c\r\n{s_rest}\r\n{Last}"), Unavailable, Broke),
        new("a declared chunked body without chunks", Chunks(Samples.Paid), Unavailable, Broke),
        new("an endless chunk extension", Endless($"HTTP/1.1 200 OK\r\n{JsonType}Transfer-Encoding: chunked\r\n\r\n64;", "x"), Unavailable, Broke),
        new("endless trailers", Endless($"HTTP/1.1 200 OK\r\n{JsonType}Transfer-Encoding: chunked\r\n\r\n{Chunk(Samples.Paid)}0\r\n", "X-More: x\r\n"), Unavailable, Broke),
        new("endless chunks of one byte", Endless($"HTTP/1.1 200 OK\r\n{JsonType}Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n"), InvalidResponse, "larger than 65536 bytes"),
        new("gzip and chunked as transfer codings", Chunks(Chunk(s_gzipped) + Last, "gzip, chunked"), InvalidResponse, "not valid UTF-8"),
        new("gzip as the transfer coding", Chunks(s_gzipped, "gzip"), InvalidResponse, "not valid UTF-8"),
        // The framework ignores unknown transfer codings. The response is complete nevertheless.
        new("an unknown transfer coding and an unencoded response", Chunks(Samples.Paid, "xchunked"), null, Paid),
        new("chunked twice, declared twice", Chunks(Chunk(Chunk(Samples.Paid) + Last) + Last, "chunked, chunked"), InvalidResponse, "not valid JSON"),
        new("chunked twice, declared once", Chunks(Chunk(Chunk(Samples.Paid) + Last) + Last), InvalidResponse, "not valid JSON"),
    ];
}

using System.Collections.Generic;
using System.Text;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Content codings: valid, invalid and unknown ones, and compression bombs.</summary>
internal static class CompressionRows
{
    private const string Paid = "granted: PAID 2024-03-01T12:34:56.789+00:00";
    private const string TooLarge = "larger than 65536 bytes";
    private const string Undecoded = "the handler doesn't decompress it";
    private const string Undecodable = "could not be decoded";

    private static readonly byte[] s_plain = Encoding.UTF8.GetBytes(Samples.Paid);
    private static readonly byte[] s_bomb = Encoding.UTF8.GetBytes(Samples.Paid.PadRight(10_000_000));
    private static readonly byte[] s_gzip = Gzip(s_plain);
    private static readonly byte[] s_zlib = Zlib(s_plain);
    private static readonly byte[] s_unpaid = Encoding.UTF8.GetBytes(Samples.With("PAID", "UNPAID"));

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        new("gzip", Encoded(s_gzip, "gzip"), null, Paid),
        new("gzip in uppercase", Encoded(s_gzip, "GZIP"), null, Paid),
        new("deflate", Encoded(Zlib(s_plain), "deflate"), null, Paid),
        new("deflate without the zlib wrapper", Encoded(Deflate(s_plain), "deflate"), null, Paid),
#if !LIBRARY_NETSTANDARD2_0
        new("brotli", Encoded(Brotli(s_plain), "br"), null, Paid),
        new("a brotli bomb", Encoded(Brotli(s_bomb), "br"), InvalidResponse, TooLarge),
        new("brotli, then an unpaid response", Encoded([.. Brotli(s_plain), .. s_unpaid], "br"), InvalidResponse, Undecodable),
        new("brotli, then one byte", Encoded([.. Brotli(s_plain), 0], "br"), InvalidResponse, Undecodable),
        new("declared brotli that is plain text", Encoded(s_plain, "br"), InvalidResponse, Undecodable),
        new("truncated brotli", Encoded(Brotli(s_plain)[..^20], "br"), InvalidResponse, "truncated"),
#endif
        new("a gzip bomb", Encoded(Gzip(s_bomb), "gzip"), InvalidResponse, TooLarge),
        new("a deflate bomb", Encoded(Zlib(s_bomb), "deflate"), InvalidResponse, TooLarge),
        new("a gzip bomb inside gzip", Encoded(Gzip(Gzip(s_bomb)), "gzip, gzip"), InvalidResponse, Undecoded),
        new("gzip inside gzip, declared once", Encoded(Gzip(s_gzip), "gzip"), InvalidResponse, "not valid UTF-8"),
        new("declared gzip that is plain text", Encoded(s_plain, "gzip"), InvalidResponse, Undecodable),
        new("declared deflate that is plain text", Encoded(s_plain, "deflate"), InvalidResponse, Undecodable),
        new("truncated gzip", Encoded(s_gzip[..^20], "gzip"), InvalidResponse, Undecodable),
        new("gzip without a body", Encoded([], "gzip"), InvalidResponse, "the body is empty"),
        new("a gzip header alone", Encoded(s_gzip[..10], "gzip"), InvalidResponse, Undecodable),
        new("gzip with a wrong checksum", Encoded([.. s_gzip[..^8], 1, 2, 3, 4, .. s_gzip[^4..]], "gzip"), InvalidResponse, Undecodable),
        new("gzip with a wrong length", Encoded([.. s_gzip[..^4], 1, 2, 3, 4], "gzip"), InvalidResponse, Undecodable),
        new("two gzip members", Encoded([.. s_gzip, .. s_gzip], "gzip"), InvalidResponse, Undecodable),
        new("gzip, then gzip of an unpaid response", Encoded([.. s_gzip, .. Gzip(s_unpaid)], "gzip"), InvalidResponse, Undecodable),
        new("gzip, then an unpaid response", Encoded([.. s_gzip, .. s_unpaid], "gzip"), InvalidResponse, Undecodable),
        new("gzip, then one byte", Encoded([.. s_gzip, 0], "gzip"), InvalidResponse, Undecodable),
        new("gzip, then the first byte of gzip", Encoded([.. s_gzip, 0x1F], "gzip"), InvalidResponse, Undecodable),
        new("gzip, then a line break", Encoded([.. s_gzip, .. "\r\n"u8], "gzip"), InvalidResponse, Undecodable),
        new("gzip, then an unpaid response, in chunks", Raw($"HTTP/1.1 200 OK\r\n{JsonType}Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n{Chunk(Encoding.Latin1.GetString(s_gzip))}{Chunk(Encoding.Latin1.GetString(s_unpaid))}0\r\n\r\n"), InvalidResponse, Undecodable),
        new("gzip without its checksum", Encoded(s_gzip[..^8], "gzip"), InvalidResponse, Undecodable),
        new("gzip without its length", Encoded(s_gzip[..^4], "gzip"), InvalidResponse, Undecodable),
        new("gzip without its last byte", Encoded(s_gzip[..^1], "gzip"), InvalidResponse, Undecodable),
        new("gzip with a name, a comment, an extra field and a checksum of its header", Encoded([.. s_gzip[..3], 0x1E, .. s_gzip[4..10], 2, 0, 9, 9, .. "paid\0"u8, .. "paid\0"u8, 1, 2, .. s_gzip[10..]], "gzip"), null, Paid),
        new("gzip with an endless name", Encoded([.. s_gzip[..3], 0x08, .. s_gzip[4..10], .. Encoding.ASCII.GetBytes(new string('x', 60_000))], "gzip"), InvalidResponse, Undecodable),
        new("gzip with reserved flags", Encoded([.. s_gzip[..3], 0x20, .. s_gzip[4..]], "gzip"), InvalidResponse, Undecodable),
        new("gzip with another method", Encoded([.. s_gzip[..2], 7, .. s_gzip[3..]], "gzip"), InvalidResponse, Undecodable),
        new("zlib, then an unpaid response", Encoded([.. s_zlib, .. s_unpaid], "deflate"), InvalidResponse, Undecodable),
        new("zlib, then one byte", Encoded([.. s_zlib, 0], "deflate"), InvalidResponse, Undecodable),
        new("zlib, then zlib of an unpaid response", Encoded([.. s_zlib, .. Zlib(s_unpaid)], "deflate"), InvalidResponse, Undecodable),
        new("zlib without its checksum", Encoded(s_zlib[..^4], "deflate"), InvalidResponse, Undecodable),
        new("zlib with a wrong checksum", Encoded([.. s_zlib[..^4], 1, 2, 3, 4], "deflate"), InvalidResponse, Undecodable),
        new("deflate without the zlib wrapper, then an unpaid response", Encoded([.. Deflate(s_plain), .. s_unpaid], "deflate"), InvalidResponse, Undecodable),
        new("undeclared gzip", Body(s_gzip), InvalidResponse, "not valid UTF-8"),
        new("gzip declared twice", Body(s_gzip, headers: JsonType + "Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n"), InvalidResponse, Undecoded),
        new("identity", Encoded(s_plain, "identity"), null, Paid),
        new("zstd", Encoded(s_plain, "zstd"), InvalidResponse, Undecoded),
        new("compress", Encoded(s_plain, "compress"), InvalidResponse, Undecoded),
        new("an unknown content coding", Encoded(s_plain, "paid"), InvalidResponse, Undecoded),
        new("a 403 in gzip", Body(Gzip(Encoding.UTF8.GetBytes("{\"message\":\"No.\"}")), "403 Forbidden", JsonType + "Content-Encoding: gzip\r\n"), Unauthorized, "Figma says: \"No.\""),
        new("a 403 with a gzip bomb", Body(Gzip(s_bomb), "403 Forbidden", JsonType + "Content-Encoding: gzip\r\n"), Unauthorized, "Figma rejected the request"),
        new("a 403 with declared gzip that is plain text", Body(s_plain, "403 Forbidden", JsonType + "Content-Encoding: gzip\r\n"), Unauthorized, "Figma rejected the request"),
    ];
}

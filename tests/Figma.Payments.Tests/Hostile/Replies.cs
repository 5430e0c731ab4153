using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.Tests.Hostile;

/// <summary>Represents what the server does on a connection after it has read the request.</summary>
/// <param name="stream">The connection.</param>
/// <param name="elsewhere">The address of another server, which must not receive any request.</param>
/// <param name="cancellationToken">A token that is canceled when the test ends.</param>
internal delegate Task Reply(NetworkStream stream, Uri elsewhere, CancellationToken cancellationToken);

/// <summary>Creates the replies of the rows.</summary>
internal static class Replies
{
    /// <summary>A placeholder for the address of the other server.</summary>
    public const string Elsewhere = "{elsewhere}";

    public const string JsonType = "Content-Type: application/json\r\n";

    /// <summary>Sends a text as Latin-1 and closes the connection.</summary>
    public static Reply Raw(string text) => (stream, elsewhere, cancellationToken) =>
        stream.WriteAsync(Encoding.Latin1.GetBytes(text.Replace(Elsewhere, elsewhere.AbsoluteUri, StringComparison.Ordinal)), cancellationToken).AsTask();

    /// <summary>Sends a valid head and a body.</summary>
    public static Reply Body(string body, string status = "200 OK", string headers = JsonType) => Body(Encoding.UTF8.GetBytes(body), status, headers);

    /// <summary>Sends a valid head and a body.</summary>
    public static Reply Body(byte[] body, string status = "200 OK", string headers = JsonType) => Raw(
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\n{headers}Content-Length: {body.Length}\r\n\r\n") + Encoding.Latin1.GetString(body));

    /// <summary>Sends a body with a content coding.</summary>
    public static Reply Encoded(byte[] body, string encoding) => Body(body, headers: $"{JsonType}Content-Encoding: {encoding}\r\n");

    /// <summary>Sends a head that declares a transfer coding, and a text.</summary>
    public static Reply Chunks(string chunks, string coding = "chunked") => Raw($"HTTP/1.1 200 OK\r\n{JsonType}Transfer-Encoding: {coding}\r\n\r\n{chunks}");

    /// <summary>Formats a chunk.</summary>
    public static string Chunk(string data) => string.Create(CultureInfo.InvariantCulture, $"{data.Length:x}\r\n{data}\r\n");

    /// <summary>Sends one byte at a time.</summary>
    public static Reply Dribble(string text) => async (stream, _, cancellationToken) =>
    {
        stream.Socket.NoDelay = true;

        foreach (byte one in Encoding.Latin1.GetBytes(text))
            await stream.WriteAsync(new[] { one }, cancellationToken);
    };

    /// <summary>Sends a text, and then nothing until the test ends.</summary>
    public static Reply Stall(string text) => async (stream, elsewhere, cancellationToken) =>
    {
        await Raw(text)(stream, elsewhere, cancellationToken);
        await WireServer.StallAsync(cancellationToken);
    };

    /// <summary>Sends a text, and then repeats another text until the client closes the connection.</summary>
    public static Reply Endless(string text, string piece) => async (stream, elsewhere, cancellationToken) =>
    {
        await Raw(text)(stream, elsewhere, cancellationToken);
        byte[] pieces = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(piece, 1 + (4_096 / piece.Length))));

        while (true)
            await stream.WriteAsync(pieces, cancellationToken);
    };

    /// <summary>Sends a text, and then resets the connection.</summary>
    public static Reply Reset(string text) => async (stream, elsewhere, cancellationToken) =>
    {
        await Raw(text)(stream, elsewhere, cancellationToken);
        stream.Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        stream.Socket.Close();
    };

    public static byte[] Gzip(byte[] body) => Pack(body, static packed => new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true));

    public static byte[] Brotli(byte[] body) => Pack(body, static packed => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true));

    public static byte[] Zlib(byte[] body) => Pack(body, static packed => new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true));

    public static byte[] Deflate(byte[] body) => Pack(body, static packed => new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true));

    private static byte[] Pack(byte[] body, Func<Stream, Stream> open)
    {
        using MemoryStream packed = new();

        using (Stream packing = open(packed))
            packing.Write(body);

        return packed.ToArray();
    }
}

using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Figma.Payments.Http;
using Xunit;

namespace Figma.Payments.Tests.Http;

public sealed class ResponseBodyTests
{
    [Fact]
    public async Task Too_large_Content_Length_is_rejected_before_the_body_is_read()
    {
        // Nothing follows the headers. A client that reads the body would wait for its time-out.
        await using WireServer server = new(async (_, stream, cancellationToken) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 65537\r\n\r\n"u8.ToArray(), cancellationToken);
            await WireServer.StallAsync(cancellationToken);
        });

        Assert.Contains("65536 bytes", (await GetErrorAsync(server)).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endless_body_is_rejected_at_the_limit()
    {
        await using WireServer server = new(async (_, stream, cancellationToken) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"u8.ToArray(), cancellationToken);
            byte[] spaces = Encoding.Latin1.GetBytes(new string(' ', 4_096));

            while (true)
                await stream.WriteAsync(spaces, cancellationToken);
        });

        Assert.Contains("65536 bytes", (await GetErrorAsync(server)).Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_024, true)]
    [InlineData(1_025, false)]
    public async Task Size_limit_is_exact(int length, bool isRead)
    {
        PaymentsClientOptions options = Samples.Options();
        options.MaxResponseBytes = 1_024;
        byte[] body = Encoding.UTF8.GetBytes(Samples.Paid.PadRight(length));

        Assert.Equal(isRead, (await new CannedHandler(() => Samples.Bytes(body)).ToEndpoint(options).GetResultAsync(Samples.IdRequest, CancellationToken.None)).IsPaid);
        Assert.Equal(isRead, (await new CannedHandler(() => WithoutLength(body)).ToEndpoint(options).GetResultAsync(Samples.IdRequest, CancellationToken.None)).IsPaid);
    }

    [Fact]
    public async Task Long_chunked_response_is_read()
    {
        string padding = string.Join(",", new string('x', 30_000).ToCharArray());
        string body = Samples.With("\"error\":false", "\"error\":false,\"more\":\"" + padding + "\"");

        await using WireServer server = new(async (_, stream, cancellationToken) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"u8.ToArray(), cancellationToken);

            for (int at = 0; at < body.Length; at += 7_001)
            {
                string piece = body.Substring(at, Math.Min(7_001, body.Length - at));
                await stream.WriteAsync(Encoding.Latin1.GetBytes(piece.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n" + piece + "\r\n"), cancellationToken);
            }

            await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), cancellationToken);
        });

        Assert.True((await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(Samples.IdRequest, CancellationToken.None)).IsPaid);
    }

    [Fact]
    public async Task Response_that_arrives_byte_by_byte_is_read()
    {
        await using WireServer server = new(async (_, stream, cancellationToken) =>
        {
            foreach (byte piece in Encoding.Latin1.GetBytes(WireServer.Response(Samples.Paid)))
                await stream.WriteAsync(new[] { piece }, cancellationToken);
        });

        Assert.True((await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(Samples.IdRequest, CancellationToken.None)).IsPaid);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
#if !LIBRARY_NETSTANDARD2_0
    [InlineData("br")]
#endif
    public async Task Compressed_response_is_decoded_and_an_invalid_one_is_rejected(string encoding)
    {
        byte[] compressed = Compress(Encoding.UTF8.GetBytes(Samples.Paid), encoding);

        await using WireServer valid = new(Compressed(compressed, encoding));
        Assert.True((await PaymentsEndpoint.Create(Samples.Options(valid.Address)).GetResultAsync(Samples.IdRequest, CancellationToken.None)).IsPaid);

        await using WireServer invalid = new(Compressed([.. "not compressed at all"u8], encoding));
        await GetErrorAsync(invalid);
    }

    [Fact]
    public async Task Compression_bomb_is_rejected()
    {
        byte[] bomb = Compress(Encoding.UTF8.GetBytes(Samples.Paid.PadRight(2_000_000)), "gzip");
        Assert.True(bomb.Length < 65_536);

        await using WireServer server = new(Compressed(bomb, "gzip"));
        Assert.Contains("65536 bytes", (await GetErrorAsync(server)).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compressed_response_that_the_handler_did_not_decode_is_rejected()
    {
        HttpResponseMessage response = Samples.Bytes(Compress(Encoding.UTF8.GetBytes(Samples.Paid), "gzip"));
        response.Content.Headers.ContentEncoding.Add("gzip");

        PaymentsResult result = await new CannedHandler(() => response).ToEndpoint().GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Assert.Equal(PaymentsErrorKind.InvalidResponse, result.Error?.Kind);
        Assert.Contains("AutomaticDecompression", result.Error!.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("application/json", true)]
    [InlineData("application/json; charset=utf-8", true)]
    [InlineData("application/json;charset=\"UTF-8\"", true)]
    [InlineData("text/plain; charset=us-ascii", true)]
    [InlineData("application/json; charset=utf-16", false)]
    [InlineData("application/json; charset=iso-8859-1", false)]
    [InlineData("application/json; charset=unheard-of", false)]
    [InlineData("application/json; charset=", false)]
    [InlineData("application/json; charset=utf-7; charset=utf-8", false)]
    public async Task Charset_other_than_UTF8_is_rejected(string? contentType, bool isRead)
    {
        PaymentsResult result = await new CannedHandler(() =>
        {
            HttpResponseMessage response = Samples.Bytes(Encoding.UTF8.GetBytes(Samples.Paid));

            if (contentType is not null)
                response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);

            return response;
        }).ToEndpoint().GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Assert.Equal(isRead, result.IsPaid);
        Assert.Equal(isRead ? null : PaymentsErrorKind.InvalidResponse, result.Error?.Kind);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html>PAID</html>", "text/html; charset=utf-8", "HTML")]
    [InlineData("", "application/json", "empty")]
    [InlineData("{\"status\":200,\"error\":false,\"meta\":{", "application/json", "truncated")]
    public async Task Invalid_body_is_rejected_with_a_plain_reason(string body, string contentType, string reason)
    {
        await using WireServer server = new(WireServer.Response(body, headers: $"Content-Type: {contentType}\r\n"));

        Assert.Contains(reason, (await GetErrorAsync(server)).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_after_204_is_not_read()
    {
        await using WireServer server = new(WireServer.Response(Samples.Paid, "204 No Content"));

        Assert.Equal(HttpStatusCode.NoContent, (await GetErrorAsync(server)).StatusCode);
    }

    [Fact]
    public void Buffer_is_cleared_before_it_is_returned()
    {
        byte[] mark = "MARK"u8.ToArray();
        ResponseBodyBuffer body = new(maxLength: 4_096);
        body.Write(mark, 0, mark.Length);
        ReadOnlySpan<byte> written = body.Written;
        Assert.True(written.SequenceEqual(mark));

        body.Return();

        Assert.Equal(new byte[mark.Length], written.ToArray());
        Assert.True(body.Written.IsEmpty);
        body.Return();
    }

    [Fact]
    public void Buffer_keeps_its_content_when_it_grows_and_throws_beyond_its_limit()
    {
        byte[] part = [.. Enumerable.Range(0, 700).Select(i => (byte)i)];
        ResponseBodyBuffer body = new(maxLength: 7_000);

        for (int i = 0; i < 10; i++)
            body.Write(part, 0, part.Length);

        Assert.Equal(Enumerable.Repeat(part, 10).SelectMany(bytes => bytes), body.Written.ToArray());
        Assert.False(body.IsTooLarge);
        Assert.Throws<InvalidDataException>(() => body.Write(part, 0, 1));
        Assert.True(body.IsTooLarge);
        Assert.True(body.Written.IsEmpty);
        Assert.Throws<InvalidDataException>(() => body.Write([], 0, 0));
        body.Return();
    }

    private static async Task<PaymentsError> GetErrorAsync(WireServer server)
    {
        PaymentsResult result = await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(Samples.IdRequest, CancellationToken.None);

        Assert.Equal(PaymentsErrorKind.InvalidResponse, result.Error?.Kind);
        return result.Error!;
    }

    private static HttpResponseMessage WithoutLength(byte[] body) =>
        new(HttpStatusCode.OK) { Content = new StreamContent(new BufferedStream(new DeflateStream(new MemoryStream(Deflate(body)), CompressionMode.Decompress))) };

    private static byte[] Deflate(byte[] body)
    {
        MemoryStream packed = new();

        using (DeflateStream packing = new(packed, CompressionLevel.Fastest, leaveOpen: true))
            packing.Write(body);

        return packed.ToArray();
    }

    private static byte[] Compressed(byte[] body, string encoding) =>
        [.. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n")), .. body];

    private static byte[] Compress(byte[] body, string encoding)
    {
        MemoryStream packed = new();

        using (Stream packing = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        })
            packing.Write(body);

        return packed.ToArray();
    }
}

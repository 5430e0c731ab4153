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
    public async Task An_announced_body_that_is_too_large_is_refused_before_it_is_read()
    {
        // Nothing comes behind the headers: who read on would wait for its time-out.
        await using WireServer server = new(async (_, stream, cancellationToken) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 65537\r\n\r\n"u8.ToArray(), cancellationToken);
            await WireServer.StallAsync(cancellationToken);
        });

        Assert.Contains("65536 bytes", (await RefuseAsync(server)).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_an_end_is_refused_when_the_bound_is_passed()
    {
        await using WireServer server = new(async (_, stream, cancellationToken) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"u8.ToArray(), cancellationToken);
            byte[] blanks = Encoding.Latin1.GetBytes(new string(' ', 4_096));

            while (true)
                await stream.WriteAsync(blanks, cancellationToken);
        });

        Assert.Contains("65536 bytes", (await RefuseAsync(server)).Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_024, true)]
    [InlineData(1_025, false)]
    public async Task The_bound_is_exact(int length, bool isRead)
    {
        PaymentsClientOptions options = Samples.Options();
        options.MaxResponseBytes = 1_024;
        byte[] body = Encoding.UTF8.GetBytes(Samples.Paid.PadRight(length));

        Assert.Equal(isRead, (await new CannedHandler(() => Samples.Bytes(body)).ToEndpoint(options).GetResultAsync(Samples.ByIds, CancellationToken.None)).IsPaid);
        Assert.Equal(isRead, (await new CannedHandler(() => Unannounced(body)).ToEndpoint(options).GetResultAsync(Samples.ByIds, CancellationToken.None)).IsPaid);
    }

    [Fact]
    public async Task A_long_answer_within_the_bound_is_read_in_many_pieces()
    {
        string more = string.Join(",", new string('x', 30_000).ToCharArray());
        string body = Samples.With("\"error\":false", "\"error\":false,\"more\":\"" + more + "\"");

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

        Assert.True((await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(Samples.ByIds, CancellationToken.None)).IsPaid);
    }

    [Fact]
    public async Task An_answer_byte_by_byte_is_an_answer()
    {
        await using WireServer server = new(async (_, stream, cancellationToken) =>
        {
            foreach (byte piece in Encoding.Latin1.GetBytes(WireServer.Answer(Samples.Paid)))
                await stream.WriteAsync(new[] { piece }, cancellationToken);
        });

        Assert.True((await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(Samples.ByIds, CancellationToken.None)).IsPaid);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
#if !LIBRARY_NETSTANDARD2_0
    [InlineData("br")]
#endif
    public async Task A_compressed_answer_is_decoded_and_a_broken_one_is_no_answer(string encoding)
    {
        byte[] compressed = Compress(Encoding.UTF8.GetBytes(Samples.Paid), encoding);

        await using WireServer sound = new(Compressed(compressed, encoding));
        Assert.True((await PaymentsEndpoint.Create(Samples.Options(sound.Address)).GetResultAsync(Samples.ByIds, CancellationToken.None)).IsPaid);

        await using WireServer broken = new(Compressed([.. "not compressed at all"u8], encoding));
        await RefuseAsync(broken);
    }

    [Fact]
    public async Task A_small_answer_that_unpacks_into_a_large_one_is_refused()
    {
        byte[] bomb = Compress(Encoding.UTF8.GetBytes(Samples.Paid.PadRight(2_000_000)), "gzip");
        Assert.True(bomb.Length < 65_536);

        await using WireServer server = new(Compressed(bomb, "gzip"));
        Assert.Contains("65536 bytes", (await RefuseAsync(server)).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compressed_answer_that_nobody_decoded_is_refused_with_the_way_out()
    {
        HttpResponseMessage response = Samples.Bytes(Compress(Encoding.UTF8.GetBytes(Samples.Paid), "gzip"));
        response.Content.Headers.ContentEncoding.Add("gzip");

        PaymentsResult result = await new CannedHandler(() => response).ToEndpoint().GetResultAsync(Samples.ByIds, CancellationToken.None);

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
    public async Task Only_UTF8_is_read(string? contentType, bool isRead)
    {
        PaymentsResult result = await new CannedHandler(() =>
        {
            HttpResponseMessage response = Samples.Bytes(Encoding.UTF8.GetBytes(Samples.Paid));

            if (contentType is not null)
                response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);

            return response;
        }).ToEndpoint().GetResultAsync(Samples.ByIds, CancellationToken.None);

        Assert.Equal(isRead, result.IsPaid);
        Assert.Equal(isRead ? null : PaymentsErrorKind.InvalidResponse, result.Error?.Kind);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html>PAID</html>", "text/html; charset=utf-8", "HTML")]
    [InlineData("", "application/json", "empty")]
    [InlineData("{\"status\":200,\"error\":false,\"meta\":{", "application/json", "truncated")]
    public async Task What_is_no_answer_is_refused_with_a_reason_that_a_person_understands(string body, string contentType, string reason)
    {
        await using WireServer server = new(WireServer.Answer(body, headers: $"Content-Type: {contentType}\r\n"));

        Assert.Contains(reason, (await RefuseAsync(server)).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_behind_204_is_not_read()
    {
        await using WireServer server = new(WireServer.Answer(Samples.Paid, "204 No Content"));

        Assert.Equal(HttpStatusCode.NoContent, (await RefuseAsync(server)).StatusCode);
    }

    [Fact]
    public void A_buffer_goes_back_empty()
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
    public void A_buffer_keeps_what_it_was_given_while_it_grows_and_nothing_beyond_its_bound()
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

    private static async Task<PaymentsError> RefuseAsync(WireServer server)
    {
        PaymentsResult result = await PaymentsEndpoint.Create(Samples.Options(server.Address)).GetResultAsync(Samples.ByIds, CancellationToken.None);

        Assert.Equal(PaymentsErrorKind.InvalidResponse, result.Error?.Kind);
        return result.Error!;
    }

    private static HttpResponseMessage Unannounced(byte[] body) =>
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

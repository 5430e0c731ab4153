using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Net;
using System.Net.Http;
#if !NETSTANDARD2_0
using System.Net.Http.Headers;
#endif
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Compatibility;

namespace Figma.Payments.Http;

/// <summary>Decompresses a response body, and rejects a compressed body that is truncated or followed by other bytes.</summary>
/// <remarks>
/// The framework's handlers ignore what follows the end of a gzip or zlib stream, so a compressed paid response with an uncompressed unpaid one after it
/// would be read as paid. They also ignore a missing checksum.
/// </remarks>
internal sealed class DecompressedContent : HttpContent
{
    /// <summary>The value of the <c>Accept-Encoding</c> header of a request.</summary>
#if NETSTANDARD2_0
    public const string AcceptEncoding = "gzip, deflate";
#else
    public const string AcceptEncoding = "gzip, deflate, br";
#endif

    private const int BufferLength = 4_096;

    private readonly HttpContent _compressed;
    private readonly string _encoding;

    private DecompressedContent(HttpContent compressed, string encoding)
    {
        _compressed = compressed;
        _encoding = encoding;

#if NETSTANDARD2_0
        foreach (KeyValuePair<string, IEnumerable<string>> header in compressed.Headers)
#else
        foreach (KeyValuePair<string, HeaderStringValues> header in compressed.Headers.NonValidated)
#endif
            Headers.TryAddWithoutValidation(header.Key, header.Value);

        Headers.Remove("Content-Encoding");
        Headers.Remove("Content-Length");
    }

    /// <summary>Replaces the content of a response if it is compressed with exactly one of the supported codings.</summary>
    public static void Decompress(HttpResponseMessage response)
    {
        if (response.Content is { } content && Platform.GetHeader(content.Headers, "Content-Encoding") is { } encoding && IsSupported(encoding))
            response.Content = new DecompressedContent(content, encoding);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        DecompressAsync(stream, CancellationToken.None);

#if !NETSTANDARD2_0
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        DecompressAsync(stream, cancellationToken);
#endif

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _compressed.Dispose();

        base.Dispose(disposing);
    }

    private static bool IsSupported(string encoding) => Is(encoding, "gzip") || Is(encoding, "deflate") || IsBrotli(encoding);

    private static bool IsBrotli(string encoding) =>
#if NETSTANDARD2_0
        false;
#else
        Is(encoding, "br");
#endif

    private static bool Is(string encoding, string name) => encoding.Equals(name, StringComparison.OrdinalIgnoreCase);

    private async Task DecompressAsync(Stream target, CancellationToken cancellationToken)
    {
#if NETSTANDARD2_0
        using CompressedStream source = new(await _compressed.ReadAsStreamAsync().ConfigureAwait(false));
#else
        using CompressedStream source = new(await _compressed.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
#endif

        // An empty body is not compressed, whatever its headers declare.
        if (await source.IsAtEndAsync(cancellationToken).ConfigureAwait(false))
            return;

        CompressionFormat format = IsBrotli(_encoding) ? CompressionFormat.Bare
            : Is(_encoding, "gzip") ? CompressionFormat.Gzip
            : await CompressionFormat.DetectZlibAsync(source, cancellationToken).ConfigureAwait(false);

        await format.ReadHeaderAsync(source, cancellationToken).ConfigureAwait(false);

#if NETSTANDARD2_0
        using (DeflateStream decoder = new(source, CompressionMode.Decompress, leaveOpen: true))
#else
        using (Stream decoder = IsBrotli(_encoding)
            ? new BrotliStream(source, CompressionMode.Decompress, leaveOpen: true)
            : new DeflateStream(source, CompressionMode.Decompress, leaveOpen: true))
#endif
        {
            byte[] buffer = new byte[BufferLength];
            int length;

            while ((length = await Platform.ReadAsync(decoder, buffer, 0, cancellationToken).ConfigureAwait(false)) > 0)
            {
                format.Update(buffer, length);
                await Platform.WriteAsync(target, buffer, length, cancellationToken).ConfigureAwait(false);
            }
        }

        await format.ReadTrailerAsync(source, cancellationToken).ConfigureAwait(false);

        if (!await source.IsAtEndAsync(cancellationToken).ConfigureAwait(false))
            throw new InvalidDataException("Other bytes follow the end of the compressed body.");
    }
}

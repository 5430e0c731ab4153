using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Compatibility;

namespace Figma.Payments.Http;

/// <summary>Reads a compressed body, and passes it on one byte at a time, so that a decoder doesn't take any byte after the end of its stream.</summary>
internal sealed class CompressedStream(Stream body) : Stream
{
    private readonly byte[] _buffer = new byte[4_096];
    private int _position;
    private int _length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Determines whether the body has ended.</summary>
    public async Task<bool> IsAtEndAsync(CancellationToken cancellationToken) => !await FillAsync(1, cancellationToken).ConfigureAwait(false);

    /// <summary>Returns the next two bytes as a big-endian number without consuming them, or -1 if there are fewer.</summary>
    public async Task<int> PeekTwoBytesAsync(CancellationToken cancellationToken) =>
        await FillAsync(2, cancellationToken).ConfigureAwait(false) ? (_buffer[_position] << 8) | _buffer[_position + 1] : -1;

    /// <summary>Returns the next byte.</summary>
    /// <exception cref="InvalidDataException">The body has ended.</exception>
    public async Task<byte> ReadByteAsync(CancellationToken cancellationToken) =>
        await FillAsync(1, cancellationToken).ConfigureAwait(false) ? _buffer[_position++] : throw new InvalidDataException("The compressed body is truncated.");

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (count == 0 || (_position == _length && !Fill()))
            return 0;

        buffer[offset] = _buffer[_position++];
        return 1;
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        if (count == 0 || !await FillAsync(1, cancellationToken).ConfigureAwait(false))
            return 0;

        buffer[offset] = _buffer[_position++];
        return 1;
    }

#if !NETSTANDARD2_0
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || !await FillAsync(1, cancellationToken).ConfigureAwait(false))
            return 0;

        buffer.Span[0] = _buffer[_position++];
        return 1;
    }
#endif

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            body.Dispose();

        base.Dispose(disposing);
    }

    private bool Fill()
    {
        _position = 0;
        _length = body.Read(_buffer, 0, _buffer.Length);
        return _length > 0;
    }

    private async ValueTask<bool> FillAsync(int needed, CancellationToken cancellationToken)
    {
        while (_length - _position < needed)
        {
            Buffer.BlockCopy(_buffer, _position, _buffer, 0, _length - _position);
            _length -= _position;
            _position = 0;

            int read = await Platform.ReadAsync(body, _buffer, _length, cancellationToken).ConfigureAwait(false);

            if (read == 0)
                return false;

            _length += read;
        }

        return true;
    }
}

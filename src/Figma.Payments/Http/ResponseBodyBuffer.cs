using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.Http;

/// <summary>A pooled buffer that a body is copied into, up to a bound.</summary>
/// <remarks>
/// A stream to be written to, not one that is read from: the body comes straight from the connection's own buffer, and a
/// content of a handler's own is bounded too, which the framework would else gather as a whole before the first read.
/// Given back only by who saw the copying end: what was given up may still write. It is given back empty, for a server
/// may have echoed a secret.
/// </remarks>
internal sealed class ResponseBodyBuffer(int maxLength) : Stream
{
    private const int UsualLength = 1_024;

    private const int PassedBound = -1;

    private byte[] _bytes = [];
    private int _length;

    /// <summary>Whether the bound was passed.</summary>
    public bool IsTooLarge => _length == PassedBound;

    /// <summary>What was written; nothing where the bound was passed.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Math.Max(0, _length));

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Add(buffer.AsSpan(offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Add(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

#if !NETSTANDARD2_0
    public override void Write(ReadOnlySpan<byte> buffer) => Add(buffer);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Add(buffer.Span);
        return default;
    }
#endif

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Gives the buffer back.</summary>
    public void Return()
    {
        byte[] bytes = _bytes;
        int length = _length;

        _bytes = [];
        _length = 0;
        Return(bytes, length);
    }

    private static void Return(byte[] bytes, int length)
    {
        if (bytes.Length == 0)
            return;

        Array.Clear(bytes, 0, length);
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        if (IsTooLarge || bytes.Length > maxLength - _length)
        {
            Return();
            _length = PassedBound;
            throw new InvalidDataException("The body is too large.");
        }

        if (bytes.Length > _bytes.Length - _length)
            Grow(_length + bytes.Length);

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Grow(int neededLength)
    {
        byte[] small = _bytes;
        byte[] large = ArrayPool<byte>.Shared.Rent(Math.Max(neededLength, Math.Max(UsualLength, (int)Math.Min(small.Length * 2L, maxLength))));

        small.AsSpan(0, _length).CopyTo(large);
        _bytes = large;
        Return(small, _length);
    }
}

using System;
using System.Buffers;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.Http;

/// <summary>A pooled buffer with a size limit, into which a response body is copied.</summary>
/// <remarks>
/// <para>
/// It is a stream that is written to. The framework writes to it directly from the buffer of the connection. The limit also applies to the content of custom handlers,
/// which the framework would otherwise buffer completely before the first read.
/// </para>
/// <para>
/// Call <see cref="Return()"/> only if the copy has ended, because an abandoned copy can still write to the buffer. The buffer is cleared before it is returned
/// to the pool, because the server might have repeated a secret.
/// </para>
/// </remarks>
[DebuggerDisplay("hidden")]
internal sealed class ResponseBodyBuffer(int maxLength) : Stream
{
    private const int InitialLength = 1_024;

    private const int Exceeded = -1;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private byte[] _bytes = [];
    private int _length;

    /// <summary>Gets a value that indicates whether the body exceeded the limit.</summary>
    public bool IsTooLarge => _length == Exceeded;

    /// <summary>Gets the bytes that were written, or an empty span if the body exceeded the limit.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
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

    /// <summary>Clears the buffer and returns it to the pool.</summary>
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
            _length = Exceeded;
            throw new InvalidDataException("The response body is too large.");
        }

        if (bytes.Length > _bytes.Length - _length)
            Grow(_length + bytes.Length);

        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Grow(int neededLength)
    {
        byte[] previous = _bytes;
        byte[] bytes = ArrayPool<byte>.Shared.Rent(Math.Max(neededLength, Math.Max(InitialLength, (int)Math.Min(previous.Length * 2L, maxLength))));

        previous.AsSpan(0, _length).CopyTo(bytes);
        _bytes = bytes;
        Return(previous, _length);
    }
}

using System;
using System.Buffers;

namespace Figma.Payments;

/// <summary>A pooled buffer that a body is read into, up to a bound.</summary>
/// <remarks>
/// Given back only by who saw every read end: a read that was given up may still write into it.
/// It is given back empty, for a server may have echoed a secret.
/// </remarks>
internal struct BodyBuffer
{
    private const int UsualLength = 1_024;

    private readonly int _maxLength;
    private byte[]? _bytes;

    private BodyBuffer(byte[] bytes, int maxLength)
    {
        _bytes = bytes;
        _maxLength = maxLength;
    }

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    public readonly byte[] Bytes => _bytes ?? [];

    /// <summary>How many bytes the next read may bring: one more than the bound, to see that there are too many.</summary>
    public readonly int Room => _bytes is null ? 0 : Math.Min(_bytes.Length, _maxLength + 1) - Length;

    public readonly bool IsTooLarge => Length > _maxLength;

    public readonly ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Takes a buffer from the pool.</summary>
    /// <param name="announcedLength">What the body's header says.</param>
    /// <param name="maxLength">The bound.</param>
    public static BodyBuffer Rent(long? announcedLength, int maxLength)
    {
        long length = announcedLength is >= UsualLength ? announcedLength.GetValueOrDefault() + 1 : UsualLength;
        return new BodyBuffer(ArrayPool<byte>.Shared.Rent((int)Math.Min(length, maxLength + 1L)), maxLength);
    }

    /// <summary>Takes note of what a read brought, and makes room for the next one.</summary>
    /// <returns>Whether there is more to read.</returns>
    public bool Advance(int count)
    {
        Length += count;

        if (count == 0 || IsTooLarge)
            return false;

        if (Room == 0)
            Grow();

        return true;
    }

    /// <summary>Gives the buffer back.</summary>
    public void Return()
    {
        if (_bytes is null)
            return;

        Array.Clear(_bytes, 0, Length);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = null;
        Length = 0;
    }

    private void Grow()
    {
        byte[] small = _bytes!;
        byte[] large = ArrayPool<byte>.Shared.Rent((int)Math.Min(small.Length * 2L, _maxLength + 1L));

        Buffer.BlockCopy(small, 0, large, 0, Length);
        Array.Clear(small, 0, Length);
        ArrayPool<byte>.Shared.Return(small);
        _bytes = large;
    }
}

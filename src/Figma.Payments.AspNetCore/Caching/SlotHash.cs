using System;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>
/// Converts the hash of a token or a user ID to a slot of a table. It contains a random number (multiply-shift hashing): everyone can compute the hash of a token,
/// and could invent one that replaces the slot of somebody.
/// </summary>
internal sealed class SlotHash
{
    private readonly UInt128 _factor;

    public SlotHash()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        _factor = BinaryPrimitives.ReadUInt128LittleEndian(bytes) | UInt128.One;
    }

    /// <summary>Returns a number below <paramref name="size"/>. Only the upper bits of the product depend on all bits of the digest.</summary>
    public int GetIndex(UInt128 digest, uint size) => (int)(((ulong)(digest * _factor >> 96) * size) >> 32);
}

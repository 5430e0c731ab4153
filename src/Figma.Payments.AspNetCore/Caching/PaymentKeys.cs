using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Figma.Payments.AspNetCore.Decisions;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>Creates the keys of a gate. A key covers the scope of the cache, the gate, the resource, the kind of the request, and the token or the user ID.</summary>
internal sealed class PaymentKeys
{
    private const string Prefix = "figma.payments:";

    // The digest in Base64. It is written without a string of its own, which saves 112 bytes for each request.
    private const int DigestLength = 44;

    // A hash for each thread, because OpenSSL takes longer to create and free one than to compute it. It saves 0.1 µs of 0.5 µs for each request.
    [ThreadStatic]
    private static IncrementalHash? _hash;

    private readonly byte[] _tokenPrefix;
    private readonly byte[] _userPrefix;

    public PaymentKeys(string scope, string gate, ResourceId resource)
    {
        _tokenPrefix = HashPrefix("token");
        _userPrefix = HashPrefix("user");

        // Each part is preceded by its length, so that different parts never lead to the same text.
        byte[] HashPrefix(string kind) => SHA256.HashData(Encoding.UTF8.GetBytes(
            $"1|{scope.Length}|{scope}|{gate.Length}|{gate}|{resource.Type}|{resource.Value.Length}|{resource.Value}|{kind}"));
    }

    public PaymentKey Create(in PaymentSubject subject) =>
        subject.IsToken ? Create(_tokenPrefix, subject.Token.Secret!) : Create(_userPrefix, subject.UserId.Value);

    private static PaymentKey Create(ReadOnlySpan<byte> prefix, string text)
    {
        int length = prefix.Length + Encoding.UTF8.GetMaxByteCount(text.Length);
        byte[]? rented = length <= 1_024 ? null : ArrayPool<byte>.Shared.Rent(length);
        Span<byte> buffer = rented is null ? stackalloc byte[1_024] : rented;
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];

        prefix.CopyTo(buffer);
        length = prefix.Length + Encoding.UTF8.GetBytes(text, buffer[prefix.Length..]);
        Hash(buffer[..length], digest);

        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);

        Span<char> base64 = stackalloc char[DigestLength];
        Convert.TryToBase64Chars(digest, base64, out _);

        return new PaymentKey(string.Concat(Prefix, base64), BinaryPrimitives.ReadUInt128LittleEndian(digest));
    }

    private static void Hash(ReadOnlySpan<byte> data, Span<byte> digest)
    {
        IncrementalHash hash = _hash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(data);
        hash.GetHashAndReset(digest);
    }
}

using System;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>Signs the entries of the cache with HMAC-SHA256 over their key and value. Without it, write access to the distributed cache would be access to the endpoints.</summary>
internal sealed class EntrySigner
{
    private const char Separator = '.';

    // The signature in Base64.
    private const int SignatureLength = 44;

    private readonly byte[] _key;

    /// <param name="secret">The secret that all machines share, or null for a random one: then no other process can read the entries.</param>
    public EntrySigner(string? secret) =>
        _key = secret is null ? RandomNumberGenerator.GetBytes(32) : HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), "Figma.Payments.AspNetCore cache 1"u8);

    /// <summary>Returns the entry: the signature, followed by the value.</summary>
    public string Sign(string key, string value)
    {
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Compute(key, value, signature);
        return string.Concat(Convert.ToBase64String(signature), ".", value);
    }

    /// <summary>Gets the value of an entry if it was signed for this key.</summary>
    public bool TryGetValue(string key, string entry, [NotNullWhen(true)] out string? value)
    {
        value = null;

        if (entry.Length <= SignatureLength || entry[SignatureLength] != Separator)
            return false;

        Span<byte> actual = stackalloc byte[HMACSHA256.HashSizeInBytes];

        if (!Convert.TryFromBase64Chars(entry.AsSpan(0, SignatureLength), actual, out int written) || written != actual.Length)
            return false;

        string candidate = entry[(SignatureLength + 1)..];
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Compute(key, candidate, expected);

        if (!CryptographicOperations.FixedTimeEquals(actual, expected))
            return false;

        value = candidate;
        return true;
    }

    // A key contains no line break, so the boundary between key and value is unambiguous.
    private void Compute(string key, string value, Span<byte> signature) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(key + "\n" + value), signature);
}

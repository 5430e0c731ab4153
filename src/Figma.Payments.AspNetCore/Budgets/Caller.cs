using System;
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Figma.Payments.AspNetCore.Budgets;

/// <summary>Represents the caller of a request: a signed-in user, or else the user of a payment token that was admitted before, or else a network. A check outside of a request has no caller and isn't limited.</summary>
/// <param name="User">The signed-in user, or null.</param>
/// <param name="Address">The address of the caller, or null if it isn't known.</param>
/// <param name="IsRequest"><c>false</c> for a check outside of a request.</param>
/// <param name="TokenUser">The hash of the user of the payment token if the token was admitted before, so that the caller doesn't share the limit of the network; otherwise, null.</param>
/// <param name="HasOldPayment"><c>true</c> if there is no payment token, and the cache contains an old payment of the user that can be used in the grace period.</param>
internal readonly record struct Caller(UserId? User, IPAddress? Address, bool IsRequest, UInt128? TokenUser = null, bool HasOldPayment = false)
{
    // 64:ff9b::/96 and 64:ff9b:1::/48.
    private static ReadOnlySpan<byte> TranslationPrefix => [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0];

    private static ReadOnlySpan<byte> LocalTranslationPrefix => [0, 0x64, 0xff, 0x9b, 0, 1];

    /// <summary>Gets a value that indicates whether all users of a network are this caller.</summary>
    public bool IsNetwork => User is null && TokenUser is null;

    /// <summary>Gets a value that indicates whether the payment token or the user ID was admitted before, so that it isn't the cause if Figma doesn't respond.</summary>
    public bool WasAdmitted => TokenUser is not null || HasOldPayment;

    /// <summary>Returns the hash that identifies the caller for limits.</summary>
    public UInt128 GetLimitKey(CallerHasher hasher) => User is { } user ? hasher.Hash(NameOf(user)) : TokenUser ?? hasher.Hash(NameOf(Address));

    public static string NameOf(UserId user) => "user " + user.Value;

    /// <summary>
    /// Returns the network of an address: the address for IPv4, the first 64 bits for IPv6, because one subscriber has as many addresses as they like. An address that a
    /// translator created contains the IPv4 address of the caller (RFC 6052, RFC 8215).
    /// </summary>
    public static string NameOf(IPAddress? address)
    {
        if (address is null)
            return "network unknown";

        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();

        if (address.AddressFamily == AddressFamily.InterNetwork)
            return "network " + address;

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);

        return bytes.StartsWith(TranslationPrefix) ? "network " + new IPAddress(bytes[12..])
            : bytes.StartsWith(LocalTranslationPrefix) ? "network " + address
            : "network " + Convert.ToHexString(bytes[..8]);
    }
}

/// <summary>Converts names of callers to keys of tables. Neither an address nor a user ID is kept in memory.</summary>
internal sealed class CallerHasher(string? secret)
{
    private readonly byte[] _key = secret is null ? RandomNumberGenerator.GetBytes(32) : HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), "Figma.Payments.AspNetCore callers 1"u8);

    public UInt128 Hash(string name)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(name), digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }
}

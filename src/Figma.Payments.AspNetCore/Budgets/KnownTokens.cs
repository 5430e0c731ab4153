using System;
using Figma.Payments.AspNetCore.Caching;

namespace Figma.Payments.AspNetCore.Budgets;

/// <summary>
/// Contains payment tokens that were admitted, and the hash of their user. A token is known while its payment information is cached, and some minutes longer,
/// in which it is sent to Figma once more.
/// </summary>
internal sealed class KnownTokens(TimeProvider time)
{
    private const int Size = 8_192;

    // A payment token expires after some minutes.
    private static readonly TimeSpan TimeAfterCache = TimeSpan.FromMinutes(5);

    private readonly TokenTable<UInt128> _table = new(time, Size);

    /// <summary>Returns the hash of the user of a token, or null if the token isn't known.</summary>
    public UInt128? FindUser(PaymentKey token) => _table.Find(token);

    public void Add(PaymentKey token, UInt128 user, TimeSpan cachedFor) => _table.Add(token, user, cachedFor + TimeAfterCache);

    public void Remove(PaymentKey token) => _table.Remove(token);
}

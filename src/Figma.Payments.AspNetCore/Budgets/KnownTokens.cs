using System;
using Figma.Payments.AspNetCore.Caching;

namespace Figma.Payments.AspNetCore.Budgets;

/// <summary>
/// Contains payment tokens that were admitted, and the hash of their user. A token is known while its payment information is cached, and some minutes longer,
/// in which it is sent to Figma once more. It is bounded: tokens with the same slot replace each other.
/// </summary>
internal sealed class KnownTokens(TimeProvider time)
{
    private const int Size = 8_192;

    // A payment token expires after some minutes.
    private static readonly TimeSpan TimeAfterCache = TimeSpan.FromMinutes(5);

    private readonly object _lock = new();
    private Slot[]? _slots;

    /// <summary>Returns the hash of the user of a token, or null if the token isn't known.</summary>
    public UInt128? FindUser(PaymentKey token)
    {
        lock (_lock)
        {
            if (_slots is null)
                return null;

            Slot slot = _slots[GetIndex(token)];
            return slot.Token == token.Digest && time.GetElapsedTime(slot.AddedAt) < slot.Lifetime ? slot.User : null;
        }
    }

    public void Add(PaymentKey token, UInt128 user, TimeSpan cachedFor)
    {
        lock (_lock)
            (_slots ??= new Slot[Size])[GetIndex(token)] = new Slot(token.Digest, user, time.GetTimestamp(), cachedFor + TimeAfterCache);
    }

    public void Remove(PaymentKey token)
    {
        lock (_lock)
        {
            if (_slots is not null && _slots[GetIndex(token)].Token == token.Digest)
                _slots[GetIndex(token)] = default;
        }
    }

    private static int GetIndex(PaymentKey token) => (int)((uint)token.Digest % Size);

    private readonly record struct Slot(UInt128 Token, UInt128 User, long AddedAt, TimeSpan Lifetime);
}

using System;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>A bounded table of payment tokens with a value for each. Tokens with the same slot replace each other.</summary>
/// <param name="time">The clock.</param>
/// <param name="size">The number of slots.</param>
internal sealed class TokenTable<T>(TimeProvider time, uint size)
    where T : struct
{
    private readonly object _lock = new();
    private readonly SlotHash _hash = new();
    private Slot[]? _slots;

    /// <summary>Returns the value of a token, or null if the token isn't in the table any more.</summary>
    public T? Find(PaymentKey token)
    {
        lock (_lock)
        {
            if (_slots is null)
                return null;

            Slot slot = _slots[GetIndex(token)];
            return slot.Token == token.Digest && time.GetElapsedTime(slot.AddedAt) < slot.Lifetime ? slot.Value : null;
        }
    }

    public void Add(PaymentKey token, T value, TimeSpan lifetime)
    {
        lock (_lock)
            (_slots ??= new Slot[size])[GetIndex(token)] = new Slot(token.Digest, value, time.GetTimestamp(), lifetime);
    }

    public void Remove(PaymentKey token)
    {
        lock (_lock)
        {
            if (_slots is not null && _slots[GetIndex(token)].Token == token.Digest)
                _slots[GetIndex(token)] = default;
        }
    }

    public void Clear()
    {
        lock (_lock)
            _slots = null;
    }

    private int GetIndex(PaymentKey token) => _hash.GetIndex(token.Digest, size);

    private readonly record struct Slot(UInt128 Token, T Value, long AddedAt, TimeSpan Lifetime);
}

using System;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>Contains tokens that Figma rejected recently. It is bounded and never leaves the process, because anyone can send tokens that fill it.</summary>
internal sealed class RefusedTokens(TimeProvider time)
{
    private const int Size = 4_096;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly object _lock = new();
    private Slot[]? _slots;

    /// <summary>Returns the reason why a token was refused, or null if it wasn't.</summary>
    public FigmaPaymentsRefusal? Find(PaymentKey key)
    {
        lock (_lock)
        {
            if (_slots is null)
                return null;

            Slot slot = _slots[GetIndex(key)];
            return slot.Digest == key.Digest && slot.Refusal != FigmaPaymentsRefusal.None && time.GetElapsedTime(slot.AddedAt) < Lifetime ? slot.Refusal : null;
        }
    }

    public void Add(PaymentKey key, FigmaPaymentsRefusal refusal)
    {
        lock (_lock)
            (_slots ??= new Slot[Size])[GetIndex(key)] = new Slot(key.Digest, time.GetTimestamp(), refusal);
    }

    /// <summary>Removes all tokens: they might have been rejected because of our own access token.</summary>
    public void Clear()
    {
        lock (_lock)
            _slots = null;
    }

    private static int GetIndex(PaymentKey key) => (int)((uint)key.Digest % Size);

    private readonly record struct Slot(UInt128 Digest, long AddedAt, FigmaPaymentsRefusal Refusal);
}

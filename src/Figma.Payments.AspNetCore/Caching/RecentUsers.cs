using System;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>Limits an operation to once in a period for each user. It is bounded: users with the same slot replace each other.</summary>
internal sealed class RecentUsers(TimeSpan period, TimeProvider time)
{
    private readonly object _lock = new();
    private readonly (UInt128 Digest, long AddedAt)[] _slots = new (UInt128, long)[1_024];

    /// <summary>Returns <c>false</c> if the user was added in this period.</summary>
    public bool TryAdd(PaymentKey key)
    {
        lock (_lock)
        {
            ref (UInt128 Digest, long AddedAt) slot = ref _slots[(int)((ulong)key.Digest % (ulong)_slots.Length)];

            if (slot.Digest == key.Digest && time.GetElapsedTime(slot.AddedAt) < period)
                return false;

            slot = (key.Digest, time.GetTimestamp());
            return true;
        }
    }
}

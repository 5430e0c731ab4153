using System;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>
/// Contains the users, tokens and user IDs whose grace period has ended, because Figma's response didn't say <c>PAID</c>, and the times of these responses.
/// All gates of the application share it. It is bounded: those with the same slot replace each other.
/// </summary>
internal sealed class EndedGracePeriods(TimeProvider time)
{
    private const int Size = 16_384;

    private readonly object _lock = new();
    private readonly SlotHash _hash = new();
    private (UInt128 Digest, DateTimeOffset EndedAt)[]? _slots;

    /// <summary>Gets or sets a value that indicates whether a gate has a grace period.</summary>
    public bool IsUsed { get; set; }

    /// <summary>Adds the time of a response. A response that took longer doesn't replace a newer one.</summary>
    public void Add(UInt128 digest, DateTimeOffset endedAt)
    {
        if (!IsUsed)
            return;

        lock (_lock)
        {
            _slots ??= new (UInt128, DateTimeOffset)[Size];
            ref (UInt128 Digest, DateTimeOffset EndedAt) slot = ref _slots[_hash.GetIndex(digest, Size)];

            if (slot.Digest != digest || slot.EndedAt < endedAt || IsInFuture(slot.EndedAt))
                slot = (digest, endedAt);
        }
    }

    /// <summary>Returns the time at which a grace period has ended, or null. A time in the future is removed, because the clock was corrected since.</summary>
    public DateTimeOffset? Find(UInt128 digest)
    {
        lock (_lock)
        {
            if (_slots is null)
                return null;

            ref (UInt128 Digest, DateTimeOffset EndedAt) slot = ref _slots[_hash.GetIndex(digest, Size)];

            if (slot.Digest != digest)
                return null;

            if (!IsInFuture(slot.EndedAt))
                return slot.EndedAt;

            slot = default;
            return null;
        }
    }

    private bool IsInFuture(DateTimeOffset endedAt) => endedAt - time.GetUtcNow() > PaymentCache.MaxClockDifference;
}

using System;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Decisions;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>Contains payment information, never decisions. What it returns has been verified: the signature, the resource, the user and the age.</summary>
internal sealed class PaymentCache(SharedCache cache, GateSettings settings, TimeProvider time)
{
    /// <summary>The difference between the clocks of two machines, or between a clock and its correction, that is tolerated.</summary>
    public static readonly TimeSpan MaxClockDifference = TimeSpan.FromSeconds(5);

    // Figma accepts few ID requests, so that one user who isn't admitted and asks again and again could use them up.
    private static readonly TimeSpan MinLifetimeOfUser = TimeSpan.FromMinutes(1);

    // So that entries don't expire at the same time.
    private const double MaxJitter = 0.1;

    // Entries that have been verified, so that the signature of an entry in memory isn't computed for each request. Entries with the same slot replace each other.
    private readonly VerifiedEntry?[] _verified = new VerifiedEntry?[1_024];

    /// <summary>Gets the payment information of a subject. If its lifetime is over in memory, another machine might have stored newer information.</summary>
    /// <param name="key">The key of the subject.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="isLocal"><c>true</c> to read the memory of this process only.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public ValueTask<CachedPayment> ReadAsync(PaymentKey key, in PaymentSubject subject, bool isLocal, CancellationToken cancellationToken)
    {
        ValueTask<string?> pending = cache.ReadAsync(key.Text, isLocal, cancellationToken);

        if (!pending.IsCompletedSuccessfully)
            return ReadSlowlyAsync(key, subject, pending, isLocal, cancellationToken);

        string? entry = pending.Result;
        CachedPayment cached = Verify(key, subject, entry);

        return entry is null || cached.IsFresh
            ? new ValueTask<CachedPayment>(cached)
            : ReadSlowlyAsync(key, subject, new ValueTask<string?>(entry), isLocal, cancellationToken);
    }

    /// <summary>
    /// Gets the payment information of a subject from the distributed cache, unless that from memory is newer. It doesn't join a read that another caller began earlier,
    /// perhaps before another machine wrote.
    /// </summary>
    public async ValueTask<CachedPayment> ReadSharedAsync(PaymentKey key, PaymentSubject subject, CachedPayment cached, CancellationToken cancellationToken)
    {
        string? entry = await cache.ReadSharedAsync(key.Text, cancellationToken).ConfigureAwait(false);
        CachedPayment shared = Verify(key, subject, entry);

        if (shared.Entry is null)
        {
            // The distributed cache has lost what ends the grace period on other machines. An entry that can't be used yet, because of a clock that is ahead, is newer.
            if (entry is null && cached is { Payment: null, Entry: { } ended } && settings.GraceFor > TimeSpan.Zero)
                await WriteAsync(key, subject, ended).ConfigureAwait(false);

            return shared.IsEndFromFuture ? cached with { Payment = null } : cached;
        }

        if (cached.Entry is not { } newer || shared.Entry.CheckedAt >= newer.CheckedAt)
            return shared;

        // The distributed cache failed when the entry was written, and the older one is in memory now.
        await WriteAsync(key, subject, newer).ConfigureAwait(false);
        return cached;
    }

    /// <summary>Stores a response from Figma. With a grace period, it doesn't replace a newer one of another machine, although the response took longer.</summary>
    public async ValueTask StoreAsync(PaymentKey key, PaymentSubject subject, VerifiedPayment payment)
    {
        if (settings.GraceFor == TimeSpan.Zero
            || Verify(key, subject, await cache.ReadSharedAsync(key.Text, CancellationToken.None).ConfigureAwait(false)).Entry is not { } shared
            || shared.CheckedAt <= payment.CheckedAt)
        {
            await WriteAsync(key, subject, payment).ConfigureAwait(false);
        }
    }

    private ValueTask WriteAsync(PaymentKey key, in PaymentSubject subject, VerifiedPayment payment)
    {
        TimeSpan lifetime = GetLifetime(payment, subject.IsToken);

        // Another machine can have an older PAID, which this entry must outlive.
        if (settings.GraceFor > TimeSpan.Zero)
            lifetime = (lifetime > settings.PaidFor ? lifetime : settings.PaidFor) + settings.GraceFor;

        TimeSpan remaining = payment.CheckedAt + lifetime - time.GetUtcNow();

        // If the clock was set back since the request, the entry mustn't live until it seems to be new again.
        remaining = remaining < lifetime ? remaining : lifetime;

        return remaining > TimeSpan.Zero ? cache.WriteAsync(key.Text, CacheEntry.Write(payment), remaining) : default;
    }

    /// <summary>Removes payment information. With a grace period, a revoked entry replaces it, so that other machines don't use an older one.</summary>
    public ValueTask RemoveAsync(PaymentKey key, in PaymentSubject subject, VerifiedPayment payment) =>
        settings.GraceFor == TimeSpan.Zero ? cache.RemoveAsync(key.Text) : WriteAsync(key, subject, payment with { Status = PaymentStatus.Unknown, IsRevoked = true });

    /// <summary>Records that Figma rejected a subject, so that no machine uses its payment information in the grace period. Returns <c>false</c> if there is none.</summary>
    public async ValueTask<bool> RejectAsync(PaymentKey key, PaymentSubject subject)
    {
        if (settings.GraceFor == TimeSpan.Zero || (await ReadAsync(key, subject, isLocal: false, CancellationToken.None).ConfigureAwait(false)).Payment is not { } payment)
            return false;

        await RemoveAsync(key, subject, payment with { CheckedAt = time.GetUtcNow() }).ConfigureAwait(false);
        return true;
    }

    /// <summary>Gets the shortest time for which a user who hasn't paid is in the cache. Only another token leads to another response about the user within this time.</summary>
    public TimeSpan MinUnpaidLifetime => (settings.UnpaidFor < settings.TrialFor ? settings.UnpaidFor : settings.TrialFor) * (1 - MaxJitter);

    /// <summary>Gets the longest time for which a payment admits the caller of a connection.</summary>
    public TimeSpan GetLifetime(FigmaPayment payment) =>
        payment.GrantedBy == FigmaPaymentGrant.AllowedUser && settings.UnpaidFor < MinLifetimeOfUser ? MinLifetimeOfUser : GetLifetime(payment.Status);

    /// <summary>Gets the longest time for which a payment status is used.</summary>
    public TimeSpan GetLifetime(PaymentStatus status) => status switch
    {
        PaymentStatus.Paid => settings.PaidFor,
        PaymentStatus.Trial => settings.TrialFor,
        _ => settings.UnpaidFor,
    };

    private TimeSpan GetLifetime(VerifiedPayment payment, bool isToken)
    {
        TimeSpan lifetime = GetLifetime(payment.Status);
        return isToken || lifetime > MinLifetimeOfUser || settings.FindGrant(payment) is FigmaPaymentGrant.Paid or FigmaPaymentGrant.Trial ? lifetime : MinLifetimeOfUser;
    }

    private async ValueTask<CachedPayment> ReadSlowlyAsync(PaymentKey key, PaymentSubject subject, ValueTask<string?> pending, bool isLocal, CancellationToken cancellationToken)
    {
        string? entry = await pending.ConfigureAwait(false);
        CachedPayment cached = Verify(key, subject, entry);

        return entry is null || cached.IsFresh || isLocal
            ? cached
            : await ReadSharedAsync(key, subject, cached, cancellationToken).ConfigureAwait(false);
    }

    private CachedPayment Verify(PaymentKey key, in PaymentSubject subject, string? entry)
    {
        if (entry is null || Find(key, subject.IsToken, entry) is not { } verified)
            return default;

        VerifiedPayment payment = verified.Payment;

        if (payment.ResourceId != settings.Resource || (!subject.IsToken && payment.UserId != subject.UserId))
            return default;

        TimeSpan age = time.GetUtcNow() - payment.CheckedAt;

        // An entry of a machine whose clock is ahead would seem to be new again later.
        if (age < -MaxClockDifference)
        {
            cache.RemoveLocally(key.Text);
            return new CachedPayment { IsEndFromFuture = payment.Status != PaymentStatus.Paid };
        }

        if (age < verified.Lifetime && !payment.IsRevoked)
            return new CachedPayment(payment, IsFresh: true, payment);

        bool isUsable = payment is { Status: PaymentStatus.Paid, IsRevoked: false } && age < settings.PaidFor + settings.GraceFor;
        return new CachedPayment(isUsable ? payment : null, IsFresh: false, payment);
    }

    private VerifiedEntry? Find(PaymentKey key, bool isToken, string entry)
    {
        ref VerifiedEntry? slot = ref _verified[(int)((ulong)key.Digest % (ulong)_verified.Length)];

        if (Volatile.Read(ref slot) is { } verified && ReferenceEquals(verified.Entry, entry) && verified.Key == key.Text)
            return verified;

        if (!cache.TryGetValue(key.Text, entry, out string? json) || CacheEntry.Read(json) is not { } payment)
            return null;

        VerifiedEntry found = new(key.Text, entry, payment, GetLifetime(payment, isToken) * (1 - (MaxJitter * Jitter(entry))));
        Volatile.Write(ref slot, found);
        return found;
    }

    // Between 0 and 1, from the first two characters of the signature, so that each reader of an entry computes the same value.
    private static double Jitter(string entry) => ((entry[0] * 31) + entry[1]) % 101 / 100.0;

    /// <summary>An entry whose signature is valid for its key.</summary>
    private sealed record VerifiedEntry(string Key, string Entry, VerifiedPayment Payment, TimeSpan Lifetime);
}

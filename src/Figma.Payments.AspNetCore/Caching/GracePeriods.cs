using System;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Decisions;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>Determines whether an old payment can be used in the grace period. Figma's response about another token of the user, or to another gate, can have ended the period, whatever the cache contains.</summary>
internal sealed class GracePeriods
{
    private readonly PaymentCache _cache;
    private readonly EndedGracePeriods _ended;
    private readonly PaymentKeys _keys;

    public GracePeriods(PaymentCache cache, GateSettings settings, EndedGracePeriods ended)
    {
        _cache = cache;
        _ended = ended;
        _keys = new PaymentKeys(scope: "", gate: "", settings.Resource);

        if (settings.GraceFor > TimeSpan.Zero)
            ended.IsUsed = true;
    }

    /// <summary>Records Figma's response about a user.</summary>
    public void Record(VerifiedPayment payment)
    {
        UInt128 user = DigestOf(PaymentSubject.OfUser(payment.UserId));

        // After a purchase, it removes a time from before the clock was corrected.
        if (payment.Status == PaymentStatus.Paid)
            _ended.Find(user);
        else
            _ended.Add(user, payment.CheckedAt);
    }

    /// <summary>Records that Figma has rejected a token or a user ID.</summary>
    public void End(in PaymentSubject subject, DateTimeOffset rejectedAt) => _ended.Add(DigestOf(subject), rejectedAt);

    /// <summary>Returns the old payment of a subject, or null if there is none or its grace period has ended. Other machines then find a revoked entry in its place.</summary>
    public async ValueTask<VerifiedPayment?> FindPaymentAsync(PaymentKey key, PaymentSubject subject, CachedPayment cached)
    {
        if (cached.Payment is not { } payment || FindEnd(subject, payment) is not { } endedAt)
            return cached.Payment;

        await _cache.RemoveAsync(key, subject, payment with { CheckedAt = endedAt }).ConfigureAwait(false);
        return null;
    }

    private DateTimeOffset? FindEnd(in PaymentSubject subject, VerifiedPayment payment)
    {
        DateTimeOffset? ofSubject = _ended.Find(DigestOf(subject));
        DateTimeOffset? ofUser = _ended.Find(DigestOf(PaymentSubject.OfUser(payment.UserId)));
        DateTimeOffset? endedAt = ofSubject is null || ofUser > ofSubject ? ofUser : ofSubject;
        return endedAt >= payment.CheckedAt ? endedAt : null;
    }

    private UInt128 DigestOf(in PaymentSubject subject) => _keys.Create(subject).Digest;
}

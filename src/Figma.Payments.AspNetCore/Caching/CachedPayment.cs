using Figma.Payments.AspNetCore.Decisions;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>Contains payment information from the cache.</summary>
/// <param name="Payment">The payment information, or null if there is none that can be used.</param>
/// <param name="IsFresh"><c>true</c> if its lifetime isn't over. Otherwise, it can be used only while Figma can't be reached.</param>
/// <param name="Entry">The payment information that the entry contains, whether it can be used or not, or null if there is no entry.</param>
internal readonly record struct CachedPayment(VerifiedPayment? Payment, bool IsFresh, VerifiedPayment? Entry)
{
    /// <summary>Gets a value that indicates whether the entry can't be used yet, because of a clock that is ahead, but ends the grace period of an older one.</summary>
    public bool IsEndFromFuture { get; init; }
}

using Figma.Payments.AspNetCore.Decisions;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>Contains payment information from the cache.</summary>
/// <param name="Payment">The payment information, or null if there is none.</param>
/// <param name="IsFresh"><c>true</c> if its lifetime isn't over. Otherwise, it can be used only while Figma can't be reached.</param>
internal readonly record struct CachedPayment(VerifiedPayment? Payment, bool IsFresh);

using System;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>Contains tokens and user IDs that Figma rejected recently. It is bounded and never leaves the process, because anyone can send tokens that fill it.</summary>
internal sealed class RefusedTokens(TimeProvider time)
{
    private const int Size = 4_096;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    // Figma accepts fewer requests about users.
    private static readonly TimeSpan LifetimeOfUser = TimeSpan.FromMinutes(1);

    private readonly TokenTable<FigmaPaymentsRefusal> _table = new(time, Size);

    /// <summary>Returns the reason why a token or a user ID was refused, or null if it wasn't.</summary>
    public FigmaPaymentsRefusal? Find(PaymentKey key) => _table.Find(key);

    public void Add(PaymentKey key, FigmaPaymentsRefusal refusal, bool isToken) => _table.Add(key, refusal, isToken ? Lifetime : LifetimeOfUser);

    public void Remove(PaymentKey key) => _table.Remove(key);

    /// <summary>Removes all: they might have been rejected because of our own access token.</summary>
    public void Clear() => _table.Clear();
}

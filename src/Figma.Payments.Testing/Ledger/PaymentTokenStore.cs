using System;
using System.Collections.Generic;

namespace Figma.Payments.Testing.Ledger;

/// <summary>Whom and what a payment token speaks for, and until when.</summary>
internal readonly record struct PaymentTokenGrant(string User, ResourceKey Resource, DateTimeOffset ExpiresAt);

/// <summary>The payment tokens that were issued.</summary>
internal sealed class PaymentTokenStore
{
    private readonly object _gate = new();
    private readonly Dictionary<string, PaymentTokenGrant> _grants = new(StringComparer.Ordinal);

    public string Issue(string user, ResourceKey resource, DateTimeOffset expiresAt)
    {
        lock (_gate)
        {
            // The '+', '/' and '=' are there on purpose: a client that does not escape them sends another token.
            string text = FormattableString.Invariant($"made-up/payment+token-{_grants.Count + 1}==");
            _grants.Add(text, new PaymentTokenGrant(user, resource, expiresAt));
            return text;
        }
    }

    public PaymentTokenGrant? Find(string text)
    {
        lock (_gate)
            return _grants.TryGetValue(text, out PaymentTokenGrant grant) ? grant : null;
    }
}

using System;
using System.Collections.Generic;

namespace Figma.Payments.Testing.Ledger;

/// <summary>The user and resource that a payment token identifies, and its expiration time.</summary>
internal readonly record struct PaymentTokenGrant(string User, ResourceKey Resource, DateTimeOffset ExpiresAt);

/// <summary>Stores the issued payment tokens.</summary>
internal sealed class PaymentTokenStore
{
    private readonly object _gate = new();
    private readonly Dictionary<string, PaymentTokenGrant> _grants = new(StringComparer.Ordinal);

    public string Issue(string user, ResourceKey resource, DateTimeOffset expiresAt)
    {
        lock (_gate)
        {
            // The text contains '+', '/' and '=' on purpose. A client that doesn't escape them sends a different token.
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

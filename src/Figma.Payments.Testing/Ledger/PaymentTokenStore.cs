using System;
using System.Collections.Generic;

namespace Figma.Payments.Testing.Ledger;

/// <summary>The user and resource that a payment token identifies, and its expiration.</summary>
internal readonly record struct PaymentTokenGrant(string User, ResourceKey Resource, Expiration Expiration);

/// <summary>Stores the issued payment tokens.</summary>
internal sealed class PaymentTokenStore(int length)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const string End = "==";

    private readonly object _gate = new();
    private readonly Dictionary<string, PaymentTokenGrant> _grants = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Expiration, DateTimeOffset> _pending = new();

    public string Issue(string user, ResourceKey resource, DateTimeOffset expiresAt)
    {
        lock (_gate)
        {
            string text = Generate(_grants.Count + 1);
            Expiration expiration = new(expiresAt);
            _grants.Add(text, new PaymentTokenGrant(user, resource, expiration));
            _pending.Enqueue(expiration, expiresAt);
            return text;
        }
    }

    /// <summary>Expires the tokens whose time has come.</summary>
    public void Update(DateTimeOffset now)
    {
        lock (_gate)
        {
            while (_pending.TryPeek(out Expiration? expiration, out DateTimeOffset expiresAt) && expiresAt <= now)
            {
                expiration.Expire();
                _pending.Dequeue();
            }
        }
    }

    public PaymentTokenGrant? Find(string text)
    {
        lock (_gate)
            return _grants.TryGetValue(text, out PaymentTokenGrant grant) ? grant : null;
    }

    // The text contains '+', '/' and '=' on purpose. A client that doesn't escape them sends a different token. It is the same in every run.
    private string Generate(int number)
    {
        string beginning = FormattableString.Invariant($"made-up/payment+token-{number}-");

        return string.Create(Math.Max(length, beginning.Length + End.Length), (beginning, number), static (text, state) =>
        {
            state.beginning.CopyTo(text);
            uint random = (uint)state.number;

            for (int i = state.beginning.Length; i < text.Length - End.Length; i++)
            {
                random = (random * 1_664_525) + 1_013_904_223;
                text[i] = Alphabet[(int)(random >> 26)];
            }

            End.CopyTo(text[^End.Length..]);
        });
    }
}

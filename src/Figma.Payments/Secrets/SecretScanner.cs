using System;
using System.Diagnostics;

namespace Figma.Payments;

/// <summary>Finds the secrets of a request in text that comes from the server, before the text is passed on.</summary>
[DebuggerDisplay("hidden")]
internal readonly struct SecretScanner
{
    // The server might repeat a secret partially: its beginning, its end, or a part in between. A part of this length must be found.
    private const int RevealingLength = 16;

    // If parts of this length begin at every step, every substring of RevealingLength characters contains a whole one of them.
    private const int PartLength = 12;
    private const int Step = RevealingLength - PartLength + 1;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _paymentToken;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _accessToken;

    public SecretScanner(string? paymentToken, string? accessToken)
    {
        _paymentToken = paymentToken;
        _accessToken = accessToken;
    }

    /// <summary>Determines whether a text contains a whole secret or the prefix of a token. Use it for IDs: a token can begin with a user ID.</summary>
    public bool FindsWholeSecretIn(string text) => HasTokenPrefix(text) || ContainsWhole(text, _paymentToken) || ContainsWhole(text, _accessToken);

    /// <summary>Determines whether a text contains a secret or a revealing part of one, plain or percent-encoded.</summary>
    public bool FindsSecretIn(string text) =>
        HasTokenPrefix(text)
        || (_paymentToken is not null && ContainsPart(text, _paymentToken))
        || (_accessToken is not null && ContainsPart(text, _accessToken));

    private static bool HasTokenPrefix(string text) =>
        Contains(text, TokenText.AccessTokenPrefix.AsSpan()) || Contains(text, TokenText.OAuthTokenPrefix.AsSpan());

    // Shorter secrets occur in tests only, and many IDs would contain them by chance.
    private static bool ContainsWhole(string text, string? secret) =>
        secret is { Length: >= RevealingLength } && Contains(text, secret.AsSpan());

    private static bool ContainsPart(string text, string secret)
    {
        if (text.Length < Math.Min(secret.Length, PartLength))
            return false;

        if (ContainsPartOf(text, secret))
            return true;

        // The comparison ignores case, so %2b and %2B are equal.
        string escaped = Uri.EscapeDataString(secret);
        return !ReferenceEquals(escaped, secret) && ContainsPartOf(text, escaped);
    }

    private static bool ContainsPartOf(string text, string secret)
    {
        if (secret.Length <= PartLength)
            return Contains(text, secret.AsSpan());

        for (int start = 0; start + PartLength <= secret.Length; start += Step)
        {
            if (Contains(text, secret.AsSpan(start, PartLength)))
                return true;
        }

        return false;
    }

    private static bool Contains(string text, ReadOnlySpan<char> part) => text.AsSpan().Contains(part, StringComparison.OrdinalIgnoreCase);
}

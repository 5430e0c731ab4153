using System;
using System.Diagnostics;

namespace Figma.Payments;

/// <summary>The secrets of one question: what must not be found in any text that leaves.</summary>
[DebuggerDisplay("hidden")]
internal readonly struct SecretScanner
{
    // Enough to be worth something to whoever reads a server's shortened echo: its beginning, its end, or what is between.
    private const int TellingLength = 16;

    // Every TellingLength characters of a secret hold a whole one of the parts of this length that begin at each step.
    private const int PartLength = 12;
    private const int Step = TellingLength - PartLength + 1;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _paymentToken;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _accessToken;

    public SecretScanner(string? paymentToken, string? accessToken)
    {
        _paymentToken = paymentToken;
        _accessToken = accessToken;
    }

    /// <summary>Whether a text of an answer holds a secret as a whole, or what begins like one. For ids: a token may well begin with the user's.</summary>
    public bool FindsWholeSecretIn(string text) => HasTokenPrefix(text) || ContainsWhole(text, _paymentToken) || ContainsWhole(text, _accessToken);

    /// <summary>Whether a text repeats a secret or the telling part of one, plain or percent-encoded.</summary>
    public bool FindsSecretIn(string text) =>
        HasTokenPrefix(text)
        || (_paymentToken is not null && ContainsPart(text, _paymentToken))
        || (_accessToken is not null && ContainsPart(text, _accessToken));

    private static bool HasTokenPrefix(string text) =>
        Contains(text, TokenText.AccessTokenPrefix.AsSpan()) || Contains(text, TokenText.OAuthTokenPrefix.AsSpan());

    // What is shorter is a test's, and found in many an id by chance.
    private static bool ContainsWhole(string text, string? secret) =>
        secret is { Length: >= TellingLength } && Contains(text, secret.AsSpan());

    private static bool ContainsPart(string text, string secret)
    {
        if (text.Length < Math.Min(secret.Length, PartLength))
            return false;

        if (ContainsPartOf(text, secret))
            return true;

        // In whatever case the escapes are written: %2b and %2B are one.
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

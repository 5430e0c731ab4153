using System;
using System.Diagnostics;

namespace Figma.Payments;

/// <summary>The secrets of one question: what must not be found in any text that leaves.</summary>
[DebuggerDisplay("hidden")]
internal readonly struct Secrets
{
    // Enough to be worth something to whoever reads a server's shortened echo.
    private const int TellingLength = 16;

    // What Figma's own tokens begin with, the payment token's being unknown.
    private const string AccessTokenPrefix = "figd_";
    private const string OAuthTokenPrefix = "figu_";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _paymentToken;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _accessToken;

    public Secrets(string? paymentToken, string? accessToken)
    {
        _paymentToken = paymentToken;
        _accessToken = accessToken;
    }

    /// <summary>Whether a text of an answer holds a secret as a whole. For ids: a token may well begin with the user's.</summary>
    public bool AreWholeIn(string text) => IsWholeIn(text, _paymentToken) || IsWholeIn(text, _accessToken);

    /// <summary>Whether a text repeats a secret or the telling part of one, plain or percent-encoded.</summary>
    public bool AppearIn(string text) =>
        Contains(text, AccessTokenPrefix.AsSpan())
        || Contains(text, OAuthTokenPrefix.AsSpan())
        || (_paymentToken is not null && Repeats(text, _paymentToken))
        || (_accessToken is not null && Repeats(text, _accessToken));

    // What is shorter is a test's, and found in many an id by chance.
    private static bool IsWholeIn(string text, string? secret) =>
        secret is { Length: >= TellingLength } && Contains(text, secret.AsSpan());

    private static bool Repeats(string text, string secret)
    {
        if (Contains(text, Start(secret)))
            return true;

        // In whatever case the escapes are written: %2b and %2B are one.
        string escaped = Uri.EscapeDataString(secret);
        return !ReferenceEquals(escaped, secret) && Contains(text, Start(escaped));
    }

    private static ReadOnlySpan<char> Start(string secret) => secret.AsSpan(0, Math.Min(secret.Length, TellingLength));

    private static bool Contains(string text, ReadOnlySpan<char> part) => text.AsSpan().Contains(part, StringComparison.OrdinalIgnoreCase);
}

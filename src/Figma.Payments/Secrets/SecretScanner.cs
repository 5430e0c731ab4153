using System;
using System.Buffers;
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

    private const int MaxEncodings = 3;

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

    /// <summary>Determines whether a text contains a secret or a revealing part of one: plain, percent-encoded, or split by spaces and invisible characters.</summary>
    public bool FindsSecretIn(string text) =>
        HasTokenPrefix(text)
        || (_paymentToken is not null && (ContainsPart(text, _paymentToken) || ContainsSplitPart(text, _paymentToken)))
        || (_accessToken is not null && (ContainsPart(text, _accessToken) || ContainsSplitPart(text, _accessToken)));

    private static bool HasTokenPrefix(string text) =>
        Contains(text, TokenText.AccessTokenPrefix.AsSpan()) || Contains(text, TokenText.OAuthTokenPrefix.AsSpan());

    // Shorter secrets occur in tests only, and many IDs would contain them by chance.
    private static bool ContainsWhole(string text, string? secret) =>
        secret is { Length: >= RevealingLength } && Contains(text, secret.AsSpan());

    private static bool ContainsPart(string text, string secret)
    {
        if (text.Length < Math.Min(secret.Length, PartLength))
            return false;

        if (ContainsPartOf(text.AsSpan(), secret.AsSpan()))
            return true;

        // The comparison ignores case, so %2b and %2B are equal.
        string escaped = Uri.EscapeDataString(secret);
        return !ReferenceEquals(escaped, secret) && ContainsPartOf(text.AsSpan(), escaped.AsSpan());
    }

    private static bool ContainsPartOf(ReadOnlySpan<char> text, ReadOnlySpan<char> secret)
    {
        if (secret.Length <= PartLength)
            return Contains(text, secret);

        for (int start = 0; start + PartLength <= secret.Length; start += Step)
        {
            if (Contains(text, secret.Slice(start, PartLength)))
                return true;
        }

        return false;
    }

    // Compares the ASCII letters and digits only, as they are written and with percent-encoding decoded.
    private static bool ContainsSplitPart(string text, string secret)
    {
        if (text.Length < PartLength || secret.Length < PartLength)
            return false;

        char[] buffer = ArrayPool<char>.Shared.Rent(text.Length + secret.Length);
        Span<char> reducedText = buffer.AsSpan(0, text.Length);
        Span<char> reducedSecret = buffer.AsSpan(text.Length, secret.Length);

        try
        {
            return ContainsReducedPart(isDecoded: false, reducedText, reducedSecret) || ContainsReducedPart(isDecoded: true, reducedText, reducedSecret);
        }
        finally
        {
            Array.Clear(buffer, 0, buffer.Length);
            ArrayPool<char>.Shared.Return(buffer);
        }

        bool ContainsReducedPart(bool isDecoded, Span<char> textBuffer, Span<char> secretBuffer)
        {
            ReadOnlySpan<char> part = secretBuffer.Slice(0, Reduce(secret, secretBuffer, isDecoded));
            ReadOnlySpan<char> whole = textBuffer.Slice(0, Reduce(text, textBuffer, isDecoded));

            return part.Length >= PartLength && ContainsPartOf(whole, part);
        }
    }

    private static int Reduce(string text, Span<char> reduced, bool isDecoded)
    {
        int length = 0;

        foreach (char c in text)
        {
            if (IsLetterOrDigit(c) || (isDecoded && c == '%'))
                reduced[length++] = c;
        }

        // A percent sign that is encoded itself is decoded in the next pass.
        for (int pass = 0; isDecoded && pass < MaxEncodings; pass++)
            length = Decode(reduced.Slice(0, length), isLast: pass == MaxEncodings - 1);

        return length;
    }

    private static int Decode(Span<char> text, bool isLast)
    {
        int length = 0;

        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];

            if (c == '%' && i + 2 < text.Length && GetHexDigit(text[i + 1]) is >= 0 and var high && GetHexDigit(text[i + 2]) is >= 0 and var low)
            {
                c = (char)((high << 4) | low);
                i += 2;
            }

            if (IsLetterOrDigit(c) || (c == '%' && !isLast))
                text[length++] = c;
        }

        return length;
    }

    private static bool IsLetterOrDigit(char c) => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');

    private static int GetHexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'F' => c - 'A' + 10,
        >= 'a' and <= 'f' => c - 'a' + 10,
        _ => -1,
    };

    private static bool Contains(string text, ReadOnlySpan<char> part) => Contains(text.AsSpan(), part);

    private static bool Contains(ReadOnlySpan<char> text, ReadOnlySpan<char> part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}

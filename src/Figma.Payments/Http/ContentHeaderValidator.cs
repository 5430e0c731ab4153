using System;
using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;
using Figma.Payments.Compatibility;
using Figma.Payments.CompilerServices;

namespace Figma.Payments.Http;

/// <summary>Looks at a body's headers before a byte of it is read.</summary>
internal static class ContentHeaderValidator
{
    /// <summary>Why the body is not to be read, as a sentence; null where it is.</summary>
    public static string? FindError(HttpContent content, int maxLength)
    {
        HttpContentHeaders headers = content.Headers;

        if (Platform.GetHeader(headers, "Content-Encoding") is { } encoding && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            return $"The answer is compressed, and the handler does not decode it: set AutomaticDecompression on it, or use {nameof(PaymentsHttpHandler)}.{nameof(PaymentsHttpHandler.Create)}'s.";

        if (!IsUtf8(headers))
            return "The answer is not declared as UTF-8, as JSON is. Check any proxy in between.";

        // As it was sent: the parsed one is boxed, and a content without the header would be asked to count.
        if (Platform.GetHeader(headers, "Content-Length") is not { } length)
            return null;

        // RFC 9112, 6.3: an answer whose length is none, or two, is no answer. The framework reads on all the same.
        if (!long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out long announced))
            return "The answer's Content-Length is no length. Check any proxy in between.";

        return announced > maxLength ? DescribeTooLarge(maxLength) : null;
    }

    public static string DescribeTooLarge(int maxLength) =>
        string.Format(
            CultureInfo.InvariantCulture,
            "The answer has more than {0} bytes ({1}.{2}), and was not read further; a real one has about 300.",
            maxLength,
            nameof(PaymentsClientOptions),
            nameof(PaymentsClientOptions.MaxResponseBytes));

    private static bool IsUtf8(HttpContentHeaders headers)
    {
        // The usual forms need no parsing, and what names no charset is UTF-8.
        if (Platform.GetHeader(headers, "Content-Type") is not { } written
            || written.Equals("application/json; charset=utf-8", StringComparison.OrdinalIgnoreCase)
            || !Platform.Contains(written, "charset"))
            return true;

        return MediaTypeHeaderValue.TryParse(written, out MediaTypeHeaderValue? type)
            && type.CharSet?.Trim('"') is { } charset
            && (charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase));
    }
}

using System;
using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;
using Figma.Payments.Compatibility;

namespace Figma.Payments.Http;

/// <summary>Validates the content headers of a response before its body is read.</summary>
internal static class ContentHeaderValidator
{
    /// <summary>Returns the reason why the body can't be read, as a description for developers, or null if it can be read.</summary>
    public static string? FindError(HttpContent content, int maxLength)
    {
        HttpContentHeaders headers = content.Headers;

        if (Platform.GetHeader(headers, "Content-Encoding") is { } encoding && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            return $"The response is compressed, but the handler doesn't decompress it. Set AutomaticDecompression on the handler, or use {nameof(PaymentsHttpHandler)}.{nameof(PaymentsHttpHandler.Create)}().";

        if (!IsUtf8(headers))
            return "The response is not declared as UTF-8, which is the encoding of JSON. Check any proxies between you and Figma.";

        // The raw header: the parsed property allocates, and it would compute the length if the header is missing.
        if (Platform.GetHeader(headers, "Content-Length") is not { } length)
            return null;

        // RFC 9112, section 6.3: a response with an invalid length, or with several, is not valid. The framework accepts it nevertheless.
        if (!long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out long announced))
            return "The Content-Length header of the response is not valid. Check any proxies between you and Figma.";

        return announced > maxLength ? DescribeTooLarge(maxLength) : null;
    }

    public static string DescribeTooLarge(int maxLength) =>
        string.Format(
            CultureInfo.InvariantCulture,
            "The response body is larger than {0} bytes ({1}.{2}), so it was not read completely. Figma's responses have about 300 bytes.",
            maxLength,
            nameof(PaymentsClientOptions),
            nameof(PaymentsClientOptions.MaxResponseBytes));

    private static bool IsUtf8(HttpContentHeaders headers)
    {
        // Fast path: the usual values need no parsing. JSON without a charset is UTF-8.
        if (Platform.GetHeader(headers, "Content-Type") is not { } contentType
            || contentType.Equals("application/json; charset=utf-8", StringComparison.OrdinalIgnoreCase)
            || !Platform.Contains(contentType, "charset"))
            return true;

        return MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
            && type.CharSet?.Trim('"') is { } charset
            && (charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase));
    }
}

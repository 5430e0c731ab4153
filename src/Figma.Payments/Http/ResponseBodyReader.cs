using System;
using System.Text.Json;
using Figma.Payments.Compatibility;

namespace Figma.Payments.Http;

/// <summary>
/// Reads Figma's answer: <c>{"status":200,"error":false,"meta":{…}}</c>, in whatever order, and nothing else.
/// </summary>
/// <remarks>
/// Total: any bytes yield an answer or the reason why they are none. What is unknown is skipped, what is known must be
/// there once and be of its type, for an answer that can be read in two ways proves nothing.
/// </remarks>
internal static class ResponseBodyReader
{
    // A real answer is three deep; the rest is room for members that Figma may add.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 32 };

    /// <summary>Reads an answer to the question, ids not yet compared.</summary>
    /// <returns>Why it is none, as the end of a sentence; null where it is one.</returns>
    public static string? Read(ReadOnlySpan<byte> body, in ValidatedRequest request, in SecretScanner scanner, out ParsedResponse parsed) =>
        FastResponseBodyReader.TryRead(body, request, scanner, out parsed) ? null : ReadWithJsonReader(body, request, scanner, out parsed);

    /// <summary>The same for an answer of whatever shape.</summary>
    internal static string? ReadWithJsonReader(ReadOnlySpan<byte> body, in ValidatedRequest request, in SecretScanner scanner, out ParsedResponse parsed)
    {
        parsed = default;
        body = SkipByteOrderMark(body);

        if (body.IsEmpty)
            return "it is empty";

        // The JSON reader leaves unread what it skips: an answer must be sound as a whole.
        if (!Platform.IsUtf8(body))
            return "it is not valid UTF-8";

        try
        {
            Utf8JsonReader json = new(body, Options);

            if (ReadEnvelope(ref json, request, scanner, out ParsedResponse result) is { } error)
                return error;

            parsed = result;
            return null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return body[0] == '<' ? "it is HTML or XML, probably a proxy's" : "it is not sound JSON, or is cut off";
        }
    }

    public static ReadOnlySpan<byte> SkipByteOrderMark(ReadOnlySpan<byte> body) =>
        body.Length >= 3 && body[0] == 0xEF && body[1] == 0xBB && body[2] == 0xBF ? body.Slice(3) : body;

    private static string? ReadEnvelope(ref Utf8JsonReader json, in ValidatedRequest request, in SecretScanner scanner, out ParsedResponse parsed)
    {
        bool hasStatus = false, hasError = false, hasMeta = false;
        parsed = default;

        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            return "it is not a JSON object";

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("status"u8))
            {
                if (!IsFirst(ref hasStatus))
                    return "it has 'status' twice";

                json.Read();

                if (json.TokenType != JsonTokenType.Number || !json.TryGetInt32(out int status) || status != 200)
                    return "its 'status' is not 200, although that of HTTP is";
            }
            else if (json.ValueTextEquals("error"u8))
            {
                if (!IsFirst(ref hasError))
                    return "it has 'error' twice";

                json.Read();

                if (json.TokenType != JsonTokenType.False)
                    return "its 'error' is not false, although the status is 200";
            }
            else if (json.ValueTextEquals("meta"u8))
            {
                if (!IsFirst(ref hasMeta))
                    return "it has 'meta' twice";

                json.Read();

                if (MetaObjectReader.Read(ref json, request, scanner, out parsed) is { } error)
                    return error;
            }
            else
                json.Skip();
        }

        // Reads to the end, and throws where something follows.
        json.Read();

        return hasStatus && hasError && hasMeta ? null : "it lacks one of 'status', 'error' and 'meta'";
    }

    private static bool IsFirst(ref bool isThere)
    {
        bool isFirst = !isThere;
        isThere = true;
        return isFirst;
    }
}

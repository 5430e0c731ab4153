using System;
using System.Text.Json;
using Figma.Payments.Compatibility;

namespace Figma.Payments.Http;

/// <summary>Reads the body of a successful response: <c>{"status":200,"error":false,"meta":{…}}</c>, with members in any order.</summary>
/// <remarks>
/// The reader never throws: it returns a parsed response, or the reason why the body is not valid. It skips unknown members. Known members must occur
/// exactly once and have the expected type, because a body that can be interpreted in two ways proves nothing.
/// </remarks>
internal static class ResponseBodyReader
{
    // The depth of Figma's responses is 3. The rest is a reserve for members that Figma might add.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 32 };

    /// <summary>Reads the body of a response. The IDs are not compared with the request yet.</summary>
    /// <param name="body">The body.</param>
    /// <param name="request">The request, whose IDs are reused if the response contains them, so that no strings are allocated.</param>
    /// <param name="scanner">The scanner for secrets in the values.</param>
    /// <param name="parsed">The parsed response.</param>
    /// <returns>The reason why the body is not valid, as a clause, or null if it is valid.</returns>
    public static string? Read(ReadOnlySpan<byte> body, in ValidatedRequest request, in SecretScanner scanner, out ParsedResponse parsed) =>
        FastResponseBodyReader.TryRead(body, request, scanner, out parsed) ? null : ReadWithJsonReader(body, request, scanner, out parsed);

    /// <summary>Reads a body of any shape. <see cref="FastResponseBodyReader"/> must return the same for the bodies that it reads.</summary>
    internal static string? ReadWithJsonReader(ReadOnlySpan<byte> body, in ValidatedRequest request, in SecretScanner scanner, out ParsedResponse parsed)
    {
        parsed = default;
        body = SkipByteOrderMark(body);

        if (body.IsEmpty)
            return "the body is empty";

        // The JSON reader doesn't validate the text that it skips, but the whole body must be valid.
        if (!Platform.IsUtf8(body))
            return "the body is not valid UTF-8";

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
            return body[0] == '<' ? "the body is HTML or XML, probably from a proxy" : "the body is not valid JSON, or it is truncated";
        }
    }

    public static ReadOnlySpan<byte> SkipByteOrderMark(ReadOnlySpan<byte> body) =>
        body.Length >= 3 && body[0] == 0xEF && body[1] == 0xBB && body[2] == 0xBF ? body.Slice(3) : body;

    private static string? ReadEnvelope(ref Utf8JsonReader json, in ValidatedRequest request, in SecretScanner scanner, out ParsedResponse parsed)
    {
        bool hasStatus = false, hasError = false, hasMeta = false;
        parsed = default;

        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            return "the body is not a JSON object";

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("status"u8))
            {
                if (!IsFirst(ref hasStatus))
                    return "'status' occurs twice";

                json.Read();

                if (json.TokenType != JsonTokenType.Number || !json.TryGetInt32(out int status) || status != 200)
                    return "'status' is not 200, although the HTTP status is";
            }
            else if (json.ValueTextEquals("error"u8))
            {
                if (!IsFirst(ref hasError))
                    return "'error' occurs twice";

                json.Read();

                if (json.TokenType != JsonTokenType.False)
                    return "'error' is not false, although the HTTP status is 200";
            }
            else if (json.ValueTextEquals("meta"u8))
            {
                if (!IsFirst(ref hasMeta))
                    return "'meta' occurs twice";

                json.Read();

                if (MetaObjectReader.Read(ref json, request, scanner, out parsed) is { } error)
                    return error;
            }
            else
                json.Skip();
        }

        // Throws if anything follows the object.
        json.Read();

        return hasStatus && hasError && hasMeta ? null : "'status', 'error' or 'meta' is missing";
    }

    private static bool IsFirst(ref bool isThere)
    {
        bool isFirst = !isThere;
        isThere = true;
        return isFirst;
    }
}

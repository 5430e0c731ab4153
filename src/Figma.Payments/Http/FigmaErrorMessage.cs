using System;
using System.Text.Json;
using Figma.Payments.Compatibility;

namespace Figma.Payments.Http;

/// <summary>
/// Reads Figma's own words from an error's body: <c>{"error":true,"status":401,"message":"…"}</c>,
/// or <c>{"status":403,"err":"…"}</c> as other families of its endpoints answer.
/// </summary>
internal static class FigmaErrorMessage
{
    public const string Withheld = "(withheld: it repeated a secret)";

    private const int MaxLength = 256;

    // Seen as answers to a bad personal access token (HTTP 403, on endpoints of the same family as the payments one).
    private const string InvalidToken = "Invalid token";
    private const string TokenExpired = "Token expired";

    // What other endpoints of Figma's are known to say.
    private const string NotFound = "Not found";
    private const string RateLimitExceeded = "Rate limit exceeded";

    /// <summary>The message as it came; null where there is none.</summary>
    public static string? Read(ReadOnlySpan<byte> body)
    {
        body = ResponseBodyReader.SkipByteOrderMark(body);

        if (body.IsEmpty || !Platform.IsUtf8(body))
            return null;

        try
        {
            Utf8JsonReader json = new(body);
            return Read(ref json);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether it is a literal of ours, read as one of Figma's own: it holds no secret, and nothing of the question.</summary>
    public static bool IsKnown(string? message) =>
        ReferenceEquals(message, InvalidToken) || ReferenceEquals(message, TokenExpired) || ReferenceEquals(message, NotFound) || ReferenceEquals(message, RateLimitExceeded);

    /// <summary>Whether it says that the personal access token is at fault.</summary>
    public static bool RejectsCredential(string? message) =>
        message is not null && (Platform.Contains(message, InvalidToken) || Platform.Contains(message, TokenExpired));

    /// <summary>The message as it may leave.</summary>
    public static string? Sanitize(string? message, in SecretScanner scanner)
    {
        if (IsKnown(message))
            return message;

        if (string.IsNullOrWhiteSpace(message))
            return null;

        string sanitized = LogText.Sanitize(message!, MaxLength);
        return scanner.FindsSecretIn(sanitized) ? Withheld : sanitized;
    }

    private static string? Read(ref Utf8JsonReader json)
    {
        string? message = null, err = null;

        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            return null;

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool isMessage = json.ValueTextEquals("message"u8);
            bool isErr = !isMessage && json.ValueTextEquals("err"u8);
            json.Read();

            if (json.TokenType != JsonTokenType.String)
                json.Skip();
            else if (isMessage)
                message ??= ReadString(ref json);
            else if (isErr)
                err ??= ReadString(ref json);
        }

        json.Read();
        return message ?? err;
    }

    private static string? ReadString(ref Utf8JsonReader json) =>
        json.ValueTextEquals("Invalid token"u8) ? InvalidToken
        : json.ValueTextEquals("Token expired"u8) ? TokenExpired
        : json.ValueTextEquals("Not found"u8) ? NotFound
        : json.ValueTextEquals("Rate limit exceeded"u8) ? RateLimitExceeded
        : json.GetString();
}

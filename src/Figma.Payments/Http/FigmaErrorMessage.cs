using System;
using System.Text.Json;
using Figma.Payments.Compatibility;

namespace Figma.Payments.Http;

/// <summary>
/// Reads Figma's message from the body of an error response: <c>{"error":true,"status":401,"message":"…"}</c>,
/// or <c>{"status":403,"err":"…"}</c>, which other endpoints of Figma send.
/// </summary>
internal static class FigmaErrorMessage
{
    public const string Withheld = "(withheld because it contains a secret)";

    private const int MaxLength = 256;

    // Messages for an invalid personal access token (HTTP status 403, observed on endpoints similar to the payments endpoint).
    private const string InvalidToken = "Invalid token";
    private const string TokenExpired = "Token expired";

    // Known messages of other endpoints.
    private const string NotFound = "Not found";
    private const string RateLimitExceeded = "Rate limit exceeded";

    /// <summary>Reads the message as it was sent. Returns null if there is none.</summary>
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

    /// <summary>Determines whether a message is one of the known literals, which contain no secret and nothing specific to the request.</summary>
    public static bool IsKnown(string? message) =>
        ReferenceEquals(message, InvalidToken) || ReferenceEquals(message, TokenExpired) || ReferenceEquals(message, NotFound) || ReferenceEquals(message, RateLimitExceeded);

    /// <summary>Determines whether a message rejects the personal access token.</summary>
    public static bool RejectsCredential(string? message) =>
        message is not null && (Platform.Contains(message, InvalidToken) || Platform.Contains(message, TokenExpired));

    /// <summary>Returns the message in a form that can be shown and logged, or null if there is none.</summary>
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

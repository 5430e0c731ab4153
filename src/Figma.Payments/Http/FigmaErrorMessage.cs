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

    // The beginning of the message for a token without the required scope, such as "Invalid scope(s): file_content:read. This endpoint requires …".
    private const string InvalidScope = "Invalid scope";

    // Known messages of other endpoints.
    private const string NotFound = "Not found";
    private const string RateLimitExceeded = "Rate limit exceeded";

    /// <summary>Reads the message as it was sent. Returns null if there is none.</summary>
    /// <param name="body">The body.</param>
    /// <param name="isFromFigma"><c>true</c> if the body has the shape of Figma's error responses; otherwise, <c>false</c>. Other servers have bodies with a message too.</param>
    public static string? Read(ReadOnlySpan<byte> body, out bool isFromFigma)
    {
        isFromFigma = false;
        body = ResponseBodyReader.SkipByteOrderMark(body);

        if (body.IsEmpty || !Platform.IsUtf8(body))
            return null;

        try
        {
            Utf8JsonReader json = new(body);
            return Read(ref json, out isFromFigma);
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
        message is not null && (Platform.Contains(message, InvalidToken) || Platform.Contains(message, TokenExpired) || Platform.Contains(message, InvalidScope));

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

    private static string? Read(ref Utf8JsonReader json, out bool isFromFigma)
    {
        string? message = null, err = null;
        bool hasStatus = false, hasError = false;
        isFromFigma = false;

        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            return null;

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool isMessage = json.ValueTextEquals("message"u8);
            bool isErr = !isMessage && json.ValueTextEquals("err"u8);
            bool isStatus = json.ValueTextEquals("status"u8);
            bool isError = json.ValueTextEquals("error"u8);
            json.Read();
            hasStatus |= isStatus && json.TokenType == JsonTokenType.Number;
            hasError |= isError && json.TokenType == JsonTokenType.True;

            if (json.TokenType != JsonTokenType.String)
                json.Skip();
            else if (isMessage)
                message ??= ReadString(ref json);
            else if (isErr)
                err ??= ReadString(ref json);
        }

        json.Read();

        // {"error":true,"message":"…"} or {"status":404,"err":"…"}
        isFromFigma = (message is not null && hasError) || (err is not null && hasStatus);
        return message ?? err;
    }

    private static string? ReadString(ref Utf8JsonReader json) =>
        json.ValueTextEquals("Invalid token"u8) ? InvalidToken
        : json.ValueTextEquals("Token expired"u8) ? TokenExpired
        : json.ValueTextEquals("Not found"u8) ? NotFound
        : json.ValueTextEquals("Rate limit exceeded"u8) ? RateLimitExceeded
        : json.GetString();
}

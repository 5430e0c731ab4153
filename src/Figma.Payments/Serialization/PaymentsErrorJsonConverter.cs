using System;
using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Figma.Payments.Serialization;

/// <summary>Converts a <see cref="PaymentsError"/> to and from a JSON object. <c>System.Text.Json</c> uses it without configuration.</summary>
/// <remarks>The form doesn't depend on the options. Properties that are null are omitted.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PaymentsErrorJsonConverter : JsonConverter<PaymentsError>
{
    private const string Kind = nameof(PaymentsError);

    /// <inheritdoc/>
    public override PaymentsError Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PaymentsError value, JsonSerializerOptions options) => Write(JsonText.Require(writer), value);

    internal static PaymentsError Read(ref Utf8JsonReader json)
    {
        string? kind = null, description = null, status = null, message = null, retryAfter = null, tier = null, limit = null, link = null, request = null;
        JsonText.RequireObject(ref json, Kind);

        while (JsonText.ReadName(ref json, Kind) is { } name)
        {
            if (name is not ("kind" or "description" or "statusCode" or "figmaMessage" or "retryAfter" or "planTier" or "rateLimitType" or "upgradeLink" or "requestId"))
            {
                JsonText.SkipValue(ref json, Kind);
                continue;
            }

            // An omitted value is null, and so is null.
            if (json.TokenType == JsonTokenType.Null)
                continue;

            ref string? target = ref kind;

            switch (name)
            {
                case "description": target = ref description; break;
                case "statusCode": target = ref status; break;
                case "figmaMessage": target = ref message; break;
                case "retryAfter": target = ref retryAfter; break;
                case "planTier": target = ref tier; break;
                case "rateLimitType": target = ref limit; break;
                case "upgradeLink": target = ref link; break;
                case "requestId": target = ref request; break;
                default: break;
            }

            JsonText.SetOnce(ref target, name == "statusCode" ? ReadNumber(ref json) : JsonText.ReadString(ref json, Kind), Kind, name);
        }

        return new PaymentsError(ParseKind(kind ?? throw JsonText.Missing(Kind, "kind")), description ?? throw JsonText.Missing(Kind, "description"))
        {
            StatusCode = status is null ? null : (HttpStatusCode)int.Parse(status, CultureInfo.InvariantCulture),
            FigmaMessage = message,
            RetryAfter = retryAfter is null ? null : ParseTime(retryAfter),
            PlanTier = tier,
            RateLimitType = limit,
            UpgradeLink = link,
            RequestId = request,
        };
    }

    internal static void Write(Utf8JsonWriter writer, PaymentsError value)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", GetText(value.Kind));
        writer.WriteString("description", value.Description);

        if (value.StatusCode is { } status)
            writer.WriteNumber("statusCode", (int)status);

        WriteText(writer, "figmaMessage", value.FigmaMessage);
        WriteText(writer, "retryAfter", value.RetryAfter?.ToString("c", CultureInfo.InvariantCulture));
        WriteText(writer, "planTier", value.PlanTier);
        WriteText(writer, "rateLimitType", value.RateLimitType);
        WriteText(writer, "upgradeLink", value.UpgradeLink);
        WriteText(writer, "requestId", value.RequestId);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }

    private static string ReadNumber(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number && json.TryGetInt32(out int number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw JsonText.Invalid(Kind, "'statusCode' must be an integer");

    private static TimeSpan ParseTime(string text) =>
        TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out TimeSpan time)
            ? time
            : throw JsonText.Invalid(Kind, "'retryAfter' must be a time span such as 00:01:30");

    private static PaymentsErrorKind ParseKind(string text)
    {
        for (PaymentsErrorKind kind = PaymentsErrorKind.InvalidRequest; kind <= PaymentsErrorKind.ResponseMismatch; kind++)
        {
            if (text == GetText(kind))
                return kind;
        }

        throw JsonText.Invalid(nameof(PaymentsErrorKind), "its name is not known");
    }

    private static string GetText(PaymentsErrorKind kind) => kind switch
    {
        PaymentsErrorKind.InvalidRequest => nameof(PaymentsErrorKind.InvalidRequest),
        PaymentsErrorKind.Unauthorized => nameof(PaymentsErrorKind.Unauthorized),
        PaymentsErrorKind.CredentialRejected => nameof(PaymentsErrorKind.CredentialRejected),
        PaymentsErrorKind.NotFound => nameof(PaymentsErrorKind.NotFound),
        PaymentsErrorKind.RateLimited => nameof(PaymentsErrorKind.RateLimited),
        PaymentsErrorKind.Unavailable => nameof(PaymentsErrorKind.Unavailable),
        PaymentsErrorKind.InvalidResponse => nameof(PaymentsErrorKind.InvalidResponse),
        PaymentsErrorKind.ResponseMismatch => nameof(PaymentsErrorKind.ResponseMismatch),
        _ => throw new JsonException("The value isn't a valid PaymentsErrorKind."),
    };
}

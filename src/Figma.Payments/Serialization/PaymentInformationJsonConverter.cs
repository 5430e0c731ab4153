using System;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Figma.Payments.Http;

namespace Figma.Payments.Serialization;

/// <summary>Converts a <see cref="PaymentInformation"/> to and from a JSON object with the properties <c>userId</c>, <c>resourceId</c>, <c>paymentStatus</c> and <c>dateOfPurchase</c>. <c>System.Text.Json</c> uses it without configuration.</summary>
/// <remarks>The form doesn't depend on the options, so that processes with different options read each other's JSON.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PaymentInformationJsonConverter : JsonConverter<PaymentInformation>
{
    private const string Kind = nameof(PaymentInformation);

    /// <inheritdoc/>
    public override PaymentInformation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PaymentInformation value, JsonSerializerOptions options) => Write(JsonText.Require(writer), value);

    internal static PaymentInformation Read(ref Utf8JsonReader json)
    {
        string? userId = null, statusText = null;
        ResourceId? resourceId = null;
        DateTimeOffset? date = null;
        bool hasDate = false;

        JsonText.RequireObject(ref json, Kind);

        while (JsonText.ReadName(ref json, Kind) is { } name)
        {
            switch (name)
            {
                case "userId":
                    JsonText.SetOnce(ref userId, JsonText.ReadId(ref json, nameof(UserId)), Kind, name);
                    break;

                case "resourceId" when resourceId is null:
                    resourceId = ResourceIdJsonConverter.Read(ref json);
                    break;

                case "paymentStatus":
                    JsonText.SetOnce(ref statusText, PaymentStatusJsonConverter.ReadText(ref json), Kind, name);
                    break;

                case "dateOfPurchase" when !hasDate:
                    hasDate = true;
                    date = ReadDate(ref json);
                    break;

                case "resourceId" or "dateOfPurchase":
                    throw JsonText.Invalid(Kind, $"the property '{name}' occurs twice");

                default:
                    JsonText.SkipValue(ref json, Kind);
                    break;
            }
        }

        userId = userId ?? throw JsonText.Missing(Kind, "userId");
        statusText = statusText ?? throw JsonText.Missing(Kind, "paymentStatus");

        return new PaymentInformation(
            UserId.FromValidated(userId),
            resourceId ?? throw JsonText.Missing(Kind, "resourceId"),
            WireNames.GetStatus(statusText),
            statusText,
            date);
    }

    internal static void Write(Utf8JsonWriter writer, PaymentInformation value)
    {
        writer.WriteStartObject();
        writer.WriteString("userId", value.UserId.Value);
        writer.WritePropertyName("resourceId");
        ResourceIdJsonConverter.Write(writer, value.ResourceId);
        writer.WriteString("paymentStatus", value.PaymentStatusText);

        if (value.DateOfPurchase is { } date)
            writer.WriteString("dateOfPurchase", date);
        else
            writer.WriteNull("dateOfPurchase");

        writer.WriteEndObject();
    }

    // A date without an offset would be interpreted as local time, which differs between servers.
    private static DateTimeOffset? ReadDate(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;

        return json.TokenType == JsonTokenType.String
            && json.TryGetDateTimeOffset(out DateTimeOffset date)
            && json.TryGetDateTime(out DateTime local)
            && local.Kind != DateTimeKind.Unspecified
                ? date
                : throw JsonText.Invalid(Kind, "'dateOfPurchase' must be an ISO 8601 date and time with an offset, or null");
    }
}

using System;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Figma.Payments.Http;

namespace Figma.Payments.Serialization;

/// <summary>Converts a <see cref="PaymentStatus"/> to and from Figma's words, such as <c>PAID</c>. <c>System.Text.Json</c> uses it without configuration.</summary>
/// <remarks>A word that this version of the library doesn't know is read as <see cref="PaymentStatus.Unknown"/>. <see cref="PaymentInformation"/> keeps the word.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PaymentStatusJsonConverter : JsonConverter<PaymentStatus>
{
    internal const int MaxLength = 64;

    private const string Kind = nameof(PaymentStatus);

    /// <inheritdoc/>
    public override PaymentStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PaymentStatus value, JsonSerializerOptions options) =>
        JsonText.Require(writer).WriteStringValue(GetText(value));

    /// <inheritdoc/>
    public override PaymentStatus ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, PaymentStatus value, JsonSerializerOptions options) =>
        JsonText.Require(writer).WritePropertyName(GetText(value));

    internal static string ReadText(ref Utf8JsonReader json)
    {
        string text = JsonText.ReadString(ref json, Kind, MaxLength);

        return text.Length is > 0 and <= MaxLength && LogText.IsPrintable(text) ? text : throw JsonText.Invalid(Kind, "it is empty, too long, or contains a character that can't be shown");
    }

    // The names of the enumeration, which other converters write, differ from Figma's words in case only. Reading them as Unknown would lose the status.
    private static PaymentStatus Read(ref Utf8JsonReader json)
    {
        string text = ReadText(ref json);
        PaymentStatus status = WireNames.GetStatus(text);

        return status == PaymentStatus.Unknown && WireNames.GetStatus(text.ToUpperInvariant()) != PaymentStatus.Unknown
            ? throw JsonText.Invalid(Kind, "Figma's words are in upper case, such as PAID")
            : status;
    }

    private static string GetText(PaymentStatus status) =>
        status is >= PaymentStatus.Unknown and <= PaymentStatus.Trial ? WireNames.GetStatusText(status) : throw new JsonException("The value isn't a valid PaymentStatus.");
}

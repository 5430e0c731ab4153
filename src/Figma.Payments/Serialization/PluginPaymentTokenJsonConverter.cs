using System;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Figma.Payments.Serialization;

/// <summary>Reads a <see cref="PluginPaymentToken"/> from a JSON string. It never writes one, because a token is a secret. <c>System.Text.Json</c> uses it without configuration.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PluginPaymentTokenJsonConverter : JsonConverter<PluginPaymentToken>
{
    /// <inheritdoc/>
    public override PluginPaymentToken Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string text = JsonText.ReadString(ref reader, nameof(PluginPaymentToken), TokenText.MaxPaymentTokenLength);

        return TokenText.FindPaymentTokenError(text) is { } error ? throw JsonText.Invalid(nameof(PluginPaymentToken), error) : new PluginPaymentToken(text);
    }

    /// <summary>Throws an exception, because a token is a secret.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The token.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Write(Utf8JsonWriter writer, PluginPaymentToken value, JsonSerializerOptions options) =>
        throw new NotSupportedException(TokenText.GetWriteError(nameof(PluginPaymentToken)));

    /// <summary>Throws an exception, because a token is a secret.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The token.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, PluginPaymentToken value, JsonSerializerOptions options) =>
        throw new NotSupportedException(TokenText.GetWriteError(nameof(PluginPaymentToken)));
}

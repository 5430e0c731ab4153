using System;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Figma.Payments.Serialization;

/// <summary>Converts IDs to and from JSON strings. A JSON number is read too, without rounding it.</summary>
/// <typeparam name="TId">The type of the ID.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class IdJsonConverter<TId> : JsonConverter<TId>
    where TId : struct
{
    private protected IdJsonConverter()
    {
    }

    private protected abstract string Kind { get; }

    /// <inheritdoc/>
    public sealed override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Create(JsonText.ReadId(ref reader, Kind));

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        JsonText.Require(writer).WriteStringValue(RequireText(value));

    /// <inheritdoc/>
    public sealed override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Create(JsonText.ReadId(ref reader, Kind));

    /// <inheritdoc/>
    public sealed override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        JsonText.Require(writer).WritePropertyName(RequireText(value));

    private protected abstract TId Create(string text);

    private protected abstract string? GetText(TId id);

    private string RequireText(TId id) => GetText(id) ?? throw new JsonException(IdText.NotInitialized(Kind).Message);
}

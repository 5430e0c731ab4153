using System;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Figma.Payments.Serialization;

/// <summary>Converts a <see cref="ResourceId"/> to and from a JSON object such as <c>{"type":"PLUGIN","id":"1678669904810665842"}</c>. <c>System.Text.Json</c> uses it without configuration.</summary>
/// <remarks>The key of a dictionary is the text that <see cref="ResourceId.ToString"/> returns.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResourceIdJsonConverter : JsonConverter<ResourceId>
{
    private const string Kind = nameof(ResourceId);

    /// <inheritdoc/>
    public override ResourceId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ResourceId value, JsonSerializerOptions options) => Write(JsonText.Require(writer), value);

    /// <inheritdoc/>
    public override ResourceId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ResourceText.FindParseError(JsonText.ReadString(ref reader, Kind, ResourceText.MaxLength), out ResourceId id) is { } error
            ? throw JsonText.Invalid(Kind, error)
            : id;

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, ResourceId value, JsonSerializerOptions options)
    {
        RequireInitialized(value);
        JsonText.Require(writer).WritePropertyName(value.ToString());
    }

    internal static ResourceId Read(ref Utf8JsonReader json)
    {
        string? type = null, id = null;
        JsonText.RequireObject(ref json, Kind);

        while (JsonText.ReadName(ref json, Kind) is { } name)
        {
            if (name == "type")
                JsonText.SetOnce(ref type, JsonText.ReadString(ref json, nameof(ResourceType), ResourceTypeJsonConverter.MaxLength), Kind, name);
            else if (name == "id")
                JsonText.SetOnce(ref id, JsonText.ReadId(ref json, Kind), Kind, name);
            else
                JsonText.SkipValue(ref json, Kind);
        }

        return ResourceId.FromValidated(
            ResourceTypeJsonConverter.Parse(type ?? throw JsonText.Missing(Kind, "type")),
            id ?? throw JsonText.Missing(Kind, "id"));
    }

    internal static void Write(Utf8JsonWriter writer, ResourceId value)
    {
        RequireInitialized(value);
        writer.WriteStartObject();
        writer.WriteString("type", ResourceTypeJsonConverter.GetText(value.Type));
        writer.WriteString("id", value.Value);
        writer.WriteEndObject();
    }

    private static void RequireInitialized(ResourceId value)
    {
        if (value.ValueOrNull is null)
            throw new JsonException("The ResourceId is not initialized. Assign a PluginId, a WidgetId or a CommunityFileId to it.");
    }
}

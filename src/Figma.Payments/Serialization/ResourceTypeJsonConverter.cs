using System;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Figma.Payments.Serialization;

/// <summary>Converts a <see cref="ResourceType"/> to and from Figma's words: <c>PLUGIN</c>, <c>WIDGET</c> and <c>COMMUNITY_FILE</c>. <c>System.Text.Json</c> uses it without configuration.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResourceTypeJsonConverter : JsonConverter<ResourceType>
{
    internal const int MaxLength = 32;

    /// <inheritdoc/>
    public override ResourceType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(JsonText.ReadString(ref reader, nameof(ResourceType), MaxLength));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ResourceType value, JsonSerializerOptions options) =>
        JsonText.Require(writer).WriteStringValue(GetText(value));

    /// <inheritdoc/>
    public override ResourceType ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(JsonText.ReadString(ref reader, nameof(ResourceType), MaxLength));

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, ResourceType value, JsonSerializerOptions options) =>
        JsonText.Require(writer).WritePropertyName(GetText(value));

    internal static ResourceType Parse(string text) => text switch
    {
        "PLUGIN" => ResourceType.Plugin,
        "WIDGET" => ResourceType.Widget,
        "COMMUNITY_FILE" => ResourceType.CommunityFile,
        _ => throw JsonText.Invalid(nameof(ResourceType), "it is not PLUGIN, WIDGET or COMMUNITY_FILE"),
    };

    internal static string GetText(ResourceType type) => type switch
    {
        ResourceType.Plugin => "PLUGIN",
        ResourceType.Widget => "WIDGET",
        ResourceType.CommunityFile => "COMMUNITY_FILE",
        _ => throw new JsonException("The value isn't a valid ResourceType."),
    };
}

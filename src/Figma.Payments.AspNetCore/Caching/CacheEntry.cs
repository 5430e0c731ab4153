using System;
using System.Text.Json;
using System.Text.Json.Serialization;
using Figma.Payments.AspNetCore.Decisions;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>The JSON of an entry in the cache.</summary>
internal sealed record CacheEntry(
    [property: JsonPropertyName("user")] string? UserId,
    [property: JsonPropertyName("type")] string? ResourceType,
    [property: JsonPropertyName("resource")] string? ResourceId,
    [property: JsonPropertyName("status")] string? Status,
    [property: JsonPropertyName("checked")] long CheckedAt)
{
    public static string Write(VerifiedPayment payment) => JsonSerializer.Serialize(
        new CacheEntry(
            payment.UserId.Value,
            payment.ResourceId.Type.ToString(),
            payment.ResourceId.Value,
            payment.Status.ToString(),
            payment.CheckedAt.ToUnixTimeMilliseconds()),
        CacheEntryJsonContext.Default.CacheEntry);

    /// <summary>Reads an entry, or returns null if it isn't valid.</summary>
    public static VerifiedPayment? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, CacheEntryJsonContext.Default.CacheEntry) is { } entry
                && Payments.UserId.TryParse(entry.UserId, out UserId user)
                && ReadResource(entry) is { } resource
                && Enum.TryParse(entry.Status, out PaymentStatus status)
                && Enum.IsDefined(status)
                ? new VerifiedPayment(user, resource, status, DateTimeOffset.FromUnixTimeMilliseconds(entry.CheckedAt))
                : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static ResourceId? ReadResource(CacheEntry entry) => entry.ResourceType switch
    {
        nameof(Payments.ResourceType.Plugin) when PluginId.TryParse(entry.ResourceId, out PluginId id) => id,
        nameof(Payments.ResourceType.Widget) when WidgetId.TryParse(entry.ResourceId, out WidgetId id) => id,
        nameof(Payments.ResourceType.CommunityFile) when CommunityFileId.TryParse(entry.ResourceId, out CommunityFileId id) => id,
        _ => null,
    };
}

/// <summary>Serializes entries without reflection.</summary>
[JsonSerializable(typeof(CacheEntry))]
internal sealed partial class CacheEntryJsonContext : JsonSerializerContext;

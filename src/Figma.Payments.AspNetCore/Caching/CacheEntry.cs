using System;
using System.Text.Json;
using System.Text.Json.Serialization;
using Figma.Payments.AspNetCore.Decisions;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>Converts payment information to and from the JSON of an entry in the cache. The IDs and the status have the library's own converters.</summary>
internal static class CacheEntry
{
    public static string Write(VerifiedPayment payment) => JsonSerializer.Serialize(payment, CacheEntryJsonContext.Default.VerifiedPayment);

    /// <summary>Reads an entry, or returns null if it isn't valid.</summary>
    public static VerifiedPayment? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, CacheEntryJsonContext.Default.VerifiedPayment) is { } payment && payment.UserId != default && payment.ResourceId != default
                ? payment
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Serializes entries without reflection.</summary>
[JsonSerializable(typeof(VerifiedPayment))]
internal sealed partial class CacheEntryJsonContext : JsonSerializerContext;

using System;
using System.Text.Json;

namespace Figma.Payments.Benchmarks.Wire.Peers;

/// <summary>The response model of the leanest code.</summary>
internal readonly record struct LeanResponse(int HttpStatus, string? UserId, string? ResourceId, string? ResourceType, string? Status, DateTimeOffset? DateOfPurchase)
{
    /// <summary>Reads the expected properties without validation and skips all others.</summary>
    public static LeanResponse Read(ReadOnlySpan<byte> body)
    {
        Utf8JsonReader json = new(body);
        string? userId = null, resourceId = null, resourceType = null, status = null;
        DateTimeOffset? date = null;

        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName)
                continue;

            if (json.ValueTextEquals("user_id"u8))
            {
                json.Read();
                userId = json.GetString();
            }
            else if (json.ValueTextEquals("resource_id"u8))
            {
                json.Read();
                resourceId = json.GetString();
            }
            else if (json.ValueTextEquals("resource_type"u8))
            {
                json.Read();
                resourceType = json.ValueTextEquals("PLUGIN"u8) ? "PLUGIN" : json.GetString();
            }
            else if (json.ValueTextEquals("type"u8))
            {
                json.Read();
                status = json.ValueTextEquals("PAID"u8) ? "PAID" : json.GetString();
            }
            else if (json.ValueTextEquals("date_of_purchase"u8))
            {
                json.Read();
                date = json.GetDateTimeOffset();
            }
        }

        return new LeanResponse(200, userId, resourceId, resourceType, status, date);
    }

    /// <summary>Reads the message of an error.</summary>
    public static LeanResponse ReadError(int status, ReadOnlySpan<byte> body)
    {
        Utf8JsonReader json = new(body);
        string? message = null;

        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || !json.ValueTextEquals("message"u8))
                continue;

            json.Read();
            message = json.GetString();
        }

        return new LeanResponse(status, null, null, null, message, null);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;

namespace Figma.Payments.Testing.Tests;

/// <summary>A received response: the status, all headers and the body.</summary>
internal sealed record ReceivedResponse(int Status, string Headers, string Body)
{
    public JsonElement Json
    {
        get
        {
            using JsonDocument document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
    }

    public string? Message => Json.TryGetProperty("message", out JsonElement message) ? message.GetString() : null;

    public string? Err => Json.TryGetProperty("err", out JsonElement err) ? err.GetString() : null;

    public JsonElement Meta => Json.GetProperty("meta");

    public string? PaymentStatus => Meta.GetProperty("payment_status").GetProperty("type").GetString();

    public string? DateOfPurchase => Meta.TryGetProperty("date_of_purchase", out JsonElement date) ? date.GetString() : null;

    public string? Header(string name)
    {
        foreach (string line in Headers.Split('\n'))
        {
            if (line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))
                return line[(name.Length + 2)..];
        }

        return null;
    }

    public static async Task<ReceivedResponse> ReadAsync(HttpResponseMessage response)
    {
        string body = await response.Content.ReadAsStringAsync();
        IEnumerable<string> lines = response.Headers.Concat(response.Content.Headers)
            .Select(static header => header.Key.ToLowerInvariant() + ": " + string.Join(", ", header.Value))
            .Order(StringComparer.Ordinal);

        return new ReceivedResponse((int)response.StatusCode, string.Join('\n', lines), body);
    }
}

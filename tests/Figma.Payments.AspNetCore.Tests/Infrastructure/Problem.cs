using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests;

/// <summary>Contains the problem details of a refusal.</summary>
internal sealed record Problem(int Status, string? Type, string? Title, string? PaymentStatus)
{
    public static async Task<Problem> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using JsonDocument document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        JsonElement root = document.RootElement;

        return new Problem(
            root.GetProperty("status").GetInt32(),
            root.GetProperty("type").GetString(),
            root.GetProperty("title").GetString(),
            root.TryGetProperty("paymentStatus", out JsonElement status) ? status.GetString() : null);
    }
}

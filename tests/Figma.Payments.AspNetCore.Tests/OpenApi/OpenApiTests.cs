using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Tests.Endpoints;
using Figma.Payments.AspNetCore.Tests.Readme;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.OpenApi;

/// <summary>The refusals appear in the documents of both generators, and the other responses remain.</summary>
public sealed class OpenApiTests
{
    [Theory]
    [InlineData("/openapi/v1.json")]
    [InlineData("/swagger/v1/swagger.json")]
    public async Task Gated_endpoints_describe_their_refusals(string document)
    {
        await using GateApp app = await GateApp.StartAsync(
            static app =>
            {
                Sample.Map(app);
                app.MapOpenApi();
                app.UseSwagger();
            },
            static options => options.Services = static services =>
            {
                Sample.AddServices(services);
                services.AddEndpointsApiExplorer();
                ReadmeExamples.AddOpenApi(services);
                ReadmeExamples.AddSwagger(services);
            });

        using JsonDocument json = JsonDocument.Parse(await app.Http.GetStringAsync(new Uri(document, UriKind.Relative)));
        JsonElement paths = json.RootElement.GetProperty("paths");

        // The examples of the README describe the token, so that a generated client can send it.
        JsonProperty scheme = Assert.Single(json.RootElement.GetProperty("components").GetProperty("securitySchemes").EnumerateObject());
        Assert.Equal("figma", scheme.Name);
        Assert.Equal(("apiKey", "header", "X-Figma-Payment-Token"), (Text(scheme.Value, "type"), Text(scheme.Value, "in"), Text(scheme.Value, "name")));

        foreach (string path in new[] { "/minimal", "/lambda", "/group/inner", "/controller/required", "/class" })
        {
            JsonElement get = paths.GetProperty(path).GetProperty("get");
            Assert.Equal(["200", "401", "402", "403", "429", "503"], get.GetProperty("responses").EnumerateObject().Select(static response => response.Name).Order(StringComparer.Ordinal));
            Assert.True(get.GetProperty("responses").GetProperty("402").GetProperty("content").TryGetProperty("application/problem+json", out _));
            Assert.True(get.GetProperty("responses").GetProperty("200").TryGetProperty("content", out _), path);
            Assert.False(get.TryGetProperty("parameters", out _), path);
            Assert.False(get.TryGetProperty("requestBody", out _), path);
            Assert.Equal("figma", Assert.Single(Assert.Single(get.GetProperty("security").EnumerateArray()).EnumerateObject()).Name);

            string description = Text(get.GetProperty("responses").GetProperty("402"), "description");
            Assert.Contains("`urn:figma-payments:payment-required`: The user has not paid. `paymentStatus` is", description, StringComparison.Ordinal);
            description = Text(get.GetProperty("responses").GetProperty("401"), "description");
            Assert.Contains("`urn:figma-payments:token-missing`: The request contains no payment token. `urn:figma-payments:token-invalid`: ", description, StringComparison.Ordinal);
        }

        foreach (string path in new[] { "/read", "/public", "/controller/read" })
        {
            JsonElement get = paths.GetProperty(path).GetProperty("get");
            Assert.Equal(["200"], get.GetProperty("responses").EnumerateObject().Select(static response => response.Name));
            Assert.False(get.TryGetProperty("security", out _), path);
        }

        static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
    }
}

using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Tests.Endpoints;
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
                services.AddOpenApi();
                services.AddSwaggerGen();
            });

        using JsonDocument json = JsonDocument.Parse(await app.Http.GetStringAsync(new Uri(document, UriKind.Relative)));
        JsonElement paths = json.RootElement.GetProperty("paths");

        foreach (string path in new[] { "/minimal", "/lambda", "/group/inner", "/controller/required", "/class" })
        {
            JsonElement get = paths.GetProperty(path).GetProperty("get");
            Assert.Equal(["200", "401", "402", "403", "429", "503"], get.GetProperty("responses").EnumerateObject().Select(static response => response.Name).Order(StringComparer.Ordinal));
            Assert.True(get.GetProperty("responses").GetProperty("402").GetProperty("content").TryGetProperty("application/problem+json", out _));
            Assert.True(get.GetProperty("responses").GetProperty("200").TryGetProperty("content", out _), path);
            Assert.False(get.TryGetProperty("parameters", out _), path);
            Assert.False(get.TryGetProperty("requestBody", out _), path);
        }

        foreach (string path in new[] { "/read", "/public", "/controller/read" })
            Assert.Equal(["200"], paths.GetProperty(path).GetProperty("get").GetProperty("responses").EnumerateObject().Select(static response => response.Name));
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Figma.Payments.Tests.Recipes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Figma.Payments.Tests.Serialization;

/// <summary>Sends IDs and payment tokens to minimal APIs and to a controller, over a socket.</summary>
public sealed class WebTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new();

    private readonly WebApplication _app = Build();

    public static TheoryData<string, string> Bodies
    {
        get
        {
            TheoryData<string, string> bodies = [];

            foreach (string endpoint in new[] { "minimal", "controller" })
            {
                foreach (string id in new[] { "\"893760322388183958\"", "12345678901234567890", "\"a:b\"" })
                    bodies.Add(endpoint, id);
            }

            return bodies;
        }
    }

    public static TheoryData<string, string> InvalidBodies
    {
        get
        {
            TheoryData<string, string> bodies = [];

            foreach (string endpoint in new[] { "minimal", "controller" })
            {
                foreach (string id in new[] { "{\"Value\":\"1\"}", "{}", "[]", "\"\"", "\"1 2\"", "\"1\\u200b\"", "1.5", "1e3", "-1", "true", "null" })
                    bodies.Add(endpoint, id);
            }

            return bodies;
        }
    }

    public Task InitializeAsync() => _app.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_is_read_and_written_without_loss(string endpoint, string id)
    {
        (HttpStatusCode status, string body) = await PostAsync(endpoint, $$$"""{"user":{{{id}}},"resource":{"type":"WIDGET","id":{{{id}}}},"plugin":{{{id}}},"quantities":{"7":2}}""");

        string text = "\"" + id.Trim('"') + "\"";
        Assert.Equal((HttpStatusCode.OK, $$$"""{"user":{{{text}}},"resource":{"type":"WIDGET","id":{{{text}}}},"plugin":{{{text}}},"quantities":{"7":2}}"""), (status, body));
    }

    [Theory]
    [MemberData(nameof(InvalidBodies))]
    public async Task Invalid_body_gets_a_400(string endpoint, string id)
    {
        (HttpStatusCode status, _) = await PostAsync(endpoint, $$$"""{"user":{{{id}}},"resource":{"type":"WIDGET","id":"1"}}""");
        (HttpStatusCode statusOfResource, _) = await PostAsync(endpoint, $$"""{"user":"1","resource":{{(id == "null" ? "{\"type\":\"WIDGET\"}" : id)}}}""");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (status, statusOfResource));
    }

    [Theory]
    [InlineData("minimal")]
    [InlineData("controller")]
    public async Task Missing_property_that_is_required_gets_a_400(string endpoint)
    {
        (HttpStatusCode status, _) = await PostAsync(endpoint, """{"resource":{"type":"WIDGET","id":"1"}}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Theory]
    [InlineData("minimal")]
    [InlineData("controller")]
    public async Task Route_query_and_header_are_read(string endpoint)
    {
        Assert.Equal((HttpStatusCode.OK, "1 2 True"), await GetAsync(endpoint + "/1?plugin=2", Samples.PaymentToken));
        Assert.Equal((HttpStatusCode.OK, "1  True"), await GetAsync(endpoint + "/1", Samples.PaymentToken));
        Assert.Equal((HttpStatusCode.OK, "1 2 True"), await GetAsync(endpoint + "/1?plugin=" + Uri.EscapeDataString("https://www.figma.com/community/plugin/2/name"), Samples.PaymentToken));
    }

    [Theory]
    [InlineData("minimal", "1%20", "2", "a")]
    [InlineData("minimal", "1%E2%80%8B", "2", "a")]
    [InlineData("minimal", "1", "1%202", "a")]
    [InlineData("minimal", "1", "2", "figd_MARK")]
    [InlineData("controller", "1%20", "2", "a")]
    [InlineData("controller", "1%E2%80%8B", "2", "a")]
    [InlineData("controller", "1", "1%202", "a")]
    [InlineData("controller", "1", "2", "figd_MARK")]
    public async Task Invalid_route_query_or_header_gets_a_400(string endpoint, string user, string plugin, string token) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync($"{endpoint}/{user}?plugin={plugin}", token)).Status);

    [Theory]
    [InlineData("minimal")]
    [InlineData("controller")]
    public async Task Payment_token_in_a_body_is_read_and_an_invalid_one_gets_a_400(string endpoint)
    {
        Assert.Equal((HttpStatusCode.OK, "PluginPaymentToken (hidden)"), await PostAsync(endpoint + "/token", $$"""{"token":"{{Samples.PaymentToken}}"}"""));

        foreach (string token in new[] { "\"\"", "\"figd_MARK\"", "\"a b\"", "7", "{\"Value\":\"MARK\"}" })
        {
            (HttpStatusCode status, string body) = await PostAsync(endpoint + "/token", $$"""{"token":{{token}}}""");
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.DoesNotContain("MARK", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task OpenAPI_document_describes_IDs_as_strings()
    {
        string text = await Http.GetStringAsync(new Uri(Address, "openapi/v1.json"));
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        JsonElement order = schemas.GetProperty(nameof(WebOrder)).GetProperty("properties");

        AssertString(order.GetProperty("user"));
        AssertString(order.GetProperty("plugin"));
        AssertString(schemas.GetProperty(nameof(WebToken)).GetProperty("properties").GetProperty("token"));

        foreach (string endpoint in new[] { "/minimal/{user}", "/controller/{user}" })
        {
            JsonElement parameters = document.RootElement.GetProperty("paths").GetProperty(endpoint).GetProperty("get").GetProperty("parameters");
            Assert.Equal(3, parameters.GetArrayLength());
            Assert.All(parameters.EnumerateArray(), parameter => AssertString(parameter.GetProperty("schema")));
        }

        void AssertString(JsonElement schema)
        {
            if (schema.TryGetProperty("oneOf", out JsonElement choices))
                schema = choices.EnumerateArray().Single(static choice => !choice.TryGetProperty("type", out JsonElement type) || type.ToString() != "null");

            if (schema.TryGetProperty("$ref", out JsonElement reference))
                schema = schemas.GetProperty(reference.ToString().Split('/')[^1]);

            Assert.True(schema.TryGetProperty("type", out JsonElement found) && found.ToString() == "string", text);
        }
    }

    internal static string Describe(UserId user, PluginId? plugin, PluginPaymentToken token) => $"{user} {plugin} {token == new PluginPaymentToken(Samples.PaymentToken)}";

    private static WebApplication Build()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting();
        builder.Services.AddControllers().AddApplicationPart(typeof(WebTests).Assembly);
        OpenApiRecipe.Add(builder);

        WebApplication app = builder.Build();
        app.MapOpenApi();
        app.MapControllers();
        app.MapPost("minimal", static (WebOrder order) => order);
        app.MapPost("minimal/token", static (WebToken token) => token.Token.ToString());
        app.MapGet("minimal/{user}", static (UserId user, PluginId? plugin, [FromHeader(Name = "Token")] PluginPaymentToken token) => Describe(user, plugin, token));
        return app;
    }

    private Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, string json)
    {
        using StringContent content = new(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await Http.PostAsync(new Uri(Address, path), content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string path, string token)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(Address, path));
        request.Headers.Add("Token", token);
        using HttpResponseMessage response = await Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}

/// <summary>A body with IDs.</summary>
public sealed class WebOrder
{
    public required UserId User { get; init; }

    public required ResourceId Resource { get; init; }

    public PluginId? Plugin { get; init; }

    public Dictionary<WidgetId, int>? Quantities { get; init; }
}

/// <summary>A body with a payment token.</summary>
public sealed record WebToken(PluginPaymentToken Token);

/// <summary>The same endpoints as those of the minimal API.</summary>
[ApiController]
[Route("controller")]
public sealed class WebController : ControllerBase
{
    [HttpPost]
    public ActionResult<WebOrder> Post(WebOrder order) => Ok(order);

    [HttpPost("token")]
    public ActionResult PostToken(WebToken token) => Content((token ?? throw new ArgumentNullException(nameof(token))).Token.ToString());

    [HttpGet("{user}")]
    public ActionResult Get(UserId user, PluginId? plugin, [FromHeader(Name = "Token")] PluginPaymentToken token) => Content(WebTests.Describe(user, plugin, token));
}

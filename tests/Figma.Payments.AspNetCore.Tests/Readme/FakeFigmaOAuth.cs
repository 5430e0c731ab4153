using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Figma.Payments.AspNetCore.Tests.Readme;

/// <summary>Plays the authorization and token endpoints of Figma's OAuth 2, for one user who allows everything. It accepts only what Figma documents.</summary>
internal sealed class FakeFigmaOAuth : IAsyncDisposable
{
    public const string ClientId = "a-client";
    public const string ClientSecret = "a-secret";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, string> _codes = new();

    private FakeFigmaOAuth(WebApplication app)
    {
        _app = app;
        app.MapGet("/oauth", Authorize);
        app.MapPost("/v1/oauth/token", ExchangeAsync);
    }

    /// <summary>Gets or sets the user who is signed in at Figma, or null for a response without a user ID.</summary>
    public UserId? User { get; set; }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<FakeFigmaOAuth> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        FakeFigmaOAuth server = new(builder.Build());
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Authorize(HttpRequest request)
    {
        if (request.Query["client_id"] != ClientId || request.Query["response_type"] != "code" || request.Query["scope"] != "current_user:read")
            return Results.BadRequest();

        string code = Guid.NewGuid().ToString();
        string redirect = request.Query["redirect_uri"].ToString();
        _codes[code] = redirect;
        return Results.Redirect(QueryHelpers.AddQueryString(QueryHelpers.AddQueryString(redirect, "code", code), "state", request.Query["state"].ToString()));
    }

    private async Task<IResult> ExchangeAsync(HttpRequest request)
    {
        IFormCollection form = await request.ReadFormAsync();
        string credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(ClientId + ":" + ClientSecret));

        if (request.Headers.Authorization != "Basic " + credentials
            || form["grant_type"] != "authorization_code"
            || !_codes.TryRemove(form["code"].ToString(), out string? redirect)
            || form["redirect_uri"] != redirect)
            return Results.BadRequest();

        return Results.Json(new { user_id_string = User?.Value, access_token = "figu_secret", token_type = "bearer", refresh_token = "secret", expires_in = 7_776_000 });
    }
}

using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Readme;

/// <summary>The example "Sign in with Figma" of the README, with Figma's paths on a server of the test.</summary>
public sealed class SignInTests : IAsyncLifetime, IDisposable
{
    private readonly FakeFigmaPayments _figma = new();
    private readonly HttpClient _browser = new();
    private FakeFigmaOAuth _oauth = null!;
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        _oauth = await FakeFigmaOAuth.StartAsync();
        _figma.AddPlugin(new PluginId("1678669904810665842"));

        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddGlyphPayments(options => options.AccessToken = _figma.AccessToken).ConfigurePrimaryHttpMessageHandler(_figma.CreateHandler);
        builder.Services.AddGlyphPaymentsGate(ReadmeExamples.ReadUsers);
        builder.Configuration["Figma:ClientId"] = FakeFigmaOAuth.ClientId;
        builder.Configuration["Figma:ClientSecret"] = FakeFigmaOAuth.ClientSecret;
        ReadmeExamples.AddSignIn(builder);

        builder.Services.PostConfigure<OAuthOptions>("Figma", options =>
        {
            options.AuthorizationEndpoint = OnServer(options.AuthorizationEndpoint, "www.figma.com");
            options.TokenEndpoint = OnServer(options.TokenEndpoint, "api.figma.com");

            // Browsers send secure cookies to the loopback interface over HTTP, but the client of the test doesn't.
            options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });

        _app = builder.Build();
        _app.UseFigmaPayments();
        ReadmeExamples.MapSignIn(_app);
        ReadmeExamples.MapForget(_app);
        _app.MapGet("/", static () => "welcome");
        _app.MapPost("/render", static (FigmaPayment payment) => payment.UserId.Value).RequireGlyphPayments();
        await _app.StartAsync();
        _browser.BaseAddress = new Uri(Assert.Single(_app.Urls));
    }

    public void Dispose() => _browser.Dispose();

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _oauth.DisposeAsync();
    }

    [Fact]
    public async Task User_who_has_paid_is_admitted_after_signing_in()
    {
        UserId ada = _figma.AddUser();
        _figma.Pay(ada, new PluginId("1678669904810665842"));
        await SignInAsync(ada);

        using HttpResponseMessage response = await RenderAsync();
        Assert.Equal(ada.Value, await response.Content.ReadAsStringAsync());
        Assert.Equal(FakeRequestKind.Id, Assert.Single(_figma.Requests).Kind);
    }

    [Fact]
    public async Task User_who_has_not_paid_is_refused_after_signing_in()
    {
        await SignInAsync(_figma.AddUser());

        using HttpResponseMessage response = await RenderAsync();
        Assert.Equal(HttpStatusCode.PaymentRequired, response.StatusCode);
        Assert.Equal("urn:figma-payments:payment-required", (await Problem.ReadAsync(response)).Type);
    }

    /// <summary>The example of ForgetAsync.</summary>
    [Fact]
    public async Task User_who_pays_is_admitted_after_the_checkout()
    {
        UserId ada = _figma.AddUser();
        await SignInAsync(ada);
        Assert.Equal(HttpStatusCode.PaymentRequired, (await RenderAsync()).StatusCode);

        _figma.Pay(ada, new PluginId("1678669904810665842"));
        Assert.Equal(HttpStatusCode.PaymentRequired, (await RenderAsync()).StatusCode);
        Assert.Equal("welcome", await _browser.GetStringAsync(new Uri("/after-checkout", UriKind.Relative)));
        Assert.Equal(HttpStatusCode.OK, (await RenderAsync()).StatusCode);
    }

    [Fact]
    public async Task Caller_who_has_not_signed_in_is_refused_and_not_redirected()
    {
        using HttpResponseMessage response = await RenderAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Null(response.Headers.Location);
        Assert.Equal("urn:figma-payments:token-missing", (await Problem.ReadAsync(response)).Type);
    }

    [Fact]
    public async Task User_whose_ID_Figma_does_not_tell_is_refused()
    {
        await SignInAsync(user: null);

        using HttpResponseMessage response = await RenderAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(_figma.Requests);
    }

    // The client follows the redirects and keeps the cookies, as a browser does.
    private async Task SignInAsync(UserId? user)
    {
        _oauth.User = user;
        Assert.Equal("welcome", await _browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative)));
    }

    private Task<HttpResponseMessage> RenderAsync() => _browser.PostAsync(new Uri("/render", UriKind.Relative), null);

    private string OnServer(string endpoint, string host)
    {
        Uri uri = new(endpoint);
        Assert.Equal("https://" + host, uri.GetLeftPart(UriPartial.Authority));
        return new Uri(_oauth.Address, uri.PathAndQuery).ToString();
    }
}

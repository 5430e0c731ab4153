using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Figma.Payments.Tests.Registration;

/// <summary>Registers clients in a dependency injection container with the generated <c>Add…</c> methods.</summary>
public sealed class AddTests
{
    [Fact]
    public async Task Replaced_token_is_used_by_the_next_request()
    {
        CannedHandler figma = new(Samples.Paid);
        TokenStore store = new();
        ServiceCollection services = new();
        services.AddSingleton(store);
        services.AddShopPayments(static (options, provider) => options.AccessTokenProvider = provider.GetRequiredService<TokenStore>().GetAsync).ConfigurePrimaryHttpMessageHandler(() => figma);
        using ServiceProvider provider = services.BuildServiceProvider();
        IShopPayments payments = provider.GetRequiredService<IShopPayments>();

        _ = await payments.GetPaymentsAsync(new UserId(Samples.User), new PluginId(Samples.Plugin));
        store.Token = "figd_replaced";
        _ = await payments.GetPaymentsAsync(new UserId(Samples.User), new PluginId(Samples.Plugin));

        Assert.Equal(["figd_first", "figd_replaced"], figma.Requests.SelectMany(static request => request.Headers.GetValues("X-Figma-Token")));
    }

    [Fact]
    public void Validation_error_names_the_client_and_the_reason()
    {
        ServiceCollection services = new();
        services.AddShopPayments(static options => options.AccessToken = new PersonalAccessToken(Samples.AccessToken));
        services.Configure<PaymentsClientOptions>(typeof(IShopPayments).FullName, static options => options.BaseAddress = new Uri("http://figma.example"));
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException error = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IShopPayments>);

        Assert.StartsWith("Figma.Payments.Tests.Registration.IShopPayments: BaseAddress: it must be https", Assert.Single(error.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Missing_token_names_the_client_and_the_setting()
    {
        ServiceCollection services = new();
        services.AddShopPayments(static options => options.AccessToken = new PersonalAccessToken(Environment.GetEnvironmentVariable("FIGMA_PAYMENTS_TESTS_MISSING")!));
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException error = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IShopPayments>);

        Assert.StartsWith("Figma.Payments.Tests.Registration.IShopPayments: AccessToken: there is no valid personal access token; check that the setting", Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Custom_handler_is_called_before_the_primary_handler()
    {
        CannedHandler figma = new(Samples.Paid);
        List<string> seen = [];
        ServiceCollection services = new();
        services.AddShopPayments(static options => options.AccessToken = new PersonalAccessToken(Samples.AccessToken))
            .ConfigurePrimaryHttpMessageHandler(() => figma)
            .AddHttpMessageHandler(() => new RecordingHandler(seen));
        using ServiceProvider provider = services.BuildServiceProvider();

        PaymentInformation information = await provider.GetRequiredService<IShopPayments>().GetPaymentsAsync(new UserId(Samples.User), new PluginId(Samples.Plugin));

        Assert.True(information.IsPaid);
        Assert.Equal(["/v1/payments"], seen);
    }

    [Fact]
    public Task Primary_handler_does_not_follow_redirects_or_keep_cookies() => AssertRedirectIsNotFollowedAsync(static builder => builder);

    [Theory]
    [InlineData("SocketsHttpHandler")]
    [InlineData("HttpClientHandler")]
    [InlineData("wrapped")]
    public async Task Replaced_primary_handler_does_not_follow_redirects_or_keep_cookies(string name)
    {
        using HttpMessageHandler handler = name switch
        {
            "SocketsHttpHandler" => new SocketsHttpHandler { AllowAutoRedirect = true, UseCookies = true },
            "HttpClientHandler" => new HttpClientHandler { AllowAutoRedirect = true, UseCookies = true },
            _ => new RecordingHandler([]) { InnerHandler = new RecordingHandler([]) { InnerHandler = new SocketsHttpHandler() } },
        };

        await AssertRedirectIsNotFollowedAsync(builder => builder.ConfigurePrimaryHttpMessageHandler(() => handler));
    }

    [Fact]
    public async Task Primary_handler_that_has_sent_a_request_is_refused_if_it_follows_redirects()
    {
        await using WireServer server = new(WireServer.Response(Samples.Paid));
        using SocketsHttpHandler unsafeHandler = new();
        using SocketsHttpHandler safeHandler = new() { AllowAutoRedirect = false, UseCookies = false };

        foreach (SocketsHttpHandler handler in new[] { unsafeHandler, safeHandler })
        {
            using HttpClient other = new(handler, disposeHandler: false);
            _ = await other.GetStringAsync(server.Address);
        }

        using ServiceProvider refused = AddWithHandler(unsafeHandler);
        using ServiceProvider accepted = AddWithHandler(safeHandler);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(refused.GetRequiredService<IShopPayments>);
        Assert.Contains("'Figma.Payments.Tests.Registration.IShopPayments' follows redirects or keeps cookies", error.Message, StringComparison.Ordinal);
        Assert.NotNull(accepted.GetRequiredService<IShopPayments>());

        static ServiceProvider AddWithHandler(HttpMessageHandler handler)
        {
            ServiceCollection services = new();
            services.AddShopPayments(static options => options.AccessToken = new PersonalAccessToken(Samples.AccessToken))
                // Wrapped, because the factory's metrics also refuse a primary handler that has sent a request.
                .ConfigurePrimaryHttpMessageHandler(() => new RecordingHandler([]) { InnerHandler = handler });
            return services.BuildServiceProvider();
        }
    }

    internal static async Task AssertRedirectIsNotFollowedAsync(Func<IHttpClientBuilder, IHttpClientBuilder> configure)
    {
        await using WireServer elsewhere = new(WireServer.Response(Samples.Paid));
        await using WireServer server = new(WireServer.Response("", "302 Found", $"Location: {elsewhere.Address}v1/payments\r\nSet-Cookie: a=b; Path=/\r\n"));
        ServiceCollection services = new();
        configure(services.AddShopPayments(options =>
        {
            options.AccessToken = new PersonalAccessToken(Samples.AccessToken);
            options.BaseAddress = server.Address;
        }));
        using ServiceProvider provider = services.BuildServiceProvider();
        IShopPayments payments = provider.GetRequiredService<IShopPayments>();

        for (int round = 0; round < 2; round++)
        {
            FigmaPaymentsException error = await Assert.ThrowsAsync<FigmaPaymentsException>(() => payments.GetPaymentsAsync(new PluginPaymentToken(Samples.PaymentToken)));
            Assert.Equal(PaymentsErrorKind.InvalidResponse, error.Kind);
        }

        Assert.Empty(elsewhere.Heads);
        Assert.Equal(2, server.Heads.Count);
        Assert.All(server.Heads, static head => Assert.DoesNotContain("Cookie", head, StringComparison.OrdinalIgnoreCase));
    }

    private sealed class TokenStore
    {
        public string Token { get; set; } = "figd_first";

        public ValueTask<PersonalAccessToken> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new PersonalAccessToken(Token));
    }

    private sealed class RecordingHandler(List<string> seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add(request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

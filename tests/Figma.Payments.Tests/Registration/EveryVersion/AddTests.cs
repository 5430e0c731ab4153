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

/// <summary>What <c>Add…</c> does for a developer, in a real container.</summary>
public sealed class AddTests
{
    [Fact]
    public async Task A_token_that_a_service_replaces_is_used_by_the_next_question()
    {
        CannedHandler figma = new(Samples.Paid);
        Vault vault = new();
        ServiceCollection services = new();
        services.AddSingleton(vault);
        services.AddShopPayments(static (options, provider) => options.AccessTokenProvider = provider.GetRequiredService<Vault>().GetAsync).ConfigurePrimaryHttpMessageHandler(() => figma);
        using ServiceProvider provider = services.BuildServiceProvider();
        IShopPayments payments = provider.GetRequiredService<IShopPayments>();

        _ = await payments.GetPaymentsAsync(new UserId(Samples.User), new PluginId(Samples.Plugin));
        vault.Token = "figd_replaced";
        _ = await payments.GetPaymentsAsync(new UserId(Samples.User), new PluginId(Samples.Plugin));

        Assert.Equal(["figd_first", "figd_replaced"], figma.Requests.SelectMany(static request => request.Headers.GetValues("X-Figma-Token")));
    }

    [Fact]
    public void Options_that_are_refused_say_of_which_client_they_are_and_what_is_wrong()
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
    public async Task Handlers_of_the_developers_stand_before_the_wire()
    {
        CannedHandler figma = new(Samples.Paid);
        List<string> seen = [];
        ServiceCollection services = new();
        services.AddShopPayments(static options => options.AccessToken = new PersonalAccessToken(Samples.AccessToken))
            .ConfigurePrimaryHttpMessageHandler(() => figma)
            .AddHttpMessageHandler(() => new Watching(seen));
        using ServiceProvider provider = services.BuildServiceProvider();

        PaymentInformation answer = await provider.GetRequiredService<IShopPayments>().GetPaymentsAsync(new UserId(Samples.User), new PluginId(Samples.Plugin));

        Assert.True(answer.IsPaid);
        Assert.Equal(["/v1/payments"], seen);
    }

    [Fact]
    public async Task The_primary_handler_follows_no_redirect_and_keeps_no_cookie()
    {
        await using WireServer elsewhere = new(WireServer.Answer(Samples.Paid));
        await using WireServer server = new(WireServer.Answer("", "302 Found", $"Location: {elsewhere.Address}v1/payments\r\nSet-Cookie: a=b; Path=/\r\n"));
        ServiceCollection services = new();
        services.AddShopPayments(options =>
        {
            options.AccessToken = new PersonalAccessToken(Samples.AccessToken);
            options.BaseAddress = server.Address;
        });
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

    private sealed class Vault
    {
        public string Token { get; set; } = "figd_first";

        public ValueTask<PersonalAccessToken> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new PersonalAccessToken(Token));
    }

    private sealed class Watching(List<string> seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add(request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

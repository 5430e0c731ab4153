using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Figma.Payments.Tests.Registration;

/// <summary>Registers clients with the generated <c>Add…</c> methods that take a configuration section.</summary>
public sealed class ConfigurationTests
{
    private const string Client = "Figma.Payments.Tests.Registration.IShopPayments";

    [Fact]
    public async Task Every_setting_of_the_section_is_used()
    {
        IConfigurationRoot configuration = Configure(
            ("AccessToken", Samples.AccessToken), ("BaseAddress", "https://api.figma-gov.com"), ("Timeout", "00:00:07"), ("MaxResponseBytes", "2048"));
        CannedHandler figma = new(Samples.Paid);
        using ServiceProvider provider = Register(configuration, figma);

        PaymentsClientOptions options = provider.GetRequiredService<IOptionsMonitor<PaymentsClientOptions>>().Get(Client);
        Assert.Equal((new Uri("https://api.figma-gov.com"), TimeSpan.FromSeconds(7), 2_048), (options.BaseAddress, options.Timeout, options.MaxResponseBytes));

        Assert.True((await SendAsync(provider.GetRequiredService<IShopPayments>())).IsPaid);
        Assert.Equal("api.figma-gov.com", Assert.Single(figma.Requests).RequestUri!.Host);
        Assert.Equal([Samples.AccessToken], Tokens(figma));
    }

    [Fact]
    public async Task Reloaded_token_is_used_by_the_next_request_of_an_existing_client()
    {
        IConfigurationRoot configuration = Configure(("AccessToken", "figd_first"));
        CannedHandler figma = new(Samples.Paid);
        using ServiceProvider provider = Register(configuration, figma);
        IShopPayments payments = provider.GetRequiredService<IShopPayments>();

        _ = await SendAsync(payments);
        Reload(configuration, "AccessToken", "figd_replaced");
        _ = await SendAsync(payments);
        _ = await SendAsync(provider.GetRequiredService<IShopPayments>());

        Assert.Equal(["figd_first", "figd_replaced", "figd_replaced"], Tokens(figma));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("figd_MARK\n")]
    public async Task Reloaded_token_that_is_not_valid_sends_nothing_until_it_is_corrected(string? token)
    {
        IConfigurationRoot configuration = Configure(("AccessToken", "figd_first"));
        CannedHandler figma = new(Samples.Paid);
        using ServiceProvider provider = Register(configuration, figma);
        IShopPayments payments = provider.GetRequiredService<IShopPayments>();

        configuration["Figma:AccessToken"] = token;
        FigmaPaymentsException error = await Assert.ThrowsAsync<FigmaPaymentsException>(() => SendAsync(payments));
        Assert.Equal(PaymentsErrorKind.CredentialRejected, error.Kind);
        Assert.Empty(figma.Requests);

        configuration["Figma:AccessToken"] = "figd_corrected";
        Assert.True((await SendAsync(payments)).IsPaid);
        Assert.Equal(["figd_corrected"], Tokens(figma));
    }

    [Fact]
    public async Task Client_cannot_be_resolved_while_a_reloaded_token_is_not_valid()
    {
        IConfigurationRoot configuration = Configure(("AccessToken", "figd_first"));
        CannedHandler figma = new(Samples.Paid);
        using ServiceProvider provider = Register(configuration, figma);
        _ = provider.GetRequiredService<IShopPayments>();

        Assert.DoesNotContain("MARK", Assert.ThrowsAny<Exception>(() => Reload(configuration, "AccessToken", "figd_MARK\n")).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IShopPayments>).ToString(), StringComparison.Ordinal);

        Reload(configuration, "AccessToken", "figd_corrected");
        Assert.True((await SendAsync(provider.GetRequiredService<IShopPayments>())).IsPaid);
        Assert.Equal(["figd_corrected"], Tokens(figma));
    }

    [Theory]
    [InlineData("figd_section")]
    [InlineData("figd_MARK\n")]
    [InlineData(null)]
    public async Task Token_in_code_takes_precedence_over_the_section_in_each_order(string? token)
    {
        IConfigurationRoot configuration = token is null ? Configure() : Configure(("AccessToken", token));

        foreach (bool isSectionFirst in new[] { true, false })
        {
            foreach (Action<PaymentsClientOptions> configure in new Action<PaymentsClientOptions>[]
            {
                static options => options.AccessToken = new PersonalAccessToken("figd_code"),
                static options => options.AccessTokenProvider = static _ => new ValueTask<PersonalAccessToken>(new PersonalAccessToken("figd_code")),
            })
            {
                CannedHandler figma = new(Samples.Paid);
                ServiceCollection services = new();

                if (isSectionFirst)
                    services.AddShopPayments(configuration.GetSection("Figma"));

                services.AddShopPayments(configure);

                if (!isSectionFirst)
                    services.AddShopPayments(configuration.GetSection("Figma"));

                services.AddHttpClient(Client).ConfigurePrimaryHttpMessageHandler(() => figma);
                using ServiceProvider provider = services.BuildServiceProvider();

                Assert.True((await SendAsync(provider.GetRequiredService<IShopPayments>())).IsPaid);
                Assert.Equal(["figd_code"], Tokens(figma));
            }
        }
    }

    [Fact]
    public async Task Reloaded_settings_are_used_by_clients_that_are_resolved_later()
    {
        IConfigurationRoot configuration = Configure(("AccessToken", "figd_first"), ("BaseAddress", "https://one.example"));
        CannedHandler figma = new(Samples.Paid);
        using ServiceProvider provider = Register(configuration, figma);

        _ = await SendAsync(provider.GetRequiredService<IShopPayments>());
        Reload(configuration, "BaseAddress", "https://two.example");
        _ = await SendAsync(provider.GetRequiredService<IShopPayments>());

        Assert.Equal(["one.example", "two.example"], figma.Requests.Select(static request => request.RequestUri!.Host));
    }

    [Fact]
    public async Task Keyed_clients_read_their_own_sections()
    {
        IConfigurationRoot configuration = Configure(("Red:AccessToken", "figd_red"), ("Blue:AccessToken", "figd_blue"));
        CannedHandler figma = new(Samples.Paid);
        ServiceCollection services = new();

        foreach (string key in new[] { "Red", "Blue" })
            services.AddKeyedShopPayments(key, configuration.GetSection("Figma:" + key)).ConfigurePrimaryHttpMessageHandler(() => figma);

        using ServiceProvider provider = services.BuildServiceProvider();
        _ = await SendAsync(provider.GetRequiredKeyedService<IShopPayments>("Blue"));
        Reload(configuration, "Red:AccessToken", "figd_replaced");
        _ = await SendAsync(provider.GetRequiredKeyedService<IShopPayments>("Red"));

        Assert.Equal(["figd_blue", "figd_replaced"], Tokens(figma));
    }

    [Theory]
    [InlineData(null, "there is no personal access token. Set 'Figma:AccessToken' in the configuration, AccessToken, or AccessTokenProvider")]
    [InlineData("", "there is no valid personal access token; check that the setting 'Figma:AccessToken' or environment variable")]
    [InlineData("figd_MARK\n", "there is no valid personal access token; check that the setting")]
    [InlineData("figu_MARK", "there is no valid personal access token; check that the setting")]
    public void Missing_or_invalid_token_names_the_client_and_the_setting(string? token, string reason)
    {
        using ServiceProvider provider = Register(token is null ? Configure() : Configure(("AccessToken", token)), new CannedHandler(Samples.Paid));

        OptionsValidationException error = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IShopPayments>);

        Assert.StartsWith(Client + ": AccessToken: " + reason, Assert.Single(error.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BaseAddress", "api.figma.com")]
    [InlineData("BaseAddress", "")]
    [InlineData("Timeout", "MARK")]
    [InlineData("Timeout", "10")]
    [InlineData("Timeout", "")]
    [InlineData("MaxResponseBytes", "64 MARK")]
    [InlineData("MaxResponseBytes", "1,024")]
    [InlineData("MaxResponseBytes", "99999999999")]
    public void Invalid_setting_fails_and_names_the_key(string key, string value)
    {
        using ServiceProvider provider = Register(Configure(("AccessToken", Samples.AccessToken), (key, value)), new CannedHandler(Samples.Paid));

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IShopPayments>);

        Assert.StartsWith($"The setting 'Figma:{key}' of PaymentsClientOptions must be a", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Root_of_the_configuration_is_a_section_too()
    {
        ServiceCollection services = new();
        services.AddShopPayments(new ConfigurationBuilder().AddInMemoryCollection([new("Timeout", "soon")]).Build());
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.StartsWith("The setting 'Timeout' of", Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IShopPayments>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_that_is_set_elsewhere_is_used_with_the_other_settings_of_the_section()
    {
        CannedHandler figma = new(Samples.Paid);
        ServiceCollection services = new();
        services.AddShopPayments(Configure(("BaseAddress", "https://api.figma-gov.com")).GetSection("Figma")).ConfigurePrimaryHttpMessageHandler(() => figma);
        services.Configure<PaymentsClientOptions>(Client, static options => options.AccessToken = new PersonalAccessToken("figd_elsewhere"));
        using ServiceProvider provider = services.BuildServiceProvider();

        _ = await SendAsync(provider.GetRequiredService<IShopPayments>());

        Assert.Equal(["figd_elsewhere"], Tokens(figma));
        Assert.Equal("api.figma-gov.com", Assert.Single(figma.Requests).RequestUri!.Host);
    }

    [Fact]
    public void Null_argument_is_rejected_with_its_name()
    {
        IConfiguration configuration = Configure();

        Assert.Throws<ArgumentNullException>("configuration", () => new ServiceCollection().AddShopPayments((IConfiguration)null!));
        Assert.Throws<ArgumentNullException>("configuration", () => new ServiceCollection().AddKeyedShopPayments("a", (IConfiguration)null!));
        Assert.Throws<ArgumentNullException>("serviceKey", () => new ServiceCollection().AddKeyedShopPayments(null!, configuration));
        Assert.Throws<ArgumentNullException>("services", () => ShopPaymentsClientServiceCollectionExtensions.AddShopPayments(null!, configuration));
        Assert.Throws<ArgumentNullException>("options", () => PaymentsConfiguration.Read(null!, static _ => null, ""));
        Assert.Throws<ArgumentNullException>("getSetting", () => PaymentsConfiguration.Read(new PaymentsClientOptions(), null!, ""));
        Assert.Throws<ArgumentNullException>("path", () => PaymentsConfiguration.Read(new PaymentsClientOptions(), static _ => null, null!));
    }

    private static IConfigurationRoot Configure(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(static setting => new KeyValuePair<string, string?>("Figma:" + setting.Key, setting.Value)))
        .Build();

    private static void Reload(IConfigurationRoot configuration, string key, string value)
    {
        configuration["Figma:" + key] = value;
        configuration.Reload();
    }

    private static ServiceProvider Register(IConfigurationRoot configuration, CannedHandler figma)
    {
        ServiceCollection services = new();
        services.AddShopPayments(configuration.GetSection("Figma")).ConfigurePrimaryHttpMessageHandler(() => figma);
        return services.BuildServiceProvider();
    }

    private static Task<PaymentInformation> SendAsync(IShopPayments payments) => payments.GetPaymentsAsync(new UserId(Samples.User), new PluginId(Samples.Plugin));

    private static IEnumerable<string> Tokens(CannedHandler figma) => figma.Requests.SelectMany(static request => request.Headers.GetValues("X-Figma-Token"));
}

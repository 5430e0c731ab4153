using System;
using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Generation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace Figma.Payments.Generators.Tests.Behaviour;

/// <summary>The generated <c>Add…</c> methods, in a real container.</summary>
public sealed class RegistrationTests : IDisposable
{
    private const string Source = """
        namespace Shop
        {
            [PaymentsClient] public partial interface IGlyphPayments { }
            public partial class Outer { [PaymentsClient(PluginId = "9")] public partial interface IOther { } }
        }

        public static class Program
        {
            public static Task<IServiceCollection> Register(HttpMessageHandler figma, Action<PaymentsClientOptions> configure)
            {
                ServiceCollection services = new();
                Shop.GlyphPaymentsClientServiceCollectionExtensions.AddGlyphPayments(services, configure).ConfigurePrimaryHttpMessageHandler(() => figma);
                Shop.OuterOtherClientServiceCollectionExtensions.AddOuterOther(services, options => options.AccessToken = new PersonalAccessToken("figd_other")).ConfigurePrimaryHttpMessageHandler(() => figma);
                return Task.FromResult<IServiceCollection>(services);
            }

            public static async Task<string> CheckAsync(IServiceProvider provider)
            {
                Shop.IGlyphPayments glyph = provider.GetRequiredService<Shop.IGlyphPayments>();
                Shop.Outer.IOther other = provider.GetRequiredService<Shop.Outer.IOther>();
                PaymentInformation first = await glyph.GetPaymentsAsync(new UserId("7"), new WidgetId("9"));
                PaymentInformation second = await other.GetPaymentsAsync(new UserId("8"));
                return $"{glyph.GetType()} {first.IsPaid} {other.GetType()} {second.IsPaid}";
            }

            public static Task<string> Null(IServiceCollection services)
            {
                string Name(Action action) { try { action(); return "nothing"; } catch (ArgumentNullException e) { return e.ParamName!; } }
                return Task.FromResult(Name(() => Shop.GlyphPaymentsClientServiceCollectionExtensions.AddGlyphPayments(null!, _ => { })) + " " + Name(() => Shop.GlyphPaymentsClientServiceCollectionExtensions.AddGlyphPayments(services, (Action<PaymentsClientOptions>)null!)) + " " + Name(() => Shop.GlyphPaymentsClientServiceCollectionExtensions.AddGlyphPayments(services, (Action<PaymentsClientOptions, IServiceProvider>)null!)) + " " + Name(() => Shop.GlyphPaymentsClientServiceCollectionExtensions.AddKeyedGlyphPayments(services, null!, _ => { })));
            }
        }
        """;

    private const string OtherSource = """
        namespace Games { [PaymentsClient(WidgetId = "3")] public partial interface IDicePayments { } }

        public static class Program
        {
            public static Task Register(IServiceCollection services, HttpMessageHandler figma, Action<PaymentsClientOptions> configure)
            {
                Games.DicePaymentsClientServiceCollectionExtensions.AddDicePayments(services, configure).ConfigurePrimaryHttpMessageHandler(() => figma);
                return Task.CompletedTask;
            }

            public static async Task<bool> CheckAsync(IServiceProvider provider) =>
                (await provider.GetRequiredService<Games.IDicePayments>().GetPaymentsAsync(new UserId("7"))).IsPaid;
        }
        """;

    private readonly LoadedProject _project = new(Source);

    [Fact]
    public async Task Registered_client_resolves_and_sends_requests()
    {
        using CannedFigma figma = new();
        await using ServiceProvider provider = (await RegisterAsync(figma, static options => options.AccessToken = new PersonalAccessToken("figd_test"))).BuildServiceProvider(validateScopes: true);

        Assert.Equal("Shop.GlyphPaymentsClient True Shop.Outer+OtherClient True", await _project.CallAsync("CheckAsync", provider));
        Assert.Equal(["user_id=7&widget_id=9", "user_id=8&plugin_id=9"], figma.Queries);
    }

    [Fact]
    public async Task Invalid_options_are_reported_when_the_client_is_resolved()
    {
        using CannedFigma figma = new();
        await using ServiceProvider provider = (await RegisterAsync(figma, static _ => { })).BuildServiceProvider();
        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => _project.CallAsync("CheckAsync", provider));
        Assert.Contains("there is no personal access token", error.Message, StringComparison.Ordinal);
        Assert.Empty(figma.Queries);
    }

    [Fact]
    public async Task Request_is_not_logged()
    {
        using CannedFigma figma = new();
        using RecordingLoggerProvider log = new();
        IServiceCollection services = await RegisterAsync(figma, static options => options.AccessToken = new PersonalAccessToken("figd_test"));
        services.AddLogging(builder => builder.Services.AddSingleton<ILoggerProvider>(log));
        services.AddHttpClient("others").ConfigurePrimaryHttpMessageHandler(() => figma);

        await using ServiceProvider provider = services.BuildServiceProvider();
        await _project.CallAsync("CheckAsync", provider);
        Assert.DoesNotContain(log.Messages, static message => message.Contains("user_id", StringComparison.Ordinal));

        // Other clients are still logged.
        using HttpClient others = provider.GetRequiredService<IHttpClientFactory>().CreateClient("others");
        using HttpResponseMessage response = await others.GetAsync(new Uri("http://localhost/?user_id=7"));
        Assert.Contains(log.Messages, static message => message.Contains("localhost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Clients_of_two_assemblies_work_in_one_container()
    {
        using LoadedProject other = new(OtherSource);
        using CannedFigma figma = new();
        using RecordingLoggerProvider log = new();
        IServiceCollection services = await RegisterAsync(figma, static options => options.AccessToken = new PersonalAccessToken("figd_test"));
        await other.CallAsync("Register", services, figma, (Action<PaymentsClientOptions>)(static options => options.AccessToken = new PersonalAccessToken("figd_dice")));
        services.AddLogging(builder => builder.Services.AddSingleton<ILoggerProvider>(log));

        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        await _project.CallAsync("CheckAsync", provider);
        Assert.Equal(true, await other.CallAsync("CheckAsync", provider));

        Assert.Equal(["user_id=7&widget_id=9", "user_id=8&plugin_id=9", "user_id=7&widget_id=3"], figma.Queries);
        Assert.DoesNotContain(log.Messages, static message => message.Contains("user_id", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Invalid_options_of_a_client_registered_twice_are_reported_once_and_only_for_that_client()
    {
        using LoadedProject other = new(OtherSource);
        using CannedFigma figma = new();
        IServiceCollection services = await RegisterAsync(figma, static options => options.AccessToken = new PersonalAccessToken("figd_test"));

        for (int time = 0; time < 2; time++)
            await other.CallAsync("Register", services, figma, (Action<PaymentsClientOptions>)(static _ => { }));

        await using ServiceProvider provider = services.BuildServiceProvider();
        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => other.CallAsync("CheckAsync", provider));
        Assert.StartsWith("Games.IDicePayments: AccessToken: ", Assert.Single(error.Failures), StringComparison.Ordinal);
        await _project.CallAsync("CheckAsync", provider);
    }

    [Fact]
    public async Task Options_with_a_name_of_no_client_are_not_validated()
    {
        using CannedFigma figma = new();
        IServiceCollection services = await RegisterAsync(figma, static options => options.AccessToken = new PersonalAccessToken("figd_test"));
        services.Configure<PaymentsClientOptions>("Shop.IGlyphPaymentsOfMine", static options => options.MaxResponseBytes = 1);
        await using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Null(provider.GetRequiredService<IOptionsMonitor<PaymentsClientOptions>>().Get("Shop.IGlyphPaymentsOfMine").AccessToken);
    }

    [Fact]
    public async Task Null_argument_is_rejected_with_its_name() => Assert.Equal("services configure configure serviceKey", await _project.CallAsync("Null", new ServiceCollection()));

    public void Dispose() => _project.Dispose();

    private async Task<IServiceCollection> RegisterAsync(CannedFigma figma, Action<PaymentsClientOptions> configure) =>
        (IServiceCollection)(await _project.CallAsync("Register", figma, configure))!;
}

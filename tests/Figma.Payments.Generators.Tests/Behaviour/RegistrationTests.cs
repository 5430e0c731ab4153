using System;
using System.Net.Http;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Generation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace Figma.Payments.Generators.Tests.Behaviour;

/// <summary>What <c>Add…</c> registers, in a real container.</summary>
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

            public static async Task<string> Ask(IServiceProvider provider)
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

            public static async Task<bool> Ask(IServiceProvider provider) =>
                (await provider.GetRequiredService<Games.IDicePayments>().GetPaymentsAsync(new UserId("7"))).IsPaid;
        }
        """;

    private readonly LoadedProject _project = new(Source);

    [Fact]
    public async Task A_registered_client_resolves_and_asks()
    {
        using CannedFigma figma = new();
        await using ServiceProvider provider = (await RegisterAsync(figma, static options => options.AccessToken = new PersonalAccessToken("figd_test"))).BuildServiceProvider(validateScopes: true);

        Assert.Equal("Shop.GlyphPaymentsClient True Shop.Outer+OtherClient True", await _project.CallAsync("Ask", provider));
        Assert.Equal(["user_id=7&widget_id=9", "user_id=8&plugin_id=9"], figma.Queries);
    }

    [Fact]
    public async Task Options_that_are_refused_say_why_when_they_are_used()
    {
        using CannedFigma figma = new();
        await using ServiceProvider provider = (await RegisterAsync(figma, static _ => { })).BuildServiceProvider();
        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => _project.CallAsync("Ask", provider));
        Assert.Contains("there is no personal access token", error.Message, StringComparison.Ordinal);
        Assert.Empty(figma.Queries);
    }

    [Fact]
    public async Task Nothing_is_logged_of_the_question()
    {
        using CannedFigma figma = new();
        using RecordingLoggerProvider log = new();
        IServiceCollection services = await RegisterAsync(figma, static options => options.AccessToken = new PersonalAccessToken("figd_test"));
        services.AddLogging(builder => builder.Services.AddSingleton<ILoggerProvider>(log));
        services.AddHttpClient("others").ConfigurePrimaryHttpMessageHandler(() => figma);

        await using ServiceProvider provider = services.BuildServiceProvider();
        await _project.CallAsync("Ask", provider);
        Assert.DoesNotContain(log.Messages, static message => message.Contains("user_id", StringComparison.Ordinal));

        // Somebody else's client still logs: the silence is ours alone.
        using HttpClient others = provider.GetRequiredService<IHttpClientFactory>().CreateClient("others");
        using HttpResponseMessage response = await others.GetAsync(new Uri("http://localhost/?user_id=7"));
        Assert.Contains(log.Messages, static message => message.Contains("localhost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Clients_of_two_assemblies_stand_beside_each_other()
    {
        using LoadedProject other = new(OtherSource);
        using CannedFigma figma = new();
        using RecordingLoggerProvider log = new();
        IServiceCollection services = await RegisterAsync(figma, static options => options.AccessToken = new PersonalAccessToken("figd_test"));
        await other.CallAsync("Register", services, figma, (Action<PaymentsClientOptions>)(static options => options.AccessToken = new PersonalAccessToken("figd_dice")));
        services.AddLogging(builder => builder.Services.AddSingleton<ILoggerProvider>(log));

        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        await _project.CallAsync("Ask", provider);
        Assert.Equal(true, await other.CallAsync("Ask", provider));

        Assert.Equal(["user_id=7&widget_id=9", "user_id=8&plugin_id=9", "user_id=7&widget_id=3"], figma.Queries);
        Assert.DoesNotContain(log.Messages, static message => message.Contains("user_id", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_is_said_once_however_often_a_client_is_registered_and_of_no_other_client()
    {
        using LoadedProject other = new(OtherSource);
        using CannedFigma figma = new();
        IServiceCollection services = await RegisterAsync(figma, static options => options.AccessToken = new PersonalAccessToken("figd_test"));

        for (int time = 0; time < 2; time++)
            await other.CallAsync("Register", services, figma, (Action<PaymentsClientOptions>)(static _ => { }));

        await using ServiceProvider provider = services.BuildServiceProvider();
        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => other.CallAsync("Ask", provider));
        Assert.StartsWith("Games.IDicePayments: AccessToken: ", Assert.Single(error.Failures), StringComparison.Ordinal);
        await _project.CallAsync("Ask", provider);
    }

    [Fact]
    public async Task Options_of_the_type_that_are_no_client_s_are_not_looked_at()
    {
        using CannedFigma figma = new();
        IServiceCollection services = await RegisterAsync(figma, static options => options.AccessToken = new PersonalAccessToken("figd_test"));
        services.Configure<PaymentsClientOptions>("Shop.IGlyphPaymentsOfMine", static options => options.MaxResponseBytes = 1);
        await using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Null(provider.GetRequiredService<IOptionsMonitor<PaymentsClientOptions>>().Get("Shop.IGlyphPaymentsOfMine").AccessToken);
    }

    [Fact]
    public async Task Null_is_refused_by_name() => Assert.Equal("services configure configure serviceKey", await _project.CallAsync("Null", new ServiceCollection()));

    public void Dispose() => _project.Dispose();

    private async Task<IServiceCollection> RegisterAsync(CannedFigma figma, Action<PaymentsClientOptions> configure) =>
        (IServiceCollection)(await _project.CallAsync("Register", figma, configure))!;
}

using System;
using System.Net.Http;
using System.Threading.Tasks;
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
    public async Task Null_is_refused_by_name() => Assert.Equal("services configure configure serviceKey", await _project.CallAsync("Null", new ServiceCollection()));

    public void Dispose() => _project.Dispose();

    private async Task<IServiceCollection> RegisterAsync(CannedFigma figma, Action<PaymentsClientOptions> configure) =>
        (IServiceCollection)(await _project.CallAsync("Register", figma, configure))!;
}

using System;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Xunit;

namespace Figma.Payments.Package.Tests.Consumers;

/// <summary>A program that references the packed package writes and reads values, binds configuration and parses text from strangers, on every kind of target.</summary>
public sealed class StoredValuesTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string Source = """"
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Figma.Payments;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;

        namespace Shop
        {
            [PaymentsClient]
            internal partial interface IPayments
            {
            }

            internal sealed class Order
            {
                public UserId User { get; set; }

                public ResourceId Resource { get; set; }

                public PluginId? Plugin { get; set; }

                public WidgetId? Widget { get; set; }

                public Dictionary<CommunityFileId, int> Quantities { get; set; } = new();
            }

            internal sealed class Settings
            {
                public PluginId Plugin { get; set; }

                public ResourceId? Resource { get; set; }
            }

            [JsonSerializable(typeof(Order))]
            internal sealed partial class OrderContext : JsonSerializerContext
            {
            }

            internal static class Program
            {
                private static readonly string[] InvalidIds = { "{\"Value\":\"1\"}", "\"1\\u200b\"", "null", "1.5", "\"\"" };

                public static async Task Main(string[] args)
                {
                    Json();
                    Configuration();
                    Text();
                    await SendAsync(args[0], args[1], new UserId(args[2]), new PluginId(args[3]), args[4]);
                }

                private static void Json()
                {
                    Order order = new() { User = new UserId("893760322388183958"), Resource = new WidgetId("7"), Plugin = new PluginId("9007199254740993") };
                    order.Quantities[new CommunityFileId("3")] = 2;
                    string json = JsonSerializer.Serialize(order);
                    Print(json);
                    Print(JsonSerializer.Serialize(JsonSerializer.Deserialize<Order>(json)) == json);
                    Print(JsonSerializer.Serialize(JsonSerializer.Deserialize(json, OrderContext.Default.Order)!, OrderContext.Default.Order) == json);
                    Print(JsonSerializer.Deserialize<UserId>("12345678901234567890"));

                    foreach (string invalid in InvalidIds)
                        Print(Catch(() => JsonSerializer.Deserialize<UserId>(invalid)));

                    Print(Catch(() => JsonSerializer.Serialize(default(PluginId))));
                    Print(JsonSerializer.Serialize(PaymentStatus.Trial));
                    Print(JsonSerializer.Deserialize<PaymentInformation>("""{"userId":"1","resourceId":{"type":"PLUGIN","id":"2"},"paymentStatus":"GIFTED"}""")!.PaymentStatusText);

                    PaymentsError error = new(PaymentsErrorKind.RateLimited, "Wait.") { RetryAfter = TimeSpan.FromDays(4) };
                    Print(JsonSerializer.Deserialize<PaymentsError>(JsonSerializer.Serialize(error)) == error);
                    Print(Catch(() => JsonSerializer.Serialize(new PluginPaymentToken("a"))));
                    Print(JsonSerializer.Deserialize<PluginPaymentToken>("\"a\"") == new PluginPaymentToken("a"));
                }

                private static void Configuration()
                {
                    Environment.SetEnvironmentVariable("SHOP_Figma__AccessToken", "figd_environment");
                    Environment.SetEnvironmentVariable("SHOP_Figma__Plugin", "42");
                    Environment.SetEnvironmentVariable("SHOP_Figma__Resource", "widget 7");
                    Environment.SetEnvironmentVariable("SHOP_Wrong__Plugin", "4 2");
                    IConfiguration configuration = new ConfigurationBuilder().AddEnvironmentVariables("SHOP_").Build();

                    PaymentsClientOptions options = new();
                    configuration.GetSection("Figma").Bind(options);
                    Print(options.AccessToken == new PersonalAccessToken("figd_environment"));

                    Settings settings = configuration.GetSection("Figma").Get<Settings>()!;
                    Print(settings.Plugin + ", " + settings.Resource + ", " + configuration.GetValue<PluginId>("Figma:Plugin"));
                    Print(Catch(() => configuration.GetSection("Wrong").Get<Settings>()));

                    ServiceCollection services = new();
                    services.AddPayments(configuration.GetSection("Missing"));
                    using ServiceProvider provider = services.BuildServiceProvider();
                    Print(Catch(() => provider.GetRequiredService<IPayments>()));

                    ServiceCollection others = new();
                    others.AddPayments(it => it.AccessToken = new PersonalAccessToken(Environment.GetEnvironmentVariable("SHOP_MISSING")!));
                    using ServiceProvider other = others.BuildServiceProvider();
                    Print(Catch(() => other.GetRequiredService<IPayments>()));
                }

                private static void Text()
                {
                    foreach (string? text in new[] { null, "", " ", "a b", "a\n", "a\u200b", "figd_a", "a" })
                        Print(PluginPaymentToken.TryParse(text, out _));

                    foreach (string text in new[] { "1\u200b", "\ufeff1", "1\u202e", "1\U000E0031", "1" })
                        Print(UserId.TryParse(text, out _));

                    (ResourceType type, string value) = ResourceId.Parse("plugin 1");
                    Print(type + " " + value);
                }

                private static async Task SendAsync(string address, string token, UserId user, PluginId plugin, string paymentToken)
                {
                    IConfiguration configuration = new ConfigurationBuilder()
                        .AddInMemoryCollection(new Dictionary<string, string?> { ["Figma:AccessToken"] = token, ["Figma:BaseAddress"] = address, ["Figma:Timeout"] = "00:00:30" })
                        .Build();

                    ServiceCollection services = new();
                    services.AddPayments(configuration.GetSection("Figma"));
                    using ServiceProvider provider = services.BuildServiceProvider();
                    IPayments payments = provider.GetRequiredService<IPayments>();

                    PaymentInformation byIds = await payments.GetPaymentsAsync(user, plugin);
                    PaymentInformation byToken = await payments.GetPaymentsAsync(new PluginPaymentToken(paymentToken));
                    Print(byIds.IsPaid);
                    Print(byIds == byToken);
                    Print(JsonSerializer.Deserialize<PaymentInformation>(JsonSerializer.Serialize(byIds)) == byIds);

                    // The longest token that passes the validation is sent.
                    Print(await CatchAsync(() => payments.GetPaymentsAsync(new PluginPaymentToken(new string('a', 8_192)))));
                }

                private static string Catch(Func<object?> action)
                {
                    try
                    {
                        return "nothing: " + action();
                    }
                    catch (Exception exception)
                    {
                        return exception.GetType().Name + ": " + exception.Message.Split('\n')[0];
                    }
                }

                private static async Task<string> CatchAsync(Func<Task> action)
                {
                    try
                    {
                        await action();
                        return "nothing";
                    }
                    catch (FigmaPaymentsException exception)
                    {
                        return exception.Error.StatusCode is null ? exception.Message : "sent";
                    }
                }

                private static void Print(object value) => Console.WriteLine(value);
            }
        }
        """";

    private static readonly string[] Expected =
    [
        """{"User":"893760322388183958","Resource":{"type":"WIDGET","id":"7"},"Plugin":"9007199254740993","Widget":null,"Quantities":{"3":2}}""",
        "True",
        "True",
        "12345678901234567890",
        "JsonException: The value isn't a valid UserId: it must be a JSON string.",
        "JsonException: The value isn't a valid UserId: it has a character that is not ASCII and might be invisible (U+200B) at position 1. Pass the number that Figma shows, such as 1678669904810665842, unchanged.",
        "JsonException: The value isn't a valid UserId: it must be a JSON string.",
        "JsonException: The value isn't a valid UserId: a JSON number must be a positive integer without an exponent.",
        "JsonException: The value isn't a valid UserId: it is empty. Pass the number that Figma shows, such as 1678669904810665842, unchanged.",
        "JsonException: The PluginId is not initialized. Create it from text, from a number, or with PluginId.Parse.",
        "\"TRIAL\"",
        "GIFTED",
        "True",
        "NotSupportedException: A PluginPaymentToken is a secret and can't be written. Store it in a secret store, and don't include it in responses, caches or logs. The unsupported member type is located on type 'Figma.Payments.PluginPaymentToken'. Path: $.",
        "True",
        "True",
        "42, widget 7, 42",
        "InvalidOperationException: Failed to convert configuration value at 'Wrong:Plugin' to type 'Figma.Payments.PluginId'.",
        "OptionsValidationException: Shop.IPayments: AccessToken: there is no personal access token. Set 'Missing:AccessToken' in the configuration, AccessToken, or AccessTokenProvider if the token changes while the process runs.",
        "OptionsValidationException: Shop.IPayments: AccessToken: there is no valid personal access token; check that the setting or environment variable exists and contains the token without white space or line breaks.",
        "False", "False", "False", "False", "False", "False", "False", "True",
        "False", "False", "False", "False", "True",
        "Plugin 1",
        "True",
        "True",
        "True",
        "sent",
    ];

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task Values_survive_on_NET(string targetFramework)
    {
        Consumer app = await BuildAsync(targetFramework);

        Assert.Equal(Expected, await RunAsync(arguments => app.RunOutputAsync("dotnet", targetFramework, "Shop.dll", arguments)));
    }

    [MonoFact]
    public async Task Values_survive_on_NET_Framework()
    {
        Assert.True(MonoFactAttribute.Program is not null, "CI has no Mono, although .ci/run installs it.");

        Consumer app = await BuildAsync("net472");

        Assert.Equal(Expected, await RunAsync(arguments => app.RunOutputAsync(MonoFactAttribute.Program, "net472", "Shop.exe", arguments)));
    }

    private static async Task<string[]> RunAsync(Func<string[], Task<DotnetRun>> run)
    {
        FakeFigmaPayments figma = new();
        UserId user = figma.AddUser();
        PluginId plugin = figma.AddPlugin();
        figma.Pay(user, plugin);
        await using FakeFigmaPaymentsServer server = await figma.StartAsync();

        DotnetRun result = await run([server.BaseAddress.AbsoluteUri, figma.AccessTokenText, user.Value, plugin.Value, figma.IssuePaymentToken(user, plugin)]);

        return [.. result.OrFail().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.TrimEnd('\r'))];
    }

    private async Task<Consumer> BuildAsync(string targetFramework)
    {
        Consumer app = Consumer.NewProgram(packages, "Shop", targetFramework, """
            <PackageReference Include="Microsoft.Extensions.Configuration.Binder" Version="8.0.2" />
                <PackageReference Include="Microsoft.Extensions.Configuration.EnvironmentVariables" Version="8.0.0" />
                <PackageReference Include="Microsoft.Extensions.Http" Version="8.0.1" />
                <PackageReference Include="Microsoft.Extensions.Options.ConfigurationExtensions" Version="8.0.0" />
            """);
        app.Write("Program.cs", Source);
        (await app.BuildAsync()).OrFail();
        return app;
    }
}

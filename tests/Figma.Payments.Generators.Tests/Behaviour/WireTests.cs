using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Generators.Tests.Behaviour;

/// <summary>Generated clients send each argument under the right query parameter.</summary>
public sealed class WireTests(WireTests.Loaded loaded) : IClassFixture<WireTests.Loaded>
{
    private static readonly (string Parameters, string Arguments, string Query)[] Methods =
    [
        ("PluginPaymentToken t", "new PluginPaymentToken(\"secret\")", "plugin_payment_token=secret"),
        ("PluginPaymentToken? t", "new PluginPaymentToken(\"secret\")", "plugin_payment_token=secret"),
        ("string plugin_payment_token", "\"secret\"", "plugin_payment_token=secret"),
        ("PluginPaymentToken t, UserId expectedUser", "new(\"secret\"), new(\"7\")", "plugin_payment_token=secret"),
        ("UserId? expectedUserId, string plugin_payment_token", "null, \"secret\"", "plugin_payment_token=secret"),
        ("UserId u, PluginId p", "new(\"7\"), new(\"9\")", "user_id=7&plugin_id=9"),
        ("PluginId p, UserId u", "new(\"9\"), new(\"7\")", "user_id=7&plugin_id=9"),
        ("UserId u, WidgetId w", "new(\"7\"), new(\"9\")", "user_id=7&widget_id=9"),
        ("UserId u, CommunityFileId f", "new(\"7\"), new(\"9\")", "user_id=7&community_file_id=9"),
        ("UserId u, ResourceId r", "new(\"7\"), new PluginId(\"9\")", "user_id=7&plugin_id=9"),
        ("UserId u, ResourceId? r = null", "new(\"7\"), new WidgetId(\"9\")", "user_id=7&widget_id=9"),
        ("UserId u, ResourceId? r = null, CommunityFileId? f = null", "new(\"7\"), f: new(\"9\")", "user_id=7&community_file_id=9"),
        ("UserId u, CommunityFileId? f = null, PluginId? p = null, WidgetId? w = null", "new(\"7\"), f: new(\"9\")", "user_id=7&community_file_id=9"),
        ("UserId u, CommunityFileId? f = null, PluginId? p = null, WidgetId? w = null", "new(\"7\"), p: new(\"9\")", "user_id=7&plugin_id=9"),
        ("UserId u, CommunityFileId? f = null, PluginId? p = null, WidgetId? w = null", "new(\"7\"), w: new(\"9\")", "user_id=7&widget_id=9"),
        ("in UserId u, in PluginId p, in CancellationToken c = default", "new(\"7\"), new(\"9\")", "user_id=7&plugin_id=9"),
        ("in UserId? u, in WidgetId? w", "new UserId(\"7\"), new WidgetId(\"9\")", "user_id=7&widget_id=9"),
        ("long userId, long pluginId", "893760322388183958, 1678669904810665842", "user_id=893760322388183958&plugin_id=1678669904810665842"),
        ("ulong userId, ulong? widgetId", "893760322388183958, 18446744073709551615", "user_id=893760322388183958&widget_id=18446744073709551615"),
        ("in long? userId, in ulong communityFileId", "7, 9", "user_id=7&community_file_id=9"),
        ("string user_id, string plugin_id", "\"7\", \"9\"", "user_id=7&plugin_id=9"),
        ("string USER_ID, string? pluginId = null, string? widgetId = null", "\"7\", widgetId: \"9\"", "user_id=7&widget_id=9"),
        ("string userId, string? pluginId = \"9\"", "\"7\"", "user_id=7&plugin_id=9"),
        ("string userId, long? pluginId = 9, string? widgetId = null", "\"7\", null, \"8\"", "user_id=7&widget_id=8"),
        ("string userId, string? pluginId = \"\", string? widgetId = null", "\"7\", widgetId: \"9\"", "user_id=7&widget_id=9"),
        ("[PaymentsParameter(\"widget_id\")] string what, [PaymentsParameter(\"user_id\")] long who", "\"9\", 7", "user_id=7&widget_id=9"),
        ("CancellationToken c, UserId @class, PluginId @event", "default, new(\"7\"), new(\"9\")", "user_id=7&plugin_id=9"),
    ];

    public static TheoryData<int> Cells => [.. Enumerable.Range(0, Methods.Length)];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Argument_is_sent_under_its_own_key(int index)
    {
        using CannedFigma figma = new();
        object? status = await loaded.Project.CallAsync("Method" + index, figma);
        Assert.Equal(PaymentStatus.Paid, status);
        Assert.Equal([Methods[index].Query], figma.Queries);
    }

    [Theory]
    [InlineData("InformationTask")]
    [InlineData("ResultTask")]
    [InlineData("StatusTask")]
    [InlineData("InformationValueTask")]
    [InlineData("ResultValueTask")]
    [InlineData("StatusValueTask")]
    public async Task Both_wrappers_return_all_three_results(string method)
    {
        using CannedFigma figma = new();
        Assert.Equal(true, await loaded.Project.CallAsync(method, figma));
        Assert.Equal(["user_id=7&plugin_id=9"], figma.Queries);
    }

    [Fact]
    public async Task Cancellation_token_of_the_caller_cancels_the_request()
    {
        using CannedFigma figma = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loaded.Project.CallAsync("Cancelled", figma));
        Assert.Empty(figma.Queries);
    }

    [Fact]
    public async Task Call_without_exactly_one_resource_is_rejected_before_a_request_is_sent()
    {
        foreach (string method in new[] { "None", "Several", "DefaultId" })
        {
            using CannedFigma figma = new();
            FigmaPaymentsException error = await Assert.ThrowsAsync<FigmaPaymentsException>(() => loaded.Project.CallAsync(method, figma));
            Assert.Equal(PaymentsErrorKind.InvalidRequest, error.Kind);
            Assert.Empty(figma.Queries);
        }
    }

    public sealed class Loaded : IDisposable
    {
        internal LoadedProject Project { get; } = new(Write());

        public void Dispose() => Project.Dispose();

        private static string Write()
        {
            StringBuilder methods = new();
            StringBuilder program = new();

            for (int i = 0; i < Methods.Length; i++)
            {
                (string parameters, string arguments, _) = Methods[i];
                methods.AppendLine(CultureInfo.InvariantCulture, $"    Task<PaymentStatus> Method{i}({parameters});");
                program.AppendLine(CultureInfo.InvariantCulture, $"    public static Task<PaymentStatus> Method{i}(HttpClient http, PaymentsClientOptions options) => Create(http, options).Method{i}({arguments});");
            }

            return $$"""
                [PaymentsClient]
                public partial interface IGlyph
                {
                    Task<PaymentInformation> InformationTask(UserId u, PluginId p);
                    Task<PaymentsResult> ResultTask(UserId u, PluginId p);
                    Task<PaymentStatus> StatusTask(UserId u, PluginId p, CancellationToken c = default);
                    ValueTask<PaymentInformation> InformationValueTask(UserId u, PluginId p);
                    ValueTask<PaymentsResult> ResultValueTask(UserId u, PluginId p);
                    ValueTask<PaymentStatus> StatusValueTask(UserId u, PluginId p);
                    Task<PaymentStatus> FlatAsync(UserId u, CommunityFileId? f = null, PluginId? p = null, WidgetId? w = null);
                {{methods}}
                }

                public static class Program
                {
                    private static readonly UserId U = new("7");
                    private static readonly PluginId P = new("9");

                    private static IGlyph Create(HttpClient http, PaymentsClientOptions options) => new GlyphClient(http, options);

                    public static async Task<bool> InformationTask(HttpClient http, PaymentsClientOptions options) => (await Create(http, options).InformationTask(U, P)).IsPaid;
                    public static async Task<bool> ResultTask(HttpClient http, PaymentsClientOptions options) => (await Create(http, options).ResultTask(U, P)).IsPaid;
                    public static async Task<bool> StatusTask(HttpClient http, PaymentsClientOptions options) => await Create(http, options).StatusTask(U, P) == PaymentStatus.Paid;
                    public static async Task<bool> InformationValueTask(HttpClient http, PaymentsClientOptions options) => (await Create(http, options).InformationValueTask(U, P)).IsPaid;
                    public static async Task<bool> ResultValueTask(HttpClient http, PaymentsClientOptions options) => (await Create(http, options).ResultValueTask(U, P)).IsPaid;
                    public static async Task<bool> StatusValueTask(HttpClient http, PaymentsClientOptions options) => await Create(http, options).StatusValueTask(U, P) == PaymentStatus.Paid;
                    public static Task<PaymentStatus> Cancelled(HttpClient http, PaymentsClientOptions options) => Create(http, options).StatusTask(U, P, new CancellationToken(canceled: true));
                    public static Task<PaymentStatus> None(HttpClient http, PaymentsClientOptions options) => Create(http, options).FlatAsync(U);
                    public static Task<PaymentStatus> Several(HttpClient http, PaymentsClientOptions options) => Create(http, options).FlatAsync(U, p: P, w: new("1"));
                    public static Task<PaymentStatus> DefaultId(HttpClient http, PaymentsClientOptions options) => Create(http, options).FlatAsync(U, p: default(PluginId));
                {{program}}
                }
                """;
        }
    }
}

using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Generators.Tests.Behaviour;

/// <summary>A pinned client requests its resource and rejects responses about any other.</summary>
public sealed class PinnedTests
{
    private const string Source = """
        [PaymentsClient(PluginId = Ids.Plugin)] public partial interface IPlugin { }
        [PaymentsClient(WidgetId = "9")] public partial interface IWidget { }
        [PaymentsClient(CommunityFileId = "9")] public partial interface IFile { Task<PaymentInformation> CheckAsync(UserId user); }

        public static class Ids
        {
            public const string Plugin = "9";
        }

        public static class Program
        {
            public static Task<PaymentInformation> PluginUser(HttpClient http, PaymentsClientOptions options) => new PluginClient(http, options).GetPaymentsAsync(new UserId("7"));
            public static Task<PaymentInformation> PluginToken(HttpClient http, PaymentsClientOptions options) => new PluginClient(http, options).GetPaymentsAsync(new PluginPaymentToken("secret"));
            public static Task<PaymentInformation> WidgetUser(HttpClient http, PaymentsClientOptions options) => new WidgetClient(http, options).GetPaymentsAsync(new UserId("7"));
            public static Task<PaymentInformation> WidgetToken(HttpClient http, PaymentsClientOptions options) => new WidgetClient(http, options).GetPaymentsAsync(new PluginPaymentToken("secret"));
            public static Task<PaymentInformation> FileUser(HttpClient http, PaymentsClientOptions options) => new FileClient(http, options).CheckAsync(new UserId("7"));
        }
        """;

    [Theory]
    [InlineData("PluginUser", "PLUGIN", "user_id=7&plugin_id=9")]
    [InlineData("PluginToken", "PLUGIN", "plugin_payment_token=secret")]
    [InlineData("WidgetUser", "WIDGET", "user_id=7&widget_id=9")]
    [InlineData("WidgetToken", "WIDGET", "plugin_payment_token=secret")]
    [InlineData("FileUser", "COMMUNITY_FILE", "user_id=7&community_file_id=9")]
    public async Task Pinned_ID_is_sent_and_a_response_about_another_resource_is_rejected(string method, string type, string query)
    {
        using LoadedProject project = new(Source);

        using CannedFigma own = new() { ForeignResource = (type, "9") };
        PaymentInformation information = Assert.IsType<PaymentInformation>(await project.CallAsync(method, own));
        Assert.True(information.IsPaid);
        Assert.Equal([query], own.Queries);

        foreach ((string Type, string Id) foreign in new[] { (type, "10"), (type == "PLUGIN" ? "WIDGET" : "PLUGIN", "9") })
        {
            using CannedFigma other = new() { ForeignResource = foreign };
            FigmaPaymentsException error = await Assert.ThrowsAsync<FigmaPaymentsException>(() => project.CallAsync(method, other));
            Assert.Equal(PaymentsErrorKind.ResponseMismatch, error.Kind);
        }
    }
}

using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Generators.Tests.Behaviour;

/// <summary>Methods that cannot be public in the client are called through their interface.</summary>
public sealed class ExplicitImplementationTests
{
    [Fact]
    public async Task Methods_that_differ_only_in_their_result_all_send_requests()
    {
        using LoadedProject project = new(
            """
            public interface ILeft { Task<PaymentStatus> CheckAsync(UserId u, PluginId p); }
            public interface IRight { Task<PaymentsResult> CheckAsync(UserId u, PluginId p); Task<PaymentStatus> _endpoint(UserId u, WidgetId w); }
            public interface ITaken { Task<PaymentStatus> CheckAsync(UserId u, CommunityFileId f) => throw new NotSupportedException(); }

            [PaymentsClient]
            public partial interface IGlyph : ILeft, IRight, ITaken
            {
                new ValueTask<PaymentInformation> CheckAsync(UserId u, PluginId p);
                Task<PaymentStatus> GlyphClient(PluginPaymentToken t);
                abstract Task<PaymentStatus> ITaken.CheckAsync(UserId u, CommunityFileId f);
            }

            public static class Program
            {
                public static async Task<string> Run(HttpClient http, PaymentsClientOptions options)
                {
                    GlyphClient glyph = new(http, options);
                    UserId user = new("7");
                    PluginId plugin = new("9");

                    return string.Join(' ',
                        (await glyph.CheckAsync(user, plugin)).IsPaid,
                        await ((ILeft)glyph).CheckAsync(user, plugin),
                        (await ((IRight)glyph).CheckAsync(user, plugin)).IsPaid,
                        await ((IRight)glyph)._endpoint(user, new("9")),
                        await ((ITaken)glyph).CheckAsync(user, new("9")),
                        await ((IGlyph)glyph).GlyphClient(new("secret")));
                }
            }
            """);

        using CannedFigma figma = new();
        Assert.Equal("True Paid True Paid Paid Paid", await project.CallAsync("Run", figma));

        Assert.Equal(
            ["user_id=7&plugin_id=9", "user_id=7&plugin_id=9", "user_id=7&plugin_id=9", "user_id=7&widget_id=9", "user_id=7&community_file_id=9", "plugin_payment_token=secret"],
            figma.Queries);
    }

    [Fact]
    public async Task Methods_that_differ_only_in_their_roles_send_the_request_of_their_own_interface()
    {
        using LoadedProject project = new(
            """
            public interface ILeft { Task<PaymentStatus> CheckAsync(string userId, string pluginId); }
            public interface IRight { Task<PaymentStatus> CheckAsync(string widgetId, string userId); }

            [PaymentsClient] public partial interface IGlyph : ILeft, IRight { }

            public static class Program
            {
                public static async Task<string> Run(HttpClient http, PaymentsClientOptions options)
                {
                    GlyphClient glyph = new(http, options);
                    return string.Join(' ', await ((ILeft)glyph).CheckAsync("7", "9"), await ((IRight)glyph).CheckAsync("9", "7"));
                }
            }
            """);

        using CannedFigma figma = new();
        Assert.Equal("Paid Paid", await project.CallAsync("Run", figma));
        Assert.Equal(["user_id=7&plugin_id=9", "user_id=7&widget_id=9"], figma.Queries);
    }

    [Fact]
    public async Task Default_methods_of_an_annotated_base_are_called_through_the_derived_client()
    {
        using LoadedProject project = new(
            """
            [PaymentsClient] public partial interface IBase { }
            [PaymentsClient] public partial interface IGlyph : IBase { Task<PaymentStatus> CheckAsync(UserId u, WidgetId w); }

            public static class Program
            {
                public static async Task<string> Run(HttpClient http, PaymentsClientOptions options)
                {
                    IGlyph glyph = new GlyphClient(http, options);
                    return $"{(await glyph.GetPaymentsAsync(new UserId("7"), new PluginId("9"))).IsPaid} {await glyph.CheckAsync(new("7"), new("9"))}";
                }
            }
            """);

        using CannedFigma figma = new();
        Assert.Equal("True Paid", await project.CallAsync("Run", figma));
        Assert.Equal(["user_id=7&plugin_id=9", "user_id=7&widget_id=9"], figma.Queries);
    }
}

using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Rules;
using Xunit;

namespace Figma.Payments.Generators.Tests.Behaviour;

/// <summary>What cannot be public in the class is asked through the interface.</summary>
public sealed class ExplicitImplementationTests
{
    [Fact]
    public async Task Each_of_several_methods_that_differ_in_their_result_asks()
    {
        using LoadedProject project = new(
            """
            public interface ILeft { Task<PaymentStatus> AskAsync(UserId u, PluginId p); }
            public interface IRight { Task<PaymentsResult> AskAsync(UserId u, PluginId p); Task<PaymentStatus> _endpoint(UserId u, WidgetId w); }
            public interface ITaken { Task<PaymentStatus> AskAsync(UserId u, CommunityFileId f) => throw new NotSupportedException(); }

            [PaymentsClient]
            public partial interface IGlyph : ILeft, IRight, ITaken
            {
                new ValueTask<PaymentInformation> AskAsync(UserId u, PluginId p);
                Task<PaymentStatus> GlyphClient(PluginPaymentToken t);
                abstract Task<PaymentStatus> ITaken.AskAsync(UserId u, CommunityFileId f);
            }

            public static class Program
            {
                public static async Task<string> Run(HttpClient http, PaymentsClientOptions options)
                {
                    GlyphClient glyph = new(http, options);
                    UserId user = new("7");
                    PluginId plugin = new("9");

                    return string.Join(' ',
                        (await glyph.AskAsync(user, plugin)).IsPaid,
                        await ((ILeft)glyph).AskAsync(user, plugin),
                        (await ((IRight)glyph).AskAsync(user, plugin)).IsPaid,
                        await ((IRight)glyph)._endpoint(user, new("9")),
                        await ((ITaken)glyph).AskAsync(user, new("9")),
                        await ((IGlyph)glyph).GlyphClient(new("secret")));
                }
            }
            """);

        using CannedFigma figma = new();
        Assert.Equal("True Paid True Paid Paid Paid", await project.AskAsync("Run", figma));

        Assert.Equal(
            ["user_id=7&plugin_id=9", "user_id=7&plugin_id=9", "user_id=7&plugin_id=9", "user_id=7&widget_id=9", "user_id=7&community_file_id=9", "plugin_payment_token=secret"],
            figma.Queries);
    }

    [Fact]
    public async Task Methods_that_differ_only_in_what_their_text_means_ask_what_their_own_interface_says()
    {
        using LoadedProject project = new(
            """
            public interface ILeft { Task<PaymentStatus> AskAsync(string userId, string pluginId); }
            public interface IRight { Task<PaymentStatus> AskAsync(string widgetId, string userId); }

            [PaymentsClient] public partial interface IGlyph : ILeft, IRight { }

            public static class Program
            {
                public static async Task<string> Run(HttpClient http, PaymentsClientOptions options)
                {
                    GlyphClient glyph = new(http, options);
                    return string.Join(' ', await ((ILeft)glyph).AskAsync("7", "9"), await ((IRight)glyph).AskAsync("9", "7"));
                }
            }
            """);

        using CannedFigma figma = new();
        Assert.Equal("Paid Paid", await project.AskAsync("Run", figma));
        Assert.Equal(["user_id=7&plugin_id=9", "user_id=7&widget_id=9"], figma.Queries);
    }

    [Fact]
    public async Task A_base_that_is_a_client_itself_is_asked_through_ones_own()
    {
        using LoadedProject project = new(
            """
            [PaymentsClient] public partial interface IBase { }
            [PaymentsClient] public partial interface IGlyph : IBase { Task<PaymentStatus> AskAsync(UserId u, WidgetId w); }

            public static class Program
            {
                public static async Task<string> Run(HttpClient http, PaymentsClientOptions options)
                {
                    IGlyph glyph = new GlyphClient(http, options);
                    return $"{(await glyph.GetPaymentsAsync(new UserId("7"), new PluginId("9"))).IsPaid} {await glyph.AskAsync(new("7"), new("9"))}";
                }
            }
            """);

        using CannedFigma figma = new();
        Assert.Equal("True Paid", await project.AskAsync("Run", figma));
        Assert.Equal(["user_id=7&plugin_id=9", "user_id=7&widget_id=9"], figma.Queries);
    }
}

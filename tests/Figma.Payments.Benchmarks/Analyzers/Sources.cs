using System.Globalization;
using System.Linq;
using System.Text;
using Figma.Payments.Generators.Flow;

namespace Figma.Payments.Benchmarks.Analyzers;

/// <summary>The sources that the analyzers run on.</summary>
internal static class Sources
{
    /// <summary>The called client. Its members are written out because no generator runs.</summary>
    private const string Client = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Figma.Payments;

        [PaymentsClient]
        public partial interface IShopPayments
        {
            Task<PaymentInformation> GetPaymentsAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null, CancellationToken cancellationToken = default);
        }


        """;

    /// <summary>Returns code that is unrelated to payments, with calls, strings, conditions and objects.</summary>
    public static string Ordinary(int methods) => Repeat(
        "using System; using System.Collections.Generic; using System.Linq; public static class Ordinary {",
        methods,
        static number => $$"""
            public static string Run{{number}}(IEnumerable<string> words, bool flag)
            {
                List<string> kept = new(words.Where(word => word.Length > {{number % 7}}));
                if (flag && kept.Count > 0)
                    kept.Add($"{kept[0]}-{kept.Count}" + "-{{number}}");
                string text = string.Join(", ", kept.Select(word => word.Trim().ToUpperInvariant()));
                return text == "" ? throw new InvalidOperationException("none") : text;
            }
            """);

    /// <summary>Returns methods with one typical call each, which specifies exactly one ID.</summary>
    public static string Calls(int calls) => Repeat(
        Client + "public sealed class Shop(IShopPayments payments) { private readonly IShopPayments _payments = payments;",
        calls,
        static number => (number % 4) switch
        {
            0 => $$"""
                public async Task<bool> HasPaid{{number}}Async(UserId user) => (await _payments.GetPaymentsAsync(user, pluginId: new PluginId("1678669904810665842"))).IsPaid;
                """,
            1 => $$"""
                public async Task<bool> HasPaid{{number}}Async(UserId user, WidgetId widget)
                {
                    PaymentInformation information = await _payments.GetPaymentsAsync(user, widgetId: widget);
                    return information.IsPaidOrTrial;
                }
                """,
            2 => $$"""
                public async Task<string> Show{{number}}Async(UserId user, CommunityFileId file, CancellationToken cancellationToken)
                {
                    PaymentInformation information = await _payments.GetPaymentsAsync(user, communityFileId: file, cancellationToken: cancellationToken);
                    return information.DateOfPurchase is { } date ? $"since {date}" : "never";
                }
                """,
            _ => $$"""
                public Task<PaymentInformation> Get{{number}}Async(UserId user, PluginId plugin, WidgetId widget, bool isPlugin) =>
                    _payments.GetPaymentsAsync(user, pluginId: isPlugin ? plugin : null, widgetId: isPlugin ? null : widget);
                """,
        });

    /// <summary>Returns methods with one call each, which specifies exactly one ID. Only the flow analysis can determine that.</summary>
    public static string FlowCalls(int calls) => Repeat(
        Client + "public sealed class Shop(IShopPayments payments) { private readonly IShopPayments _payments = payments;",
        calls,
        static number => $$"""
            public Task<PaymentInformation> Get{{number}}Async(UserId user, PluginId plugin, WidgetId widget, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    w = widget;

                return _payments.GetPaymentsAsync(user, pluginId: p, widgetId: w);
            }
            """);

    /// <summary>Returns typical Refit interfaces with ten methods each.</summary>
    public static string RefitMethods(int methods) => Repeat(
        "using System.Threading; using System.Threading.Tasks; using Refit; public sealed class Response { public bool Paid { get; set; } }",
        methods / 10,
        static number => $$"""
            public interface IApi{{number}}
            {
                {{string.Join("\n    ", Enumerable.Range(0, 10).Select(method => $"[Get(\"/v1/payments/{method}/{{user}}\")] Task<Response> Get{method}Async(string user, [Query] string? pluginId = null, CancellationToken cancellationToken = default);"))}}
            }
            """,
        end: "");

    /// <summary>Returns one method with the specified number of conditions, each of which sets or clears an ID, followed by the call.</summary>
    public static string Branches(int branches)
    {
        StringBuilder body = new(Client);
        body.AppendLine("public sealed class Shop(IShopPayments payments) {");
        body.Append("public Task RunAsync(UserId user, CommunityFileId file, PluginId plugin, WidgetId widget");

        for (int i = 0; i < branches; i++)
            body.Append(CultureInfo.InvariantCulture, $", bool flag{i}");

        body.AppendLine(") { CommunityFileId? f = null; PluginId? p = null; WidgetId? w = null;");

        for (int i = 0; i < branches; i++)
        {
            string set = (i % 3) switch { 0 => "f = file", 1 => "p = plugin", _ => "w = widget" };
            string clear = (i % 3) switch { 0 => "p = null", 1 => "w = null", _ => "f = null" };
            body.AppendLine(CultureInfo.InvariantCulture, $"if (flag{i}) {set}; else {clear};");
        }

        return body.AppendLine("return payments.GetPaymentsAsync(user, f, p, w); } }").ToString();
    }

    private static string Repeat(string start, int times, System.Func<int, string> member, string end = "}") =>
        start + "\n" + string.Join("\n", Enumerable.Range(0, times).Select(member)) + "\n" + end;
}

using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Calls;

/// <summary>FPG2001 to FPG2003 in implementations and overrides of methods whose callers specify exactly one resource ID.</summary>
public sealed class CallerContractTests
{
    private const string Interfaces = """
        #nullable enable
        [PaymentsClient]
        public partial interface IPayments
        {
            Task<PaymentsResult> TryAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        public interface IDeclaring
        {
            Task<PaymentsResult> TryInheritedAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        [PaymentsClient]
        public partial interface IInheriting : IDeclaring;

        public interface IShop
        {
            [ExactlyOneResource] Task<PaymentsResult> BuyAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
            Task<PaymentsResult> AskAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        """;

    private const string Tests = "string kind = \"none\"; if (plugin is not null) kind = \"plugin\"; else if (widget is not null) kind = \"widget\"; return inner.TryAsync(user, plugin, widget);";

    [Theory]
    [InlineData("string kind = \"unknown\"; if (plugin is not null) kind = \"plugin\"; else if (widget is not null) kind = \"widget\"; PaymentsResult result = await inner.TryAsync(user, plugin, widget); Console.WriteLine(kind); return result;")]
    [InlineData("string kind = (plugin, widget) switch { (not null, _) => \"plugin\", (_, not null) => \"widget\", _ => \"nothing\" }; return await inner.TryAsync(user, plugin, widget);")]
    [InlineData("if (plugin is not null) Plugins++; if (widget is not null) Widgets++; return await inner.TryAsync(user, plugin, widget);")]
    [InlineData("return plugin is null ? await inner.TryAsync(user, widgetId: widget) : await inner.TryAsync(user, plugin);")]
    public Task Implementation_of_a_client_method_that_tests_its_ids_is_not_reported(string body) => VerifyCS.VerifyNoDiagnosticsAsync(Interfaces + Decorator(body));

    [Theory]
    [InlineData("if (plugin is null) return await inner.{|FPG2001:TryAsync|}(user, plugin); return await inner.TryAsync(user, plugin);")]
    [InlineData("if (plugin is not null) return await inner.{|FPG2001:TryAsync|}(user, widgetId: widget); return await inner.TryAsync(user, widgetId: widget);")]
    [InlineData("PluginId? kept = null; if (widget is not null) kept = new PluginId(1); return await inner.{|FPG2003:TryAsync|}(user, kept, widget);")]
    [InlineData("return plugin is null ? await inner.{|FPG2002:TryAsync|}(user, new PluginId(1), widget) : await inner.TryAsync(user, plugin);")]
    public Task Wrong_call_in_an_implementation_is_reported(string body) => VerifyCS.VerifyAnalyzerAsync(Interfaces + Decorator(body));

    [Theory]
    [InlineData("public class Metered(IPayments inner) : IPayments { Task<PaymentsResult> IPayments.TryAsync(UserId user, PluginId? plugin, WidgetId? widget) { Tests } }")]
    [InlineData("public interface IMetered : IPayments { IPayments inner { get; } Task<PaymentsResult> IPayments.TryAsync(UserId user, PluginId? plugin, WidgetId? widget) { Tests } }")]
    [InlineData("public class Metered(IPayments inner) : IInheriting { public Task<PaymentsResult> TryInheritedAsync(UserId user, PluginId? plugin = null, WidgetId? widget = null) { Tests } }")]
    [InlineData("public class Shop(IPayments inner) : IShop { public Task<PaymentsResult> BuyAsync(UserId user, PluginId? plugin = null, WidgetId? widget = null) { Tests } public Task<PaymentsResult> AskAsync(UserId user, PluginId? plugin, WidgetId? widget) => null!; }")]
    [InlineData("public abstract class Shop { [ExactlyOneResource] public abstract Task<PaymentsResult> BuyAsync(UserId user, PluginId? plugin = null, WidgetId? widget = null); } public class Own(IPayments inner) : Shop { public override Task<PaymentsResult> BuyAsync(UserId user, PluginId? plugin = null, WidgetId? widget = null) { Tests } }")]
    [InlineData("public abstract class Client<T> : IPayments { public abstract Task<PaymentsResult> TryAsync(UserId user, PluginId? plugin = null, WidgetId? widget = null); } public class Own(IPayments inner) : Client<int> { public override Task<PaymentsResult> TryAsync(UserId user, PluginId? plugin = null, WidgetId? widget = null) { Tests } }")]
    public Task Any_implementation_or_override_is_not_reported(string types) => VerifyCS.VerifyNoDiagnosticsAsync(Interfaces + types.Replace("Tests", Tests));

    [Theory]
    [InlineData("public class Shop(IPayments inner) : IShop { public Task<PaymentsResult> BuyAsync(UserId user, PluginId? plugin, WidgetId? widget) => null!; public Task<PaymentsResult> AskAsync(UserId user, PluginId? plugin = null, WidgetId? widget = null) { Tests } }")]
    [InlineData("public class Shop(IPayments inner) : IDeclaring { public Task<PaymentsResult> TryInheritedAsync(UserId user, PluginId? plugin = null, WidgetId? widget = null) { Tests } }")]
    [InlineData("public class Metered(IPayments inner) : IPayments { Task<PaymentsResult> IPayments.TryAsync(UserId user, PluginId? plugin, WidgetId? widget) => null!; public Task<PaymentsResult> TryAsync(UserId user, PluginId? plugin = null, WidgetId? widget = null) { Tests } }")]
    [InlineData("public class Shop { public virtual Task<PaymentsResult> BuyAsync(UserId user, PluginId? plugin = null, WidgetId? widget = null) => null!; } public class Own(IPayments inner) : Shop { public override Task<PaymentsResult> BuyAsync(UserId user, PluginId? plugin = null, WidgetId? widget = null) { Tests } }")]
    public Task Method_whose_callers_are_not_checked_is_reported(string types) =>
        VerifyCS.VerifyAnalyzerAsync(Interfaces + types.Replace("Tests", Tests.Replace("TryAsync", "{|FPG2003:TryAsync|}")));

    private static string Decorator(string body) => $$"""
        public sealed class Metered(IPayments inner) : IPayments
        {
            public int Plugins { get; private set; }
            public int Widgets { get; private set; }

            public async Task<PaymentsResult> TryAsync(UserId user, PluginId? plugin = null, WidgetId? widget = null) { {{body}} }
        }
        """;
}

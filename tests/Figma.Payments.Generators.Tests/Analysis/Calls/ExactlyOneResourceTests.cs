using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;

namespace Figma.Payments.Generators.Tests.Analysis.Calls;

/// <summary><c>[ExactlyOneResource]</c>: the callers of a developer's own method are held to what the client's are.</summary>
public sealed class ExactlyOneResourceTests
{
    private const string Marked = """
        [PaymentsClient]
        public partial interface IIds
        {
            Task<PaymentInformation> AskAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        public class Shop
        {
            private readonly IIds _ids;

            [ExactlyOneResource]
            public Shop(IIds ids, PluginId? pluginId = null, WidgetId? widgetId = null) => _ids = ids;

            [ExactlyOneResource]
            public virtual bool Has(string note, PluginId? pluginId = null, WidgetId? widgetId = null, params object[] rest) => false;

            [ExactlyOneResource]
            public static void Log(string? plugin_id = null, [PaymentsParameter("widget_id")] string? other = null) { }

            [ExactlyOneResource]
            public Task AskAsync(UserId user, PluginId? pluginId = null, WidgetId? widgetId = null) =>
                _ids.AskAsync(user, pluginId: pluginId, widgetId: widgetId);

            public bool Unmarked(PluginId? pluginId = null, WidgetId? widgetId = null) => Has("", pluginId, widgetId);
        }

        """;

    private const string Callers = """
        public class Derived : Shop
        {
            public Derived(IIds ids) : {|FPG2001:base|}(ids) { }
            public Derived(IIds ids, PluginId x) : base(ids, x) { }
            public override bool Has(string note, PluginId? pluginId = null, WidgetId? widgetId = null, params object[] rest) => true;

            public static void Use(IIds ids, PluginId x, WidgetId y, PluginId? unknown, Shop shop, Derived derived)
            {
                _ = new {|FPG2001:Shop|}(ids);
                _ = new {|FPG2002:Shop|}(ids, x, y);
                _ = new Shop(ids, x);
                Shop same = {|FPG2001:new|}(ids);
                _ = shop.{|FPG2001:Has|}("");
                _ = derived.{|FPG2002:Has|}("", x, y, 1, 2);
                _ = shop.Has("", widgetId: y);
                _ = shop.Has("", unknown);
                _ = shop.Unmarked();
                Shop.{|FPG2001:Log|}();
                Shop.{|FPG2002:Log|}("1", "2");
                Shop.Log(other: "2");
            }
        }
        """;

    [Fact]
    public Task Callers_of_a_marked_method_or_constructor_are_held_to_one() => Verify.ReportsWhereMarkedAsync(Consumer.Of("#nullable enable\n" + Marked + Callers));

    [Fact]
    public Task Callers_in_another_project_are_held_to_it_too()
    {
        Consumer library = Consumer.Of("#nullable enable\n" + Marked) with { AssemblyName = "Library" };
        Consumer consumer = Consumer.Of("#nullable enable\n" + Callers);
        return Verify.ReportsWhereMarkedAsync(consumer with { References = consumer.References.Add(library.Emit()) });
    }
}

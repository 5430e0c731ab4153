using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Parameters of methods whose callers are all in the same type, and pass what is right.</summary>
internal static class KnownCallerShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("Private_method_parameter", """
            public void Run(bool isActive)
            {
                if (isActive)
                    Send(true);
            }

            private static void Send(bool isPlugin)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Private_method_enum_guarded", """
            public void Run(Kind kind)
            {
                if (kind is not (Kind.Plugin or Kind.Widget))
                    throw new ArgumentOutOfRangeException(nameof(kind));
                Send(kind);
            }

            private static void Send(Kind kind)
            {
                PluginId? p = null;
                WidgetId? w = null;
                if (kind == Kind.Plugin)
                    p = somePlugin;
                else if (kind == Kind.Widget)
                    w = someWidget;
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Private_method_overload_pair", """
            public void Run(bool isPlugin)
            {
                if (isPlugin)
                    Send(somePlugin, null);
                else
                    Send(null, someWidget);
            }

            private static void Send(PluginId? plugin, WidgetId? widget)
            {
                PluginId? p = null;
                WidgetId? w = null;
                if (plugin.HasValue)
                    p = plugin;
                if (widget.HasValue)
                    w = widget;
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Private_nested_class_method", """
            public void Run(bool isPlugin)
            {
                if (isPlugin)
                    new Sender().Send(true);
            }

            private sealed class Sender
            {
                public void Send(bool isPlugin)
                {
                    PluginId? p = isPlugin ? somePlugin : null;
                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Private_property_setter", """
            private bool IsPlugin
            {
                set
                {
                    PluginId? p = value ? somePlugin : null;
                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }

            public void Run(bool isPlugin)
            {
                if (isPlugin)
                    IsPlugin = true;
            }
            """),

        new("Explicit_interface_implementation", """
            public void Run(bool isPlugin)
            {
                ISend send = new Sender();
                if (isPlugin)
                    send.Send(true);
            }

            private interface ISend
            {
                void Send(bool isPlugin);
            }

            private sealed class Sender : ISend
            {
                void ISend.Send(bool isPlugin)
                {
                    PluginId? p = isPlugin ? somePlugin : null;
                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Protected_in_class_with_private_constructor", """
            private Code()
            {
            }

            protected void Pay(bool both, PluginId plugin, WidgetId widget) => payments.GetPaymentsAsync(user, pluginId: plugin, widgetId: both ? widget : null);

            public static void Run(PluginId plugin, WidgetId widget) => new Code().Pay(false, plugin, widget);
            """),

        new("Protected_constructor_of_class_with_private_constructor", """
            public static void Run(PluginId plugin, WidgetId widget) => Outer.Create(plugin, widget);
            """)
        {
            Types = """
                public class Outer
                {
                    private Outer()
                    {
                    }

                    protected virtual void Pay(bool both, PluginId plugin, WidgetId widget) => payments.GetPaymentsAsync(user, pluginId: plugin, widgetId: both ? widget : null);
                    public static void Create(PluginId plugin, WidgetId widget) => new Outer().Pay(false, plugin, widget);
                }
                """,
        },

        new("Protected_nested_in_sealed", """
            public static void Run(PluginId plugin, WidgetId widget) => Outer.Do(plugin, widget);
            """)
        {
            Types = """
                public sealed class Outer
                {
                    protected sealed class Job
                    {
                        public void Pay(bool both, PluginId plugin, WidgetId widget) => payments.GetPaymentsAsync(user, pluginId: plugin, widgetId: both ? widget : null);
                    }

                    public static void Do(PluginId plugin, WidgetId widget) => new Job().Pay(false, plugin, widget);
                }
                """,
        },

        new("Private_protected_closed_record", """
            public static void Run(PluginId plugin, WidgetId widget) => new Outer.Inner().Go(plugin, widget);
            """)
        {
            Types = """
                public abstract record Outer
                {
                    private Outer()
                    {
                    }

                    protected virtual void Pay(bool both, PluginId plugin, WidgetId widget) => payments.GetPaymentsAsync(user, pluginId: plugin, widgetId: both ? widget : null);
                    public void Go(PluginId plugin, WidgetId widget) => Pay(false, plugin, widget);
                    public sealed record Inner : Outer;
                }
                """,
        },

        new("Protected_nested_in_closed_class", """
            public static void Run(PluginId plugin, WidgetId widget) => Outer.Do(plugin, widget);
            """)
        {
            Types = """
                public class Outer
                {
                    private Outer()
                    {
                    }

                    protected sealed class Job
                    {
                        public void Pay(bool both, PluginId plugin, WidgetId widget) => payments.GetPaymentsAsync(user, pluginId: plugin, widgetId: both ? widget : null);
                    }

                    public static void Do(PluginId plugin, WidgetId widget) => new Job().Pay(false, plugin, widget);
                }
                """,
        },

        new("Certain_private_constructor_static_factory", """
            public static void Run(PluginId plugin, WidgetId widget) => Outer.Do(false, plugin, widget);
            """)
        {
            Types = """
                public class Outer
                {
                    private Outer()
                    {
                    }

                    protected static void Pay(bool both, PluginId plugin, WidgetId widget) => payments.GetPaymentsAsync(user, pluginId: plugin, widgetId: both ? widget : null);
                    public static void Do(bool both, PluginId plugin, WidgetId widget)
                    {
                        if (!both)
                            Pay(both, plugin, widget);
                    }
                }
                """,
        },

        new("Protected_method_of_a_closed_class", """
            public static void Run(bool x) => new Outer.Inner().Go();
            """)
        {
            Types = """
                public abstract class Outer
                {
                    private Outer()
                    {
                    }

                    protected void Pay(bool both) => payments.GetPaymentsAsync(user, null, somePlugin, both ? someWidget : null);
                    public void Go() => Pay(false);
                    public sealed class Inner : Outer
                    {
                    }
                }
                """,
        },
    ];
}

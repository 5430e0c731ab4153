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
    ];
}

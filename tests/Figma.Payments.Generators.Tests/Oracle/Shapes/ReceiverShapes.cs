using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Receivers of the judged call that are null on one path.</summary>
internal static class ReceiverShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("Receiver_conditional_null", """
            private readonly IPayments cl = payments;

            public void Run(bool isPlugin)
            {
                (isPlugin ? null : cl)!.GetPaymentsAsync(user, null, isPlugin ? null : somePlugin, null);
            }
            """),

        new("Receiver_conditional_null_if", """
            private readonly IPayments cl = payments;

            public void Run(bool isPlugin)
            {
                PluginId? p = null;
                if (!isPlugin)
                    p = somePlugin;
                (isPlugin ? null : cl)!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Receiver_switch_null", """
            private readonly IPayments cl = payments;

            public void Run(Kind kind)
            {
                PluginId? p = kind == Kind.Plugin ? somePlugin : null;
                (kind switch
                {
                    Kind.Plugin => cl,
                    _ => null
                })!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Receiver_as_upcast_null", """
            public void Run(bool isPlugin)
            {
                Counter? counter = isPlugin ? null : new Counter();
                PluginId? p = null;
                if (!isPlugin)
                    p = somePlugin;
                (counter as IPayments)!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Receiver_assignment_null", """
            private readonly IPayments cl = payments;

            public void Run(bool isPlugin)
            {
                PluginId? p = null;
                if (!isPlugin)
                    p = somePlugin;
                IPayments? client;
                (client = isPlugin ? null : cl)!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Receiver_parameter_reassigned", """
            public void Run(bool isPlugin) => Send(payments, isPlugin);

            public void Send(IPayments? client, bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    client = null;
                    p = null;
                }

                client!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Receiver_field_cleared", """
            private IPayments? _client = payments;

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    _client = null;
                    p = null;
                }

                _client!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Receiver_set_only_for_plugins", """
            private readonly IPayments cl = payments;

            private IPayments? _client;

            public void Run(bool isPlugin)
            {
                PluginId? p = null;
                if (isPlugin)
                {
                    _client = cl;
                    p = somePlugin;
                }

                _client!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Receiver_coalesce_null", """
            private readonly IPayments cl = payments;

            public void Run(bool isPlugin)
            {
                IPayments? none = null;
                PluginId? p = isPlugin ? null : somePlugin;
                IPayments? first = isPlugin ? null : cl;
                (first ?? none)!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Receiver_static_field_cleared", """
            private readonly IPayments cl = payments;

            private static IPayments? s_client;

            public void Run(bool isPlugin)
            {
                s_client = cl;
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    s_client = null;
                    p = null;
                }

                s_client!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Receiver_tuple_conditional", """
            private readonly IPayments cl = payments;

            public void Run(bool isPlugin)
            {
                PluginId? p = isPlugin ? null : somePlugin;
                (isPlugin ? (IPayments? )null : cl ?? throw new InvalidOperationException())!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Receiver_throwing_else", """
            private readonly IPayments cl = payments;

            public void Run(bool isPlugin, bool isTest)
            {
                IPayments? test = null;
                PluginId? p = isTest ? null : somePlugin;
                (isTest ? test : cl)!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Receiver_base_field_reset", """
            private IPayments? _client = payments;

            private bool _isClosed;

            public void Run(bool isClosed, PluginId? plugin)
            {
                if (isClosed)
                {
                    _client = default;
                    _isClosed = true;
                }

                PluginId? p = isClosed ? null : somePlugin;
                _client!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Receiver_field_in_finally", """
            private IPayments? _client = payments;

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                try
                {
                    if (isPlugin)
                    {
                        _client = null;
                        p = null;
                    }
                }
                finally
                {
                    _client!.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Awaited_receiver", """
            private IPayments? _client;

            public async Task Run(bool isPlugin)
            {
                PluginId? p = null;
                if (isPlugin)
                {
                    _client = new Counter();
                    p = somePlugin;
                }

                await _client!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Receiver_field_two_calls_apart", """
            private IPayments? _client;

            public void Run(Kind kind)
            {
                PluginId? p = null;
                WidgetId? w = null;
                switch (kind)
                {
                    case Kind.Plugin:
                        _client = new Counter();
                        p = somePlugin;
                        break;
                    case Kind.Widget:
                        _client = new Counter();
                        w = someWidget;
                        break;
                }

                _client!.GetPaymentsAsync(user, null, p, w);
            }
            """),
    ];
}

using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Tuples whose elements the path decides.</summary>
internal static class TupleShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("Tuple_wraps_delegate", """
            public void Run(bool isPlugin)
            {
                PluginId? p = null;
                if (isPlugin)
                    p = somePlugin;
                Action check = isPlugin ? Accept : Reject;
                var step = (check, 0);
                step.check();
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Accept()
            {
            }

            private static void Reject() => throw new InvalidOperationException();
            """),

        new("Tuple_passed_to_call", """
            public void Run(bool isPlugin)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                Guid id = isPlugin ? Guid.NewGuid() : Guid.Empty;
                var pair = (id, 1);
                Use(pair);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Use((Guid Id, int Number) pair)
            {
                if (pair.Id == Guid.Empty)
                    throw new ArgumentException("Empty.");
            }
            """),

        new("Tuple_double_condition", """
            public void Run(bool isPlugin)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                double weight = isPlugin ? 1.5 : 0.0;
                var pair = (weight, 1);
                if (pair.weight < 1)
                    return;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Tuple_timespan_condition", """
            public void Run(bool isPlugin)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                TimeSpan span = isPlugin ? TimeSpan.FromDays(1) : TimeSpan.Zero;
                var pair = (span, 1);
                if (pair.span == TimeSpan.Zero)
                    return;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Tuple_returned_element_delegate", """
            public void Run(bool isPlugin)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                Func<bool> test = isPlugin ? () => true : () => false;
                (string Name, Func<bool> Test) rule = ("plugin", test);
                if (!rule.Test())
                    return;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Tuple_nested_wraps", """
            public void Run(bool isPlugin)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                Action check = isPlugin ? static () =>
                {
                } : static () => throw new InvalidOperationException();
                var step = (1, (check, 2));
                step.Item2.check();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Tuple_written_by_if", """
            public void Run(bool isPlugin)
            {
                PluginId? p = null;
                Guid id = Guid.Empty;
                if (isPlugin)
                {
                    p = somePlugin;
                    id = Guid.NewGuid();
                }

                (Guid Id, string Name) item = (id, "x");
                if (item.Id == Guid.Empty)
                    throw new ArgumentException("No ID.");
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Tuple_equality_of_ids", """
            public void Run(bool isPlugin)
            {
                PluginId? p = null;
                DateTime date = default;
                if (isPlugin)
                {
                    p = somePlugin;
                    date = DateTime.UnixEpoch;
                }

                var key = (date, 1);
                if (key == (default(DateTime), 1))
                    return;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Tuple_of_types_condition", """
            public void Run(bool isPlugin)
            {
                PluginId? p = null;
                Type type = typeof(int);
                if (isPlugin)
                {
                    p = somePlugin;
                    type = typeof(string);
                }

                var key = (type, "x");
                if (key.type == typeof(int))
                    return;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Tuple_pattern_condition_local", """
            public void Run(bool isPlugin)
            {
                PluginId? p = null;
                decimal price = 0;
                if (isPlugin)
                {
                    p = somePlugin;
                    price = 1.5m;
                }

                var t = (price, 1);
                if (t is (0m, _))
                    return;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Tuple_switch_expression_condition", """
            public void Run(bool isPlugin)
            {
                PluginId? p = null;
                object kind = 1;
                if (isPlugin)
                {
                    p = somePlugin;
                    kind = "x";
                }

                var t = (kind, 1);
                bool ok = t switch
                {
                    (string, _) => true,
                    _ => false
                };
                if (!ok)
                    return;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Nullable_tuple", """
            public void Run(bool isPlugin)
            {
                PluginId? p = null;
                TimeSpan span = default;
                if (isPlugin)
                {
                    p = somePlugin;
                    span = TimeSpan.FromSeconds(1);
                }

                (TimeSpan, int)? pair = (span, 1);
                if (pair.Value.Item1 == TimeSpan.Zero)
                    return;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Tuple_price_and_currency", """
            public void Run(bool isPlugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                decimal price = 0m;
                if (isPlugin)
                {
                    p = somePlugin;
                    price = 9.99m;
                }

                (decimal Price, string Currency) offer = (price, "USD");
                if (offer.Price <= 0m)
                    throw new InvalidOperationException("Free.");
                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Tuple_uri_method_if", """
            public void Run(bool isPlugin, Uri2 x = default)
            {
                IPayments cl = payments;
                PluginId? p = null;
                DateTime until = DateTime.MinValue;
                if (isPlugin)
                {
                    p = somePlugin;
                    until = DateTime.MaxValue;
                }

                var period = (From: DateTime.UnixEpoch, Until: until);
                if (period.Until < period.From)
                    return;
                cl.GetPaymentsAsync(user, null, p, null);
            }

            public enum Uri2
            {
                A
            }
            """),

        new("Tuple_of_ids_only", """
            public void Run(bool isPlugin)
            {
                IPayments cl = payments;
                PluginId? p = isPlugin ? somePlugin : null;
                var t = (p, 1);
                Check(t);
                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static void Check((PluginId? Id, int N) t)
            {
                if (t.Id is null)
                    throw new ArgumentException("No.");
            }
            """),

        new("Tuple_array_length", """
            public void Run(bool isPlugin)
            {
                IPayments cl = payments;
                PluginId? p = isPlugin ? somePlugin : null;
                int[] numbers = isPlugin ? new[]
                {
                    1
                }

                : new int[0];
                var page = (numbers, 1);
                foreach (int n in page.numbers)
                    cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Tuple_first_element", """
            public void Run(bool isPlugin)
            {
                IPayments cl = payments;
                PluginId? p = isPlugin ? somePlugin : null;
                int[] numbers = isPlugin ? new[]
                {
                    1
                }

                : new int[0];
                var page = (numbers, 1);
                int first = page.numbers[0];
                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Tuple_ids_validated", """
            public void Run(bool isPlugin, bool isWidget)
            {
                IPayments cl = payments;
                PluginId? p = isPlugin ? somePlugin : null;
                WidgetId? w = isWidget ? someWidget : null;
                var ids = (Plugin: p, Widget: w);
                Validate(ids);
                cl.GetPaymentsAsync(user, null, ids.Plugin, ids.Widget);
            }

            private static void Validate((PluginId? Plugin, WidgetId? Widget) ids)
            {
                if (ids.Plugin.HasValue == ids.Widget.HasValue)
                    throw new ArgumentException("Specify exactly one.");
            }
            """),

        new("Tuple_ids_validated_bool", """
            public void Run(Kind kind)
            {
                IPayments cl = payments;
                (PluginId? Plugin, WidgetId? Widget) ids = (kind == Kind.Plugin ? somePlugin : null, kind == Kind.Widget ? someWidget : null);
                if (!IsValid(ids))
                    return;
                cl.GetPaymentsAsync(user, null, ids.Plugin, ids.Widget);
            }

            private static bool IsValid((PluginId? Plugin, WidgetId? Widget) ids) => ids.Plugin.HasValue != ids.Widget.HasValue;
            """),

        new("Tuple_bool_passed", """
            public void Run(bool isPlugin)
            {
                IPayments cl = payments;
                bool ok = isPlugin ? true : false;
                PluginId? p = isPlugin ? somePlugin : null;
                var state = (ok, 1);
                Check(state);
                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static void Check((bool Ok, int N) state)
            {
                if (!state.Ok)
                    throw new InvalidOperationException();
            }
            """),

        new("Tuple_string_passed", """
            public void Run(Kind kind)
            {
                IPayments cl = payments;
                string name = kind switch
                {
                    Kind.Plugin => "plugin",
                    Kind.Widget => "widget",
                    _ => ""
                };
                PluginId? p = kind == Kind.Plugin ? somePlugin : null;
                WidgetId? w = kind == Kind.Widget ? someWidget : null;
                (string Name, int Version) request = (name, 1);
                Send(request);
                cl.GetPaymentsAsync(user, null, p, w);
            }

            private static void Send((string Name, int Version) request)
            {
                ArgumentException.ThrowIfNullOrEmpty(request.Name);
            }
            """),

        new("Tuple_number_index", """
            public void Run(bool isPlugin)
            {
                IPayments cl = payments;
                int index = isPlugin ? 0 : 5;
                PluginId? p = isPlugin ? somePlugin : null;
                var at = (index, 1);
                int[] table = new[]
                {
                    1
                };
                int n = table[at.index];
                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Tuple_divisor", """
            public void Run(bool isPlugin)
            {
                IPayments cl = payments;
                int divisor = isPlugin ? 1 : 0;
                PluginId? p = isPlugin ? somePlugin : null;
                var at = (divisor, 1);
                int n = 10 / at.divisor;
                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Nullable_tuple_is_exhausted", """
            public void Run(PluginId plugin, WidgetId widget, bool a, bool b)
            {
                Pay((a, b), plugin, widget);
                Pay(null, plugin, widget);
            }

            public void Pay((bool A, bool B)? choice, PluginId plugin, WidgetId widget)
            {
                PluginId? p = null;
                WidgetId? w = null;
                switch (choice)
                {
                    case (true, _):
                        p = plugin;
                        break;
                    case (false, _):
                        w = widget;
                        break;
                    case null:
                        return;
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Nullable_tuple_value_is_exhausted", """
            public void Run(PluginId plugin, WidgetId widget, bool a, bool b)
            {
                Pay((a, b), plugin, widget);
                Pay(null, plugin, widget);
            }

            public void Pay((bool A, bool B)? choice, PluginId plugin, WidgetId widget)
            {
                if (choice is null)
                    return;
                PluginId? p = null;
                WidgetId? w = null;
                if (choice.Value.A is true)
                    p = plugin;
                if (choice.Value.A is false)
                    w = widget;
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Nullable_tuple_element_is_not_null", """
            public void Run(PluginId plugin, WidgetId widget, bool a, bool b)
            {
                Pay((plugin, widget), true);
                Pay(null, false);
            }

            public void Pay((PluginId P, WidgetId W)? ids, bool b)
            {
                PluginId? p = null;
                if (ids is null)
                    return;
                if (ids is ({ } x, _))
                    p = x;
                payments.GetPaymentsAsync(user, null, p);
            }
            """),

        new("Nullable_tuple_conditional_access", """
            public void Run(PluginId plugin, WidgetId widget, bool a, bool b)
            {
                Pay((a, b), plugin, widget);
                Pay(null, plugin, widget);
            }

            public void Pay((bool A, bool B)? choice, PluginId plugin, WidgetId widget)
            {
                PluginId? p = null;
                WidgetId? w = null;
                switch (choice?.A)
                {
                    case true:
                        p = plugin;
                        break;
                    case false:
                        w = widget;
                        break;
                    case null:
                        return;
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Nullable_tuple_cast", """
            public void Run(PluginId plugin, WidgetId widget, bool a, bool b)
            {
                Pay((a, b), plugin, widget);
                Pay(null, plugin, widget);
            }

            public void Pay((bool A, bool B)? choice, PluginId plugin, WidgetId widget)
            {
                (bool a, bool b) = choice ?? (true, true);
                PluginId? p = null;
                WidgetId? w = null;
                if (a is true)
                    p = plugin;
                if (a is false)
                    w = widget;
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Nullable_tuple_deconstructed_value", """
            public void Run(PluginId plugin, WidgetId widget, bool a, bool b)
            {
                Pay((a, b), plugin, widget);
            }

            public void Pay((bool A, bool B)? choice, PluginId plugin, WidgetId widget)
            {
                (bool a, bool b) = choice!.Value;
                PluginId? p = null;
                WidgetId? w = null;
                switch (a)
                {
                    case true:
                        p = plugin;
                        break;
                    case false:
                        w = widget;
                        break;
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Nullable_tuple_ids_reversed", """
            public void Run(PluginId plugin, WidgetId widget, bool a)
            {
                Pay((plugin, a), widget);
                Pay(null, widget);
            }

            public void Pay((PluginId Plugin, bool A)? choice, WidgetId widget)
            {
                if (choice is null)
                    return;
                PluginId? p = choice.Value.Plugin;
                if (p is null)
                    p = null;
                payments.GetPaymentsAsync(user, null, p);
            }
            """),

        new("Nullable_tuple_enum", """
            public void Run(PluginId plugin, WidgetId widget, bool b)
            {
                foreach (Kind k in new[]
                {
                    Kind.File,
                    Kind.Plugin,
                    Kind.Widget
                }

                )
                    Pay((k, b), plugin, widget);
            }

            public void Pay((Kind Kind, bool Other)? choice, PluginId plugin, WidgetId widget)
            {
                PluginId? p = null;
                WidgetId? w = null;
                CommunityFileId? f = null;
                switch (choice)
                {
                    case (Kind.File, _):
                        f = someFile;
                        break;
                    case (Kind.Plugin, _):
                        p = plugin;
                        break;
                    case (Kind.Widget, _):
                        w = widget;
                        break;
                    case null:
                        return;
                }

                payments.GetPaymentsAsync(user, f, p, w);
            }
            """),

        new("Nullable_tuple_number", """
            public void Run(PluginId plugin, WidgetId widget, byte n, bool b)
            {
                Pay((n, b), plugin, widget);
                Pay(null, plugin, widget);
            }

            public void Pay((byte N, bool B)? choice, PluginId plugin, WidgetId widget)
            {
                if (choice is null)
                    return;
                WidgetId? w = null;
                if (choice.Value.N == 300)
                    w = widget;
                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """),

        new("Nullable_tuple_property_pattern", """
            public void Run(PluginId plugin, WidgetId widget, bool a, bool b)
            {
                Pay((a, b), plugin, widget);
                Pay(null, plugin, widget);
            }

            public void Pay((bool A, bool B)? choice, PluginId plugin, WidgetId widget)
            {
                if (choice is not { } given)
                    return;
                PluginId? p = null;
                WidgetId? w = null;
                if (given is { A: true })
                    p = plugin;
                else if (given is { A: false })
                    w = widget;
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Nullable_tuple_equality_bool", """
            public void Run(PluginId plugin, WidgetId widget, bool a, bool b)
            {
                Pay((a, b), plugin, widget);
                Pay(null, plugin, widget);
            }

            public void Pay((bool A, bool B)? choice, PluginId plugin, WidgetId widget)
            {
                if (!choice.HasValue)
                    return;
                PluginId? p = null;
                WidgetId? w = null;
                if (choice.Value.A == true)
                    p = plugin;
                if (choice.Value.A == false)
                    w = widget;
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Nullable_tuple_of_tuple_equality", """
            public void Run(PluginId plugin, WidgetId widget, bool a, bool b)
            {
                Pay(((a, b), 1), plugin, widget);
                Pay(null, plugin, widget);
            }

            public void Pay(((bool A, bool B) Both, int N)? choice, PluginId plugin, WidgetId widget)
            {
                if (!choice.HasValue)
                    return;
                PluginId? p = null;
                WidgetId? w = null;
                if (choice.Value.Both.A == true)
                    p = plugin;
                if (choice.Value.Both.A == false)
                    w = widget;
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),
    ];
}

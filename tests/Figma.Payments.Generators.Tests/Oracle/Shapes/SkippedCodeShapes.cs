using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Expressions in the source that are not evaluated.</summary>
internal static class SkippedCodeShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("An_argument_of_a_conditional_method_assigns", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = plugin;
                WidgetId? w = null;
                Log(w = widget);
                payments.GetPaymentsAsync(user, null, p, w);
            }

            [Conditional("TRACING")]
            private static void Log(WidgetId? value)
            {
            }
            """),

        new("An_argument_of_a_conditional_method_with_the_symbol_assigns", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = plugin;
                WidgetId? w = null;
                Log(w = widget);
                payments.GetPaymentsAsync(user, null, p, w);
            }

            [Conditional("TRACING")]
            private static void Log(WidgetId? value)
            {
            }
            """) { Certain = "FPG2002", Symbol = "TRACING" },

        new("An_argument_of_a_conditional_method_clears", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Log(p = null);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            [Conditional("TRACING")]
            private static void Log(PluginId? value)
            {
            }
            """),

        new("An_argument_of_a_conditional_method_with_the_symbol_clears", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Log(p = null);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            [Conditional("TRACING")]
            private static void Log(PluginId? value)
            {
            }
            """) { Certain = "FPG2001", Symbol = "TRACING" },

        new("An_argument_of_a_conditional_method_increments", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int count = 0;
                Log(count++);
                payments.GetPaymentsAsync(user, null, count == 0 ? plugin : null, count == 1 ? widget : null);
            }

            [Conditional("TRACING")]
            private static void Log(int value)
            {
            }
            """),

        new("A_conditional_method_is_skipped_before_a_second_id_is_set", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int count = 0;
                Log(++count);
                payments.GetPaymentsAsync(user, null, plugin, count == 1 ? widget : null);
            }

            [Conditional("TRACING")]
            private static void Log(int value)
            {
            }
            """),

        new("A_conditional_method_has_two_symbols_of_which_none_is_defined", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Log(p = null);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            [Conditional("TRACING")]
            [Conditional("AUDITING")]
            private static void Log(PluginId? value)
            {
            }
            """),

        new("A_conditional_method_has_two_symbols_of_which_one_is_defined", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Log(p = null);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            [Conditional("TRACING")]
            [Conditional("AUDITING")]
            private static void Log(PluginId? value)
            {
            }
            """) { Certain = "FPG2001", Symbol = "AUDITING" },

        new("A_conditional_method_of_a_base_class_is_overridden", """
            private readonly Logger _logger = new Derived();

            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                _logger.Log(p = null);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private class Logger
            {
                [Conditional("TRACING")]
                public virtual void Log(PluginId? value)
                {
                }
            }

            private sealed class Derived : Logger
            {
                public override void Log(PluginId? value)
                {
                }
            }
            """),

        new("A_conditional_method_of_the_derived_class_is_skipped", """
            private readonly Derived _logger = new();

            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                _logger.Log(p = null);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private class Logger
            {
                [Conditional("TRACING")]
                public virtual void Log(PluginId? value)
                {
                }
            }

            private sealed class Derived : Logger
            {
                public override void Log(PluginId? value)
                {
                }
            }
            """),

        new("A_conditional_local_function_is_skipped", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Log(p = null);
                payments.GetPaymentsAsync(user, null, p, null);

                [Conditional("TRACING")]
                static void Log(PluginId? value)
                {
                }
            }
            """),

        new("A_conditional_extension_method_is_skipped", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                (p = null).Log();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    [Conditional("TRACING")]
                    public static void Log(this PluginId? value)
                    {
                    }
                }
                """,
        },

        new("A_conditional_generic_method_is_skipped", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Log<PluginId?>(p = null);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            [Conditional("TRACING")]
            private static void Log<T>(T value)
            {
            }
            """),

        new("Debug_WriteLine_with_an_assignment_is_skipped", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Debug.WriteLine(p = null);
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Debug_WriteLine_with_an_assignment_runs_with_the_symbol", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Debug.WriteLine(p = null);
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001", Symbol = "DEBUG" },

        new("The_receiver_of_a_conditional_method_assigns", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Next(p = null).Log();
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static Logger Next(PluginId? value) => new();

            private sealed class Logger
            {
                [Conditional("TRACING")]
                public void Log()
                {
                }
            }
            """),

        new("A_conditional_method_that_is_called_with_a_condition_assigns", """
            private readonly Logger? _logger = new();

            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                _logger?.Log(p = null);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Logger
            {
                [Conditional("TRACING")]
                public void Log(PluginId? value)
                {
                }
            }
            """),

        new("A_partial_method_without_a_body_is_skipped", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                OnRun(p = null);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            partial void OnRun(PluginId? value);
            """),

        new("A_partial_method_with_a_body_is_called", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                OnRun(p = null);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            partial void OnRun(PluginId? value);

            partial void OnRun(PluginId? value)
            {
            }
            """) { Certain = "FPG2001" },

        new("A_partial_method_without_a_body_takes_a_reference", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                WidgetId? w = null;
                OnRun(ref w);
                payments.GetPaymentsAsync(user, null, p, w);
            }

            partial void OnRun(ref WidgetId? value);
            """),

        new("A_static_partial_method_without_a_body_is_skipped", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = null;
                OnRun(w = widget);
                payments.GetPaymentsAsync(user, null, plugin, w);
            }

            static partial void OnRun(WidgetId? value);
            """),

        new("A_generic_partial_method_without_a_body_is_skipped", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = null;
                OnRun<WidgetId?>(w = widget);
                payments.GetPaymentsAsync(user, null, plugin, w);
            }

            partial void OnRun<T>(T value);
            """),

        new("A_hole_of_a_handler_that_is_off_assigns", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Log($"{p = null}");
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Log(Handler handler)
            {
            }

            [InterpolatedStringHandler]
            private readonly struct Handler
            {
                public Handler(int literalLength, int formattedCount, out bool isEnabled) => isEnabled = false;

                public void AppendFormatted(PluginId? value)
                {
                }
            }
            """),

        new("A_hole_of_a_handler_that_cannot_be_off_assigns", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Log($"{p = null}");
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Log(Handler handler)
            {
            }

            [InterpolatedStringHandler]
            private readonly struct Handler
            {
                public Handler(int literalLength, int formattedCount)
                {
                }

                public void AppendFormatted(PluginId? value)
                {
                }
            }
            """) { Certain = "FPG2001" },

        new("A_second_hole_of_a_handler_that_stops_assigns", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Log($"{1}{p = null}");
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Log(Handler handler)
            {
            }

            [InterpolatedStringHandler]
            private readonly struct Handler
            {
                public Handler(int literalLength, int formattedCount)
                {
                }

                public bool AppendFormatted(int value) => false;

                public bool AppendFormatted(PluginId? value) => true;
            }
            """),

        new("A_hole_after_a_literal_that_stops_the_handler_assigns", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Log($"text {p = null}");
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Log(Handler handler)
            {
            }

            [InterpolatedStringHandler]
            private readonly struct Handler
            {
                public Handler(int literalLength, int formattedCount)
                {
                }

                public bool AppendLiteral(string value) => false;

                public bool AppendFormatted(PluginId? value) => true;
            }
            """),

        new("A_hole_of_a_logger_that_is_off_sets_the_second_ID", """
            private readonly Logger _logger = new();

            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = null;
                _logger.Log($"{w = widget}");
                payments.GetPaymentsAsync(user, null, plugin, w);
            }

            private sealed class Logger
            {
                public bool IsEnabled { get; set; }

                public void Log([InterpolatedStringHandlerArgument("")] Handler handler)
                {
                }
            }

            [InterpolatedStringHandler]
            private readonly struct Handler
            {
                public Handler(int literalLength, int formattedCount, Logger logger, out bool isEnabled) => isEnabled = logger.IsEnabled;

                public void AppendFormatted(WidgetId? value)
                {
                }
            }
            """),

        new("Debug_Assert_with_an_interpolated_message_assigns", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = null;
                Debug.Assert(true, $"{w = widget}");
                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """),

        new("Debug_Assert_that_holds_does_not_format_its_message", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = null;
                Debug.Assert(true, $"{w = widget}");
                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """) { Symbol = "DEBUG" },

        new("A_hole_of_an_interpolated_string_assigns", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                string text = $"{p = null}";
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("An_argument_of_nameof_is_not_evaluated", """
            private WidgetId? _widget;

            public void Run(PluginId plugin)
            {
                string name = nameof(_widget.Value);
                payments.GetPaymentsAsync(user, null, plugin, _widget);
            }
            """),

        new("The_right_side_of_a_coalesce_assignment_does_not_run", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = null;
                PluginId? p = plugin;
                p ??= Take(w = widget);
                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static PluginId? Take(WidgetId? value) => null;
            """),

        new("The_argument_of_a_conditional_access_on_null_does_not_run", """
            private readonly Logger? _logger;

            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                _logger?.Log(p = null);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Logger
            {
                public void Log(PluginId? value)
                {
                }
            }
            """),

        new("The_right_side_of_a_conditional_assignment_on_null_does_not_run", """
            private readonly Holder? _holder;

            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                _holder?.Plugin = p = null;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Holder
            {
                public PluginId? Plugin;
            }
            """) { Language = 14 },

        new("A_lambda_that_is_never_called_assigns", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = null;
                Action set = () => w = widget;
                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """),

        new("A_query_that_is_never_enumerated_assigns", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = null;
                IEnumerable<int> query = Enumerable.Range(0, 3).Select(i => { w = widget; return i; });
                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """),

        new("An_iterator_that_is_never_enumerated_assigns", """
            private WidgetId? _widget;

            public void Run(PluginId plugin)
            {
                Iterate();
                payments.GetPaymentsAsync(user, null, plugin, _widget);
            }

            private IEnumerable<int> Iterate()
            {
                _widget = someWidget;
                yield return 1;
            }
            """),

        new("An_operator_that_short_circuits_skips_its_right_side", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = null;
                Flag flag = new Flag(false) && Set(w = widget);
                payments.GetPaymentsAsync(user, null, plugin, w);
            }

            private static Flag Set(WidgetId? value) => new(true);

            private readonly struct Flag(bool value)
            {
                private readonly bool _value = value;

                public static Flag operator &(Flag left, Flag right) => new(left._value & right._value);

                public static bool operator true(Flag flag) => flag._value;

                public static bool operator false(Flag flag) => !flag._value;
            }
            """),

        new("An_argument_of_a_called_method_assigns", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = null;
                Log(w = widget);
                payments.GetPaymentsAsync(user, null, plugin, w);
            }

            private static void Log(WidgetId? value)
            {
            }
            """) { Certain = "FPG2002" },

        new("The_call_itself_does_not_depend_on_a_conditional_method", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                PluginId? q = null;
                Log(q = plugin);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            [Conditional("TRACING")]
            private static void Log(PluginId? value)
            {
            }
            """) { Certain = "FPG2001" },

        new("An_assignment_after_a_conditional_method_is_certain", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Log(p = plugin);
                p = null;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            [Conditional("TRACING")]
            private static void Log(PluginId? value)
            {
            }
            """) { Certain = "FPG2001" },

        new("A_lambda_that_is_never_called_does_not_fill_another_local", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                PluginId? q = null;
                Action set = () => q = plugin;
                payments.GetPaymentsAsync(user, null, p, q is null ? null : null);
            }
            """) { Certain = "FPG2001" },

        new("The_right_side_of_a_coalesce_assignment_runs", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = null;
                PluginId? p = null;
                p ??= Take(w = widget, plugin);
                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static PluginId Take(WidgetId? value, PluginId plugin) => plugin;
            """) { Certain = "FPG2002" },

        new("The_second_operand_of_an_or_runs", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = null;
                bool flag = false;
                flag = flag || (w = widget) is null;
                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """) { Certain = "FPG2002" },

        new("The_second_operand_of_an_and_does_not_run", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                bool flag = false;
                flag = flag && (p = plugin) is null;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("The_second_operand_of_an_and_runs_for_some_inputs", """
            public void Run(PluginId plugin, bool flag)
            {
                PluginId? p = null;
                _ = flag && (p = plugin) is null;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("Handler_part_ends_the_path", """
            private readonly IPayments cl = payments;

            private static void Log(bool isOn, [InterpolatedStringHandlerArgument("isOn")] ref Handler handler)
            {
            }

            private static bool Check(bool value) => value ? throw new InvalidOperationException() : true;

            public void Run(bool isPlugin)
            {
                PluginId? p = isPlugin ? null : somePlugin;
                Log(true, $"x{Check(p is null)}");
                cl.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                [InterpolatedStringHandler]
                public ref struct Handler
                {
                    public Handler(int literals, int holes, bool isOn, out bool isEnabled) => isEnabled = isOn;
                    public void AppendLiteral(string text)
                    {
                    }

                    public void AppendFormatted(bool value)
                    {
                    }
                }
                """,
        },
    ];
}

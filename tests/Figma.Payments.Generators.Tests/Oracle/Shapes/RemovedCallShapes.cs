using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Checks that are not in the compiled program.</summary>
internal static class RemovedCallShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("Debug_Assert_of_an_ID_proves_nothing", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Debug.Assert(widget is not null);
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """),

        new("Debug_Assert_of_an_ID_with_a_message_proves_nothing", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Debug.Assert(widget is not null, "There is a widget.");
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """),

        new("Debug_Assert_of_HasValue_proves_nothing", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Debug.Assert(widget.HasValue);
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """),

        new("Debug_Assert_of_an_inequality_proves_nothing", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Debug.Assert(widget != null);
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """),

        new("Debug_Assert_of_a_pattern_proves_nothing", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Debug.Assert(widget is { });
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """),

        new("Debug_Assert_of_two_IDs_proves_nothing", """
            public void Run(PluginId? plugin, WidgetId? widget)
            {
                Debug.Assert(plugin is not null && widget is not null);
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """),

        new("Debug_Assert_that_an_ID_is_null_proves_nothing", """
            public void Run(PluginId? plugin)
            {
                Debug.Assert(plugin is null);
                payments.GetPaymentsAsync(user, null, plugin, null);
            }
            """),

        new("Debug_Assert_of_false_does_not_end_a_path", """
            public void Run(PluginId plugin, WidgetId widget, bool isBoth)
            {
                WidgetId? w = null;

                if (isBoth)
                    w = widget;
                else
                    Debug.Assert(false);

                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """),

        new("Debug_Fail_does_not_end_a_path", """
            public void Run(PluginId plugin, WidgetId widget, bool isBoth)
            {
                WidgetId? w = widget;

                if (!isBoth)
                {
                    w = null;
                    Debug.Fail("There is no widget.");
                }

                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """),

        new("Debug_Fail_before_the_call_leaves_it_reached", """
            public void Run(PluginId? plugin)
            {
                if (plugin is null)
                    Debug.Fail("There is no plugin.");

                WidgetId? w = plugin is null ? someWidget : null;
                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """),

        new("Debug_Assert_of_a_boolean_proves_nothing", """
            public void Run(PluginId plugin, WidgetId widget, bool isBoth)
            {
                Debug.Assert(isBoth);
                payments.GetPaymentsAsync(user, null, plugin, isBoth ? widget : null);
            }
            """),

        new("Debug_Assert_of_a_negated_boolean_proves_nothing", """
            public void Run(PluginId plugin, bool isMissing)
            {
                Debug.Assert(isMissing);
                payments.GetPaymentsAsync(user, null, isMissing ? null : plugin, null);
            }
            """),

        new("Debug_Assert_of_a_number_proves_nothing", """
            public void Run(PluginId plugin, WidgetId widget, int count)
            {
                Debug.Assert(count == 2);
                payments.GetPaymentsAsync(user, null, plugin, count == 2 ? widget : null);
            }
            """),

        new("Debug_Assert_of_a_copy_proves_nothing", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                WidgetId? copy = widget;
                Debug.Assert(copy is not null);
                payments.GetPaymentsAsync(user, null, plugin, copy);
            }
            """),

        new("A_conditional_check_of_the_user_proves_nothing", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Require(widget);
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            [Conditional("CHECKED")]
            private static void Require([NotNull] WidgetId? value)
            {
                if (value is null)
                    throw new ArgumentNullException(nameof(value));
            }
            """),

        new("A_conditional_check_with_the_symbol_proves_the_ID", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Require(widget);
                WidgetId? w = widget;
                payments.GetPaymentsAsync(user, null, plugin, w);
            }

            [Conditional("CHECKED")]
            private static void Require([NotNull] WidgetId? value)
            {
                if (value is null)
                    throw new ArgumentNullException(nameof(value));
            }
            """) { Certain = "FPG2002", Symbol = "CHECKED" },

        new("A_conditional_assertion_of_the_user_proves_nothing", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Require(widget is not null);
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            [Conditional("CHECKED")]
            private static void Require([DoesNotReturnIf(false)] bool condition)
            {
                if (!condition)
                    throw new InvalidOperationException();
            }
            """),

        new("A_conditional_assertion_that_an_ID_is_null_proves_nothing", """
            public void Run(PluginId? plugin)
            {
                Require(plugin is null);
                payments.GetPaymentsAsync(user, null, plugin, null);
            }

            [Conditional("CHECKED")]
            private static void Require([DoesNotReturnIf(false)] bool condition)
            {
                if (!condition)
                    throw new InvalidOperationException();
            }
            """),

        new("A_conditional_assertion_with_the_symbol_proves_the_ID", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Require(widget is not null);
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            [Conditional("CHECKED")]
            private static void Require([DoesNotReturnIf(false)] bool condition)
            {
                if (!condition)
                    throw new InvalidOperationException();
            }
            """) { Certain = "FPG2002", Symbol = "CHECKED" },

        new("A_conditional_assertion_with_the_symbol_proves_that_an_ID_is_null", """
            public void Run(PluginId? plugin)
            {
                Require(plugin is null);
                payments.GetPaymentsAsync(user, null, plugin, null);
            }

            [Conditional("CHECKED")]
            private static void Require([DoesNotReturnIf(false)] bool condition)
            {
                if (!condition)
                    throw new InvalidOperationException();
            }
            """) { Certain = "FPG2001", Symbol = "CHECKED" },

        new("A_conditional_throw_helper_does_not_end_a_path", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                if (widget is null)
                    Stop();

                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            [Conditional("CHECKED")]
            [DoesNotReturn]
            private static void Stop() => throw new InvalidOperationException();
            """),

        new("A_conditional_throw_helper_of_the_other_side_does_not_end_a_path", """
            public void Run(PluginId? plugin)
            {
                if (plugin is not null)
                    Stop();

                payments.GetPaymentsAsync(user, null, plugin, null);
            }

            [Conditional("CHECKED")]
            [DoesNotReturn]
            private static void Stop() => throw new InvalidOperationException();
            """),

        new("A_conditional_throw_helper_with_the_symbol_ends_a_path", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                if (widget is null)
                    Stop();

                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            [Conditional("CHECKED")]
            [DoesNotReturn]
            private static void Stop() => throw new InvalidOperationException();
            """) { Certain = "FPG2002", Symbol = "CHECKED" },

        new("Code_after_a_conditional_throw_helper_is_reached", """
            public void Run(PluginId plugin, bool isKnown)
            {
                PluginId? p = null;

                if (isKnown)
                {
                    p = plugin;
                    Stop();
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            [Conditional("CHECKED")]
            [DoesNotReturn]
            private static void Stop() => throw new InvalidOperationException();
            """),

        new("A_call_only_after_a_conditional_throw_helper_is_reached", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Stop();
                payments.GetPaymentsAsync(user, null, p, null);
            }

            [Conditional("CHECKED")]
            [DoesNotReturn]
            private static void Stop() => throw new InvalidOperationException();
            """),

        new("Debug_Assert_with_the_symbol_proves_the_ID", """
            public void Run(PluginId plugin, bool isBoth)
            {
                WidgetId? w = isBoth ? someWidget : null;

                if (!isBoth)
                    return;

                Debug.Assert(w is not null);
                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """) { Certain = "FPG2002", Symbol = "DEBUG" },

        new("A_partial_method_without_a_body_checks_nothing", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Check(widget);
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            partial void Check([NotNull] WidgetId? value);
            """),

        new("A_partial_method_without_a_body_does_not_end_a_path", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                if (widget is null)
                    Stop();

                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            [DoesNotReturn]
            partial void Stop();
            """),

        new("A_partial_method_with_a_body_ends_a_path", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                if (widget is null)
                    Stop();

                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            [DoesNotReturn]
            partial void Stop();

            partial void Stop() => throw new InvalidOperationException();
            """) { Certain = "FPG2002" },

        new("An_if_directive_removes_a_check", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                #if CHECKED
                if (widget is null)
                    return;
                #endif
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """),

        new("An_if_directive_keeps_a_check", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                #if CHECKED
                if (widget is null)
                    return;
                #endif
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """) { Certain = "FPG2002", Symbol = "CHECKED" },

        new("A_conditional_check_in_a_loop_proves_nothing", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                for (int i = 0; i < 2; i++)
                    Debug.Assert(widget is not null);

                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """),

        new("A_check_after_the_assertion_proves_the_ID", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Debug.Assert(widget is not null);

                if (widget is null)
                    return;

                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """) { Certain = "FPG2002" },

        new("An_ID_that_is_set_before_an_assertion_is_known", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = widget;
                Debug.Assert(w is not null);
                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """) { Certain = "FPG2002" },

        new("An_ID_that_is_null_before_an_assertion_is_known", """
            public void Run()
            {
                PluginId? p = null;
                Debug.Assert(p is null);
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("A_contradicted_assertion_does_not_hide_the_call", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Debug.Assert(p is not null);
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("ThrowIfNull_is_not_conditional", """
            public void Run(PluginId plugin, object? any)
            {
                ArgumentNullException.ThrowIfNull(any);
                payments.GetPaymentsAsync(user, null, plugin, any is null ? null : someWidget);
            }
            """) { Certain = "FPG2002" },

        new("Trace_Assert_continues", """
            public void Run(PluginId? plugin)
            {
                Trace.Listeners.Clear();
                Trace.Assert(plugin is not null);
                payments.GetPaymentsAsync(user, null, plugin, someWidget);
            }
            """) { Symbol = "TRACE" },

        new("Debug_Assert_continues", """
            public void Run(PluginId? plugin)
            {
                Trace.Listeners.Clear();
                Debug.Assert(plugin is not null);
                payments.GetPaymentsAsync(user, null, plugin, someWidget);
            }
            """) { Symbol = "DEBUG" },
    ];
}

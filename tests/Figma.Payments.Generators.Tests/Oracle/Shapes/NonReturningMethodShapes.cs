using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Called methods that throw, always or for some arguments, and results that are correlated.</summary>
internal static class NonReturningMethodShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("The_other_branch_calls_a_method_that_always_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    Reject();

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static void Reject() => throw new InvalidOperationException();
            """),

        new("The_other_branch_calls_an_instance_method_that_always_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    Reject();

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private void Reject()
            {
                GC.KeepAlive(this);
                throw new InvalidOperationException();
            }
            """),

        new("The_other_branch_calls_a_method_that_calls_a_method_that_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    Reject();

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static void Reject() => Inner();

            private static void Inner() => throw new InvalidOperationException();
            """),

        new("The_other_branch_calls_a_virtual_method_that_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    _rules.Reject();

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private readonly Rules _rules = new Strict();

            private class Rules
            {
                public virtual void Reject()
                {
                }
            }

            private sealed class Strict : Rules
            {
                public override void Reject() => throw new InvalidOperationException();
            }
            """),

        new("The_other_branch_calls_an_interface_method_that_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    _rules.Reject();

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private readonly IRules _rules = new Strict();

            private interface IRules
            {
                void Reject();
            }

            private sealed class Strict : IRules
            {
                public void Reject() => throw new InvalidOperationException();
            }
            """),

        new("The_other_branch_calls_a_local_function_that_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    Reject();

                payments.GetPaymentsAsync(user, null, p, w);

                static void Reject() => throw new InvalidOperationException();
            }
            """),

        new("The_other_branch_calls_a_lambda_that_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                Action reject = static () => throw new InvalidOperationException();
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    reject();

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("The_other_branch_reads_a_property_that_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = Rejected;

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static int Rejected => throw new InvalidOperationException();
            """),

        new("The_other_branch_sets_a_property_that_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    Rejected = 1;

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static int Rejected
            {
                set => throw new InvalidOperationException();
            }
            """),

        new("The_other_branch_reads_an_indexer_that_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = this[0];

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private int this[int index] => throw new InvalidOperationException();
            """),

        new("The_other_branch_calls_a_constructor_that_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = new Rejection();

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private sealed class Rejection
            {
                public Rejection() => throw new InvalidOperationException();
            }
            """),

        new("The_other_branch_uses_an_operator_that_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = new Rejection() + 1;

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private readonly struct Rejection
            {
                public static int operator +(Rejection left, int right) => throw new InvalidOperationException();
            }
            """),

        new("The_other_branch_uses_a_conversion_that_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                int number = 0;
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    number = new Rejection();

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private readonly struct Rejection
            {
                public static implicit operator int(Rejection value) => throw new InvalidOperationException();
            }
            """),

        new("The_other_branch_enumerates_what_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                {
                    p = plugin;
                }
                else
                {
                    foreach (int number in Reject())
                    {
                    }
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static IEnumerable<int> Reject()
            {
                yield return 1;
                throw new InvalidOperationException();
            }
            """),

        new("The_other_branch_exits_by_a_generic_method", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    Reject<int>();

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static T Reject<T>() => throw new InvalidOperationException();
            """),

        new("The_other_branch_parses_what_is_not_a_number", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    int.Parse("text");

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("The_other_branch_reads_an_element_that_is_missing", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                int[] numbers = [];
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = numbers[0];

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("The_other_branch_takes_the_first_of_an_empty_sequence", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    Enumerable.Empty<int>().First();

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("The_other_branch_takes_the_value_of_a_nullable", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                int? number = Find();
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = number.Value;

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static int? Find() => null;
            """),

        new("The_other_branch_calls_a_method_of_null", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                string? text = Find();
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = text!.Length;

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static string? Find() => null;
            """),

        new("A_null_check_of_the_parameter_throws_before", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                Check(isPlugin);
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static void Check(bool condition)
            {
                if (!condition)
                    throw new InvalidOperationException();
            }
            """),

        new("A_check_of_the_parameter_throws_after_the_branch", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;

                Check(isPlugin);
                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static void Check(bool condition)
            {
                if (!condition)
                    throw new InvalidOperationException();
            }
            """),

        new("A_check_of_the_ID_throws_after_the_branch", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;

                Check(p);
                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static void Check(PluginId? value)
            {
                if (value is null)
                    throw new InvalidOperationException();
            }
            """),

        new("A_check_of_the_ID_in_a_constructor_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;

                _ = new Checked(p);
                payments.GetPaymentsAsync(user, null, p, w);
            }

            private sealed class Checked
            {
                public Checked(PluginId? value)
                {
                    if (value is null)
                        throw new InvalidOperationException();
                }
            }
            """),

        new("An_argument_of_the_call_throws_for_the_other_branch", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;

                payments.GetPaymentsAsync(Check(isPlugin), null, p, null);
            }

            private static UserId Check(bool condition) => condition ? user : throw new InvalidOperationException();
            """),

        new("A_check_of_an_enum_throws_for_the_others", """
            public void Run(PluginId plugin, WidgetId widget, Kind kind)
            {
                Check(kind);
                PluginId? p = null;
                WidgetId? w = null;

                if (kind == Kind.Plugin)
                    p = plugin;
                else if (kind == Kind.Widget)
                    w = widget;

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static void Check(Kind kind)
            {
                if (kind is not (Kind.Plugin or Kind.Widget))
                    throw new ArgumentOutOfRangeException(nameof(kind));
            }
            """),

        new("The_default_of_a_switch_calls_a_method_that_throws", """
            public void Run(PluginId plugin, WidgetId widget, Kind kind)
            {
                PluginId? p = null;
                WidgetId? w = null;

                switch (kind)
                {
                    case Kind.Plugin:
                        p = plugin;
                        break;
                    case Kind.Widget:
                        w = widget;
                        break;
                    default:
                        Reject(kind);
                        break;
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static void Reject(Kind kind) => throw new ArgumentOutOfRangeException(nameof(kind));
            """),

        new("A_helper_of_the_framework_throws_for_the_others", """
            public void Run(PluginId plugin, WidgetId widget, int number)
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 1);
                ArgumentOutOfRangeException.ThrowIfNegative(number);
                PluginId? p = null;
                WidgetId? w = null;

                if (number == 0)
                    p = plugin;

                if (number == 1)
                    w = widget;

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("A_cast_throws_for_the_others", """
            public void Run(PluginId plugin, bool isPlugin, object? any)
            {
                PluginId? p = null;
                WidgetId? w = null;
                string text = (string)any!;

                if (any is null or string)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("A_division_throws_for_zero", """
            public void Run(PluginId plugin, int number)
            {
                int quotient = 1 / number;
                PluginId? p = null;
                WidgetId? w = null;

                if (number != 0)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("An_index_throws_for_the_others", """
            public void Run(PluginId plugin, WidgetId widget, int number)
            {
                int[] numbers = [1, 2];
                int element = numbers[number];
                PluginId? p = null;
                WidgetId? w = null;

                if (number == 0)
                    p = plugin;
                else if (number == 1)
                    w = widget;

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Two_out_arguments_are_correlated", """
            public void Run(PluginId plugin, WidgetId widget, Kind kind)
            {
                Classify(kind, out bool isPlugin, out bool isWidget);
                payments.GetPaymentsAsync(user, null, isPlugin ? plugin : null, isWidget ? widget : null);
            }

            private static void Classify(Kind kind, out bool isPlugin, out bool isWidget)
            {
                isPlugin = kind == Kind.Plugin;
                isWidget = !isPlugin;
            }
            """),

        new("Two_out_arguments_are_correlated_in_statements", """
            public void Run(PluginId plugin, WidgetId widget, Kind kind)
            {
                Classify(kind, out bool isPlugin, out bool isWidget);
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;

                if (isWidget)
                    w = widget;

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static void Classify(Kind kind, out bool isPlugin, out bool isWidget)
            {
                isPlugin = kind == Kind.Plugin;
                isWidget = !isPlugin;
            }
            """),

        new("An_out_argument_and_a_result_are_correlated", """
            public void Run(PluginId plugin, WidgetId widget, Kind kind)
            {
                bool isPlugin = Test(kind, out bool isWidget);
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;

                if (isWidget)
                    w = widget;

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static bool Test(Kind kind, out bool isWidget)
            {
                isWidget = kind != Kind.Plugin;
                return !isWidget;
            }
            """),

        new("Two_static_calls_are_correlated", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (IsPlugin())
                    p = plugin;

                if (IsWidget())
                    w = widget;

                payments.GetPaymentsAsync(user, null, p, w);
            }

            public static bool Switch;

            private static bool IsPlugin() => Switch;

            private static bool IsWidget() => !Switch;
            """),

        new("Two_results_in_locals_are_correlated", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                bool isPlugin = IsPlugin();
                bool isWidget = IsWidget();
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;

                if (isWidget)
                    w = widget;

                payments.GetPaymentsAsync(user, null, p, w);
            }

            public static bool Switch;

            private static bool IsPlugin() => Switch;

            private static bool IsWidget() => !Switch;
            """),

        new("Two_properties_are_correlated", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (IsPlugin)
                    p = plugin;

                if (IsWidget)
                    w = widget;

                payments.GetPaymentsAsync(user, null, p, w);
            }

            public bool Switch;

            private bool IsPlugin => Switch;

            private bool IsWidget => !Switch;
            """),

        new("Two_elements_of_a_result_are_correlated", """
            public void Run(PluginId plugin, WidgetId widget, Kind kind)
            {
                (bool isPlugin, bool isWidget) = Classify(kind);
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;

                if (isWidget)
                    w = widget;

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static (bool IsPlugin, bool IsWidget) Classify(Kind kind) => (kind == Kind.Plugin, kind != Kind.Plugin);
            """),

        new("A_static_call_is_repeated_with_the_same_result", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (IsPlugin())
                    p = plugin;

                if (!IsPlugin())
                    w = widget;

                payments.GetPaymentsAsync(user, null, p, w);
            }

            public static bool Switch;

            private static bool IsPlugin() => Switch;
            """),

        new("A_call_with_an_argument_is_repeated", """
            public void Run(PluginId plugin, WidgetId widget, int number)
            {
                PluginId? p = IsEven(number) ? plugin : null;
                WidgetId? w = IsEven(number) ? null : widget;
                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static bool IsEven(int number) => number % 2 == 0;
            """),

        new("A_type_parameter_is_tested_twice", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Call<PluginId>(plugin, widget);
                Call<WidgetId>(plugin, widget);
                Call<int>(plugin, widget);
            }

            private static void Call<T>(PluginId plugin, WidgetId widget)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (typeof(T) == typeof(PluginId))
                    p = plugin;

                if (typeof(T) == typeof(WidgetId))
                    w = widget;

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("A_type_parameter_is_one_of_two", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Call<PluginId>(plugin, widget);
                Call<WidgetId>(plugin, widget);
            }

            private static void Call<T>(PluginId plugin, WidgetId widget)
            {
                PluginId? p = typeof(T) == typeof(PluginId) ? plugin : null;
                WidgetId? w = typeof(T) != typeof(PluginId) ? widget : null;
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("A_while_loop_waits_for_the_ID", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                while (p is null)
                    p = Find(plugin);

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private int _count;

            private PluginId? Find(PluginId plugin) => _count++ > 0 ? plugin : null;
            """),

        new("A_retry_loop_ends_with_a_throw", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                for (int i = 0; i < 3; i++)
                {
                    p = Find(plugin, i);

                    if (p is not null)
                        break;

                    if (i == 2)
                        Reject();
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static PluginId? Find(PluginId plugin, int number) => number == 1 ? plugin : null;

            private static void Reject() => throw new InvalidOperationException();
            """),

        new("The_other_branch_is_a_throw_expression_in_a_called_method", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;

                _ = Require(isPlugin);
                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static bool Require(bool condition) => condition ? true : throw new InvalidOperationException();
            """),

        new("A_call_with_a_condition_throws_for_the_other_branch", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;
                string? text = isPlugin ? null : "";

                if (isPlugin)
                    p = plugin;

                text?.Reject();
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    public static void Reject(this string text) => throw new InvalidOperationException();
                }
                """,
        },

        new("The_other_branch_does_nothing", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """) { Certain = "FPG2003" },

        new("The_other_branch_assigns_null", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    p = null;

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """) { Certain = "FPG2003" },

        new("The_other_branch_returns_only_sometimes", """
            public void Run(PluginId plugin, bool isPlugin, bool isStrict)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else if (isStrict)
                    return;

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """) { Certain = "FPG2003" },

        new("The_other_branch_throws_only_sometimes", """
            public void Run(PluginId plugin, bool isPlugin, bool isStrict)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else if (isStrict)
                    throw new InvalidOperationException();

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """) { Certain = "FPG2003" },

        new("The_other_branch_writes_to_a_local", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                int count = 0;
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    count++;

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """) { Certain = "FPG2003" },

        new("The_other_branch_calls_a_method_that_returns", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;
                else
                    Log();

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static void Log()
            {
            }
            """) { Certain = "FPG2003" },

        new("Both_branches_are_wrong", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                {
                    p = plugin;
                    w = someWidget;
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """) { Certain = "FPG2003" },

        new("A_called_method_throws_and_the_call_is_wrong_anyway", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                Check(isPlugin);
                PluginId? p = null;
                WidgetId? w = null;
                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static void Check(bool condition)
            {
                if (!condition)
                    throw new InvalidOperationException();
            }
            """) { Certain = "FPG2001" },

        new("A_called_method_returns_and_several_are_given", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                Check(isPlugin);
                PluginId? p = plugin;
                WidgetId? w = someWidget;
                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static void Check(bool condition)
            {
            }
            """) { Certain = "FPG2002" },

        new("The_parameter_is_tested_after_a_pure_local_function", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, w);

                Reject();

                static void Reject() => throw new InvalidOperationException();
            }
            """) { Certain = "FPG2003" },

        new("Two_parameters_are_independent", """
            public void Run(PluginId plugin, WidgetId widget, bool isPlugin, bool isWidget)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;

                if (isWidget)
                    w = widget;

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """) { Certain = "FPG2003" },

        new("A_parameter_is_tested_twice_the_same_way", """
            public void Run(PluginId plugin, WidgetId widget, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;

                if (isPlugin)
                    w = widget;

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """) { Certain = "FPG2003" },

        new("The_other_branch_throws_and_this_one_gives_several", """
            public void Run(PluginId plugin, WidgetId widget, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    (p, w) = (plugin, widget);
                else
                    throw new InvalidOperationException();

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """) { Certain = "FPG2002" },

        new("The_other_branch_calls_a_method_that_throws_and_this_one_gives_several", """
            public void Run(PluginId plugin, WidgetId widget, bool isPlugin)
            {
                PluginId? p = plugin;
                WidgetId? w = widget;

                if (!isPlugin)
                    Reject();

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static void Reject() => throw new InvalidOperationException();
            """) { Certain = "FPG2002" },

        new("A_method_that_throws_is_called_after_the_call", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, w);
                Reject();
            }

            private static void Reject() => throw new InvalidOperationException();
            """) { Certain = "FPG2003" },

        new("The_loop_ends_without_an_ID", """
            public void Run(PluginId plugin, int number)
            {
                PluginId? p = null;
                WidgetId? w = null;

                for (int i = 0; i < 3; i++)
                {
                    if (i == number)
                        p = plugin;
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """) { Certain = "FPG2003" },

        new("The_default_of_a_switch_returns", """
            public void Run(PluginId plugin, Kind kind)
            {
                PluginId? p = null;
                WidgetId? w = null;

                switch (kind)
                {
                    case Kind.Plugin:
                        p = plugin;
                        break;
                    case Kind.Widget:
                        break;
                    default:
                        return;
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """) { Certain = "FPG2003" },

        new("A_method_that_does_not_return_is_called_on_the_right_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (isPlugin)
                {
                    p = plugin;
                    Stop();
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }

            [DoesNotReturn]
            private static void Stop() => throw new InvalidOperationException();
            """) { Certain = "FPG2001" },

        new("A_called_method_whose_result_is_ignored_leaves_the_IDs", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = plugin;
                WidgetId? w = widget;
                _ = Check(p);
                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static bool Check(PluginId? value) => value is null;
            """) { Certain = "FPG2002" },

        new("The_second_check_of_a_called_method_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;

                Check(false, isPlugin);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Check(bool isWrong, bool isRight)
            {
                if (isWrong)
                    throw new ArgumentException();

                if (!isRight)
                    throw new ArgumentException();
            }
            """),

        new("A_check_is_overridden_by_one_that_throws_for_others", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;

                Checks.Check(isPlugin);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private Base Checks { get; } = new Derived();

            private class Base
            {
                public virtual void Check(bool condition)
                {
                }
            }

            private sealed class Derived : Base
            {
                public override void Check(bool condition)
                {
                    if (!condition)
                        throw new ArgumentException();
                }
            }
            """),

        new("An_asynchronous_check_stores_its_exception", """
            public void Run(PluginId? plugin, WidgetId widget)
            {
                _ = CheckAsync(plugin);
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            private static async Task CheckAsync(PluginId? value)
            {
                if (value is null)
                    throw new ArgumentException();

                await Task.Yield();
            }
            """),

        new("An_iterator_checks_when_it_is_enumerated", """
            public void Run(PluginId? plugin, WidgetId widget)
            {
                _ = Check(plugin);
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            private static IEnumerable<int> Check(PluginId? value)
            {
                if (value is null)
                    throw new ArgumentException();

                yield return 1;
            }
            """),

        new("A_check_of_a_reference_clears_the_ID", """
            public void Run(PluginId? plugin, WidgetId widget)
            {
                PluginId? p = plugin;
                Check(ref p);
                payments.GetPaymentsAsync(user, null, p, widget);
            }

            private static void Check(ref PluginId? value)
            {
                if (value is null)
                    throw new ArgumentException();

                value = null;
            }
            """),

        new("A_checked_class_has_an_equality_of_its_own", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Odd? odd = null;
                Check(odd);
                payments.GetPaymentsAsync(user, null, odd is null ? plugin : null, odd is null ? null : widget);
            }

            private static void Check(Odd? value)
            {
                if (value == null)
                    throw new ArgumentException();
            }

            #pragma warning disable CS0660, CS0661
            private sealed class Odd
            {
                public static bool operator ==(Odd? left, Odd? right) => false;

                public static bool operator !=(Odd? left, Odd? right) => true;
            }
            """),

        new("Two_checks_of_a_called_method_hold_afterwards", """
            public void Run(PluginId? plugin, WidgetId? widget)
            {
                Check(plugin, widget is not null);
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            private static void Check(PluginId? value, bool condition)
            {
                if (!value.HasValue)
                    throw new ArgumentException();

                if (!condition)
                {
                    throw new ArgumentException();
                }
            }
            """) { Certain = "FPG2002" },

        new("The_other_branch_calls_a_method_that_only_checks", """
            public void Run(PluginId plugin, WidgetId widget, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    Check(widget);

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Check(WidgetId? value)
            {
                if (value is null)
                    throw new ArgumentException();
            }
            """) { Certain = "FPG2003" },

        new("The_other_branch_reads_an_auto_property", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = Number;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private int Number { get; set; }
            """) { Certain = "FPG2003" },

        new("A_method_called_on_one_path_decides_a_later_check", """
            private bool _isStarted;

            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                {
                    Start();
                    p = plugin;
                }

                if (!IsStarted())
                    return;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private void Start() => _isStarted = true;

            private bool IsStarted() => _isStarted;
            """),

        new("A_setter_called_on_one_path_decides_whether_a_later_method_throws", """
            private bool _isStarted;

            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                {
                    Start();
                    p = plugin;
                }

                Continue();
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private void Start() => _isStarted = true;

            private void Continue() => _ = _isStarted ? 1 : throw new InvalidOperationException();
            """),

        new("A_field_written_on_one_path_decides_a_later_check", """
            private PluginId? _found;

            public void Run(WidgetId? widget, bool flag)
            {
                _found = null;

                if (flag)
                {
                    if (widget is not null)
                        _found = new PluginId("1");
                }
                else
                {
                    widget = null;
                }

                if (_found is not null)
                    return;

                payments.GetPaymentsAsync(user, null, new PluginId("1"), widget);
            }
            """),

        new("A_variable_that_a_local_function_writes_decides_a_later_check", """
            public void Run(WidgetId? widget, bool flag)
            {
                PluginId? found = null;

                if (flag)
                {
                    if (widget is not null)
                        found ??= new PluginId("1");
                }
                else
                {
                    widget = null;
                }

                if (found is not null)
                    return;

                payments.GetPaymentsAsync(user, null, new PluginId("1"), widget);

                void Clear() => found = null;
            }
            """),

        new("A_check_precedes_the_branches", """
            private readonly bool _isStarted = true;

            public void Run(PluginId plugin, bool isPlugin)
            {
                if (!IsStarted())
                    return;

                PluginId? p = null;

                if (isPlugin)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private bool IsStarted() => _isStarted;
            """) { Certain = "FPG2003" },

        new("A_value_that_is_parsed_on_one_path_precedes_a_check", """
            public void Run(bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = PluginId.Parse("1");

                if (!IsStarted())
                    return;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private bool IsStarted() => true;
            """) { Certain = "FPG2003" },

        new("A_span_that_is_filled_on_one_path_decides_a_later_check", """
            private bool _isStarted;

            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                {
                    new Span<bool>(ref _isStarted).Fill(true);
                    p = plugin;
                }

                if (!IsStarted())
                    return;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private bool IsStarted() => _isStarted;
            """),

        new("A_text_of_an_object_on_one_path_decides_a_later_check", """
            private bool _isStarted;

            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                {
                    _ = "" + new Starter(this);
                    p = plugin;
                }

                if (!IsStarted())
                    return;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private bool IsStarted() => _isStarted;

            private sealed class Starter(Code code)
            {
                public override string ToString()
                {
                    code._isStarted = true;
                    return "";
                }
            }
            """),

        new("A_callback_that_is_registered_on_one_path_decides_a_later_check", """
            private bool _isStarted;

            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                {
                    using CancellationTokenRegistration registration = new CancellationToken(true).Register(() => _isStarted = true);
                    p = plugin;
                }

                if (!IsStarted())
                    return;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private bool IsStarted() => _isStarted;
            """),

        new("A_constructor_that_is_called_on_one_path_decides_a_later_check", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                AsyncLocal<bool> isStarted = new();

                if (isPlugin)
                {
                    _ = new Starter(isStarted);
                    p = plugin;
                }

                if (!isStarted.Value)
                    return;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Starter
            {
                public Starter(AsyncLocal<bool> isStarted) => isStarted.Value = true;
            }
            """),

        new("An_ID_that_is_tried_on_one_path_precedes_a_check", """
            public void Run(bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = PluginId.TryParse("1", out PluginId parsed) ? parsed : new PluginId("2");

                if (!IsStarted())
                    return;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private bool IsStarted() => true;
            """) { Certain = "FPG2003" },

        new("The_parts_of_a_partial_method_name_their_parameters_differently", """
            public void Run(PluginId plugin, bool isPlugin, bool isOther)
            {
                Check(isPlugin, isOther);
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private partial void Check(bool isPlugin, bool isOther);

            private partial void Check(bool isOther, bool isPlugin)
            {
                if (isPlugin)
                    throw new InvalidOperationException();
            }
            """),

        new("A_partial_method_rejects_an_argument", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                Check(isPlugin);
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private partial void Check(bool isPlugin);

            private partial void Check(bool isOther)
            {
                if (isOther)
                    throw new InvalidOperationException();
            }
            """) { Certain = "FPG2001" },

        new("A_guard_compares_with_an_operator_for_nullable_values", """
            public void Run(PluginId plugin, bool hasValue)
            {
                Value? value = hasValue ? new Value() : null;
                Check(value);
                WidgetId? w = value is null ? null : someWidget;
                payments.GetPaymentsAsync(user, null, plugin, w);
            }

            private static void Check(Value? value)
            {
                if (value == null)
                    throw new InvalidOperationException();
            }

            private struct Value
            {
                public static bool operator ==(Value? left, Value? right) => false;

                public static bool operator !=(Value? left, Value? right) => true;

                public override bool Equals(object? obj) => false;

                public override int GetHashCode() => 0;
            }
            """),

        new("A_guard_compares_a_nullable_ID_with_null", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Check(widget);
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            private static void Check(WidgetId? widget)
            {
                if (widget == null)
                    throw new InvalidOperationException();
            }
            """) { Certain = "FPG2002" },

        new("A_copy_of_the_number_is_the_divisor", """
            public void Run(PluginId plugin, int n)
            {
                PluginId? p = n == 0 ? null : plugin;
                int m = n;
                _ = 10 / m;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_copy_of_the_number_in_a_tuple_is_passed", """
            public void Run(PluginId plugin, int n)
            {
                PluginId? p = n == 0 ? null : plugin;
                (int Number, int Other) t = (n, 1);
                Check(t.Number);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Check(int number)
            {
                if (number == 0)
                    throw new InvalidOperationException();

                _ = number.ToString();
            }
            """),

        new("A_number_that_a_method_returns_by_reference_is_passed", """
            public void Run(PluginId plugin, int n)
            {
                PluginId? p = n == 0 ? null : plugin;
                Copy(n, out int m);
                Check(m);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Copy(int from, out int to) => to = from;

            private static void Check(int number)
            {
                if (number == 0)
                    throw new InvalidOperationException();

                _ = number.ToString();
            }
            """),

        new("A_local_function_checks_a_copy", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                bool copy = isPlugin;
                PluginId? p = isPlugin ? plugin : null;
                Check();
                payments.GetPaymentsAsync(user, null, p, null);

                void Check()
                {
                    if (!copy)
                        throw new InvalidOperationException();

                    _ = user.ToString();
                }
            }
            """),

        new("A_receiver_is_null_on_the_path_without_an_ID", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                IPayments? receiver = null;
                PluginId? p = null;

                if (isPlugin)
                {
                    receiver = payments;
                    p = plugin;
                }

                receiver!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_call_of_a_local_is_returned", """
            public Task Run(PluginId plugin, bool isPlugin)
            {
                IPayments receiver = payments;
                PluginId? p = isPlugin ? plugin : null;
                return receiver.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_deconstruction_converts_an_element", """
            public void Run(WidgetId widget)
            {
                (Key?, int) pair = (null, 1);
                WidgetId? w;
                (w, _) = pair;
                payments.GetPaymentsAsync(user, null, null, w);
            }

            private sealed class Key
            {
                public static implicit operator WidgetId?(Key? key) => new("1");
            }
            """),

        new("A_conversion_of_a_tuple_throws_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                (string, int) pair = ("1", 1);

                if (isPlugin)
                    p = plugin;
                else
                {
                    (Key, int) converted = pair;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Key
            {
                public static implicit operator Key(string text) => throw new InvalidOperationException();
            }
            """),

        new("A_field_is_written_through_a_reference_on_one_path", """
            private bool _isRejected;

            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                ref bool isRejected = ref _isRejected;
                isRejected = !isPlugin;
                Check();
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private void Check()
            {
                if (_isRejected)
                    throw new InvalidOperationException();

                _ = user.ToString();
            }
            """),

        new("A_literal_is_converted_by_code_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = Create();

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static Key Create() => "x";

            private sealed class Key
            {
                public static implicit operator Key(string text) => throw new InvalidOperationException();
            }
            """),

        new("A_static_initializer_converts_a_literal_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = Settings.Number;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static class Settings
            {
                public static int Number;
                public static Key Key = "x";
            }

            private sealed class Key
            {
                public static implicit operator Key(string text) => throw new InvalidOperationException();
            }
            """),

        new("A_method_of_a_struct_runs_a_static_constructor_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                Value value = default;

                if (isPlugin)
                    p = plugin;
                else
                    value.Nop();

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private struct Value
            {
                static Value() => throw new InvalidOperationException();

                public void Nop()
                {
                }
            }
            """),

        new("A_method_of_a_struct_does_nothing_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                Value value = default;

                if (isPlugin)
                    p = plugin;
                else
                    value.Nop();

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private struct Value
            {
                public void Nop()
                {
                }
            }
            """) { Certain = "FPG2003" },

        new("An_index_from_the_end_is_negative_on_one_path", """
            public void Run(PluginId plugin, int n)
            {
                PluginId? p = n < 0 ? null : plugin;
                Index index = ^n;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),
    ];
}

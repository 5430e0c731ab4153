using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Conditions that are written but have one outcome only.</summary>
internal static class ConstantConditionShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("A_captured_variable_is_only_ever_null", """
            public void Run(PluginId plugin)
            {
                WidgetId? none = null;
                Func<bool> isMissing = () => none is null;
                _ = isMissing();
                PluginId? p = plugin;

                if (none is not null)
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_captured_variable_is_only_ever_null_inside_a_lambda", """
            public void Run(PluginId plugin)
            {
                WidgetId? none = null;

                Action call = () =>
                {
                    PluginId? p = null;

                    if (none is null)
                        p = plugin;

                    payments.GetPaymentsAsync(user, null, p, null);
                };

                call();
            }
            """),

        new("A_captured_flag_is_only_ever_false_inside_a_local_function", """
            public void Run(PluginId plugin)
            {
                bool flag = false;
                Call();

                void Call()
                {
                    PluginId? p = plugin;

                    if (flag)
                        p = null;

                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("A_captured_flag_is_set_before_the_lambda_runs", """
            public void Run(PluginId plugin)
            {
                bool flag = false;

                Action call = () =>
                {
                    PluginId? p = null;

                    if (flag)
                        p = plugin;

                    payments.GetPaymentsAsync(user, null, p, null);
                };

                flag = true;
                call();
            }
            """),

        new("Equals_of_null_with_an_ID_is_false", """
            public void Run(PluginId plugin, PluginId other)
            {
                PluginId? p = plugin;

                if (((PluginId?)other).Equals(null))
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Equals_with_null_is_false_for_an_ID", """
            public void Run(PluginId plugin)
            {
                PluginId? q = plugin;
                PluginId? p = plugin;

                if (q.Equals(null))
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Equals_with_null_is_false_for_an_object", """
            public void Run(PluginId plugin, object any)
            {
                PluginId? p = plugin;

                if (any.Equals(null))
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Equals_with_null_is_false_for_a_string", """
            public void Run(PluginId plugin, string text)
            {
                PluginId? p = plugin;

                if (text.Equals(null))
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_value_does_not_equal_null", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                if (plugin.Equals(null))
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("ReferenceEquals_of_a_value_and_null_is_false", """
            public void Run(PluginId plugin, int number)
            {
                PluginId? p = plugin;

                if (ReferenceEquals(number, null))
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_filter_that_never_runs_clears_the_ID", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                try
                {
                    GC.KeepAlive(this);
                }
                catch (InvalidOperationException) when ((p = null) is null)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_handler_that_never_runs_clears_the_ID", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                try
                {
                    Nothing();
                }
                catch (InvalidOperationException)
                {
                    p = null;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Nothing()
            {
            }
            """),

        new("A_filter_with_a_flag_never_runs", """
            public void Run(PluginId plugin, bool flag)
            {
                PluginId? p = plugin;

                try
                {
                    Nothing();
                }
                catch (InvalidOperationException) when (flag)
                {
                    p = null;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Nothing()
            {
            }
            """),

        new("A_filter_tests_what_never_happens", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                try
                {
                    throw new InvalidOperationException();
                }
                catch (InvalidOperationException exception) when (exception.InnerException is not null)
                {
                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_method_of_the_user_always_returns_false", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                if (No())
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static bool No() => false;
            """),

        new("A_method_of_the_user_always_returns_true", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                if (Yes())
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static bool Yes() => true;
            """),

        new("A_condition_is_nested_in_a_method_of_the_user_that_returns_false", """
            public void Run(PluginId plugin, WidgetId widget, bool isWidget)
            {
                WidgetId? w = null;

                if (No())
                {
                    if (isWidget)
                        w = widget;
                }

                payments.GetPaymentsAsync(user, null, plugin, w);
            }

            private static bool No() => false;
            """),

        new("A_condition_is_in_a_loop_over_what_is_empty", """
            public void Run(PluginId plugin, WidgetId widget, bool isWidget)
            {
                WidgetId? w = null;

                foreach (int each in Nothing())
                {
                    if (isWidget)
                        w = widget;
                }

                payments.GetPaymentsAsync(user, null, plugin, w);
            }

            private static IEnumerable<int> Nothing() => [];
            """),

        new("A_condition_is_in_the_other_branch_of_a_property", """
            public void Run(PluginId? plugin, WidgetId? widget)
            {
                PluginId? p = null;

                if (IsKnown)
                {
                    p = plugin;
                }
                else if (widget is not null)
                {
                    p = somePlugin;
                }

                payments.GetPaymentsAsync(user, null, p, widget);
            }

            private bool IsKnown => true;
            """),

        new("A_condition_is_nested_in_a_condition_over_a_parameter", """
            public void Run(PluginId plugin, WidgetId widget, bool isBoth, bool isWidget)
            {
                WidgetId? w = null;

                if (isBoth)
                {
                    if (isWidget)
                        w = widget;
                }

                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """) { Certain = "FPG2003" },

        new("A_property_of_the_user_is_always_false", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                if (IsNever)
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static bool IsNever => false;
            """),

        new("A_readonly_field_is_always_true", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                if (IsAlways)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static readonly bool IsAlways = Find();

            private static bool Find() => true;
            """),

        new("A_field_of_the_user_is_never_set", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                if (_flag)
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private readonly bool _flag = Find();

            private static bool Find() => false;
            """),

        new("A_method_result_in_a_local_is_always_false", """
            public void Run(PluginId plugin)
            {
                bool no = No();
                PluginId? p = plugin;

                if (no)
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static bool No() => false;
            """),

        new("A_method_with_an_argument_always_returns_true", """
            public void Run(PluginId plugin, bool flag)
            {
                PluginId? p = null;

                if (Any(flag))
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static bool Any(bool flag) => flag || !flag;
            """),

        new("A_virtual_method_is_overridden_to_return_true", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                if (_rules.IsOpen())
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private readonly Rules _rules = new Open();

            private class Rules
            {
                public virtual bool IsOpen() => false;
            }

            private sealed class Open : Rules
            {
                public override bool IsOpen() => true;
            }
            """),

        new("A_user_true_operator_always_holds", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                if (new Always())
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private readonly struct Always
            {
                public static bool operator true(Always value) => true;

                public static bool operator false(Always value) => false;
            }
            """),

        new("A_user_true_operator_never_holds", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                if (new Never())
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private readonly struct Never
            {
                public static bool operator true(Never value) => false;

                public static bool operator false(Never value) => true;
            }
            """),

        new("A_user_conversion_to_bool_never_holds", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                if (new Never())
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private readonly struct Never
            {
                public static implicit operator bool(Never value) => false;
            }
            """),

        new("A_user_negation_always_holds", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                if (!new Always())
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private readonly struct Always
            {
                public static bool operator !(Always value) => true;
            }
            """),

        new("A_user_equality_never_holds", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                if (new Never() == new Never())
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            #pragma warning disable CS0660, CS0661
            private readonly struct Never
            {
                public static bool operator ==(Never left, Never right) => false;

                public static bool operator !=(Never left, Never right) => true;
            }
            #pragma warning restore CS0660, CS0661
            """),

        new("A_user_comparison_always_holds", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                if (new Always() < new Always())
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private readonly struct Always
            {
                public static bool operator <(Always left, Always right) => true;

                public static bool operator >(Always left, Always right) => true;
            }
            """),

        new("A_user_Deconstruct_in_a_pattern_never_matches", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                if (new Pair() is (1, 2))
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Pair
            {
                public void Deconstruct(out int first, out int second) => (first, second) = (0, 0);
            }
            """),

        new("A_user_Deconstruct_in_a_pattern_always_matches", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                if (new Pair() is (0, 0))
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Pair
            {
                public void Deconstruct(out int first, out int second) => (first, second) = (0, 0);
            }
            """),

        new("A_user_Deconstruct_in_a_switch_always_matches", """
            public void Run(PluginId plugin)
            {
                PluginId? p = new Pair() switch
                {
                    (0, 0) => plugin,
                    _ => null,
                };

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Pair
            {
                public void Deconstruct(out int first, out int second) => (first, second) = (0, 0);
            }
            """),

        new("A_property_in_a_pattern_always_matches", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                if (new Options() is { Number: 1 })
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Options
            {
                public int Number => 1;
            }
            """),

        new("A_list_pattern_of_a_user_list_always_matches", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                if (new Numbers() is [1])
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Numbers
            {
                public int Length => 1;

                public int this[int index] => 1;
            }
            """),

        new("A_type_test_always_holds", """
            public void Run(PluginId plugin, object any)
            {
                object exception = new ArgumentNullException();
                PluginId? p = null;

                if (exception is ArgumentException)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_type_test_of_a_created_object_always_holds", """
            public void Run(PluginId plugin)
            {
                object created = Create();
                PluginId? p = null;

                if (created is string)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static object Create() => "text";
            """),

        new("An_as_cast_always_succeeds", """
            public void Run(PluginId plugin)
            {
                object created = "text";
                PluginId? p = null;

                if ((created as string) is not null)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("The_length_of_an_array_is_never_negative", """
            public void Run(PluginId plugin, string text)
            {
                PluginId? p = plugin;

                if (text.Length < 0)
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("The_count_of_a_list_is_zero_or_more", """
            public void Run(PluginId plugin)
            {
                List<int> list = [];
                PluginId? p = null;

                if (list.Count >= 0)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_loop_over_a_list_that_is_never_empty_sets_the_ID", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                foreach (int number in All())
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static int[] All() => [1];
            """),

        new("A_loop_that_always_runs_sets_the_ID", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                while (Next())
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private int _number;

            private bool Next() => _number++ == 0;
            """),

        new("A_remainder_of_a_product_is_always_zero", """
            public void Run(PluginId plugin, int number)
            {
                PluginId? p = null;

                if (unchecked(number * 2) % 2 == 0)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_masked_number_is_always_small", """
            public void Run(PluginId plugin, int number)
            {
                PluginId? p = null;

                if ((number & 1) < 2)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_square_is_never_two", """
            public void Run(PluginId plugin, int number)
            {
                PluginId? p = plugin;

                if (unchecked(number * number) == 2)
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_byte_is_always_less_than_256", """
            public void Run(PluginId plugin, byte number)
            {
                PluginId? p = null;

                if ((int)number < 256)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_number_is_never_both_less_and_greater", """
            public void Run(PluginId plugin, int number)
            {
                bool isLess = number < 1;
                bool isGreater = number > 2;
                PluginId? p = plugin;

                if (isLess && isGreater)
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_number_is_one_of_all_ranges", """
            public void Run(PluginId plugin, int number)
            {
                PluginId? p = null;

                if (number <= 1 || number > 1)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_comparison_of_two_numbers_is_one_of_three", """
            public void Run(PluginId plugin, int a, int b)
            {
                PluginId? p = null;

                if (a < b || a == b || a > b)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_transitive_comparison_never_fails", """
            public void Run(PluginId plugin, int a, int b, int c)
            {
                PluginId? p = plugin;

                if (a < b && b < c && a >= c)
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_string_that_is_not_null_or_empty_is_not_null", """
            public void Run(PluginId plugin, string? text)
            {
                PluginId? p = plugin;

                if (!string.IsNullOrEmpty(text) && text is null)
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_string_with_a_length_is_not_empty", """
            public void Run(PluginId plugin, string text)
            {
                PluginId? p = plugin;

                if (text.Length > 0 && text == "")
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_boolean_is_true_or_false_in_a_switch_of_two", """
            public void Run(PluginId plugin, bool flag)
            {
                PluginId? p = null;

                switch (flag)
                {
                    case true:
                    case false:
                        p = plugin;
                        break;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("The_size_of_a_type_is_always_the_same", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                if (Unsafe.SizeOf<int>() != 4)
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("The_platform_is_always_little_endian", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                if (BitConverter.IsLittleEndian)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_method_with_an_out_argument_always_returns_true", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                if (TryFind(out int number))
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static bool TryFind(out int number)
            {
                number = 1;
                return true;
            }
            """),

        new("A_parameter_of_a_public_method_is_tested", """
            public void Run(PluginId plugin, bool flag)
            {
                PluginId? p = null;

                if (flag)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_parameter_is_tested_with_its_negation_swapped", """
            public void Run(PluginId plugin, bool flag)
            {
                PluginId? p = plugin;

                if (!flag)
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_number_is_tested_for_one_value", """
            public void Run(PluginId plugin, int number)
            {
                PluginId? p = null;

                if (number == 1)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_number_is_tested_for_a_range", """
            public void Run(PluginId plugin, int number)
            {
                PluginId? p = null;

                if (number > 1)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_number_is_tested_for_a_range_by_a_pattern", """
            public void Run(PluginId plugin, int? number)
            {
                PluginId? p = null;

                if (number is { } n && n > 2)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_switch_on_ranges_has_no_default", """
            public void Run(PluginId plugin, int number)
            {
                PluginId? p = null;

                switch (number)
                {
                    case < 0:
                    case > 10:
                        p = plugin;
                        break;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_string_is_tested_for_a_text", """
            public void Run(PluginId plugin, string? text)
            {
                PluginId? p = null;

                if (text == "1")
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_nullable_boolean_is_tested", """
            public void Run(PluginId plugin, bool? flag)
            {
                PluginId? p = null;

                if (flag == true)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("An_object_is_tested_for_a_type", """
            public void Run(PluginId plugin, object? any)
            {
                PluginId? p = null;

                if (any is string)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("An_enum_is_switched_on_without_a_default", """
            public void Run(PluginId plugin, Kind kind)
            {
                PluginId? p = null;

                switch (kind)
                {
                    case Kind.Plugin:
                        p = plugin;
                        break;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_constant_condition_is_certain", """
            public void Run(PluginId plugin)
            {
                const bool isPlugin = false;
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("A_local_that_is_always_false_is_certain", """
            public void Run(PluginId plugin)
            {
                bool isPlugin = false;
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("Two_independent_parameters_are_tested", """
            public void Run(PluginId plugin, WidgetId widget, bool a, bool b)
            {
                payments.GetPaymentsAsync(user, null, a ? plugin : null, b ? widget : null);
            }
            """) { Certain = "FPG2003" },

        new("A_captured_variable_is_null_or_not", """
            public void Run(PluginId plugin, bool isSet)
            {
                WidgetId? other = null;

                if (isSet)
                    other = someWidget;

                PluginId? p = null;

                if (other is null)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_filter_runs_for_some_inputs", """
            public void Run(PluginId plugin, bool isKnown)
            {
                PluginId? p = plugin;

                try
                {
                    throw new InvalidOperationException();
                }
                catch (InvalidOperationException) when (isKnown)
                {
                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_nullable_parameter_is_tested", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                PluginId? p = null;

                if (widget is null)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_nullable_parameter_is_tested_with_HasValue", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                PluginId? p = null;

                if (widget.HasValue)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("Two_parameters_are_combined_with_or", """
            public void Run(PluginId plugin, bool a, bool b)
            {
                PluginId? p = null;

                if (a || b)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("Two_parameters_are_combined_with_xor", """
            public void Run(PluginId plugin, bool a, bool b)
            {
                PluginId? p = null;

                if (a ^ b)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_parameter_is_copied_and_tested", """
            public void Run(PluginId plugin, bool flag)
            {
                bool copy = flag;
                PluginId? p = null;

                if (copy)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_conditional_expression_uses_a_parameter", """
            public void Run(PluginId plugin, bool flag)
            {
                payments.GetPaymentsAsync(user, null, flag ? plugin : null, null);
            }
            """) { Certain = "FPG2003" },

        new("A_switch_expression_uses_an_enum", """
            public void Run(PluginId plugin, Kind kind)
            {
                payments.GetPaymentsAsync(user, null, kind switch { Kind.Plugin => plugin, _ => null }, null);
            }
            """) { Certain = "FPG2003" },

        new("A_method_of_the_user_returns_either", """
            public void Run(PluginId plugin, WidgetId widget, bool flag)
            {
                PluginId? p = plugin;
                WidgetId? w = widget;

                if (Either(flag))
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static bool Either(bool flag) => flag;
            """) { Certain = "FPG2002" },

        new("A_method_of_the_user_decides_between_two_wrong_paths", """
            public void Run(PluginId plugin, WidgetId widget, bool flag)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (Either(flag))
                    (p, w) = (plugin, widget);

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static bool Either(bool flag) => flag;
            """) { Certain = "FPG2003" },

        new("Both_branches_of_a_user_condition_clear_the_ID", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                if (Yes())
                    p = null;
                else
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static bool Yes() => true;
            """) { Certain = "FPG2001" },

        new("A_test_that_always_holds_is_inside_a_condition_of_the_user", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                PluginId? given = plugin;

                if (Yes())
                {
                    if (given is not null)
                        p = given;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static bool Yes() => true;
            """),

        new("Related_tests_are_inside_a_condition_of_the_user", """
            public void Run(WidgetId? widget, bool flag)
            {
                PluginId? p = null;

                if (No())
                {
                    if (flag && widget is null)
                        return;

                    if (!flag || widget is null)
                        p = new("1");
                }

                payments.GetPaymentsAsync(user, null, new("1"), p is null ? null : widget);
            }

            private static bool No() => false;
            """),

        new("An_input_is_tested_inside_a_condition_of_the_user", """
            public void Run(PluginId plugin, bool flag)
            {
                PluginId? p = null;

                if (Yes())
                {
                    if (flag)
                        p = plugin;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static bool Yes() => true;
            """) { Certain = "FPG2003" },

        new("Constrained_struct_boxed_is_never_null", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Pay(1, plugin, widget);
                Pay(true, plugin, widget);
                Pay(DateTime.Now, plugin, widget);
            }

            public void Pay<T>(T value, PluginId plugin, WidgetId widget)
                where T : struct
            {
                object boxed = value;
                WidgetId? w = null;
                if (boxed is null)
                    w = widget;
                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """),

        new("Constrained_struct_equals_null", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Pay(1, plugin, widget);
                Pay(true, plugin, widget);
                Pay(Kind.File, plugin, widget);
            }

            public void Pay<T>(T value, PluginId plugin, WidgetId widget)
                where T : struct
            {
                PluginId? p = null;
                if (value is T)
                    p = plugin;
                payments.GetPaymentsAsync(user, null, p);
            }
            """),

        new("Field_struct_generic_math", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Pay(1, plugin, widget);
            }

            public void Pay<T>(T value, PluginId plugin, WidgetId widget)
                where T : struct, IComparable
            {
                IComparable comparable = value;
                payments.GetPaymentsAsync(user, null, plugin, comparable == null ? widget : null);
            }
            """),

        new("Generic_struct_as_object_coalesce", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Pay(1, plugin, widget);
            }

            public void Pay<T>(T value, PluginId plugin, WidgetId widget)
                where T : struct
            {
                WidgetId? w = null;
                if (!(value is T given))
                    w = widget;
                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """),

        new("Generic_nullable_conversion", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Pay(1, plugin, widget);
            }

            public void Pay<T>(T value, PluginId plugin, WidgetId widget)
                where T : struct
            {
                T? copy = value;
                payments.GetPaymentsAsync(user, null, plugin, copy.HasValue ? null : widget);
            }
            """),

        new("Generic_nullable_conversion_null", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Pay(1, plugin, widget);
            }

            public void Pay<T>(T value, PluginId plugin, WidgetId widget)
                where T : struct
            {
                T? copy = value;
                payments.GetPaymentsAsync(user, null, plugin, copy is null ? widget : null);
            }
            """),

        new("Generic_enum_constraint", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Pay(Kind.File, plugin, widget);
            }

            public void Pay<T>(T value, PluginId plugin, WidgetId widget)
                where T : struct, Enum
            {
                Enum boxed = value;
                payments.GetPaymentsAsync(user, null, plugin, boxed is null ? widget : null);
            }
            """),

        new("Extension_generic_struct", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                1.Pay(plugin, widget);
            }
            """)
        {
            Types = """
                public static class Extensions
                {
                    public static void Pay<T>(this T value, PluginId plugin, WidgetId widget)
                        where T : struct => payments.GetPaymentsAsync(user, null, plugin, (object)value is null ? widget : null);
                }
                """,
        },

        new("Struct_interface_generic", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                new Payer<int>().Pay(1, plugin, widget);
            }
            """)
        {
            Types = """
                public interface IPayer<T>
                    where T : struct
                {
                    void Pay(T value, PluginId plugin, WidgetId widget);
                }

                public sealed class Payer<T> : IPayer<T> where T : struct
                {
                    public void Pay(T value, PluginId plugin, WidgetId widget)
                    {
                        PluginId? p = null;
                        if (value is T)
                            p = plugin;
                        payments.GetPaymentsAsync(user, null, p);
                    }
                }
                """,
        },

        new("Generic_struct_default_comparison", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Pay<int>(1, plugin, widget);
            }

            public void Pay<T>(T value, PluginId plugin, WidgetId widget)
                where T : struct
            {
                PluginId? p = null;
                switch (value)
                {
                    case T:
                        p = plugin;
                        break;
                }

                payments.GetPaymentsAsync(user, null, p);
            }
            """),

        new("Generic_notnull_tuple", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Pay<int>((1, 2), plugin, widget);
            }

            public void Pay<T>((T A, T B) pair, PluginId plugin, WidgetId widget)
                where T : struct
            {
                PluginId? p = null;
                if (pair is ({ }, { }))
                    p = plugin;
                payments.GetPaymentsAsync(user, null, p);
            }
            """),

        new("Parameter_of_struct_class_is_of_its_type", """
            public void Run(PluginId plugin)
            {
                new Payer<int>().Pay(1, plugin);
            }
            """)
        {
            Types = """
                public sealed class Payer<T>
                    where T : struct
                {
                    public void Pay(T value, PluginId plugin)
                    {
                        PluginId? p = null;
                        if (value is T)
                            p = plugin;
                        payments.GetPaymentsAsync(user, null, p, null);
                    }
                }
                """,
        },

        new("Nullable_struct_parameter_can_be_null", """
            public void Run(bool x)
            {
                Pay<int>(null);
                Pay<int>(1);
            }

            public void Pay<T>(T? value)
                where T : struct
            {
                payments.GetPaymentsAsync(user, null, value is null ? null : somePlugin, null);
            }
            """) { Certain = "FPG2003" },
    ];
}

using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Numbers, boxes and comparisons that differ from those of mathematics.</summary>
internal static class ValueShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("A_byte_wraps_around", """
            public void Run(PluginId plugin, WidgetId widget, byte number)
            {
                byte next = number;
                next++;
                payments.GetPaymentsAsync(user, null, next == 0 ? plugin : null, next == 0 ? null : widget);
            }
            """),

        new("A_byte_at_its_maximum_wraps_to_zero", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                byte number = 255;
                number++;
                payments.GetPaymentsAsync(user, null, plugin, number == 0 ? null : widget);
            }
            """),

        new("A_byte_at_zero_wraps_to_its_maximum", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                byte number = 0;
                number--;
                payments.GetPaymentsAsync(user, null, plugin, number == 255 ? null : widget);
            }
            """),

        new("A_compound_addition_to_a_byte_wraps_around", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                byte number = 200;
                number += 100;
                payments.GetPaymentsAsync(user, null, plugin, number == 44 ? null : widget);
            }
            """),

        new("A_byte_that_does_not_wrap_is_incremented", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                byte number = 1;
                number++;
                payments.GetPaymentsAsync(user, null, plugin, number == 2 ? widget : null);
            }
            """) { Certain = "FPG2002" },

        new("An_sbyte_at_its_maximum_wraps_around", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                sbyte number = 127;
                number++;
                payments.GetPaymentsAsync(user, null, plugin, number < 0 ? null : widget);
            }
            """),

        new("A_short_at_its_maximum_wraps_around", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                short number = short.MaxValue;
                number++;
                payments.GetPaymentsAsync(user, null, plugin, number < 0 ? null : widget);
            }
            """),

        new("A_uint_at_zero_wraps_around", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                uint number = 0;
                number--;
                payments.GetPaymentsAsync(user, null, plugin, number > 0 ? null : widget);
            }
            """),

        new("A_uint_subtraction_wraps_around", """
            public void Run(PluginId plugin, WidgetId widget, uint number)
            {
                uint one = 1;
                uint difference = one - 2;
                payments.GetPaymentsAsync(user, null, plugin, difference > 1 ? null : widget);
            }
            """),

        new("A_uint_of_a_parameter_is_not_negative", """
            public void Run(PluginId plugin, WidgetId widget, uint number)
            {
                payments.GetPaymentsAsync(user, null, plugin, number >= 0 ? widget : null);
            }
            """) { Certain = "FPG2002" },

        new("An_int_at_its_maximum_wraps_around", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int number = int.MaxValue;
                number++;
                payments.GetPaymentsAsync(user, null, plugin, number < 0 ? null : widget);
            }
            """),

        new("An_int_sum_wraps_around", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int number = int.MaxValue;
                int sum = unchecked(number + 2);
                payments.GetPaymentsAsync(user, null, plugin, sum > number ? widget : null);
            }
            """),

        new("A_successor_is_not_always_greater", """
            public void Run(PluginId plugin, WidgetId widget, int number)
            {
                int next = unchecked(number + 1);
                payments.GetPaymentsAsync(user, null, next > number ? plugin : null, next <= number ? widget : null);
            }
            """),

        new("A_ulong_at_its_maximum_wraps_around", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                ulong number = ulong.MaxValue;
                number++;
                payments.GetPaymentsAsync(user, null, plugin, number == 0 ? null : widget);
            }
            """),

        new("A_char_at_its_maximum_wraps_around", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                char letter = char.MaxValue;
                letter++;
                payments.GetPaymentsAsync(user, null, plugin, letter == 0 ? null : widget);
            }
            """),

        new("A_negation_of_the_smallest_int_is_negative", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int number = int.MinValue;
                int negated = unchecked(-number);
                payments.GetPaymentsAsync(user, null, plugin, negated < 0 ? null : widget);
            }
            """),

        new("A_shift_count_is_masked", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int count = 32;
                int shifted = 1 << count;
                payments.GetPaymentsAsync(user, null, plugin, shifted == 1 ? null : widget);
            }
            """),

        new("An_int_is_narrowed_to_a_byte", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int number = 256;
                byte small = unchecked((byte)number);
                payments.GetPaymentsAsync(user, null, plugin, small == 0 ? null : widget);
            }
            """),

        new("A_parameter_is_narrowed_to_a_byte", """
            public void Run(PluginId plugin, WidgetId widget, int number)
            {
                byte small = unchecked((byte)number);

                if (number == 256)
                    payments.GetPaymentsAsync(user, null, plugin, small == 0 ? null : widget);
            }
            """),

        new("A_negative_int_is_converted_to_uint", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int number = -1;
                uint large = unchecked((uint)number);
                payments.GetPaymentsAsync(user, null, plugin, large > 0 ? null : widget);
            }
            """),

        new("A_long_is_narrowed_to_an_int", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                long number = 4294967296;
                int small = unchecked((int)number);
                payments.GetPaymentsAsync(user, null, plugin, small == 0 ? null : widget);
            }
            """),

        new("A_double_is_truncated", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                double number = 0.5;
                int whole = (int)number;
                payments.GetPaymentsAsync(user, null, plugin, whole == 0 ? null : widget);
            }
            """),

        new("An_int_is_widened_to_a_long", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int number = 256;
                long large = number;
                payments.GetPaymentsAsync(user, null, plugin, large == 256 ? widget : null);
            }
            """) { Certain = "FPG2002" },

        new("An_enum_conversion_narrows", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int number = 256;
                Small small = unchecked((Small)number);
                payments.GetPaymentsAsync(user, null, plugin, small == Small.Zero ? null : widget);
            }

            private enum Small : byte
            {
                Zero,
                One,
            }
            """),

        new("An_enum_conversion_narrows_from_a_larger_enum", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Large large = Large.Big;
                Small small = unchecked((Small)large);
                payments.GetPaymentsAsync(user, null, plugin, small == Small.Zero ? null : widget);
            }

            private enum Small : byte
            {
                Zero,
                One,
            }

            private enum Large
            {
                Zero,
                Big = 256,
            }
            """),

        new("An_enum_of_bytes_wraps_around", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Small small = Small.Last;
                small++;
                payments.GetPaymentsAsync(user, null, plugin, small == Small.Zero ? null : widget);
            }

            private enum Small : byte
            {
                Zero,
                Last = 255,
            }
            """),

        new("An_enum_parameter_is_narrowed", """
            public void Run(PluginId plugin, WidgetId widget, int number)
            {
                Small small = unchecked((Small)number);

                if (number == 256)
                    payments.GetPaymentsAsync(user, null, plugin, small == Small.Zero ? null : widget);
            }

            private enum Small : byte
            {
                Zero,
                One,
            }
            """),

        new("An_enum_is_tested_twice", """
            public void Run(PluginId plugin, WidgetId widget, Kind kind)
            {
                PluginId? p = null;
                WidgetId? w = null;

                if (kind == Kind.Plugin)
                    p = plugin;

                if (kind == Kind.Plugin)
                    w = widget;

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """) { Certain = "FPG2003" },

        new("Boxes_of_different_types_are_not_equal", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                object boxed = 1L;
                payments.GetPaymentsAsync(user, null, plugin, boxed.Equals(1) ? widget : null);
            }
            """),

        new("A_boxed_long_is_not_the_constant_one", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                object boxed = 1L;
                payments.GetPaymentsAsync(user, null, plugin, boxed is 1 ? widget : null);
            }
            """),

        new("A_boxed_byte_is_switched_on", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                object boxed = (byte)1;

                WidgetId? w = boxed switch
                {
                    1 => widget,
                    _ => null,
                };

                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """),

        new("A_boxed_int_is_the_constant_one", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                object boxed = 1;
                payments.GetPaymentsAsync(user, null, plugin, boxed is 1 ? widget : null);
            }
            """) { Certain = "FPG2002" },

        new("Boxes_are_compared_by_reference", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                object left = 1;
                object right = 1;
                payments.GetPaymentsAsync(user, null, plugin, left == right ? widget : null);
            }
            """),

        new("Boxed_booleans_are_compared_by_reference", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                object left = true;
                object right = true;
                payments.GetPaymentsAsync(user, null, plugin, left == right ? widget : null);
            }
            """),

        new("A_boxed_parameter_is_compared_by_reference_with_itself", """
            public void Run(PluginId plugin, WidgetId widget, int number)
            {
                payments.GetPaymentsAsync(user, null, plugin, (object)number == (object)number ? widget : null);
            }
            """),

        new("A_box_is_compared_by_reference_with_a_constant", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                object boxed = 1;
                payments.GetPaymentsAsync(user, null, plugin, boxed == (object)1 ? widget : null);
            }
            """),

        new("ReferenceEquals_of_a_value_with_itself_is_false", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int number = 1;
                payments.GetPaymentsAsync(user, null, plugin, ReferenceEquals(number, number) ? widget : null);
            }
            """),

        new("A_boxed_nullable_without_a_value_is_null", """
            public void Run(PluginId plugin)
            {
                int? number = null;
                object? boxed = number;
                payments.GetPaymentsAsync(user, null, boxed is null ? null : plugin, null);
            }
            """) { Certain = "FPG2001" },

        new("A_boxed_enum_is_not_the_boxed_number", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                object boxed = Kind.Plugin;
                payments.GetPaymentsAsync(user, null, plugin, boxed is 1 ? widget : null);
            }
            """),

        new("A_boxed_enum_does_not_equal_another_enum", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                object boxed = Kind.Plugin;
                payments.GetPaymentsAsync(user, null, plugin, boxed is Other.One ? widget : null);
            }

            private enum Other
            {
                Zero,
                One,
            }
            """),

        new("NaN_is_not_equal_to_itself", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                double number = double.NaN;
                payments.GetPaymentsAsync(user, null, plugin, number == double.NaN ? widget : null);
            }
            """),

        new("A_double_parameter_is_not_always_equal_to_itself", """
            public void Run(PluginId plugin, WidgetId widget, double number)
            {
                double copy = number;
                payments.GetPaymentsAsync(user, null, copy == number ? plugin : null, copy == number ? null : widget);
            }
            """),

        new("NaN_is_neither_less_nor_greater", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                double number = double.NaN;
                payments.GetPaymentsAsync(user, null, plugin, number < 1 || number >= 1 ? widget : null);
            }
            """),

        new("A_double_is_not_less_and_not_greater_or_equal", """
            public void Run(PluginId plugin, WidgetId widget, CommunityFileId file, double number)
            {
                PluginId? p = number < 1 ? plugin : null;
                WidgetId? w = number >= 1 ? widget : null;
                CommunityFileId? f = number < 1 || number >= 1 ? null : file;
                payments.GetPaymentsAsync(user, f, p, w);
            }
            """),

        new("A_negated_comparison_of_a_NaN_holds", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                double number = double.NaN;
                PluginId? p = !(number < 1) ? plugin : null;
                payments.GetPaymentsAsync(user, null, p, number >= 1 ? widget : null);
            }
            """),

        new("NaN_is_matched_by_a_constant_pattern", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                double number = double.NaN;
                payments.GetPaymentsAsync(user, null, plugin, number is double.NaN ? widget : null);
            }
            """) { Certain = "FPG2002" },

        new("A_negative_zero_equals_zero", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                double number = -0.0;
                payments.GetPaymentsAsync(user, null, plugin, number == 0.0 ? widget : null);
            }
            """) { Certain = "FPG2002" },

        new("Doubles_are_rounded", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                double sum = 0.1;
                sum += 0.2;
                payments.GetPaymentsAsync(user, null, plugin, sum == 0.3 ? widget : null);
            }
            """),

        new("A_float_loses_the_digits_of_an_int", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int number = 16777217;
                float rounded = number;
                payments.GetPaymentsAsync(user, null, plugin, rounded == 16777216f ? null : widget);
            }
            """),

        new("A_user_conversion_inside_a_tuple_conversion_returns_null", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                (Source, int) source = (new Source(), 1);
                (WidgetId?, int) target = source;
                payments.GetPaymentsAsync(user, null, plugin, target.Item1);
            }

            private readonly struct Source
            {
                public static implicit operator WidgetId?(Source source) => null;
            }
            """),

        new("A_user_conversion_inside_a_tuple_literal_returns_a_value", """
            public void Run(PluginId plugin)
            {
                (PluginId?, int) target = (new Source(), 1);
                payments.GetPaymentsAsync(user, null, target.Item1, null);
            }

            private readonly struct Source
            {
                public static implicit operator PluginId?(Source source) => somePlugin;
            }
            """),

        new("A_user_conversion_inside_a_tuple_conversion_maps_null_to_a_value", """
            public void Run(PluginId plugin)
            {
                (Source?, int) source = (null, 1);
                (PluginId?, int) target = source;
                payments.GetPaymentsAsync(user, null, target.Item1, null);
            }

            private sealed class Source
            {
                public static implicit operator PluginId?(Source? source) => source is null ? somePlugin : null;
            }
            """),

        new("A_user_conversion_inside_a_deconstruction_returns_null", """
            public void Run(PluginId plugin)
            {
                (WidgetId? w, int n) = (new Source(), 1);
                payments.GetPaymentsAsync(user, null, plugin, w);
            }

            private readonly struct Source
            {
                public static implicit operator WidgetId?(Source source) => null;
            }
            """),

        new("A_tuple_conversion_to_nullable_elements_keeps_values", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                (PluginId, WidgetId) source = (plugin, widget);
                (PluginId? P, WidgetId? W) target = source;
                payments.GetPaymentsAsync(user, null, target.P, target.W);
            }
            """) { Certain = "FPG2002" },

        new("An_array_is_converted_to_an_empty_span_of_null", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int[]? array = null;
                ReadOnlySpan<int> span = array;
                payments.GetPaymentsAsync(user, null, plugin, span == null ? null : widget);
            }
            """),

        new("A_span_of_an_array_is_compared_with_a_default_span", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int[] array = [];
                Span<int> span = array;
                payments.GetPaymentsAsync(user, null, span == default ? plugin : null, span == default ? null : widget);
            }
            """),

        new("A_null_string_is_converted_to_a_span", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                string? text = null;
                ReadOnlySpan<char> span = text;
                payments.GetPaymentsAsync(user, null, plugin, span is "" ? null : widget);
            }
            """),

        new("A_user_equality_says_false_for_the_same_value", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Odd odd = new();
                payments.GetPaymentsAsync(user, null, plugin, odd == odd ? widget : null);
            }

            #pragma warning disable CS0660, CS0661, CS1718
            private sealed class Odd
            {
                public static bool operator ==(Odd? left, Odd? right) => false;

                public static bool operator !=(Odd? left, Odd? right) => false;
            }
            #pragma warning restore CS0660, CS0661
            """),

        new("A_user_equality_says_that_an_object_is_null", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Odd odd = new();
                payments.GetPaymentsAsync(user, null, plugin, odd == null ? null : widget);
            }

            #pragma warning disable CS0660, CS0661
            private sealed class Odd
            {
                public static bool operator ==(Odd? left, Odd? right) => true;

                public static bool operator !=(Odd? left, Odd? right) => false;
            }
            #pragma warning restore CS0660, CS0661
            """),

        new("A_lifted_comparison_with_null_is_false", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int? number = null;
                payments.GetPaymentsAsync(user, null, plugin, number < 1 || number >= 1 ? widget : null);
            }
            """),

        new("A_lifted_negation_of_null_is_not_true", """
            public void Run(PluginId plugin, WidgetId widget, bool? flag)
            {
                PluginId? p = flag == true ? plugin : null;
                WidgetId? w = !flag == true ? widget : null;
                payments.GetPaymentsAsync(user, flag is null ? someFile : null, p, w);
            }
            """),

        new("A_boolean_is_made_of_the_byte_two", """
            public unsafe void Run(PluginId plugin, WidgetId widget)
            {
                byte raw = 2;
                bool flag = *(bool*)&raw;
                payments.GetPaymentsAsync(user, null, plugin, flag == true ? null : flag ? null : widget);
            }
            """),

        new("A_string_equals_another_with_the_same_text", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                string text = "a";
                payments.GetPaymentsAsync(user, null, plugin, text == "a" ? widget : null);
            }
            """) { Certain = "FPG2002" },

        new("A_sum_of_constants_is_known", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int count = 1;
                count += 1;
                payments.GetPaymentsAsync(user, null, plugin, count == 2 ? widget : null);
            }
            """) { Certain = "FPG2002" },

        new("A_byte_is_compared_with_its_own_value", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                byte number = 200;
                payments.GetPaymentsAsync(user, null, plugin, number == 200 ? widget : null);
            }
            """) { Certain = "FPG2002" },

        new("An_int_is_incremented_below_its_maximum", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int number = 5;
                number++;
                payments.GetPaymentsAsync(user, null, plugin, number > 5 ? widget : null);
            }
            """) { Certain = "FPG2002" },

        new("A_number_is_outside_of_two_ranges", """
            public void Run(PluginId plugin, WidgetId widget, int number)
            {
                payments.GetPaymentsAsync(user, null, number < 1 ? plugin : null, number > 1 ? widget : null);
            }
            """) { Certain = "FPG2003" },

        new("Two_ranges_of_a_number_overlap", """
            public void Run(PluginId plugin, WidgetId widget, int number)
            {
                payments.GetPaymentsAsync(user, null, number < 2 ? plugin : null, number > 0 ? widget : null);
            }
            """) { Certain = "FPG2003" },

        new("An_enum_constant_is_compared", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Kind kind = Kind.Plugin;
                payments.GetPaymentsAsync(user, null, plugin, kind == Kind.Plugin ? widget : null);
            }
            """) { Certain = "FPG2002" },

        new("An_enum_is_converted_to_its_number", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Kind kind = Kind.Plugin;
                payments.GetPaymentsAsync(user, null, plugin, (int)kind == 1 ? widget : null);
            }
            """) { Certain = "FPG2002" },

        new("A_boxed_string_is_the_constant_text", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                object boxed = "a";
                payments.GetPaymentsAsync(user, null, plugin, boxed is "a" ? widget : null);
            }
            """) { Certain = "FPG2002" },

        new("A_nullable_number_without_a_value_is_compared", """
            public void Run(PluginId plugin)
            {
                int? number = null;
                payments.GetPaymentsAsync(user, null, number == 1 ? plugin : null, null);
            }
            """) { Certain = "FPG2001" },

        new("A_tuple_of_nulls_is_converted_to_object_and_back", """
            public void Run()
            {
                PluginId? p = null;
                object? boxed = p;
                payments.GetPaymentsAsync(user, null, (PluginId?)boxed, null);
            }
            """) { Certain = "FPG2001" },

        new("A_double_constant_is_compared", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                double number = 1.5;
                payments.GetPaymentsAsync(user, null, plugin, number == 1.5 ? widget : null);
            }
            """) { Certain = "FPG2002" },

        new("A_double_parameter_is_tested_twice", """
            public void Run(PluginId plugin, WidgetId widget, double number)
            {
                payments.GetPaymentsAsync(user, null, number < 1 ? plugin : null, number >= 1 ? widget : null);
            }
            """) { Certain = "FPG2003" },

        new("A_null_object_is_compared_by_reference", """
            public void Run(PluginId plugin)
            {
                object? any = null;
                payments.GetPaymentsAsync(user, null, ReferenceEquals(any, null) ? null : plugin, null);
            }
            """) { Certain = "FPG2001" },

        new("A_byte_is_never_above_its_range", """
            public void Run(PluginId plugin, WidgetId widget, byte number)
            {
                payments.GetPaymentsAsync(user, null, number > 255 ? plugin : null, number <= 255 ? widget : null);
            }
            """),

        new("Three_ranges_cover_all_numbers", """
            public void Run(PluginId plugin, WidgetId widget, int number)
            {
                PluginId? p = number < 1 ? plugin : null;
                WidgetId? w = number == 1 ? widget : null;
                payments.GetPaymentsAsync(user, number is > 1 ? someFile : null, p, w);
            }
            """),

        new("A_nullable_number_is_in_no_range", """
            public void Run(PluginId plugin, WidgetId widget, int? number)
            {
                payments.GetPaymentsAsync(user, null, number < 1 || number >= 1 ? plugin : null, number is null ? widget : null);
            }
            """),

        new("A_number_is_narrowed_and_compared", """
            public void Run(PluginId plugin, WidgetId widget, int number)
            {
                byte narrow = unchecked((byte)number);
                payments.GetPaymentsAsync(user, null, number > 300 && narrow < 100 ? plugin : null, number > 300 && narrow < 100 ? null : widget);
            }
            """),

        new("A_byte_wraps_to_zero", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                byte number = 255;
                number++;
                payments.GetPaymentsAsync(user, null, number == 0 ? plugin : null, number == 256 ? widget : null);
            }
            """),

        new("A_nullable_number_is_outside_of_its_ranges", """
            public void Run(PluginId plugin, WidgetId widget, int? number)
            {
                payments.GetPaymentsAsync(user, null, number < 1 ? plugin : null, number >= 1 ? widget : null);
            }
            """) { Certain = "FPG2003" },

        new("A_bit_of_a_number_that_the_path_decided_is_tested", """
            public void Run(bool b, PluginId plugin)
            {
                PluginId? p = b ? plugin : null;
                int n = 1;

                if (b)
                    n = 2;

                if ((n & 1) == 1)
                    return;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_product_of_a_number_that_the_path_decided_is_tested", """
            public void Run(bool b, PluginId plugin)
            {
                PluginId? p = b ? plugin : null;
                int n = b ? 2 : 1;

                if (n * 2 == 2)
                    return;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_double_that_the_path_decided_is_compared", """
            public void Run(bool b, PluginId plugin)
            {
                PluginId? p = b ? plugin : null;
                double d = b ? 1.5 : 0.5;

                if (d < 1)
                    return;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_decimal_that_the_path_decided_is_compared", """
            public void Run(bool b, PluginId plugin)
            {
                PluginId? p = b ? plugin : null;
                decimal d = 0;

                if (b)
                    d = 5;

                if (d <= 0)
                    return;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("The_type_of_an_object_that_the_path_decided_is_tested", """
            public void Run(bool b, PluginId plugin)
            {
                PluginId? p = b ? plugin : null;
                object o = 1;

                if (b)
                    o = "text";

                if (o is int)
                    return;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_text_that_the_path_decided_is_composed", """
            public void Run(bool b, PluginId plugin)
            {
                PluginId? p = b ? plugin : null;
                string s = b ? "x" : "y";

                if ("t" + s == "ty")
                    return;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_delegate_that_the_path_decided_is_called", """
            public void Run(bool b, PluginId plugin)
            {
                PluginId? p = b ? plugin : null;
                System.Func<bool> isOff = b ? () => false : () => true;

                if (isOff())
                    return;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_field_gets_what_the_path_decided", """
            private int _n;

            public void Run(bool b, PluginId plugin)
            {
                PluginId? p = b ? plugin : null;
                _n = b ? 1 : 0;

                if (_n == 0)
                    return;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_property_gets_what_the_path_decided", """
            private bool On { get; set; }

            public void Run(bool b, PluginId plugin)
            {
                PluginId? p = b ? plugin : null;
                On = b && true;

                if (!On)
                    return;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("An_element_gets_what_the_path_decided", """
            public void Run(bool b, PluginId plugin)
            {
                PluginId? p = b ? plugin : null;
                int[] all = [b ? 1 : 0];

                if (all[0] == 0)
                    return;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_deconstruction_writes_a_field_that_the_path_decided", """
            private int _n;

            public void Run(bool b, PluginId plugin)
            {
                PluginId? p = b ? plugin : null;
                (_n, _) = (b ? 1 : 0, 2);

                if (_n == 0)
                    return;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_number_at_its_minimum_is_incremented", """
            public void Run(PluginId plugin)
            {
                long number = long.MinValue;
                number++;
                payments.GetPaymentsAsync(user, null, number == 0 ? plugin : null, number == 0 ? null : new WidgetId("1"));
            }
            """),

        new("A_member_of_null_is_assigned", """
            public void Run(bool b, PluginId plugin)
            {
                Box? box = b ? new Box() : null;
                PluginId? p = box is null ? null : plugin;

                try
                {
                    box.X = 1;
                    payments.GetPaymentsAsync(user, null, p, null);
                }
                catch (System.NullReferenceException)
                {
                }
            }

            private sealed class Box
            {
                public int X;
            }
            """),

        new("A_constructor_that_is_not_declared_throws", """
            public void Run(bool b, PluginId plugin)
            {
                PluginId? p = null;

                try
                {
                    if (b)
                        p = plugin;
                    else
                        _ = new Broken();

                    payments.GetPaymentsAsync(user, null, p, null);
                }
                catch (System.FormatException)
                {
                }
            }

            private sealed class Broken
            {
                public int X = int.Parse("x");
            }
            """),
    ];
}

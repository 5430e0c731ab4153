using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Operations that throw between two assignments.</summary>
internal static class ExceptionShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("A_user_Deconstruct_throws", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                try
                {
                    (int first, int second) = new Pair();
                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Pair
            {
                public void Deconstruct(out int first, out int second) => throw new InvalidOperationException();
            }
            """),

        new("A_user_Deconstruct_throws_in_a_pattern", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                try
                {
                    bool isPair = new Pair() is (1, 2);
                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Pair
            {
                public void Deconstruct(out int first, out int second) => throw new InvalidOperationException();
            }
            """),

        new("A_user_Deconstruct_throws_in_a_switch", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                try
                {
                    switch (new Pair())
                    {
                        case (1, 2):
                            break;
                    }
                }
                catch (InvalidOperationException)
                {
                    p = plugin;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Pair
            {
                public void Deconstruct(out int first, out int second) => throw new InvalidOperationException();
            }
            """),

        new("A_user_Deconstruct_throws_in_a_loop", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Pair[] pairs = [new()];

                try
                {
                    foreach ((int first, int second) in pairs)
                    {
                    }
                }
                catch (InvalidOperationException)
                {
                    p = plugin;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Pair
            {
                public void Deconstruct(out int first, out int second) => throw new InvalidOperationException();
            }
            """),

        new("A_Deconstruct_of_a_tuple_does_not_throw", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                int first;
                int second;

                try
                {
                    (first, second) = (1, 2);
                    p = null;
                }
                finally
                {
                    first = 0;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("ToString_of_an_object_throws_in_a_concatenation", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Thrower thrower = new();

                try
                {
                    string text = "a" + thrower;
                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Thrower
            {
                public override string ToString() => throw new InvalidOperationException();
            }
            """),

        new("ToString_of_an_object_throws_in_a_compound_concatenation", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Thrower thrower = new();
                string text = "a";

                try
                {
                    text += thrower;
                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Thrower
            {
                public override string ToString() => throw new InvalidOperationException();
            }
            """),

        new("ToString_of_an_object_throws_in_an_interpolation", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Thrower thrower = new();

                try
                {
                    string text = $"a{thrower}";
                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Thrower
            {
                public override string ToString() => throw new InvalidOperationException();
            }
            """),

        new("A_concatenation_runs_before_the_catch_sets_the_ID", """
            public void Run(PluginId plugin, object any)
            {
                PluginId? p = null;
                Thrower thrower = new();

                try
                {
                    string text = "a" + thrower;
                }
                catch (InvalidOperationException)
                {
                    p = plugin;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Thrower
            {
                public override string ToString() => throw new InvalidOperationException();
            }
            """),

        new("A_concatenation_of_strings_does_not_reach_the_catch", """
            public void Run(PluginId plugin, string text)
            {
                PluginId? p = plugin;

                try
                {
                    p = null;
                    text += "a";
                }
                catch (InvalidOperationException)
                {
                    p = null;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("The_enumeration_of_a_spread_throws", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                try
                {
                    int[] all = [.. Numbers()];
                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static IEnumerable<int> Numbers()
            {
                yield return 1;
                throw new InvalidOperationException();
            }
            """),

        new("The_enumeration_of_a_spread_local_throws", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                IEnumerable<int> numbers = Numbers();

                try
                {
                    int[] all = [.. numbers];
                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static IEnumerable<int> Numbers()
            {
                yield return 1;
                throw new InvalidOperationException();
            }
            """),

        new("The_Add_of_a_collection_expression_throws", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                try
                {
                    Bag bag = [1];
                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Bag : IEnumerable<int>
            {
                public void Add(int value) => throw new InvalidOperationException();

                public IEnumerator<int> GetEnumerator() => throw new InvalidOperationException();

                IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
            }
            """),

        new("A_dynamic_operation_throws", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                dynamic value = "text";

                try
                {
                    int number = value;
                    p = null;
                }
                catch (Exception)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_dynamic_addition_throws", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                dynamic value = new object();

                try
                {
                    dynamic sum = value + 1;
                    p = null;
                }
                catch (Exception)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_dynamic_condition_throws", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                dynamic value = "text";

                try
                {
                    if (value)
                    {
                    }
                }
                catch (Exception)
                {
                    p = plugin;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_decimal_addition_overflows", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                decimal number = decimal.MaxValue;

                try
                {
                    decimal sum = number + 1m;
                    p = null;
                }
                catch (OverflowException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_decimal_multiplication_overflows", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                decimal number = decimal.MaxValue;

                try
                {
                    number *= 2m;
                    p = null;
                }
                catch (OverflowException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_decimal_increment_overflows", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                decimal number = decimal.MaxValue;

                try
                {
                    number++;
                    p = null;
                }
                catch (OverflowException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_double_converted_to_decimal_overflows", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                double number = double.MaxValue;

                try
                {
                    decimal converted = (decimal)number;
                    p = null;
                }
                catch (OverflowException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_static_initializer_throws_at_a_field", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                try
                {
                    int value = Broken.Value;
                    p = null;
                }
                catch (TypeInitializationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static class Broken
            {
                public static readonly int Value = Find();

                static Broken()
                {
                }

                private static int Find() => throw new InvalidOperationException();
            }
            """),

        new("A_static_initializer_throws_at_an_assignment", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                try
                {
                    Broken.Value = 1;
                    p = null;
                }
                catch (TypeInitializationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static class Broken
            {
                public static int Value;

                static Broken() => throw new InvalidOperationException();
            }
            """),

        new("A_method_group_of_null_throws", """
            private readonly Target? _target;

            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Target target = _target!;

                try
                {
                    Action action = target.Act;
                    p = null;
                }
                catch (Exception)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Target
            {
                public void Act() => GC.KeepAlive(this);
            }
            """),

        new("A_delegate_of_a_null_delegate_throws", """
            private readonly Action? _action;

            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Action source = _action!;

                try
                {
                    Action action = new(source);
                    p = null;
                }
                catch (Exception)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_throw_of_null_is_caught_as_NullReferenceException", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                InvalidOperationException? exception = null;

                try
                {
                    throw exception!;
                }
                catch (InvalidOperationException)
                {
                }
                catch (NullReferenceException)
                {
                    p = plugin;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_throw_of_a_null_literal_is_caught", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                try
                {
                    throw null!;
                }
                catch (NullReferenceException)
                {
                    p = plugin;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("The_call_in_a_filter_runs_before_an_inner_finally", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                try
                {
                    try
                    {
                        throw new InvalidOperationException();
                    }
                    finally
                    {
                        p = null;
                    }
                }
                catch (InvalidOperationException) when (payments.GetPaymentsAsync(user, null, p, null) is not null)
                {
                }
            }
            """),

        new("A_filter_sees_the_flag_before_an_inner_finally_clears_it", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                bool isOpen = true;

                try
                {
                    try
                    {
                        throw new InvalidOperationException();
                    }
                    finally
                    {
                        isOpen = false;
                    }
                }
                catch (InvalidOperationException) when (isOpen)
                {
                    p = plugin;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_handler_runs_after_an_inner_finally", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                try
                {
                    try
                    {
                        throw new InvalidOperationException();
                    }
                    finally
                    {
                        p = null;
                    }
                }
                catch (InvalidOperationException)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }
            """) { Certain = "FPG2001" },

        new("A_filter_that_throws_does_not_hold", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                try
                {
                    try
                    {
                        throw new InvalidOperationException();
                    }
                    catch (InvalidOperationException) when (Fails())
                    {
                        p = null;
                    }
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static bool Fails() => throw new NotSupportedException();
            """),

        new("A_filter_writes_and_does_not_hold", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                try
                {
                    throw new InvalidOperationException();
                }
                catch (InvalidOperationException) when ((p = plugin) is null)
                {
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("An_exception_type_is_a_type_parameter", """
            public void Run(PluginId plugin)
            {
                Call<ArgumentException>(plugin);
                Call<InvalidOperationException>(plugin);
            }

            private static void Call<TException>(PluginId plugin)
                where TException : Exception
            {
                PluginId? p = plugin;

                try
                {
                    throw new InvalidOperationException();
                }
                catch (TException)
                {
                    p = null;
                }
                catch (Exception)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_type_parameter_is_the_type_that_is_thrown", """
            public void Run(PluginId plugin)
            {
                Call<ArgumentException>(plugin);
                Call<InvalidOperationException>(plugin);
            }

            private static void Call<TException>(PluginId plugin)
                where TException : Exception
            {
                PluginId? p = null;

                try
                {
                    throw new InvalidOperationException();
                }
                catch (TException)
                {
                    p = plugin;
                }
                catch (Exception)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_type_parameter_is_thrown_and_a_derived_type_is_caught", """
            public void Run(PluginId plugin)
            {
                Call<ArgumentNullException>(plugin);
                Call<InvalidOperationException>(plugin);
            }

            private static void Call<TException>(PluginId plugin)
                where TException : Exception, new()
            {
                PluginId? p = null;

                try
                {
                    throw new TException();
                }
                catch (ArgumentException)
                {
                    p = plugin;
                }
                catch (Exception)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_declared_exception_is_of_a_derived_type", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Exception exception = Create();

                try
                {
                    throw exception;
                }
                catch (ArgumentException)
                {
                    p = plugin;
                }
                catch (Exception)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static Exception Create() => new ArgumentNullException();
            """),

        new("The_exception_of_a_known_type_is_caught_by_its_base", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                try
                {
                    throw new ArgumentNullException();
                }
                catch (ArgumentException)
                {
                    p = null;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("An_integer_division_throws", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                int zero = 0;

                try
                {
                    int quotient = 1 / zero;
                    p = null;
                }
                catch (DivideByZeroException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_remainder_of_the_smallest_integer_overflows", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                int smallest = int.MinValue;

                try
                {
                    int rest = smallest % -1;
                    p = null;
                }
                catch (OverflowException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_checked_addition_overflows", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                int number = int.MaxValue;

                try
                {
                    number = checked(number + 1);
                    p = null;
                }
                catch (OverflowException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_checked_conversion_overflows", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                int number = 256;

                try
                {
                    byte small = checked((byte)number);
                    p = null;
                }
                catch (OverflowException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_checked_negation_overflows", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                int number = int.MinValue;

                try
                {
                    number = checked(-number);
                    p = null;
                }
                catch (OverflowException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_checked_increment_overflows", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                byte number = byte.MaxValue;

                try
                {
                    checked
                    {
                        number++;
                    }

                    p = null;
                }
                catch (OverflowException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("An_array_of_a_negative_length_throws", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                int length = -1;

                try
                {
                    int[] array = new int[length];
                    p = null;
                }
                catch (OverflowException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("An_element_of_a_covariant_array_is_assigned", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                object[] array = new string[1];

                try
                {
                    array[0] = new object();
                    p = null;
                }
                catch (ArrayTypeMismatchException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_reference_to_an_element_of_a_covariant_array_throws", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                object[] array = new string[1];

                try
                {
                    ref object element = ref array[0];
                    p = null;
                }
                catch (ArrayTypeMismatchException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("An_unboxing_to_another_type_throws", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                object boxed = 1L;

                try
                {
                    int number = (int)boxed;
                    p = null;
                }
                catch (InvalidCastException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_lock_on_null_throws", """
            private readonly object? _gate;

            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                object gate = _gate!;

                try
                {
                    lock (gate)
                        p = null;
                }
                catch (ArgumentNullException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_switch_expression_without_a_match_throws", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                int number = 3;

                try
                {
            #pragma warning disable CS8509
                    int mapped = number switch { 1 => 2, 2 => 1 };
            #pragma warning restore CS8509
                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_user_conversion_throws", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Thrower thrower = new();

                try
                {
                    int number = thrower;
                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private readonly struct Thrower
            {
                public static implicit operator int(Thrower thrower) => throw new InvalidOperationException();
            }
            """),

        new("A_user_operator_throws", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Thrower thrower = new();

                try
                {
                    bool isEqual = thrower == thrower;
                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            #pragma warning disable CS0660, CS0661
            private readonly struct Thrower
            {
                public static bool operator ==(Thrower left, Thrower right) => throw new InvalidOperationException();

                public static bool operator !=(Thrower left, Thrower right) => throw new InvalidOperationException();
            }
            #pragma warning restore CS0660, CS0661
            """),

        new("A_property_in_a_pattern_throws", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Thrower thrower = new();

                try
                {
                    bool isMatch = thrower is { Value: 1 };
                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Thrower
            {
                public int Value => throw new InvalidOperationException();
            }
            """),

        new("A_Dispose_throws_after_an_assignment", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                try
                {
                    using (new Thrower())
                    {
                    }

                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Thrower : IDisposable
            {
                public void Dispose() => throw new InvalidOperationException();
            }
            """),

        new("A_default_struct_constructor_throws", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                try
                {
                    Thrower thrower = new();
                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private readonly struct Thrower
            {
                public Thrower() => throw new InvalidOperationException();
            }
            """),

        new("A_throw_statement_is_caught_and_sets_nothing", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                try
                {
                    throw new InvalidOperationException();
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("An_exception_before_the_second_assignment_is_evident", """
            public void Run(PluginId plugin, bool fails)
            {
                PluginId? p = null;

                try
                {
                    if (fails)
                        throw new InvalidOperationException();

                    p = plugin;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_finally_clears_the_ID", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                try
                {
                    GC.KeepAlive(this);
                }
                finally
                {
                    p = null;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("A_handler_clears_what_the_body_set", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                try
                {
                    p = plugin;
                    throw new InvalidOperationException();
                }
                catch (InvalidOperationException)
                {
                    p = null;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("A_handler_sets_a_second_ID", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = plugin;
                WidgetId? w = null;

                try
                {
                    throw new InvalidOperationException();
                }
                catch (InvalidOperationException)
                {
                    w = widget;
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """) { Certain = "FPG2002" },

        new("The_call_in_a_finally_has_no_ID", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                try
                {
                    p = null;
                }
                finally
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }
            """) { Certain = "FPG2001" },

        new("Both_the_body_and_the_handler_clear_the_ID", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                try
                {
                    GC.KeepAlive(this);
                    p = null;
                }
                catch (InvalidOperationException)
                {
                    p = null;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("A_concatenation_that_throws_leaves_both_IDs", """
            public void Run(PluginId plugin, WidgetId widget, object any)
            {
                PluginId? p = plugin;
                WidgetId? w = widget;

                try
                {
                    string text = "a" + any;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """) { Certain = "FPG2002" },

        new("A_Deconstruct_that_throws_leaves_no_ID", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                try
                {
                    (int first, int second) = new Pair();
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Pair
            {
                public void Deconstruct(out int first, out int second) => throw new InvalidOperationException();
            }
            """) { Certain = "FPG2001" },

        new("A_filter_that_may_not_hold_leaves_no_ID", """
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
                    p = null;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("A_throw_in_one_branch_leaves_the_other", """
            public void Run(PluginId? plugin)
            {
                PluginId? p = plugin;

                if (p is not null)
                    throw new InvalidOperationException();

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("A_throw_expression_ends_the_other_value", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                WidgetId? w = widget ?? throw new InvalidOperationException();
                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """) { Certain = "FPG2002" },

        new("A_using_block_clears_the_ID", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;

                using (new System.IO.MemoryStream())
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("A_handler_that_swallows_leaves_the_first_of_two_values", """
            public void Run(PluginId plugin, int number)
            {
                PluginId? p = null;

                try
                {
                    if (number == 0)
                        throw new DivideByZeroException();

                    p = plugin;
                }
                catch (DivideByZeroException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_static_initializer_throws_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = Broken.Value;

                payments.GetPaymentsAsync(user, null, p, null);
            }


            private static class Broken
            {
                public static int Value = int.Parse("x");

                public static string? Text;

                public static bool IsReady { get; } = true;
            }
            """),

        new("A_static_initializer_throws_at_a_property_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = Broken.IsReady;

                payments.GetPaymentsAsync(user, null, p, null);
            }


            private static class Broken
            {
                public static int Value = int.Parse("x");

                public static string? Text;

                public static bool IsReady { get; } = true;
            }
            """),

        new("A_static_initializer_throws_in_a_condition_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = Broken.IsReady && isPlugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }


            private static class Broken
            {
                public static int Value = int.Parse("x");

                public static string? Text;

                public static bool IsReady { get; } = true;
            }
            """),

        new("A_static_initializer_throws_at_an_assignment_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    Broken.Value = 1;

                payments.GetPaymentsAsync(user, null, p, null);
            }


            private static class Broken
            {
                public static int Value = int.Parse("x");

                public static string? Text;

                public static bool IsReady { get; } = true;
            }
            """),

        new("A_static_initializer_throws_at_a_compound_assignment_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    Broken.Value += 1;

                payments.GetPaymentsAsync(user, null, p, null);
            }


            private static class Broken
            {
                public static int Value = int.Parse("x");

                public static string? Text;

                public static bool IsReady { get; } = true;
            }
            """),

        new("A_static_initializer_throws_at_a_deconstruction_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    (Broken.Value, _) = (1, 2);

                payments.GetPaymentsAsync(user, null, p, null);
            }


            private static class Broken
            {
                public static int Value = int.Parse("x");

                public static string? Text;

                public static bool IsReady { get; } = true;
            }
            """),

        new("A_static_constructor_throws_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = Broken.Value;

                payments.GetPaymentsAsync(user, null, p, null);
            }


            private static class Broken
            {
                public static int Value;

                static Broken() => throw new InvalidOperationException();
            }
            """),

        new("A_static_field_with_a_constant_is_read_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = Plain.Value;

                payments.GetPaymentsAsync(user, null, p, null);
            }


            private static class Plain
            {
                public static readonly object Gate = new();

                public static int Value = 1;

                public static bool IsReady { get; } = true;
            }
            """) { Certain = "FPG2003" },

        new("A_static_property_with_a_constant_is_read_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = Plain.IsReady;

                payments.GetPaymentsAsync(user, null, p, null);
            }


            private static class Plain
            {
                public static readonly object Gate = new();

                public static int Value = 1;

                public static bool IsReady { get; } = true;
            }
            """) { Certain = "FPG2003" },

        new("A_static_field_of_another_assembly_is_read_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = TimeSpan.Zero;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_constructor_rejects_a_constant_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = new Uri("x");

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_constructor_of_a_struct_rejects_a_constant_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = new Guid("x");

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_static_initializer_rejects_a_constant_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = Settings.Address;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static class Settings
            {
                public static Uri Address = new("x");
            }
            """),

        new("A_struct_is_created_without_arguments_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = new DateTime();

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("An_ID_is_created_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    _ = new PluginId("1");

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_static_initializer_that_can_throw_runs_on_every_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;

                _ = Settings.Value;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static class Settings
            {
                public static int Value = int.Parse("1");
            }
            """) { Certain = "FPG2003" },

        new("A_null_task_is_awaited", """
            public async Task Run(PluginId plugin, Task? task)
            {
                PluginId? p = plugin;

                if (task is null)
                    p = null;

                await task!;
                _ = payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_task_that_is_null_on_one_path_is_awaited", """
            public async Task Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = plugin;
                Task? task = Task.CompletedTask;

                if (!isPlugin)
                    (p, task) = (null, null);

                await task!;
                _ = payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_task_is_awaited_on_every_path", """
            public async Task Run(PluginId plugin, bool isPlugin, Task task)
            {
                PluginId? p = isPlugin ? plugin : null;
                await task;
                _ = payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("A_lock_on_null_throws_after_its_test", """
            public void Run(PluginId plugin, object? gate)
            {
                PluginId? p = plugin;

                if (gate is null)
                    p = null;

                lock (gate!)
                {
                }
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_loop_over_null_throws", """
            public void Run(PluginId plugin, string? text)
            {
                PluginId? p = plugin;

                if (text is null)
                    p = null;

                foreach (char _ in text!)
                {
                }
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_delegate_that_is_null_is_invoked", """
            public void Run(PluginId plugin, Action? action)
            {
                PluginId? p = plugin;

                if (action is null)
                    p = null;

                action!();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_delegate_throws_that_the_path_selects", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;

                Action action = isPlugin ? () => { } : () => throw new InvalidOperationException();
                action();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_delegate_throws_that_a_path_assigns", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                Action action = () => { };

                if (isPlugin)
                    p = plugin;
                else
                    action = () => throw new InvalidOperationException();

                action();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_delegate_throws_that_a_switch_selects", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                Action action = isPlugin switch { true => () => { }, false => () => throw new InvalidOperationException() };
                Action copy = action;
                copy.Invoke();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_delegate_throws_that_a_ref_parameter_gets", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                Action action = () => { };
                Choose(plugin, isPlugin, ref action);
            }

            private static void Choose(PluginId plugin, bool isPlugin, ref Action action)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;
                else
                    action = () => throw new InvalidOperationException();

                action();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_delegate_is_invoked_on_every_path", """
            public void Run(PluginId plugin, bool isPlugin, Action action)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;

                action();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("An_object_is_created_and_used_on_every_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                List<int> list = new();
                list.Add(1);
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2003" },

        new("An_element_of_a_tuple_in_an_object_that_is_null_is_assigned", """
            public void Run(PluginId plugin, bool hasHolder) => Assign(plugin, hasHolder ? new Holder() : null);

            private static void Assign(PluginId plugin, Holder? holder)
            {
                PluginId? p = holder is null ? null : plugin;
                holder!.Pair.A = 1;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Holder
            {
                public (int A, int B) Pair;
            }
            """),

        new("A_field_of_a_struct_in_an_object_that_is_null_is_assigned", """
            public void Run(PluginId plugin, bool hasHolder) => Assign(plugin, hasHolder ? new Holder() : null);

            private static void Assign(PluginId plugin, Holder? holder)
            {
                PluginId? p = holder is null ? null : plugin;
                holder!.Outer.Inner.X = 1;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Holder
            {
                public Outer Outer;
            }

            private struct Outer
            {
                public Inner Inner;
            }

            private struct Inner
            {
                public int X;
            }
            """),
    ];
}

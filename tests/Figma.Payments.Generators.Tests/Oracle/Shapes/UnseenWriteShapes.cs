using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Writes to a variable that do not name it on the left of an assignment.</summary>
internal static class UnseenWriteShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("An_element_of_a_nested_tuple_is_assigned", """
            public void Run(PluginId plugin)
            {
                (int Id, (PluginId? P, WidgetId? W) A) t = (1, (null, null));
                t.A.P = plugin;
                payments.GetPaymentsAsync(user, null, t.A.P, t.A.W);
            }
            """),

        new("An_element_of_a_nested_tuple_is_cleared", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                (int Id, (PluginId? P, WidgetId? W) A) t = (1, (plugin, widget));
                t.A.W = null;
                payments.GetPaymentsAsync(user, null, t.A.P, t.A.W);
            }
            """),

        new("A_nested_tuple_is_replaced_as_a_whole", """
            public void Run(PluginId plugin)
            {
                (int Id, (PluginId? P, WidgetId? W) A) t = (1, (null, null));
                t.A = (plugin, null);
                payments.GetPaymentsAsync(user, null, t.A.P, t.A.W);
            }
            """),

        new("A_nested_tuple_of_nulls_is_not_written", """
            public void Run()
            {
                (int Id, (PluginId? P, WidgetId? W) A) t = (1, (null, null));
                payments.GetPaymentsAsync(user, null, t.A.P, t.A.W);
            }
            """) { Certain = "FPG2001" },

        new("A_tuple_of_nulls_is_not_written", """
            public void Run()
            {
                (PluginId? P, WidgetId? W) t = (null, null);
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }
            """) { Certain = "FPG2001" },

        new("A_default_tuple_has_no_IDs", """
            public void Run()
            {
                (PluginId? P, WidgetId? W) t = default;
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }
            """) { Certain = "FPG2001" },

        new("An_element_of_a_tuple_is_assigned", """
            public void Run(PluginId plugin)
            {
                (PluginId? P, WidgetId? W) t = (null, null);
                t.P = plugin;
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }
            """),

        new("An_element_of_a_tuple_is_assigned_by_its_position", """
            public void Run(PluginId plugin)
            {
                (PluginId? P, WidgetId? W) t = (null, null);
                t.Item1 = plugin;
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }
            """),

        new("The_rest_of_a_long_tuple_is_assigned", """
            public void Run(PluginId plugin)
            {
                (int, int, int, int, int, int, int, PluginId? P, WidgetId? W) t = (1, 2, 3, 4, 5, 6, 7, null, null);
                t.Rest.Item1 = plugin;
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }
            """),

        new("The_rest_of_a_long_tuple_is_replaced", """
            public void Run(PluginId plugin)
            {
                (int, int, int, int, int, int, int, PluginId? P, WidgetId? W) t = (1, 2, 3, 4, 5, 6, 7, null, null);
                t.Rest = (plugin, null);
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }
            """),

        new("A_tuple_is_passed_by_reference", """
            public void Run()
            {
                (PluginId? P, WidgetId? W) t = (null, null);
                Fill(ref t);
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }

            private static void Fill(ref (PluginId? P, WidgetId? W) t) => t.P = somePlugin;
            """),

        new("An_element_of_a_tuple_is_passed_by_reference", """
            public void Run()
            {
                (PluginId? P, WidgetId? W) t = (null, null);
                Fill(out t.P);
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }

            private static void Fill(out PluginId? plugin) => plugin = somePlugin;
            """),

        new("An_element_of_a_tuple_is_written_through_a_ref_local", """
            public void Run(PluginId plugin)
            {
                (PluginId? P, WidgetId? W) t = (null, null);
                ref PluginId? alias = ref t.P;
                alias = plugin;
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }
            """),

        new("A_tuple_is_written_through_a_ref_local", """
            public void Run(PluginId plugin)
            {
                (PluginId? P, WidgetId? W) t = (null, null);
                ref (PluginId? P, WidgetId? W) alias = ref t;
                alias.P = plugin;
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }
            """),

        new("A_tuple_is_deconstructed_into_an_element_of_another", """
            public void Run(PluginId plugin)
            {
                (PluginId? P, WidgetId? W) t = (null, null);
                (t.P, _) = (plugin, 1);
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }
            """),

        new("A_deconstruction_declares_nulls", """
            public void Run()
            {
                (PluginId? p, WidgetId? w) = ((PluginId?)null, (WidgetId?)null);
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """) { Certain = "FPG2001" },

        new("A_ref_struct_keeps_a_reference_in_its_field", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Keeper keeper = new(ref p);
                keeper.Set(plugin);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private readonly ref struct Keeper
            {
                private readonly ref PluginId? _target;

                public Keeper(ref PluginId? target) => _target = ref target;

                public void Set(PluginId value) => _target = value;
            }
            """),

        new("A_ref_struct_is_written_after_a_second_assignment", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Keeper keeper = new(ref p);
                p = null;
                keeper.Set(plugin);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private readonly ref struct Keeper
            {
                private readonly ref PluginId? _target;

                public Keeper(ref PluginId? target) => _target = ref target;

                public void Set(PluginId value) => _target = value;
            }
            """),

        new("The_public_field_of_a_ref_struct_is_assigned", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Keeper keeper = new() { Target = ref p };
                p = null;
                keeper.Target = plugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private ref struct Keeper
            {
                public ref PluginId? Target;
            }
            """),

        new("A_span_over_a_local_is_written", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Span<PluginId?> span = new(ref p);
                p = null;
                span[0] = plugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_span_over_a_local_is_filled", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Span<PluginId?> span = MemoryMarshal.CreateSpan(ref p, 1);
                p = null;
                span.Fill(plugin);
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_span_over_a_local_is_cleared", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = widget;
                Span<WidgetId?> span = MemoryMarshal.CreateSpan(ref w, 1);
                w = widget;
                span.Clear();
                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """),

        new("A_foreach_by_reference_writes_a_local", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                foreach (ref PluginId? each in MemoryMarshal.CreateSpan(ref p, 1))
                    each = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_foreach_by_reference_writes_after_the_local_was_assigned", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Span<PluginId?> span = MemoryMarshal.CreateSpan(ref p, 1);
                p = null;

                foreach (ref PluginId? each in span)
                    each = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("An_in_argument_is_written_with_AsRef", """
            public void Run()
            {
                PluginId? p = null;
                Write(in p);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Write(in PluginId? target) => Unsafe.AsRef(in target) = somePlugin;
            """),

        new("An_implicit_in_argument_is_written_with_AsRef", """
            public void Run()
            {
                PluginId? p = null;
                Write(p);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Write(in PluginId? target) => Unsafe.AsRef(in target) = somePlugin;
            """),

        new("A_ref_readonly_argument_is_written_with_AsRef", """
            public void Run()
            {
                PluginId? p = null;
                Write(ref p);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Write(ref readonly PluginId? target) => Unsafe.AsRef(in target) = somePlugin;
            """),

        new("A_ref_readonly_local_is_written_with_AsRef", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                ref readonly PluginId? alias = ref p;
                Unsafe.AsRef(in alias) = plugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_value_is_passed_by_value", """
            public void Run()
            {
                PluginId? p = null;
                Read(p);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Read(PluginId? value) => value = somePlugin;
            """) { Certain = "FPG2001" },

        new("A_typed_reference_is_kept", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                TypedReference reference = __makeref(p);
                p = null;
                __refvalue(reference, PluginId?) = plugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_function_pointer_takes_a_reference", """
            public unsafe void Run()
            {
                PluginId? p = null;
                delegate*<ref PluginId?, void> fill = &Fill;
                fill(ref p);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Fill(ref PluginId? target) => target = somePlugin;
            """),

        new("A_function_pointer_takes_an_out_argument", """
            public unsafe void Run()
            {
                PluginId? p = null;
                delegate*<out PluginId?, void> fill = &Fill;
                fill(out p);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Fill(out PluginId? target) => target = somePlugin;
            """),

        new("A_function_pointer_takes_a_boolean_by_reference", """
            public unsafe void Run(PluginId plugin, WidgetId widget)
            {
                bool isBoth = true;
                delegate*<ref bool, void> clear = &Clear;
                clear(ref isBoth);
                payments.GetPaymentsAsync(user, null, plugin, isBoth ? widget : null);
            }

            private static void Clear(ref bool flag) => flag = false;
            """),

        new("An_extension_method_takes_its_receiver_by_reference", """
            public void Run()
            {
                PluginId? p = null;
                p.Fill();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    public static void Fill(ref this PluginId? target) => target = somePlugin;
                }
                """,
        },

        new("An_extension_block_takes_its_receiver_by_reference", """
            public void Run()
            {
                PluginId? p = null;
                p.Fill();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(ref PluginId? target)
                    {
                        public void Fill() => target = somePlugin;
                    }
                }
                """,
            Language = 14,
        },

        new("A_setter_of_an_extension_property_writes_its_receiver", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                p.Content = plugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(ref PluginId? target)
                    {
                        public PluginId? Content
                        {
                            get => target;
                            set => target = value;
                        }
                    }
                }
                """,
            Language = 14,
        },

        new("A_getter_of_an_extension_property_writes_its_receiver", """
            public void Run()
            {
                PluginId? p = null;
                _ = p.Filled;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(ref PluginId? target)
                    {
                        public int Filled
                        {
                            get
                            {
                                target = somePlugin;
                                return 1;
                            }
                        }
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_method_takes_its_receiver_by_value", """
            public void Run()
            {
                PluginId? p = null;
                p.Read();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    public static void Read(this PluginId? value) => value = somePlugin;
                }
                """,
            Certain = "FPG2001",
        },

        new("Interlocked_exchanges_a_test_variable", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int state = 0;
                Interlocked.Exchange(ref state, 1);
                payments.GetPaymentsAsync(user, null, plugin, state == 0 ? widget : null);
            }
            """),

        new("Interlocked_increments_a_counter", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int state = 0;
                Interlocked.Increment(ref state);
                payments.GetPaymentsAsync(user, null, state == 1 ? plugin : null, state == 0 ? widget : null);
            }
            """),

        new("Volatile_writes_a_test_variable", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                bool isBoth = true;
                Volatile.Write(ref isBoth, false);
                payments.GetPaymentsAsync(user, null, plugin, isBoth ? widget : null);
            }
            """),

        new("A_pointer_writes_a_test_variable", """
            public unsafe void Run(PluginId plugin, WidgetId widget)
            {
                bool isBoth = true;
                bool* pointer = &isBoth;
                *pointer = false;
                payments.GetPaymentsAsync(user, null, plugin, isBoth ? widget : null);
            }
            """),

        new("A_pointer_writes_after_a_second_assignment", """
            public unsafe void Run(PluginId plugin, WidgetId widget)
            {
                int state = 0;
                int* pointer = &state;
                state = 0;
                pointer[0] = 1;
                payments.GetPaymentsAsync(user, null, plugin, state == 0 ? widget : null);
            }
            """),

        new("A_pointer_to_a_struct_writes_its_field", """
            public unsafe void Run(PluginId plugin, WidgetId widget)
            {
                (bool IsBoth, int Count) t = (true, 0);
                (bool IsBoth, int Count)* pointer = &t;
                pointer->IsBoth = false;
                payments.GetPaymentsAsync(user, null, plugin, t.IsBoth ? widget : null);
            }
            """),

        new("Unsafe_As_writes_through_another_type", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                bool isBoth = true;
                ref byte raw = ref Unsafe.As<bool, byte>(ref isBoth);
                isBoth = true;
                raw = 0;
                payments.GetPaymentsAsync(user, null, plugin, isBoth ? widget : null);
            }
            """),

        new("A_ref_local_is_reassigned_and_written", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                PluginId? q = null;
                ref PluginId? alias = ref q;
                alias = ref p;
                alias = plugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_method_returns_a_reference_to_its_argument", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Same(ref p) = plugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static ref PluginId? Same(ref PluginId? target) => ref target;
            """),

        new("A_method_returns_a_reference_that_is_kept", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                ref PluginId? kept = ref Same(ref p);
                p = null;
                kept = plugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static ref PluginId? Same(ref PluginId? target) => ref target;
            """),

        new("An_indexer_of_a_span_is_assigned_by_deconstruction", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Span<PluginId?> span = new(ref p);
                (span[0], _) = (plugin, 0);
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_delegate_takes_a_reference", """
            private delegate void Filler(ref PluginId? target);

            public void Run()
            {
                PluginId? p = null;
                Filler fill = static (ref PluginId? target) => target = somePlugin;
                fill(ref p);
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("An_object_initializer_passes_nothing_by_reference", """
            public void Run()
            {
                PluginId? p = null;
                _ = new Holder { Plugin = p };
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Holder
            {
                public PluginId? Plugin;
            }
            """) { Certain = "FPG2001" },

        new("A_constructor_takes_a_reference", """
            public void Run()
            {
                PluginId? p = null;
                _ = new Filler(ref p);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Filler
            {
                public Filler(ref PluginId? target) => target = somePlugin;
            }
            """),

        new("A_scoped_ref_parameter_is_written", """
            public void Run()
            {
                PluginId? p = null;
                Fill(ref p);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Fill(scoped ref PluginId? target) => target = somePlugin;
            """),

        new("A_struct_method_replaces_this", """
            public void Run()
            {
                Box box = new();
                box.Fill();
                payments.GetPaymentsAsync(user, null, box.Plugin, null);
            }

            private struct Box
            {
                public PluginId? Plugin;

                public void Fill() => this = new Box { Plugin = somePlugin };
            }
            """),

        new("An_interpolated_string_handler_takes_a_reference", """
            public void Run()
            {
                PluginId? p = null;
                Log(ref p, $"{1}");
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Log(ref PluginId? target, [InterpolatedStringHandlerArgument(nameof(target))] Handler handler)
            {
            }

            [InterpolatedStringHandler]
            private readonly struct Handler
            {
                public Handler(int literalLength, int formattedCount, ref PluginId? target) => target = somePlugin;

                public void AppendFormatted(int value)
                {
                }
            }
            """),

        new("A_nested_tuple_of_IDs_is_not_written", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                (int Id, (PluginId? P, WidgetId? W) A) t = (1, (plugin, widget));
                payments.GetPaymentsAsync(user, null, t.A.P, t.A.W);
            }
            """) { Certain = "FPG2002" },

        new("An_element_of_a_tuple_is_cleared", """
            public void Run(PluginId plugin)
            {
                (PluginId? P, WidgetId? W) t = (plugin, null);
                t.P = null;
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }
            """) { Certain = "FPG2001" },

        new("An_element_of_a_nested_tuple_is_assigned_a_second_ID", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                (int Id, (PluginId? P, WidgetId? W) A) t = (1, (plugin, null));
                t.A.W = widget;
                payments.GetPaymentsAsync(user, null, t.A.P, t.A.W);
            }
            """) { Certain = "FPG2002" },

        new("A_deconstruction_assigns_two_IDs", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = null;
                WidgetId? w = null;
                (p, w) = (plugin, widget);
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """) { Certain = "FPG2002" },

        new("A_span_over_another_local_is_written", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                PluginId? q = null;
                Span<PluginId?> span = new(ref q);
                span[0] = plugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("An_out_argument_fills_another_local", """
            public void Run()
            {
                PluginId? p = null;
                Fill(out PluginId? q);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Fill(out PluginId? plugin) => plugin = somePlugin;
            """) { Certain = "FPG2001" },

        new("A_reference_to_another_local_is_passed", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = plugin;
                WidgetId? w = widget;
                WidgetId? other = null;
                Clear(ref other);
                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static void Clear(ref WidgetId? target) => target = null;
            """) { Certain = "FPG2002" },

        new("A_local_is_assigned_again_after_it_was_passed_by_reference", """
            public void Run()
            {
                PluginId? p = null;
                Fill(ref p);
                p = null;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Fill(ref PluginId? target) => target = somePlugin;
            """) { Certain = "FPG2001" },

        new("A_local_is_assigned_again_after_an_out_argument", """
            public void Run()
            {
                Fill(out PluginId? p);
                p = null;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Fill(out PluginId? target) => target = somePlugin;
            """) { Certain = "FPG2001" },

        new("Interlocked_exchanges_another_variable", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int state = 0;
                int other = 0;
                Interlocked.Exchange(ref other, 1);
                payments.GetPaymentsAsync(user, null, plugin, state == 0 ? widget : null);
            }
            """) { Certain = "FPG2002" },

        new("A_pointer_writes_another_variable", """
            public unsafe void Run(PluginId plugin, WidgetId widget)
            {
                bool isBoth = true;
                bool other = true;
                bool* pointer = &other;
                *pointer = false;
                payments.GetPaymentsAsync(user, null, plugin, isBoth ? widget : null);
            }
            """) { Certain = "FPG2002" },

        new("A_function_pointer_takes_a_value", """
            public unsafe void Run()
            {
                PluginId? p = null;
                delegate*<PluginId?, void> read = &Read;
                read(p);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Read(PluginId? value) => value = somePlugin;
            """) { Certain = "FPG2001" },

        new("A_ref_local_of_another_local_is_written", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                PluginId? q = null;
                ref PluginId? alias = ref q;
                alias = plugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("A_struct_is_copied_before_its_method_runs", """
            public void Run()
            {
                (PluginId? P, int Number) box = (null, 0);
                (PluginId? P, int Number) copy = box;
                copy.P = somePlugin;
                payments.GetPaymentsAsync(user, null, box.P, null);
            }
            """) { Certain = "FPG2001" },

        new("A_method_returns_a_reference_to_an_out_argument", """
            public void Run(PluginId plugin)
            {
                PluginId? p;
                ref PluginId? alias = ref Keep(out p);
                p = null;
                alias = plugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static ref PluginId? Keep([UnscopedRef] out PluginId? id)
            {
                id = null;
                return ref id;
            }
            """),

        new("A_method_returns_no_reference_to_an_out_argument", """
            public void Run()
            {
                PluginId? p;
                ref int count = ref Keep(out p, new int[1]);
                p = null;
                count = 1;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static ref int Keep(out PluginId? id, int[] counts)
            {
                id = null;
                return ref counts[0];
            }
            """) { Certain = "FPG2001" },

        new("A_type_parameter_that_can_be_a_ref_struct_keeps_a_reference", """
            public void Run(PluginId plugin) => Keep(plugin, new Keeper());

            private static void Keep<T>(PluginId plugin, scoped T keeper)
                where T : IKeeper, allows ref struct
            {
                PluginId? p = null;
                keeper.Keep(ref p);
                p = null;
                keeper.Write(plugin);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private interface IKeeper
            {
                void Keep([UnscopedRef] ref PluginId? id);

                void Write(PluginId? id);
            }

            private ref struct Keeper : IKeeper
            {
                private ref PluginId? _id;

                public void Keep([UnscopedRef] ref PluginId? id) => _id = ref id;

                public void Write(PluginId? id) => _id = id;
            }
            """)
        {
            Language = 13,
        },

        new("Extension_keeps_reference", """
            private readonly IPayments cl = payments;

            public void Run(bool x)
            {
                PluginId? p = null;
                scoped Keeper k = default;
                k.Keep(ref p);
                p = null;
                Write(k);
                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static void Write(Keeper k) => k.Slot = somePlugin;
            """)
        {
            Types = """
                public ref struct Keeper
                {
                    public ref PluginId? Slot;
                }

                public static class KeeperExtensions
                {
                    extension(ref Keeper k)
                    {
                        public void Keep([UnscopedRef] ref PluginId? p)
                        {
                            k.Slot = ref p;
                        }
                    }
                }
                """,
            Language = 14,
        },

        new("In_conversion", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = plugin;
                Foo foo = p;
                payments.GetPaymentsAsync(user, null, p, widget);
            }
            """)
        {
            Types = """
                public sealed class Foo
                {
                    public static implicit operator Foo(in PluginId? id)
                    {
                        Unsafe.AsRef(in id) = null;
                        return new();
                    }
                }
                """,
        },

        new("In_conversion_of_number", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                bool both = false;
                Foo foo = both;
                payments.GetPaymentsAsync(user, null, both ? null : plugin, widget);
            }
            """)
        {
            Types = """
                public sealed class Foo
                {
                    public static implicit operator Foo(in bool id)
                    {
                        Unsafe.AsRef(in id) = true;
                        return new();
                    }
                }
                """,
        },

        new("In_conversion_return", """
            private PluginId? _seen;

            private Foo Make(WidgetId widget)
            {
                PluginId? p = somePlugin;
                try
                {
                    return p;
                }
                finally
                {
                    payments.GetPaymentsAsync(user, null, p, widget);
                }
            }

            public void Run(WidgetId widget) => Make(widget);
            """)
        {
            Types = """
                public sealed class Foo
                {
                    public static implicit operator Foo(in PluginId? id)
                    {
                        Unsafe.AsRef(in id) = null;
                        return new();
                    }
                }
                """,
        },

        new("In_conversion_argument", """
            private static void Use(Foo foo)
            {
            }

            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = plugin;
                Use(p);
                payments.GetPaymentsAsync(user, null, p, widget);
            }
            """)
        {
            Types = """
                public sealed class Foo
                {
                    public static implicit operator Foo(in PluginId? id)
                    {
                        Unsafe.AsRef(in id) = null;
                        return new();
                    }
                }
                """,
        },

        new("In_implicit_bool_condition", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Foo? foo = null;
                if (foo)
                {
                }

                payments.GetPaymentsAsync(user, null, plugin, foo is null ? widget : null);
            }
            """)
        {
            Types = """
                public sealed class Foo
                {
                    public static implicit operator bool (in Foo? a)
                    {
                        Unsafe.AsRef(in a) = new();
                        return true;
                    }
                }
                """,
        },

        new("In_switch_governing", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Foo? foo = null;
                switch (foo)
                {
                    case 1:
                        break;
                }

                payments.GetPaymentsAsync(user, null, plugin, foo is null ? widget : null);
            }
            """)
        {
            Types = """
                public sealed class Foo
                {
                    public static implicit operator int (in Foo? a)
                    {
                        Unsafe.AsRef(in a) = new();
                        return 1;
                    }
                }
                """,
        },

        new("Switch_governing_path", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Flag? flag = null;
                if (flag == 1)
                {
                }

                payments.GetPaymentsAsync(user, null, plugin, flag is null ? widget : null);
            }
            """)
        {
            Types = """
                public sealed class Flag
                {
                    public static implicit operator int (in Flag? a)
                    {
                        Unsafe.AsRef(in a) = new();
                        return 1;
                    }
                }
                """,
        },

        new("In_foreach", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = plugin;
                foreach (int each in p)
                {
                }

                payments.GetPaymentsAsync(user, null, p, widget);
            }
            """)
        {
            Types = """
                public static class Extensions
                {
                    public static IEnumerator<int> GetEnumerator(this in PluginId? self)
                    {
                        Unsafe.AsRef(in self) = null;
                        return new List<int>().GetEnumerator();
                    }
                }
                """,
        },

        new("In_async_foreach", """
            public async Task Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = plugin;
                await foreach (int each in p)
                {
                }

                await payments.GetPaymentsAsync(user, null, p, widget);
            }
            """)
        {
            Types = """
                public static class Extensions
                {
                    public static IAsyncEnumerator<int> GetAsyncEnumerator(this in PluginId? self)
                    {
                        Unsafe.AsRef(in self) = null;
                        return Empty().GetAsyncEnumerator();
                    }

                    private static async IAsyncEnumerable<int> Empty()
                    {
                        await Task.CompletedTask;
                        yield break;
                    }
                }
                """,
        },

        new("In_await", """
            public async Task Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = plugin;
                await p;
                await payments.GetPaymentsAsync(user, null, p, widget);
            }
            """)
        {
            Types = """
                public static class Extensions
                {
                    public static TaskAwaiter GetAwaiter(this in PluginId? self)
                    {
                        Unsafe.AsRef(in self) = null;
                        return Task.CompletedTask.GetAwaiter();
                    }
                }
                """,
        },

        new("In_extension_block_await", """
            public async Task Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = plugin;
                await p;
                await payments.GetPaymentsAsync(user, null, p, widget);
            }
            """)
        {
            Types = """
                public static class Extensions
                {
                    extension(in PluginId? self)
                    {
                        public TaskAwaiter GetAwaiter()
                        {
                            Unsafe.AsRef(in self) = null;
                            return Task.CompletedTask.GetAwaiter();
                        }
                    }
                }
                """,
            Language = 14,
        },

        new("In_using_await", """
            public async Task Run(PluginId plugin, WidgetId widget)
            {
                bool both = true;
                await both;
                await payments.GetPaymentsAsync(user, null, plugin, both ? widget : null);
            }
            """)
        {
            Types = """
                public static class Extensions
                {
                    public static TaskAwaiter GetAwaiter(this in bool self)
                    {
                        Unsafe.AsRef(in self) = false;
                        return Task.CompletedTask.GetAwaiter();
                    }
                }
                """,
        },

        new("In_deconstruct_pattern_bool", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                bool both = true;
                bool m = both is (var a, var b);
                payments.GetPaymentsAsync(user, null, plugin, both ? widget : null);
            }
            """)
        {
            Types = """
                public static class Extensions
                {
                    public static void Deconstruct(this in bool self, out int a, out int b)
                    {
                        Unsafe.AsRef(in self) = false;
                        (a, b) = (1, 2);
                    }
                }
                """,
        },

        new("In_deconstruct_nullable_pattern", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                int n = 5;
                if (n is (1, 2) or 5)
                    payments.GetPaymentsAsync(user, null, plugin, n == 5 ? widget : null);
            }
            """)
        {
            Types = """
                public static class Extensions
                {
                    public static void Deconstruct(this in int self, out int a, out int b)
                    {
                        Unsafe.AsRef(in self) = 6;
                        (a, b) = (1, 2);
                    }
                }
                """,
        },

        new("Positional_pattern_in_switch_expression_by_reference", """
            public void Run(bool x)
            {
                bool both = true;
                int m = both switch
                {
                    (1, 2) => 1,
                    _ => 2
                };
                payments.GetPaymentsAsync(user, null, somePlugin, both ? someWidget : null);
            }
            """)
        {
            Types = """
                public static class Extensions
                {
                    public static void Deconstruct(this in bool self, out int a, out int b)
                    {
                        Unsafe.AsRef(in self) = false;
                        (a, b) = (1, 2);
                    }
                }
                """,
        },
    ];
}

using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Facts about a variable's parts that an assignment ends.</summary>
internal static class StaleFactShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("A_tuple_element_is_assigned_from_a_call", """
            public void Run(PluginId plugin)
            {
                (PluginId? P, WidgetId? W) t = (plugin, someWidget);
                t.W = Other().W;
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }

            private static (PluginId? P, WidgetId? W) Other() => (null, null);
            """),

        new("A_tuple_element_of_null_is_assigned_from_a_call", """
            public void Run()
            {
                (PluginId? P, WidgetId? W) t = (null, null);
                t.P = Other().P;
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }

            private static (PluginId? P, WidgetId? W) Other() => (somePlugin, null);
            """),

        new("A_tuple_element_is_assigned_from_an_array", """
            public void Run()
            {
                (PluginId? P, WidgetId? W)[] all = [(somePlugin, null)];
                (PluginId? P, WidgetId? W) t = (null, null);
                t.P = all[0].P;
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }
            """),

        new("A_counter_changes_in_the_index_of_a_target", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                int[] digits = new int[2];
                int i = 1;
                digits[--i] = 7;

                if (i == 0)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("An_ID_is_assigned_in_the_index_of_a_target", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                int[] digits = new int[2];
                digits[(p = plugin) is null ? 1 : 0] = 7;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_counter_changes_in_the_receiver_of_a_target", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                System.Text.StringBuilder[] texts = [new(), new()];
                int i = 1;
                texts[--i].Length = 0;

                if (i == 0)
                    p = plugin;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_counter_in_the_index_of_a_target_decides", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                int[] digits = new int[2];
                int i = 1;
                digits[--i] = 7;

                if (i == 0)
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("A_tuple_is_assigned_from_a_call", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                (PluginId? P, WidgetId? W) t = (plugin, widget);
                t = Other();
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }

            private static (PluginId? P, WidgetId? W) Other() => (somePlugin, null);
            """),

        new("A_tuple_is_assigned_from_a_conditional", """
            public void Run(PluginId plugin, WidgetId widget, bool isPlugin)
            {
                (PluginId? P, WidgetId? W) t = (plugin, widget);
                t = isPlugin ? (plugin, null) : (null, widget);
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }
            """),

        new("A_tuple_is_assigned_from_a_switch", """
            public void Run(PluginId plugin, WidgetId widget, CommunityFileId file, Kind kind)
            {
                (CommunityFileId? F, PluginId? P, WidgetId? W) t = (file, plugin, widget);

                t = kind switch
                {
                    Kind.Plugin => (null, plugin, null),
                    Kind.Widget => (null, null, widget),
                    _ => (file, null, null),
                };

                payments.GetPaymentsAsync(user, t.F, t.P, t.W);
            }
            """),

        new("A_tuple_element_is_assigned_from_another_tuple", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                (PluginId? P, WidgetId? W) first = (plugin, null);
                (PluginId? P, WidgetId? W) second = (plugin, widget);
                second.W = first.W;
                payments.GetPaymentsAsync(user, null, second.P, second.W);
            }
            """),

        new("A_tuple_element_is_filled_by_a_coalesce_assignment", """
            public void Run(PluginId plugin)
            {
                (PluginId? P, WidgetId? W) t = (null, null);
                t.P ??= plugin;
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }
            """),

        new("A_second_tuple_element_is_filled_by_a_coalesce_assignment", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                (PluginId? P, WidgetId? W) t = (plugin, null);
                t.W ??= widget;
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }
            """) { Certain = "FPG2002" },

        new("A_tuple_element_of_an_unknown_tuple_is_filled_by_a_coalesce_assignment", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                (PluginId? P, WidgetId? W) t = (plugin, widget);
                t.W ??= null;
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }
            """),

        new("A_tuple_element_is_assigned_from_a_tuple_of_the_same_kind", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                (PluginId? P, WidgetId? W) first = (null, widget);
                (PluginId? P, WidgetId? W) second = (plugin, null);
                second.W = first.W;
                payments.GetPaymentsAsync(user, null, second.P, second.W);
            }
            """) { Certain = "FPG2002" },

        new("A_copied_tuple_keeps_its_elements", """
            public void Run(PluginId plugin)
            {
                (PluginId? P, WidgetId? W) first = (null, null);
                (PluginId? P, WidgetId? W) second = first;
                first.P = plugin;
                payments.GetPaymentsAsync(user, null, second.P, second.W);
            }
            """) { Certain = "FPG2001" },

        new("A_setter_stores_nothing", """
            private WidgetId? Widget
            {
                get => null;
                set => GC.KeepAlive(value);
            }

            public void Run(PluginId plugin, WidgetId widget)
            {
                Widget = widget;
                payments.GetPaymentsAsync(user, null, plugin, Widget);
            }
            """),

        new("A_setter_stores_something_else", """
            private PluginId? _plugin;

            private PluginId? Plugin
            {
                get => _plugin;
                set => _plugin = value ?? somePlugin;
            }

            public void Run()
            {
                Plugin = null;
                payments.GetPaymentsAsync(user, null, Plugin, null);
            }
            """),

        new("A_setter_clears_another_property", """
            private WidgetId? _widget;
            private PluginId? _plugin;

            private WidgetId? Widget
            {
                get => _widget;
                set => (_widget, _plugin) = (value, null);
            }

            private PluginId? Plugin
            {
                get => _plugin;
                set => (_plugin, _widget) = (value, null);
            }

            public void Run(PluginId plugin, WidgetId widget)
            {
                Plugin = plugin;
                Widget = widget;
                payments.GetPaymentsAsync(user, null, Plugin, Widget);
            }
            """),

        new("A_setter_stores_the_first_value_only", """
            private WidgetId? _widget;
            private bool _isSet;

            private WidgetId? Widget
            {
                get => _widget;
                set
                {
                    if (!_isSet)
                        _widget = value;

                    _isSet = true;
                }
            }

            public void Run(PluginId plugin, WidgetId widget)
            {
                Widget = null;
                Widget = widget;
                payments.GetPaymentsAsync(user, null, plugin, Widget);
            }
            """),

        new("A_property_of_a_base_class_stores_nothing", """
            private readonly Options _options = new Silent();

            public void Run(PluginId plugin, WidgetId widget)
            {
                _options.Widget = widget;
                payments.GetPaymentsAsync(user, null, plugin, _options.Widget);
            }

            private class Options
            {
                public virtual WidgetId? Widget { get; set; }
            }

            private sealed class Silent : Options
            {
                public override WidgetId? Widget
                {
                    get => null;
                    set => GC.KeepAlive(value);
                }
            }
            """),

        new("An_indexer_stores_nothing", """
            private WidgetId? this[int index]
            {
                get => null;
                set => GC.KeepAlive(value);
            }

            public void Run(PluginId plugin, WidgetId widget)
            {
                this[0] = widget;
                payments.GetPaymentsAsync(user, null, plugin, this[0]);
            }
            """),

        new("An_object_initializer_sets_a_property_that_stores_nothing", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Options options = new() { Widget = widget };
                payments.GetPaymentsAsync(user, null, plugin, options.Widget);
            }

            private sealed class Options
            {
                public WidgetId? Widget
                {
                    get => null;
                    set => GC.KeepAlive(value);
                }
            }
            """),

        new("A_with_expression_sets_a_property_that_stores_nothing", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Options options = new Options() with { Widget = widget };
                payments.GetPaymentsAsync(user, null, plugin, options.Widget);
            }

            private sealed record Options
            {
                public WidgetId? Widget
                {
                    get => null;
                    init => GC.KeepAlive(value);
                }
            }
            """),

        new("A_setter_with_the_field_keyword_stores_something_else", """
            private WidgetId? Widget
            {
                get;
                set => field = value is null ? value : null;
            }

            public void Run(PluginId plugin, WidgetId widget)
            {
                Widget = widget;
                payments.GetPaymentsAsync(user, null, plugin, Widget);
            }
            """) { Language = 14 },

        new("A_getter_with_the_field_keyword_returns_something_else", """
            private WidgetId? Widget
            {
                get => field is null ? someWidget : null;
                set;
            }

            public void Run(PluginId plugin, WidgetId widget)
            {
                Widget = widget;
                payments.GetPaymentsAsync(user, null, plugin, Widget);
            }
            """) { Language = 14 },

        new("An_auto_property_is_assigned_and_used", """
            private WidgetId? Widget { get; set; }

            public void Run(PluginId plugin, WidgetId widget)
            {
                Widget = widget;
                payments.GetPaymentsAsync(user, null, plugin, Widget);
            }
            """) { Certain = "FPG2002" },

        new("A_conditional_ref_clears_a_local", """
            public void Run(PluginId plugin, WidgetId widget, bool isFirst)
            {
                WidgetId? w = widget;
                (isFirst ? ref w : ref w) = null;
                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """),

        new("A_conditional_ref_fills_one_of_two_locals", """
            public void Run(PluginId plugin, bool isFirst)
            {
                PluginId? p = null;
                PluginId? q = null;
                (isFirst ? ref p : ref q) = plugin;
                payments.GetPaymentsAsync(user, null, isFirst ? p : q, null);
            }
            """),

        new("A_conditional_ref_local_fills_a_local", """
            public void Run(PluginId plugin, bool isFirst)
            {
                PluginId? p = null;
                PluginId? q = null;
                ref PluginId? target = ref isFirst ? ref p : ref q;
                target = plugin;
                payments.GetPaymentsAsync(user, null, p ?? q, null);
            }
            """),

        new("A_conditional_ref_is_passed_to_a_method", """
            public void Run(bool isFirst)
            {
                PluginId? p = null;
                Fill(ref isFirst ? ref p : ref p);
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Fill(ref PluginId? target) => target = somePlugin;
            """),

        new("A_conditional_ref_is_incremented", """
            public void Run(PluginId plugin, WidgetId widget, bool isFirst)
            {
                int count = 0;
                (isFirst ? ref count : ref count)++;
                payments.GetPaymentsAsync(user, null, plugin, count == 0 ? widget : null);
            }
            """),

        new("A_conditional_ref_is_filled_by_a_coalesce_assignment", """
            public void Run(PluginId plugin, bool isFirst)
            {
                PluginId? p = null;
                (isFirst ? ref p : ref p) ??= plugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_conditional_ref_takes_part_in_a_deconstruction", """
            public void Run(PluginId plugin, bool isFirst)
            {
                PluginId? p = null;
                ((isFirst ? ref p : ref p), _) = (plugin, 1);
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_conditional_value_is_assigned", """
            public void Run(bool isFirst)
            {
                PluginId? p = null;
                PluginId? q = null;
                p = isFirst ? p : q;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("A_field_is_assigned_and_cleared_by_a_method", """
            private WidgetId? _widget;

            public void Run(PluginId plugin, WidgetId widget)
            {
                _widget = widget;
                Reset();
                payments.GetPaymentsAsync(user, null, plugin, _widget);
            }

            private void Reset() => _widget = null;
            """),

        new("A_field_is_cleared_and_assigned_by_a_method", """
            private PluginId? _plugin;

            public void Run()
            {
                _plugin = null;
                Load();
                payments.GetPaymentsAsync(user, null, _plugin, null);
            }

            private void Load() => _plugin = somePlugin;
            """),

        new("A_static_field_is_assigned_and_cleared_by_a_method", """
            private static WidgetId? s_widget;

            public void Run(PluginId plugin, WidgetId widget)
            {
                s_widget = widget;
                Reset();
                payments.GetPaymentsAsync(user, null, plugin, s_widget);
            }

            private static void Reset() => s_widget = null;
            """),

        new("A_property_is_cleared_and_assigned_by_a_method", """
            private PluginId? Plugin { get; set; }

            public void Run()
            {
                Plugin = null;
                Load();
                payments.GetPaymentsAsync(user, null, Plugin, null);
            }

            private void Load() => Plugin = somePlugin;
            """),

        new("A_boolean_field_is_assigned_and_changed_by_a_method", """
            private bool _isBoth;

            public void Run(PluginId plugin, WidgetId widget)
            {
                _isBoth = true;
                Reset();
                payments.GetPaymentsAsync(user, null, plugin, _isBoth ? widget : null);
            }

            private void Reset() => _isBoth = false;
            """),

        new("A_field_of_a_struct_is_replaced_with_the_struct", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Box box = new() { Widget = widget };
                box = default;
                payments.GetPaymentsAsync(user, null, plugin, box.Widget);
            }

            private struct Box
            {
                public WidgetId? Widget;
            }
            """),

        new("A_field_of_an_object_is_replaced_with_the_object", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Box box = new() { Widget = widget };

                if (box.Widget is null)
                    return;

                box = new Box();
                payments.GetPaymentsAsync(user, null, plugin, box.Widget);
            }

            private sealed class Box
            {
                public WidgetId? Widget;
            }
            """),

        new("A_field_of_the_object_of_another_local_is_cleared", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Box first = new() { Widget = widget };
                Box second = first;
                first.Widget = widget;
                second.Widget = null;
                payments.GetPaymentsAsync(user, null, plugin, first.Widget);
            }

            private sealed class Box
            {
                public WidgetId? Widget;
            }
            """),

        new("A_copy_of_a_struct_keeps_its_field", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Box box = new();
                box.Widget = widget;
                Box copy = box;
                box.Widget = null;
                payments.GetPaymentsAsync(user, null, plugin, copy.Widget);
            }

            private struct Box
            {
                public WidgetId? Widget;
            }
            """) { Certain = "FPG2002" },

        new("A_tuple_field_is_written_by_a_method", """
            private (PluginId? P, WidgetId? W) _pair;

            public void Run()
            {
                _pair = (null, null);
                Load();
                payments.GetPaymentsAsync(user, null, _pair.P, _pair.W);
            }

            private void Load() => _pair.P = somePlugin;
            """),

        new("A_tuple_element_is_assigned_in_a_loop", """
            public void Run(PluginId plugin)
            {
                (PluginId? P, WidgetId? W) t = (null, null);

                for (int i = 0; i < 2; i++)
                    t.P = plugin;

                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }
            """),

        new("A_tuple_is_swapped", """
            public void Run(WidgetId first)
            {
                (WidgetId? A, WidgetId? B) t = (first, null);
                (t.A, t.B) = (t.B, t.A);
                payments.GetPaymentsAsync(user, null, null, t.B);
            }
            """),

        new("Two_locals_are_swapped_by_a_deconstruction", """
            public void Run(WidgetId widget)
            {
                WidgetId? a = widget;
                WidgetId? b = null;
                (a, b) = (b, a);
                payments.GetPaymentsAsync(user, null, null, b);
            }
            """),

        new("Two_locals_are_swapped_and_the_empty_one_is_used", """
            public void Run(WidgetId widget)
            {
                WidgetId? a = widget;
                WidgetId? b = null;
                (a, b) = (b, a);
                payments.GetPaymentsAsync(user, null, null, a);
            }
            """) { Certain = "FPG2001" },

        new("An_assignment_is_the_value_of_an_assignment", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                PluginId? q = plugin;
                p = q = null;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("A_tuple_element_is_assigned_null_after_a_call", """
            public void Run()
            {
                (PluginId? P, WidgetId? W) t = Other();
                t.P = null;
                t.W = null;
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }

            private static (PluginId? P, WidgetId? W) Other() => (somePlugin, null);
            """) { Certain = "FPG2001" },

        new("A_tuple_is_assigned_two_IDs_after_a_call", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                (PluginId? P, WidgetId? W) t = Other();
                t = (plugin, widget);
                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }

            private static (PluginId? P, WidgetId? W) Other() => (somePlugin, null);
            """) { Certain = "FPG2002" },

        new("A_tuple_is_assigned_from_another_tuple", """
            public void Run(PluginId plugin)
            {
                (PluginId? P, WidgetId? W) first = (null, null);
                (PluginId? P, WidgetId? W) second = (plugin, null);
                second = first;
                payments.GetPaymentsAsync(user, null, second.P, second.W);
            }
            """) { Certain = "FPG2001" },

        new("A_local_is_assigned_from_a_call_and_then_null", """
            public void Run()
            {
                PluginId? p = Other();
                p = null;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static PluginId? Other() => somePlugin;
            """) { Certain = "FPG2001" },

        new("A_local_of_a_field_keeps_its_value_when_the_field_is_cleared", """
            private WidgetId? _widget;

            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = widget;
                _widget = w;
                Reset();
                payments.GetPaymentsAsync(user, null, plugin, w);
            }

            private void Reset() => _widget = null;
            """) { Certain = "FPG2002" },

        new("A_tuple_element_is_assigned_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                (PluginId? P, WidgetId? W) t = (null, null);

                if (isPlugin)
                    t.P = plugin;

                payments.GetPaymentsAsync(user, null, t.P, t.W);
            }
            """) { Certain = "FPG2003" },

        new("A_conditional_value_of_two_IDs_is_assigned", """
            public void Run(PluginId plugin, WidgetId first, WidgetId second, bool isFirst)
            {
                WidgetId? w = null;
                w = isFirst ? first : second;
                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """) { Certain = "FPG2002" },

        new("An_ID_is_assigned_in_the_condition", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                WidgetId? w;

                if ((w = widget) is null)
                    return;

                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """) { Certain = "FPG2002" },
    ];
}

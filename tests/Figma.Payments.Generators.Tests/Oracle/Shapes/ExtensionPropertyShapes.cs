using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Extension members whose names are those of nullable values, lists and strings.</summary>
internal static class ExtensionPropertyShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("An_extension_property_that_is_named_like_a_value_is_read_on_null", """
            public void Run()
            {
                PluginId? p = null;
                WidgetId? w = p.Other;
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public WidgetId? Other => target is null ? someWidget : null;
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_property_is_true_on_null", """
            public void Run()
            {
                PluginId? p = null;
                payments.GetPaymentsAsync(user, null, p, p.IsMissing ? someWidget : null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public bool IsMissing => target is null;
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_property_does_not_throw_on_null", """
            public void Run(WidgetId widget)
            {
                PluginId? p = null;
                WidgetId? w = null;

                try
                {
                    int length = p.Length;
                    w = widget;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public int Length => 0;
                    }
                }
                """,
            Language = 14,
        },

        new("Code_after_an_extension_property_of_null_runs", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                PluginId? none = null;
                _ = none.Text;
                payments.GetPaymentsAsync(user, null, p, none is null ? null : someWidget);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public string Text => target?.ToString() ?? "";
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_property_is_read_before_the_value_is_tested", """
            public void Run(PluginId? plugin, WidgetId widget)
            {
                string text = plugin.Text;
                WidgetId? w = plugin is null ? widget : null;
                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public string Text => "";
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_property_of_an_unknown_value_proves_nothing", """
            public void Run(PluginId? plugin, WidgetId widget)
            {
                if (plugin.IsAny)
                    payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public bool IsAny => true;
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_property_returns_an_ID_for_null", """
            public void Run()
            {
                PluginId? p = null;
                payments.GetPaymentsAsync(user, null, p.OrDefault, null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public PluginId? OrDefault => target ?? somePlugin;
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_property_returns_null_for_an_ID", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = widget;
                payments.GetPaymentsAsync(user, null, plugin, w.Cleared);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(WidgetId? target)
                    {
                        public WidgetId? Cleared => null;
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_property_of_a_value_returns_null", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                payments.GetPaymentsAsync(user, null, plugin, widget.Cleared);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(WidgetId target)
                    {
                        public WidgetId? Cleared => null;
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_property_with_the_ID_as_nullable_content_is_assigned_to_a_local", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = widget;
                w = w.Content;
                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(WidgetId? target)
                    {
                        public WidgetId? Content => null;
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_property_pattern_on_null_is_a_match", """
            public void Run(WidgetId widget)
            {
                PluginId? p = null;
                WidgetId? w = p.IsMissing is true ? widget : null;
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public bool IsMissing => target is null;
                    }
                }
                """,
            Language = 14,
        },

        new("A_static_extension_property_returns_null", """
            public void Run(PluginId plugin)
            {
                payments.GetPaymentsAsync(user, null, plugin, WidgetId.Nothing);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(WidgetId)
                    {
                        public static WidgetId? Nothing => null;
                    }
                }
                """,
            Language = 14,
        },

        new("A_static_extension_property_returns_an_ID", """
            public void Run()
            {
                payments.GetPaymentsAsync(user, null, PluginId.Known, null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId)
                    {
                        public static PluginId? Known => somePlugin;
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_property_of_a_boolean_is_another_boolean", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                bool flag = true;
                payments.GetPaymentsAsync(user, null, plugin, flag.Opposite ? widget : null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(bool flag)
                    {
                        public bool Opposite => !flag;
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_property_of_a_nullable_boolean_is_read_on_null", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                bool? flag = null;
                payments.GetPaymentsAsync(user, null, plugin, flag.IsSet ? widget : null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(bool? flag)
                    {
                        public bool IsSet => flag is not null;
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_property_of_a_nullable_number_is_read_on_null", """
            public void Run(PluginId plugin)
            {
                int? number = null;

                if (number.IsZeroOrMissing)
                    payments.GetPaymentsAsync(user, null, number is null ? plugin : null, null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(int? number)
                    {
                        public bool IsZeroOrMissing => number is null or 0;
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_property_of_a_string_is_read_on_null", """
            public void Run(PluginId plugin)
            {
                string? text = null;
                payments.GetPaymentsAsync(user, null, text.IsBlank ? plugin : null, null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(string? text)
                    {
                        public bool IsBlank => text is null;
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_property_of_an_object_is_read_on_null", """
            public void Run(PluginId plugin)
            {
                object? any = null;
                PluginId? p = null;

                try
                {
                    if (any.IsMissing)
                        p = plugin;
                }
                catch (NullReferenceException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(object? any)
                    {
                        public bool IsMissing => any is null;
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_property_changes_a_static_field", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Extensions.IsBoth = true;
                PluginId? p = plugin;
                _ = p.Reset;
                payments.GetPaymentsAsync(user, null, p, Extensions.IsBoth ? widget : null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public int Reset
                        {
                            get
                            {
                                IsBoth = false;
                                return 0;
                            }
                        }
                    }

                    public static bool IsBoth;

                    extension(int number)
                    {
                        public int Same => number;
                    }
                }
                """,
            Language = 14,
        },

        new("A_setter_of_an_extension_property_has_no_effect", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Holder holder = new();
                holder.Plugin = plugin;
                holder.Second = widget;
                payments.GetPaymentsAsync(user, null, holder.Plugin, holder.Second);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(Holder holder)
                    {
                        public WidgetId? Second
                        {
                            get => null;
                            set => GC.KeepAlive(value);
                        }
                    }
                }

                internal sealed class Holder
                {
                    public PluginId? Plugin { get; set; }
                }
                """,
            Language = 14,
        },

        new("A_setter_of_an_extension_property_fills_another_member", """
            public void Run(PluginId plugin)
            {
                Holder holder = new();
                holder.Plugin = null;
                holder.Alias = plugin;
                payments.GetPaymentsAsync(user, null, holder.Plugin, null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(Holder holder)
                    {
                        public PluginId? Alias
                        {
                            get => holder.Plugin;
                            set => holder.Plugin = value;
                        }
                    }
                }

                internal sealed class Holder
                {
                    public PluginId? Plugin { get; set; }
                }
                """,
            Language = 14,
        },

        new("An_extension_property_of_a_tuple_is_read", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                (PluginId? P, WidgetId? W) t = (plugin, widget);
                payments.GetPaymentsAsync(user, null, t.P, t.Only);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension((PluginId? P, WidgetId? W) t)
                    {
                        public WidgetId? Only => null;
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_property_of_a_list_is_its_count", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                List<int> list = [];
                payments.GetPaymentsAsync(user, null, plugin, list.IsFull ? widget : null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(List<int> list)
                    {
                        public bool IsFull => false;
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_property_of_a_type_parameter_is_read_on_null", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                payments.GetPaymentsAsync(user, null, p.IsNothing ? plugin : null, null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? value)
                    {
                        public bool IsNothing => value is null;
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_operator_returns_null", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Holder holder = new Holder { Widget = widget } + new Holder();
                payments.GetPaymentsAsync(user, null, plugin, holder.Widget);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(Holder)
                    {
                        public static Holder operator +(Holder left, Holder right) => right;
                    }
                }

                internal sealed class Holder
                {
                    public WidgetId? Widget { get; init; }
                }
                """,
            Language = 14,
        },

        new("An_extension_compound_operator_writes_its_receiver", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Holder holder = new() { Widget = widget };
                holder += 1;
                payments.GetPaymentsAsync(user, null, plugin, holder.Widget);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(Holder holder)
                    {
                        public void operator +=(int value) => holder.Widget = null;
                    }
                }

                internal sealed class Holder
                {
                    public WidgetId? Widget;
                }
                """,
            Language = 14,
        },

        new("An_extension_method_of_a_block_is_called_on_null", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                payments.GetPaymentsAsync(user, null, p.Or(plugin), null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public PluginId? Or(PluginId other) => target ?? other;
                    }
                }
                """,
            Language = 14,
        },

        new("An_extension_method_named_GetValueOrDefault_returns_nothing", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = widget;
                payments.GetPaymentsAsync(user, null, plugin, w.GetValueOr(1));
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(WidgetId? target)
                    {
                        public WidgetId? GetValueOr(int number) => null;
                    }
                }
                """,
            Language = 14,
        },

        new("The_value_of_a_null_throws", """
            public void Run(WidgetId widget)
            {
                PluginId? p = null;
                WidgetId? w = null;

                try
                {
                    PluginId value = p.Value;
                    w = widget;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public int Length => 0;
                    }
                }
                """,
            Certain = "FPG2001",
            Language = 14,
        },

        new("An_extension_property_does_not_change_its_receiver", """
            public void Run()
            {
                PluginId? p = null;
                int length = p.Length;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public int Length => 0;
                    }
                }
                """,
            Certain = "FPG2001",
            Language = 14,
        },

        new("An_extension_property_does_not_change_two_locals", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = plugin;
                WidgetId? w = widget;
                string text = p.Text + w;
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public string Text => "";
                    }
                }
                """,
            Certain = "FPG2002",
            Language = 14,
        },

        new("HasValue_is_not_the_extension_property", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                payments.GetPaymentsAsync(user, null, p.HasValue ? plugin : null, null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public bool HasContent => true;
                    }
                }
                """,
            Certain = "FPG2001",
            Language = 14,
        },

        new("An_extension_property_is_the_condition_of_nothing", """
            public void Run(PluginId? plugin)
            {
                PluginId? p = null;
                bool isKnown = plugin.IsKnown;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public bool IsKnown => true;
                    }
                }
                """,
            Certain = "FPG2001",
            Language = 14,
        },

        new("An_extension_property_of_an_unset_local_throws_nothing", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? none = null;
                _ = none.Text;
                PluginId? p = plugin;
                WidgetId? w = widget;
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public string Text => "";
                    }
                }
                """,
            Certain = "FPG2002",
            Language = 14,
        },

        new("A_value_is_assigned_after_an_extension_property_was_read", """
            public void Run(PluginId? plugin)
            {
                PluginId? p = plugin;
                _ = p.Text;
                p = null;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public string Text => "";
                    }
                }
                """,
            Certain = "FPG2001",
            Language = 14,
        },

        new("An_extension_property_is_read_between_test_and_use", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                if (widget is null)
                    return;

                _ = widget.Text;
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(WidgetId? target)
                    {
                        public string Text => "";
                    }
                }
                """,
            Certain = "FPG2002",
            Language = 14,
        },

        new("An_extension_property_is_read_on_both_branches", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                _ = p.Text;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public string Text => "";
                    }
                }
                """,
            Certain = "FPG2003",
            Language = 14,
        },

        new("An_extension_property_returns_an_ID_that_is_not_null", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                payments.GetPaymentsAsync(user, null, plugin.Same, widget);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId target)
                    {
                        public PluginId Same => target;
                    }
                }
                """,
            Certain = "FPG2002",
            Language = 14,
        },

        new("A_static_extension_property_returns_an_ID_that_is_not_null", """
            public void Run(WidgetId widget)
            {
                payments.GetPaymentsAsync(user, null, PluginId.Known, widget);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId)
                    {
                        public static PluginId Known => somePlugin;
                    }
                }
                """,
            Certain = "FPG2002",
            Language = 14,
        },

        new("Value_of_an_ID_is_not_an_extension", """
            public void Run(PluginId? plugin, WidgetId? widget)
            {
                payments.GetPaymentsAsync(user, null, plugin.Value, widget.Value);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    extension(PluginId? target)
                    {
                        public int Length => 0;
                    }
                }
                """,
            Certain = "FPG2002",
            Language = 14,
        },
    ];
}

using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Targets of assignments that are code, or members of null.</summary>
internal static class TargetShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("Null_member_write_field", """
            private readonly IPayments cl = payments;

            private Session _session;

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    _session.IsPlugin = true;
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                public sealed class Session
                {
                    public bool IsPlugin;
                    public Session? Parent;
                }
                """,
        },

        new("Null_member_write_auto_property", """
            private readonly IPayments cl = payments;

            public Options? Settings { get; set; }

            public void Run(int n)
            {
                PluginId? p = somePlugin;
                if (n > 2)
                {
                    Settings!.Limit = 2;
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                public sealed class Options
                {
                    public int Limit;
                }
                """,
        },

        new("Null_member_write_static", """
            private readonly IPayments cl = payments;

            private static Options s_options;

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    s_options.Limit = 2;
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                public sealed class Options
                {
                    public int Limit;
                }
                """,
        },

        new("Null_member_write_deconstruct", """
            private readonly IPayments cl = payments;

            private Options _options;

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                    (_options.Limit, p) = (2, null);
                cl.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                public sealed class Options
                {
                    public int Limit;
                }
                """,
        },

        new("Null_cast_write_field", """
            private readonly IPayments cl = payments;

            private object? _box;

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    (_box as Options)!.Limit = 2;
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                public sealed class Options
                {
                    public int Limit;
                }
                """,
        },

        new("Null_member_write_state_machine", """
            private readonly IPayments cl = payments;

            private State _next;

            public void Run(bool isDone, bool isPlugin)
            {
                WidgetId? w = isPlugin ? null : someWidget;
                PluginId? p = isPlugin ? somePlugin : null;
                if (isDone)
                {
                    _next.Name = "done";
                    w = null;
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, w);
            }
            """)
        {
            Types = """
                public sealed class State
                {
                    public string Name = "";
                    public State? Next;
                }
                """,
        },

        new("Setter_deconstructed_throws", """
            private readonly IPayments cl = payments;

            public int Limit { get => 0; set => throw new NotSupportedException(); }

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                    (Limit, p) = (5, null);
                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Array_element_deconstructed_out_of_range", """
            private readonly IPayments cl = payments;

            public void Run(bool isPlugin)
            {
                int[] counts = new int[1];
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    (counts[0], counts[1]) = (1, 2);
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Array_swap_out_of_range", """
            private readonly IPayments cl = payments;

            private readonly int[] _counts = new int[1];

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    (_counts[0], _counts[1]) = (1, 2);
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("List_element_deconstructed", """
            private readonly IPayments cl = payments;

            private readonly List<int> _counts = new();

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    int x;
                    (_counts[0], x) = (1, 2);
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Dictionary_null_key_deconstructed", """
            private readonly IPayments cl = payments;

            private readonly Dictionary<string, int> _counts = new();

            private string? _key;

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    int x;
                    (_counts[_key!], x) = (1, 2);
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Covariant_element_deconstructed", """
            private readonly IPayments cl = payments;

            public void Run(bool isPlugin)
            {
                object[] names = new string[2];
                PluginId? p = somePlugin;
                object one = new();
                if (isPlugin)
                {
                    int x;
                    (names[0], x) = (one, 2);
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Static_property_deconstructed_type_initializer", """
            private readonly IPayments cl = payments;

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    int x;
                    (Defaults.Limit, x) = (1, 2);
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static class Defaults
            {
                static Defaults() => throw new InvalidOperationException();
                public static int Limit { get; set; }
            }
            """),

        new("Setter_after_conditional_value_throws", """
            private readonly IPayments cl = payments;

            public bool IsReadOnly { get => false; set => throw new NotSupportedException(); }

            public void Run(bool isPlugin, bool isFast)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    IsReadOnly = isFast ? true : false;
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Setter_after_coalesce_throws", """
            private readonly IPayments cl = payments;

            public string? Region { get => null; set => throw new NotSupportedException(); }

            public void Run(bool isPlugin, string? region)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    Region = region ?? "eu";
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Setter_by_coalesce_assignment_throws", """
            private readonly IPayments cl = payments;

            public string? Region { get => null; set => throw new NotSupportedException(); }

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    Region ??= "eu";
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Field_setter_by_coalesce_assignment_throws", """
            private readonly IPayments cl = payments;

            public string? Region
            {
                get;
                set
                {
                    if (value is { Length: > 1 })
                        throw new ArgumentException("bad");
                    field = value;
                }
            }

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    Region ??= "eu";
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """) { Language = 14 },

        new("Null_member_write_else_branch", """
            private readonly IPayments cl = payments;

            private Audit? _audit;

            public void Run(PluginId? plugin, WidgetId? widget)
            {
                PluginId? p = null;
                WidgetId? w = null;
                if (plugin is not null)
                    p = plugin;
                else if (widget is not null)
                    w = widget;
                else
                    _audit!.Reason = "no ID";
                cl.GetPaymentsAsync(user, null, p, w);
            }
            """)
        {
            Types = """
                public sealed class Audit
                {
                    public string Reason = "";
                }
                """,
        },

        new("Null_tuple_member_write", """
            private readonly IPayments cl = payments;

            private (Audit? First, int X) _pair;

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    _pair.First!.Reason = "x";
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                public sealed class Audit
                {
                    public string Reason = "";
                }
                """,
        },

        new("Setter_static_after_conditional", """
            private readonly IPayments cl = payments;

            private static class Limits
            {
                public static bool IsOpen { get => false; set => throw new NotSupportedException(); }
            }

            public void Run(bool isPlugin, bool isFast)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    Limits.IsOpen = isFast && true;
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Setter_deconstructed_from_parameters", """
            private readonly IPayments cl = payments;

            private int _limit;

            public int Limit { get => _limit; set => _limit = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value)); }

            public string Name { get; set; } = "";

            public void Run(bool isPlugin)
            {
                WidgetId? w = null;
                PluginId? p = null;
                if (isPlugin)
                    p = somePlugin;
                else
                    (Limit, Name) = (0, "none");
                cl.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Span_element_deconstructed", """
            private readonly IPayments cl = payments;

            public void Run(bool isPlugin)
            {
                Span<int> counts = new int[1];
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    int x;
                    (counts[3], x) = (1, 2);
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Setter_by_switch_expression", """
            private readonly IPayments cl = payments;

            public int Limit { get => 1; set => throw new NotSupportedException(); }

            public void Run(bool isPlugin, Kind kind)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    Limit = kind switch
                    {
                        Kind.Plugin => 1,
                        Kind.Widget => 2,
                        _ => 3
                    };
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Setter_by_null_conditional_value", """
            private readonly IPayments cl = payments;

            public string? Title { get => null; set => throw new NotSupportedException(); }

            public void Run(bool isPlugin, string? s)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    Title = s?.Trim();
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Setter_clears_other_state", """
            private readonly IPayments cl = payments;

            private bool _isClosed;

            public bool IsClosed
            {
                get => false;
                set
                {
                    _isClosed = value;
                    if (value)
                        throw new ObjectDisposedException("x");
                }
            }

            public void Run(bool isClosed, bool isPlugin)
            {
                WidgetId? w = isPlugin ? null : someWidget;
                PluginId? p = isPlugin ? somePlugin : null;
                if (isClosed)
                {
                    IsClosed = isPlugin || !isPlugin;
                    p = null;
                    w = null;
                }

                cl.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Inline_array_element_write", """
            private readonly IPayments cl = payments;

            [InlineArray(2)]
            private struct Buffer
            {
                private int _e;
            }

            public void Run(bool isPlugin)
            {
                Buffer buffer = default;
                int i = 5;
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    buffer[i] = 1;
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Inline_array_element_write_field", """
            private readonly IPayments cl = payments;

            [InlineArray(2)]
            private struct Buffer
            {
                private int _e;
            }

            private Buffer _buffer;

            private int _used = 2;

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    _buffer[_used] = 1;
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Null_write_coalesced_value", """
            private readonly IPayments cl = payments;

            private Audit? _audit;

            public void Run(bool isPlugin)
            {
                WidgetId? w = someWidget;
                PluginId? p = null;
                if (isPlugin)
                {
                    p = somePlugin;
                    _audit!.Widget = w;
                }

                cl.GetPaymentsAsync(user, null, p, w);
            }
            """)
        {
            Types = """
                public sealed class Audit
                {
                    public WidgetId? Widget;
                }
                """,
        },

        new("Inline_array_deconstructed", """
            private readonly IPayments cl = payments;

            [InlineArray(2)]
            private struct Buffer
            {
                private int _e;
            }

            private Buffer _buffer;

            private int _used = 2;

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    int x;
                    (_buffer[_used], x) = (1, 2);
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Setter_throws_in_try_after_write_in_value", """
            private readonly IPayments cl = payments;

            public int Limit { get => 0; set => throw new NotSupportedException(); }

            public void Run(bool isFast)
            {
                PluginId? p = null;
                try
                {
                    Limit = (p = somePlugin)is null ? 1 : 2;
                }
                catch (NotSupportedException)
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Indexer_throws_in_try_after_write_in_value", """
            private readonly IPayments cl = payments;

            private sealed class Bag
            {
                public int this[int i] { get => 0; set => throw new NotSupportedException(); }
            }

            public void Run(bool isFast)
            {
                PluginId? p = null;
                Bag bag = new();
                try
                {
                    bag[0] = (p = somePlugin)is null ? 1 : 2;
                }
                catch (NotSupportedException)
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Setter_throws_in_try_after_static_field", """
            private readonly IPayments cl = payments;

            private static class Defaults
            {
                public static readonly string Region = "eu";
            }

            public string? Region { get => null; set => throw new NotSupportedException(); }

            public void Run(bool isFast)
            {
                PluginId? p = null;
                try
                {
                    p = somePlugin;
                    Region ??= Defaults.Region;
                }
                catch (NotSupportedException)
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),
    ];
}

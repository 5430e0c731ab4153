using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Conditional methods whose receivers or elements are removed with them.</summary>
internal static class ConditionalMethodShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("Conditional_access_receiver_of_removed_call", """
            private readonly IPayments cl = payments;

            public void Run(bool x)
            {
                PluginId? p = somePlugin;
                WidgetId? w = null;
                Log.Of(w = someWidget)?.Write("x");
                cl.GetPaymentsAsync(user, null, p, w);
            }
            """)
        {
            Types = """
                public sealed class Log
                {
                    public static Log? Of(object? x) => new Log();
                    [Conditional("NEVER_DEFINED")]
                    public void Write(string text)
                    {
                    }
                }
                """,
        },

        new("Conditional_access_receiver_of_removed_call_if", """
            private readonly IPayments cl = payments;

            public void Run(bool isPlugin)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                WidgetId? w = isPlugin ? null : someWidget;
                Log.Of(p = null)?.Write("x");
                cl.GetPaymentsAsync(user, null, p, w);
            }
            """)
        {
            Types = """
                public sealed class Log
                {
                    public static Log? Of(object? x) => new Log();
                    [Conditional("NEVER_DEFINED")]
                    public void Write(string text)
                    {
                    }
                }
                """,
        },

        new("Conditional_access_receiver_of_removed_call_throws", """
            private readonly IPayments cl = payments;

            public void Run(PluginId? p)
            {
                Log.Of(p)?.Write("x");
                cl.GetPaymentsAsync(user, null, p, someWidget);
            }
            """)
        {
            Types = """
                public sealed class Log
                {
                    public static Log? Of(PluginId? x)
                    {
                        if (x is null)
                            throw new ArgumentNullException();
                        return null;
                    }

                    [Conditional("NEVER_DEFINED")]
                    public void Write(string text)
                    {
                    }
                }
                """,
        },

        new("Conditional_chain_of_access", """
            private readonly IPayments cl = payments;

            public void Run(bool x)
            {
                PluginId? p = somePlugin;
                WidgetId? w = null;
                Log.Of(w = someWidget)?.Next?.Next?.Write("x");
                cl.GetPaymentsAsync(user, null, p, w);
            }
            """)
        {
            Types = """
                public sealed class Log
                {
                    public Log? Next => this;

                    public static Log? Of(object? x) => new Log();
                    [Conditional("NEVER_DEFINED")]
                    public void Write(string text)
                    {
                    }
                }
                """,
        },

        new("Conditional_extension_access", """
            private readonly IPayments cl = payments;

            public void Run(bool x)
            {
                PluginId? p = somePlugin;
                WidgetId? w = null;
                LogExtensions.Of(w = someWidget)?.Trace("x");
                cl.GetPaymentsAsync(user, null, p, w);
            }
            """)
        {
            Types = """
                public static class LogExtensions
                {
                    [Conditional("NEVER_DEFINED")]
                    public static void Trace(this object log, string text)
                    {
                    }

                    public static object? Of(object? x) => x;
                }
                """,
        },

        new("Conditional_Add_of_collection_expression", """
            private readonly IPayments cl = payments;

            public void Run(bool x)
            {
                PluginId? p = somePlugin;
                WidgetId? w = null;
                Bag bag = [(w = someWidget)];
                cl.GetPaymentsAsync(user, null, p, w);
            }
            """)
        {
            Types = """
                public sealed class Bag : IEnumerable<object?>
                {
                    public IEnumerator<object?> GetEnumerator() => throw new NotSupportedException();
                    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException();
                    [Conditional("NEVER_DEFINED")]
                    public void Add(object? x)
                    {
                    }
                }
                """,
        },

        new("Conditional_Append_of_handler", """
            private readonly IPayments cl = payments;

            public void Run(bool x)
            {
                PluginId? p = null;
                Logger.Write($"id {p = somePlugin}");
                cl.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                [InterpolatedStringHandler]
                public struct Handler
                {
                    public Handler(int a, int b)
                    {
                    }

                    public void AppendLiteral(string s)
                    {
                    }

                    [Conditional("NEVER_DEFINED")]
                    public void AppendFormatted(object? x)
                    {
                    }
                }

                public static class Logger
                {
                    public static void Write(Handler h)
                    {
                    }
                }
                """,
        },

        new("Conditional_Append_of_handler_clears", """
            private readonly IPayments cl = payments;

            public void Run(bool x)
            {
                PluginId? p = somePlugin;
                WidgetId? w = someWidget;
                Logger.Write($"id {p = null}");
                cl.GetPaymentsAsync(user, null, p, w);
            }
            """)
        {
            Types = """
                [InterpolatedStringHandler]
                public struct Handler
                {
                    public Handler(int a, int b)
                    {
                    }

                    public void AppendLiteral(string s)
                    {
                    }

                    [Conditional("NEVER_DEFINED")]
                    public void AppendFormatted(object? x)
                    {
                    }
                }

                public static class Logger
                {
                    public static void Write(Handler h)
                    {
                    }
                }
                """,
        },

        new("Conditional_Add_spread", """
            private readonly IPayments cl = payments;

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                Bag bag = [1, (p = null), 2];
                cl.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                public sealed class Bag : IEnumerable<object?>
                {
                    public IEnumerator<object?> GetEnumerator() => throw new NotSupportedException();
                    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException();
                    [Conditional("NEVER_DEFINED")]
                    public void Add(object? x)
                    {
                    }
                }
                """,
        },

        new("Conditional_Add_guard_expression", """
            private readonly IPayments cl = payments;

            public void Run(PluginId? p)
            {
                Bag bag = [p!.Value];
                cl.GetPaymentsAsync(user, null, p, someWidget);
            }
            """)
        {
            Types = """
                public sealed class Bag : IEnumerable<object?>
                {
                    public IEnumerator<object?> GetEnumerator() => throw new NotSupportedException();
                    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException();
                    [Conditional("NEVER_DEFINED")]
                    public void Add(object? x)
                    {
                    }
                }
                """,
        },

        new("Conditional_params_collection", """
            private readonly IPayments cl = payments;

            private static void Take(params Bag bag)
            {
            }

            public void Run(bool x)
            {
                PluginId? p = somePlugin;
                Take((p = null), 1);
                cl.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                public sealed class Bag : IEnumerable<object?>
                {
                    public IEnumerator<object?> GetEnumerator() => throw new NotSupportedException();
                    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException();
                    [Conditional("NEVER_DEFINED")]
                    public void Add(object? x)
                    {
                    }
                }
                """,
            Language = 13,
        },

        new("Params_collection_conditional_add", """
            public void Take(params Bag bag)
            {
            }

            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = null;
                Take(p = plugin);
                payments.GetPaymentsAsync(user, null, p, widget);
            }
            """)
        {
            Types = """
                public sealed class Bag : IEnumerable<object?>
                {
                    [Conditional("NEVER")]
                    public void Add(object? x)
                    {
                    }

                    public IEnumerator<object?> GetEnumerator() => new List<object?>().GetEnumerator();
                    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
                }
                """,
            Language = 13,
        },

        new("Params_collection_conditional_add_clears", """
            public void Take(params Bag bag)
            {
            }

            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = plugin;
                Take(p = null);
                payments.GetPaymentsAsync(user, null, p);
            }
            """)
        {
            Types = """
                public sealed class Bag : IEnumerable<object?>
                {
                    [Conditional("NEVER")]
                    public void Add(object? x)
                    {
                    }

                    public IEnumerator<object?> GetEnumerator() => new List<object?>().GetEnumerator();
                    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
                }
                """,
            Language = 13,
        },

        new("Collection_conditional_extension_add", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = null;
                Queue<object?> queue = [p = plugin];
                payments.GetPaymentsAsync(user, null, p, widget);
            }
            """)
        {
            Types = """
                public static class Extensions
                {
                    [Conditional("NEVER")]
                    public static void Add<T>(this Queue<T> queue, T x)
                    {
                    }
                }
                """,
        },

        new("Collection_conditional_extension_add_clears", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = plugin;
                Queue<object?> queue = [p = null ];
                payments.GetPaymentsAsync(user, null, p);
            }
            """)
        {
            Types = """
                public static class Extensions
                {
                    [Conditional("NEVER")]
                    public static void Add<T>(this Queue<T> queue, T x)
                    {
                    }
                }
                """,
        },
    ];
}

using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Handlers that are entered on one path only, beside operations that can throw on each path.</summary>
internal static class HandlerShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("Handler_neighbour_operation_throws", """
            private readonly IPayments cl = payments;

            private static void Log()
            {
                Console.Out.Flush();
            }

            private static void Fine()
            {
                Console.Out.Flush();
            }

            private static void Bad() => throw new InvalidOperationException();

            public void Run(bool isPlugin)
            {
                Action check = isPlugin ? Bad : Fine;
                PluginId? p = isPlugin ? somePlugin : null;
                try
                {
                    Log();
                    check();
                }
                catch (InvalidOperationException)
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Handler_neighbour_division", """
            private readonly IPayments cl = payments;

            private static int Read() => Environment.TickCount;

            public void Run(bool isPlugin)
            {
                int divisor = isPlugin ? 0 : 2;
                PluginId? p = isPlugin ? somePlugin : null;
                try
                {
                    Read();
                    _ = 10 / divisor;
                }
                catch (DivideByZeroException)
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Handler_neighbour_index", """
            private readonly IPayments cl = payments;

            private static int Read() => Environment.TickCount;

            public void Run(Kind kind)
            {
                int[] limits = [1, 2];
                int index = 0;
                PluginId? p = null;
                if (kind == Kind.Plugin)
                {
                    index = 5;
                    p = somePlugin;
                }

                try
                {
                    Read();
                    _ = limits[index];
                }
                catch (IndexOutOfRangeException)
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Handler_neighbour_validator", """
            private readonly IPayments cl = payments;

            private static void Log()
            {
                Console.Out.Flush();
            }

            private static void Validate(string mode)
            {
                if (mode == "plugin")
                    throw new ArgumentException(mode);
            }

            public void Run(bool isPlugin)
            {
                string mode = isPlugin ? "plugin" : "widget";
                PluginId? p = isPlugin ? somePlugin : null;
                try
                {
                    Log();
                    Validate(mode);
                }
                catch (ArgumentException)
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Handler_neighbour_static_field", """
            private readonly IPayments cl = payments;

            private static class Cache
            {
                public static readonly object Value = Make();
                private static object Make() => new object ();
            }

            private static void Bad() => throw new InvalidOperationException();

            private static void Fine()
            {
                Console.Out.Flush();
            }

            public void Run(bool isPlugin)
            {
                Action check = isPlugin ? Bad : Fine;
                PluginId? p = isPlugin ? somePlugin : null;
                try
                {
                    _ = new object ().ToString();
                    check();
                }
                catch (Exception)
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Handler_neighbour_awaits", """
            private readonly IPayments cl = payments;

            private static Task Log() => Task.CompletedTask;

            private static async Task Validate(string mode)
            {
                await Task.Yield();
                if (mode == "plugin")
                    throw new ArgumentException(mode);
            }

            public async Task Run(bool isPlugin)
            {
                string mode = isPlugin ? "plugin" : "widget";
                PluginId? p = isPlugin ? somePlugin : null;
                try
                {
                    await Log();
                    await Validate(mode);
                }
                catch (ArgumentException)
                {
                    await cl.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Handler_neighbour_two_ids", """
            private readonly IPayments cl = payments;

            private static void Log()
            {
                Console.Out.Flush();
            }

            private static void Validate(string mode)
            {
                if (mode == "plugin")
                    throw new ArgumentException(mode);
            }

            public void Run(bool isPlugin)
            {
                string mode = isPlugin ? "plugin" : "widget";
                PluginId? p = somePlugin;
                WidgetId? w = isPlugin ? null : someWidget;
                try
                {
                    Log();
                    Validate(mode);
                    return;
                }
                catch (ArgumentException)
                {
                }

                cl.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Handler_neighbour_finally", """
            private readonly IPayments cl = payments;

            private static void Log()
            {
                Console.Out.Flush();
            }

            private static void Validate(string mode)
            {
                if (mode == "plugin")
                    throw new ArgumentException(mode);
            }

            public void Run(bool isPlugin)
            {
                string mode = isPlugin ? "plugin" : "widget";
                PluginId? p = isPlugin ? somePlugin : null;
                bool isOk = false;
                try
                {
                    Log();
                    Validate(mode);
                    isOk = true;
                }
                finally
                {
                    if (!isOk)
                        cl.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Handler_neighbour_file_io", """
            private readonly IPayments cl = payments;

            private sealed class Store
            {
                private readonly Dictionary<string, string> _all = new()
                {
                    ["widget"] = "w"
                };
                public string Load(string key) => _all[key];
                public int Count() => _all.Count;
            }

            private readonly Store _store = new();

            public void Run(bool isPlugin)
            {
                string key = isPlugin ? "plugin" : "widget";
                PluginId? p = isPlugin ? somePlugin : null;
                try
                {
                    _store.Count();
                    _store.Load(key);
                }
                catch (KeyNotFoundException)
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Handler_neighbour_argument_evaluation", """
            private readonly IPayments cl = payments;

            private static string Name() => Environment.NewLine;

            private static void Validate(string name, string mode)
            {
                if (mode == "plugin")
                    throw new ArgumentException(mode);
            }

            public void Run(bool isPlugin)
            {
                string mode = isPlugin ? "plugin" : "widget";
                PluginId? p = isPlugin ? somePlugin : null;
                try
                {
                    string name = Name();
                    Validate(name, mode);
                }
                catch (ArgumentException)
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Handler_neighbour_write_between", """
            private readonly IPayments cl = payments;

            private static void Log()
            {
                Console.Out.Flush();
            }

            private static void Validate(string mode)
            {
                if (mode == "plugin")
                    throw new ArgumentException(mode);
            }

            public void Run(bool isPlugin)
            {
                string mode = isPlugin ? "plugin" : "widget";
                PluginId? p = isPlugin ? somePlugin : null;
                int step = 0;
                try
                {
                    step = 1;
                    Log();
                    step = 2;
                    Validate(mode);
                    step = 3;
                }
                catch (ArgumentException)
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Handler_neighbour_enum_switch", """
            private readonly IPayments cl = payments;

            private static void Log()
            {
                Console.Out.Flush();
            }

            private static void Apply(int limit)
            {
                if (limit > 5)
                    throw new ArgumentOutOfRangeException(nameof(limit));
            }

            public void Run(Kind kind)
            {
                int limit;
                PluginId? p = null;
                WidgetId? w = null;
                switch (kind)
                {
                    case Kind.Plugin:
                        limit = 10;
                        p = somePlugin;
                        break;
                    case Kind.Widget:
                        limit = 20;
                        w = someWidget;
                        break;
                    default:
                        limit = 1;
                        break;
                }

                try
                {
                    Log();
                    Apply(limit);
                    return;
                }
                catch (ArgumentException)
                {
                }

                cl.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Handler_rethrow_filter", """
            private readonly IPayments cl = payments;

            private static void Log()
            {
                Console.Out.Flush();
            }

            private static void Validate(string mode)
            {
                if (mode == "plugin")
                    throw new ArgumentException(mode);
                throw new FormatException();
            }

            public void Run(bool isPlugin)
            {
                string mode = isPlugin ? "plugin" : "widget";
                PluginId? p = isPlugin ? somePlugin : null;
                try
                {
                    Log();
                    Validate(mode);
                }
                catch (FormatException)
                {
                    return;
                }
                catch (Exception)
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Handler_neighbour_foreach", """
            private readonly IPayments cl = payments;

            private readonly List<string> _names = ["a"];

            private static void Validate(string name, string mode)
            {
                if (mode == "plugin")
                    throw new ArgumentException(mode);
            }

            public void Run(bool isPlugin)
            {
                string mode = isPlugin ? "plugin" : "widget";
                PluginId? p = isPlugin ? somePlugin : null;
                try
                {
                    foreach (string name in _names)
                        Validate(name, mode);
                }
                catch (ArgumentException)
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Handler_neighbour_LINQ", """
            private readonly IPayments cl = payments;

            private readonly List<string> _names = ["widget"];

            public void Run(bool isPlugin)
            {
                string mode = isPlugin ? "plugin" : "widget";
                PluginId? p = isPlugin ? somePlugin : null;
                try
                {
                    string[] all = _names.ToArray();
                    _ = Array.IndexOf(all, mode) < 0 ? throw new KeyNotFoundException(mode) : 0;
                }
                catch (KeyNotFoundException)
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Handler_neighbour_passed_condition", """
            private readonly IPayments cl = payments;

            private static void Log()
            {
                Console.Out.Flush();
            }

            private static void Validate(bool isPlugin)
            {
                if (isPlugin)
                    throw new ArgumentException();
            }

            public void Run(bool isPlugin)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                try
                {
                    Log();
                    Validate(isPlugin);
                }
                catch (ArgumentException)
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Handler_captured_before_log", """
            private readonly IPayments cl = payments;

            private static void Log()
            {
                Console.Out.Flush();
            }

            public void Run(Kind kind)
            {
                int limit = 1;
                WidgetId? w = null;
                try
                {
                    Log();
                    if (kind == Kind.Widget)
                    {
                        limit = 0;
                        w = someWidget;
                    }

                    _ = 5 / limit;
                    return;
                }
                catch (DivideByZeroException)
                {
                    cl.GetPaymentsAsync(user, null, null, w);
                }
            }
            """),

        new("Handler_neighbour_nullable_cast", """
            private readonly IPayments cl = payments;

            private static void Log()
            {
                Console.Out.Flush();
            }

            public void Run(PluginId? plugin)
            {
                bool isPlugin = plugin is not null;
                WidgetId? w = null;
                if (!isPlugin)
                    w = someWidget;
                try
                {
                    Log();
                    PluginId id = (PluginId)plugin!;
                    return;
                }
                catch (InvalidOperationException)
                {
                }

                cl.GetPaymentsAsync(user, null, null, w);
            }
            """),

        new("Handler_neighbour_guard_helper", """
            private readonly IPayments cl = payments;

            private static void Log()
            {
                Console.Out.Flush();
            }

            private static void EnsureId(PluginId? id)
            {
                if (id is null)
                    throw new ArgumentNullException(nameof(id));
            }

            public void Run(PluginId? plugin)
            {
                WidgetId? w = plugin is null ? someWidget : null;
                try
                {
                    Log();
                    EnsureId(plugin);
                    return;
                }
                catch (ArgumentNullException)
                {
                }

                cl.GetPaymentsAsync(user, null, null, w);
            }
            """),

        new("Handler_neighbour_rollback", """
            private readonly IPayments cl = payments;

            private static void Begin()
            {
                Console.Out.Flush();
            }

            private static void Save(Kind kind, Action<Kind> save) => save(kind);

            public void Run(bool isDraft)
            {
                Action commit = isDraft ? () => throw new InvalidOperationException("draft") : () =>
                {
                };
                WidgetId? w = null;
                if (isDraft)
                    w = someWidget;
                try
                {
                    Begin();
                    commit();
                }
                catch (Exception)
                {
                    cl.GetPaymentsAsync(user, null, null, w);
                    throw;
                }
            }
            """),

        new("Handler_path_index_captured", """
            private readonly IPayments cl = payments;

            private static void Log()
            {
                Console.Out.Flush();
            }

            public void Run(bool isPlugin)
            {
                int index = 0;
                PluginId? p = null;
                int[] all = [1];
                try
                {
                    Log();
                    if (isPlugin)
                    {
                        index = 3;
                        p = somePlugin;
                    }

                    _ = all[index];
                }
                catch (IndexOutOfRangeException)
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("Handler_two_writes_on_path", """
            private readonly IPayments cl = payments;

            private static void Log()
            {
                Console.Out.Flush();
            }

            private static void Validate(string mode)
            {
                if (mode == "plugin")
                    throw new ArgumentException(mode);
            }

            public void Run(bool isPlugin)
            {
                string mode = "widget";
                PluginId? p = null;
                try
                {
                    Log();
                    if (isPlugin)
                    {
                        mode = "plugin";
                        p = somePlugin;
                    }

                    Validate(mode);
                    return;
                }
                catch (ArgumentException)
                {
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Operation_before_an_assignment_always_throws", """
            public void Run(bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = null;

                try
                {
                    Fail();
                    w = isPlugin ? someWidget : someWidget;
                    p = somePlugin;
                }
                catch (InvalidOperationException)
                {
                    p = somePlugin;
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static void Fail() => FailLater();

            private static void FailLater() => throw new InvalidOperationException();
            """),
    ];
}

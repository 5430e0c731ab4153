using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Variables that a choice initializes, and that another function uses to end the path.</summary>
internal static class CapturedChoiceShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("Local_function_validates_p", """
            public void Run(bool isPlugin, PluginId plugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                Validate();
                payments.GetPaymentsAsync(user, null, p, null);
                void Validate()
                {
                    if (p is null)
                        throw new InvalidOperationException("No plugin.");
                }
            }
            """),

        new("Local_function_validates_mode", """
            public void Run(bool isPlugin, PluginId plugin)
            {
                PluginId? p = null;
                if (isPlugin)
                    p = plugin;
                string mode = isPlugin ? "plugin" : "none";
                Validate();
                payments.GetPaymentsAsync(user, null, p, null);
                void Validate()
                {
                    if (mode == "none")
                        throw new InvalidOperationException();
                }
            }
            """),

        new("Local_function_validates_switch", """
            public void Run(Kind kind)
            {
                PluginId? p = kind switch
                {
                    Kind.Plugin => somePlugin,
                    _ => null
                };
                WidgetId? w = kind switch
                {
                    Kind.Widget => someWidget,
                    _ => null
                };
                Check();
                payments.GetPaymentsAsync(user, null, p, w);
                void Check()
                {
                    if (p is null && w is null)
                        throw new NotSupportedException();
                }
            }
            """),

        new("Lambda_validates_p", """
            public void Run(bool isPlugin, PluginId plugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                Action validate = () =>
                {
                    if (p is null)
                        throw new InvalidOperationException();
                };
                validate();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Linq_Any_captures_p", """
            public void Run(bool isPlugin, PluginId plugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                int[] items = [1];
                if (items.Any(_ => p is null))
                    return;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Linq_All_rules_capture", """
            public void Run(bool isPlugin, PluginId plugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                Func<bool>[] rules = [() => p is not null ];
                if (!rules.All(rule => rule()))
                    return;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Iterator_local_function_errors", """
            public void Run(bool isPlugin, PluginId plugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                if (Errors().Any())
                    return;
                payments.GetPaymentsAsync(user, null, p, null);
                IEnumerable<string> Errors()
                {
                    if (p is null)
                        yield return "No plugin.";
                }
            }
            """),

        new("Iterator_local_function_foreach", """
            public void Run(bool isPlugin, PluginId plugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                foreach (string error in Errors())
                    throw new InvalidOperationException(error);
                payments.GetPaymentsAsync(user, null, p, null);
                IEnumerable<string> Errors()
                {
                    if (p is null)
                        yield return "No plugin.";
                }
            }
            """),

        new("Async_local_function_validates", """
            public async Task Run(bool isPlugin, PluginId plugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                await ValidateAsync();
                await payments.GetPaymentsAsync(user, null, p, null);
                async Task ValidateAsync()
                {
                    await Task.Yield();
                    if (p is null)
                        throw new InvalidOperationException();
                }
            }
            """),

        new("Local_function_bool_result", """
            public void Run(bool isPlugin, PluginId plugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                if (!IsValid())
                    return;
                payments.GetPaymentsAsync(user, null, p, null);
                bool IsValid() => p is not null;
            }
            """),

        new("Local_function_bool_and", """
            public void Run(bool isPlugin, bool isActive, PluginId plugin)
            {
                bool ok = isPlugin && isActive;
                PluginId? p = isPlugin && isActive ? plugin : null;
                Check();
                payments.GetPaymentsAsync(user, null, p, null);
                void Check()
                {
                    if (!ok)
                        throw new InvalidOperationException();
                }
            }
            """),

        new("Query_captures_p", """
            public void Run(bool isPlugin, PluginId plugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                int[] items = [1];
                if ((
                    from item in items
                    where p is null
                    select item).Any())
                    return;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Lazy_captures_p", """
            public void Run(bool isPlugin, PluginId plugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                Lazy<PluginId> lazy = new(() => p!.Value);
                _ = lazy.Value;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Task_FromLambda_captures", """
            public async Task Run(bool isPlugin, PluginId plugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                await Retry(() => p is null ? throw new InvalidOperationException() : Task.CompletedTask);
                await payments.GetPaymentsAsync(user, null, p, null);
            }

            private static async Task Retry(Func<Task> action)
            {
                try
                {
                    await action();
                }
                catch (TimeoutException)
                {
                    await action();
                }
            }
            """),

        new("Using_disposable_lambda", """
            public void Run(bool isPlugin, PluginId plugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                using (new Scope(() =>
                {
                    if (p is null)
                        throw new InvalidOperationException();
                }))
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Scope(Action end) : IDisposable
            {
                public void Dispose() => end();
            }
            """),

        new("Local_function_tuple_choice", """
            public void Run(Kind kind)
            {
                var ids = kind switch
                {
                    Kind.Plugin => ((PluginId? )somePlugin, (WidgetId? )null),
                    Kind.Widget => (null, someWidget),
                    _ => (null, null)};
                Check();
                payments.GetPaymentsAsync(user, null, ids.Item1, ids.Item2);
                void Check()
                {
                    if (ids is (null, null))
                        throw new ArgumentException("No ID.");
                }
            }
            """),

        new("Lambda_wraps_delegate", """
            public void Run(bool isPlugin)
            {
                PluginId? p = null;
                if (isPlugin)
                    p = somePlugin;
                Action check = isPlugin ? Accept : Reject;
                Action run = () => check();
                run();
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Accept()
            {
            }

            private static void Reject() => throw new InvalidOperationException();
            """),

        new("Captured_string_switch", """
            public void Run(Kind kind)
            {
                string? name = kind switch
                {
                    Kind.Plugin => "plugin",
                    Kind.Widget => "widget",
                    _ => null
                };
                PluginId? p = kind == Kind.Plugin ? somePlugin : null;
                WidgetId? w = kind == Kind.Widget ? someWidget : null;
                Log();
                payments.GetPaymentsAsync(user, null, p, w);
                void Log() => Debug2(name ?? throw new NotSupportedException());
            }

            private static void Debug2(string text)
            {
            }
            """),

        new("Captured_First_throws", """
            public void Run(bool isPlugin)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                string[] names = ["a"];
                string name = names.First(_ => p is not null);
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Captured_number_choice", """
            public void Run(bool isPlugin)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                int retries = isPlugin ? 3 : 0;
                IEnumerable<int> all = Range();
                foreach (int i in all)
                    payments.GetPaymentsAsync(user, null, p, null);
                IEnumerable<int> Range()
                {
                    for (int i = 0; i < retries; i++)
                        yield return i;
                }
            }
            """),

        new("Captured_by_event", """
            public event Action? Validating;

            public void Run(bool isPlugin)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                Validating += () =>
                {
                    if (p is null)
                        throw new InvalidOperationException();
                };
                Validating();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Captured_realistic_form", """
            public async Task Run(string? pluginText, string? widgetText)
            {
                IPayments cl = payments;
                PluginId? pluginId = pluginText is null ? null : new PluginId(7);
                WidgetId? widgetId = widgetText is null ? null : new WidgetId(8);
                ValidateIds();
                await cl.GetPaymentsAsync(user, pluginId: pluginId, widgetId: widgetId);
                void ValidateIds()
                {
                    if (pluginId.HasValue == widgetId.HasValue)
                        throw new ArgumentException("Specify a plugin or a widget.");
                }
            }
            """),

        new("Captured_realistic_constant", """
            public async Task Run(bool isPlugin, bool isWidget)
            {
                IPayments cl = payments;
                PluginId? pluginId = isPlugin ? new PluginId(7) : null;
                WidgetId? widgetId = isWidget ? new WidgetId(8) : null;
                ValidateIds();
                await cl.GetPaymentsAsync(user, pluginId: pluginId, widgetId: widgetId);
                void ValidateIds()
                {
                    if (pluginId.HasValue == widgetId.HasValue)
                        throw new ArgumentException("Specify a plugin or a widget.");
                }
            }
            """),

        new("Captured_polly", """
            public async Task Run(Kind kind)
            {
                IPayments cl = payments;
                PluginId? p = kind == Kind.Plugin ? somePlugin : null;
                WidgetId? w = kind == Kind.Widget ? someWidget : null;
                await Execute(async () =>
                {
                    await Task.Yield();
                    if (p is null && w is null)
                        throw new InvalidOperationException();
                });
                await cl.GetPaymentsAsync(user, null, p, w);
            }

            private static async Task Execute(Func<Task> action)
            {
                for (int i = 0;; i++)
                {
                    try
                    {
                        await action();
                        return;
                    }
                    catch (TimeoutException)when (i < 3)
                    {
                    }
                }
            }
            """),

        new("Call_in_catch_captured", """
            public void Run(bool isPlugin)
            {
                IPayments cl = payments;
                PluginId? p = isPlugin ? null : somePlugin;
                try
                {
                    Check();
                }
                catch (InvalidOperationException)
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }

                void Check()
                {
                    if (p is not null)
                        throw new InvalidOperationException();
                }
            }
            """),

        new("Captured_in_finally", """
            public void Run(bool isPlugin)
            {
                IPayments cl = payments;
                PluginId? p = isPlugin ? somePlugin : null;
                try
                {
                }
                finally
                {
                    Check();
                }

                cl.GetPaymentsAsync(user, null, p, null);
                void Check()
                {
                    if (p is null)
                        throw new InvalidOperationException();
                }
            }
            """),

        new("Captured_condition_while", """
            public void Run(bool isPlugin)
            {
                IPayments cl = payments;
                PluginId? p = isPlugin ? somePlugin : null;
                while (!Ready())
                {
                    return;
                }

                cl.GetPaymentsAsync(user, null, p, null);
                bool Ready() => p is not null;
            }
            """),

        new("Captured_condition_switch", """
            public void Run(bool isPlugin)
            {
                IPayments cl = payments;
                PluginId? p = isPlugin ? somePlugin : null;
                switch (Name())
                {
                    case "none":
                        return;
                }

                cl.GetPaymentsAsync(user, null, p, null);
                string Name() => p is null ? "none" : "plugin";
            }
            """),

        new("Captured_lookup_Single", """
            public void Run(bool isPlugin)
            {
                IPayments cl = payments;
                string key = isPlugin ? "plugin" : "none";
                PluginId? p = isPlugin ? somePlugin : null;
                string[] known = new[]
                {
                    "plugin",
                    "widget"
                };
                string name = known.Single(each => each == key);
                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),
    ];
}

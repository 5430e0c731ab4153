using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Exceptions inside an expression, between the variables that it writes.</summary>
internal static class InterruptedExpressionShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("Exception_between_two_writes_in_arguments", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                try
                {
                    Use(p = plugin, Fail(), p = null);
                }
                catch (InvalidOperationException)
                {
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static int Fail() => throw new InvalidOperationException();

            private static void Use(object? a, object? b, object? c)
            {
            }
            """),

        new("Exception_between_two_writes_in_array", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                try
                {
                    object? [] all = new object? []
                    {
                        p = plugin,
                        Fail(),
                        p = null
                    };
                }
                catch (InvalidOperationException)
                {
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static int Fail() => throw new InvalidOperationException();
            """),

        new("Exception_between_two_writes_in_concat", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                try
                {
                    string text = "" + (p = plugin) + Fail() + (p = null);
                }
                catch (InvalidOperationException)
                {
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static int Fail() => throw new InvalidOperationException();
            """),

        new("Exception_between_out_writes", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                try
                {
                    Use(p = plugin, Clear(out p));
                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static int Clear(out PluginId? id) => throw new InvalidOperationException();

            private static void Use(object? a, object? b)
            {
            }
            """),

        new("Exception_between_writes_in_collection", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                try
                {
                    object? [] all = [p = plugin, Fail(), p = null ];
                }
                catch (InvalidOperationException)
                {
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static int Fail() => throw new InvalidOperationException();
            """),

        new("Exception_between_writes_and_finally", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                try
                {
                    Use(p = plugin, Fail(), p = null);
                }
                finally
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }

            private static int Fail() => throw new InvalidOperationException();

            private static void Use(object? a, object? b, object? c)
            {
            }
            """),

        new("Exception_between_writes_of_tuple", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                try
                {
                    (object? , int, object? ) t = (p = plugin, Fail(), p = null);
                }
                catch (InvalidOperationException)
                {
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static int Fail() => throw new InvalidOperationException();
            """),

        new("Exception_between_writes_of_flag", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                bool started = false;
                try
                {
                    Log(started = true, Start(), started = false);
                }
                catch (InvalidOperationException)
                {
                }

                PluginId? p = started ? plugin : null;
                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static int Start() => throw new InvalidOperationException();

            private static void Log(bool a, int b, bool c)
            {
            }
            """),

        new("Exception_between_chained_assignments_clear", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                Box? box = null;
                try
                {
                    Use(p = plugin, box!.Value, p = null);
                }
                catch (NullReferenceException)
                {
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Box
            {
                public int Value;
            }

            private static void Use(object? a, int b, object? c)
            {
            }
            """),

        new("Exception_in_fluent_chain", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                try
                {
                    new B().Do(p = plugin).Fail().Do(p = null);
                }
                catch (InvalidOperationException)
                {
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class B
            {
                public B Do(object? o) => this;
                public B Fail() => throw new InvalidOperationException();
            }
            """),

        new("Exception_in_await_chain", """
            public async Task Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                try
                {
                    Use(p = plugin, await FailAsync(), p = null);
                }
                catch (InvalidOperationException)
                {
                }

                await cl.GetPaymentsAsync(user, null, p, null);
            }

            private static async Task<int> FailAsync()
            {
                await Task.Yield();
                throw new InvalidOperationException();
            }

            private static void Use(object? a, object? b, object? c)
            {
            }
            """),

        new("Exception_between_ref_calls", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                bool saved = false;
                try
                {
                    Use(Set(out saved), Fail(), Reset(out saved));
                    saved = false;
                }
                catch (InvalidOperationException)
                {
                }

                if (saved)
                    p = plugin;
                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static int Set(out bool b)
            {
                b = true;
                return 0;
            }

            private static int Reset(out bool b)
            {
                b = false;
                return 0;
            }

            private static int Fail() => throw new InvalidOperationException();

            private static void Use(int a, int b, int c)
            {
            }
            """),

        new("Exception_between_increments", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                int step = 0;
                try
                {
                    Use(step++, Fail(), step--);
                }
                catch (InvalidOperationException)
                {
                }

                PluginId? p = step == 1 ? plugin : null;
                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static int Fail() => throw new InvalidOperationException();

            private static void Use(int a, int b, int c)
            {
            }
            """),

        new("Exception_between_writes_of_two_ids", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = null;
                WidgetId? w = null;
                try
                {
                    Use(p = plugin, Fail(), w = widget);
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static int Fail() => throw new InvalidOperationException();

            private static void Use(object? a, object? b, object? c)
            {
            }
            """),

        new("Exception_in_value_after_write_in_argument", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = null;
                WidgetId? w = null;
                try
                {
                    p = Load(w = widget, plugin);
                    w = null;
                }
                catch (InvalidOperationException)
                {
                }

                if (p is null)
                    payments.GetPaymentsAsync(user, null, p, w);
            }

            private static PluginId Load(WidgetId? w, PluginId plugin) => throw new InvalidOperationException();
            """),

        new("Exception_in_value_before_the_target_is_written", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = null;
                WidgetId? w = null;
                try
                {
                    p = Load(w = widget, plugin);
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static PluginId Load(WidgetId? w, PluginId plugin) => throw new InvalidOperationException();
            """),

        new("Exception_in_condition_after_write", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = null;
                WidgetId? w = null;
                try
                {
                    if ((p = Load(w = widget))is null)
                    {
                        p = plugin;
                    }

                    p = plugin;
                    w = someWidget;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static PluginId? Load(WidgetId? w) => throw new InvalidOperationException();
            """),

        new("Exception_in_creation_after_write", """
            public void Run(PluginId plugin)
            {
                bool isReady = false;
                try
                {
                    Session s = new(isReady = true, isReady = Connect());
                    isReady = false;
                }
                catch (InvalidOperationException)
                {
                }

                PluginId? p = isReady ? plugin : null;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static bool Connect() => throw new InvalidOperationException();

            private sealed class Session(bool a, bool b)
            {
                public bool A => a && b;
            }
            """),

        new("Exception_in_compound_after_write", """
            public void Run(PluginId plugin)
            {
                int n = 0;
                int[] a = new int[1];
                try
                {
                    a[n = 1] += n = 0;
                }
                catch (IndexOutOfRangeException)
                {
                }

                PluginId? p = n == 1 ? plugin : null;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Exception_of_a_called_method_between_two_writes_in_arguments", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                try
                {
                    Use(p = plugin, Fail(), p = null);
                }
                catch (InvalidOperationException)
                {
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static int Fail() => Throw1<int>();

            private static void Use(object? a, object? b, object? c)
            {
            }

            private static T Throw1<T>() => Throw2<T>();

            private static T Throw2<T>() => throw new InvalidOperationException();
            """),

        new("Exception_of_a_called_method_between_two_writes_in_array", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                try
                {
                    object? [] all = new object? []
                    {
                        p = plugin,
                        Fail(),
                        p = null
                    };
                }
                catch (InvalidOperationException)
                {
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static int Fail() => Throw1<int>();

            private static T Throw1<T>() => Throw2<T>();

            private static T Throw2<T>() => throw new InvalidOperationException();
            """),

        new("Exception_of_a_called_method_between_two_writes_in_concat", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                try
                {
                    string text = "" + (p = plugin) + Fail() + (p = null);
                }
                catch (InvalidOperationException)
                {
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static int Fail() => Throw1<int>();

            private static T Throw1<T>() => Throw2<T>();

            private static T Throw2<T>() => throw new InvalidOperationException();
            """),

        new("Exception_of_a_called_method_between_writes_in_collection", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                try
                {
                    object? [] all = [p = plugin, Fail(), p = null ];
                }
                catch (InvalidOperationException)
                {
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static int Fail() => Throw1<int>();

            private static T Throw1<T>() => Throw2<T>();

            private static T Throw2<T>() => throw new InvalidOperationException();
            """),

        new("Exception_of_a_called_method_between_writes_and_finally", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                try
                {
                    Use(p = plugin, Fail(), p = null);
                }
                finally
                {
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }

            private static int Fail() => Throw1<int>();

            private static void Use(object? a, object? b, object? c)
            {
            }

            private static T Throw1<T>() => Throw2<T>();

            private static T Throw2<T>() => throw new InvalidOperationException();
            """),

        new("Exception_of_a_called_method_between_writes_of_tuple", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                try
                {
                    (object? , int, object? ) t = (p = plugin, Fail(), p = null);
                }
                catch (InvalidOperationException)
                {
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static int Fail() => Throw1<int>();

            private static T Throw1<T>() => Throw2<T>();

            private static T Throw2<T>() => throw new InvalidOperationException();
            """),

        new("Exception_of_a_called_method_between_writes_of_flag", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                bool started = false;
                try
                {
                    Log(started = true, Start(), started = false);
                }
                catch (InvalidOperationException)
                {
                }

                PluginId? p = started ? plugin : null;
                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static int Start() => Throw1<int>();

            private static void Log(bool a, int b, bool c)
            {
            }

            private static T Throw1<T>() => Throw2<T>();

            private static T Throw2<T>() => throw new InvalidOperationException();
            """),

        new("Exception_of_a_called_method_between_chained_assignments_clear", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                Box? box = null;
                try
                {
                    Use(p = plugin, box!.Value, p = null);
                }
                catch (NullReferenceException)
                {
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Box
            {
                public int Value;
            }

            private static void Use(object? a, int b, object? c)
            {
            }
            """),

        new("Exception_of_a_called_method_in_fluent_chain", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                try
                {
                    new B().Do(p = plugin).Fail().Do(p = null);
                }
                catch (InvalidOperationException)
                {
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class B
            {
                public B Do(object? o) => this;
                public B Fail() => throw new InvalidOperationException();
            }
            """),

        new("Exception_of_a_called_method_in_await_chain", """
            public async Task Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                try
                {
                    Use(p = plugin, await FailAsync(), p = null);
                }
                catch (InvalidOperationException)
                {
                }

                await cl.GetPaymentsAsync(user, null, p, null);
            }

            private static async Task<int> FailAsync()
            {
                await Task.Yield();
                throw new InvalidOperationException();
            }

            private static void Use(object? a, object? b, object? c)
            {
            }
            """),

        new("Exception_of_a_called_method_between_increments", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                int step = 0;
                try
                {
                    Use(step++, Fail(), step--);
                }
                catch (InvalidOperationException)
                {
                }

                PluginId? p = step == 1 ? plugin : null;
                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static int Fail() => Throw1<int>();

            private static void Use(int a, int b, int c)
            {
            }

            private static T Throw1<T>() => Throw2<T>();

            private static T Throw2<T>() => throw new InvalidOperationException();
            """),

        new("Exception_of_a_called_method_between_writes_of_two_ids", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = null;
                WidgetId? w = null;
                try
                {
                    Use(p = plugin, Fail(), w = widget);
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static int Fail() => Throw1<int>();

            private static void Use(object? a, object? b, object? c)
            {
            }

            private static T Throw1<T>() => Throw2<T>();

            private static T Throw2<T>() => throw new InvalidOperationException();
            """),

        new("Exception_of_a_called_method_in_value_after_write_in_argument", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = null;
                WidgetId? w = null;
                try
                {
                    p = Load(w = widget, plugin);
                    w = null;
                }
                catch (InvalidOperationException)
                {
                }

                if (p is null)
                    payments.GetPaymentsAsync(user, null, p, w);
            }

            private static PluginId Load(WidgetId? w, PluginId plugin) => Throw1<PluginId>();

            private static T Throw1<T>() => Throw2<T>();

            private static T Throw2<T>() => throw new InvalidOperationException();
            """),

        new("Exception_of_a_called_method_in_value_before_the_target_is_written", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = null;
                WidgetId? w = null;
                try
                {
                    p = Load(w = widget, plugin);
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static PluginId Load(WidgetId? w, PluginId plugin) => Throw1<PluginId>();

            private static T Throw1<T>() => Throw2<T>();

            private static T Throw2<T>() => throw new InvalidOperationException();
            """),

        new("Exception_of_a_called_method_in_compound_after_write", """
            public void Run(PluginId plugin)
            {
                int n = 0;
                int[] a = new int[1];
                try
                {
                    a[n = 1] += n = 0;
                }
                catch (IndexOutOfRangeException)
                {
                }

                PluginId? p = n == 1 ? plugin : null;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),
    ];
}

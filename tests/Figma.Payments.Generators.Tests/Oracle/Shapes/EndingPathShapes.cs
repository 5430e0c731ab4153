using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Values that the path decides, and that end the wrong path before it reaches the call.</summary>
internal static class EndingPathShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("A_readonly_field_is_tested_and_used_after_a_collection_expression", """
            private readonly PluginId? _p = new PluginId("1");

            public void Run(WidgetId widget)
            {
                if (_p is null)
                    return;

                int[] numbers = [1, 2];
                payments.GetPaymentsAsync(user, null, _p, widget);
            }
            """) { Certain = "FPG2002" },

        new("The_thrown_exception_is_null_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                Exception? e = null;

                if (isPlugin)
                {
                    p = plugin;
                    e = new InvalidOperationException();
                }

                try
                {
                    throw e!;
                }
                catch (InvalidOperationException)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
                catch (NullReferenceException)
                {
                }
            }
            """),

        new("The_thrown_exception_depends_on_a_condition", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                Exception e = isPlugin ? new InvalidOperationException() : new ArgumentException();

                try
                {
                    throw e;
                }
                catch (InvalidOperationException)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
                catch (ArgumentException)
                {
                }
            }
            """),

        new("The_thrown_exception_is_a_tested_parameter", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                Exception? e = isPlugin ? new InvalidOperationException() : null;
                Throw(e, plugin);
            }

            private void Throw(Exception? e, PluginId plugin)
            {
                PluginId? p = e is null ? null : plugin;

                try
                {
                    throw e!;
                }
                catch (InvalidOperationException)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
                catch (NullReferenceException)
                {
                }
            }
            """),

        new("A_filter_tests_the_message_of_an_exception", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                try
                {
                    if (isPlugin)
                    {
                        p = plugin;
                        throw new InvalidOperationException("plugin");
                    }

                    throw new InvalidOperationException("none");
                }
                catch (InvalidOperationException e) when (e.Message == "plugin")
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
                catch (InvalidOperationException)
                {
                }
            }
            """),

        new("A_handler_tests_the_message_of_an_exception", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                try
                {
                    if (isPlugin)
                        p = plugin;

                    throw new InvalidOperationException(isPlugin ? "plugin" : "none");
                }
                catch (InvalidOperationException e)
                {
                    if (e.Message == "none")
                        return;

                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("A_handler_tests_the_type_of_an_exception", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                try
                {
                    if (!isPlugin)
                        throw new ArgumentException();

                    p = plugin;
                    throw new InvalidOperationException();
                }
                catch (Exception e)
                {
                    if (e is ArgumentException)
                        return;

                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("A_handler_passes_the_exception_on", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                try
                {
                    if (!isPlugin)
                        throw new InvalidOperationException("none");

                    p = plugin;
                    throw new InvalidOperationException("plugin");
                }
                catch (InvalidOperationException e)
                {
                    Check(e);
                    payments.GetPaymentsAsync(user, null, p, null);
                }

                static void Check(Exception e)
                {
                    if (e.Message == "none")
                        throw e;
                }
            }
            """),

        new("A_handler_throws_the_exception_again", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                try
                {
                    try
                    {
                        if (!isPlugin)
                            throw new ArgumentException();

                        p = plugin;
                        throw new InvalidOperationException();
                    }
                    catch (Exception e)
                    {
                        throw e;
                    }
                }
                catch (InvalidOperationException)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
                catch (ArgumentException)
                {
                }
            }
            """),

        new("A_handler_rethrows", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                try
                {
                    try
                    {
                        if (!isPlugin)
                            throw new ArgumentException();

                        p = plugin;
                        throw new InvalidOperationException();
                    }
                    catch (Exception)
                    {
                        throw;
                    }
                }
                catch (InvalidOperationException)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
                catch (ArgumentException)
                {
                }
            }
            """),

        new("A_handler_is_entered_on_each_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                try
                {
                    if (isPlugin)
                        p = plugin;

                    throw new InvalidOperationException();
                }
                catch (InvalidOperationException)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }
            """) { Certain = "FPG2003" },

        new("A_delegate_in_a_tuple_is_null_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                Action? action = isPlugin ? static () => { } : null;
                (Action? Action, int Number) pair = (action, 1);
                pair.Action!();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_receiver_in_a_tuple_is_null_on_one_path", """
            public void Run(PluginId plugin, string? text)
            {
                PluginId? p = text is null ? null : plugin;
                (string? Text, int Number) pair = (text, 1);
                payments.GetPaymentsAsync(pair.Text!.Normalize() is null ? user : user, null, p, null);
            }
            """),

        new("The_receiver_of_the_call_is_in_a_tuple_and_null_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                IPayments? client = isPlugin ? payments : null;
                (IPayments? Client, int Number) pair = (client, 1);
                pair.Client!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("The_receiver_of_the_call_is_a_copy_and_null_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                IPayments? first = isPlugin ? payments : null;
                PluginId? p = first is null ? null : plugin;
                IPayments? client = first;
                client!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("The_receiver_of_the_call_is_in_an_array_and_null_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                IPayments?[] clients = [isPlugin ? payments : null];
                clients[0]!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("The_receiver_of_the_call_is_in_an_anonymous_object_and_null_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                var holder = new { Client = isPlugin ? payments : null };
                holder.Client!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("The_receiver_of_the_call_is_a_field_that_is_null_on_one_path", """
            private IPayments? _client;

            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                _client = isPlugin ? payments : null;
                _client!.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_constructor_starts_an_asynchronous_method_before_it_assigns_again", """
            private readonly PluginId? _p = new PluginId("1");
            private readonly Task _running;
            private readonly TaskCompletionSource _source = new();

            public Code()
            {
                _running = ContinueAsync(new WidgetId("2"));
                _p = null;
                _source.SetResult();
            }

            public void Run()
            {
            }

            private async Task ContinueAsync(WidgetId widget)
            {
                if (_p is null)
                    return;

                await _source.Task;
                payments.GetPaymentsAsync(user, null, _p, widget);
            }
            """),

        new("A_constructor_assigns_a_readonly_field_once", """
            private readonly PluginId? _p;

            public Code() => _p = new PluginId("1");

            public async Task Run(WidgetId widget)
            {
                if (_p is null)
                    return;

                await Task.CompletedTask;
                payments.GetPaymentsAsync(user, null, _p, widget);
            }
            """) { Certain = "FPG2002" },

        new("Either_constructor_assigns_a_readonly_field", """
            private readonly PluginId? _p;

            public Code() => _p = new PluginId("1");

            public Code(PluginId p)
            {
                _p = p;
            }

            public async Task Run(WidgetId widget)
            {
                if (_p is null)
                    return;

                await Task.CompletedTask;
                payments.GetPaymentsAsync(user, null, _p, widget);
            }
            """) { Certain = "FPG2002" },

        new("An_initializer_assigns_a_readonly_field", """
            private readonly PluginId? _p = new PluginId("1");

            public async Task Run(WidgetId widget)
            {
                if (_p is null)
                    return;

                await Task.CompletedTask;
                payments.GetPaymentsAsync(user, null, _p, widget);
            }
            """) { Certain = "FPG2002" },

        new("A_call_throws_for_the_value_that_it_gets", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;

                try
                {
                    Check(p);
                }
                catch (InvalidOperationException)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }

            private static void Check(PluginId? p)
            {
                if (p is not null)
                    throw new InvalidOperationException();
            }
            """),

        new("A_call_throws_for_the_condition_that_it_gets", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;

                try
                {
                    Check(isPlugin);
                }
                catch (InvalidOperationException)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }

            private static void Check(bool isPlugin)
            {
                if (isPlugin)
                    throw new InvalidOperationException();
            }
            """),

        new("A_call_throws_one_of_two_exceptions", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;

                try
                {
                    Check(p);
                }
                catch (InvalidOperationException)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
                catch (ArgumentException)
                {
                }
            }

            private static void Check(PluginId? p)
            {
                if (p is not null)
                    throw new InvalidOperationException();

                throw new ArgumentException();
            }
            """),

        new("A_call_reads_the_flag_and_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                {
                    p = plugin;
                    _isSet = true;
                }

                try
                {
                    Check();
                }
                catch (InvalidOperationException)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }

            private bool _isSet;

            private void Check()
            {
                if (_isSet)
                    throw new InvalidOperationException();
            }
            """),

        new("An_awaited_task_fails_on_one_path", """
            public async Task Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                Task task = Task.CompletedTask;

                if (isPlugin)
                {
                    p = plugin;
                    task = Task.FromException(new InvalidOperationException());
                }

                try
                {
                    await task;
                }
                catch (InvalidOperationException)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("A_call_fails_on_each_path_before_the_handler", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                if (isPlugin)
                    p = plugin;

                try
                {
                    Fail();
                }
                catch (InvalidOperationException)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }

            private static void Fail() => throw new InvalidOperationException();
            """),

        new("A_division_by_what_the_path_decided_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                int n = 1;

                if (isPlugin)
                {
                    p = plugin;
                    n = 0;
                }

                try
                {
                    _ = 1 / n;
                }
                catch (DivideByZeroException)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("An_element_that_the_path_decided_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                int n = 0;

                if (isPlugin)
                {
                    p = plugin;
                    n = 7;
                }

                try
                {
                    _ = "a"[n];
                }
                catch (IndexOutOfRangeException)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("A_null_receiver_that_the_path_decided_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                string? text = "";

                if (isPlugin)
                {
                    p = plugin;
                    text = null;
                }

                try
                {
                    _ = text!.Length;
                }
                catch (NullReferenceException)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("A_cast_that_the_path_decided_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                object o = "";

                if (isPlugin)
                {
                    p = plugin;
                    o = 1;
                }

                try
                {
                    _ = (string)o;
                }
                catch (InvalidCastException)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("A_handler_of_another_type_ends_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                Exception? thrown = null;

                try
                {
                    if (isPlugin)
                    {
                        p = plugin;
                        Fail(1);
                    }
                    else
                    {
                        Fail(2);
                    }
                }
                catch (Exception e)
                {
                    thrown = e;
                }

                if (thrown is InvalidOperationException)
                    payments.GetPaymentsAsync(user, null, p, null);
            }

            private static void Fail(int n) => throw (n == 1 ? new InvalidOperationException() : new ArgumentException());
            """),

        new("The_caught_exception_is_asked_later", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                string text = "";

                try
                {
                    if (isPlugin)
                    {
                        p = plugin;
                        throw new InvalidOperationException("a");
                    }

                    throw new InvalidOperationException("b");
                }
                catch (InvalidOperationException e)
                {
                    text = e.Message;
                }

                if (text == "a")
                    payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_switch_over_the_caught_exception_ends_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;

                try
                {
                    if (!isPlugin)
                        throw new ArgumentException();

                    p = plugin;
                    throw new InvalidOperationException();
                }
                catch (Exception e)
                {
                    _ = e switch { InvalidOperationException => 1, _ => throw e };
                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }
            """),

        new("A_finally_region_throws_on_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                Action? action = null;

                try
                {
                    if (isPlugin)
                    {
                        p = plugin;
                        action = static () => { };
                    }
                }
                finally
                {
                    action!();
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_using_of_what_the_path_decided_throws", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                IDisposable disposable = isPlugin ? new CancellationTokenSource() : new Failing();

                using (disposable)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Failing : IDisposable
            {
                public void Dispose() => throw new InvalidOperationException();
            }
            """),

        new("A_lock_of_null_ends_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                object? gate = isPlugin ? new object() : null;

                lock (gate!)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_loop_over_null_ends_one_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                int[]? numbers = isPlugin ? [] : null;

                foreach (int number in numbers!)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_loop_that_does_not_end_on_one_path_is_left_by_an_exception", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = isPlugin ? plugin : null;
                int n = isPlugin ? 0 : 1;

                while (n > 0)
                {
                    if (n++ > 5)
                        throw new InvalidOperationException();
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_filter_reads_what_the_path_decided", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                bool isHandled = false;

                try
                {
                    if (isPlugin)
                    {
                        p = plugin;
                        isHandled = true;
                    }

                    throw new InvalidOperationException();
                }
                catch (InvalidOperationException) when (isHandled)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
                catch (InvalidOperationException)
                {
                }
            }
            """),

        new("A_filter_calls_a_function_that_reads_what_the_path_decided", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                _isSet = false;

                try
                {
                    if (isPlugin)
                    {
                        p = plugin;
                        _isSet = true;
                    }

                    throw new InvalidOperationException();
                }
                catch (InvalidOperationException) when (IsHandled())
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
                catch (InvalidOperationException)
                {
                }
            }

            private bool _isSet;

            private bool IsHandled() => _isSet;
            """),

        new("A_filter_that_throws_refuses", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                PluginId? p = null;
                string? text = null;

                try
                {
                    if (isPlugin)
                    {
                        p = plugin;
                        text = "";
                    }

                    throw new InvalidOperationException();
                }
                catch (InvalidOperationException) when (text!.Length == 0)
                {
                    payments.GetPaymentsAsync(user, null, p, null);
                }
                catch (InvalidOperationException)
                {
                }
            }
            """),

        new("Culture_text_throws", """
            private readonly IPayments cl = payments;

            private sealed class Bad : System.Globalization.CultureInfo
            {
                public Bad() : base("en-US")
                {
                }

                public override object? GetFormat(Type? type) => throw new InvalidOperationException();
            }

            private static void Prepare() => System.Globalization.CultureInfo.CurrentCulture = new Bad();

            public void Run(bool isPlugin)
            {
                System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
                try
                {
                    Prepare();
                    Send(isPlugin);
                }
                finally
                {
                    System.Globalization.CultureInfo.CurrentCulture = before;
                }
            }

            public void Send(bool isPlugin)
            {
                PluginId? p = somePlugin;
                int n = -1;
                string text = "";
                if (isPlugin)
                {
                    n = -5;
                    text = "n" + n;
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Culture_text_leaves_a_trace", """
            private static class Flags
            {
                public static bool IsOpen;
            }

            private sealed class Sly : System.Globalization.CultureInfo
            {
                public Sly() : base("en-US")
                {
                }

                public override object? GetFormat(Type? type)
                {
                    Flags.IsOpen = true;
                    return base.GetFormat(type);
                }
            }

            private static bool IsOpen() => Flags.IsOpen;

            public void Run(bool isPlugin)
            {
                Flags.IsOpen = false;
                System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
                try
                {
                    System.Globalization.CultureInfo.CurrentCulture = new Sly();
                    Send(payments, isPlugin, -5);
                }
                finally
                {
                    System.Globalization.CultureInfo.CurrentCulture = before;
                }
            }

            public void Send(IPayments cl, bool isPlugin, int n)
            {
                if (isPlugin)
                {
                    string s = $"n{n}";
                }

                if (!IsOpen())
                    return;
                cl.GetPaymentsAsync(user, null, isPlugin ? somePlugin : null, null);
            }
            """),

        new("Culture_compare_leaves_a_trace", """
            private static class Flags
            {
                public static bool IsOpen;
            }

            private sealed class Sly : System.Globalization.CultureInfo
            {
                public Sly() : base("en-US")
                {
                }

                public override System.Globalization.CompareInfo CompareInfo
                {
                    get
                    {
                        Flags.IsOpen = true;
                        return base.CompareInfo;
                    }
                }
            }

            private static bool IsOpen() => Flags.IsOpen;

            public void Run(bool isPlugin)
            {
                Flags.IsOpen = false;
                System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
                try
                {
                    System.Globalization.CultureInfo.CurrentCulture = new Sly();
                    Send(payments, isPlugin);
                }
                finally
                {
                    System.Globalization.CultureInfo.CurrentCulture = before;
                }
            }

            public void Send(IPayments cl, bool isPlugin)
            {
                if (isPlugin)
                {
                    int c = string.Compare("a", "b");
                }

                if (!IsOpen())
                    return;
                cl.GetPaymentsAsync(user, null, isPlugin ? somePlugin : null, null);
            }
            """),

        new("Culture_parse_leaves_a_trace", """
            private static class Flags
            {
                public static bool IsOpen;
            }

            private sealed class Sly : System.Globalization.CultureInfo
            {
                public Sly() : base("en-US")
                {
                }

                public override object? GetFormat(Type? type)
                {
                    Flags.IsOpen = true;
                    return base.GetFormat(type);
                }
            }

            private static bool IsOpen() => Flags.IsOpen;

            public void Run(bool isPlugin)
            {
                Flags.IsOpen = false;
                System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
                try
                {
                    System.Globalization.CultureInfo.CurrentCulture = new Sly();
                    Send(payments, isPlugin);
                }
                finally
                {
                    System.Globalization.CultureInfo.CurrentCulture = before;
                }
            }

            public void Send(IPayments cl, bool isPlugin)
            {
                if (isPlugin)
                {
                    int c = int.Parse("5");
                }

                if (!IsOpen())
                    return;
                cl.GetPaymentsAsync(user, null, isPlugin ? somePlugin : null, null);
            }
            """),

        new("Cast_to_interface_leaves_a_trace", """
            private interface IFoo
            {
            }

            private static class Flags
            {
                public static bool IsOpen;
            }

            private sealed class Sly : IDynamicInterfaceCastable
            {
                public bool IsInterfaceImplemented(RuntimeTypeHandle type, bool throwIfNot)
                {
                    Flags.IsOpen = true;
                    return true;
                }

                public RuntimeTypeHandle GetInterfaceImplementation(RuntimeTypeHandle type) => default;
            }

            private static object Make() => new Sly();

            private static bool IsOpen() => Flags.IsOpen;

            public void Run(bool isPlugin)
            {
                Flags.IsOpen = false;
                Send(payments, Make(), isPlugin);
            }

            public void Send(IPayments cl, object o, bool isPlugin)
            {
                if (isPlugin)
                {
                    IFoo foo = (IFoo)o;
                }

                if (!IsOpen())
                    return;
                cl.GetPaymentsAsync(user, null, isPlugin ? somePlugin : null, null);
            }
            """),
    ];
}

using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Lambdas and local functions that run indirectly.</summary>
internal static class ClosureShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("A_lambda_within_a_lambda_fills_a_local", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                Action outer = () =>
                {
                    Action inner = () => p = plugin;
                    inner();
                };

                outer();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_lambda_returns_a_lambda_that_fills_a_local", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Func<Action> outer = () => () => p = plugin;
                outer()();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_lambda_returns_a_lambda_that_runs_after_an_assignment", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Func<Action> outer = () => () => p = plugin;
                Action inner = outer();
                p = null;
                inner();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_lambda_within_a_local_function_fills_a_local", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Outer()();
                payments.GetPaymentsAsync(user, null, p, null);

                Action Outer() => () => p = plugin;
            }
            """),

        new("A_local_function_within_a_lambda_fills_a_local", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                Action outer = () =>
                {
                    Fill();

                    void Fill() => p = plugin;
                };

                outer();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_local_function_within_a_local_function_fills_a_local", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Outer();
                payments.GetPaymentsAsync(user, null, p, null);

                void Outer()
                {
                    Inner();

                    void Inner() => p = plugin;
                }
            }
            """),

        new("A_local_function_is_called_through_a_delegate", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Action fill = Fill;
                p = null;
                fill();
                payments.GetPaymentsAsync(user, null, p, null);

                void Fill() => p = plugin;
            }
            """),

        new("A_local_function_calls_itself_and_fills_a_local", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Fill(2);
                payments.GetPaymentsAsync(user, null, p, null);

                void Fill(int depth)
                {
                    if (depth > 0)
                        Fill(depth - 1);
                    else
                        p = plugin;
                }
            }
            """),

        new("A_lambda_is_added_to_an_event", """
            private event Action? Changed;

            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Changed += () => p = plugin;
                Raise();
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private void Raise() => Changed?.Invoke();
            """),

        new("A_lambda_is_added_to_an_event_before_a_second_assignment", """
            private event Action? Changed;

            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Changed += () => p = plugin;
                p = null;
                Raise();
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private void Raise() => Changed?.Invoke();
            """),

        new("A_lambda_is_added_to_an_event_that_calls_it_at_once", """
            private event Action Changed
            {
                add => value();
                remove => GC.KeepAlive(value);
            }

            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Changed += () => p = plugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_lambda_is_removed_from_an_event_that_calls_it", """
            private event Action Changed
            {
                add => GC.KeepAlive(value);
                remove => value();
            }

            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Changed -= () => p = plugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_lambda_is_added_to_an_event_of_another_object", """
            private readonly Source _source = new();

            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                _source.Changed += () => p = plugin;
                _source.Raise();
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Source
            {
                public event Action? Changed;

                public void Raise() => Changed?.Invoke();
            }
            """),

        new("A_spread_enumerates_an_iterator_that_fills_a_local", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                int[] all = [.. Iterate()];
                payments.GetPaymentsAsync(user, null, p, null);

                IEnumerable<int> Iterate()
                {
                    p = plugin;
                    yield return 1;
                }
            }
            """),

        new("A_spread_enumerates_an_iterator_that_was_created_before", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                IEnumerable<int> numbers = Iterate();
                p = null;
                int[] all = [.. numbers];
                payments.GetPaymentsAsync(user, null, p, null);

                IEnumerable<int> Iterate()
                {
                    p = plugin;
                    yield return 1;
                }
            }
            """),

        new("A_spread_enumerates_an_iterator_with_a_lambda_inside", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Action?[] all = [.. Iterate()];
                payments.GetPaymentsAsync(user, null, p, null);

                IEnumerable<Action> Iterate()
                {
                    Action fill = () => p = plugin;
                    fill();
                    yield return fill;
                }
            }
            """),

        new("A_foreach_enumerates_an_iterator_that_fills_a_local", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                foreach (int number in Iterate())
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);

                IEnumerable<int> Iterate()
                {
                    p = plugin;
                    yield return 1;
                }
            }
            """),

        new("A_foreach_enumerates_an_iterator_that_was_created_before", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                IEnumerable<int> numbers = Iterate();
                p = null;

                foreach (int number in numbers)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);

                IEnumerable<int> Iterate()
                {
                    p = plugin;
                    yield return 1;
                }
            }
            """),

        new("The_end_of_an_iterator_fills_a_local", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                foreach (int number in Iterate())
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);

                IEnumerable<int> Iterate()
                {
                    yield return 1;
                    p = plugin;
                }
            }
            """),

        new("A_query_is_enumerated_by_ToList", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                IEnumerable<PluginId?> query = Enumerable.Range(0, 1).Select(_ => p = plugin);
                p = null;
                query.ToList();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_query_expression_fills_a_local", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                IEnumerable<PluginId?> query = from number in Enumerable.Range(0, 1) select p = plugin;
                p = null;
                _ = query.Count(static id => id is not null);
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_lambda_is_kept_in_a_field", """
            private Action? _fill;

            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                _fill = () => p = plugin;
                p = null;
                Call();
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private void Call() => _fill?.Invoke();
            """),

        new("A_lambda_is_kept_in_a_tuple", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                (Action Fill, int Number) t = (() => p = plugin, 1);
                p = null;
                t.Fill();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_lambda_is_kept_in_a_list", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                List<Action> actions = [() => p = plugin];
                p = null;
                actions[0]();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_lambda_is_a_default_of_a_coalesce", """
            private Action? _fill;

            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Action fill = _fill ?? (() => p = plugin);
                p = null;
                fill();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_lambda_runs_in_a_lazy_value", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Lazy<int> lazy = new(() => { p = plugin; return 1; });
                p = null;
                _ = lazy.Value;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_lambda_runs_when_an_object_is_disposed", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;

                using (new Cleaner(() => p = plugin))
                    p = null;

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Cleaner(Action clean) : IDisposable
            {
                public void Dispose() => clean();
            }
            """),

        new("A_lambda_runs_in_ToString", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Text text = new(() => p = plugin);
                p = null;
                string all = "a" + text;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Text(Action write)
            {
                public override string ToString()
                {
                    write();
                    return "";
                }
            }
            """),

        new("A_lambda_runs_in_a_user_operator", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Runner runner = new(() => p = plugin);
                p = null;
                _ = runner + 1;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private readonly struct Runner(Action run)
            {
                private readonly Action _run = run;

                public static int operator +(Runner runner, int value)
                {
                    runner._run();
                    return value;
                }
            }
            """),

        new("A_lambda_runs_in_a_property_of_a_pattern", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Runner runner = new(() => p = plugin);
                p = null;
                bool isRun = runner is { IsRun: true };
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Runner(Action run)
            {
                public bool IsRun
                {
                    get
                    {
                        run();
                        return true;
                    }
                }
            }
            """),

        new("A_lambda_runs_in_a_Deconstruct", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Runner runner = new(() => p = plugin);
                p = null;
                (int a, int b) = runner;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Runner(Action run)
            {
                public void Deconstruct(out int a, out int b)
                {
                    run();
                    (a, b) = (1, 2);
                }
            }
            """),

        new("A_lambda_runs_in_a_user_conversion", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Runner runner = new(() => p = plugin);
                p = null;
                int number = runner;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Runner(Action run)
            {
                public static implicit operator int(Runner runner)
                {
                    runner.Start();
                    return 1;
                }

                private void Start() => run();
            }
            """),

        new("A_lambda_runs_in_an_awaiter", """
            public async Task Run(PluginId plugin)
            {
                PluginId? p = null;
                Runner runner = new(() => p = plugin);
                p = null;
                await runner;
                await payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Runner(Action run)
            {
                public TaskAwaiter GetAwaiter()
                {
                    run();
                    return Task.CompletedTask.GetAwaiter();
                }
            }
            """),

        new("An_async_lambda_fills_a_local_while_it_is_awaited", """
            public async Task Run(PluginId plugin)
            {
                PluginId? p = null;
                TaskCompletionSource cleared = new();

                Func<Task> fill = async () =>
                {
                    await cleared.Task;
                    p = plugin;
                };

                Task filling = fill();
                p = null;
                cleared.SetResult();
                await filling;
                await payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_lambda_on_another_thread_fills_a_local", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Thread thread = new(() => p = plugin);
                thread.Start();
                thread.Join();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_dynamic_call_runs_a_lambda", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                dynamic fill = (Action)(() => p = plugin);
                p = null;
                fill();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("A_filter_runs_a_lambda", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Func<bool> fill = () => (p = plugin) is null;
                p = null;

                try
                {
                    throw new InvalidOperationException();
                }
                catch (InvalidOperationException) when (fill())
                {
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("An_interpolated_hole_runs_a_lambda", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Text text = new(() => p = plugin);
                p = null;
                string all = $"{text}";
                payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Text(Action write)
            {
                public override string ToString()
                {
                    write();
                    return "";
                }
            }
            """),

        new("A_lambda_clears_a_local_that_the_call_captures", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = widget;
                Action call = () => payments.GetPaymentsAsync(user, null, plugin, w);
                w = null;
                call();
            }
            """),

        new("The_call_in_a_lambda_reads_a_local_that_changes_later", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Action call = () => payments.GetPaymentsAsync(user, null, p, null);
                p = plugin;
                call();
            }
            """),

        new("A_lambda_that_reads_a_local_does_not_change_it", """
            public void Run()
            {
                PluginId? p = null;
                Func<bool> isMissing = () => p is null;
                _ = isMissing();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("A_lambda_that_writes_another_local_does_not_change_the_first", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                PluginId? q = null;
                Action fill = () => q = plugin;
                fill();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("A_local_function_that_reads_a_local_does_not_change_it", """
            public void Run()
            {
                PluginId? p = null;
                _ = IsMissing();
                payments.GetPaymentsAsync(user, null, p, null);

                bool IsMissing() => p is null;
            }
            """) { Certain = "FPG2001" },

        new("A_static_lambda_does_not_change_a_local", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = plugin;
                WidgetId? w = widget;
                Func<int, int> same = static number => number;
                _ = same(1);
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """) { Certain = "FPG2002" },

        new("The_call_in_a_lambda_has_nulls_of_its_own", """
            public void Run()
            {
                Action call = () =>
                {
                    PluginId? p = null;
                    payments.GetPaymentsAsync(user, null, p, null);
                };

                call();
            }
            """) { Certain = "FPG2001" },

        new("The_call_in_a_lambda_reads_a_local_that_is_never_written", """
            public void Run()
            {
                PluginId? p = null;
                Action call = () => payments.GetPaymentsAsync(user, null, p, null);
                call();
            }
            """) { Certain = "FPG2001" },

        new("The_call_in_a_local_function_is_wrong_on_a_path", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                Call();

                void Call()
                {
                    PluginId? p = null;

                    if (isPlugin)
                        p = plugin;

                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }
            """) { Certain = "FPG2003" },

        new("An_assignment_before_the_lambda_exists_is_certain", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                payments.GetPaymentsAsync(user, null, p, null);
                Action fill = () => p = plugin;
                fill();
            }
            """) { Certain = "FPG2001" },

        new("A_local_function_that_fills_another_local_is_called", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                PluginId? q = null;
                Fill();
                payments.GetPaymentsAsync(user, null, p, null);

                void Fill() => q = plugin;
            }
            """) { Certain = "FPG2001" },

        new("A_lambda_has_a_parameter_of_the_same_name", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Action<PluginId?> fill = static p => p = somePlugin;
                fill(p);
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("A_lambda_within_a_lambda_fills_another_local", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                PluginId? q = null;
                Action outer = () => { Action inner = () => q = plugin; inner(); };
                outer();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("An_iterator_that_fills_nothing_is_spread", """
            public void Run()
            {
                PluginId? p = null;
                int[] all = [.. Iterate()];
                payments.GetPaymentsAsync(user, null, p, null);

                static IEnumerable<int> Iterate()
                {
                    yield return 1;
                }
            }
            """) { Certain = "FPG2001" },

        new("An_event_handler_fills_another_local", """
            private event Action? Changed;

            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                PluginId? q = null;
                Changed += () => q = plugin;
                Changed?.Invoke();
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """) { Certain = "FPG2001" },

        new("The_call_in_a_lambda_sets_two_IDs_of_its_own", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                Action call = () =>
                {
                    PluginId? p = plugin;
                    WidgetId? w = widget;
                    payments.GetPaymentsAsync(user, null, p, w);
                };

                call();
            }
            """) { Certain = "FPG2002" },

        new("The_call_in_a_query_has_no_ID", """
            public void Run()
            {
                _ = Enumerable.Range(0, 1).Select(static number =>
                {
                    PluginId? p = null;
                    return payments.GetPaymentsAsync(user, null, p, null);
                }).ToList();
            }
            """) { Certain = "FPG2001" },

        new("The_call_in_a_lambda_is_wrong_on_a_path_of_its_parameter", """
            public void Run(PluginId plugin, bool isPlugin)
            {
                Action<bool> call = flag =>
                {
                    PluginId? p = null;

                    if (flag)
                        p = plugin;

                    payments.GetPaymentsAsync(user, null, p, null);
                };

                call(isPlugin);
            }
            """) { Certain = "FPG2003" },

        new("The_call_in_a_lambda_reads_a_captured_local_that_is_never_assigned_again", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                WidgetId? w = widget;
                Action call = () => payments.GetPaymentsAsync(user, null, plugin, w);
                call();
            }
            """) { Certain = "FPG2002" },

        new("A_lambda_within_a_lambda_clears_a_tested_parameter", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Action outer = () =>
                {
                    Action inner = () => widget = null;
                    inner();
                };

                if (widget is null)
                    return;

                outer();
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """),

        new("A_lambda_that_a_lambda_returns_clears_a_tested_parameter", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Func<Action> outer = () => () => widget = null;

                if (widget is null)
                    return;

                outer()();
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """),

        new("An_event_handler_clears_a_tested_parameter", """
            private event Action? Changed;

            public void Run(PluginId plugin, WidgetId? widget)
            {
                Changed += () => widget = null;

                if (widget is null)
                    return;

                Raise();
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            private void Raise() => Changed?.Invoke();
            """),

        new("A_spread_enumerates_an_iterator_that_clears_a_tested_parameter", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                IEnumerable<int> numbers = Iterate();

                if (widget is null)
                    return;

                int[] all = [.. numbers];
                payments.GetPaymentsAsync(user, null, plugin, widget);

                IEnumerable<int> Iterate()
                {
                    widget = null;
                    yield return 1;
                }
            }
            """),

        new("A_query_clears_a_tested_parameter", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                if (widget is null)
                    return;

                _ = Enumerable.Range(0, 1).Select(number => { widget = null; return number; }).ToList();
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """),

        new("A_lambda_on_another_thread_clears_a_tested_parameter", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Thread thread = new(() => widget = null);

                if (widget is null)
                    return;

                thread.Start();
                thread.Join();
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """),

        new("A_lambda_in_ToString_clears_a_tested_parameter", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Text text = new(() => widget = null);

                if (widget is null)
                    return;

                string all = "a" + text;
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            private sealed class Text(Action write)
            {
                public override string ToString()
                {
                    write();
                    return "";
                }
            }
            """),

        new("An_async_lambda_clears_a_tested_parameter", """
            public async Task Run(PluginId plugin, WidgetId? widget)
            {
                TaskCompletionSource start = new();

                Func<Task> clear = async () =>
                {
                    await start.Task;
                    widget = null;
                };

                Task clearing = clear();

                if (widget is null)
                    return;

                start.SetResult();
                await clearing;
                await payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """),

        new("A_lambda_parameter_of_the_same_name_is_cleared", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Action<WidgetId?> clear = static widget => widget = null;

                if (widget is null)
                    return;

                clear(widget);
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """) { Certain = "FPG2002" },

        new("A_captured_local_is_filled_by_another_lambda", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Action fill = () => p = plugin;
                Action call = () => payments.GetPaymentsAsync(user, null, p, null);
                fill();
                call();
            }
            """),

        new("A_captured_local_is_assigned_after_the_lambda_was_created", """
            public void Run(PluginId plugin)
            {
                PluginId? p = null;
                Action call = () => payments.GetPaymentsAsync(user, null, p, null);
                p = plugin;
                call();
            }
            """),

        new("A_captured_local_is_initialized_with_what_might_be_null", """
            public void Run(PluginId? plugin, WidgetId widget)
            {
                PluginId? p = plugin;
                Action call = () => payments.GetPaymentsAsync(user, null, p, widget);
                call();
            }
            """),

        new("Two_captured_locals_that_are_never_written_have_IDs", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                PluginId? p = plugin;
                WidgetId? w = widget;
                Action call = () => payments.GetPaymentsAsync(user, null, p, w);
                call();
            }
            """) { Certain = "FPG2002" },
    ];
}

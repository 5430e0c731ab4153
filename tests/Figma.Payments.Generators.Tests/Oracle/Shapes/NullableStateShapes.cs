using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Values that change between the test that the compiler saw and the use.</summary>
internal static class NullableStateShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("A_field_is_cleared_by_a_call_between_test_and_use", """
            private WidgetId? _widget = someWidget;

            public void Run(PluginId plugin)
            {
                if (_widget is null)
                    return;

                Clear();
                payments.GetPaymentsAsync(user, null, plugin, _widget);
            }

            private void Clear() => _widget = null;
            """),

        new("A_field_is_tested_and_used_with_nothing_in_between", """
            public WidgetId? Widget;

            public void Run(PluginId plugin)
            {
                if (Widget is null)
                    return;

                payments.GetPaymentsAsync(user, null, plugin, Widget);
            }
            """) { Certain = "FPG2002" },

        new("A_field_is_cleared_by_a_call_after_a_pattern_with_braces", """
            private WidgetId? _widget = someWidget;

            public void Run(PluginId plugin)
            {
                if (_widget is { })
                {
                    Clear();
                    payments.GetPaymentsAsync(user, null, plugin, _widget);
                }
            }

            private void Clear() => _widget = null;
            """),

        new("A_field_is_cleared_by_a_call_after_HasValue", """
            private WidgetId? _widget = someWidget;

            public void Run(PluginId plugin)
            {
                if (!_widget.HasValue)
                    return;

                Clear();
                payments.GetPaymentsAsync(user, null, plugin, _widget);
            }

            private void Clear() => _widget = null;
            """),

        new("A_field_is_cleared_by_a_call_after_a_coalesce_assignment", """
            private WidgetId? _widget;

            public void Run(PluginId plugin)
            {
                _widget ??= someWidget;
                Clear();
                payments.GetPaymentsAsync(user, null, plugin, _widget);
            }

            private void Clear() => _widget = null;
            """),

        new("A_field_is_filled_by_a_coalesce_assignment_and_used", """
            public WidgetId? Widget;

            public void Run(PluginId plugin)
            {
                Widget ??= someWidget;
                payments.GetPaymentsAsync(user, null, plugin, Widget);
            }
            """) { Certain = "FPG2002" },

        new("A_field_is_cleared_by_a_call_after_an_assignment", """
            private WidgetId? _widget;

            public void Run(PluginId plugin)
            {
                _widget = someWidget;
                Clear();
                payments.GetPaymentsAsync(user, null, plugin, _widget);
            }

            private void Clear() => _widget = null;
            """),

        new("A_field_is_assigned_and_used_with_nothing_in_between", """
            private WidgetId? _widget;

            public void Run(PluginId plugin)
            {
                _widget = someWidget;
                payments.GetPaymentsAsync(user, null, plugin, _widget);
            }
            """) { Certain = "FPG2002" },

        new("A_field_is_cleared_while_an_await_is_pending", """
            private WidgetId? _widget = someWidget;

            public async Task Run(PluginId plugin)
            {
                if (_widget is null)
                    return;

                await ClearAsync();
                await payments.GetPaymentsAsync(user, null, plugin, _widget);
            }

            private async Task ClearAsync()
            {
                await Task.Yield();
                _widget = null;
            }
            """),

        new("A_field_is_cleared_by_a_task_that_was_started_before_the_test", """
            private WidgetId? _widget = someWidget;

            public async Task Run(PluginId plugin)
            {
                TaskCompletionSource clear = new();
                Task clearing = ClearAsync(clear.Task);

                if (_widget is null)
                    return;

                clear.SetResult();
                await clearing;
                await payments.GetPaymentsAsync(user, null, plugin, _widget);
            }

            private async Task ClearAsync(Task start)
            {
                await start;
                _widget = null;
            }
            """),

        new("A_local_copy_of_a_field_survives_an_await", """
            private WidgetId? _widget = someWidget;

            public async Task Run(PluginId plugin)
            {
                WidgetId? widget = _widget;

                if (widget is null)
                    return;

                await Task.Yield();
                await payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """) { Certain = "FPG2002" },

        new("A_local_copy_of_a_field_survives_a_call", """
            private WidgetId? _widget = someWidget;

            public void Run(PluginId plugin)
            {
                WidgetId? widget = _widget;

                if (widget is null)
                    return;

                Clear();
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            private void Clear() => _widget = null;
            """) { Certain = "FPG2002" },

        new("A_readonly_field_survives_a_call", """
            private readonly WidgetId? _widget = Find();

            public void Run(PluginId plugin)
            {
                if (_widget is null)
                    return;

                Reset();
                payments.GetPaymentsAsync(user, null, plugin, _widget);
            }

            private static WidgetId? Find() => someWidget;

            private void Reset() => GC.KeepAlive(this);
            """) { Certain = "FPG2002" },

        new("A_get_only_property_survives_a_call", """
            private WidgetId? Widget { get; } = Find();

            public void Run(PluginId plugin)
            {
                if (Widget is null)
                    return;

                Reset();
                payments.GetPaymentsAsync(user, null, plugin, Widget);
            }

            private static WidgetId? Find() => someWidget;

            private void Reset() => GC.KeepAlive(this);
            """) { Certain = "FPG2002" },

        new("An_auto_property_is_cleared_by_a_call_between_test_and_use", """
            private WidgetId? Widget { get; set; } = someWidget;

            public void Run(PluginId plugin)
            {
                if (Widget is null)
                    return;

                Clear();
                payments.GetPaymentsAsync(user, null, plugin, Widget);
            }

            private void Clear() => Widget = null;
            """),

        new("An_auto_property_is_tested_and_used_with_nothing_in_between", """
            private WidgetId? Widget { get; set; } = someWidget;

            public void Run(PluginId plugin)
            {
                if (Widget is null)
                    return;

                payments.GetPaymentsAsync(user, null, plugin, Widget);
            }
            """) { Certain = "FPG2002" },

        new("A_property_answers_differently_each_time", """
            private int _reads;

            private WidgetId? Widget => _reads++ == 0 ? someWidget : null;

            public void Run(PluginId plugin)
            {
                if (Widget is null)
                    return;

                payments.GetPaymentsAsync(user, null, plugin, Widget);
            }
            """),

        new("A_property_is_empty_at_the_second_read_of_a_condition", """
            private int _reads;

            private WidgetId? Widget => _reads++ % 2 == 0 ? someWidget : null;

            public void Run(PluginId plugin)
            {
                if (Widget != null)
                    payments.GetPaymentsAsync(user, null, plugin, Widget);
            }
            """),

        new("A_property_of_a_queue_removes_what_it_returns", """
            private readonly Queue<WidgetId?> _queue = new([someWidget, null]);

            private WidgetId? Next => _queue.Dequeue();

            public void Run(PluginId plugin)
            {
                if (Next is not null)
                    payments.GetPaymentsAsync(user, null, plugin, Next);
            }
            """),

        new("A_virtual_property_is_overridden_to_change", """
            private Options _options = new Changing();

            public void Run(PluginId plugin)
            {
                if (_options.Widget is null)
                    return;

                payments.GetPaymentsAsync(user, null, plugin, _options.Widget);
            }

            private class Options
            {
                public virtual WidgetId? Widget { get; } = someWidget;
            }

            private sealed class Changing : Options
            {
                private int _reads;

                public override WidgetId? Widget => _reads++ == 0 ? someWidget : null;
            }
            """),

        new("An_interface_property_is_read_twice", """
            private readonly IOptions _options = new Changing();

            public void Run(PluginId plugin)
            {
                if (_options.Widget is null)
                    return;

                payments.GetPaymentsAsync(user, null, plugin, _options.Widget);
            }

            private interface IOptions
            {
                WidgetId? Widget { get; }
            }

            private sealed class Changing : IOptions
            {
                private int _reads;

                public WidgetId? Widget => _reads++ == 0 ? someWidget : null;
            }
            """),

        new("A_field_of_another_object_is_cleared_through_an_alias", """
            private readonly Box _box = new();

            public void Run(PluginId plugin)
            {
                Box box = _box;

                if (box.Widget is null)
                    return;

                _box.Widget = null;
                payments.GetPaymentsAsync(user, null, plugin, box.Widget);
            }

            private sealed class Box
            {
                public WidgetId? Widget = someWidget;
            }
            """),

        new("A_property_of_a_parameter_is_cleared_through_a_second_parameter", """
            public void Run(PluginId plugin)
            {
                Box box = new();
                Call(plugin, box, box);
            }

            private static void Call(PluginId plugin, Box first, Box second)
            {
                if (first.Widget is null)
                    return;

                second.Widget = null;
                payments.GetPaymentsAsync(user, null, plugin, first.Widget);
            }

            private sealed class Box
            {
                public WidgetId? Widget { get; set; } = someWidget;
            }
            """),

        new("A_static_field_is_cleared_by_a_call", """
            private static WidgetId? s_widget = someWidget;

            public void Run(PluginId plugin)
            {
                if (s_widget is null)
                    return;

                Clear();
                payments.GetPaymentsAsync(user, null, plugin, s_widget);
            }

            private static void Clear() => s_widget = null;
            """),

        new("A_static_field_is_cleared_by_a_constructor", """
            private static WidgetId? s_widget = someWidget;

            public void Run(PluginId plugin)
            {
                if (s_widget is null)
                    return;

                _ = new Cleaner();
                payments.GetPaymentsAsync(user, null, plugin, s_widget);
            }

            private sealed class Cleaner
            {
                public Cleaner() => s_widget = null;
            }
            """),

        new("A_field_is_cleared_by_a_property_that_is_read", """
            private WidgetId? _widget = someWidget;

            private bool IsReset
            {
                get
                {
                    _widget = null;
                    return true;
                }
            }

            public void Run(PluginId plugin)
            {
                if (_widget is not null && IsReset)
                    payments.GetPaymentsAsync(user, null, plugin, _widget);
            }
            """),

        new("A_field_is_cleared_by_a_user_operator", """
            private WidgetId? _widget = someWidget;

            public void Run(PluginId plugin)
            {
                if (_widget is null)
                    return;

                _ = new Cleaner(this) + 1;
                payments.GetPaymentsAsync(user, null, plugin, _widget);
            }

            private readonly struct Cleaner(Code owner)
            {
                private readonly Code _owner = owner;

                public static int operator +(Cleaner cleaner, int value)
                {
                    cleaner._owner._widget = null;
                    return value;
                }
            }
            """),

        new("A_field_is_cleared_by_Dispose_at_the_end_of_a_block", """
            private WidgetId? _widget = someWidget;

            public void Run(PluginId plugin)
            {
                using (new Cleaner(this))
                {
                    if (_widget is null)
                        return;
                }

                payments.GetPaymentsAsync(user, null, plugin, _widget);
            }

            private sealed class Cleaner(Code owner) : IDisposable
            {
                public void Dispose() => owner._widget = null;
            }
            """),

        new("A_field_is_cleared_by_an_argument_of_the_call", """
            private WidgetId? _widget = someWidget;

            public void Run()
            {
                if (_widget is null)
                    return;

                payments.GetPaymentsAsync(user, null, Take(), _widget);
            }

            private PluginId Take()
            {
                _widget = null;
                return somePlugin;
            }
            """),

        new("A_field_is_read_before_an_argument_clears_it", """
            private WidgetId? _widget = someWidget;

            public void Run()
            {
                if (_widget is null)
                    return;

                payments.GetPaymentsAsync(user, widgetId: _widget, pluginId: Take());
            }

            private PluginId Take()
            {
                _widget = null;
                return somePlugin;
            }
            """) { Certain = "FPG2002" },

        new("A_field_is_cleared_through_a_ref_local", """
            private WidgetId? _widget = someWidget;

            public void Run(PluginId plugin)
            {
                ref WidgetId? alias = ref _widget;

                if (_widget is null)
                    return;

                alias = null;
                payments.GetPaymentsAsync(user, null, plugin, _widget);
            }
            """),

        new("A_captured_local_is_cleared_by_a_lambda", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Action clear = () => widget = null;

                if (widget is null)
                    return;

                clear();
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """),

        new("A_captured_local_is_cleared_by_a_local_function", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                if (widget is null)
                    return;

                Clear();
                payments.GetPaymentsAsync(user, null, plugin, widget);

                void Clear() => widget = null;
            }
            """),

        new("A_captured_local_is_cleared_by_a_local_function_that_another_calls", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                if (widget is null)
                    return;

                Outer();
                payments.GetPaymentsAsync(user, null, plugin, widget);

                void Outer() => Inner();
                void Inner() => widget = null;
            }
            """),

        new("A_local_is_tested_again_after_a_lambda_cleared_it", """
            public void Run(PluginId plugin, WidgetId? widget, bool isCleared)
            {
                Action clear = () => widget = null;

                if (isCleared)
                    clear();

                WidgetId? copy = widget;

                if (copy is null)
                    return;

                payments.GetPaymentsAsync(user, null, plugin, copy);
            }
            """) { Certain = "FPG2002" },

        new("A_local_is_cleared_through_a_ref_local", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                ref WidgetId? alias = ref widget;

                if (widget is null)
                    return;

                alias = null;
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """),

        new("A_parameter_by_reference_is_cleared_by_a_call", """
            private WidgetId? _widget = someWidget;

            public void Run(PluginId plugin) => Call(plugin, ref _widget);

            private void Call(PluginId plugin, ref WidgetId? widget)
            {
                if (widget is null)
                    return;

                Clear();
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            private void Clear() => _widget = null;
            """),

        new("An_in_parameter_changes_behind_the_method", """
            private WidgetId? _widget = someWidget;

            public void Run(PluginId plugin) => Call(plugin, in _widget);

            private void Call(PluginId plugin, in WidgetId? widget)
            {
                if (widget is null)
                    return;

                _widget = null;
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """),

        new("A_captured_primary_constructor_parameter_is_cleared_by_a_call", """
            public void Run(PluginId plugin) => new Inner(someWidget).Call(plugin);

            private sealed class Inner(WidgetId? widget)
            {
                public void Call(PluginId plugin)
                {
                    if (widget is null)
                        return;

                    Clear();
                    payments.GetPaymentsAsync(user, null, plugin, widget);
                }

                private void Clear() => widget = null;
            }
            """),

        new("A_field_of_a_struct_local_is_cleared_by_its_method", """
            public void Run(PluginId plugin)
            {
                Box box = new() { Widget = someWidget };

                if (box.Widget is null)
                    return;

                box.Clear();
                payments.GetPaymentsAsync(user, null, plugin, box.Widget);
            }

            private struct Box
            {
                public WidgetId? Widget;

                public void Clear() => Widget = null;
            }
            """),

        new("An_element_of_an_array_is_cleared_by_a_call", """
            private readonly WidgetId?[] _widgets = [someWidget];

            public void Run(PluginId plugin)
            {
                if (_widgets[0] is null)
                    return;

                _widgets[0] = null;
                payments.GetPaymentsAsync(user, null, plugin, _widgets[0]);
            }
            """),

        new("A_method_claims_that_a_member_is_not_null", """
            private WidgetId? _widget;

            public void Run(PluginId plugin)
            {
                Load();
                payments.GetPaymentsAsync(user, null, plugin, _widget);
            }

            [MemberNotNull(nameof(_widget))]
            #pragma warning disable CS8774
            private void Load()
            {
            }
            #pragma warning restore CS8774
            """),

        new("A_method_claims_falsely_that_its_argument_is_not_null", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Check(widget);
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            #pragma warning disable CS8777
            private static void Check([NotNull] WidgetId? widget)
            {
            }
            #pragma warning restore CS8777
            """),

        new("A_field_is_cleared_in_an_earlier_iteration", """
            private WidgetId? _widget = someWidget;

            public void Run(PluginId plugin)
            {
                if (_widget is null)
                    return;

                for (int i = 0; i < 2; i++)
                {
                    if (i == 1)
                        payments.GetPaymentsAsync(user, null, plugin, _widget);

                    Clear();
                }
            }

            private void Clear() => _widget = null;
            """),

        new("A_volatile_field_is_cleared_by_a_thread", """
            private readonly ManualResetEventSlim _tested = new();
            private object? _box = someWidget;

            public void Run(PluginId plugin)
            {
                Thread thread = new(() =>
                {
                    _tested.Wait();
                    _box = null;
                });

                thread.Start();

                if (_box is null)
                    return;

                _tested.Set();
                thread.Join();
                payments.GetPaymentsAsync(user, null, plugin, (WidgetId?)_box);
            }
            """),

        new("A_field_is_cleared_by_an_event_handler", """
            private WidgetId? _widget = someWidget;

            private event Action? Changed;

            public void Run(PluginId plugin)
            {
                Changed += () => _widget = null;

                if (_widget is null)
                    return;

                Changed?.Invoke();
                payments.GetPaymentsAsync(user, null, plugin, _widget);
            }
            """),

        new("A_parameter_is_tested_and_used_after_a_call", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                if (widget is null)
                    return;

                Reset();
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            private void Reset() => GC.KeepAlive(this);
            """) { Certain = "FPG2002" },

        new("A_parameter_is_tested_and_used_after_an_await", """
            public async Task Run(PluginId plugin, WidgetId? widget)
            {
                if (widget is null)
                    return;

                await Task.Yield();
                await payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """) { Certain = "FPG2002" },

        new("A_local_copy_of_a_property_survives_a_second_read", """
            private int _reads;

            private WidgetId? Widget => _reads++ == 0 ? someWidget : null;

            public void Run(PluginId plugin)
            {
                WidgetId? widget = Widget;

                if (widget is null)
                    return;

                _ = Widget;
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """) { Certain = "FPG2002" },

        new("A_captured_local_is_only_read_by_a_lambda", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                Func<bool> isMissing = () => widget is null;

                if (widget is null)
                    return;

                _ = isMissing();
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """) { Certain = "FPG2002" },

        new("A_readonly_static_field_survives_a_call", """
            private static readonly WidgetId? s_widget = Find();

            public void Run(PluginId plugin)
            {
                if (s_widget is null)
                    return;

                Reset();
                payments.GetPaymentsAsync(user, null, plugin, s_widget);
            }

            private static WidgetId? Find() => someWidget;

            private void Reset() => GC.KeepAlive(this);
            """) { Certain = "FPG2002" },

        new("A_readonly_field_survives_an_await", """
            private readonly WidgetId? _widget = Find();

            public async Task Run(PluginId plugin)
            {
                if (_widget is null)
                    return;

                await Task.Yield();
                await payments.GetPaymentsAsync(user, null, plugin, _widget);
            }

            private static WidgetId? Find() => someWidget;
            """) { Certain = "FPG2002" },

        new("A_variable_is_assigned_a_property_that_a_call_cleared", """
            public void Run(PluginId plugin)
            {
                Holder holder = new(plugin);

                if (holder.Id is null)
                    return;

                holder.Clear();
                PluginId? p = holder.Id;
                payments.GetPaymentsAsync(user, null, p, new WidgetId("1"));
            }

            private sealed class Holder(PluginId? id)
            {
                public PluginId? Id => id;
                public void Clear() => id = null;
            }
            """),

        new("A_copy_of_a_variable_is_assigned_a_field_that_a_call_cleared", """
            private PluginId? _id = new("1");

            public void Run()
            {
                if (_id is null)
                    return;

                Clear();
                (PluginId? Id, int Count) found = (_id, 1);
                PluginId? p = found.Id;
                payments.GetPaymentsAsync(user, null, p, new WidgetId("1"));
            }

            private void Clear() => _id = null;
            """),

        new("A_variable_is_assigned_a_variable_that_a_lambda_cleared", """
            public void Run(bool copies)
            {
                PluginId? p = new("1");
                PluginId? q = new("2");
                Action clear = () => q = null;
                clear();

                if (copies)
                    p = q;

                payments.GetPaymentsAsync(user, null, p, new WidgetId("1"));
            }
            """),

        new("A_variable_is_assigned_an_element_that_a_local_function_cleared", """
            public void Run()
            {
                (PluginId? Id, int Count) found = (new("1"), 1);
                Clear();
                PluginId? p = found.Id ?? found.Id;
                payments.GetPaymentsAsync(user, null, p, new WidgetId("1"));

                void Clear() => found.Id = null;
            }
            """),

        new("A_lambda_assigns_a_variable_that_is_cleared_before_it_is_called", """
            public void Run()
            {
                PluginId? q = new("1");

                Action send = () =>
                {
                    PluginId? p = q;
                    payments.GetPaymentsAsync(user, null, p, new WidgetId("1"));
                };

                q = null;
                send();
            }
            """),

        new("A_variable_is_assigned_a_variable_that_a_reference_cleared", """
            public void Run()
            {
                PluginId? q = new("1");
                ref PluginId? alias = ref q;
                alias = null;
                PluginId? p = q;
                payments.GetPaymentsAsync(user, null, p, new WidgetId("1"));
            }
            """),

        new("A_lambda_uses_a_field_that_is_cleared_before_it_is_called", """
            private PluginId? _id = new("1");

            public void Run()
            {
                if (_id is null)
                    return;

                Action send = () => payments.GetPaymentsAsync(user, null, _id, new WidgetId("1"));
                _id = null;
                send();
            }
            """),

        new("A_constructor_does_not_keep_its_contract", """
            public void Run(PluginId? p)
            {
                _ = new Guard(p);
                payments.GetPaymentsAsync(user, null, p, new WidgetId("1"));
            }

            private sealed class Guard
            {
                public Guard([System.Diagnostics.CodeAnalysis.NotNull] PluginId? id) { }
            }
            """),

        new("A_comparer_considers_a_value_equal_to_null", """
            public void Run(PluginId? p)
            {
                if (new Any().Equals(p, new PluginId("1")))
                    payments.GetPaymentsAsync(user, null, p, new WidgetId("1"));
            }

            private sealed class Any : System.Collections.Generic.IEqualityComparer<PluginId?>
            {
                public bool Equals(PluginId? x, PluginId? y) => true;
                public int GetHashCode(PluginId? id) => 0;
            }
            """),

        new("A_structure_replaces_itself_after_a_test_of_its_readonly_field", """
            public void Run() => new Holder(new PluginId("1")).Send(payments, user);

            private struct Holder(PluginId? id)
            {
                public readonly PluginId? Id = id;

                public void Send(IPayments payments, UserId user)
                {
                    if (Id is null)
                        return;

                    Reset();
                    payments.GetPaymentsAsync(user, null, Id, new WidgetId("1"));
                }

                private void Reset() => this = default;
            }
            """),

        new("A_variable_is_assigned_a_variable_that_a_lambda_only_reads", """
            public void Run(PluginId? q)
            {
                if (q is null)
                    return;

                Func<PluginId?> read = () => q;
                PluginId? p = q;
                payments.GetPaymentsAsync(user, null, p, new WidgetId("1"));
            }
            """) { Certain = "FPG2002" },

        new("A_variable_is_assigned_a_readonly_field_that_was_tested", """
            private readonly PluginId? _id = new("1");

            public void Run()
            {
                if (_id is null)
                    return;

                PluginId? p = _id;
                payments.GetPaymentsAsync(user, null, p, new WidgetId("1"));
            }
            """) { Certain = "FPG2002" },

        new("A_pattern_variable_gets_a_property_that_a_call_cleared", """
            public void Run(PluginId plugin)
            {
                Holder holder = new(plugin);

                if (holder.Id is null)
                    return;

                holder.Clear();

                if (holder.Id is var p)
                    payments.GetPaymentsAsync(user, null, p, new WidgetId("1"));
            }

            private sealed class Holder(PluginId? id)
            {
                public PluginId? Id => id;
                public void Clear() => id = null;
            }
            """),

        new("A_variable_gets_a_member_of_an_object_that_a_call_removed", """
            private Holder? _holder = new();

            public void Run()
            {
                if (_holder is null)
                    return;

                Clear();
                PluginId? p = _holder?.Id;
                payments.GetPaymentsAsync(user, null, p, new WidgetId("1"));
            }

            private void Clear() => _holder = null;

            private sealed class Holder
            {
                public PluginId Id => new("1");
            }
            """),

        new("A_variable_gets_the_result_of_a_call_and_is_tested", """
            public void Run()
            {
                PluginId? p = Find();

                if (p is null)
                    return;

                payments.GetPaymentsAsync(user, null, p, new WidgetId("1"));
            }

            private static PluginId? Find() => new PluginId("1");
            """) { Certain = "FPG2002" },

        new("An_extension_method_with_a_contract_does_nothing", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                widget.Check();
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """)
        {
            Language = 14,
            Types = """
                internal static class Extensions
                {
                    extension([NotNull] WidgetId? id)
                    {
                        public void Check() { }
                    }
                }
                """,
        },

        new("An_extension_property_with_a_contract_is_always_true", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                if (widget.IsGiven)
                    payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """)
        {
            Language = 14,
            Types = """
                internal static class Extensions
                {
                    extension([NotNullWhen(true)] WidgetId? id)
                    {
                        public bool IsGiven => true;
                    }
                }
                """,
        },

        new("An_extension_property_without_a_contract_is_read_after_a_test", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                if (widget is null || !widget.IsOwn)
                    return;

                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """)
        {
            Certain = "FPG2002",
            Language = 14,
            Types = """
                internal static class Extensions
                {
                    extension(WidgetId? id)
                    {
                        public bool IsOwn => true;
                    }
                }
                """,
        },

        new("A_base_constructor_with_a_contract_does_nothing", """
            public void Run(PluginId plugin, WidgetId? widget) => _ = new Caller(plugin, widget);

            private class Guard
            {
                protected Guard([NotNull] WidgetId? id)
                {
                }
            }

            private sealed class Caller : Guard
            {
                public Caller(PluginId plugin, WidgetId? widget)
                    : base(widget) => payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """),

        new("An_enumerator_promises_that_its_elements_are_not_null", """
            public void Run(PluginId plugin)
            {
                foreach (WidgetId? widget in new Widgets())
                    payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            private sealed class Widgets
            {
                private bool _isOver;

                [NotNull]
                public WidgetId? Current => null!;

                public Widgets GetEnumerator() => this;

                public bool MoveNext() => !_isOver && (_isOver = true);
            }
            """),

        new("A_deconstruction_in_a_loop_promises_that_its_parts_are_not_null", """
            public void Run(PluginId plugin)
            {
                foreach (var (widget, _) in new[] { new Pair() })
                    payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            private sealed class Pair
            {
                public void Deconstruct([NotNull] out WidgetId? widget, out int count) => (widget, count) = (null!, 0);
            }
            """),

        new("An_extension_method_that_enumerates_has_a_contract", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                foreach (int _ in widget)
                {
                }

                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """)
        {
            Types = """
                internal static class Extensions
                {
                    public static IEnumerator<int> GetEnumerator([NotNull] this WidgetId? id)
                    {
                        yield break;
                    }
                }
                """,
        },

        new("A_collection_initializer_adds_with_a_contract", """
            public void Run(PluginId plugin, WidgetId? widget)
            {
                _ = new Widgets { widget };
                payments.GetPaymentsAsync(user, null, plugin, widget);
            }

            private sealed class Widgets : IEnumerable
            {
                public void Add([NotNull] WidgetId? id)
                {
                }

                public IEnumerator GetEnumerator() => Array.Empty<object>().GetEnumerator();
            }
            """),

        new("A_field_promises_that_it_is_not_null", """
            [NotNull]
            private readonly WidgetId? _widget;

            public void Run(PluginId plugin) => payments.GetPaymentsAsync(user, null, plugin, _widget);
            """),

        new("A_parameter_disallows_null", """
            public void Run(PluginId plugin, [DisallowNull] WidgetId? widget) => payments.GetPaymentsAsync(user, null, plugin, widget);
            """),

        new("A_copy_of_a_parameter_that_disallows_null", """
            public void Run(PluginId plugin, [DisallowNull] WidgetId? widget)
            {
                WidgetId? copy = widget;
                payments.GetPaymentsAsync(user, null, plugin, copy);
            }
            """),

        new("A_setter_disallows_null", """
            private PluginId _plugin;

            [DisallowNull]
            private WidgetId? Widget
            {
                get => null;
                set => payments.GetPaymentsAsync(user, null, _plugin, value);
            }

            public void Run(PluginId plugin, WidgetId? widget)
            {
                _plugin = plugin;
                Widget = widget!;
            }
            """),

        new("A_parameter_that_disallows_null_is_tested", """
            public void Run(PluginId plugin, [DisallowNull] WidgetId? widget)
            {
                if (widget is not null)
                    payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """) { Certain = "FPG2002" },

        new("The_elements_of_an_array_are_tested_in_a_loop", """
            public void Run(PluginId plugin, WidgetId? first)
            {
                foreach (WidgetId? widget in new[] { first, null })
                {
                    if (widget is null)
                        continue;

                    payments.GetPaymentsAsync(user, null, plugin, widget);
                }
            }
            """) { Certain = "FPG2002" },

        new("A_field_is_tested_in_a_method_with_statements_of_many_kinds", """
            public WidgetId? Field;

            public void Run(PluginId plugin, int count)
            {
                WidgetId? widget = Field;

                for (int i = 0; i < count && i < 3; i++)
                {
                    try
                    {
                        lock (this)
                            GC.KeepAlive($"{i}");
                    }
                    catch (InvalidOperationException)
                    {
                        continue;
                    }
                }

                using (var stream = new System.IO.MemoryStream())
                    stream.WriteByte(1);

                if (widget is null)
                    return;

                payments.GetPaymentsAsync(user, null, plugin, widget);
            }
            """) { Certain = "FPG2002" },
    ];
}

using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Tests that the compiler's nullable analysis believes although a later part of the code replaces the value.</summary>
internal static class CompilerStateShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("Compiler_when_assigns_in_switch", """
            private readonly IPayments cl = payments;

            public void Run(PluginId? p, PluginId? other)
            {
                switch (p)
                {
                    case var _ when (p = other)is null && false:
                        break;
                    case { }:
                        cl.GetPaymentsAsync(user, null, p, someWidget);
                        break;
                }
            }
            """),

        new("Compiler_when_assigns_in_switch_guard", """
            private readonly IPayments cl = payments;

            public void Run(PluginId? p, PluginId? other, bool isNew)
            {
                switch (p)
                {
                    case var _ when isNew && (p = other)is { }:
                        break;
                    case { }:
                        cl.GetPaymentsAsync(user, null, p, someWidget);
                        break;
                }
            }
            """),

        new("Compiler_when_out_in_switch", """
            private readonly IPayments cl = payments;

            private static bool Replace(out PluginId? id, PluginId? other)
            {
                id = other;
                return false;
            }

            public void Run(PluginId? p, PluginId? other)
            {
                switch (p)
                {
                    case var _ when Replace(out p, other):
                        break;
                    case { }:
                        cl.GetPaymentsAsync(user, null, p, someWidget);
                        break;
                }
            }
            """),

        new("Compiler_when_assigns_in_tuple_switch", """
            private readonly IPayments cl = payments;

            public void Run(PluginId? p, PluginId? other, bool isNew)
            {
                switch (p, isNew)
                {
                    case (_, true)when (p = other)is { }:
                        break;
                    case ({ }, _):
                        cl.GetPaymentsAsync(user, null, p, someWidget);
                        break;
                }
            }
            """),

        new("Compiler_when_assigns_not_null_case", """
            private readonly IPayments cl = payments;

            public void Run(PluginId? p, PluginId? other, int n)
            {
                switch (p)
                {
                    case var _ when n > 1 && (p = other)is { }:
                        break;
                    case not null:
                        cl.GetPaymentsAsync(user, null, p, someWidget);
                        break;
                }
            }
            """),

        new("Compiler_when_clears_in_switch", """
            private readonly IPayments cl = payments;

            public void Run(PluginId? p, PluginId? other, int n)
            {
                switch (p)
                {
                    case var _ when n > 1 && (p = other)is { }:
                        break;
                    case null:
                        break;
                    default:
                        cl.GetPaymentsAsync(user, null, p, someWidget);
                        break;
                }
            }
            """),

        new("Compiler_tuple_conversion_contract", """
            private readonly IPayments cl = payments;

            public void Run(bool x)
            {
                (Raw, int) raw = (default, 1);
                (PluginId? , int) t = raw;
                cl.GetPaymentsAsync(user, null, t.Item1, someWidget);
            }
            """)
        {
            Types = """
                public struct Raw
                {
                    [return: NotNull]
                    public static implicit operator PluginId? (Raw raw) => null;
                }
                """,
        },

        new("Readonly_constructor_goto_case", """
            private readonly PluginId? _id;

            private readonly IPayments cl = payments;

            private readonly Task _task;

            public Code() : this(somePlugin, null)
            {
            }

            private Code(PluginId? first, PluginId? second)
            {
                int step = 0;
                switch (step)
                {
                    case 0:
                        _id = step == 0 ? first : second;
                        if (step > 0)
                            break;
                        _task = Check();
                        step = 1;
                        goto case 0;
                }

                _gate.SetResult();
            }

            private readonly TaskCompletionSource _gate = new();

            private async Task Check()
            {
                if (_id is null)
                    return;
                await _gate.Task;
                await cl.GetPaymentsAsync(user, null, _id, someWidget);
            }

            public Task Run(bool isPlugin) => _task;
            """),

        new("Readonly_property_constructor_goto_case", """
            private PluginId? Id { get; }

            private readonly IPayments cl = payments;

            private readonly Task _task;

            private readonly TaskCompletionSource _gate = new();

            public Code() : this(somePlugin, null)
            {
            }

            private Code(PluginId? first, PluginId? second)
            {
                int step = 0;
                switch (step)
                {
                    case 0:
                        Id = step == 0 ? first : second;
                        if (step > 0)
                            break;
                        _task = Check();
                        step = 1;
                        goto case 0;
                }

                _gate.SetResult();
            }

            private async Task Check()
            {
                if (Id is null)
                    return;
                await _gate.Task;
                await cl.GetPaymentsAsync(user, null, Id, someWidget);
            }

            public Task Run(bool isPlugin) => _task;
            """),

        new("Compiler_filter_assigns", """
            private readonly IPayments cl = payments;

            private static void Load()
            {
                if (Environment.TickCount64 >= 0)
                    throw new InvalidOperationException();
            }

            public void Run(PluginId? p, PluginId? other)
            {
                if (p is null)
                    return;
                try
                {
                    Load();
                }
                catch (InvalidOperationException)when ((p = other)is null && Environment.TickCount64 < 0)
                {
                }
                catch (Exception)
                {
                    cl.GetPaymentsAsync(user, null, p, someWidget);
                }
            }
            """),

        new("Compiler_filter_out", """
            private readonly IPayments cl = payments;

            private static void Load()
            {
                if (Environment.TickCount64 >= 0)
                    throw new InvalidOperationException();
            }

            private static bool Replace(out PluginId? id, PluginId? other)
            {
                id = other;
                return false;
            }

            public void Run(PluginId? p, PluginId? other)
            {
                if (p is null)
                    return;
                try
                {
                    Load();
                }
                catch (InvalidOperationException)when (Replace(out p, other))
                {
                }
                catch (Exception)
                {
                    cl.GetPaymentsAsync(user, null, p, someWidget);
                }
            }
            """),

        new("Readonly_struct_this_replaced", """
            private readonly struct Target(PluginId? id)
            {
                public readonly PluginId? Id = id;
                public void Send(Code owner, IPayments cl)
                {
                    if (Id is null)
                        return;
                    owner.Clear();
                    cl.GetPaymentsAsync(user, null, Id, someWidget);
                }
            }

            private Target _target = new(somePlugin);

            private void Clear() => _target = default;

            public void Run(bool x) => _target.Send(this, payments);
            """),

        new("Readonly_record_struct_this_replaced", """
            private readonly struct Target
            {
                public Target(PluginId? id) => Id = id;
                public PluginId? Id { get; }

                public void Send(Action clear, IPayments cl)
                {
                    if (Id is null)
                        return;
                    clear();
                    cl.GetPaymentsAsync(user, null, Id, someWidget);
                }
            }

            private Target _target = new(somePlugin);

            public void Run(bool x) => _target.Send(() => _target = default, payments);
            """),

        new("Readonly_struct_this_replaced_async_like", """
            public readonly struct Target
            {
                public Target(PluginId? id) => Id = id;
                public readonly PluginId? Id;
                public void Send(ref Target self, IPayments cl)
                {
                    if (Id is null)
                        return;
                    self = default;
                    cl.GetPaymentsAsync(user, null, Id, someWidget);
                }
            }

            public void Run(bool x)
            {
                Target target = new(somePlugin);
                target.Send(ref target, payments);
            }
            """),

        new("Explicit_layout_undisturbed", """
            [StructLayout(LayoutKind.Explicit)]
            private sealed class Target
            {
                [FieldOffset(0)]
                public PluginId? A = somePlugin;
                [FieldOffset(0)]
                public PluginId? B;
                public void Send(IPayments cl, UserId id, WidgetId widget)
                {
                    if (A is null)
                        return;
                    B = null;
                    cl.GetPaymentsAsync(id, null, A, widget);
                }
            }

            public void Run(bool x)
            {
                Target target = new();
                target.A = somePlugin;
                target.Send(payments, user, someWidget);
            }
            """),

        new("Readonly_partial_constructor", """
            private readonly PluginId? _id;

            private readonly IPayments cl = payments;

            private readonly TaskCompletionSource _gate = new();

            private readonly Task _task;

            public partial Code();

            public async Task Check()
            {
                if (_id is null)
                    return;
                await _gate.Task;
                await cl.GetPaymentsAsync(user, null, _id, someWidget);
            }

            public Task Run(bool isPlugin) => _task;
            """)
        {
            Types = """
                public partial class Code
                {
                    public partial Code()
                    {
                        _id = somePlugin;
                        _task = Check();
                        _id = null;
                        _gate.SetResult();
                    }
                }
                """,
            Language = 14,
        },

        new("Readonly_partial_init", """
            private sealed partial class Sender
            {
                private readonly PluginId? _id;
                private readonly IPayments cl = payments;
                private readonly TaskCompletionSource _gate = new();
                public readonly Task Task;
                public Sender()
                {
                    _id = somePlugin;
                    Task = Check();
                }

                public partial int X { get; init; }

                private async Task Check()
                {
                    if (_id is null)
                        return;
                    await _gate.Task;
                    await cl.GetPaymentsAsync(user, null, _id, someWidget);
                }
            }

            private sealed partial class Sender
            {
                public partial int X
                {
                    get => 0;
                    init
                    {
                        _id = null;
                        _gate.SetResult();
                    }
                }
            }

            public Task Run(bool isPlugin) => new Sender()
            {
                X = 1
            }.Task;
            """) { Language = 14 },

        new("Compiler_when_assigns_tuple", """
            private readonly IPayments cl = payments;

            public void Run(PluginId? p, PluginId? other)
            {
                (PluginId? Id, int N) t = (p, 1);
                switch (t)
                {
                    case var _ when (t = (other, 2)).N < 0:
                        break;
                    case ({ }, _):
                        cl.GetPaymentsAsync(user, null, t.Id, someWidget);
                        break;
                }
            }
            """),

        new("Compiler_when_assigns_element", """
            private readonly IPayments cl = payments;

            public void Run(PluginId? p, PluginId? other)
            {
                (PluginId? Id, int N) t = (p, 1);
                switch (t.Id)
                {
                    case var _ when (t.Id = other)is null && false:
                        break;
                    case { }:
                        cl.GetPaymentsAsync(user, null, t.Id, someWidget);
                        break;
                }
            }
            """),

        new("Compiler_when_coalesce", """
            private readonly IPayments cl = payments;

            public void Run(PluginId? p, PluginId? other, WidgetId? w, WidgetId? widget)
            {
                switch (w)
                {
                    case var _ when (w = widget)is { } && p is null:
                        break;
                    case { }when p is { }:
                        cl.GetPaymentsAsync(user, null, p, w);
                        break;
                }
            }
            """),

        new("Compiler_when_holder_replaced", """
            private readonly IPayments cl = payments;

            public sealed class Holder
            {
                public readonly PluginId? Id;
                public Holder(PluginId? id) => Id = id;
            }

            public void Run(PluginId? p, PluginId? other)
            {
                Holder holder = new(p);
                Holder second = new(other);
                switch (holder)
                {
                    case var _ when (holder = second)is null:
                        break;
                    case { Id: { } }:
                        cl.GetPaymentsAsync(user, null, holder.Id, someWidget);
                        break;
                }
            }
            """),

        new("Compiler_while_filter_loop", """
            private readonly IPayments cl = payments;

            private static void Load()
            {
                if (Environment.TickCount64 >= 0)
                    throw new InvalidOperationException();
            }

            public void Run(PluginId? p, PluginId? other)
            {
                if (p is null)
                    return;
                try
                {
                    Load();
                }
                catch (InvalidOperationException)when (Take(p = other))
                {
                }
                catch
                {
                    cl.GetPaymentsAsync(user, null, p, someWidget);
                }
            }

            private static bool Take(object? x) => false;
            """),

        new("Compiler_tuple_holder", """
            private readonly IPayments cl = payments;

            public sealed class Holder
            {
                public readonly PluginId? Id;
                public Holder(PluginId? id) => Id = id;
            }

            public void Run(PluginId? p, PluginId? other)
            {
                Holder holder = new(p);
                Holder second = new(other);
                switch ((holder.Id, holder = second))
                {
                    case ({ }, _):
                        cl.GetPaymentsAsync(user, null, holder.Id, someWidget);
                        break;
                }
            }
            """),

        new("Compiler_member_when_assigns", """
            private sealed class Target
            {
                public PluginId? Id = somePlugin;
                public void Send(IPayments cl, UserId id, WidgetId widget, PluginId? other)
                {
                    switch (Id)
                    {
                        case var _ when (Id = other)is null && other is { }:
                            break;
                        case { }:
                            cl.GetPaymentsAsync(id, null, Id, widget);
                            break;
                    }
                }
            }

            public void Run(PluginId? other) => new Target().Send(payments, user, someWidget, other);
            """),

        new("Compiler_property_when_assigns", """
            private sealed class Target
            {
                public PluginId? Id { get; set; } = somePlugin;

                public void Send(IPayments cl, UserId id, WidgetId widget, PluginId? other)
                {
                    switch (Id)
                    {
                        case var _ when (Id = other)is null && other is { }:
                            break;
                        case { }:
                            cl.GetPaymentsAsync(id, null, Id, widget);
                            break;
                    }
                }
            }

            public void Run(PluginId? other) => new Target().Send(payments, user, someWidget, other);
            """),

        new("Compiler_member_tuple_switch", """
            private sealed class Target
            {
                public PluginId? Id = somePlugin;
                public void Send(IPayments cl, UserId id, WidgetId widget, PluginId? other)
                {
                    switch (Id, Id = other)
                    {
                        case ({ }, _):
                            cl.GetPaymentsAsync(id, null, Id, widget);
                            break;
                    }
                }
            }

            public void Run(PluginId? other) => new Target().Send(payments, user, someWidget, other);
            """),

        new("Compiler_property_tuple_is", """
            private sealed class Target
            {
                public PluginId? Id { get; set; } = somePlugin;

                public void Send(IPayments cl, UserId id, WidgetId widget, PluginId? other)
                {
                    if ((Id, Id = other)is ({ }, _))
                        cl.GetPaymentsAsync(id, null, Id, widget);
                }
            }

            public void Run(PluginId? other) => new Target().Send(payments, user, someWidget, other);
            """),

        new("Equality_with_stale_property", """
            public void Run(PluginId? p, WidgetId widget)
            {
                Holder holder = new()
                {
                    Id = somePlugin
                };
                if (holder.Id is null)
                    return;
                holder.Clear();
                if (p == holder.Id)
                    payments.GetPaymentsAsync(user, null, p, widget);
            }
            """)
        {
            Types = """
                public sealed class Holder
                {
                    public PluginId? Id { get; set; }

                    public void Clear() => Id = null;
                }
                """,
        },

        new("Equality_with_stale_field", """
            private PluginId? _last = somePlugin;

            private void Reset() => _last = null;

            public void Run(PluginId? p, WidgetId widget)
            {
                if (_last is not null)
                {
                    Reset();
                    if (_last == p)
                        payments.GetPaymentsAsync(user, null, p, widget);
                }
            }
            """),

        new("Inequality_with_stale_field_returns", """
            private PluginId? _last = somePlugin;

            private void Reset() => _last = null;

            public void Run(PluginId? p, WidgetId widget)
            {
                if (_last is null)
                    return;
                Reset();
                if (p != _last)
                    return;
                payments.GetPaymentsAsync(user, null, p, widget);
            }
            """),

        new("Reference_equality_with_stale_field", """
            private PluginId? _last = somePlugin;

            private void Reset() => _last = null;

            public void Run(PluginId? p, WidgetId widget)
            {
                if (_last is null)
                    return;
                Reset();
                if (ReferenceEquals(p, _last))
                    payments.GetPaymentsAsync(user, null, p, widget);
            }
            """),

        new("Equality_with_lambda_written_local", """
            public void Run(PluginId? p, WidgetId widget)
            {
                PluginId? last = somePlugin;
                Action reset = () => last = null;
                reset();
                if (p == last)
                    payments.GetPaymentsAsync(user, null, p, widget);
            }
            """),

        new("Equality_stale_only_plugin", """
            public sealed class Session
            {
                public PluginId? Current { get; private set; } = somePlugin;

                public void Refresh() => Current = null;
            }

            public void Run(PluginId? requested, WidgetId fallback)
            {
                Session session = new();
                if (!session.Current.HasValue)
                    return;
                session.Refresh();
                WidgetId? w = fallback;
                if (requested == session.Current)
                    payments.GetPaymentsAsync(user, null, requested, w);
            }
            """),

        new("Equality_ids_of_two_locals_one_foreach", """
            public void Run(PluginId? p, WidgetId widget)
            {
                foreach (PluginId? each in new List<PluginId?>
                {
                    null
                }

                )
                {
                    if (each is null || each.ToString() != "2")
                    {
                        PluginId? stale = somePlugin;
                        Action clear = () => stale = null;
                        clear();
                        if (stale != p)
                            continue;
                        payments.GetPaymentsAsync(user, null, p, widget);
                    }
                }
            }
            """),

        new("Equality_of_property_that_alternates", """
            private bool _first;

            public PluginId? Next
            {
                get
                {
                    _first = !_first;
                    return _first ? somePlugin : null;
                }
            }

            public void Run(PluginId? p, WidgetId widget)
            {
                if (Next is not null && Next == p)
                    payments.GetPaymentsAsync(user, null, p, widget);
            }
            """),

        new("Equality_of_weak_holder", """
            public sealed class Holder
            {
                private int _n;
                public PluginId? Id => _n++ == 0 ? somePlugin : null;
            }

            public void Run(PluginId? p, WidgetId widget)
            {
                Holder h = new();
                if (h is { Id: not null } && p == h.Id)
                    payments.GetPaymentsAsync(user, null, p, widget);
            }
            """),

        new("Stale_tuple_field", """
            private (PluginId? P, int N) _state = (somePlugin, 1);

            private void Reset() => _state = default;

            public void Run(PluginId? p, WidgetId widget)
            {
                if (_state.P is null)
                    return;
                Reset();
                if (_state.P == p)
                    payments.GetPaymentsAsync(user, null, p, widget);
            }
            """),

        new("Stale_readonly_equality", """
            private readonly PluginId? _id = null;

            private PluginId? _last = somePlugin;

            private void Reset() => _last = null;

            public void Run(WidgetId widget)
            {
                if (_last is null)
                    return;
                Reset();
                if (_id == _last)
                    payments.GetPaymentsAsync(user, null, _id, widget);
            }
            """),

        new("Stale_equality_path", """
            private PluginId? _last = somePlugin;

            private void Reset() => _last = null;

            public void Run(PluginId? p, WidgetId widget, bool isWidget)
            {
                if (_last is null)
                    return;
                Reset();
                if (p != _last)
                    return;
                payments.GetPaymentsAsync(user, null, p, isWidget ? widget : null);
            }
            """),

        new("Conditional_access_equals_array_element", """
            public void Run(PluginId? p, WidgetId widget)
            {
                string[] names = new string[1];
                if (p?.ToString() == names[0])
                    payments.GetPaymentsAsync(user, null, p, widget);
            }
            """),

        new("Conditional_access_equals_no_none", """
            public void Run(PluginId? p)
            {
                string[] names = new string[1];
                if (p?.ToString() == names[0])
                    payments.GetPaymentsAsync(user, someFile, p);
            }
            """),

        new("Conditional_access_equals_parameter", """
            public void Run(PluginId? p, WidgetId widget)
            {
                Pay(p, widget, null !);
                Pay(p, widget, "1");
            }

            public void Pay(PluginId? p, WidgetId widget, string name)
            {
                if (p?.ToString() == name)
                    payments.GetPaymentsAsync(user, null, p, widget);
            }
            """),

        new("Conditional_access_equals_call", """
            private static string Name() => (new string[1])[0];

            public void Run(PluginId? p, WidgetId widget)
            {
                if (p?.ToString() == Name())
                    payments.GetPaymentsAsync(user, null, p, widget);
            }
            """),

        new("Conditional_access_equals_virtual_call_in_constructor", """
            public abstract class Base
            {
                protected Base(PluginId? p, WidgetId widget) => Start(p, widget);
                protected abstract void Start(PluginId? p, WidgetId widget);
            }

            public sealed class Derived : Base
            {
                private readonly string _region;
                public Derived(PluginId? p, WidgetId widget) : base(p, widget) => _region = "eu";
                protected override void Start(PluginId? p, WidgetId widget)
                {
                    if (p?.ToString() == _region)
                        payments.GetPaymentsAsync(user, null, p, widget);
                }
            }

            public void Run(PluginId? p, WidgetId widget) => new Derived(p, widget);
            """),

        new("Conditional_access_pattern", """
            public void Run(PluginId? p, WidgetId widget)
            {
                string[] names = new string[1];
                if (p?.ToString()is { } text && text == names[0])
                    return;
                if (names[0] == p?.ToString())
                    payments.GetPaymentsAsync(user, null, p, widget);
            }
            """),

        new("Conditional_access_not_equal_else", """
            public void Run(PluginId? p, WidgetId widget)
            {
                string[] names = new string[1];
                if (names[0] != p?.ToString())
                {
                }
                else
                    payments.GetPaymentsAsync(user, null, p, widget);
            }
            """),

        new("Stale_string_member", """
            private string? _region = "eu";

            private void Reset() => _region = null;

            public void Run(PluginId? p, WidgetId widget)
            {
                if (_region is null)
                    return;
                Reset();
                if (p?.ToString() == _region)
                    payments.GetPaymentsAsync(user, null, p, widget);
            }
            """),

        new("To_string_returns_null", """
            public sealed class Foo
            {
                public override string ToString() => (new string[1])[0];
            }

            public void Run(PluginId? p, WidgetId widget)
            {
                if (p?.ToString() == new Foo().ToString())
                    payments.GetPaymentsAsync(user, null, p, widget);
            }
            """),

        new("Equal_in_a_tuple_to_a_property_that_alternates", """
            private bool _first;

            public PluginId? Next
            {
                get
                {
                    _first = !_first;
                    return _first ? somePlugin : null;
                }
            }

            public void Run(PluginId? p)
            {
                if (Next is not null && (p, 1) == (Next, 1))
                    payments.GetPaymentsAsync(user, null, p, someWidget);
            }
            """),

        new("Equal_to_a_property_through_a_local", """
            private bool _first;

            public PluginId? Next
            {
                get
                {
                    _first = !_first;
                    return _first ? somePlugin : null;
                }
            }

            public void Run(PluginId? p)
            {
                if (Next is null)
                    return;
                if (Next == p)
                {
                    PluginId? copy = p;
                    payments.GetPaymentsAsync(user, null, copy, someWidget);
                }
            }
            """),

        new("Equal_to_a_struct_is_given", """
            public void Run(PluginId? p, PluginId other)
            {
                if (p == other)
                    payments.GetPaymentsAsync(user, null, p, someWidget);
            }
            """) { Certain = "FPG2002" },

        new("Conditional_access_equal_to_a_constant_is_given", """
            public void Run(PluginId? p)
            {
                if (p?.ToString() == "1")
                    payments.GetPaymentsAsync(user, null, p, someWidget);
            }
            """) { Certain = "FPG2002" },

        new("Conditional_access_is_the_same_reference", """
            public void Run(PluginId? p)
            {
                string[] names = new string[1];
                if (ReferenceEquals(p?.ToString(), names[0]))
                    payments.GetPaymentsAsync(user, null, p, someWidget);
            }
            """),

        new("Inequality_of_tuples_with_stale_field", """
            private PluginId? _last = somePlugin;

            private void Reset() => _last = null;

            public void Run(PluginId? p)
            {
                if (_last is null)
                    return;
                Reset();
                if ((p, 1) != (_last, 1))
                    return;
                payments.GetPaymentsAsync(user, null, p, someWidget);
            }
            """),
    ];
}

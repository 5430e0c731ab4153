using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Operations that throw, call code or write although it does not look so.</summary>
internal static class UnexpectedOperationShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("Interpolation_bad_format", """
            public void Run(bool isPlugin, int count)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                if (!isPlugin)
                {
                    string text = $"{count:Q}";
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Interpolation_bad_format_constant_path", """
            public void Run(bool isPlugin)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                int number = 5;
                string text = isPlugin ? "" : $"{number:Y}";
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Array_too_long_only", """
            public void Run(bool isPlugin)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                byte[]? all = null;
                if (!isPlugin)
                    all = new byte[int.MaxValue];
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Array_of_two_dimensions_too_large", """
            public void Run(bool isPlugin)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                int[, ]? all = null;
                if (!isPlugin)
                    all = new int[100000, 100000];
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Invalid_constant_id", """
            public void Run(bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = someWidget;
                if (isPlugin)
                    p = new PluginId("not valid/");
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Invalid_constant_id_empty", """
            public void Run(bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = someWidget;
                if (isPlugin)
                    p = new PluginId("");
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Invalid_constant_id_negative", """
            public void Run(bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = someWidget;
                if (isPlugin)
                    p = new(-1L);
                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Invalid_constant_id_zero", """
            public void Run(Kind kind)
            {
                PluginId? p = null;
                WidgetId? w = null;
                const long None = 0;
                if (kind == Kind.Plugin)
                    p = somePlugin;
                else if (kind == Kind.Widget)
                    w = someWidget;
                else
                {
                    UserId other = new(None);
                }

                payments.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Invalid_static_initializer", """
            public void Run(bool isPlugin)
            {
                PluginId? p = null;
                WidgetId? w = someWidget;
                if (isPlugin)
                    p = Defaults.Plugin;
                payments.GetPaymentsAsync(user, null, p, w);
            }

            private static class Defaults
            {
                public static readonly PluginId Plugin = new("not valid/");
            }
            """),

        new("Delegate_combination_throws", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Action<object> any = static _ =>
                {
                };
                Action<string> first = any;
                Action<string> second = static _ =>
                {
                };
                try
                {
                    first += second;
                    p = null;
                }
                catch (ArgumentException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Delegate_sum_throws", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Action<object> any = static _ =>
                {
                };
                Action<string> first = any;
                Action<string> second = static _ =>
                {
                };
                try
                {
                    Action<string> both = first + second;
                    p = null;
                }
                catch (ArgumentException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Delegate_sum_throws_on_path", """
            public void Run(bool isPlugin)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                Action<object> any = static _ =>
                {
                };
                Action<string> first = any;
                Action<string> second = static _ =>
                {
                };
                if (!isPlugin)
                    first += second;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Aggregate_exception_of_lazy", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                int[] numbers = [1];
                IEnumerable<Exception> errors = numbers.Select(Fail);
                try
                {
                    try
                    {
                        throw new AggregateException(errors);
                    }
                    catch (AggregateException)
                    {
                        p = null;
                    }
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static Exception Fail(int number) => throw new InvalidOperationException();
            """),

        new("Null_ref_field", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Holder holder = default;
                try
                {
                    int number = holder.Number;
                    p = null;
                }
                catch (NullReferenceException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private ref struct Holder
            {
                public ref int Number;
            }
            """),

        new("Null_ref_field_assigned", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Holder holder = default;
                try
                {
                    holder.Number = 1;
                    p = null;
                }
                catch (NullReferenceException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private ref struct Holder
            {
                public ref int Number;
            }
            """),

        new("Null_ref_local", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                ref int number = ref Unsafe.NullRef<int>();
                try
                {
                    number = 1;
                    p = null;
                }
                catch (NullReferenceException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Null_ref_field_on_path", """
            public void Run(bool isPlugin)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                Holder holder = default;
                if (!isPlugin)
                {
                    int number = holder.Number;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private ref struct Holder
            {
                public ref int Number;
            }
            """),

        new("Type_test_runs_code", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                object any = new Castable();
                try
                {
                    bool isThing = any is IThing;
                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private interface IThing
            {
            }

            private sealed class Castable : IDynamicInterfaceCastable
            {
                public bool IsInterfaceImplemented(RuntimeTypeHandle type, bool throwIfNotImplemented) => throw new InvalidOperationException();
                public RuntimeTypeHandle GetInterfaceImplementation(RuntimeTypeHandle type) => default;
            }
            """),

        new("Intern_leaves_a_trace", """
            public void Run(bool isPlugin)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                string text = Guid.NewGuid().ToString();
                if (isPlugin)
                    string.Intern(text);
                if (string.IsInterned(text)is null)
                    return;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Parsable_static_abstract_lies", """
            public void Run(string? text) => Core<Lenient>(text);

            private static void Core<T>(string? text)
                where T : IParsable<T>
            {
                PluginId? p = null;
                if (text is null)
                    p = somePlugin;
                if (T.TryParse(text, null, out _))
                    payments.GetPaymentsAsync(user, null, p, null);
            }

            private sealed class Lenient : IParsable<Lenient>
            {
                public static Lenient Parse(string s, IFormatProvider? provider) => new();
                public static bool TryParse(string? s, IFormatProvider? provider, out Lenient result)
                {
                    result = new();
                    return s is null;
                }
            }
            """),

        new("ValueType_Equals_lies", """
            public void Run(PluginId? plugin)
            {
                ValueType any = new Sly();
                WidgetId? w = plugin is null ? someWidget : null;
                if (any.Equals(plugin))
                    payments.GetPaymentsAsync(user, null, null, w);
            }

            private struct Sly
            {
                public override bool Equals(object? other) => other is null;
                public override int GetHashCode() => 0;
            }
            """),

        new("ValueType_Equals_lies_given", """
            public void Run(PluginId? plugin)
            {
                ValueType any = new Sly();
                if (any.Equals(plugin))
                    payments.GetPaymentsAsync(user, null, plugin, someWidget);
            }

            private struct Sly
            {
                public override bool Equals(object? other) => true;
                public override int GetHashCode() => 0;
            }
            """),

        new("Attribute_Equals_lies", """
            public void Run(PluginId? plugin)
            {
                Attribute any = new SlyAttribute();
                if (any.Equals(plugin))
                    payments.GetPaymentsAsync(user, null, plugin, someWidget);
            }

            private sealed class SlyAttribute : Attribute
            {
                public override bool Equals(object? other) => true;
                public override int GetHashCode() => 0;
            }
            """),

        new("Type_IsInstanceOfType_lies", """
            public void Run(PluginId? plugin)
            {
                Type any = new Sly();
                if (any.IsInstanceOfType(plugin))
                    payments.GetPaymentsAsync(user, null, plugin, someWidget);
            }

            private sealed class Sly() : System.Reflection.TypeDelegator(typeof(int))
            {
                public override bool IsInstanceOfType(object? o) => true;
            }
            """),

        new("Extension_setter_on_null", """
            public void Run(bool isPlugin)
            {
                Holder? holder = isPlugin ? null : new();
                PluginId? p = null;
                holder.Mark = true;
                if (holder is null)
                    p = somePlugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                public sealed class Holder
                {
                }

                public static class Extensions
                {
                    extension(Holder? holder)
                    {
                        public bool Mark
                        {
                            get => false;
                            set
                            {
                            }
                        }
                    }
                }
                """,
            Language = 14,
        },

        new("Extension_setter_on_null_compound", """
            public void Run(bool isPlugin)
            {
                Holder? holder = isPlugin ? null : new();
                PluginId? p = null;
                holder.Mark += 1;
                if (holder is null)
                    p = somePlugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                public sealed class Holder
                {
                }

                public static class Extensions
                {
                    extension(Holder? holder)
                    {
                        public int Mark
                        {
                            get => 0;
                            set
                            {
                            }
                        }
                    }
                }
                """,
            Language = 14,
        },

        new("Extension_setter_on_null_deconstruct", """
            public void Run(string? text)
            {
                PluginId? p = null;
                (text.Mark, _) = (1, 2);
                if (text is null)
                    p = somePlugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                public static class Extensions
                {
                    extension(string? text)
                    {
                        public int Mark
                        {
                            get => 0;
                            set
                            {
                            }
                        }
                    }
                }
                """,
            Language = 14,
        },

        new("Compiler_tuple_switch_and_assignment", """
            public void Run(PluginId? p, PluginId? q)
            {
                switch (p, p = q)
                {
                    case ({ }, _):
                        payments.GetPaymentsAsync(user, null, p, someWidget);
                        break;
                }
            }
            """),

        new("Never_instantiated_type", """
            public void Run(object? any)
            {
                PluginId? p = somePlugin;
                if (any is Marker)
                    p = null;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            public sealed class Marker
            {
                private Marker()
                {
                }
            }
            """),

        new("Readonly_by_AsRef", """
            private readonly PluginId? _id = somePlugin;

            public void Run()
            {
                if (_id is not null)
                {
                    Unsafe.AsRef(in _id) = null;
                    payments.GetPaymentsAsync(user, null, _id, someWidget);
                }
            }
            """),

        new("Dynamic_conversion_in_argument", """
            public void Run(bool any)
            {
                payments.GetPaymentsAsync(user, null, (PluginId? )(dynamic)new Wrapper(), someWidget);
            }

            public struct Wrapper
            {
                public static implicit operator PluginId? (Wrapper wrapper) => null;
            }
            """),

        new("Dynamic_conversion_to_local", """
            public void Run(WidgetId widget)
            {
                dynamic any = new Wrapper();
                PluginId? p = any;
                payments.GetPaymentsAsync(user, null, p, widget);
            }

            public sealed class Wrapper
            {
                public static implicit operator PluginId? (Wrapper wrapper) => null;
            }
            """),

        new("Dynamic_conversion_to_string", """
            public void Run(PluginId plugin)
            {
                dynamic any = new Wrapper();
                string? text = any;
                PluginId? p = null;
                if (text is null)
                    p = plugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            public sealed class Wrapper
            {
                public static implicit operator string? (Wrapper wrapper) => null;
            }
            """),

        new("Null_pointer_to_integer", """
            public unsafe void Run(bool isPlugin)
            {
                PluginId? p = null;
                if (isPlugin)
                {
                    int* pointer = null;
                    nint address = (nint)pointer;
                    p = somePlugin;
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Null_pointer_to_long", """
            public unsafe void Run(bool isPlugin)
            {
                void* pointer = isPlugin ? null : (void*)1;
                PluginId? p = null;
                long address = (long)pointer;
                if (isPlugin)
                    p = somePlugin;
                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Try_cast_runs_code", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                object any = new Castable();
                try
                {
                    IThing? thing = any as IThing;
                    p = null;
                }
                catch (InvalidOperationException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private interface IThing
            {
            }

            private sealed class Castable : IDynamicInterfaceCastable
            {
                public bool IsInterfaceImplemented(RuntimeTypeHandle type, bool throwIfNotImplemented) => throw new InvalidOperationException();
                public RuntimeTypeHandle GetInterfaceImplementation(RuntimeTypeHandle type) => default;
            }
            """),

        new("Explicit_layout_overlap_readonly", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                new Box(plugin).Go(widget);
            }
            """)
        {
            Types = """
                [StructLayout(LayoutKind.Explicit)]
                public sealed class Box(PluginId? plugin)
                {
                    [FieldOffset(0)]
                    public readonly PluginId? Plugin = plugin;
                    [FieldOffset(0)]
                    public WidgetId? Widget;
                    public void Go(WidgetId widget)
                    {
                        if (Plugin is not null)
                        {
                            Clear();
                            payments.GetPaymentsAsync(user, null, Plugin, widget);
                        }
                    }

                    private void Clear() => Widget = null;
                }
                """,
        },

        new("DbConnectionStringBuilder_lies", """
            public void Run(bool any)
            {
                System.Data.Common.DbConnectionStringBuilder builder = new Sly();
                if (builder.TryGetValue("a", out object? value))
                {
                    PluginId? p = null;
                    if (value is null)
                        p = somePlugin;
                    payments.GetPaymentsAsync(user, null, p, null);
                }
            }

            private sealed class Sly : System.Data.Common.DbConnectionStringBuilder
            {
                public override bool TryGetValue(string keyword, [NotNullWhen(true)] out object? value)
                {
                    value = null !;
                    return true;
                }
            }
            """),

        new("Delegate_combination_with_method_group", """
            public void Run(PluginId plugin)
            {
                PluginId? p = plugin;
                Func<object> any = Make;
                Func<string> make = MakeText;
                any = make;
                Func<object> second = Make;
                try
                {
                    any += second;
                    p = null;
                }
                catch (ArgumentException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }

            private static object Make() => "";

            private static string MakeText() => "";
            """),

        new("Delegate_field_combination", """
            private Action<string> _changed = Combine;

            private static void Combine(object any)
            {
            }

            public void Run(PluginId plugin)
            {
                Action<object> any = Combine;
                _changed = any;
                Action<string> other = static _ =>
                {
                };
                PluginId? p = plugin;
                try
                {
                    _changed += other;
                    p = null;
                }
                catch (ArgumentException)
                {
                }

                payments.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Platform_ctor_RSACng", """
            public void Run(bool isPlugin)
            {
                IPayments c = payments;
                PluginId? p = isPlugin ? somePlugin : null;
                if (!isPlugin)
                {
                    object rsa = new System.Security.Cryptography.RSACng();
                }

                c.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Platform_ctor_ECDsaCng_using", """
            public void Run(bool useCng)
            {
                IPayments c = payments;
                PluginId? p = null;
                if (useCng)
                {
                    System.Security.Cryptography.ECDsa key = new System.Security.Cryptography.ECDsaCng();
                }
                else
                    p = somePlugin;
                c.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Interpolation_huge_alignment", """
            public void Run(bool isPlugin, string name)
            {
                IPayments c = payments;
                PluginId? p = isPlugin ? somePlugin : null;
                string text = isPlugin ? name : $"{name, 2147483647}";
                c.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Static_field_of_platform_ctor", """
            public void Run(bool isPlugin)
            {
                IPayments c = payments;
                PluginId? p = isPlugin ? somePlugin : null;
                object? o = isPlugin ? null : Holder.Rsa;
                c.GetPaymentsAsync(user, null, p, null);
            }

            private static class Holder
            {
                public static readonly System.Security.Cryptography.RSACng Rsa = new();
            }
            """),

        new("Compiler_tuple_switch_ref_call", """
            public void Run(PluginId? plugin, WidgetId widget)
            {
                IPayments cl = payments;
                PluginId? p = plugin;
                switch (p, Clear(ref p))
                {
                    case ({ }, true):
                        cl.GetPaymentsAsync(user, null, p, widget);
                        break;
                }
            }

            private static bool Clear(ref PluginId? id)
            {
                id = null;
                return true;
            }
            """),

        new("Compiler_tuple_switch_out_call", """
            public void Run(PluginId? plugin, WidgetId widget)
            {
                IPayments cl = payments;
                PluginId? p = plugin;
                switch (p, TryNext(out p))
                {
                    case (not null, true):
                        cl.GetPaymentsAsync(user, null, p, widget);
                        break;
                }
            }

            private static bool TryNext(out PluginId? id)
            {
                id = null;
                return true;
            }
            """),

        new("Compiler_equality_ref_call", """
            public void Run(PluginId? plugin, WidgetId widget)
            {
                IPayments cl = payments;
                PluginId? p = plugin;
                if (p == Take(ref p))
                    cl.GetPaymentsAsync(user, null, p, widget);
            }

            private static PluginId Take(ref PluginId? id)
            {
                id = null;
                return somePlugin;
            }
            """),

        new("Array_creation_size_product", """
            public void Run(bool isPlugin)
            {
                IPayments cl = payments;
                PluginId? p = isPlugin ? somePlugin : null;
                Guid[,, ] g = isPlugin ? new Guid[1, 1, 1] : new Guid[2048, 2048, 2048];
                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Invalid_id_in_switch_expression", """
            public void Run(Kind kind)
            {
                IPayments cl = payments;
                PluginId? p = kind switch
                {
                    Kind.Plugin => new PluginId("1"),
                    Kind.File => new PluginId("a b"),
                    _ => null
                };
                WidgetId? w = kind is Kind.Plugin ? null : new WidgetId("2");
                cl.GetPaymentsAsync(user, null, p, w);
            }
            """),

        new("Invalid_user_id_on_path", """
            public void Run(bool isGuest)
            {
                IPayments cl = payments;
                UserId u = isGuest ? new UserId("") : new UserId("1");
                PluginId? p = isGuest ? null : somePlugin;
                cl.GetPaymentsAsync(u, null, p, null);
            }
            """),

        new("Captured_dynamic_initializer", """
            public void Run(bool any)
            {
                IPayments cl = payments;
                PluginId? p = (dynamic)new Wrapper();
                Action go = () => cl.GetPaymentsAsync(user, null, p, someWidget);
                go();
            }

            public struct Wrapper
            {
                public static implicit operator PluginId? (Wrapper wrapper) => null;
            }
            """),

        new("Try_bad_format_flag", """
            public void Run(bool isPlugin, int n)
            {
                IPayments cl = payments;
                PluginId? p = null;
                try
                {
                    if (isPlugin)
                    {
                        string s = $"{n:Q}";
                    }

                    p = somePlugin;
                    if (isPlugin)
                        p = null;
                }
                catch (FormatException)
                {
                    p = somePlugin;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Try_array_too_long", """
            public void Run(bool isPlugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                byte[]? b = null;
                try
                {
                    if (isPlugin)
                        b = new byte[int.MaxValue];
                    p = isPlugin ? null : somePlugin;
                }
                catch (OutOfMemoryException)
                {
                    p = somePlugin;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Extension_setter_object_initializer", """
            public void Run(bool isPlugin)
            {
                IPayments cl = payments;
                Holder? holder = isPlugin ? null : new();
                PluginId? p = null;
                holder.Id = 1;
                if (isPlugin)
                    p = somePlugin;
                cl.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                public sealed class Holder
                {
                    public int Stored;
                }

                public static class Extensions
                {
                    extension(Holder? holder)
                    {
                        public int Id
                        {
                            get => holder?.Stored ?? 0;
                            set
                            {
                                if (holder is not null)
                                    holder.Stored = value;
                            }
                        }
                    }
                }
                """,
            Language = 14,
        },

        new("Delegate_combination_realistic", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                Action<object> log = static o =>
                {
                };
                Action<string> onText = log;
                PluginId? p = plugin;
                try
                {
                    onText += static s =>
                    {
                    };
                    p = null;
                }
                catch (Exception)
                {
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Aggregate_of_failing_select", """
            public void Run(PluginId plugin)
            {
                IPayments cl = payments;
                PluginId? p = null;
                string[] names = new[]
                {
                    "a"
                };
                IEnumerable<Exception> errors = names.Select(ToError);
                try
                {
                    throw new AggregateException(errors);
                }
                catch (AggregateException)
                {
                }
                catch (FormatException)
                {
                    p = plugin;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }

            private static Exception ToError(string name) => new ArgumentException(int.Parse(name).ToString());
            """),

        new("User_plus_returns_null", """
            public void Run(PluginId plugin)
            {
                string? text = new Foo() + "x";
                payments.GetPaymentsAsync(user, null, text is null ? plugin : null);
            }
            """)
        {
            Types = """
                public sealed class Foo
                {
                    public static string? operator +(Foo a, string b) => null;
                }
                """,
        },

        new("User_plus_returns_null_several", """
            public void Run(PluginId plugin, WidgetId widget)
            {
                string? path = new Foo() / "x" + "y" == "" ? null : new Foo() + "x";
                WidgetId? w = path is not null ? widget : null;
                payments.GetPaymentsAsync(user, null, plugin, w);
            }
            """)
        {
            Types = """
                public sealed class Foo
                {
                    public static string? operator +(Foo a, string b) => null;
                    public static Foo operator /(Foo a, string b) => a;
                }
                """,
        },

        new("User_plus_returns_empty", """
            public void Run(PluginId plugin)
            {
                string text = new Foo() + "x";
                payments.GetPaymentsAsync(user, null, text == "" ? plugin : null);
            }
            """)
        {
            Types = """
                public sealed class Foo
                {
                    public static string operator +(Foo a, string b) => "";
                }
                """,
        },

        new("User_plus_compound", """
            public void Run(PluginId plugin)
            {
                string? text = "a";
                text += new Foo();
                payments.GetPaymentsAsync(user, null, text is null ? plugin : null);
            }
            """)
        {
            Types = """
                public sealed class Foo
                {
                    public static string? operator +(string? a, Foo b) => null;
                }
                """,
        },

        new("User_plus_two_objects", """
            public void Run(PluginId plugin)
            {
                string? text = new Foo() + new Foo();
                payments.GetPaymentsAsync(user, null, text is null ? plugin : null);
            }
            """)
        {
            Types = """
                public sealed class Foo
                {
                    public static string? operator +(Foo a, Foo b) => null;
                }
                """,
        },

        new("String_ids_user_plus", """
            public sealed class Foo
            {
                public static string? operator +(Foo a, string b) => null;
            }

            [ExactlyOneResource]
            public static void Pay(string? pluginId = null, string? widgetId = null) => payments.GetPaymentsAsync(user, null, string.IsNullOrEmpty(pluginId) ? null : somePlugin, string.IsNullOrEmpty(widgetId) ? null : someWidget);

            public void Run() => Pay(pluginId: new Foo() + "x", widgetId: "1");
            """),
    ];
}

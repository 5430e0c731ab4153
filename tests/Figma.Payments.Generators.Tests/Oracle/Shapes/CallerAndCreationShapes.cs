using System.Collections.Immutable;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>Callers that are all known, and objects whose creation throws or runs code.</summary>
internal static class CallerAndCreationShapes
{
    public static readonly ImmutableArray<Shape> All =
    [
        new("File_local_class_method", """
            public void Run(bool isPlugin)
            {
                if (isPlugin)
                    new Sender().Send(true);
            }
            """)
        {
            Types = """
                file sealed class Sender
                {
                    public void Send(bool isPlugin)
                    {
                        PluginId? p = isPlugin ? somePlugin : null;
                        payments.GetPaymentsAsync(user, null, p, null);
                    }
                }
                """,
        },

        new("Protected_override_of_sealed_class", """
            public void Run(bool isPlugin)
            {
                using Sender sender = new();
            }
            """)
        {
            Types = """
                public sealed class Sender : System.IO.MemoryStream
                {
                    protected override void Dispose(bool disposing)
                    {
                        PluginId? p = disposing ? somePlugin : null;
                        payments.GetPaymentsAsync(user, null, p, null);
                    }
                }
                """,
        },

        new("Private_protected_method", """
            private protected static void Send(bool isPlugin)
            {
                PluginId? p = isPlugin ? somePlugin : null;
                payments.GetPaymentsAsync(user, null, p, null);
            }

            public void Run(bool isPlugin)
            {
                if (isPlugin)
                    Send(true);
            }
            """),

        new("Partial_property_initializer", """
            private readonly IPayments cl = payments;

            private sealed partial class Bad
            {
                public partial int X { get; }
            }

            private sealed partial class Bad
            {
                public partial int X { get => field; } = int.Parse("x");
            }

            private static class Cache
            {
                public static readonly Bad Value = new Bad();
            }

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    Bad bad = Cache.Value;
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """) { Language = 14 },

        new("Nested_type_of_same_name", """
            private readonly IPayments cl = payments;

            private static class Cache
            {
                public sealed class Rate : Nested_type_of_same_name.Rate
                {
                    public Rate() => throw new InvalidOperationException();
                }

                public static readonly Nested_type_of_same_name.Rate Value = new Rate();
            }

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    object bad = Cache.Value;
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """)
        {
            Types = """
                public class Rate
                {
                }
                """,
        },

        new("Aggregate_exception_of_null", """
            private readonly IPayments cl = payments;

            private Exception? _inner;

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                if (isPlugin)
                {
                    Exception e = new AggregateException("failed", _inner!);
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Aggregate_exception_of_null_is_caught", """
            private readonly IPayments cl = payments;

            private Exception? _inner;

            public void Run(bool x)
            {
                PluginId? p = null;
                try
                {
                    throw new AggregateException("failed", _inner!);
                }
                catch (AggregateException)
                {
                }
                catch (ArgumentException)
                {
                    p = somePlugin;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Aggregate_exception_of_null_on_path", """
            private readonly IPayments cl = payments;

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                Exception? inner = null;
                Exception? error = null;
                if (isPlugin)
                {
                    error = new AggregateException("failed", inner!);
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("File_local_record", """
            public void Run(bool isPlugin)
            {
                if (isPlugin)
                    new Sender(true).Send(payments, isPlugin);
            }
            """)
        {
            Types = """
                file sealed record Sender(bool IsPlugin)
                {
                    public object Send(IPayments cl, bool isPlugin) => cl.GetPaymentsAsync(user, null, isPlugin ? somePlugin : null, null);
                }
                """,
        },

        new("Protected_in_sealed", """
            public sealed class Sender
            {
                protected void Send(bool isPlugin, IPayments cl)
                {
                    PluginId? p = isPlugin ? somePlugin : null;
                    cl.GetPaymentsAsync(user, null, p, null);
                }

                public void Go(bool isPlugin)
                {
                    if (isPlugin)
                        Send(true, payments);
                }
            }

            public void Run(bool isPlugin) => new Sender().Go(isPlugin);
            """),

        new("Cryptographic_exception_format", """
            private readonly IPayments cl = payments;

            public void Run(bool isPlugin)
            {
                PluginId? p = somePlugin;
                Exception? error = null;
                if (isPlugin)
                {
                    error = new System.Security.Cryptography.CryptographicException("bad key {name}", "x");
                    p = null;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Cryptographic_exception_is_caught", """
            private readonly IPayments cl = payments;

            public void Run(bool isPlugin)
            {
                PluginId? p = null;
                try
                {
                    throw new System.Security.Cryptography.CryptographicException("bad key {name}", "x");
                }
                catch (System.Security.Cryptography.CryptographicException)
                {
                }
                catch (FormatException)
                {
                    p = somePlugin;
                }

                cl.GetPaymentsAsync(user, null, p, null);
            }
            """),

        new("Private_protected_class", """
            private protected sealed class Sender
            {
                public void Send(bool isPlugin, IPayments cl)
                {
                    PluginId? p = isPlugin ? somePlugin : null;
                    cl.GetPaymentsAsync(user, null, p, null);
                }
            }

            public void Run(bool isPlugin)
            {
                if (isPlugin)
                    new Sender().Send(true, payments);
            }
            """),
    ];
}

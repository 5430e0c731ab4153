using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules;

/// <summary>Tests that no rule reports valid code, code of other libraries, or code that doesn't compile yet.</summary>
public sealed class SilenceTests
{
    private const string Interface = """
        namespace Shop
        {
            [PaymentsClient]
            public partial interface IGlyph
            {
                Task<PaymentInformation> RequestAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null, CancellationToken cancellationToken = default);
            }
        }
        """;

    [Fact]
    public async Task Decorator_that_forwards_its_parameters_is_not_reported() => await VerifyCS.VerifyNoDiagnosticsAsync(Interface,
        """
        namespace Shop;

        public sealed class Logged(IGlyph inner) : IGlyph
        {
            public async Task<PaymentInformation> RequestAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null, CancellationToken cancellationToken = default)
            {
                PaymentInformation information = await inner.RequestAsync(userId, communityFileId, pluginId, widgetId, cancellationToken);
                Console.WriteLine(information.IsPaid);
                return information;
            }
        }
        """);

    [Fact]
    public async Task Call_of_the_developers_own_implementation_is_not_reported() => await VerifyCS.VerifyNoDiagnosticsAsync(Interface,
        """
        namespace Shop;

        public sealed class Fake : IGlyph
        {
            public Task<PaymentInformation> RequestAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
        }

        public class Code
        {
            public Task RunAsync(Fake fake, UserId user) => Task.WhenAll(fake.RequestAsync(user), fake.RequestAsync(user, pluginId: new("1"), widgetId: new("2")));
        }
        """);

    [Fact]
    public async Task Call_of_another_method_with_the_same_parameters_is_not_reported() => await VerifyCS.VerifyNoDiagnosticsAsync(
        """
        public interface IOther
        {
            Task<PaymentInformation> RequestAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        public static class Extensions
        {
            public static Task<PaymentInformation> RequestAsync(this string text, UserId userId, PluginId? pluginId = null) => throw new NotSupportedException();
        }

        public class Code
        {
            public Task RunAsync(IOther other, UserId user) => Task.WhenAll(other.RequestAsync(user), "".RequestAsync(user), other.RequestAsync(user, pluginId: new("1"), widgetId: new("2")));
        }
        """);

    [Fact]
    public async Task Call_through_a_base_interface_without_the_attribute_is_not_reported() => await VerifyCS.VerifyNoDiagnosticsAsync(
        """
        public interface IPlain
        {
            Task<PaymentInformation> RequestAsync(UserId userId, PluginId? pluginId = null);
        }

        [PaymentsClient]
        public partial interface IGlyph : IPlain;

        public class Code
        {
            public Task RunAsync(IPlain plain, UserId user) => plain.RequestAsync(user);
        }
        """);

    [Fact]
    public async Task Dynamic_call_is_not_reported() => await VerifyCS.VerifyNoDiagnosticsAsync(Interface,
        """
        public class Code
        {
            public Task<PaymentInformation> RunAsync(dynamic late, Shop.IGlyph glyph, UserId user, dynamic? id)
            {
                late.RequestAsync(user);
                return glyph.RequestAsync(user, pluginId: id, widgetId: id);
            }
        }
        """);

    [Fact]
    public async Task Method_group_is_not_reported() => await VerifyCS.VerifyNoDiagnosticsAsync(Interface,
        """
        public class Code
        {
            public object Run(Shop.IGlyph glyph) => (Func<UserId, CommunityFileId?, PluginId?, WidgetId?, CancellationToken, Task<PaymentInformation>>)glyph.RequestAsync;
            public string Name => nameof(Shop.IGlyph.RequestAsync);
            /// <summary><see cref="Shop.IGlyph.RequestAsync"/></summary>
            public void Documented() { }
        }
        """);

    [Fact]
    public Task Code_that_does_not_compile_is_not_reported()
    {
        const string source = """
            public class Code
            {
                public Task First(Shop.IGlyph glyph, UserId user) => glyph.RequestAsync(user, pluginId: nowhere);
                public Task Second(Shop.IGlyph glyph, UserId user) => glyph.RequestAsync(user, pluginId: new(), widgetId: Nowhere.Id);
                public Task Third(Shop.IGlyph glyph, UserId user) => glyph.RequestAsync(user, pluginId: );
                public Task Fourth(Shop.IGlyph glyph, UserId user) => glyph.RequestAsync(user, pluginId: 5);
                public Task Fifth(Shop.IGlyph glyph, UserId user) => glyph.RequestAsync(user, nothing: 5);
                public Task Sixth(Nowhere glyph, UserId user) => glyph.RequestAsync(user);
            }
            """;

        return new VerifyCS.Test { TestState = { Sources = { Interface, source } }, CompilerDiagnostics = CompilerDiagnostics.None }.RunAsync();
    }

    [Fact]
    public Task Project_without_the_library_is_not_analyzed() => new VerifyCS.Test
    {
        TestCode =
            """
            namespace Figma.Payments { public sealed class Nothing : System.Attribute { } }
            namespace Shop
            {
                [System.AttributeUsage(System.AttributeTargets.Interface)]
                public sealed class PaymentsClientAttribute : System.Attribute { }

                [PaymentsClient]
                public interface IGlyph { bool RequestAsync(int pluginId, int widgetId); }

                public class Code { public bool Run(IGlyph glyph) => glyph.RequestAsync(1, 2); }
            }
            """,
        References = References.WithoutLibrary,
        GeneratedFiles = [],
    }.RunAsync();

    [Fact]
    public Task Attribute_with_the_same_name_is_ignored() => VerifyCS.VerifyGeneratedFilesAsync(
        """
        namespace Mine
        {
            public sealed class PaymentsClientAttribute : Attribute { }
            [PaymentsClient] public interface IGlyph { bool Paid { get; } }
        }
        """);

    [Theory]
    [InlineData("1", "CSharp7_3")]
    [InlineData("2", "CSharp8")]
    [InlineData("3", "CSharp9")]
    public async Task Old_language_versions_have_the_same_diagnostics(string name, string version)
    {
        await new VerifyCS.Test
        {
            TestCode =
            $$"""
            using System.Threading.Tasks;
            using Figma.Payments;

            namespace Shop{{name}}
            {
                [PaymentsClient]
                public partial interface IGlyph
                {
                    Task<PaymentInformation> RequestAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
                }

                public class Code
                {
                    public Task First(IGlyph glyph, UserId user) { return glyph.{|FPG2001:RequestAsync|}(user); }
                    public Task Second(IGlyph glyph, UserId user) { return glyph.{|FPG2002:RequestAsync|}(user, new PluginId("1"), new WidgetId("2")); }
                    public Task Third(IGlyph glyph, UserId user) { return glyph.RequestAsync(user, new PluginId("1")); }
                }
            }
            """,
            LanguageVersion = Enum.Parse<LanguageVersion>(version),
            Nullable = NullableContextOptions.Disable,
        }.RunAsync();
    }

    [Fact]
    public void Empty_source_generates_nothing() => Assert.Empty(Consumer.Of("").Generate().Files);

    [Theory]
    [InlineData("System.Linq.Expressions.Expression<Func<IGlyph, Task>> F = g => g.RequestAsync(new UserId(7), null, null);")]
    [InlineData("void M() => Setup(g => g.RequestAsync(new UserId(7), new PluginId(8), new WidgetId(9))); void Setup(System.Linq.Expressions.Expression<Func<IGlyph, Task>> call) { }")]
    public async Task Call_in_an_expression_tree_is_not_reported(string member) =>
        await VerifyCS.VerifyNoDiagnosticsAsync(
            $$"""
            [PaymentsClient] public partial interface IGlyph { Task<PaymentInformation> RequestAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null); }
            class Access { {{member}} }
            """);

    [Fact]
    public async Task Call_of_an_interface_method_with_a_body_is_not_reported() =>
        await VerifyCS.VerifyNoDiagnosticsAsync(
            """
            [PaymentsClient] public partial interface IGlyph
            {
                Task<PaymentInformation> RequestAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
                Task<bool> HasAnyAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null) => Task.FromResult(false);
            }

            class Access
            {
                Task<bool> None(IGlyph glyph, UserId user) => glyph.HasAnyAsync(user);
                Task<bool> Several(IGlyph glyph, UserId user) => glyph.HasAnyAsync(user, new PluginId(8), new WidgetId(9));
            }
            """);
}

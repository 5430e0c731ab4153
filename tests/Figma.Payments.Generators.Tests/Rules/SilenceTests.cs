using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Figma.Payments.Generators.Tests.Rules;

/// <summary>No rule of ours has anything to say about code that is right, or that is not ours.</summary>
public sealed class SilenceTests
{
    private const string Interface = """
        namespace Shop
        {
            [PaymentsClient]
            public partial interface IGlyph
            {
                Task<PaymentInformation> AskAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null, CancellationToken cancellationToken = default);
            }
        }
        """;

    [Fact]
    public async Task A_decorator_that_hands_its_own_parameters_on_is_right() => await Verify.IsSilentAsync(Interface,
        """
        namespace Shop;

        public sealed class Logged(IGlyph inner) : IGlyph
        {
            public async Task<PaymentInformation> AskAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null, CancellationToken cancellationToken = default)
            {
                PaymentInformation answer = await inner.AskAsync(userId, communityFileId, pluginId, widgetId, cancellationToken);
                Console.WriteLine(answer.IsPaid);
                return answer;
            }
        }
        """);

    [Fact]
    public async Task An_implementation_of_ones_own_may_be_called_as_it_likes() => await Verify.IsSilentAsync(Interface,
        """
        namespace Shop;

        public sealed class Fake : IGlyph
        {
            public Task<PaymentInformation> AskAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
        }

        public class Code
        {
            public Task RunAsync(Fake fake, UserId user) => Task.WhenAll(fake.AskAsync(user), fake.AskAsync(user, pluginId: new("1"), widgetId: new("2")));
        }
        """);

    [Fact]
    public async Task A_method_of_the_same_shape_that_is_not_ours_may_be_called_as_it_likes() => await Verify.IsSilentAsync(
        """
        public interface IOther
        {
            Task<PaymentInformation> AskAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        public static class Extensions
        {
            public static Task<PaymentInformation> AskAsync(this string text, UserId userId, PluginId? pluginId = null) => throw new NotSupportedException();
        }

        public class Code
        {
            public Task RunAsync(IOther other, UserId user) => Task.WhenAll(other.AskAsync(user), "".AskAsync(user), other.AskAsync(user, pluginId: new("1"), widgetId: new("2")));
        }
        """);

    [Fact]
    public async Task A_base_that_is_not_annotated_is_not_judged_where_it_is_called_itself() => await Verify.IsSilentAsync(
        """
        public interface IPlain
        {
            Task<PaymentInformation> AskAsync(UserId userId, PluginId? pluginId = null);
        }

        [PaymentsClient]
        public partial interface IGlyph : IPlain;

        public class Code
        {
            public Task RunAsync(IPlain plain, UserId user) => plain.AskAsync(user);
        }
        """);

    [Fact]
    public async Task A_call_that_is_bound_at_run_time_is_not_judged() => await Verify.IsSilentAsync(Interface,
        """
        public class Code
        {
            public Task<PaymentInformation> RunAsync(dynamic late, Shop.IGlyph glyph, UserId user, dynamic? id)
            {
                late.AskAsync(user);
                return glyph.AskAsync(user, pluginId: id, widgetId: id);
            }
        }
        """);

    [Fact]
    public async Task A_method_group_is_no_call() => await Verify.IsSilentAsync(Interface,
        """
        public class Code
        {
            public object Run(Shop.IGlyph glyph) => (Func<UserId, CommunityFileId?, PluginId?, WidgetId?, CancellationToken, Task<PaymentInformation>>)glyph.AskAsync;
            public string Name => nameof(Shop.IGlyph.AskAsync);
            /// <summary><see cref="Shop.IGlyph.AskAsync"/></summary>
            public void Documented() { }
        }
        """);

    [Fact]
    public async Task Code_that_does_not_compile_yet_is_not_judged_wrongly()
    {
        const string source = """
            public class Code
            {
                public Task First(Shop.IGlyph glyph, UserId user) => glyph.AskAsync(user, pluginId: nowhere);
                public Task Second(Shop.IGlyph glyph, UserId user) => glyph.AskAsync(user, pluginId: new(), widgetId: Nowhere.Id);
                public Task Third(Shop.IGlyph glyph, UserId user) => glyph.AskAsync(user, pluginId: );
                public Task Fourth(Shop.IGlyph glyph, UserId user) => glyph.AskAsync(user, pluginId: 5);
                public Task Fifth(Shop.IGlyph glyph, UserId user) => glyph.AskAsync(user, nothing: 5);
                public Task Sixth(Nowhere glyph, UserId user) => glyph.AskAsync(user);
            }
            """;

        Assert.Empty(await Consumer.AnalyzeAsync(Consumer.Of(Interface, source).Generate().Output));
    }

    [Fact]
    public async Task A_project_without_the_library_is_nobodys_business()
    {
        Consumer consumer = Consumer.Of(
            """
            namespace Figma.Payments { public sealed class Nothing : System.Attribute { } }
            namespace Shop
            {
                [System.AttributeUsage(System.AttributeTargets.Interface)]
                public sealed class PaymentsClientAttribute : System.Attribute { }

                [PaymentsClient]
                public interface IGlyph { bool AskAsync(int pluginId, int widgetId); }

                public class Code { public bool Run(IGlyph glyph) => glyph.AskAsync(1, 2); }
            }
            """) with { References = References.WithoutLibrary };

        await Verify.IsSilentAsync(consumer);
        Verify.GeneratesNothing(consumer);
    }

    [Fact]
    public async Task An_attribute_of_the_same_name_from_elsewhere_is_nobodys_business()
    {
        Consumer consumer = Consumer.Of(
            """
            namespace Mine
            {
                public sealed class PaymentsClientAttribute : Attribute { }
                [PaymentsClient] public interface IGlyph { bool Paid { get; } }
            }
            """);

        await Verify.IsSilentAsync(consumer);
        Verify.GeneratesNothing(consumer);
    }

    [Theory]
    [InlineData("/project/Wrong.g.cs", "")]
    [InlineData("/project/Wrong.designer.cs", "")]
    [InlineData("/project/Wrong.cs", "// <auto-generated/>\n")]
    public async Task Generated_code_is_not_analyzed(string path, string head)
    {
        const string wrong = """
            [PaymentsClient] public interface IWrong { }
            public class Code { public Task RunAsync(Shop.IGlyph glyph, UserId user) => glyph.AskAsync(user); }
            """;

        Consumer consumer = Consumer.Of(Interface);
        await Verify.IsSilentAsync(consumer with { Sources = consumer.Sources.Add((path, head + wrong)) });

        // The same code is reported where a person wrote it: the silence is not an accident.
        ImmutableArray<Diagnostic> written = await (consumer with { Sources = consumer.Sources.Add(("/project/Wrong.cs", wrong)) }).AnalyzeAsync();
        Assert.Equal(["FPG1001", "FPG2001"], written.Select(static diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData("1", "CSharp7_3")]
    [InlineData("2", "CSharp8")]
    [InlineData("3", "CSharp9")]
    public async Task Old_language_versions_are_judged_alike(string name, string version)
    {
        string head = "using System.Threading.Tasks;\nusing Figma.Payments;\n";

        Consumer consumer = Consumer.Of(head +
            $$"""
            namespace Shop{{name}}
            {
                [PaymentsClient]
                public partial interface IGlyph
                {
                    Task<PaymentInformation> AskAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
                }

                public class Code
                {
                    public Task First(IGlyph glyph, UserId user) { return glyph.{|FPG2001:AskAsync|}(user); }
                    public Task Second(IGlyph glyph, UserId user) { return glyph.{|FPG2002:AskAsync|}(user, new PluginId("1"), new WidgetId("2")); }
                    public Task Third(IGlyph glyph, UserId user) { return glyph.AskAsync(user, new PluginId("1")); }
                }
            }
            """) with { LanguageVersion = Enum.Parse<LanguageVersion>(version), Nullable = NullableContextOptions.Disable };

        await Verify.ReportsWhereMarkedAsync(consumer);
    }

    [Fact]
    public void Nothing_is_generated_for_a_script_of_nothing() => Assert.Empty(Consumer.Of("").Generate().Files);

    [Theory]
    [InlineData("System.Linq.Expressions.Expression<Func<IGlyph, Task>> F = g => g.AskAsync(new UserId(7), null, null);")]
    [InlineData("void M() => Setup(g => g.AskAsync(new UserId(7), new PluginId(8), new WidgetId(9))); void Setup(System.Linq.Expressions.Expression<Func<IGlyph, Task>> call) { }")]
    public async Task A_call_that_is_described_and_not_made_is_nobodys_business(string member) =>
        await Verify.IsSilentAsync(
            $$"""
            [PaymentsClient] public partial interface IGlyph { Task<PaymentInformation> AskAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null); }
            class Access { {{member}} }
            """);

    [Fact]
    public async Task A_method_of_ones_own_in_the_interface_may_be_asked_in_any_way() =>
        await Verify.IsSilentAsync(
            """
            [PaymentsClient] public partial interface IGlyph
            {
                Task<PaymentInformation> AskAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null);
                Task<bool> HasAnyAsync(UserId userId, PluginId? pluginId = null, WidgetId? widgetId = null) => Task.FromResult(false);
            }

            class Access
            {
                Task<bool> None(IGlyph glyph, UserId user) => glyph.HasAnyAsync(user);
                Task<bool> Several(IGlyph glyph, UserId user) => glyph.HasAnyAsync(user, new PluginId(8), new WidgetId(9));
            }
            """);
}

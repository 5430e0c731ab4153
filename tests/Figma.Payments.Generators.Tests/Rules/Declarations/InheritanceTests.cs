using System;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>What an annotated interface inherits, and what is written in several places.</summary>
public sealed class InheritanceTests
{
    [Fact]
    public async Task Inherited_methods_are_questions() => await GeneratesMethodsAsync(
        """
        public interface IBase { Task<PaymentInformation> BaseAsync(PluginPaymentToken token); }
        public interface IMiddle : IBase { Task<PaymentStatus> MiddleAsync(UserId u, PluginId p); }
        [PaymentsClient] public partial interface IGlyph : IMiddle { Task<PaymentStatus> OwnAsync(UserId u, WidgetId w); }
        """,
        "BaseAsync", "MiddleAsync", "OwnAsync");

    [Fact]
    public async Task An_interface_with_inherited_methods_only_gets_no_surface() => await GeneratesMethodsAsync(
        """
        public interface IBase { Task<PaymentInformation> BaseAsync(PluginPaymentToken token); }
        [PaymentsClient] public partial interface IGlyph : IBase { }
        """,
        "BaseAsync");

    [Fact]
    public async Task A_method_that_comes_along_two_ways_is_implemented_once() => await GeneratesMethodsAsync(
        """
        public interface IBase { Task<PaymentInformation> BaseAsync(PluginPaymentToken token); }
        public interface ILeft : IBase { }
        public interface IRight : IBase { }
        [PaymentsClient] public partial interface IGlyph : ILeft, IRight { }
        """,
        "BaseAsync");

    [Fact]
    public async Task Methods_that_differ_in_their_result_only_are_each_implemented() => await GeneratesMethodsAsync(
        """
        public interface ILeft { Task<PaymentInformation> AskAsync(PluginPaymentToken token); }
        public interface IRight { Task<PaymentsResult> AskAsync(PluginPaymentToken token); }
        [PaymentsClient] public partial interface IGlyph : ILeft, IRight { new ValueTask<PaymentInformation> AskAsync(PluginPaymentToken token); }
        """,
        "AskAsync", "ILeft.AskAsync", "IRight.AskAsync");

    [Fact]
    public async Task Two_interfaces_with_the_same_method_share_its_implementation() => await GeneratesMethodsAsync(
        """
        public interface ILeft { Task<PaymentInformation> AskAsync(PluginPaymentToken token); }
        public interface IRight { Task<PaymentInformation> AskAsync(PluginPaymentToken other); }
        [PaymentsClient] public partial interface IGlyph : ILeft, IRight { }
        """,
        "AskAsync");

    [Fact]
    public async Task Overloads_are_each_implemented() => await GeneratesMethodsAsync(
        """
        [PaymentsClient]
        public partial interface IGlyph
        {
            Task<PaymentInformation> AskAsync(PluginPaymentToken token);
            Task<PaymentInformation> AskAsync(in PluginPaymentToken token, CancellationToken cancellationToken);
            Task<PaymentStatus> AskAsync(UserId user, PluginId plugin);
            Task<PaymentStatus> AskAsync(UserId user, WidgetId widget);
        }
        """,
        "AskAsync", "AskAsync", "AskAsync", "AskAsync");

    [Fact]
    public async Task An_inherited_method_that_gets_a_body_is_left_alone() => await GeneratesMethodsAsync(
        """
        public interface IBase { Task<bool> IsPaidAsync(string name); }
        [PaymentsClient]
        public partial interface IGlyph : IBase
        {
            Task<PaymentInformation> AskAsync(PluginPaymentToken token);
            Task<bool> IBase.IsPaidAsync(string name) => Task.FromResult(false);
        }
        """,
        "AskAsync");

    [Fact]
    public async Task A_body_that_is_taken_away_again_makes_a_question() => await GeneratesMethodsAsync(
        """
        public interface IBase { Task<PaymentInformation> AskAsync(PluginPaymentToken token) => throw new NotSupportedException(); }
        [PaymentsClient] public partial interface IGlyph : IBase { abstract Task<PaymentInformation> IBase.AskAsync(PluginPaymentToken token); }
        """,
        "AskAsync");

    [Fact]
    public async Task A_base_interface_of_another_assembly_is_read()
    {
        Consumer other = Consumer.Of("namespace Contracts; public interface IBase { Task<PaymentStatus> BaseAsync(UserId u, string? plugin_id = null, long? widgetId = 5); bool Help() => true; }") with { AssemblyName = "Contracts" };
        Consumer consumer = Consumer.Of("[PaymentsClient] public partial interface IGlyph : Contracts.IBase { }");
        await GeneratesMethodsAsync(consumer with { References = consumer.References.Add(other.Emit()) }, "BaseAsync");
    }

    [Fact]
    public async Task A_fault_inherited_from_another_assembly_is_pointed_at_from_ours()
    {
        Consumer other = Consumer.Of("namespace Contracts; public interface IBase { Task<PaymentStatus> BaseAsync(int x); }") with { AssemblyName = "Contracts" };
        Consumer consumer = Consumer.Of("[PaymentsClient] public partial interface {|FPG1004:IGlyph|} : Contracts.IBase { }");
        await Verify.ReportsWhereMarkedAsync(consumer with { References = consumer.References.Add(other.Emit()) });
    }

    [Fact]
    public async Task An_annotated_interface_may_inherit_an_annotated_one() => await Verify.GeneratesAsync(
        """
        [PaymentsClient] public partial interface IBase { Task<PaymentInformation> AskAsync(PluginPaymentToken token); }
        [PaymentsClient] public partial interface IGlyph : IBase { Task<PaymentStatus> AskAsync(UserId u, PluginId p); }
        """,
        "IBase.g.cs",
        "IGlyph.g.cs");

    [Fact]
    public async Task An_annotated_interface_may_inherit_an_annotated_one_that_gets_the_surface() => await Verify.GeneratesAsync(
        """
        [PaymentsClient] public partial interface IBase { }
        [PaymentsClient] public partial interface IGlyph : IBase { Task<PaymentStatus> AskAsync(UserId u, PluginId p); }
        """,
        "IBase.g.cs",
        "IGlyph.g.cs");

    [Fact]
    public async Task An_empty_interface_may_inherit_an_annotated_one_that_gets_the_surface() => await Verify.GeneratesAsync(
        """
        [PaymentsClient] public partial interface IBase { }
        [PaymentsClient] public partial interface IGlyph : IBase { }
        public class Code { public Task RunAsync(IGlyph glyph, PluginPaymentToken token) => glyph.GetPaymentsAsync(token); }
        """,
        "IBase.g.cs",
        "IGlyph.g.cs");

    [Fact]
    public async Task A_pinned_interface_cannot_inherit_questions_about_any_resource() => await Verify.ReportsWhereMarkedAsync(
        Consumer.Of(
            """
            [PaymentsClient] public partial interface IBase { Task<PaymentStatus> AskAsync(UserId u, PluginId p); }
            [PaymentsClient(PluginId = "1")] public partial interface {|FPG1006:IGlyph|} : IBase { }
            """));

    [Fact]
    public async Task The_annotation_is_not_inherited() => await Verify.GeneratesAsync(
        """
        [PaymentsClient] public partial interface IBase { }
        public interface IGlyph : IBase { bool Paid { get; } }
        """,
        "IBase.g.cs");

    [Fact]
    public async Task An_interface_may_be_written_over_several_files()
    {
        Consumer consumer = Consumer.Of(
            "public partial interface IGlyph { Task<PaymentInformation> FirstAsync(PluginPaymentToken token); }",
            "[PaymentsClient] public partial interface IGlyph { }",
            "partial interface IGlyph { Task<PaymentStatus> SecondAsync(UserId u, PluginId p); }");

        await GeneratesMethodsAsync(consumer, "FirstAsync", "SecondAsync");
    }

    [Fact]
    public async Task A_fault_is_pointed_at_in_the_file_that_it_is_in() =>
        await Verify.ReportsWhereMarkedAsync(Consumer.Of(
            "namespace Shop; [PaymentsClient] public partial interface IGlyph { }",
            "namespace Shop; partial interface IGlyph { Task<PaymentStatus> AskAsync(UserId u, int {|FPG1004:plugin|}); }"));

    [Fact]
    public async Task An_attribute_written_twice_is_the_compilers_to_refuse()
    {
        foreach (string source in new[]
        {
            "[PaymentsClient, PaymentsClient] public partial interface IGlyph { }",
            "[PaymentsClient(PluginId = \"1\")] public partial interface IGlyph { } [PaymentsClient] public partial interface IGlyph { int Wrong(); }",
        })
        {
            Consumer consumer = Consumer.Of(source) with { CompilerErrors = ["CS0579"] };
            await Verify.IsSilentAsync(consumer);
            Verify.GeneratesNothing(consumer);
        }
    }

    [Theory]
    [InlineData("[PaymentsClient] public class Glyph { }", "CS0592")]
    [InlineData("[PaymentsClient] public struct Glyph { }", "CS0592")]
    [InlineData("[PaymentsClient(\"1\")] public partial interface IGlyph { Task<PaymentInformation> AskAsync(PluginPaymentToken token); }", "CS1729")]
    [InlineData("[PaymentsClient(PluginId = 5)] public partial interface IGlyph { Task<PaymentInformation> AskAsync(PluginPaymentToken token); }", "CS0029")]
    [InlineData("[PaymentsClient(Nothing = \"5\")] public partial interface IGlyph { Task<PaymentInformation> AskAsync(PluginPaymentToken token); }", "CS0246")]
    [InlineData("[PaymentsClient] public partial interface { }", "CS1001")]
    [InlineData("[PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> AskAsync(", "CS1026,CS1513,CS1002,CS8124")]
    [InlineData("[PaymentsClient] public partial interface IGlyph : IGlyph { }", "CS0529")]
    [InlineData("[PaymentsClient] public partial interface IGlyph : Nowhere { Task<PaymentInformation> AskAsync(PluginPaymentToken token); }", "CS0246")]
    public async Task Code_that_is_being_typed_crashes_nothing(string source, string errors)
    {
        // That the run ends without AD0001 and without an exception of the generator is what the harness asserts.
        Consumer consumer = Consumer.Of(source) with { CompilerErrors = [.. errors.Split(',')] };
        await Consumer.AnalyzeAsync(consumer.Generate().Output);
    }

    private static Task GeneratesMethodsAsync(string source, params string[] methods) => GeneratesMethodsAsync(Consumer.Of(source), methods);

    private static async Task GeneratesMethodsAsync(Consumer consumer, params string[] methods)
    {
        await Verify.IsSilentAsync(consumer);
        Assert.Equal(methods.Order(StringComparer.Ordinal), consumer.Generate().MethodsOf("GlyphClient").Order(StringComparer.Ordinal));
    }
}

using System;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Declarations.DeclarationAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>Tests interfaces that inherit methods or are declared in several places.</summary>
public sealed class InheritanceTests
{
    [Fact]
    public async Task Inherited_methods_are_client_methods() => await GeneratesMethodsAsync(
        """
        public interface IBase { Task<PaymentInformation> BaseAsync(PluginPaymentToken token); }
        public interface IMiddle : IBase { Task<PaymentStatus> MiddleAsync(UserId u, PluginId p); }
        [PaymentsClient] public partial interface IGlyph : IMiddle { Task<PaymentStatus> OwnAsync(UserId u, WidgetId w); }
        """,
        "BaseAsync", "MiddleAsync", "OwnAsync");

    [Fact]
    public async Task Interface_with_only_inherited_methods_gets_no_default_methods() => await GeneratesMethodsAsync(
        """
        public interface IBase { Task<PaymentInformation> BaseAsync(PluginPaymentToken token); }
        [PaymentsClient] public partial interface IGlyph : IBase { }
        """,
        "BaseAsync");

    [Fact]
    public async Task Method_inherited_twice_is_implemented_once() => await GeneratesMethodsAsync(
        """
        public interface IBase { Task<PaymentInformation> BaseAsync(PluginPaymentToken token); }
        public interface ILeft : IBase { }
        public interface IRight : IBase { }
        [PaymentsClient] public partial interface IGlyph : ILeft, IRight { }
        """,
        "BaseAsync");

    [Fact]
    public async Task Methods_that_differ_only_in_return_type_are_all_implemented() => await GeneratesMethodsAsync(
        """
        public interface ILeft { Task<PaymentInformation> RequestAsync(PluginPaymentToken token); }
        public interface IRight { Task<PaymentsResult> RequestAsync(PluginPaymentToken token); }
        [PaymentsClient] public partial interface IGlyph : ILeft, IRight { new ValueTask<PaymentInformation> RequestAsync(PluginPaymentToken token); }
        """,
        "RequestAsync", "ILeft.RequestAsync", "IRight.RequestAsync");

    [Fact]
    public async Task Same_method_of_two_interfaces_is_implemented_once() => await GeneratesMethodsAsync(
        """
        public interface ILeft { Task<PaymentInformation> RequestAsync(PluginPaymentToken token); }
        public interface IRight { Task<PaymentInformation> RequestAsync(PluginPaymentToken other); }
        [PaymentsClient] public partial interface IGlyph : ILeft, IRight { }
        """,
        "RequestAsync");

    [Fact]
    public async Task Overloads_are_all_implemented() => await GeneratesMethodsAsync(
        """
        [PaymentsClient]
        public partial interface IGlyph
        {
            Task<PaymentInformation> RequestAsync(PluginPaymentToken token);
            Task<PaymentInformation> RequestAsync(in PluginPaymentToken token, CancellationToken cancellationToken);
            Task<PaymentStatus> RequestAsync(UserId user, PluginId plugin);
            Task<PaymentStatus> RequestAsync(UserId user, WidgetId widget);
        }
        """,
        "RequestAsync", "RequestAsync", "RequestAsync", "RequestAsync");

    [Fact]
    public async Task Inherited_method_with_a_default_implementation_is_not_implemented() => await GeneratesMethodsAsync(
        """
        public interface IBase { Task<bool> IsPaidAsync(string name); }
        [PaymentsClient]
        public partial interface IGlyph : IBase
        {
            Task<PaymentInformation> RequestAsync(PluginPaymentToken token);
            Task<bool> IBase.IsPaidAsync(string name) => Task.FromResult(false);
        }
        """,
        "RequestAsync");

    [Fact]
    public async Task Reabstracted_method_is_implemented() => await GeneratesMethodsAsync(
        """
        public interface IBase { Task<PaymentInformation> RequestAsync(PluginPaymentToken token) => throw new NotSupportedException(); }
        [PaymentsClient] public partial interface IGlyph : IBase { abstract Task<PaymentInformation> IBase.RequestAsync(PluginPaymentToken token); }
        """,
        "RequestAsync");

    [Fact]
    public async Task Base_interface_of_another_assembly_is_implemented()
    {
        Consumer other = Consumer.Of("namespace Contracts; public interface IBase { Task<PaymentStatus> BaseAsync(UserId u, string? plugin_id = null, long? widgetId = 5); bool Help() => true; }") with { AssemblyName = "Contracts" };
        Consumer consumer = Consumer.Of("[PaymentsClient] public partial interface IGlyph : Contracts.IBase { }");
        await GeneratesMethodsAsync(consumer with { References = consumer.References.Add(other.Emit()) }, "BaseAsync");
    }

    [Fact]
    public async Task Invalid_method_inherited_from_another_assembly_is_reported_at_the_interface()
    {
        Consumer other = Consumer.Of("namespace Contracts; public interface IBase { Task<PaymentStatus> BaseAsync(int x); }") with { AssemblyName = "Contracts" };

        await new VerifyCS.Test
        {
            TestCode = "[PaymentsClient] public partial interface {|FPG1004:IGlyph|} : Contracts.IBase { }",
            References = References.Default.Add(other.Emit()),
        }.RunAsync();
    }

    [Fact]
    public async Task Annotated_interface_inherits_an_annotated_one() => await VerifyCS.VerifyGeneratedFilesAsync(
        """
        [PaymentsClient] public partial interface IBase { Task<PaymentInformation> RequestAsync(PluginPaymentToken token); }
        [PaymentsClient] public partial interface IGlyph : IBase { Task<PaymentStatus> RequestAsync(UserId u, PluginId p); }
        """,
        "IBase.g.cs",
        "IGlyph.g.cs");

    [Fact]
    public async Task Annotated_interface_inherits_an_annotated_one_with_default_methods() => await VerifyCS.VerifyGeneratedFilesAsync(
        """
        [PaymentsClient] public partial interface IBase { }
        [PaymentsClient] public partial interface IGlyph : IBase { Task<PaymentStatus> RequestAsync(UserId u, PluginId p); }
        """,
        "IBase.g.cs",
        "IGlyph.g.cs");

    [Fact]
    public async Task Empty_interface_inherits_an_annotated_one_with_default_methods() => await VerifyCS.VerifyGeneratedFilesAsync(
        """
        [PaymentsClient] public partial interface IBase { }
        [PaymentsClient] public partial interface IGlyph : IBase { }
        public class Code { public Task RunAsync(IGlyph glyph, PluginPaymentToken token) => glyph.GetPaymentsAsync(token); }
        """,
        "IBase.g.cs",
        "IGlyph.g.cs");

    [Fact]
    public async Task Pinned_interface_that_inherits_a_resource_parameter_is_reported() => await VerifyCS.VerifyAnalyzerAsync(
            """
            [PaymentsClient] public partial interface IBase { Task<PaymentStatus> RequestAsync(UserId u, PluginId p); }
            [PaymentsClient(PluginId = "1")] public partial interface {|FPG1006:IGlyph|} : IBase { }
            """);

    [Fact]
    public async Task Interface_derived_from_an_annotated_one_is_not_analyzed() => await VerifyCS.VerifyGeneratedFilesAsync(
        """
        [PaymentsClient] public partial interface IBase { }
        public interface IGlyph : IBase { bool Paid { get; } }
        """,
        "IBase.g.cs");

    [Fact]
    public async Task Interface_declared_in_several_files_is_complete()
    {
        Consumer consumer = Consumer.Of(
            "public partial interface IGlyph { Task<PaymentInformation> FirstAsync(PluginPaymentToken token); }",
            "[PaymentsClient] public partial interface IGlyph { }",
            "partial interface IGlyph { Task<PaymentStatus> SecondAsync(UserId u, PluginId p); }");

        await GeneratesMethodsAsync(consumer, "FirstAsync", "SecondAsync");
    }

    [Fact]
    public async Task Invalid_method_is_reported_in_its_own_file() =>
        await VerifyCS.VerifyAnalyzerAsync(
        [
            "namespace Shop; [PaymentsClient] public partial interface IGlyph { }",
            "namespace Shop; partial interface IGlyph { Task<PaymentStatus> RequestAsync(UserId u, int {|FPG1004:plugin|}); }",
        ]);

    [Fact]
    public async Task Duplicate_attribute_is_reported_only_by_the_compiler()
    {
        foreach (string source in new[]
        {
            "[PaymentsClient, {|CS0579:PaymentsClient|}] public partial interface IGlyph { }",
            "[PaymentsClient(PluginId = \"1\")] public partial interface IGlyph { } [{|CS0579:PaymentsClient|}] public partial interface IGlyph { int Wrong(); }",
        })
        {
            await VerifyCS.VerifyGeneratedFilesAsync(source);
        }
    }

    [Theory]
    [InlineData("[PaymentsClient] public class Glyph { }", "CS0592")]
    [InlineData("[PaymentsClient] public struct Glyph { }", "CS0592")]
    [InlineData("""[PaymentsClient("1")] public partial interface IGlyph { Task<PaymentInformation> RequestAsync(PluginPaymentToken token); }""", "CS1729")]
    [InlineData("[PaymentsClient(PluginId = 5)] public partial interface IGlyph { Task<PaymentInformation> RequestAsync(PluginPaymentToken token); }", "CS0029")]
    [InlineData("""[PaymentsClient(Nothing = "5")] public partial interface IGlyph { Task<PaymentInformation> RequestAsync(PluginPaymentToken token); }""", "CS0246")]
    [InlineData("[PaymentsClient] public partial interface { }", "CS1001")]
    [InlineData("[PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> RequestAsync(", "CS1026,CS1513,CS1002,CS8124")]
    [InlineData("[PaymentsClient] public partial interface IGlyph : IGlyph { }", "CS0529")]
    [InlineData("[PaymentsClient] public partial interface IGlyph : Nowhere { Task<PaymentInformation> RequestAsync(PluginPaymentToken token); }", "CS0246")]
    public async Task Incomplete_code_causes_no_exception(string source, string errors)
    {
        // The harness asserts that there is neither AD0001 nor an exception from the generator.
        Consumer consumer = Consumer.Of(source) with { CompilerErrors = [.. errors.Split(',')] };
        await Consumer.AnalyzeAsync(consumer.Generate().Output);
    }

    private static Task GeneratesMethodsAsync(string source, params string[] methods) => GeneratesMethodsAsync(Consumer.Of(source), methods);

    private static async Task GeneratesMethodsAsync(Consumer consumer, params string[] methods)
    {
        Assert.Empty(await consumer.AnalyzeAsync());
        Assert.Equal(methods.Order(StringComparer.Ordinal), consumer.Generate().MethodsOf("GlyphClient").Order(StringComparer.Ordinal));
    }
}

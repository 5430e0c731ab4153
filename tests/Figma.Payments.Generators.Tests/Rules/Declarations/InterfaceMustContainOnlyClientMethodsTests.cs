using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Tests.Harness;
using Figma.Payments.Generators.Tests.Oracle;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Declarations.DeclarationAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>Tests FPG1002.</summary>
public sealed class InterfaceMustContainOnlyClientMethodsTests
{
    [Fact]
    public async Task Generic_interface_is_reported() =>
        await VerifyCS.VerifyAnalyzerAsync(
            "[PaymentsClient] public partial interface {|#0:IGlyph|}<T> { }",
            VerifyCS.Diagnostic("FPG1002").WithLocation(0).WithMessage("The client of 'IGlyph' can't be generated because it is generic; remove its type parameters"));

    [Fact]
    public async Task Interface_in_a_generic_type_is_reported() =>
        await VerifyCS.VerifyAnalyzerAsync(
            "public partial class Outer<T> { [PaymentsClient] public partial interface {|#0:IGlyph|} { } }",
            VerifyCS.Diagnostic("FPG1002").WithLocation(0).WithMessage("The client of 'IGlyph' can't be generated because the containing type 'Outer' is generic; move the interface out of it"));

    [Fact]
    public async Task File_local_interface_is_reported() =>
        await VerifyCS.VerifyAnalyzerAsync(
            "[PaymentsClient] file partial interface {|#0:IGlyph|} { }",
            VerifyCS.Diagnostic("FPG1002").WithLocation(0).WithMessage("The client of 'IGlyph' can't be generated because it is file-local; make it internal"));

    [Fact]
    public async Task Interface_in_a_file_local_type_is_reported() =>
        await VerifyCS.VerifyAnalyzerAsync(
            "file partial class Outer { [PaymentsClient] public partial interface {|#0:IGlyph|} { } }",
            VerifyCS.Diagnostic("FPG1002").WithLocation(0).WithMessage("The client of 'IGlyph' can't be generated because the containing type 'Outer' is file-local; make it internal"));

    [Fact]
    public async Task Generic_method_is_reported() =>
        await VerifyCS.VerifyAnalyzerAsync(
            "[PaymentsClient] public partial interface IGlyph { Task<PaymentInformation> {|#0:RequestAsync|}<T>(PluginPaymentToken token); }",
            VerifyCS.Diagnostic("FPG1002").WithLocation(0).WithMessage("The client of 'IGlyph' can't be generated because the method 'RequestAsync' is generic; remove its type parameters"));

    [Theory]
    [InlineData("bool {|#0:Paid|} { get; }", "'Paid' is a property; declare a method instead")]
    [InlineData("bool Paid { get => true; } string {|#0:Name|} { set; }", "'Name' is a property; declare a method instead")]
    [InlineData("int {|#0:this|}[int index] { get; }", "'this[]' is a property; declare a method instead")]
    [InlineData("event EventHandler {|#0:Paid|};", "'Paid' is an event, which the API doesn't provide; declare a method instead")]
    [InlineData("static abstract Task<PaymentInformation> {|#0:RequestAsync|}(PluginPaymentToken token);", "'RequestAsync' is static and abstract; declare an instance method instead")]
    public async Task Abstract_member_that_is_not_an_instance_method_is_reported(string member, string reason) =>
        await VerifyCS.VerifyAnalyzerAsync(
            $$"""
            [PaymentsClient]
            public partial interface IGlyph
            {
                Task<PaymentInformation> GetAsync(PluginPaymentToken token);
                {{member}}
            }
            """,
            VerifyCS.Diagnostic("FPG1002").WithLocation(0).WithMessage("The client of 'IGlyph' can't be generated because " + reason));

    [Theory]
    [InlineData("IDisposable", "Dispose", "IDisposable")]
    [InlineData("IBase", "Dispose", "IDisposable")]
    [InlineData("System.Collections.IEnumerable", "GetEnumerator", "IEnumerable")]
    [InlineData("System.ComponentModel.INotifyPropertyChanged", "PropertyChanged", "INotifyPropertyChanged")]
    public async Task Member_of_a_foreign_base_interface_is_reported_at_the_interface(string inherited, string member, string declaring) =>
        await VerifyCS.VerifyAnalyzerAsync(
            $$"""
            public interface IBase : IDisposable;
            [PaymentsClient] public partial interface {|#0:IGlyph|} : {{inherited}} { Task<PaymentInformation> GetAsync(PluginPaymentToken token); }
            """,
            VerifyCS.Diagnostic("FPG1002").WithLocation(0).WithMessage(
                $"The client of 'IGlyph' can't be generated because it inherits '{member}' of '{declaring}', which isn't a client method; implement '{member}' in the interface, or don't inherit '{declaring}'"));

    [Theory]
    [InlineData("static Task<PaymentInformation> RequestAsync<T>(T any) => throw new NotSupportedException();")]
    [InlineData("static virtual Task<bool> RequestAsync(int any) => throw new NotSupportedException();")]
    [InlineData("static int Count { get; set; }")]
    [InlineData("const int Limit = 300;")]
    [InlineData("bool Paid => true;")]
    [InlineData("bool IsPaid(int any) => true;")]
    [InlineData("private void Help() { }")]
    [InlineData("event EventHandler Paid { add { } remove { } }")]
    [InlineData("class Nested { }")]
    [InlineData("interface INested { int Value { get; } }")]
    [InlineData("enum Kind { One }")]
    [InlineData("delegate void Handler();")]
    public async Task Member_with_an_implementation_is_not_reported(string member) =>
        await VerifyCS.VerifyGeneratedFilesAsync(
            $$"""
            [PaymentsClient]
            public partial interface IGlyph
            {
                Task<PaymentInformation> GetAsync(PluginPaymentToken token);
                {{member}}
            }
            """,
            "IGlyph.g.cs");

    [Fact]
    public async Task Implemented_disposable_base_is_not_reported() =>
        await VerifyCS.VerifyGeneratedFilesAsync(
            """
            [PaymentsClient]
            public partial interface IGlyph : IDisposable
            {
                Task<PaymentInformation> GetAsync(PluginPaymentToken token);
                void IDisposable.Dispose() { }
            }
            """,
            "IGlyph.g.cs");

    [Fact]
    public async Task Interface_with_only_implemented_members_gets_the_default_methods() =>
        await VerifyCS.VerifyGeneratedFilesAsync(
            """
            [PaymentsClient]
            public partial interface IGlyph
            {
                Task<PaymentInformation> OfAsync(string user) => GetPaymentsAsync(new UserId(user), new PluginId("1"));
            }
            """,
            "IGlyph.g.cs");

    [Theory]
    [InlineData("figma", false)]
    [InlineData("figma,other", false)]
    [InlineData("global,figma", true)]
    [InlineData("figma,global", true)]
    public async Task Library_that_generated_code_cannot_name_is_reported(string aliases, bool isNamed)
    {
        MetadataReference library = References.Default.Single(static reference => reference.Display!.EndsWith("Figma.Payments.dll", StringComparison.Ordinal));

        Consumer consumer = Consumer.Of("extern alias figma; using figma::Figma.Payments; [PaymentsClient] public partial interface IGlyph { }") with
        {
            References = References.Default.Replace(library, library.WithAliases([.. aliases.Split(',')])),
            LanguageVersion = LanguageVersion.CSharp9,
        };

        Diagnostic[] diagnostics = [.. await consumer.AnalyzeAsync()];
        Assert.Equal(isNamed ? ["IGlyph.g.cs"] : [], consumer.Generate().Files.Select(static file => file.HintName));

        Assert.Equal(
            isNamed ? [] : ["The client of 'IGlyph' can't be generated because the reference to 'Figma.Payments' has aliases that don't include 'global'; add 'global' to its 'Aliases'"],
            diagnostics.Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
    }
}

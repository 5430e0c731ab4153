using System.Threading.Tasks;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Tests.Harness;
using Figma.Payments.Generators.Tests.Oracle;
using Xunit;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>Tests FPG1002.</summary>
public sealed class InterfaceMustContainOnlyClientMethodsTests
{
    [Fact]
    public async Task Generic_interface_is_reported() =>
        await Verify.ReportsAsync(
            "[PaymentsClient] public partial interface {|FPG1002:IGlyph|}<T> { }",
            "The client of 'IGlyph' can't be generated because it is generic; remove its type parameters");

    [Fact]
    public async Task Interface_in_a_generic_type_is_reported() =>
        await Verify.ReportsAsync(
            "public partial class Outer<T> { [PaymentsClient] public partial interface {|FPG1002:IGlyph|} { } }",
            "The client of 'IGlyph' can't be generated because the containing type 'Outer' is generic; move the interface out of it");

    [Fact]
    public async Task File_local_interface_is_reported() =>
        await Verify.ReportsAsync(
            "[PaymentsClient] file partial interface {|FPG1002:IGlyph|} { }",
            "The client of 'IGlyph' can't be generated because it is file-local; make it internal");

    [Fact]
    public async Task Interface_in_a_file_local_type_is_reported() =>
        await Verify.ReportsAsync(
            "file partial class Outer { [PaymentsClient] public partial interface {|FPG1002:IGlyph|} { } }",
            "The client of 'IGlyph' can't be generated because the containing type 'Outer' is file-local; make it internal");

    [Fact]
    public async Task Generic_method_is_reported() =>
        await Verify.ReportsAsync(
            "[PaymentsClient] public partial interface IGlyph { Task<PaymentInformation> {|FPG1002:AskAsync|}<T>(PluginPaymentToken token); }",
            "The client of 'IGlyph' can't be generated because the method 'AskAsync' is generic; remove its type parameters");

    [Theory]
    [InlineData("bool {|FPG1002:Paid|} { get; }", "'Paid' is a property; declare a method instead")]
    [InlineData("bool Paid { get => true; } string {|FPG1002:Name|} { set; }", "'Name' is a property; declare a method instead")]
    [InlineData("int {|FPG1002:this|}[int index] { get; }", "'this[]' is a property; declare a method instead")]
    [InlineData("event EventHandler {|FPG1002:Paid|};", "'Paid' is an event, which the API doesn't provide; declare a method instead")]
    [InlineData("static abstract Task<PaymentInformation> {|FPG1002:AskAsync|}(PluginPaymentToken token);", "'AskAsync' is static and abstract; declare an instance method instead")]
    public async Task Abstract_member_that_is_not_an_instance_method_is_reported(string member, string reason) =>
        await Verify.ReportsAsync(
            $$"""
            [PaymentsClient]
            public partial interface IGlyph
            {
                Task<PaymentInformation> GetAsync(PluginPaymentToken token);
                {{member}}
            }
            """,
            "The client of 'IGlyph' can't be generated because " + reason);

    [Fact]
    public async Task Invalid_member_of_a_foreign_base_interface_is_reported_at_the_interface() =>
        await Verify.ReportsAsync(
            "[PaymentsClient] public partial interface {|FPG1003:IGlyph|} : IDisposable { Task<PaymentInformation> GetAsync(PluginPaymentToken token); }",
            "The return type 'void' of 'Dispose' isn't supported; return 'Task' or 'ValueTask' of 'PaymentInformation', 'PaymentsResult' or 'PaymentStatus'");

    [Theory]
    [InlineData("static Task<PaymentInformation> AskAsync<T>(T any) => throw new NotSupportedException();")]
    [InlineData("static virtual Task<bool> AskAsync(int any) => throw new NotSupportedException();")]
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
        await Verify.GeneratesAsync(
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
        await Verify.GeneratesAsync(
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
        await Verify.GeneratesAsync(
            """
            [PaymentsClient]
            public partial interface IGlyph
            {
                Task<PaymentInformation> OfAsync(string user) => GetPaymentsAsync(new UserId(user), new PluginId("1"));
            }
            """,
            "IGlyph.g.cs");
}

using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.CodeFixes.CodeFixVerifier<Figma.Payments.Generators.Rules.Declarations.DeclarationAnalyzer, Figma.Payments.Generators.CodeFixes.Declarations.ReturnTypeMustBeSupportedFix>;

namespace Figma.Payments.Generators.Tests.CodeFixes.Declarations;

/// <summary>FPG1003.</summary>
public sealed class ReturnTypeMustBeSupportedFixTests
{
    [Theory]
    [InlineData("bool", "Task<PaymentInformation>")]
    [InlineData("Task<bool>", "Task<PaymentInformation>")]
    [InlineData("ValueTask<bool>", "ValueTask<PaymentInformation>")]
    [InlineData("void", "Task<PaymentInformation>")]
    [InlineData("Task", "Task<PaymentInformation>")]
    [InlineData("PaymentsResult", "Task<PaymentsResult>")]
    [InlineData("Task<PaymentStatus?>", "Task<PaymentStatus>")]
    [InlineData("ValueTask<Task<PaymentsResult>>", "ValueTask<PaymentsResult>")]
    [InlineData("System.Collections.Generic.IAsyncEnumerable<PaymentStatus>", "Task<PaymentStatus>")]
    [InlineData("ref readonly PaymentStatus", "Task<PaymentStatus>")]
    public Task Return_type_becomes_the_nearest_supported_type(string before, string after) => VerifyCS.VerifyCodeFixAsync(
        Method($"// kept\n    {before} {{|FPG1003:GetPaymentsAsync|}}(UserId user, PluginId plugin); // kept"),
        Method($"// kept\n    {after} GetPaymentsAsync(UserId user, PluginId plugin); // kept"));

    [Fact]
    public Task Fix_all_fixes_all_return_types_of_a_file() => VerifyCS.VerifyCodeFixAsync(
        Method("bool {|FPG1003:OneAsync|}(PluginPaymentToken token); Task<string> {|FPG1003:TwoAsync|}(UserId user, PluginId plugin);"),
        Method("Task<PaymentInformation> OneAsync(PluginPaymentToken token); Task<PaymentInformation> TwoAsync(UserId user, PluginId plugin);"));

    [Fact]
    public Task Return_type_is_fully_qualified_without_a_using_directive() => VerifyCS.VerifyCodeFixAsync(
        "[Figma.Payments.PaymentsClient] public partial interface IPayments { bool {|FPG1003:GetPaymentsAsync|}(Figma.Payments.PluginPaymentToken token); }",
        "[Figma.Payments.PaymentsClient] public partial interface IPayments { System.Threading.Tasks.Task<Figma.Payments.PaymentInformation> GetPaymentsAsync(Figma.Payments.PluginPaymentToken token); }");

    [Theory]
    [InlineData("void {|FPG1003:Log|}(string {|FPG1004:message|});")]
    [InlineData("{|CS0246:Nowhere|} {|FPG1003:GetPaymentsAsync|}(PluginPaymentToken token);")]
    public Task Method_that_might_not_be_a_client_method_has_no_fix(string method) => VerifyCS.VerifyNoCodeFixAsync(Method(method));

    [Theory]
    [InlineData("public class Caller { public async Task<bool> Run(IPayments payments, PluginPaymentToken token) => await payments.GetPaymentsAsync(token); }")]
    [InlineData("public class Fake : IPayments { public Task<bool> GetPaymentsAsync(PluginPaymentToken token) => throw null!; }")]
    public Task Return_type_that_other_code_needs_has_no_fix(string other) =>
        VerifyCS.VerifyNoCodeFixAsync(Method("Task<bool> {|FPG1003:GetPaymentsAsync|}(PluginPaymentToken token);") + "\n" + other);

    [Fact]
    public Task Call_that_ignores_the_result_allows_the_fix() => VerifyCS.VerifyCodeFixAsync(
        Method("Task {|FPG1003:GetPaymentsAsync|}(PluginPaymentToken token);") + "\npublic class Caller { public Task Run(IPayments payments, PluginPaymentToken token) => payments.GetPaymentsAsync(token); }",
        Method("Task<PaymentInformation> GetPaymentsAsync(PluginPaymentToken token);") + "\npublic class Caller { public Task Run(IPayments payments, PluginPaymentToken token) => payments.GetPaymentsAsync(token); }");

    [Fact]
    public Task Inherited_return_type_has_no_fix() => VerifyCS.VerifyNoCodeFixAsync(
        "using Figma.Payments; public interface IBase { bool GetPaymentsAsync(PluginPaymentToken token); } [PaymentsClient] public partial interface {|FPG1003:IPayments|} : IBase { }");

    private static string Method(string method, string arguments = "") => $$"""
        using System.Threading;
        using System.Threading.Tasks;
        using Figma.Payments;

        [PaymentsClient({{arguments}})]
        public partial interface IPayments
        {
            {{method}}
        }
        """;
}

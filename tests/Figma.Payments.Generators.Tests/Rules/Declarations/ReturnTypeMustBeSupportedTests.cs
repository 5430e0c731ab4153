using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Declarations.DeclarationAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>Tests FPG1003.</summary>
public sealed class ReturnTypeMustBeSupportedTests
{
    private const string Wanted = "; return 'Task' or 'ValueTask' of 'PaymentInformation', 'PaymentsResult' or 'PaymentStatus'";

    [Theory]
    [InlineData("Task<PaymentInformation>")]
    [InlineData("Task<PaymentsResult>")]
    [InlineData("Task<PaymentStatus>")]
    [InlineData("ValueTask<PaymentInformation>")]
    [InlineData("ValueTask<PaymentsResult>")]
    [InlineData("ValueTask<PaymentStatus>")]
    [InlineData("System.Threading.Tasks.Task<Figma.Payments.PaymentStatus>")]
    public async Task Supported_return_type_is_not_reported(string type) =>
        await VerifyCS.VerifyGeneratedFilesAsync(
            $$"""[PaymentsClient] public partial interface IGlyph { {{type}} RequestAsync(UserId user, PluginId plugin); }""",
            "IGlyph.g.cs");

    [Theory]
    [InlineData("void", "void", "isn't supported")]
    [InlineData("bool", "bool", "can't represent a trial")]
    [InlineData("Task<bool>", "Task<bool>", "can't represent a trial")]
    [InlineData("ValueTask<bool>", "ValueTask<bool>", "can't represent a trial")]
    [InlineData("Task", "Task", "isn't supported")]
    [InlineData("ValueTask", "ValueTask", "isn't supported")]
    [InlineData("PaymentInformation", "PaymentInformation", "isn't supported")]
    [InlineData("Task<string>", "Task<string>", "isn't supported")]
    [InlineData("Task<PaymentStatus?>", "Task<PaymentStatus?>", "isn't supported")]
    [InlineData("Task<Task<PaymentStatus>>", "Task<Task<PaymentStatus>>", "isn't supported")]
    [InlineData("IAsyncEnumerable<PaymentStatus>", "IAsyncEnumerable<PaymentStatus>", "isn't supported")]
    [InlineData("ref readonly PaymentStatus", "PaymentStatus", "isn't supported")]
    [InlineData("ref Task<PaymentStatus>", "Task<PaymentStatus>", "isn't supported")]
    [InlineData("Mine.Task<PaymentStatus>", "Task<PaymentStatus>", "isn't supported")]
    [InlineData("Task<Mine.PaymentStatus>", "Task<PaymentStatus>", "isn't supported")]
    public async Task Unsupported_return_type_is_reported(string type, string shown, string reason) =>
        await VerifyCS.VerifyAnalyzerAsync(
            $$"""
            public static class Mine { public class Task<T>; public class PaymentStatus; }
            [PaymentsClient] public partial interface IGlyph { {{type}} {|#0:RequestAsync|}(PluginPaymentToken token); }
            """,
            VerifyCS.Diagnostic("FPG1003").WithLocation(0).WithMessage($"The return type '{shown}' of 'RequestAsync' {reason}{Wanted}"));

    [Fact]
    public async Task Unknown_return_type_is_reported_in_addition_to_the_compiler_error() =>
        await VerifyCS.VerifyAnalyzerAsync(
            "[PaymentsClient] public partial interface IGlyph { {|CS0246:Nowhere|} {|#0:RequestAsync|}(PluginPaymentToken token); }",
            VerifyCS.Diagnostic("FPG1003").WithLocation(0).WithMessage("The return type 'Nowhere' of 'RequestAsync' can't be found" + Wanted));

    [Fact]
    public async Task Nullable_annotation_of_the_result_is_ignored() =>
        await VerifyCS.VerifyGeneratedFilesAsync("[PaymentsClient] public partial interface IGlyph { Task<PaymentInformation?> RequestAsync(PluginPaymentToken token); }", "IGlyph.g.cs");
}

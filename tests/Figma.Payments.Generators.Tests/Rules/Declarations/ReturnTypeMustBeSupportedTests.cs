using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>FPG1003.</summary>
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
    public async Task Both_wrappers_of_all_three_results_are_right(string type) =>
        await Verify.GeneratesAsync(
            $$"""[PaymentsClient] public partial interface IGlyph { {{type}} AskAsync(UserId user, PluginId plugin); }""",
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
    public async Task Any_other_return_type_is_refused(string type, string shown, string reason) =>
        await Verify.ReportsAsync(
            $$"""
            public static class Mine { public class Task<T>; public class PaymentStatus; }
            [PaymentsClient] public partial interface IGlyph { {{type}} {|FPG1003:AskAsync|}(PluginPaymentToken token); }
            """,
            $"The return type '{shown}' of 'AskAsync' {reason}{Wanted}");

    [Fact]
    public async Task A_return_type_that_does_not_exist_is_named_beside_the_compilers_own_error() =>
        await Verify.ReportsAsync(
            Consumer.Of("[PaymentsClient] public partial interface IGlyph { Nowhere {|FPG1003:AskAsync|}(PluginPaymentToken token); }") with { CompilerErrors = ["CS0246"] },
            "The return type 'Nowhere' of 'AskAsync' can't be found" + Wanted);

    [Fact]
    public async Task An_answer_that_may_be_null_by_its_annotation_is_the_answer() =>
        await Verify.GeneratesAsync("[PaymentsClient] public partial interface IGlyph { Task<PaymentInformation?> AskAsync(PluginPaymentToken token); }", "IGlyph.g.cs");
}

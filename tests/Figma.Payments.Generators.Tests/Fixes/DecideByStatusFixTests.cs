using System.Threading.Tasks;
using Figma.Payments.Generators.Analysis;
using Figma.Payments.Generators.CodeFixes;
using Xunit;

namespace Figma.Payments.Generators.Tests.Fixes;

/// <summary>FPG3001 and FPG3002.</summary>
public sealed class DecideByStatusFixTests
{
    [Theory]
    [InlineData("{|FPG3001:info.DateOfPurchase != null|}", "info.IsPaid")]
    [InlineData("{|FPG3001:info.DateOfPurchase is not null|}", "info.IsPaid")]
    [InlineData("{|FPG3001:info.DateOfPurchase is { }|}", "info.IsPaid")]
    [InlineData("{|FPG3001:info.DateOfPurchase.HasValue|}", "info.IsPaid")]
    [InlineData("!{|FPG3001:info.DateOfPurchase.HasValue|}", "!info.IsPaid")]
    [InlineData("{|FPG3001:info.DateOfPurchase == null|}", "!info.IsPaid")]
    [InlineData("!({|FPG3001:info.DateOfPurchase is null|})", "!(!info.IsPaid)")]
    [InlineData("{|FPG3001:result.Information?.DateOfPurchase != null|}", "result.Information?.IsPaid == true")]
    [InlineData("{|FPG3001:result.Information?.DateOfPurchase is null|}", "result.Information?.IsPaid != true")]
    [InlineData("flag || /* why */ {|FPG3001:info.DateOfPurchase != null|} /* so */", "flag || /* why */ info.IsPaid /* so */")]
    public Task A_test_for_the_date_becomes_IsPaid(string before, string after) =>
        VerifyFix<DecidedByDateAnalyzer, DecideByStatusFix>.AppliesToAllAsync(Source(before), Source(after));

    [Theory]
    [InlineData("{|FPG3001:info.DateOfPurchase > System.DateTimeOffset.MinValue|}")]
    [InlineData("{|FPG3001:info is { DateOfPurchase: not null }|}")]
    public Task A_test_of_another_shape_is_a_persons_to_mend(string test) =>
        VerifyFix<DecidedByDateAnalyzer, DecideByStatusFix>.IsSilentAsync(Source(test));

    [Theory]
    [InlineData("{|FPG3002:info.PaymentStatus != PaymentStatus.Unpaid|}", "info.IsPaidOrTrial")]
    [InlineData("{|FPG3002:PaymentStatus.Unpaid != info.PaymentStatus|}", "info.IsPaidOrTrial")]
    [InlineData("{|FPG3002:info.PaymentStatus is not PaymentStatus.Unpaid|}", "info.IsPaidOrTrial")]
    [InlineData("{|FPG3002:!(info.PaymentStatus == PaymentStatus.Unpaid)|}", "info.IsPaidOrTrial")]
    [InlineData("{|FPG3002:!(info.PaymentStatus is PaymentStatus.Unpaid)|}", "info.IsPaidOrTrial")]
    [InlineData("{|FPG3002:info.PaymentStatusText != \"UNPAID\"|}", "info.IsPaidOrTrial")]
    [InlineData("{|FPG3002:result.Information?.PaymentStatus != PaymentStatus.Unpaid|}", "result.Information?.IsPaidOrTrial == true")]
    [InlineData("{|FPG3002:status != PaymentStatus.Unpaid|}", "status is PaymentStatus.Paid or PaymentStatus.Trial")]
    [InlineData("flag && {|FPG3002:status != Figma.Payments.PaymentStatus.Unpaid|} /* so */", "flag && status is Figma.Payments.PaymentStatus.Paid or Figma.Payments.PaymentStatus.Trial /* so */")]
    [InlineData("{|FPG3002:order.PaymentStatus != PaymentStatus.Unpaid|}", "order.PaymentStatus is PaymentStatus.Paid or PaymentStatus.Trial")]
    [InlineData("info is { PaymentStatus: {|FPG3002:not PaymentStatus.Unpaid|} }", "info is { PaymentStatus: PaymentStatus.Paid or PaymentStatus.Trial }")]
    public Task Not_unpaid_becomes_what_grants(string before, string after) =>
        VerifyFix<NotUnpaidAnalyzer, DecideByStatusFix>.AppliesToAllAsync(Source(before), Source(after));

    [Theory]
    [InlineData("info is { PaymentStatusText: {|FPG3002:not \"UNPAID\"|} }")]
    [InlineData("status switch { PaymentStatus.Unpaid => false, {|FPG3002:_|} => true }")]
    public Task What_has_several_mends_is_a_persons_to_mend(string test) =>
        VerifyFix<NotUnpaidAnalyzer, DecideByStatusFix>.IsSilentAsync(Source(test));

    private static string Source(string test) => $$"""
        using Figma.Payments;

        class Order
        {
            public PaymentStatus PaymentStatus { get; set; }
        }

        class Code
        {
            bool HasAccess(PaymentInformation info, PaymentsResult result, PaymentStatus status, Order order, bool flag) => {{test}};
        }
        """;
}

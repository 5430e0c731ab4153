using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;

namespace Figma.Payments.Generators.Tests.Analysis;

/// <summary>FPG3002.</summary>
public sealed class NotUnpaidTests
{
    [Theory]
    [InlineData("{|FPG3002:info.PaymentStatus != PaymentStatus.Unpaid|}")]
    [InlineData("{|FPG3002:PaymentStatus.Unpaid != info.PaymentStatus|}")]
    [InlineData("{|FPG3002:status != PaymentStatus.Unpaid|}")]
    [InlineData("{|FPG3002:maybe?.PaymentStatus != PaymentStatus.Unpaid|}")]
    [InlineData("{|FPG3002:result.Information!.PaymentStatus != PaymentStatus.Unpaid|}")]
    [InlineData("{|FPG3002:status is not PaymentStatus.Unpaid|}")]
    [InlineData("{|FPG3002:info.PaymentStatus is not PaymentStatus.Unpaid|}")]
    [InlineData("{|FPG3002:!(status == PaymentStatus.Unpaid)|}")]
    [InlineData("{|FPG3002:!(status is PaymentStatus.Unpaid)|}")]
    [InlineData("info is { PaymentStatus: {|FPG3002:not PaymentStatus.Unpaid|} }")]
    [InlineData("result is { Information: { PaymentStatus: {|FPG3002:not PaymentStatus.Unpaid|} } }")]
    [InlineData("{|FPG3002:info.PaymentStatusText != \"UNPAID\"|}")]
    [InlineData("{|FPG3002:info.PaymentStatusText is not \"UNPAID\"|}")]
    [InlineData("info is { PaymentStatusText: {|FPG3002:not \"UNPAID\"|} }")]
    [InlineData("flag && {|FPG3002:status != PaymentStatus.Unpaid|}")]
    [InlineData("{|FPG3002:status != PaymentStatus.Unpaid|} && status != PaymentStatus.Trial")]
    [InlineData("status switch { PaymentStatus.Unpaid => false, {|FPG3002:_|} => true }")]
    [InlineData("status switch { PaymentStatus.Trial => true, PaymentStatus.Unpaid => false, {|FPG3002:_|} => true }")]
    [InlineData("new[] { info }.Any(one => {|FPG3002:one.PaymentStatus != PaymentStatus.Unpaid|})")]
    public Task What_an_unknown_status_would_pass_is_pointed_at(string condition) =>
        Verify.ReportsAsync(Code(condition), "Not 'Unpaid' is also what is unknown: decide with 'IsPaid' or 'IsPaidOrTrial'");

    [Theory]
    [InlineData("status == PaymentStatus.Unpaid")]
    [InlineData("status is PaymentStatus.Unpaid")]
    [InlineData("!(status != PaymentStatus.Unpaid)")]
    [InlineData("!(status is not PaymentStatus.Unpaid)")]
    [InlineData("!(info is { PaymentStatus: not PaymentStatus.Unpaid })")]
    [InlineData("info is not { PaymentStatus: not PaymentStatus.Unpaid }")]
    [InlineData("status != PaymentStatus.Unpaid && status != PaymentStatus.Unknown")]
    [InlineData("status is not PaymentStatus.Unpaid and not PaymentStatus.Unknown")]
    [InlineData("status is not (PaymentStatus.Unpaid or PaymentStatus.Unknown)")]
    [InlineData("status == PaymentStatus.Paid || status != PaymentStatus.Unpaid")]
    [InlineData("!info.IsPaidOrTrial && info.PaymentStatus != PaymentStatus.Unpaid")]
    [InlineData("info.PaymentStatus != PaymentStatus.Unpaid && status == PaymentStatus.Unpaid")]
    [InlineData("status != PaymentStatus.Paid")]
    [InlineData("status != info.PaymentStatus")]
    [InlineData("info.IsPaid")]
    [InlineData("info.IsPaidOrTrial")]
    [InlineData("info.PaymentStatusText != \"PAID\"")]
    [InlineData("info.PaymentStatusText == \"UNPAID\"")]
    [InlineData("info.PaymentStatusText != \"UNPAID\" && info.PaymentStatusText != \"REFUNDED\"")]
    [InlineData("info.UserId.Value != \"UNPAID\"")]
    [InlineData("other != Other.Unpaid")]
    [InlineData("status switch { PaymentStatus.Unpaid => false, PaymentStatus.Unknown => false, _ => true }")]
    [InlineData("status switch { PaymentStatus.Paid => true, _ => false }")]
    [InlineData("status switch { PaymentStatus.Unpaid => false, _ => flag }")]
    public Task What_meets_the_unknown_status_or_denies_is_silent(string condition) => Verify.IsSilentAsync(Code(condition));

    [Fact]
    public Task An_unknown_status_that_was_met_before_is_met() => Verify.IsSilentAsync("""
        public class Code
        {
            public bool HasAccess(PaymentStatus status)
            {
                if (status == PaymentStatus.Unknown)
                    return false;

                return status != PaymentStatus.Unpaid;
            }
        }
        """);

    private static string Code(string condition) => $$"""
        public enum Other { Unpaid }
        public class Code
        {
            public bool Run(PaymentInformation info, PaymentInformation? maybe, PaymentsResult result, PaymentStatus status, Other other, bool flag) => {{condition}};
        }
        """;
}

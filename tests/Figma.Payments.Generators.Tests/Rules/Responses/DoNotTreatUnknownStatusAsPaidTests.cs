using System;
using System.Threading.Tasks;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Tests.Oracle;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Responses.DoNotTreatUnknownStatusAsPaidAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests FPG3002.</summary>
public sealed class DoNotTreatUnknownStatusAsPaidTests
{
    [Theory]
    [InlineData("{|#0:info.PaymentStatus != PaymentStatus.Unpaid|}")]
    [InlineData("{|#0:PaymentStatus.Unpaid != info.PaymentStatus|}")]
    [InlineData("{|#0:status != PaymentStatus.Unpaid|}")]
    [InlineData("{|#0:maybe?.PaymentStatus != PaymentStatus.Unpaid|}")]
    [InlineData("{|#0:result.Information!.PaymentStatus != PaymentStatus.Unpaid|}")]
    [InlineData("{|#0:status is not PaymentStatus.Unpaid|}")]
    [InlineData("{|#0:info.PaymentStatus is not PaymentStatus.Unpaid|}")]
    [InlineData("{|#0:!(status == PaymentStatus.Unpaid)|}")]
    [InlineData("{|#0:!(status is PaymentStatus.Unpaid)|}")]
    [InlineData("info is { PaymentStatus: {|#0:not PaymentStatus.Unpaid|} }")]
    [InlineData("result is { Information: { PaymentStatus: {|#0:not PaymentStatus.Unpaid|} } }")]
    [InlineData("""{|#0:info.PaymentStatusText != "UNPAID"|}""")]
    [InlineData("""{|#0:info.PaymentStatusText is not "UNPAID"|}""")]
    [InlineData("""info is { PaymentStatusText: {|#0:not "UNPAID"|} }""")]
    [InlineData("flag && {|#0:status != PaymentStatus.Unpaid|}")]
    [InlineData("{|#0:status != PaymentStatus.Unpaid|} && status != PaymentStatus.Trial")]
    [InlineData("status switch { PaymentStatus.Unpaid => false, {|#0:_|} => true }")]
    [InlineData("status switch { PaymentStatus.Trial => true, PaymentStatus.Unpaid => false, {|#0:_|} => true }")]
    [InlineData("new[] { info }.Any(one => {|#0:one.PaymentStatus != PaymentStatus.Unpaid|})")]
    [InlineData("""info.PaymentStatusText switch { "UNPAID" => false, {|#0:_|} => true }""")]
    [InlineData("{|#0:status == PaymentStatus.Unpaid|} ? false : true")]
    [InlineData("""({|#0:info.PaymentStatusText is "UNPAID"|}) ? false : true""")]
    public Task Condition_that_is_true_for_an_unknown_status_is_reported(string condition) =>
        VerifyCS.VerifyAnalyzerAsync(Code(condition), VerifyCS.Diagnostic("FPG3002").WithLocation(0).WithMessage("A status other than 'Unpaid' might be 'Unknown'; use 'IsPaid' or 'IsPaidOrTrial'"));

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
    [InlineData("""info.UserId.Value switch { "UNPAID" => false, _ => true }""")]
    [InlineData("status == PaymentStatus.Unpaid ? true : false")]
    [InlineData("status == PaymentStatus.Unpaid ? false : flag")]
    [InlineData("!(status == PaymentStatus.Unpaid ? false : true)")]
    [InlineData("other == Other.Unpaid ? false : true")]
    [InlineData("flag && status == PaymentStatus.Unpaid ? false : true")]
    public Task Condition_that_handles_an_unknown_status_is_not_reported(string condition) => VerifyCS.VerifyNoDiagnosticsAsync(Code(condition));

    [Theory]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) return false; return true;")]
    [InlineData("if ({|FPG3002:info.PaymentStatus is PaymentStatus.Unpaid|}) { return false; } else { return true; }")]
    [InlineData("if (flag) { if ({|FPG3002:status == PaymentStatus.Unpaid|}) return false; return true; } return false;")]
    [InlineData("Func<PaymentStatus, bool> grants = one => { if ({|FPG3002:one == PaymentStatus.Unpaid|}) return false; return true; }; return grants(status);")]
    [InlineData("switch (status) { case PaymentStatus.Unpaid: return false; {|FPG3002:default:|} return true; }")]
    [InlineData("switch (info.PaymentStatus) { {|FPG3002:default:|} { return true; } case PaymentStatus.Unpaid: { return false; } }")]
    [InlineData("switch (status) { case PaymentStatus.Trial: return flag; case PaymentStatus.Unpaid: return false; case PaymentStatus.Paid: {|FPG3002:default:|} return true; }")]
    [InlineData("""switch (info.PaymentStatusText) { case "UNPAID": return false; {|FPG3002:default:|} return true; }""")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) throw new InvalidOperationException(); return flag;")]
    [InlineData("if ({|FPG3002:info.PaymentStatus is PaymentStatus.Unpaid|}) { Console.WriteLine(info.UserId); throw new InvalidOperationException(); } Console.WriteLine(); return true;")]
    [InlineData("if ({|FPG3002:maybe?.PaymentStatus == PaymentStatus.Unpaid|}) throw new InvalidOperationException(); else return flag;")]
    [InlineData("return {|FPG3002:status == PaymentStatus.Unpaid|} ? throw new InvalidOperationException() : flag;")]
    [InlineData("PaymentStatus known = info.PaymentStatus; if ({|FPG3002:known == PaymentStatus.Unpaid|}) throw new InvalidOperationException(); return flag;")]
    [InlineData("if ({|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|}) throw new InvalidOperationException(); Console.WriteLine(info.DateOfPurchase); return flag;")]
    public Task Statement_that_denies_only_unpaid_is_reported(string statements) => VerifyCS.VerifyAnalyzerAsync(Statements(statements));

    [Theory]
    [InlineData("if (status == PaymentStatus.Unpaid) return true; return false;")]
    [InlineData("if (status == PaymentStatus.Unpaid) return false; return flag;")]
    [InlineData("if (status == PaymentStatus.Unpaid) return false; Console.WriteLine(status); return true;")]
    [InlineData("if (status == PaymentStatus.Unpaid) return false; if (status == PaymentStatus.Unknown) return false; return true;")]
    [InlineData("if (status == PaymentStatus.Unknown) return false; if (status == PaymentStatus.Unpaid) return false; return true;")]
    [InlineData("if (status == PaymentStatus.Unpaid) { Console.WriteLine(status); return false; } return true;")]
    [InlineData("if (other == Other.Unpaid) return false; return true;")]
    [InlineData("while (flag) { if (status == PaymentStatus.Unpaid) return false; } return true;")]
    [InlineData("switch (status) { case PaymentStatus.Unpaid: return false; case PaymentStatus.Unknown: return false; default: return true; }")]
    [InlineData("switch (status) { case PaymentStatus.Unpaid: return false; default: return flag; }")]
    [InlineData("switch (status) { case PaymentStatus.Unpaid: return true; default: return false; }")]
    [InlineData("switch (status) { case PaymentStatus.Unpaid: return false; case var one when flag: return false; default: return true; }")]
    [InlineData("switch (status) { case PaymentStatus.Unpaid: return false; } return true;")]
    [InlineData("switch (other) { case Other.Unpaid: return false; default: return true; }")]
    [InlineData("""switch (info.UserId.Value) { case "UNPAID": return false; default: return true; }""")]
    [InlineData("if (status == PaymentStatus.Unpaid) throw new InvalidOperationException(); throw new NotSupportedException();")]
    [InlineData("Action ask = () => { if (status == PaymentStatus.Unpaid) throw new InvalidOperationException(); }; ask(); return flag;")]
    [InlineData("if (status == PaymentStatus.Unpaid) throw new InvalidOperationException(); return Grants(status);")]
    [InlineData("Grants(info.PaymentStatus); if (info.PaymentStatus == PaymentStatus.Unpaid) throw new InvalidOperationException(); return true;")]
    [InlineData("PaymentStatus known = info.PaymentStatus; if (known == PaymentStatus.Unpaid) throw new InvalidOperationException(); object kept = info; return kept is null;")]
    [InlineData("if (info.PaymentStatus == PaymentStatus.Unpaid) throw new InvalidOperationException(); return info.IsPaidOrTrial;")]
    [InlineData("if (info.PaymentStatus == PaymentStatus.Unpaid) throw new InvalidOperationException(); if (info.PaymentStatus == PaymentStatus.Unknown) throw new NotSupportedException(); return true;")]
    [InlineData("if (info.PaymentStatus == PaymentStatus.Unpaid && flag) throw new InvalidOperationException(); return true;")]
    [InlineData("if (other == Other.Unpaid) throw new InvalidOperationException(); return true;")]
    public Task Statement_with_another_effect_is_not_reported(string statements) => VerifyCS.VerifyNoDiagnosticsAsync(Statements(statements));

    private static string Statements(string statements) => Code("throw null!").Replace("=> throw null!;", "{ " + statements + " }", StringComparison.Ordinal);

    [Fact]
    public Task Unknown_status_handled_before_is_not_reported() => VerifyCS.VerifyNoDiagnosticsAsync("""
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
            public bool Grants(PaymentStatus status) => status == PaymentStatus.Paid;
        }
        """;
}

using System.Threading.Tasks;
using Figma.Payments.Generators.CodeFixes.Responses;
using Figma.Payments.Generators.Rules.Responses;
using Xunit;

namespace Figma.Payments.Generators.Tests.CodeFixes.Responses;

/// <summary>FPG3001, FPG3002 and FPG3004.</summary>
public sealed class ResponsesFixTests
{
    [Theory]
    [InlineData("{|FPG3001:info.DateOfPurchase != null|}", "info.IsPaid")]
    [InlineData("{|FPG3001:info.DateOfPurchase is not null|}", "info.IsPaid")]
    [InlineData("{|FPG3001:info.DateOfPurchase is { }|}", "info.IsPaid")]
    [InlineData("{|FPG3001:info.DateOfPurchase.HasValue|}", "info.IsPaid")]
    [InlineData("!!{|FPG3001:info.DateOfPurchase.HasValue|}", "!!info.IsPaid")]
    [InlineData("!({|FPG3001:info.DateOfPurchase == null|})", "info.IsPaid")]
    [InlineData("!({|FPG3001:info.DateOfPurchase is null|})", "info.IsPaid")]
    [InlineData("{|FPG3001:result.Information?.DateOfPurchase != null|}", "result.Information?.IsPaid == true")]
    [InlineData("!({|FPG3001:result.Information?.DateOfPurchase is null|})", "!(result.Information?.IsPaid != true)")]
    [InlineData("{|FPG3001:null != info.DateOfPurchase|}", "info.IsPaid")]
    [InlineData("{|FPG3001:info.DateOfPurchase != default|}", "info.IsPaid")]
    [InlineData("{|FPG3001:info.DateOfPurchase is System.DateTimeOffset|}", "info.IsPaid")]
    [InlineData("{|FPG3001:info.DateOfPurchase > System.DateTimeOffset.MinValue|}", "info.IsPaid")]
    [InlineData("{|FPG3001:info.DateOfPurchase <= System.DateTimeOffset.UtcNow|}", "info.IsPaid")]
    [InlineData("{|FPG3001:System.DateTimeOffset.UtcNow > info.DateOfPurchase|}", "info.IsPaid")]
    [InlineData("{|FPG3001:info is { DateOfPurchase: not null }|}", "info is { IsPaid: true }")]
    [InlineData("{|FPG3001:info is { DateOfPurchase: { } }|}", "info is { IsPaid: true }")]
    [InlineData("{|FPG3001:result is { Information: { DateOfPurchase: not null } }|}", "result is { Information: { IsPaid: true } }")]
    [InlineData("{|FPG3001:result is { Information.DateOfPurchase: not null }|}", "result is { Information.IsPaid: true }")]
    [InlineData("flag || /* before */ {|FPG3001:info.DateOfPurchase != null|} /* kept */", "flag || /* before */ info.IsPaid /* kept */")]
    public Task Test_of_the_date_becomes_IsPaid(string before, string after) =>
        CodeFixVerifier<DoNotDecideAccessByPurchaseDateAnalyzer, ResponsesFix>.VerifyCodeFixAsync(Source(before), Source(after));

    [Theory]
    [InlineData("{|FPG3001:info.DateOfPurchase > System.DateTimeOffset.UtcNow.AddYears(-1)|}")]
    [InlineData("{|FPG3001:System.DateTimeOffset.UtcNow.AddYears(-1) <= info.DateOfPurchase|}")]
    public Task Test_of_the_date_with_another_meaning_has_no_fix(string test) =>
        CodeFixVerifier<DoNotDecideAccessByPurchaseDateAnalyzer, ResponsesFix>.VerifyNoCodeFixAsync(Source(test));

    [Theory]
    [InlineData("{|FPG3002:info.PaymentStatus != PaymentStatus.Unpaid|}", "info.IsPaidOrTrial")]
    [InlineData("{|FPG3002:PaymentStatus.Unpaid != info.PaymentStatus|}", "info.IsPaidOrTrial")]
    [InlineData("{|FPG3002:info.PaymentStatus is not PaymentStatus.Unpaid|}", "info.IsPaidOrTrial")]
    [InlineData("{|FPG3002:!(info.PaymentStatus == PaymentStatus.Unpaid)|}", "info.IsPaidOrTrial")]
    [InlineData("{|FPG3002:!(info.PaymentStatus is PaymentStatus.Unpaid)|}", "info.IsPaidOrTrial")]
    [InlineData("""{|FPG3002:info.PaymentStatusText != "UNPAID"|}""", "info.IsPaidOrTrial")]
    [InlineData("{|FPG3002:result.Information?.PaymentStatus != PaymentStatus.Unpaid|}", "result.Information?.IsPaidOrTrial == true")]
    [InlineData("{|FPG3002:status != PaymentStatus.Unpaid|}", "status is PaymentStatus.Paid or PaymentStatus.Trial")]
    [InlineData("flag || {|FPG3002:status != Figma.Payments.PaymentStatus.Unpaid|} /* kept */", "flag || status is Figma.Payments.PaymentStatus.Paid or Figma.Payments.PaymentStatus.Trial /* kept */")]
    [InlineData("info is { PaymentStatus: {|FPG3002:not PaymentStatus.Unpaid|} }", "info is { PaymentStatus: PaymentStatus.Paid or PaymentStatus.Trial }")]
    [InlineData("""info is { PaymentStatusText: {|FPG3002:not "UNPAID"|} }""", """info is { PaymentStatusText: "PAID" or "TRIAL" }""")]
    [InlineData("{|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|} ? false : true", "!info.IsPaidOrTrial ? false : true")]
    [InlineData("{|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|} ? throw new System.UnauthorizedAccessException() : true", "!info.IsPaidOrTrial ? throw new System.UnauthorizedAccessException() : true")]
    [InlineData("({|FPG3002:status is PaymentStatus.Unpaid|}) ? false : true", "(status is not (PaymentStatus.Paid or PaymentStatus.Trial)) ? false : true")]
    [InlineData("status switch { PaymentStatus.Unpaid => false, {|FPG3002:_|} => true }", "status switch { PaymentStatus.Unpaid => false, PaymentStatus.Paid or PaymentStatus.Trial => true, _ => false }")]
    [InlineData("status switch { PaymentStatus.Trial => true, PaymentStatus.Unpaid => false, {|FPG3002:_|} => true }", "status switch { PaymentStatus.Trial => true, PaymentStatus.Unpaid => false, PaymentStatus.Paid => true, _ => false }")]
    [InlineData("status switch { PaymentStatus.Paid or PaymentStatus.Trial => true, PaymentStatus.Unpaid => false, {|FPG3002:_|} => true /* kept */, }", "status switch { PaymentStatus.Paid or PaymentStatus.Trial => true, PaymentStatus.Unpaid => false, _ => false /* kept */, }")]
    [InlineData("status switch\n    {\n        PaymentStatus.Unpaid => false,\n        {|FPG3002:_|} => true, // kept\n    }", "status switch\n    {\n        PaymentStatus.Unpaid => false,\n        PaymentStatus.Paid or PaymentStatus.Trial => true,\n        _ => false, // kept\n    }")]
    [InlineData("""info.PaymentStatusText switch { "UNPAID" => false, {|FPG3002:_|} => true }""", """info.PaymentStatusText switch { "UNPAID" => false, "PAID" or "TRIAL" => true, _ => false }""")]
    public Task Test_for_not_unpaid_becomes_a_test_for_paid_or_trial(string before, string after) =>
        CodeFixVerifier<DoNotTreatUnknownStatusAsPaidAnalyzer, ResponsesFix>.VerifyCodeFixAsync(Source(before), Source(after));

    [Theory]
    [InlineData(
        "if ({|FPG3002:status == PaymentStatus.Unpaid|})\n            return false;\n\n        return true;",
        "if (status is not (PaymentStatus.Paid or PaymentStatus.Trial))\n            return false;\n\n        return true;")]
    [InlineData(
        "if ({|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|}) { return false; } else { return true; }",
        "if (!info.IsPaidOrTrial) { return false; } else { return true; }")]
    [InlineData(
        """
        switch (status)
                {
                    case PaymentStatus.Unpaid:
                        return false;

                    {|FPG3002:default:|} // kept
                        return true;
                }
        """,
        """
        switch (status)
                {
                    case PaymentStatus.Unpaid:
                        return false;

                    case PaymentStatus.Paid: // kept
                    case PaymentStatus.Trial:
                        return true;

                    default:
                        return false;
                }
        """)]
    [InlineData(
        "switch (status)\r\n\t\t{\r\n\t\t\tcase PaymentStatus.Unpaid: // never\r\n\t\t\t\treturn false;\r\n\t\t\t{|FPG3002:default:|} // bought\r\n\t\t\t\treturn true;\r\n\t\t}",
        "switch (status)\r\n\t\t{\r\n\t\t\tcase PaymentStatus.Unpaid: // never\r\n\t\t\t\treturn false;\r\n\t\t\tcase PaymentStatus.Paid: // bought\r\n\t\t\tcase PaymentStatus.Trial:\r\n\t\t\t\treturn true;\r\n\t\t\tdefault:\r\n\t\t\t\treturn false;\r\n\t\t}")]
    [InlineData(
        """
        switch (status)
                {
                    case PaymentStatus.Unpaid:
                        return false;

                    // everybody else
                    {|FPG3002:default:|}
                        return true;
                }
        """,
        """
        switch (status)
                {
                    case PaymentStatus.Unpaid:
                        return false;

                    // everybody else
                    case PaymentStatus.Paid:
                    case PaymentStatus.Trial:
                        return true;
                    default:
                        return false;
                }
        """)]
    [InlineData(
        "switch (status) { case PaymentStatus.Unpaid: return false; {|FPG3002:default:|} { return true; } }",
        "switch (status) { case PaymentStatus.Unpaid: return false; case PaymentStatus.Paid: case PaymentStatus.Trial: { return true; } default: { return false; } }")]
    [InlineData(
        "switch (status) { case PaymentStatus.Unpaid: return false; case PaymentStatus.Trial: {|FPG3002:default:|} return true; }",
        "switch (status) { case PaymentStatus.Unpaid: return false; case PaymentStatus.Trial: case PaymentStatus.Paid: return true; default: return false; }")]
    [InlineData(
        "switch (status) { case PaymentStatus.Trial: case PaymentStatus.Paid: return true; {|FPG3002:default:|} return true; case PaymentStatus.Unpaid: return false; }",
        "switch (status) { case PaymentStatus.Trial: case PaymentStatus.Paid: return true; default: return false; case PaymentStatus.Unpaid: return false; }")]
    public Task Statement_that_grants_access_by_default_grants_it_to_paid_and_trial(string before, string after) =>
        CodeFixVerifier<DoNotTreatUnknownStatusAsPaidAnalyzer, ResponsesFix>.VerifyCodeFixAsync(Statements(before), Statements(after));

    [Theory]
    [InlineData("switch (status) { case PaymentStatus.Unpaid: return false; /* why */ {|FPG3002:default:|} return /* kept */ true; }")]
    [InlineData("switch (status) { case PaymentStatus.Unpaid: return false; {|FPG3002:default:|}\n#if DEBUG\n#endif\n return true; }")]
    public Task Statement_whose_comments_would_be_lost_or_repeated_has_no_fix(string statements) =>
        CodeFixVerifier<DoNotTreatUnknownStatusAsPaidAnalyzer, ResponsesFix>.VerifyNoCodeFixAsync(Statements(statements));

    [Theory]
    [InlineData("switch (status) { case PaymentStatus.Unpaid: return false; {|FPG3002:default:|} System.Console.WriteLine(flag); return true; }")]
    [InlineData("switch (status) { case PaymentStatus.Unpaid: var text = \"no\"; System.Console.WriteLine(text); return false; {|FPG3002:default:|} text = \"yes\"; System.Console.WriteLine(text); return true; }")]
    public Task Branch_that_does_more_than_return_has_no_fix(string statements) =>
        CodeFixVerifier<DoNotTreatUnknownStatusAsPaidAnalyzer, ResponsesFix>.VerifyNoCodeFixAsync(Statements(statements));

    [Fact]
    public Task Names_of_statuses_are_those_of_a_static_using_directive() => CodeFixVerifier<DoNotTreatUnknownStatusAsPaidAnalyzer, ResponsesFix>.VerifyCodeFixAsync(
        "using static Figma.Payments.PaymentStatus; class Code { bool HasAccess(Figma.Payments.PaymentStatus status) => {|FPG3002:status is not Unpaid|}; }",
        "using static Figma.Payments.PaymentStatus; class Code { bool HasAccess(Figma.Payments.PaymentStatus status) => status is Paid or Trial; }");

    [Theory]
    [InlineData("bool Paid() => true;")]
    [InlineData("const int Trial = 3;")]
    [InlineData("class Paid { }")]
    public Task Name_of_a_status_that_another_member_has_is_not_used(string member) => CodeFixVerifier<DoNotTreatUnknownStatusAsPaidAnalyzer, ResponsesFix>.VerifyNoCodeFixAsync(
        $"using static Figma.Payments.PaymentStatus; class Code {{ {member} bool HasAccess(Figma.Payments.PaymentStatus status) => {{|FPG3002:status is not Unpaid|}}; }}",
        "FPG3002.IsPaidOrTrial");

    [Theory]
    [InlineData("{|FPG3002:info.PaymentStatus /* why */ != PaymentStatus.Unpaid|}")]
    [InlineData("{|FPG3002:status != /* why */ PaymentStatus.Unpaid|}")]
    public Task Test_of_the_status_with_a_comment_in_it_has_no_fix(string test) =>
        CodeFixVerifier<DoNotTreatUnknownStatusAsPaidAnalyzer, ResponsesFix>.VerifyNoCodeFixAsync(Source(test));

    [Theory]
    [InlineData("{|FPG3002:info.PaymentStatus != PaymentStatus.Unpaid|}", "IsPaid", "info.IsPaid")]
    [InlineData("{|FPG3002:info.PaymentStatus != PaymentStatus.Unpaid|}", "IsPaidOrTrial", "info.IsPaidOrTrial")]
    [InlineData("{|FPG3002:status != PaymentStatus.Unpaid|}", "IsPaid", "status == PaymentStatus.Paid")]
    [InlineData("{|FPG3002:status == PaymentStatus.Unpaid|} ? false : true", "IsPaid", "status != PaymentStatus.Paid ? false : true")]
    [InlineData("info is { PaymentStatus: {|FPG3002:not PaymentStatus.Unpaid|} }", "IsPaid", "info is { PaymentStatus: PaymentStatus.Paid }")]
    [InlineData("status switch { PaymentStatus.Unpaid => false, {|FPG3002:_|} => true }", "IsPaid", "status switch { PaymentStatus.Unpaid => false, PaymentStatus.Paid => true, _ => false }")]
    public Task Developer_chooses_whether_a_trial_grants_access(string before, string choice, string after) =>
        CodeFixVerifier<DoNotTreatUnknownStatusAsPaidAnalyzer, ResponsesFix>.VerifyCodeFixAsync(Source(before), Source(after), "FPG3002." + choice);

    [Theory]
    [InlineData("{|FPG3001:info.DateOfPurchase != null|}", "IsPaid", "info.IsPaid")]
    [InlineData("{|FPG3001:info.DateOfPurchase != null|}", "IsPaidOrTrial", "info.IsPaidOrTrial")]
    [InlineData("{|FPG3001:info is { DateOfPurchase: not null }|}", "IsPaidOrTrial", "info is { IsPaidOrTrial: true }")]
    public Task Developer_chooses_whether_a_trial_counts_as_a_purchase(string before, string choice, string after) =>
        CodeFixVerifier<DoNotDecideAccessByPurchaseDateAnalyzer, ResponsesFix>.VerifyCodeFixAsync(Source(before), Source(after), "FPG3001." + choice);

    [Theory]
    [InlineData("{|FPG3004:result.IsSuccess|}", "result.IsPaid")]
    [InlineData("!!{|FPG3004:result.IsSuccess|}", "!!result.IsPaid")]
    [InlineData("flag || /* before */ {|FPG3004:result.IsSuccess|} /* kept */", "flag || /* before */ result.IsPaid /* kept */")]
    [InlineData("{|FPG3004:result.Information != null|}", "result.IsPaid")]
    [InlineData("{|FPG3004:null != result.Information|}", "result.IsPaid")]
    [InlineData("{|FPG3004:result.Information is not null|}", "result.IsPaid")]
    [InlineData("{|FPG3004:result.Information is { }|}", "result.IsPaid")]
    [InlineData("!({|FPG3004:result.Information is null|})", "result.IsPaid")]
    [InlineData("{|FPG3004:result.Error is null|}", "result.IsPaid")]
    [InlineData("{|FPG3004:result is { IsSuccess: true }|}", "result is { IsPaid: true }")]
    [InlineData("{|FPG3004:result is { Information: not null }|}", "result is { IsPaid: true }")]
    public Task Test_of_the_success_becomes_IsPaid(string before, string after) =>
        CodeFixVerifier<DoNotTreatResponseAsPaidAnalyzer, ResponsesFix>.VerifyCodeFixAsync(Source(before), Source(after));

    [Theory]
    [InlineData(
        "if ({|FPG3004:result.Information is not { } known|}) return false; System.Console.WriteLine(known.UserId); return true;",
        "if (result.Information is not { IsPaid: true } known) return false; System.Console.WriteLine(known.UserId); return true;")]
    [InlineData(
        "if (!{|FPG3004:result.IsSuccess|}) return false; System.Console.WriteLine(result.Information.UserId); return true;",
        "if (!result.IsPaid) return false; System.Console.WriteLine(result.Information.UserId); return true;")]
    public Task Statement_that_grants_access_to_every_response_grants_it_to_paid(string before, string after) =>
        CodeFixVerifier<DoNotTreatResponseAsPaidAnalyzer, ResponsesFix>.VerifyCodeFixAsync(Statements(before), Statements(after));

    [Theory]
    [InlineData("if (!{|FPG3004:result.IsSuccess|}) { System.Console.WriteLine(result.Error.Kind); return false; } return true;")]
    [InlineData("return result.IsSuccess switch { {|FPG3004:true|} => true, false => false };")]
    [InlineData("if ({|FPG3004:result.Information /* why */ is null|}) return false; return true;")]
    public Task Test_of_the_success_that_cannot_be_replaced_has_no_fix(string statements) =>
        CodeFixVerifier<DoNotTreatResponseAsPaidAnalyzer, ResponsesFix>.VerifyNoCodeFixAsync(Statements(statements));

    [Fact]
    public Task Responses_in_a_switch_are_those_of_the_unpaid_status() => CodeFixVerifier<DoNotTreatUnknownStatusAsPaidAnalyzer, ResponsesFix>.VerifyCodeFixAsync(
        """
        using Figma.Payments;
        using System.Net;
        using System.Net.Http;

        class Code
        {
            HttpResponseMessage One(PaymentStatus status) => status switch { PaymentStatus.Unpaid => new HttpResponseMessage(HttpStatusCode.PaymentRequired), {|FPG3002:_|} => new HttpResponseMessage() };

            HttpResponseMessage Two(PaymentStatus status)
            {
                switch (status)
                {
                    case PaymentStatus.Unpaid:
                        return new HttpResponseMessage(HttpStatusCode.PaymentRequired);
                    {|FPG3002:default:|}
                        return new HttpResponseMessage();
                }
            }
        }
        """,
        """
        using Figma.Payments;
        using System.Net;
        using System.Net.Http;

        class Code
        {
            HttpResponseMessage One(PaymentStatus status) => status switch { PaymentStatus.Unpaid => new HttpResponseMessage(HttpStatusCode.PaymentRequired), PaymentStatus.Paid or PaymentStatus.Trial => new HttpResponseMessage(), _ => new HttpResponseMessage(HttpStatusCode.PaymentRequired) };

            HttpResponseMessage Two(PaymentStatus status)
            {
                switch (status)
                {
                    case PaymentStatus.Unpaid:
                        return new HttpResponseMessage(HttpStatusCode.PaymentRequired);
                    case PaymentStatus.Paid:
                    case PaymentStatus.Trial:
                        return new HttpResponseMessage();
                    default:
                        return new HttpResponseMessage(HttpStatusCode.PaymentRequired);
                }
            }
        }
        """);

    private static string Statements(string statements) => Source("throw null!").Replace("=> throw null!;", $$"""
        {
                {{statements}}
            }
        """, System.StringComparison.Ordinal);

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

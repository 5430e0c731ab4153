using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
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
    [InlineData("{|#0:result.GetInformationOrThrow().PaymentStatus != PaymentStatus.Unpaid|}")]
    [InlineData("{|#0:status is not PaymentStatus.Unpaid|}")]
    [InlineData("{|#0:info.PaymentStatus is not PaymentStatus.Unpaid|}")]
    [InlineData("{|#0:!(status == PaymentStatus.Unpaid)|}")]
    [InlineData("{|#0:!(status is PaymentStatus.Unpaid)|}")]
    [InlineData("{|#0:!status.Equals(PaymentStatus.Unpaid)|}")]
    [InlineData("{|#0:!Equals(status, PaymentStatus.Unpaid)|}")]
    [InlineData("info is { PaymentStatus: {|#0:not PaymentStatus.Unpaid|} }")]
    [InlineData("result is { Information: { PaymentStatus: {|#0:not PaymentStatus.Unpaid|} } }")]
    [InlineData("result is { Information.PaymentStatus: {|#0:not PaymentStatus.Unpaid|} }")]
    [InlineData("""{|#0:info.PaymentStatusText != "UNPAID"|}""")]
    [InlineData("""{|#0:info.PaymentStatusText is not "UNPAID"|}""")]
    [InlineData("""info is { PaymentStatusText: {|#0:not "UNPAID"|} }""")]
    [InlineData("""{|#0:!string.Equals(info.PaymentStatusText, "unpaid", StringComparison.OrdinalIgnoreCase)|}""")]
    [InlineData("result.IsSuccess && {|#0:result.Information.PaymentStatus != PaymentStatus.Unpaid|}")]
    [InlineData("flag || {|#0:status != PaymentStatus.Unpaid|}")]
    [InlineData("token is not null && {|#0:status != PaymentStatus.Unpaid|}")]
    [InlineData("!string.IsNullOrEmpty(token) && {|#0:status != PaymentStatus.Unpaid|}")]
    [InlineData("{|#0:status != PaymentStatus.Unpaid|} && status != PaymentStatus.Trial")]
    [InlineData("{|#0:status is not PaymentStatus.Unpaid and not PaymentStatus.Trial|}")]
    [InlineData("{|#0:status is not (PaymentStatus.Unpaid or PaymentStatus.Trial)|}")]
    [InlineData("{|#0:status is < PaymentStatus.Unpaid or > PaymentStatus.Unpaid|}")]
    [InlineData("{|#0:(int)info.PaymentStatus != 1|}")]
    [InlineData("flag && {|#0:status == PaymentStatus.Unpaid|} ? false : true")]
    [InlineData("{|#0:status is PaymentStatus.Paid or PaymentStatus.Trial or PaymentStatus.Unknown|}")]
    [InlineData("status == PaymentStatus.Paid || {|#0:status != PaymentStatus.Unpaid|}")]
    [InlineData("status switch { PaymentStatus.Unpaid => false, {|#0:_|} => true }")]
    [InlineData("status switch { PaymentStatus.Trial => true, PaymentStatus.Unpaid => false, {|#0:_|} => true }")]
    [InlineData("""info.PaymentStatusText switch { "UNPAID" => false, {|#0:_|} => true }""")]
    [InlineData("{|#0:status == PaymentStatus.Unpaid|} ? false : true")]
    [InlineData("""({|#0:info.PaymentStatusText is "UNPAID"|}) ? false : true""")]
    [InlineData("(maybe?.PaymentStatus ?? PaymentStatus.Unpaid) is var known && {|#0:known != PaymentStatus.Unpaid|}")]
    [InlineData("{|#0:(result.Information?.PaymentStatus ?? PaymentStatus.Unpaid) != PaymentStatus.Unpaid|}")]
    public Task Condition_that_grants_access_to_an_unknown_status_is_reported(string condition) => new VerifyCS.Test
    {
        TestCode = Condition(condition),
        ExpectedDiagnostics = { VerifyCS.Diagnostic("FPG3002").WithLocation(0).WithMessage("A status other than 'Unpaid' might be 'Unknown'; use 'IsPaid' or 'IsPaidOrTrial'") },
    }.RunAsync();

    [Theory]
    [InlineData("status == PaymentStatus.Unpaid")]
    [InlineData("status is PaymentStatus.Unpaid")]
    [InlineData("!(status != PaymentStatus.Unpaid)")]
    [InlineData("!(info is { PaymentStatus: not PaymentStatus.Unpaid })")]
    [InlineData("info is not { PaymentStatus: not PaymentStatus.Unpaid }")]
    [InlineData("status != PaymentStatus.Unpaid && status != PaymentStatus.Unknown")]
    [InlineData("status is not PaymentStatus.Unpaid and not PaymentStatus.Unknown")]
    [InlineData("status is not (PaymentStatus.Unpaid or PaymentStatus.Unknown)")]
    [InlineData("status > PaymentStatus.Unpaid")]
    [InlineData("status is > PaymentStatus.Unpaid")]
    [InlineData("status >= PaymentStatus.Paid")]
    [InlineData("!info.IsPaidOrTrial && info.PaymentStatus != PaymentStatus.Unpaid")]
    [InlineData("info.PaymentStatus != PaymentStatus.Unpaid && status == PaymentStatus.Paid")]
    [InlineData("order.Status != PaymentStatus.Unpaid")]
    [InlineData("user is not null && status != PaymentStatus.Unpaid")]
    [InlineData("licenseToken is not null && status != PaymentStatus.Unpaid")]
    [InlineData("order.Status != PaymentStatus.Unpaid && status != PaymentStatus.Unpaid")]
    [InlineData("flag && status != PaymentStatus.Unpaid")]
    [InlineData("Grants(status) && status != PaymentStatus.Unpaid")]
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
    [InlineData("status == PaymentStatus.Unpaid ? throw new UnauthorizedAccessException() : user is not null")]
    [InlineData("status switch { PaymentStatus.Unpaid => false, _ => flag }")]
    [InlineData("status switch { PaymentStatus.Unpaid => false, _ when flag => false, _ => true }")]
    [InlineData("""info.UserId.Value switch { "UNPAID" => false, _ => true }""")]
    [InlineData("status == PaymentStatus.Unpaid ? true : false")]
    [InlineData("status == PaymentStatus.Unpaid ? false : flag")]
    [InlineData("!(status == PaymentStatus.Unpaid ? false : true)")]
    [InlineData("other == Other.Unpaid ? false : true")]
    [InlineData("new[] { info }.Any(one => one.PaymentStatus != PaymentStatus.Unpaid)")]
    [InlineData("new[] { info }.Count(one => one.PaymentStatus != PaymentStatus.Unpaid) > 0")]
    public Task Condition_that_handles_an_unknown_status_is_not_reported(string condition) => VerifyCS.VerifyNoDiagnosticsAsync(Condition(condition));

    [Fact]
    public Task Another_condition_that_is_returned_for_the_other_statuses_might_decide() =>
        VerifyCS.VerifyNoDiagnosticsAsync(Method("public bool HasAccess(object? license) { if (Info.PaymentStatus == PaymentStatus.Unpaid) return false; return license is not null; }"));

    [Theory]
    [InlineData("HasAccess")]
    [InlineData("IsLicensed")]
    [InlineData("CanExport")]
    [InlineData("IsPremium")]
    [InlineData("HasActiveSubscription")]
    [InlineData("IsProUser")]
    [InlineData("HasAccessAsync")]
    [InlineData("CanAccessPlugin")]
    [InlineData("CanUsePro")]
    [InlineData("CanUsePremiumFeatures")]
    [InlineData("UserHasAccess")]
    [InlineData("UserIsPremium")]
    [InlineData("CustomerCanExport")]
    public Task Method_that_grants_access_is_reported(string name) =>
        VerifyCS.VerifyAnalyzerAsync(Method($"bool {name}(PaymentStatus status) => {{|FPG3002:status != PaymentStatus.Unpaid|}};"));

    [Theory]
    [InlineData("DenyAccess")]
    [InlineData("HadAccess")]
    [InlineData("HasEverPaid")]
    [InlineData("WasPaid")]
    [InlineData("ShouldLogAccess")]
    [InlineData("CanLog")]
    [InlineData("CanRefund")]
    [InlineData("CanEditPlan")]
    [InlineData("CanEditUser")]
    [InlineData("IsPaidPlugin")]
    [InlineData("HasPaidBadge")]
    [InlineData("IsActive")]
    [InlineData("IsWarrantyActive")]
    [InlineData("IsAccessDenied")]
    [InlineData("IsUnlicensed")]
    [InlineData("HasNoAccess")]
    [InlineData("CanNotExport")]
    [InlineData("CannotExport")]
    [InlineData("IsPremiumExpired")]
    [InlineData("HasAccessExpired")]
    [InlineData("IsPremiumTrialOver")]
    [InlineData("WasPremium")]
    [InlineData("NeedsLicense")]
    [InlineData("HasLicenseWarning")]
    [InlineData("HasAccessToken")]
    [InlineData("IsEligibleForTrial")]
    [InlineData("CanBuy")]
    [InlineData("CanSeePrice")]
    [InlineData("ShouldShowUpgrade")]
    [InlineData("IsSubscription")]
    [InlineData("IsPaidLicense")]
    [InlineData("CanUnlockUser")]
    [InlineData("CanExportCustomer")]
    [InlineData("CanSharePlan")]
    [InlineData("UserAccess")]
    [InlineData("ShopHasAccess")]
    [InlineData("HasLostAccess")]
    [InlineData("IsPaidCount")]
    [InlineData("ShowPremiumBanner")]
    [InlineData("Check")]
    [InlineData("Run")]
    public Task Method_with_another_purpose_is_not_reported(string name) =>
        VerifyCS.VerifyNoDiagnosticsAsync(Method($"bool {name}(PaymentStatus status) => status != PaymentStatus.Unpaid;"));

    [Theory]
    [InlineData("public bool HasAccess { get { if ({|FPG3002:Info.PaymentStatus == PaymentStatus.Unpaid|}) return false; return true; } }")]
    [InlineData("public bool HasAccess => {|FPG3002:Info.PaymentStatus != PaymentStatus.Unpaid|};")]
    [InlineData("public bool HasAccess(string? token) { if (token == null) return false; if ({|FPG3002:Info.PaymentStatus == PaymentStatus.Unpaid|}) return false; return true; }")]
    [InlineData("public bool HasAccess(string token) { if (!PluginPaymentToken.TryParse(token, out _)) return false; return {|FPG3002:Info.PaymentStatus != PaymentStatus.Unpaid|}; }")]
    [InlineData("public bool HasAccess { get; } = {|FPG3002:Info.PaymentStatus != PaymentStatus.Unpaid|};")]
    [InlineData("public Task<bool> HasAccessAsync() => Task.FromResult({|FPG3002:Info.PaymentStatus != PaymentStatus.Unpaid|});")]
    [InlineData("public ValueTask<bool> HasAccessAsync() => new({|FPG3002:Info.PaymentStatus != PaymentStatus.Unpaid|});")]
    [InlineData("public async Task<bool> HasAccessAsync() { await Task.Yield(); return {|FPG3002:Info.PaymentStatus != PaymentStatus.Unpaid|}; }")]
    [InlineData("public bool Run() { return HasAccess(); static bool HasAccess() => {|FPG3002:Info.PaymentStatus != PaymentStatus.Unpaid|}; }")]
    [InlineData("public bool HasAccess() { bool known = {|FPG3002:Info.PaymentStatus != PaymentStatus.Unpaid|}; return known; }")]
    [InlineData("public bool HasAccess() { PaymentStatus status = Info.PaymentStatus; bool isUnpaid = {|FPG3002:status == PaymentStatus.Unpaid|}; return !isUnpaid; }")]
    public Task Member_that_returns_the_decision_is_reported(string member) => VerifyCS.VerifyAnalyzerAsync(Method(member));

    [Theory]
    [InlineData("if ({|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|}) return Results.StatusCode(402); return Results.Ok(content);")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) return Results.Forbid(); return Results.Ok(content);")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) { return Results.Unauthorized(); } else { return Results.Ok(content); }")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) return Results.Challenge(); return Results.Ok(content);")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) return Results.Problem(statusCode: StatusCodes.Status402PaymentRequired); return Results.Ok(content);")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) return Results.Json(content, statusCode: 403); return Results.Ok(content);")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) return TypedResults.Forbid(); return TypedResults.Ok(content);")]
    [InlineData("if ({|FPG3002:status != PaymentStatus.Unpaid|}) return Results.Ok(content); return Results.StatusCode(402);")]
    [InlineData("if ({|FPG3002:status != PaymentStatus.Unpaid|}) { return Results.Ok(content); } else { return Results.Forbid(); }")]
    [InlineData("return {|FPG3002:status == PaymentStatus.Unpaid|} ? Results.StatusCode(402) : Results.Ok(content);")]
    [InlineData("return status switch { PaymentStatus.Unpaid => Results.StatusCode(402), {|FPG3002:_|} => Results.Ok(content) };")]
    [InlineData("return info switch { { PaymentStatus: PaymentStatus.Unpaid } => Results.StatusCode(402), {|FPG3002:_|} => Results.Ok(content) };")]
    [InlineData("return Results.StatusCode({|FPG3002:status == PaymentStatus.Unpaid|} ? 402 : 200);")]
    [InlineData("switch (status) { case PaymentStatus.Unpaid: return Results.StatusCode(402); {|FPG3002:default:|} return Results.Ok(content); }")]
    [InlineData("switch ({|FPG3002:status|}) { case PaymentStatus.Unpaid: return Results.StatusCode(402); } return Results.Ok(content);")]
    [InlineData("IResult answer = {|FPG3002:status == PaymentStatus.Unpaid|} ? Results.Forbid() : Results.Ok(content); return answer;")]
    [InlineData("IResult denied = Results.Forbid(); if ({|FPG3002:status == PaymentStatus.Unpaid|}) return denied; return Results.Ok(content);")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) { context.Response.StatusCode = 402; return Results.Empty; } return Results.Ok(content);")]
    [InlineData("context.Response.StatusCode = {|FPG3002:status == PaymentStatus.Unpaid|} ? 402 : 200; return Results.Empty;")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) throw new UnauthorizedAccessException(); return Results.Ok(content);")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) throw new PaymentRequiredException(); return Results.Ok(content);")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) throw new BadHttpRequestException(\"\", 402); return Results.Ok(content);")]
    [InlineData("return {|FPG3002:status == PaymentStatus.Unpaid|} ? throw new PaymentRequiredException() : Results.Ok(content);")]
    [InlineData("bool isUnpaid = {|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|}; if (isUnpaid) return Results.StatusCode(402); return Results.Ok(content);")]
    [InlineData("if (user is null) return Results.BadRequest(); return {|FPG3002:status == PaymentStatus.Unpaid|} ? Results.StatusCode(402) : Results.Ok(content);")]
    [InlineData("if (content.Length > 9) return Results.BadRequest(); return status switch { PaymentStatus.Unpaid => Results.StatusCode(402), {|FPG3002:_|} => Results.Ok(content) };")]
    [InlineData("if (user is null) return Results.NotFound(); bool pays = {|FPG3002:status != PaymentStatus.Unpaid|}; return pays ? Results.Ok(content) : Results.StatusCode(402);")]
    [InlineData("if (user is null) return Results.NotFound(); IResult answer = {|FPG3002:status == PaymentStatus.Unpaid|} ? Results.StatusCode(402) : Results.Ok(content); return answer;")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) return Results.StatusCode(402); return System.IO.File.Exists(content) ? Results.File(content) : Results.NotFound();")]
    [InlineData("bool pays = {|FPG3002:info.PaymentStatus != PaymentStatus.Unpaid|}; return pays ? Results.Ok(content) : Results.StatusCode(402);")]
    [InlineData("var known = info.PaymentStatus; if ({|FPG3002:known == PaymentStatus.Unpaid|}) return Results.StatusCode(402); return Results.Ok(content);")]
    [InlineData("string text = info.PaymentStatusText; if ({|FPG3002:text == \"UNPAID\"|}) return Results.StatusCode(402); return Results.Ok(content);")]
    [InlineData("if (!result.IsSuccess) return Results.StatusCode(503); if ({|FPG3002:result.Information.PaymentStatus == PaymentStatus.Unpaid|}) return Results.StatusCode(402); return Results.Ok(content);")]
    [InlineData("if (result.Information is not { } known) return Results.StatusCode(503); if ({|FPG3002:known.PaymentStatus == PaymentStatus.Unpaid|}) return Results.StatusCode(402); return Results.Ok(known.UserId.Value);")]
    [InlineData("if (result is { Information: { PaymentStatus: var known } } && {|FPG3002:known != PaymentStatus.Unpaid|}) return Results.Ok(content); return Results.StatusCode(402);")]
    [InlineData("if (result is { Information: { PaymentStatus: {|FPG3002:not PaymentStatus.Unpaid|} } }) return Results.Ok(content); return Results.StatusCode(402);")]
    [InlineData("Console.WriteLine(info); if ({|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|}) { Note(info); return Results.StatusCode(402); } Console.WriteLine($\"{info.PaymentStatus}\"); return Results.Ok(content);")]
    [InlineData("if (user is null) return Results.Unauthorized(); if ({|FPG3002:status == PaymentStatus.Unpaid|}) return Results.StatusCode(402); return Results.Ok(content);")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|} && !flag) return Results.StatusCode(402); return Results.Ok(content);")]
    [InlineData("if (user is null) return Results.BadRequest(); if ({|FPG3002:status == PaymentStatus.Unpaid|}) return Results.StatusCode(402); return Results.Ok(content);")]
    [InlineData("try { if ({|FPG3002:status == PaymentStatus.Unpaid|}) return Results.StatusCode(402); return Results.Ok(content); } catch (FigmaPaymentsException) { return Results.StatusCode(503); }")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) throw new PaymentRequiredException(); return Results.Ok(content); void Other() { }")]
    [InlineData("Func<PaymentInformation, IResult> one = paid => {|FPG3002:paid.PaymentStatus == PaymentStatus.Unpaid|} ? Results.Forbid() : Results.Ok(); Func<PaymentInformation, IResult> two = other => other.IsPaid ? Results.Ok() : Results.Forbid(); return one(null!) ?? two(null!);")]
    public Task Refusal_of_unpaid_only_is_reported(string statements) => VerifyWebAsync(Endpoint(statements));

    [Theory]
    [InlineData("SubscriptionRequiredException", true)]
    [InlineData("PremiumRequiredException", true)]
    [InlineData("UserNotSubscribedException", true)]
    [InlineData("HubException", true)]
    [InlineData("PaymentFailedException")]
    [InlineData("SubscriptionException")]
    public Task Exception_refuses_access_if_its_name_says_so(string exception, bool isReported = false) => VerifyWebAsync($$"""
        public sealed class {{exception}} : Exception;
        public static class Glyphs
        {
            public static string Open(PaymentInformation info)
            {
                if ({{UnknownStatus.Test(isReported)}}) throw new {{exception}}();
                return "glyphs";
            }
        }
        """);

    [Theory]
    [InlineData("int seconds = status != PaymentStatus.Unpaid ? 3600 : 60; return Results.Ok(seconds);")]
    [InlineData("string css = status != PaymentStatus.Unpaid ? \"paid\" : \"unpaid\"; return Results.Ok(css);")]
    [InlineData("bool warrantyActive = status != PaymentStatus.Unpaid; return Results.Ok(warrantyActive);")]
    [InlineData("bool hasAccess = status != PaymentStatus.Unpaid; Console.WriteLine(hasAccess); return Results.Ok(content);")]
    [InlineData("if (status != PaymentStatus.Unpaid) Console.WriteLine(\"access granted\"); return Results.Ok(content);")]
    [InlineData("return Results.Ok(new { hasAccess = status != PaymentStatus.Unpaid });")]
    [InlineData("return Results.Ok(new[] { info }.Where(one => one.PaymentStatus != PaymentStatus.Unpaid).OrderBy(one => one.PaymentStatus != PaymentStatus.Unpaid).ToList());")]
    [InlineData("if (status == PaymentStatus.Unpaid) return Results.Redirect(\"/buy\"); return Results.Ok(content);")]
    [InlineData("if (status == PaymentStatus.Unpaid) return Results.StatusCode(402); return Results.StatusCode(403);")]
    [InlineData("if (status == PaymentStatus.Unpaid) return Results.StatusCode(402); return Results.NotFound();")]
    [InlineData("if (status == PaymentStatus.Unpaid) return Results.StatusCode(402); throw new NotSupportedException();")]
    [InlineData("if (status == PaymentStatus.Unpaid) return Results.StatusCode(500); return Results.Ok(content);")]
    [InlineData("if (status == PaymentStatus.Unpaid) return Results.StatusCode(402); if (status == PaymentStatus.Unknown) return Results.StatusCode(500); return Results.Ok(content);")]
    [InlineData("if (status == PaymentStatus.Unknown) return Results.StatusCode(500); if (status == PaymentStatus.Unpaid) return Results.StatusCode(402); return Results.Ok(content);")]
    [InlineData("if (info.PaymentStatus == PaymentStatus.Unpaid) return Results.StatusCode(402); return info.IsPaidOrTrial ? Results.Ok(content) : Results.StatusCode(500);")]
    [InlineData("if (info.PaymentStatus == PaymentStatus.Unpaid) return Results.StatusCode(402); return Serve(info);")]
    [InlineData("if (info.PaymentStatus == PaymentStatus.Unpaid) return Results.StatusCode(402); return Results.Ok(info);")]
    [InlineData("Note(info); if (info.PaymentStatus == PaymentStatus.Unpaid) return Results.StatusCode(402); return Results.Ok(content);")]
    [InlineData("if (info.PaymentStatus == PaymentStatus.Unpaid) return Results.StatusCode(402); object kept = info; return Results.Ok(kept);")]
    [InlineData("bool known = info.PaymentStatus != PaymentStatus.Unknown; if (!known) return Results.StatusCode(500); if (info.PaymentStatus == PaymentStatus.Unpaid) return Results.StatusCode(402); return Results.Ok(content);")]
    [InlineData("switch (status) { case PaymentStatus.Unpaid: return Results.StatusCode(402); case PaymentStatus.Unknown: return Results.StatusCode(500); default: return Results.Ok(content); }")]
    [InlineData("switch (status) { case PaymentStatus.Paid: return Results.Ok(content); default: return Results.StatusCode(402); }")]
    [InlineData("switch (status) { case PaymentStatus.Unpaid: return Results.StatusCode(402); case var one when flag: return Results.StatusCode(500); default: return Results.Ok(content); }")]
    [InlineData("switch (other) { case OtherStatus.Unpaid: return Results.StatusCode(402); default: return Results.Ok(content); }")]
    [InlineData("return status switch { PaymentStatus.Unpaid => Results.StatusCode(402), PaymentStatus.Unknown => Results.StatusCode(500), _ => Results.Ok(content) };")]
    [InlineData("return status switch { PaymentStatus.Paid or PaymentStatus.Trial => Results.Ok(content), _ => Results.StatusCode(402) };")]
    [InlineData("if (status != PaymentStatus.Paid) return Results.StatusCode(402); return Results.Ok(content);")]
    [InlineData("if (status == PaymentStatus.Unpaid || flag) return Results.StatusCode(402); return Results.Ok(content);")]
    [InlineData("bool isUnpaid = status == PaymentStatus.Unpaid; if (flag) isUnpaid = false; if (isUnpaid) return Results.StatusCode(402); return Results.Ok(content);")]
    [InlineData("Action check = () => { if (status == PaymentStatus.Unpaid) throw new InvalidOperationException(); }; check(); return Results.Ok(content);")]
    [InlineData("Action first = () => { if (info.PaymentStatus == PaymentStatus.Unknown) throw new NotSupportedException(); }; first(); return info.PaymentStatus == PaymentStatus.Unpaid ? Results.Forbid() : Results.Ok(content);")]
    public Task Code_with_another_effect_is_not_reported(string statements) => VerifyWebAsync(Endpoint(statements));

    [Theory]
    [InlineData("if ({|FPG3002:status != PaymentStatus.Unpaid|}) Unlock();")]
    [InlineData("if ({|FPG3002:status != PaymentStatus.Unpaid|}) { GrantAccess(); EnablePremium(); }")]
    [InlineData("if ({|FPG3002:status != PaymentStatus.Unpaid|}) EnableFeature(\"premium-export\");")]
    [InlineData("if ({|FPG3002:status != PaymentStatus.Unpaid|}) EnableFeature(PremiumExport);")]
    [InlineData("if ({|FPG3002:status != PaymentStatus.Unpaid|}) _gate.Unlock();")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) return; Unlock();")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) Console.WriteLine(); else Unlock();")]
    [InlineData("if ({|FPG3002:status != PaymentStatus.Unpaid|}) handler.Succeed(requirement);")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) handler.Fail(); else handler.Succeed(requirement);")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) { handler.Fail(); return; } handler.Succeed(requirement);")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) throw new PaymentRequiredException();")]
    [InlineData("switch (status) { case PaymentStatus.Unpaid: break; {|FPG3002:default:|} Unlock(); break; }")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) filter.Result = new ForbidResult();")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) filter.Result = new StatusCodeResult(402);")]
    [InlineData("if ({|FPG3002:status == PaymentStatus.Unpaid|}) filter.Result = new ObjectResult(1) { StatusCode = 402 };")]
    [InlineData("policy.RequireAssertion(_ => {|FPG3002:status != PaymentStatus.Unpaid|});")]
    public Task Code_that_grants_or_refuses_by_its_effect_is_reported(string statements) => VerifyWebAsync(Effects(statements));

    [Theory]
    [InlineData("if (status != PaymentStatus.Unpaid) GrantLoyaltyBadge();")]
    [InlineData("if (status != PaymentStatus.Unpaid) EnableLogging();")]
    [InlineData("if (status != PaymentStatus.Unpaid) _achievements.Unlock();")]
    [InlineData("if (status != PaymentStatus.Unpaid) EnableFeature(Refund);")]
    [InlineData("if (status != PaymentStatus.Unpaid) EnableFeature(\"refund\");")]
    [InlineData("if (status != PaymentStatus.Unpaid) EnableFeature(\"manage-billing\");")]
    [InlineData("if (status != PaymentStatus.Unpaid) { Unlock(); Console.WriteLine(); }")]
    [InlineData("if (status != PaymentStatus.Unpaid) _granted = true;")]
    [InlineData("if (status == PaymentStatus.Unpaid) handler.Succeed(requirement);")]
    [InlineData("if (status == PaymentStatus.Unpaid) handler.Fail();")]
    [InlineData("if (status == PaymentStatus.Unpaid) Fail(); Console.WriteLine();")]
    [InlineData("if (status != PaymentStatus.Unpaid) AllowAccess(false);")]
    [InlineData("if (status != PaymentStatus.Unpaid) AllowAccess(_granted);")]
    [InlineData("if (status == PaymentStatus.Unpaid) throw new TimeoutException(); Console.WriteLine();")]
    [InlineData("try { if (status == PaymentStatus.Unpaid) throw new TimeoutException(); Console.WriteLine(); } catch (TimeoutException) { }")]
    [InlineData("if (status == PaymentStatus.Unpaid) filter.Result = new NotFoundResult();")]
    [InlineData("if (status == PaymentStatus.Unpaid) { handler.Fail(); } else { handler.Fail(); }")]
    [InlineData("for (int i = 0; i < 3; i++) { if (status == PaymentStatus.Unpaid) continue; Console.WriteLine(i); }")]
    [InlineData("if (status == PaymentStatus.Unpaid) throw new InvalidOperationException();")]
    [InlineData("policy.RequireAssertion(_ => status == PaymentStatus.Paid);")]
    public Task Code_with_another_purpose_is_not_reported(string statements) => VerifyWebAsync(Effects(statements));

    [Theory]
    [InlineData("if ({|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|}) return Forbid(); return Ok(1);")]
    [InlineData("if ({|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|}) return StatusCode(402); return 1;")]
    [InlineData("if ({|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|}) return Problem(statusCode: 402); return 1;")]
    public Task Controller_is_reported(string statements) => VerifyWebAsync($$"""
        using Microsoft.AspNetCore.Mvc;
        public class GlyphController : ControllerBase
        {
            public async Task<ActionResult<int>> GetAsync(Task<PaymentInformation> payments)
            {
                PaymentInformation info = await payments;
                {{statements}}
            }
        }
        """);

    [Theory]
    [InlineData("bool isPaid = false; if ({|FPG3002:status != PaymentStatus.Unpaid|}) isPaid = true; return isPaid ? Results.Ok() : Results.StatusCode(402);")]
    [InlineData("bool isPaid = true; if ({|FPG3002:status == PaymentStatus.Unpaid|}) { Console.WriteLine(); isPaid = false; } if (!isPaid) return Results.StatusCode(402); return Results.Ok();")]
    [InlineData("bool isPaid = true; if ({|FPG3002:status != PaymentStatus.Unpaid|}) { } else isPaid = false; return isPaid ? Results.Ok() : Results.StatusCode(402);")]
    public Task Flag_that_a_test_sets_is_reported(string statements) => VerifyWebAsync(Endpoint(statements));

    [Theory]
    [InlineData("bool isPaid = false; if (status != PaymentStatus.Unpaid) isPaid = true; if (flag) isPaid = false; return isPaid ? Results.Ok() : Results.StatusCode(402);")]
    [InlineData("bool isPaid = false; if (status != PaymentStatus.Unpaid) { if (flag) isPaid = true; } return isPaid ? Results.Ok() : Results.StatusCode(402);")]
    [InlineData("bool isPaid = false; if (status != PaymentStatus.Unpaid) isPaid = flag; return isPaid ? Results.Ok() : Results.StatusCode(402);")]
    [InlineData("bool isPaid = flag; if (status != PaymentStatus.Unpaid) isPaid = true; return isPaid ? Results.Ok() : Results.StatusCode(402);")]
    [InlineData("bool isPaid = true; Test(ref isPaid); if (status == PaymentStatus.Unpaid) isPaid = false; return isPaid ? Results.Ok() : Results.StatusCode(402); static void Test(ref bool value) => value = false;")]
    [InlineData("bool isPaid = true; if (!isPaid) return Results.StatusCode(402); if (status == PaymentStatus.Unpaid) isPaid = false; return Results.Ok(isPaid);")]
    [InlineData("bool isPaid = true; for (int i = 0; i < 2; i++) { if (!isPaid) return Results.StatusCode(402); if (status == PaymentStatus.Unpaid) isPaid = false; } return Results.Ok();")]
    public Task Flag_with_another_value_is_not_reported(string statements) => VerifyWebAsync(Endpoint(statements));

    [Theory]
    [InlineData("if (string.IsNullOrEmpty(user)) return Results.Unauthorized();")]
    [InlineData("if (user is null) throw new ArgumentNullException(nameof(user));")]
    [InlineData("if (!PluginId.TryParse(user, out PluginId id)) return Results.BadRequest();")]
    [InlineData("if (token is null) return Results.Forbid();")]
    [InlineData("if (!HttpMethods.IsPost(context.Request.Method)) return Results.StatusCode(405);")]
    [InlineData("if (context.Request.Path.StartsWithSegments(\"/free\")) return Results.Forbid();")]
    [InlineData("if (string.IsNullOrEmpty(context.Request.Headers[\"Authorization\"])) return Results.Unauthorized();")]
    [InlineData("if (!context.Request.Headers.TryGetValue(\"Authorization\", out var header)) return Results.Unauthorized();")]
    [InlineData("if (context.User.Identity?.IsAuthenticated != true) return Results.Unauthorized();")]
    [InlineData("if (!(context.User.Identity?.IsAuthenticated ?? false)) return Results.Unauthorized();")]
    [InlineData("if (context.User.Identity is not { IsAuthenticated: true }) return Results.Unauthorized();")]
    [InlineData("if (context.User.Identity is not { IsAuthenticated: true, Name: \"admin\" }) return Results.Unauthorized();", true)]
    [InlineData("if (!context.User.Identity!.IsAuthenticated) return Results.Unauthorized();")]
    [InlineData("if (!result.IsSuccess) { if (result.Error.Kind == PaymentsErrorKind.RateLimited) return Results.StatusCode(429); return Results.StatusCode(401); }")]
    [InlineData("if (context.User.FindFirst(\"sub\") is null) return Results.Unauthorized();")]
    [InlineData("ModelStateDictionary state = new(); if (!state.IsValid) return Results.BadRequest();")]
    [InlineData("if (_files.Find(user!) is null) return Results.NotFound();", true)]
    [InlineData("if (_files.Find(user!)!.Length > 100) return Results.BadRequest();", true)]
    [InlineData("if (!System.IO.File.Exists(user)) return Results.NotFound();", true)]
    [InlineData("if (!user!.StartsWith('a')) return Results.BadRequest();")]
    [InlineData("if (user!.Length == 0) return Results.BadRequest();")]
    [InlineData("if (flag) Console.WriteLine(user);")]
    [InlineData("if (flag) return Results.Ok();")]
    [InlineData("string text = flag ? \"a\" : \"b\"; Console.WriteLine(text);")]
    [InlineData("context.Response.Headers[\"X-Version\"] = \"2\"; System.IO.Directory.CreateDirectory(user!);")]
    public Task Test_next_to_a_condition_that_is_not_about_a_payment_is_reported(string before, bool isUnknown = false) => VerifyWebAsync(
        isUnknown
            ? Guarded(before).Replace("{|FPG3002:", "", System.StringComparison.Ordinal).Replace("|}", "", System.StringComparison.Ordinal)
            : Guarded(before));

    [Theory]
    [InlineData("if (!flag) return Results.Forbid();")]
    [InlineData("if (!flag) return Results.StatusCode(503);")]
    [InlineData("if (!flag) return Deny();")]
    [InlineData("if (!flag) throw new InvalidOperationException();")]
    [InlineData("if (!IsPaidNow) return Results.StatusCode(402);")]
    [InlineData("if (!_licenses.IsPaid(user!)) return Results.NotFound();")]
    [InlineData("if (_licenses.Find(user!) is null) return Results.Forbid();")]
    [InlineData("if (_licenses.Until(user!) < DateTimeOffset.UtcNow) return Results.StatusCode(402);")]
    [InlineData("if (_licenses.Plan(user!) != \"pro\") return Results.StatusCode(402);")]
    [InlineData("if (user != \"pro\") return Results.StatusCode(402);")]
    [InlineData("if (user is null) return Results.StatusCode(402);")]
    [InlineData("if (string.IsNullOrEmpty(user)) return Results.Forbid();")]
    [InlineData("if (info.UserId.Value != user) return Results.Forbid();")]
    [InlineData("Console.WriteLine(Content(user!));")]
    [InlineData("_ = new Guard(user!);")]
    [InlineData("Console.WriteLine($\"{info}\".Length); Keep($\"{info.PaymentStatusText}\");")]
    [InlineData("string text = \"status: \" + info; Console.WriteLine(text);")]
    [InlineData("if (_licenses.Plan(user!) != user) return Results.StatusCode(402);")]
    [InlineData("if (context.Request.Headers[\"X-Entitled\"] != \"yes\") return Results.StatusCode(403);")]
    [InlineData("if (context.Request.Cookies[\"paid\"] is null) return Results.StatusCode(403);")]
    [InlineData("if (!context.Request.Headers.ContainsKey(\"X-License\")) return Results.Forbid();")]
    [InlineData("if (!context.User.IsInRole(\"payer\")) return Results.Forbid();")]
    [InlineData("if (context.Items[\"paid\"] is null) return Results.Forbid();")]
    [InlineData("if (context.User.FindFirst(\"paid\") is null) return Results.Forbid();")]
    [InlineData("object license = _licenses.Find(user!) ?? throw new UnauthorizedAccessException(); Console.WriteLine(license);")]
    [InlineData("switch (_licenses.Plan(user!)) { case \"free\": return Results.Forbid(); }")]
    [InlineData("if (_licenses.IsPaid(user!)) return Results.NotFound();")]
    [InlineData("if (System.IO.File.Exists(user)) return Results.Forbid();")]
    [InlineData("if (user!.Length == 0) return Results.StatusCode(402);")]
    [InlineData("_licenses.Require(user!);")]
    [InlineData("Check();")]
    [InlineData("Action check = Check; check();")]
    public Task Test_next_to_a_condition_or_call_that_might_decide_is_not_reported(string before) => VerifyWebAsync(
        Guarded(before).Replace("{|FPG3002:", "", System.StringComparison.Ordinal).Replace("|}", "", System.StringComparison.Ordinal));

    [Theory]
    [InlineData("if (token is null || info is null || {|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|}) return Results.Forbid(); return Results.Ok();")]
    [InlineData("if (info is null || {|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|} || token is null) return Results.Forbid(); return Results.Ok();")]
    [InlineData("if (token is null || (info is null || {|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|})) return Results.Forbid(); return Results.Ok();")]
    [InlineData("if (info is not null && token is not null && {|FPG3002:info.PaymentStatus != PaymentStatus.Unpaid|}) return Results.Ok(); return Results.StatusCode(402);")]
    [InlineData("if (token is not null && result.IsSuccess && {|FPG3002:result.Information.PaymentStatus != PaymentStatus.Unpaid|}) return Results.Ok(); return Results.StatusCode(402);")]
    [InlineData("if (token is null || {|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|} || info.PaymentStatusText == \"UNPAID\") return Results.Forbid(); return Results.Ok();", true)]
    [InlineData("if ({|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|} || info.PaymentStatusText == \"UNPAID\" || token is null) return Results.Forbid(); return Results.Ok();")]
    [InlineData("if (token is null || info is null || info.PaymentStatus == PaymentStatus.Unpaid || info.PaymentStatus == PaymentStatus.Unknown) return Results.Forbid(); return Results.Ok();", true)]
    [InlineData("if (token is null || info is null || info.PaymentStatus == PaymentStatus.Unpaid || flag) return Results.Forbid(); return Results.Ok();", true)]
    [InlineData("if (token is null || flag || info.PaymentStatus == PaymentStatus.Unpaid) return Results.Forbid(); return Results.Ok();", true)]
    [InlineData("if (token is null || user is null || info.PaymentStatus == PaymentStatus.Unpaid) return Results.Forbid(); return Results.Ok();", true)]
    public Task Wrong_test_among_several_operands_is_reported(string statements, bool isSilent = false) => VerifyWebAsync(
        isSilent
            ? Guarded(statements).Replace("{|FPG3002:", "", System.StringComparison.Ordinal).Replace("|}", "", System.StringComparison.Ordinal)
            : Guarded(statements));

    [Theory]
    [InlineData("if (user is null) return Results.BadRequest(); return status == PaymentStatus.Unpaid ? Results.StatusCode(402) : Deny();")]
    [InlineData("if (flag) return status == PaymentStatus.Unpaid ? Results.StatusCode(402) : Results.Ok(); return Results.Ok();")]
    [InlineData("if (status == PaymentStatus.Unpaid) return Results.StatusCode(402); return flag ? Results.NotFound() : Results.Ok();")]
    [InlineData("return status == PaymentStatus.Unpaid ? Results.StatusCode(402) : null!;")]
    [InlineData("if (status == PaymentStatus.Unpaid) return Results.StatusCode(402); return null!;")]
    [InlineData("if (status == PaymentStatus.Unpaid) return Results.StatusCode(402); return Deny();")]
    [InlineData("if (status == PaymentStatus.Unpaid) return Results.StatusCode(402); return Results.Redirect(\"/buy\");")]
    [InlineData("if (status == PaymentStatus.Unpaid) return Results.StatusCode(402); return flag ? Results.Ok() : Results.StatusCode(503);")]
    [InlineData("if (status == PaymentStatus.Unpaid) return Results.StatusCode(402); IResult answer = Results.Ok(); if (!flag) answer = Deny(); return answer;")]
    [InlineData("if (flag) { if (status == PaymentStatus.Unpaid) return Results.StatusCode(402); return Results.Ok(); } return Results.Forbid();")]
    [InlineData("return status == PaymentStatus.Unpaid ? Results.StatusCode(402) : Deny();")]
    [InlineData("return status switch { PaymentStatus.Unpaid => Results.StatusCode(402), _ => Deny() };")]
    public Task Refusal_next_to_another_that_might_be_one_is_not_reported(string statements) => VerifyWebAsync(Guarded(statements));

    [Theory]
    [InlineData("GUARD _files.Save(user!); return Results.Ok();", true)]
    [InlineData("GUARD await _files.SaveAsync(user!); return Results.Ok();", true)]
    [InlineData("GUARD Count(); return Results.Ok();", true)]
    [InlineData("GUARD Repeat(3); return Results.Ok();", true)]
    [InlineData("GUARD _files.Save(Subject(context)); return Results.Ok();", true)]
    [InlineData("Console.WriteLine(Subject(context)); GUARD return Results.Ok();", true)]
    [InlineData("Count(); Repeat(2); GUARD return Results.Ok();", true)]
    [InlineData("await Task.Run(Count); GUARD return Results.Ok();", true)]
    [InlineData("_files.Save(user!); GUARD return Results.Ok();")]
    [InlineData("Save(); GUARD return Results.Ok();")]
    [InlineData("Deep(); GUARD return Results.Ok();")]
    [InlineData("Touch(context); GUARD return Results.Ok();")]
    [InlineData("Parse(user!); GUARD return Results.Ok();")]
    [InlineData("Action count = Count; count(); GUARD return Results.Ok();")]
    [InlineData("Find(user!); GUARD return Results.Ok();")]
    [InlineData("Show(_licenses); GUARD return Results.Ok();")]
    [InlineData("Cancel(); GUARD return Results.Ok();")]
    [InlineData("Compare(user!); GUARD return Results.Ok();")]
    [InlineData("GUARD _usage.Add(user!); return Results.Ok();")]
    [InlineData("GUARD _audit.Add(user!); return Results.Ok();", true)]
    [InlineData("_audit.Add(user!); GUARD return Results.Ok();")]
    [InlineData("GUARD _licenses.Require(user!); return Results.Ok();")]
    [InlineData("GUARD _files.EnsureOwned(user!); return Results.Ok();")]
    [InlineData("GUARD Check(); return Results.Ok();")]
    [InlineData("GUARD Deep(); return Results.Ok();")]
    [InlineData("Action count = Count; GUARD count(); return Results.Ok();")]
    [InlineData("GUARD Look(info.UserId); return Results.Ok();")]
    [InlineData("GUARD Console.WriteLine(Plan(context)); return Results.Ok();")]
    [InlineData("GUARD Console.WriteLine(Item(context)); return Results.Ok();")]
    [InlineData("GUARD Console.WriteLine(Own(user!)); return Results.Ok();")]
    public Task Call_after_the_decision_is_a_reason_to_be_silent_only_if_it_might_refuse(string statements, bool isReported = false) => VerifyWebAsync($$"""
        using Microsoft.AspNetCore.Http;
        public interface IFiles { void Save(string name); Task SaveAsync(string name); void EnsureOwned(string name); }
        public interface ILicenses { void Require(string user); object? Find(string user); string Plan { get; } }
        public interface IUsage { void Add(string user); }
        public interface IAudit { void Add(string user); }
        public sealed class Usage(string[] known) : IUsage { public void Add(string user) { if (Array.IndexOf(known, user) < 0) throw new UnauthorizedAccessException(); } }
        public sealed class Audit : IAudit { public void Add(string user) => Console.WriteLine(user); }
        public class Code(IFiles _files, ILicenses _licenses, IUsage _usage, IAudit _audit, string[] users, PaymentInformation stored)
        {
            private int _count;
            private void Count() => Console.WriteLine(++_count);
            private void Repeat(int times) { Count(); if (times > 0) Repeat(times - 1); }
            private void Check() => _licenses.Require("");
            private void Deep() { Count(); Check(); }
            private void Save() => _files.Save("");
            private void Find(string user) => Console.WriteLine(System.Linq.Enumerable.Single(users, each => each == user));
            private void Cancel() { using System.Threading.CancellationTokenSource source = new(_count); source.Cancel(); }
            private static void Compare(string user) => ArgumentOutOfRangeException.ThrowIfEqual(user, "unlicensed");
            private static void Show(ILicenses licenses) => Console.WriteLine(licenses.Plan);
            public override string ToString() => $"{_usage}{_audit}";
            private static void Touch(HttpContext context) => context.Response.StatusCode = 403;
            private static void Parse(Key key) => Console.WriteLine((string)key);
            private sealed class Key { public static implicit operator Key(string text) => new(); public static explicit operator string(Key key) => throw new UnauthorizedAccessException(); }
            private void Look(UserId user) => Console.WriteLine(user == stored.UserId && stored.IsPaid);
            private static string Subject(HttpContext context) => context.User.FindFirst("sub")?.Value ?? throw new InvalidOperationException();
            private static string Plan(HttpContext context) => context.User.FindFirst("license")?.Value ?? throw new InvalidOperationException();
            private static object Item(HttpContext context) => context.Items["user"] ?? throw new InvalidOperationException();
            private object Own(string user) => _licenses.Find(user) ?? throw new InvalidOperationException();

            public async Task<IResult> RunAsync(PaymentInformation info, HttpContext context, string? user)
            {
                await Task.Yield();
                {{statements.Replace("GUARD", $"if ({(isReported ? "{|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|}" : "info.PaymentStatus == PaymentStatus.Unpaid")}) return Results.StatusCode(402);", System.StringComparison.Ordinal)}}
            }
        }
        """);

    [Theory]
    [InlineData("ILicenseManager", true)]
    [InlineData("IAccessService", true)]
    [InlineData("APILicense", true)]
    [InlineData("IAchievements")]
    [InlineData("IDistributedLock")]
    public Task Call_of_an_interface_grants_access_according_to_its_name(string type, bool isReported = false) => VerifyWebAsync($$"""
        public interface {{type}} { void Unlock(UserId user); }
        public static class Code
        {
            public static void Run(PaymentInformation info, {{type}} service)
            {
                if ({{(isReported ? "{|FPG3002:info.PaymentStatus != PaymentStatus.Unpaid|}" : "info.PaymentStatus != PaymentStatus.Unpaid")}}) service.Unlock(info.UserId);
            }
        }
        """);

    [Fact]
    public Task Middleware_that_continues_the_pipeline_is_reported() => VerifyWebAsync("""
        using Microsoft.AspNetCore.Http;
        public class Paywall(RequestDelegate next)
        {
            public async Task InvokeAsync(HttpContext context, PaymentInformation info)
            {
                if ({|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|})
                {
                    context.Response.StatusCode = 402;
                    return;
                }

                await next(context);
            }
        }

        public class PaywallFilter : IEndpointFilter
        {
            public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
            {
                PaymentInformation info = context.GetArgument<PaymentInformation>(0);
                return {|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|} ? Results.StatusCode(402) : await next(context);
            }
        }
        """);

    [Theory]
    [InlineData("", true)]
    [InlineData("if (!context.Request.Headers.ContainsKey(\"X-Token\")) { context.Response.StatusCode = 401; return; }", true)]
    [InlineData("if (!context.Request.Headers.TryGetValue(\"X-Token\", out var header) || !PluginPaymentToken.TryParse(header.ToString(), out PluginPaymentToken token)) { context.Response.StatusCode = 401; await context.Response.WriteAsync(\"The token is missing.\"); return; }", true)]
    [InlineData("if (!context.Request.Headers.ContainsKey(\"X-Token\")) { context.Response.StatusCode = 403; return; }")]
    [InlineData("if (!context.Request.Headers.ContainsKey(\"X-Token\")) return;")]
    [InlineData("if (!context.Request.Headers.ContainsKey(\"X-Token\")) { context.Response.StatusCode = 401; await DenyAsync(context); return; }")]
    public async Task Guards_for_the_request_are_no_reason_to_be_silent(string guard, bool isReported = false)
    {
        string test = isReported ? "{|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|}" : "info.PaymentStatus == PaymentStatus.Unpaid";

        await VerifyWebAsync($$"""
            using Microsoft.AspNetCore.Http;
            public class Paywall(RequestDelegate next, PaymentInformation info)
            {
                private static Task DenyAsync(HttpContext context) => Task.Delay(context.Items.Count);
                public async Task InvokeAsync(HttpContext context)
                {
                    {{guard}}
                    if ({{test}})
                    {
                        context.Response.StatusCode = 402;
                        await context.Response.WriteAsync("Buy it.");
                        return;
                    }

                    await next(context);
                }
            }
            """);
    }

    [Theory]
    [InlineData("if (context.Resource is not HttpContext http) return; if (!PluginPaymentToken.TryParse(http.Request.Headers[\"X-Token\"].ToString(), out PluginPaymentToken token)) return;", true)]
    [InlineData("if (context.Resource is not HttpContext) { context.Fail(); return; } PluginPaymentToken token = new(\"a\");", true)]
    [InlineData("if (context.User.FindFirst(\"plan\") is null) return; PluginPaymentToken token = new(\"a\");")]
    public async Task Guards_of_an_authorization_handler_are_judged(string guard, bool isReported = false)
    {
        string test = isReported ? "{|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|}" : "info.PaymentStatus == PaymentStatus.Unpaid";

        foreach (string deny in new[] { "return;", "{ context.Fail(); return; }" })
        {
            await VerifyWebAsync($$"""
                using Microsoft.AspNetCore.Authorization;
                using Microsoft.AspNetCore.Http;
                public sealed class PaidRequirement : IAuthorizationRequirement;
                public sealed class PaidHandler(IPaymentsClient payments) : AuthorizationHandler<PaidRequirement>
                {
                    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PaidRequirement requirement)
                    {
                        {{guard}}
                        PaymentInformation info = await payments.GetPaymentsAsync(token);
                        if ({{test}}) {{deny}}
                        context.Succeed(requirement);
                    }
                }
                """);
        }
    }

    [Theory]
    [InlineData("if (string.IsNullOrEmpty(header)) return Results.Unauthorized();", true)]
    [InlineData("if (string.IsNullOrEmpty(header)) return Results.Forbid();")]
    [InlineData("if (context.HttpContext.Items.Count == 0) return await next(context);", true)]
    public Task Guards_of_an_endpoint_filter_are_judged(string guard, bool isReported = false) => VerifyWebAsync($$"""
        using Microsoft.AspNetCore.Http;
        public sealed class PaidFilter(IPaymentsClient payments) : IEndpointFilter
        {
            public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
            {
                string? header = context.HttpContext.Request.Headers["X-Token"];
                {{guard}}
                PaymentInformation info = await payments.GetPaymentsAsync(new PluginPaymentToken(header!), context.HttpContext.RequestAborted);
                if ({{(isReported ? "{|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|}" : "info.PaymentStatus == PaymentStatus.Unpaid")}}) return Results.StatusCode(402);
                return await next(context);
            }
        }
        """);

    [Theory]
    [InlineData("IResult denied = Results.StatusCode(402); if ({|FPG3002:status == PaymentStatus.Unpaid|}) return denied; return Results.Ok();")]
    [InlineData("IResult granted = Results.Ok(); IResult denied = Results.StatusCode(402); return {|FPG3002:status == PaymentStatus.Unpaid|} ? denied : granted;")]
    [InlineData("IResult granted = Results.Ok(); if ({|FPG3002:status == PaymentStatus.Unpaid|}) return Results.StatusCode(402); return granted;")]
    [InlineData("IResult answer = Results.Ok(); if ({|FPG3002:status == PaymentStatus.Unpaid|}) answer = Results.StatusCode(402); return answer;")]
    [InlineData("IResult answer; if ({|FPG3002:status == PaymentStatus.Unpaid|}) { answer = Results.StatusCode(402); } else { answer = Results.Ok(); } return answer;")]
    [InlineData("IResult answer; if ({|FPG3002:status != PaymentStatus.Unpaid|}) answer = Results.Ok(); else answer = Results.StatusCode(402); return answer;")]
    [InlineData("IResult answer = Results.StatusCode(402); if ({|FPG3002:status != PaymentStatus.Unpaid|}) answer = Results.Ok(); return answer;")]
    [InlineData("IResult answer = Deny(); if (status == PaymentStatus.Unpaid) answer = Results.StatusCode(402); return answer;")]
    [InlineData("IResult answer = Results.Ok(); if (status == PaymentStatus.Unpaid) answer = Results.StatusCode(402); answer = Deny(); return answer;")]
    [InlineData("IResult answer = Results.Ok(); if (status == PaymentStatus.Unpaid) answer = Results.StatusCode(402); if (!flag) answer = Deny(); return answer;")]
    [InlineData("IResult answer = Results.Ok(); if (status == PaymentStatus.Unpaid) answer = Results.StatusCode(200); return answer;")]
    [InlineData("IResult answer = Results.StatusCode(402); if (status == PaymentStatus.Unpaid) answer = Results.Forbid(); return answer;")]
    public Task Response_in_a_local_is_followed(string statements) => VerifyWebAsync(Guarded(statements));

    [Theory]
    [InlineData("if (allowed) await next(context);")]
    [InlineData("if (!allowed) return; await next(context);")]
    [InlineData("if (allowed) { await next(context); } else { Console.WriteLine(); }")]
    public Task Middleware_with_another_condition_is_not_reported(string rest) => VerifyWebAsync($$"""
        using Microsoft.AspNetCore.Http;
        public class Paywall(RequestDelegate next)
        {
            public async Task InvokeAsync(HttpContext context, PaymentInformation info, bool allowed)
            {
                if (info.PaymentStatus == PaymentStatus.Unpaid)
                {
                    context.Response.StatusCode = 402;
                    return;
                }

                {{rest}}
            }
        }
        """);

    [Theory]
    [InlineData("PaymentStatus status = await StatusAsync(); return status == PaymentStatus.Unpaid ? Results.StatusCode(402) : Results.Ok();")]
    [InlineData("PaymentInformation info = await KnownAsync(); return info.PaymentStatus == PaymentStatus.Unpaid ? Results.StatusCode(402) : Results.Ok();")]
    [InlineData("Task<PaymentInformation> task = KnownAsync(); PaymentInformation info = await task.ConfigureAwait(false); return info.PaymentStatus == PaymentStatus.Unpaid ? Results.StatusCode(402) : Results.Ok();")]
    [InlineData("PaymentInformation info = KnownAsync().Result; return info.PaymentStatus == PaymentStatus.Unpaid ? Results.StatusCode(402) : Results.Ok();")]
    [InlineData("PaymentInformation info = await ask(); return info.PaymentStatus == PaymentStatus.Unpaid ? Results.StatusCode(402) : Results.Ok();")]
    [InlineData("return Status == PaymentStatus.Unpaid ? Results.StatusCode(402) : Results.Ok();")]
    [InlineData("return _status == PaymentStatus.Unpaid ? Results.StatusCode(402) : Results.Ok();")]
    [InlineData("return license.Status == PaymentStatus.Unpaid ? Results.StatusCode(402) : Results.Ok();")]
    public Task Status_that_own_code_might_have_made_is_not_reported(string statements) => VerifyWebAsync(Own(statements));

    [Theory]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user); return {|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|} ? Results.StatusCode(402) : Results.Ok();")]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user).ConfigureAwait(false); return {|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|} ? Results.StatusCode(402) : Results.Ok();")]
    [InlineData("PaymentsResult result = await payments.TryGetPaymentsAsync(user); return {|FPG3002:result.Information?.PaymentStatus == PaymentStatus.Unpaid|} ? Results.StatusCode(402) : Results.Ok();")]
    [InlineData("return {|FPG3002:Info.PaymentStatus == PaymentStatus.Unpaid|} ? Results.StatusCode(402) : Results.Ok();")]
    public Task Status_of_a_response_is_reported(string statements) => VerifyWebAsync(Own(statements));

    [Theory]
    [InlineData("[Authorize]", true)]
    [InlineData("[HttpGet, Produces(\"text/plain\")]", true)]
    [InlineData("[Authorize(Policy = \"Paid\")]")]
    [InlineData("[Authorize(\"Paid\")]")]
    [InlineData("[Authorize(Roles = \"pro\")]")]
    [InlineData("[Paid]")]
    [InlineData("[PaidFilter]")]
    [InlineData("[TypeFilter(typeof(PaidFilterAttribute))]")]
    public Task Action_with_an_attribute_that_might_deny_is_not_reported(string attribute, bool isReported = false) => VerifyWebAsync($$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;
        public sealed class PaidAttribute() : AuthorizeAttribute("Paid");
        public sealed class PaidFilterAttribute : ActionFilterAttribute;
        public class GlyphController : ControllerBase
        {
            {{attribute}}
            public IActionResult Get(PaymentInformation info)
            {
                if ({{(isReported ? "{|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|}" : "info.PaymentStatus == PaymentStatus.Unpaid")}}) return Forbid();
                return Ok(1);
            }
        }
        """);

    [Theory]
    [InlineData("app.MapGet(\"/\", HANDLER);", true)]
    [InlineData("app.MapGet(\"/\", HANDLER).WithName(\"a\").RequireAuthorization().RequireHost(\"b\");", true)]
    [InlineData("RouteGroupBuilder group = app.MapGroup(\"/g\").WithTags(\"a\"); group.MapGet(\"/\", HANDLER);", true)]
    [InlineData("app.MapGet(\"/\", HANDLER).RequireAuthorization(\"Paid\");")]
    [InlineData("app.MapGet(\"/\", HANDLER).WithName(\"a\").AddEndpointFilter<RouteHandlerBuilder, Filter>();")]
    [InlineData("app.MapGroup(\"/g\").RequireAuthorization(\"Paid\").MapGet(\"/\", HANDLER);")]
    [InlineData("RouteGroupBuilder group = app.MapGroup(\"/g\"); group.RequireAuthorization(\"Paid\"); group.MapGet(\"/\", HANDLER);")]
    [InlineData("Map(app.MapGroup(\"/g\")); void Map(RouteGroupBuilder group) => group.MapGet(\"/\", HANDLER);")]
    [InlineData("Own(HANDLER);")]
    [InlineData("Console.WriteLine(new Filter(HANDLER));")]
    public Task Endpoint_with_a_convention_that_might_deny_is_not_reported(string map, bool isReported = false) => VerifyWebAsync($$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;
        public sealed class Filter(Delegate? handler = null) : IEndpointFilter { public override string ToString() => $"{handler}"; public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => context.HttpContext.Items.Count > 0 ? next(context) : ValueTask.FromResult<object?>(Results.StatusCode(402)); }
        public static class Program
        {
            private static void Own(Func<PaymentInformation, IResult> handler) => Console.WriteLine(handler);

            public static void Run(WebApplication app)
            {
                {{map.Replace("HANDLER", "(PaymentInformation info) => " + (isReported ? "{|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|}" : "info.PaymentStatus == PaymentStatus.Unpaid") + " ? Results.StatusCode(402) : Results.Ok()", System.StringComparison.Ordinal)}}
            }
        }
        """);

    [Fact]
    public Task Each_endpoint_of_a_program_is_decided_alone() => VerifyWebAsync("""
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Builder;
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public static class Program
        {
            public static void Map(WebApplication app, IGlyph glyph, UserId user)
            {
                Func<Task<PaymentInformation>> payments = () => glyph.GetPaymentsAsync(user);
                app.MapGet("/right", async () => (await payments()).IsPaid ? Results.Ok() : Results.Forbid());
                app.MapGet("/wrong", async () =>
                {
                    PaymentInformation info = await glyph.GetPaymentsAsync(user);

                    if ({|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|})
                        return Results.StatusCode(402);

                    return Results.Ok();
                });
                app.MapGet("/all", async () => Results.Ok(await payments()));
            }
        }
        """);

    private static Task VerifyWebAsync(string source) => new VerifyCS.Test { References = References.WithAspNetCore, TestCode = source }.RunAsync();

    private static string Condition(string condition) => $$"""
        public enum Other { Unpaid }
        public class Order { public PaymentStatus Status { get; set; } }
        public class Code
        {
            public bool HasAccess(PaymentInformation info, PaymentInformation? maybe, PaymentsResult result, PaymentStatus status, Order order, Other other, string? user, string? token, string? licenseToken, bool flag) => {{condition}};
            private static bool Grants(PaymentStatus status) => status == PaymentStatus.Paid;
        }
        """;

    private static string Method(string member) => $$"""
        public class Code
        {
            private static PaymentInformation Info { get; } = null!;
            {{member}}
        }
        """;

    private static string Endpoint(string statements) => $$"""
        using Microsoft.AspNetCore.Http;
        public enum OtherStatus { Unpaid }
        public static class Code
        {
            public static IResult Run(PaymentInformation info, PaymentsResult result, PaymentStatus status, OtherStatus other, HttpContext context, string content, string? user, bool flag)
            {
                {{statements}}
            }

            private sealed class PaymentRequiredException : Exception;
            private static void Note(PaymentInformation info) { }
            private static IResult Serve(PaymentInformation info) => Results.Ok();
        }
        """;

    private static string Own(string statements) => $$"""
        using Microsoft.AspNetCore.Http;
        [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
        public sealed record License(PaymentStatus Status);
        public class Code(IGlyph payments)
        {
            private readonly PaymentStatus _status = PaymentStatus.Paid;
            private PaymentStatus Status { get; set; } = PaymentStatus.Paid;
            private PaymentInformation Info { get; set; } = null!;
            private async Task<PaymentStatus> StatusAsync() => (await payments.GetPaymentsAsync(new UserId("893760322388183958"))).IsPaidOrTrial ? PaymentStatus.Paid : PaymentStatus.Unpaid;
            private async Task<PaymentInformation> KnownAsync() => await payments.GetPaymentsAsync(new UserId("893760322388183958"));

            public async Task<IResult> RunAsync(UserId user, License license, Func<Task<PaymentInformation>> ask)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """;

    private static string Guarded(string statements) => $$"""
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc.ModelBinding;
        public interface IFiles { string? Find(string name); }
        public interface ILicenses { bool IsPaid(string user); object? Find(string user); DateTimeOffset Until(string user); string Plan(string user); void Require(string user); }
        public sealed class Guard { public Guard(string user) { if (user == "") throw new UnauthorizedAccessException(); } }
        public class Code(IFiles _files, ILicenses _licenses)
        {
            private static string Content(string user) => user == "" ? throw new UnauthorizedAccessException() : user;
            private static void Keep(string text) => Console.WriteLine(text);
            private bool IsPaidNow => _licenses.IsPaid("");
            private static IResult Deny() => Results.Forbid();
            private void Check() => _licenses.Require("");

            public IResult Run(PaymentInformation info, PaymentsResult result, PaymentStatus status, PluginPaymentToken? token, HttpContext context, string? user, bool flag)
            {
                {{statements}}
                {{(statements.Contains("Unpaid", System.StringComparison.Ordinal) ? "" : "if ({|FPG3002:info.PaymentStatus == PaymentStatus.Unpaid|}) return Results.StatusCode(402); return Results.Ok(_files);")}}
            }
        }
        """;

    private static string Effects(string statements) => $$"""
        using System.Diagnostics.CodeAnalysis;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;
        public class Code
        {
            private bool _granted;
            public override string ToString() => _granted.ToString();
            public void Run(PaymentStatus status, AuthorizationHandlerContext handler, IAuthorizationRequirement requirement, ActionExecutingContext filter, AuthorizationPolicyBuilder policy)
            {
                {{statements}}
            }

            private static readonly string Refund = "refund";
            private static readonly string PremiumExport = "premium-export";
            private static readonly Achievements _achievements = new();
            private static readonly AccessGate _gate = new();
            private sealed class Achievements { public void Unlock() { } }
            private sealed class AccessGate { public void Unlock() { } }
            private static void Unlock() { }
            private static void GrantAccess() { }
            private static void AllowAccess(bool isAllowed) { }
            private sealed class PaymentRequiredException : Exception;
            private static void EnablePremium() { }
            private static void EnableFeature(string name) { }
            private static void GrantLoyaltyBadge() { }
            private static void EnableLogging() { }
            [DoesNotReturn] private static void Fail() => throw new InvalidOperationException();
        }
        """;

    // The root of an initializer contains itself.
    [Fact]
    public Task Initializers_are_analyzed_and_not_reported() =>
        VerifyCS.VerifyNoDiagnosticsAsync("""
            public class Code
            {
                private static PaymentInformation Read() => throw new InvalidOperationException();
                private readonly bool _isUnpaid = Read().PaymentStatus == PaymentStatus.Unpaid;
                public bool IsUnpaid { get; } = Read().PaymentStatus == PaymentStatus.Unpaid;
                public string Text { get; } = Read().PaymentStatus != PaymentStatus.Unpaid ? "a" : "b";
                public Func<bool> Test { get; } = () => Read().PaymentStatus != PaymentStatus.Unpaid;
                public bool Field => _isUnpaid;
            }
            """);
}

using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Responses.DoNotDecideAccessByPurchaseDateAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests FPG3001.</summary>
public sealed class DoNotDecideAccessByPurchaseDateTests
{
    [Theory]
    [InlineData("{|#0:info.DateOfPurchase != null|}")]
    [InlineData("{|#0:info.DateOfPurchase is not null|}")]
    [InlineData("{|#0:info.DateOfPurchase.HasValue|}")]
    [InlineData("{|#0:info.DateOfPurchase is { }|}")]
    [InlineData("{|#0:info.DateOfPurchase is DateTimeOffset|}")]
    [InlineData("{|#0:info is { DateOfPurchase: not null }|}")]
    [InlineData("{|#0:result is { Information: { DateOfPurchase: { } } }|}")]
    [InlineData("{|#0:result.Information?.DateOfPurchase != null|}")]
    [InlineData("{|#0:result.Information!.DateOfPurchase is { }|}")]
    [InlineData("{|#0:info.DateOfPurchase > DateTimeOffset.UtcNow.AddYears(-1)|}")]
    [InlineData("{|#0:info.DateOfPurchase > from|}", false)]
    [InlineData("{|#0:new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) <= info.DateOfPurchase|}")]
    [InlineData("!({|#0:info.DateOfPurchase is null|})")]
    [InlineData("!({|#0:info.DateOfPurchase == null|})")]
    [InlineData("result.IsSuccess && {|#0:info.DateOfPurchase != null|}", false)]
    [InlineData("result.IsSuccess && {|#0:result.Information.DateOfPurchase != null|}")]
    [InlineData("info is not null && {|#0:info.DateOfPurchase != null|}")]
    [InlineData("flag || {|#0:info.DateOfPurchase != null|}")]
    [InlineData("{|#0:info.DateOfPurchase != null|} ? true : false")]
    [InlineData("info.PaymentStatus != PaymentStatus.Unknown && {|#0:info.DateOfPurchase != null|}", false)]
    public async Task Date_test_that_decides_the_value_of_a_granting_method_is_reported(string test, bool isReported = true)
    {
        string source = Code($"public bool HasAccess(PaymentInformation info, PaymentsResult result, DateTimeOffset from, bool flag) => {test};");

        if (isReported)
            await VerifyCS.VerifyAnalyzerAsync(source, VerifyCS.Diagnostic("FPG3001").WithLocation(0).WithMessage("'DateOfPurchase' remains set after refunds and ended subscriptions; use 'IsPaid' or 'IsPaidOrTrial'"));
        else
            await VerifyCS.VerifyNoDiagnosticsAsync(source.Replace("{|#0:", "", System.StringComparison.Ordinal).Replace("|}", "", System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public bool IsPremium(PaymentInformation info) { return {|FPG3001:info.DateOfPurchase != null|}; }")]
    [InlineData("public Task<bool> IsPaidAsync(PaymentInformation info) => Task.FromResult({|FPG3001:info.DateOfPurchase != null|});")]
    [InlineData("public async Task<bool> HasAccessAsync(PaymentInformation info) { await Task.Yield(); return {|FPG3001:info.DateOfPurchase != null|}; }")]
    [InlineData("public bool HasAccess(PaymentInformation info) { if ({|FPG3001:info.DateOfPurchase != null|}) return true; return false; }")]
    [InlineData("public bool HasAccess(PaymentInformation info) { if ({|FPG3001:info.DateOfPurchase == null|}) return false; return true; }")]
    [InlineData("public bool HasAccess(PaymentInformation info) { if (!{|FPG3001:info.DateOfPurchase.HasValue|}) { return false; } else { return true; } }")]
    [InlineData("public bool HasAccess(PaymentInformation info) { DateTimeOffset? date = info.DateOfPurchase; return {|FPG3001:date != null|}; }")]
    [InlineData("public bool HasAccess(PaymentInformation info) { bool bought = {|FPG3001:info.DateOfPurchase != null|}; return bought; }")]
    [InlineData("private PaymentInformation Info { get; } = null!; public bool IsPaid => {|FPG3001:Info.DateOfPurchase is not null|};")]
    [InlineData("public object Run(PaymentInformation info) { bool HasAccess() { return {|FPG3001:info.DateOfPurchase != null|}; } return HasAccess(); }")]
    [InlineData("public void Run(PaymentInformation info) { if ({|FPG3001:info.DateOfPurchase != null|}) Unlock(); }")]
    [InlineData("public async Task RunAsync(PaymentInformation info) { if ({|FPG3001:info.DateOfPurchase.HasValue|}) { await GrantAccessAsync(); } }")]
    [InlineData("public async Task RunAsync(PaymentInformation info) { if ({|FPG3001:info.DateOfPurchase is null|}) return; await GrantAccessAsync(); }")]
    [InlineData("public void Run(PaymentInformation info) { if ({|FPG3001:info.DateOfPurchase == null|}) throw new UnauthorizedAccessException(); Export(); }")]
    [InlineData("public bool CanUsePremium(PaymentInformation info) => {|FPG3001:info.DateOfPurchase != null|};")]
    [InlineData("public bool HasAccess(PaymentInformation info) { bool ok = true; if ({|FPG3001:info.DateOfPurchase is null|}) ok = false; return ok; }")]
    [InlineData("public IResult Run(PaymentInformation info) => {|FPG3001:info.DateOfPurchase == null|} ? Results.StatusCode(402) : Results.Ok();")]
    [InlineData("public IResult GetPremium(PaymentInformation info) { if ({|FPG3001:info.DateOfPurchase is null|}) return Results.Forbid(); return Results.Ok(info.UserId.Value); }")]
    [InlineData("public IResult GetPremium(PaymentInformation info) { if ({|FPG3001:info.DateOfPurchase is null|}) return Results.Forbid(); Console.WriteLine(info); return Results.Ok(); }")]
    [InlineData("public bool HasAccess(PaymentInformation info, TimeProvider time) => {|FPG3001:info.DateOfPurchase is { } date|} && date <= time.GetUtcNow();")]
    [InlineData("public bool HasAccess(PaymentInformation info, string? token) => token is not null && {|FPG3001:info.DateOfPurchase is not null|};")]
    [InlineData("public IResult GetPremium(PaymentInformation info) { return info.DateOfPurchase switch { null => Results.Forbid(), {|FPG3001:_|} => Results.Ok() }; }")]
    public Task Date_test_that_decides_access_is_reported(string member) => VerifyWebAsync(Code(member));

    [Theory]
    [InlineData("public void Run(PaymentInformation info) { if (info.DateOfPurchase is { } date) Console.WriteLine(date); }")]
    [InlineData("public void Run(PaymentInformation info) { if (info.DateOfPurchase != null) Console.WriteLine(info.DateOfPurchase); }")]
    [InlineData("""public string Run(PaymentInformation info) => info.DateOfPurchase is { } date ? date.ToString() : "never";""")]
    [InlineData("""public string Run(PaymentInformation info) => info.DateOfPurchase?.ToString() ?? "never";""")]
    [InlineData("public void Run(PaymentInformation info) { bool hasDate = info.DateOfPurchase.HasValue; Use(hasDate); }")]
    [InlineData("public void Run(PaymentInformation info) { bool hasAccess = info.DateOfPurchase.HasValue; Use(hasAccess); }")]
    [InlineData("public void Run(PaymentInformation info) => _granted = info.DateOfPurchase != null;")]
    [InlineData("public object Run(PaymentInformation info) => new { paid = info.DateOfPurchase != null };")]
    [InlineData("public void Run(PaymentInformation info) => Set(allowed: info.DateOfPurchase != null);")]
    [InlineData("public bool HasEverPaid(PaymentInformation info) => info.DateOfPurchase != null;")]
    [InlineData("public bool WasPaid(PaymentInformation info) => info.DateOfPurchase != null;")]
    [InlineData("public bool HasPurchased(PaymentInformation info) => info.DateOfPurchase != null;")]
    [InlineData("public bool WasRefunded(PaymentInformation info) => !info.IsPaid && info.DateOfPurchase != null;")]
    [InlineData("public bool HasAccess(PaymentInformation info) => info.IsPaid && info.DateOfPurchase > DateTimeOffset.UnixEpoch;")]
    [InlineData("public bool HasAccess(PaymentInformation info) { if (info.PaymentStatus == PaymentStatus.Paid) return true; return info.DateOfPurchase != null && Old; } private bool Old => true;")]
    [InlineData("public bool HasAccess(PaymentInformation info, bool flag) => flag && info.DateOfPurchase != null;")]
    [InlineData("public bool HasAccess(PaymentInformation info, bool flag) => !(flag || info.DateOfPurchase == null);")]
    [InlineData("public bool HasAccess(PaymentInformation info, PaymentStatus status) => status == PaymentStatus.Paid && info.DateOfPurchase != null;")]
    [InlineData("public void Run(PaymentInformation info, bool flag) { if (flag && info.DateOfPurchase != null) Unlock(); }")]
    [InlineData("public bool HasAccess(PaymentInformation info) { if (!info.IsPaid) return false; return info.DateOfPurchase != null; }")]
    [InlineData("public bool HasAccess(PaymentInformation info) { if (info.DateOfPurchase == null) return false; return Check(info); } private static bool Check(PaymentInformation info) => info.IsPaid;")]
    [InlineData("public bool Check(PaymentInformation info) => info.DateOfPurchase != null;")]
    [InlineData("public void Run(PaymentInformation info) { if (info.DateOfPurchase != null) GrantLoyaltyBadge(); }")]
    [InlineData("public void Run(PaymentInformation info) { if (info.DateOfPurchase is { } date) Unlock(date); }")]
    [InlineData("""public void Run(PaymentInformation info) { if (info.DateOfPurchase == null) Console.WriteLine("never"); }""")]
    [InlineData("public int Run(PaymentInformation info) { if (info.DateOfPurchase is not { } date) throw new InvalidOperationException(); return date.Year; }")]
    [InlineData("public int Run(PaymentInformation info) { if (info.DateOfPurchase is null) throw new InvalidOperationException(); return info.DateOfPurchase.Value.Year; }")]
    [InlineData("public IResult Run(PaymentInformation info) { if (info.DateOfPurchase is not { } date) return Results.Forbid(); return Results.Ok(date); }")]
    [InlineData("public object Run(PaymentInformation[] all) => all.Where(one => one.DateOfPurchase != null).ToList();")]
    [InlineData("public object Run(PaymentInformation[] all) => all.OrderBy(one => one.DateOfPurchase).ToList();")]
    [InlineData("public DateTimeOffset? PaidAt(PaymentInformation info) => info.DateOfPurchase;")]
    [InlineData("public bool HasAccess(Purchase purchase) => purchase.DateOfPurchase != null;")]
    [InlineData("public bool HasAccess(PaymentInformation info) => info.DateOfPurchase?.Year is 2024;")]
    [InlineData("public bool HasAccess(PaymentInformation info, bool flag) { if (info.DateOfPurchase == null) return false; return flag; }")]
    [InlineData("public bool HasAccess(PaymentInformation info, bool flag) { if (flag || info.DateOfPurchase == null) return false; return true; }")]
    [InlineData("public bool HasAccess(PaymentInformation info, bool flag) { if ((bool)(info.DateOfPurchase == null) || flag) return false; return true; }")]
    [InlineData("public bool HasAccess(PaymentInformation info) { Func<bool> hasDate = () => { if (info.DateOfPurchase == null) return false; return true; }; return hasDate() && Old; } private bool Old => true;")]
    [InlineData("public void Run(PaymentInformation info) { if (info.DateOfPurchase == null) throw new InvalidOperationException(); Console.WriteLine(info.DateOfPurchase); }")]
    [InlineData("public void Run(PaymentInformation info) { if (info.DateOfPurchase == null) throw new InvalidOperationException(); Export(); }")]
    [InlineData("public bool CanExport(PaymentInformation info) => info.DateOfPurchase != null;")]
    [InlineData("public bool CanDownload(PaymentInformation info) => info.DateOfPurchase != null;")]
    [InlineData("public bool Knows(PaymentInformation info) { if (info.DateOfPurchase == null) return false; return true; }")]
    [InlineData("""public string Run(PaymentInformation info) { if (info.DateOfPurchase == null) throw new InvalidOperationException(); return $"Bought on {info.DateOfPurchase:d}"; }""")]
    [InlineData("""public string Run(PaymentInformation info) { if (info.DateOfPurchase is not { } date) throw new InvalidOperationException(); return "Bought on " + date; }""")]
    [InlineData("""public IResult Run(PaymentInformation info) { if (info.DateOfPurchase is null) return Results.StatusCode(403); return Results.Text($"{info.DateOfPurchase:d}"); }""")]
    [InlineData("public IResult Run(PaymentInformation info) { if (info.DateOfPurchase is null) return Results.Forbid(); Console.WriteLine(info.DateOfPurchase); return Results.Ok(); }")]
    [InlineData("""public IResult Run(PaymentInformation info) { if (info.DateOfPurchase is null) return Results.Forbid(); Console.WriteLine($"{info.DateOfPurchase:d}"); return Results.Ok(); }""")]
    [InlineData("public IResult Run(PaymentInformation info) { if (info.DateOfPurchase is null) return Results.Forbid(); Console.WriteLine(info.PaymentStatusText); return Results.Ok(); }")]
    [InlineData("public bool HasAccess(PaymentInformation info, TimeProvider time) => info.DateOfPurchase is { } date && date <= time.GetUtcNow() && Old; private bool Old => true;")]
    [InlineData("public bool HasAccess(PaymentInformation info, string[] refunded) { foreach (string user in refunded) if (user == info.UserId.Value) return false; return info.DateOfPurchase is not null; }")]
    [InlineData("public bool HasPaid(PaymentInformation info) => info.DateOfPurchase is not null;")]
    [InlineData("public IResult Run(PaymentInformation info) { if (info.DateOfPurchase is null) return Results.Forbid(); return Results.Ok(info.UserId.Value); }")]
    [InlineData("public IResult Run(PaymentInformation info) => info.DateOfPurchase is null ? Results.StatusCode(403) : Results.Accepted();")]
    [InlineData("public IResult Run(PaymentInformation info) => info.DateOfPurchase is null ? Results.Unauthorized() : Results.Ok(\"Thank you for your purchase.\");")]
    [InlineData("public void Run(PaymentInformation info, HttpContext context) { if (info.DateOfPurchase is null) { context.Response.StatusCode = 403; return; } context.Response.StatusCode = 204; }")]
    [InlineData("public IResult Run(PaymentInformation info) => info.DateOfPurchase is null ? Results.Forbid() : Results.Ok(\"Glyphs Pro is connected.\");")]
    [InlineData("[Obsolete(\"/premium/renew\")] public IResult Run(PaymentInformation info) => info.DateOfPurchase is null ? Results.Forbid() : Results.Ok();")]
    [InlineData("[Obsolete(\"/feature-requests\")] public IResult Run(PaymentInformation info) => info.DateOfPurchase is null ? Results.Forbid() : Results.Ok();")]
    [InlineData("public IResult OpenPaywall(PaymentInformation info) => info.DateOfPurchase is null ? Results.Unauthorized() : Results.Ok();")]
    public Task Date_test_for_another_purpose_is_not_reported(string member) => VerifyWebAsync(Code(member));

    [Theory]
    [InlineData("public IResult Run(PaymentInformation info) { if ({|FPG3001:info.DateOfPurchase is null|}) return Results.Forbid(); return Results.Ok(ReadPremiumGlyphs()); } private static string ReadPremiumGlyphs() => \"\";")]
    [InlineData("public IResult OpenPremium(PaymentInformation info) => {|FPG3001:info.DateOfPurchase is null|} ? Results.Unauthorized() : Results.Ok();")]
    [InlineData("[Obsolete(\"/pro/glyphs\")] public IResult Run(PaymentInformation info) => {|FPG3001:info.DateOfPurchase is null|} ? Results.Forbid() : Results.Ok();")]
    [InlineData("public IResult Premium(PaymentInformation info) => {|FPG3001:info.DateOfPurchase is null|} ? Results.Forbid() : Results.Ok();")]
    [InlineData("public bool HasPaidAccess(PaymentInformation info) => {|FPG3001:info.DateOfPurchase is not null|};")]
    [InlineData("public IResult Run(PaymentInformation info) => {|FPG3001:info.DateOfPurchase is null|} ? Results.StatusCode(402) : Results.Accepted();")]
    public Task Forbidden_is_a_refusal_if_a_paid_product_is_named(string member) => VerifyWebAsync(Code(member));

    [Theory]
    [InlineData("projects", true)]
    [InlineData("licenses")]
    public Task Lookup_in_an_own_store_of_buyers_might_refuse(string store, bool isReported = false) => VerifyWebAsync(Code(
        $"public IResult Run(PaymentInformation info, string id, Dictionary<string, int> {store}) {{ if (!{store}.ContainsKey(id)) return Results.NotFound(); return {(isReported ? "{|FPG3001:info.DateOfPurchase is null|}" : "info.DateOfPurchase is null")} ? Results.StatusCode(402) : Results.Ok(); }}"));

    [Theory]
    [InlineData("Licenses", true)]
    [InlineData("ICurrentLicense", true)]
    [InlineData("CancellationService")]
    [InlineData("InvoicesController")]
    [InlineData("PurchaseHistoryViewModel")]
    [InlineData("IReceipts")]
    [InlineData("TESTIMONIALWriter")]
    public Task Condition_of_a_type_with_another_purpose_is_not_reported(string type, bool isReported = false) => VerifyWebAsync($$"""
        using Microsoft.AspNetCore.Http;
        public sealed class {{type}}(PaymentInformation info)
        {
            public bool HasAccess => {{(isReported ? "{|FPG3001:info.DateOfPurchase is not null|}" : "info.DateOfPurchase is not null")}};
            public bool IsPremium { get; } = {{(isReported ? "{|FPG3001:info.DateOfPurchase is not null|}" : "info.DateOfPurchase is not null")}};
        }
        """);

    [Theory]
    [InlineData("PaidRequirement", true)]
    [InlineData("PremiumAccessRequirement", true)]
    [InlineData("MustBePaid", true)]
    [InlineData("BoughtOnceRequirement")]
    [InlineData("FigmaUserRequirement")]
    [InlineData("Requirement")]
    public Task Requirement_is_met_by_a_payer_according_to_its_name(string name, bool isReported = false) => VerifyWebAsync($$"""
        using Microsoft.AspNetCore.Authorization;
        public sealed class {{name}} : IAuthorizationRequirement;
        public static class Code
        {
            public static void Run(PaymentInformation info, AuthorizationHandlerContext context, {{name}} requirement)
            {
                if ({{(isReported ? "{|FPG3001:info.DateOfPurchase is not null|}" : "info.DateOfPurchase is not null")}}) context.Succeed(requirement);
            }
        }
        """);

    private static Task VerifyWebAsync(string source) => new VerifyCS.Test { References = References.WithAspNetCore, TestCode = source.StartsWith("using", System.StringComparison.Ordinal) ? source : "using Microsoft.AspNetCore.Http;\n" + source }.RunAsync();

    private static string Code(string member) => $$"""
        public class Purchase { public DateTimeOffset? DateOfPurchase { get; set; } }
        public class Code
        {
            private bool _granted;
            public override string ToString() => _granted.ToString();
            private static void Use(bool value) => Console.WriteLine(value);
            private static void Set(bool allowed) => Console.WriteLine(allowed);
            private static void Unlock() { }
            private static void Unlock(DateTimeOffset since) { }
            private static void Export() { }
            private static void GrantLoyaltyBadge() { }
            private static Task GrantAccessAsync() => Task.CompletedTask;
            {{member}}
        }
        """;
}

using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Responses.DoNotTreatResponseAsPaidAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests FPG3004.</summary>
public sealed class DoNotTreatResponseAsPaidTests
{
    [Theory]
    [InlineData("{|#0:result.IsSuccess|}")]
    [InlineData("{|#0:result.Information is not null|}")]
    [InlineData("{|#0:result.Information != null|}")]
    [InlineData("{|#0:result.Information is { }|}")]
    [InlineData("{|#0:result.Error is null|}")]
    [InlineData("{|#0:result is { IsSuccess: true }|}")]
    [InlineData("{|#0:result is { Information: not null }|}")]
    [InlineData("!({|#0:result.Information is null|})")]
    [InlineData("{|#0:result.IsSuccess|} == true")]
    [InlineData("{|#0:result.IsSuccess|} ? true : false")]
    [InlineData("{|#0:result.IsSuccess|} && result.Information is not null")]
    [InlineData("flag || {|#0:result.IsSuccess|}")]
    public Task Success_that_is_the_value_of_a_granting_method_is_reported(string condition) => VerifyCS.VerifyAnalyzerAsync(
        Code($"public bool HasAccess(PaymentsResult result, bool flag) => {condition};"),
        VerifyCS.Diagnostic("FPG3004").WithLocation(0).WithMessage("A successful response doesn't mean that the user has paid; use 'IsPaid' or 'IsPaidOrTrial'"));

    [Theory]
    [InlineData("public async Task<bool> HasAccessAsync(Task<PaymentsResult> payments) => {|FPG3004:(await payments).IsSuccess|};")]
    [InlineData("public async Task<bool> HasAccessAsync(Task<PaymentsResult> payments) { PaymentsResult result = await payments; return {|FPG3004:result.IsSuccess|}; }")]
    [InlineData("public bool HasAccess(PaymentsResult result) { if (!{|FPG3004:result.IsSuccess|}) return false; return true; }")]
    [InlineData("public bool HasAccess(PaymentsResult result) { PaymentInformation? info = result.Information; return {|FPG3004:info is not null|}; }")]
    [InlineData("public IResult GetPremium(PaymentsResult result) { if (!{|FPG3004:result.IsSuccess|}) return Results.Forbid(); return Results.Ok(); }")]
    [InlineData("public IResult Run(PaymentsResult result) { if (!{|FPG3004:result.IsSuccess|}) { Console.WriteLine(result.Error.Kind); return Results.StatusCode(402); } return Results.Ok(); }")]
    [InlineData("public IResult GetPremium(PaymentsResult result) => {|FPG3004:result.Information is null|} ? Results.Forbid() : Results.Ok();")]
    [InlineData("public IResult GetPremium(PaymentsResult result) { if ({|FPG3004:result.Information is not { } info|}) return Results.Forbid(); Console.WriteLine(info.UserId); return Results.Ok(); }")]
    [InlineData("public IResult GetPremium(PaymentsResult result) { if ({|FPG3004:result.IsSuccess|}) return Results.Ok(); return Results.StatusCode(403); }")]
    [InlineData("public IResult Run(PaymentsResult result) { bool isPaid = false; if ({|FPG3004:result.IsSuccess|}) { isPaid = true; } return isPaid ? Results.Ok() : Results.StatusCode(402); }")]
    [InlineData("public IResult GetPremium(PaymentsResult result) => result.IsSuccess switch { {|FPG3004:true|} => Results.Ok(), false => Results.Forbid() };")]
    [InlineData("public void Run(PaymentsResult result) { if ({|FPG3004:result.IsSuccess|}) Unlock(); }")]
    [InlineData("public void Run(PaymentsResult result) { if (!{|FPG3004:result.IsSuccess|}) return; Unlock(); }")]
    [InlineData("public void Run(PaymentsResult result) { if (!{|FPG3004:result.IsSuccess|}) throw new PaymentRequiredException(); Export(); } private sealed class PaymentRequiredException : Exception;")]
    [InlineData("public void Run(PaymentsResult result) { bool granted = {|FPG3004:result.IsSuccess|}; if (granted) Unlock(); }")]
    [InlineData("public void Run(PaymentsResult result) { if ({|FPG3004:result.IsSuccess|}) GrantAccess(); }  private static void GrantAccess() { }")]
    [InlineData("public IResult Run(PaymentsResult result) { if (!{|FPG3004:result.IsSuccess|}) { Console.WriteLine(result.Error); return Results.StatusCode(402); } return Results.Ok(); }")]
    [InlineData("public bool HasAccess(string token, PaymentsResult result) { if (!PluginPaymentToken.TryParse(token, out _)) return false; return {|FPG3004:result.IsSuccess|}; }")]
    public Task Success_that_decides_access_is_reported(string member) => VerifyWebAsync(Code(member));

    [Theory]
    [InlineData("public bool HasAccess(PaymentsResult result) => result.IsPaid;")]
    [InlineData("public bool HasAccess(PaymentsResult result) => result.IsSuccess && result.Information.IsPaid;")]
    [InlineData("public bool HasAccess(PaymentsResult result) => result.IsSuccess && result.Information.PaymentStatus == PaymentStatus.Trial;")]
    [InlineData("public bool HasAccess(PaymentsResult result) => result is { IsSuccess: true, IsPaidOrTrial: true };")]
    [InlineData("public bool HasAccess(PaymentsResult result) => result.Information is { IsPaid: true };")]
    [InlineData("public bool HasAccess(PaymentsResult result, bool flag) => flag && result.IsSuccess;")]
    [InlineData("public bool HasAccess(PaymentsResult result) => result.IsSuccess && Check(result); private static bool Check(PaymentsResult result) => result.IsPaid;")]
    [InlineData("public bool HasAccess(PaymentInformation? info) => info is not null;")]
    [InlineData("public IResult Run(PaymentsResult result) { if (!result.IsSuccess) return Results.StatusCode(503); return Results.Ok(); }")]
    [InlineData("public IResult Run(PaymentsResult result) { if (!result.IsSuccess) return Results.Problem(); return Results.Ok(); }")]
    [InlineData("public IResult Run(PaymentsResult result) { if (!result.IsSuccess) return Results.Forbid(); return result.IsPaid ? Results.Ok() : Results.StatusCode(402); }")]
    [InlineData("public IResult Run(PaymentsResult result) { if (!result.IsSuccess) return Results.Forbid(); return Serve(result.Information); } private static IResult Serve(PaymentInformation info) => info.IsPaid ? Results.Ok() : Results.Forbid();")]
    [InlineData("public IResult Run(PaymentsResult result) { if (!result.IsSuccess) return Results.Forbid(); return Results.Ok(result.Information); }")]
    [InlineData("public IResult Run(PaymentsResult result) { if (!result.IsSuccess) return Results.Forbid(); return Results.Ok(result.Information.PaymentStatusText); }")]
    [InlineData("public void Run(PaymentsResult result) { if (!result.IsSuccess) throw new InvalidOperationException(); Export(); }")]
    [InlineData("public void Run(PaymentsResult result) { if (!result.IsSuccess) throw new FigmaPaymentsException(result.Error); Export(); }")]
    [InlineData("public void Run(PaymentsResult result) { if (result.IsSuccess) { if (result.IsPaid) Unlock(); } }")]
    [InlineData("public void Run(PaymentsResult result) { if (result.IsSuccess) Console.WriteLine(result.Information); else Console.WriteLine(result.Error); }")]
    [InlineData("public string Run(PaymentsResult result) => result.IsSuccess ? \"up\" : \"down\";")]
    [InlineData("public IResult Run(PaymentsResult result) => result.IsSuccess ? Results.Ok() : Results.Unauthorized();")]
    [InlineData("public IResult Run(PaymentsResult result) => result.IsSuccess ? Results.Ok(result.Information.UserId.Value) : Results.Forbid();")]
    [InlineData("public IResult Run(PaymentsResult result) { if (result.Information is not { UserId: var user }) return Results.Forbid(); return Results.Ok(user.Value); }")]
    [InlineData("public void Run(PaymentsResult result) { if (!result.IsSuccess) throw new UnauthorizedAccessException(); Export(); }")]
    [InlineData("public static bool IsPaidPlugin(PaymentsResult result) => result.IsSuccess;")]
    [InlineData("public static bool IsPaidContent(PaymentsResult result) => result.Information is not null;")]
    [InlineData("public void Run(PaymentsResult result) { if (result.IsSuccess) EnableExport(); } private static void EnableExport() { }")]
    [InlineData("public void Run(PaymentsResult result) { if (!result.IsSuccess) throw new MemberAccessException(); Export(); }")]
    [InlineData("public void Run(PaymentsResult result) { if (!result.IsSuccess) throw new DataAccessException(); Export(); } private sealed class DataAccessException : Exception;")]
    [InlineData("public void Run(PaymentsResult result) { if (!result.IsSuccess) throw new FigmaForbiddenException(); Export(); } private sealed class FigmaForbiddenException : Exception;")]
    [InlineData("public void Run(PaymentsResult result) { if (result.Information is null) throw new AccessDeniedException(); Export(); } private sealed class AccessDeniedException : Exception;")]
    [InlineData("public bool IsAllowed(PaymentsResult result) => result.Error?.Kind != PaymentsErrorKind.RateLimited;")]
    [InlineData("public bool IsAllowed(PaymentsResult result) => result.Error is not { Kind: PaymentsErrorKind.RateLimited };")]
    [InlineData("public bool CanExport(PaymentsResult result) => result.IsSuccess;")]
    [InlineData("public bool CanAccessFigma(PaymentsResult result) => result.IsSuccess;")]
    [InlineData("public bool IsAuthorized(PaymentsResult result) => result.IsSuccess;")]
    [InlineData("public bool HasAccess(PaymentsResult result, object license) => result.IsSuccess && license != null;")]
    [InlineData("public IResult Run(PaymentsResult result) { if (!result.IsSuccess) return Results.Forbid(); return Results.Ok($\"{result.Information.PaymentStatusText}\"); }")]
    [InlineData("public IResult Run(PaymentsResult result) { if (!result.IsSuccess) return Results.Forbid(); return Results.Ok(\"\" + result.Information); }")]
    [InlineData("public IResult Run(PaymentsResult result) { if (!result.IsSuccess) return Results.Forbid(); return Results.Ok(result.Information.DateOfPurchase); }")]
    [InlineData("public IResult Run(Probe probe) { if (!probe.IsSuccess) return Results.Forbid(); return Results.Ok(); }")]
    [InlineData("public void Run(PaymentsResult result, RedisLock redis) { if (result.IsSuccess) redis.Unlock(); } public class RedisLock { public void Unlock() { } }")]
    [InlineData("public void Run(PaymentsResult result, Editor editor) { if (result.IsSuccess) editor.Unlock(); } public class Editor { public void Unlock() { } }")]
    [InlineData("private bool _busy; public override string ToString() => $\"{_busy}\"; private void Allow() => _busy = false; public void Run(PaymentsResult result) { if (result.IsSuccess) Allow(); }")]
    [InlineData("public IResult Run(PaymentsResult result) { if (!result.IsSuccess) return Results.Json(result.Error, statusCode: 403); return Results.Ok(); }")]
    [InlineData("public IResult Run(PaymentsResult result) { if (!result.IsSuccess) return Results.Problem(result.Error.Description, statusCode: 403); return Results.Ok(); }")]
    [InlineData("public async Task RunAsync(PaymentsResult result, HttpContext context) { if (!result.IsSuccess) { context.Response.StatusCode = 403; await context.Response.WriteAsJsonAsync(result.Error); return; } await context.Response.WriteAsync(\"x\"); }")]
    [InlineData("public bool HasAccess(PaymentsResult result, out bool isTrial) { isTrial = result.Information?.PaymentStatus == PaymentStatus.Trial; return result.IsSuccess; }")]
    [InlineData("private readonly PaymentsResult _result = null!; private PaymentsResult? Paid => _result is { IsPaid: true } ? _result : null; public bool HasAccess => Paid?.IsSuccess == true;")]
    [InlineData("public IResult Run(PaymentsResult result) { if (!result.IsSuccess) return Results.Forbid(); return Results.Ok(); }")]
    [InlineData("public IResult Run(PaymentsResult result) => result.Information is null ? Results.StatusCode(403) : Results.Text(\"welcome\");")]
    [InlineData("public IResult Run(PaymentsResult result) => result.IsSuccess switch { true => Results.Ok(), false => Results.Forbid() };")]
    [InlineData("public void Run(PaymentsResult result, HttpContext context) { if (result.Error is not null) { context.Response.StatusCode = 403; return; } context.Response.StatusCode = 204; }")]
    [InlineData("public bool IsAllowed(PaymentsResult result) => result.IsSuccess;")]
    [InlineData("public bool HasPermission(PaymentsResult result) => result.IsSuccess;")]
    public Task Success_with_another_purpose_is_not_reported(string member) => VerifyWebAsync(Code(member));

    [Theory]
    [InlineData("/verify")]
    [InlineData("/handshake")]
    [InlineData("/telemetry")]
    [InlineData("/premium/glyphs", true)]
    [InlineData("/licensed", true)]
    [InlineData("/subscription/portal")]
    [InlineData("/license/transfer")]
    [InlineData("/premium/whoami")]
    [InlineData("/pro/comments")]
    public Task Forbidden_is_a_refusal_if_the_path_names_a_paid_product(string path, bool isReported = false) => new VerifyCS.Test
    {
        References = References.WithAspNetCore,
        TestCode = $$"""
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;
            public static class Code
            {
                public static void Map(WebApplication app) => app.MapPost("{{path}}", (PaymentsResult result) => {{(isReported ? "{|FPG3004:result.IsSuccess|}" : "result.IsSuccess")}} ? Results.Ok() : Results.StatusCode(403));
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("projects", true)]
    [InlineData("licenses")]
    public Task Lookup_in_an_own_store_of_buyers_might_refuse(string store, bool isReported = false) => VerifyWebAsync(Code(
        $"public IResult Run(PaymentsResult result, string id, Dictionary<string, int> {store}) {{ if (!{store}.ContainsKey(id)) return Results.NotFound(); return {(isReported ? "{|FPG3004:result.IsSuccess|}" : "result.IsSuccess")} ? Results.Ok() : Results.StatusCode(402); }}"));

    [Theory]
    [InlineData("HasResponse")]
    [InlineData("IsHealthy")]
    [InlineData("IsAvailable")]
    [InlineData("Check")]
    [InlineData("CanSave")]
    [InlineData("CanRead")]
    [InlineData("CanSync")]
    public Task Method_with_another_purpose_is_not_reported(string name) =>
        VerifyCS.VerifyNoDiagnosticsAsync(Code($"public bool {name}(PaymentsResult result) => result.IsSuccess;"));

    private static Task VerifyWebAsync(string source) => new VerifyCS.Test { References = References.WithAspNetCore, TestCode = "using Microsoft.AspNetCore.Http;\n" + source }.RunAsync();

    private static string Code(string member) => $$"""
        public class Probe { public bool IsSuccess { get; set; } }
        public class Code
        {
            private static void Unlock() { }
            private static void Export() { }
            {{member}}
        }
        """;
}

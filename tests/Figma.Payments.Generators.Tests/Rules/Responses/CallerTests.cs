using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Rules.Responses.UnknownStatus;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests that FPG3002 reports nothing in a private method whose caller might have decided before.</summary>
public sealed class CallerTests
{
    [Theory]
    [InlineData("return Serve(await payments.GetPaymentsAsync(user));", true)]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user); return Serve(info);", true)]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user); Console.WriteLine(info); return Serve(info);", true)]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user); if (info.PaymentStatus == PaymentStatus.Unknown) return Results.StatusCode(503); return Serve(info);")]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user); return info.PaymentStatus is not PaymentStatus.Unknown ? Serve(info) : Results.StatusCode(503);")]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user); Note(info); return Serve(info);")]
    [InlineData("if (string.IsNullOrEmpty(user.Value)) return Results.BadRequest(); return Serve(await payments.GetPaymentsAsync(user));", true)]
    [InlineData("if (!Allowed) return Results.StatusCode(403); return Serve(await payments.GetPaymentsAsync(user));")]
    [InlineData("return Allowed ? Serve(await payments.GetPaymentsAsync(user)) : Results.StatusCode(403);")]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user); EnsureAllowed(); return Serve(info);")]
    [InlineData("return Serve(await KnownAsync(user));")]
    [InlineData("return Serve(Known[0]);")]
    public Task Private_method_is_judged_with_its_callers(string statements, bool isReported = false) =>
        VerifyAsync(statements, $"private static IResult Serve(PaymentInformation info) => {Test(isReported)} ? Results.StatusCode(402) : Results.Ok();");

    [Theory]
    [InlineData("Ensure((await payments.GetPaymentsAsync(user)).PaymentStatus); return Results.Ok();", true)]
    [InlineData("PaymentInformation info = await payments.GetPaymentsAsync(user); Ensure(info.IsPaidOrTrial ? PaymentStatus.Paid : PaymentStatus.Unpaid); return Results.Ok();")]
    [InlineData("Ensure(PaymentStatus.Unpaid); return Results.Ok();")]
    public Task Private_method_gets_a_status_of_Figma(string statements, bool isReported = false) =>
        VerifyAsync(statements, $"private static void Ensure(PaymentStatus status) {{ if ({Test(isReported).Replace("info.PaymentStatus", "status", System.StringComparison.Ordinal)}) throw new UnauthorizedAccessException(); }}");

    [Fact]
    public Task Method_that_others_can_call_is_reported() => VerifyAsync(
        "PaymentInformation info = await payments.GetPaymentsAsync(user); if (info.PaymentStatus == PaymentStatus.Unknown) return Results.StatusCode(503); return Serve(info);",
        $"public static IResult Serve(PaymentInformation info) => {Test(isReported: true)} ? Results.StatusCode(402) : Results.Ok();");

    private static Task VerifyAsync(string statements, string member) => UnknownStatus.VerifyAsync($$"""
            using Microsoft.AspNetCore.Http;
            [PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyph : IPinnedPaymentsClient;
            public class Code(IGlyph payments)
            {
                private static readonly PaymentInformation[] Known = [];
                private static bool Allowed { get; set; }
                private static void EnsureAllowed() { if (!Allowed) throw new UnauthorizedAccessException(); }
                private static void Note(PaymentInformation info) => Console.WriteLine(info);
                private Task<PaymentInformation> KnownAsync(UserId user) => payments.GetPaymentsAsync(user);

                public async Task<IResult> GetAsync(UserId user)
                {
                    await Task.Yield();
                    {{statements}}
                }

                {{member}}
            }
            """);
}

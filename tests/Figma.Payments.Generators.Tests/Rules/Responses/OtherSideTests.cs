using System;
using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Rules.Responses.UnknownStatus;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests that FPG3002 reports nothing if the other side of the decision might refuse access, wherever it ends.</summary>
public sealed class OtherSideTests
{
    [Theory]
    [InlineData("using var file = File.OpenRead(id); RETURN")]
    [InlineData("using (File.OpenRead(id)) { RETURN }")]
    [InlineData("using (File.OpenRead(id)) Console.WriteLine(); RETURN")]
    [InlineData("try { RETURN } finally { Console.WriteLine(); }")]
    [InlineData("try { Console.WriteLine(); } catch (FigmaPaymentsException) { } RETURN")]
    [InlineData("lock (keys) { RETURN }")]
    [InlineData("foreach (string key in keys) Console.WriteLine(key); RETURN")]
    [InlineData("if (Debugger.IsAttached) Console.WriteLine(); RETURN")]
    [InlineData("if (id is null) return Results.NotFound(); RETURN")]
    [InlineData("while (true) { Console.WriteLine(); RETURN }")]
    [InlineData("{ Console.WriteLine(); { RETURN } }")]
    public async Task Other_side_is_judged_by_its_returns(string statements)
    {
        foreach (string refused in new[] { "return renderer.Render(id);", "return null;", "return Results.StatusCode(renderer.Status);", "throw new NotImplementedException();" })
            await VerifyAsync("GUARD " + statements.Replace("RETURN", refused, StringComparison.Ordinal));

        await VerifyAsync("GUARD " + statements.Replace("RETURN", "return Results.Ok(id);", StringComparison.Ordinal), isReported: true);
    }

    [Theory]
    [InlineData("try { GUARD Console.WriteLine(); } finally { Console.WriteLine(); } RETURN")]
    [InlineData("try { GUARD Console.WriteLine(); } catch (FigmaPaymentsException) { throw; } RETURN")]
    [InlineData("switch (id) { case \"a\": GUARD break; } RETURN")]
    [InlineData("while (true) { GUARD break; } RETURN")]
    public async Task Other_side_is_judged_by_what_follows_its_block(string statements)
    {
        await VerifyAsync(statements.Replace("RETURN", "return renderer.Render(id);", StringComparison.Ordinal));
        await VerifyAsync(statements.Replace("RETURN", "return Results.Ok(id);", StringComparison.Ordinal), isReported: true);
    }

    [Theory]
    [InlineData("context.Response.StatusCode = 200;", true)]
    [InlineData("context.Response.StatusCode = id.Length > 3 ? 201 : 200;", true)]
    [InlineData("context.Response.StatusCode = renderer.Status;")]
    [InlineData("if (id.Length > 3) context.Response.StatusCode = renderer.Status;")]
    [InlineData("using var file = File.OpenRead(id); context.Response.StatusCode = 403;")]
    [InlineData("using (File.OpenRead(id)) context.Response.StatusCode = 410;")]
    public async Task Status_code_of_the_other_side_is_judged(string statements, bool isReported = false)
    {
        await VerifyAsync("GUARD " + statements + " return Results.Empty;", isReported);
        await VerifyAsync("if (TEST) { context.Response.StatusCode = 402; return; } " + statements, isReported, "void");
    }

    [Theory]
    [InlineData("{ StatusCode = renderer.Status }")]
    [InlineData("{ StatusCode = 201 }", true)]
    [InlineData("{ Content = id }", true)]
    public Task Initialized_status_code_of_the_other_side_is_judged(string initializer, bool isReported = false) => VerifyAsync(
        "if (TEST) return new Microsoft.AspNetCore.Mvc.StatusCodeResult(402); return new Microsoft.AspNetCore.Mvc.ContentResult " + initializer + ";", isReported, "Microsoft.AspNetCore.Mvc.ActionResult");

    [Theory]
    [InlineData("await renderer.Render(id)!.ExecuteAsync(context);")]
    [InlineData("await Results.Ok(id).ExecuteAsync(context);", true)]
    public Task Sent_response_of_the_other_side_is_judged(string statements, bool isReported = false) =>
        VerifyAsync("if (TEST) { context.Response.StatusCode = 402; return; } " + statements, isReported, "async Task");

    [Theory]
    [InlineData("string text = TEST ? throw new UnauthorizedAccessException() : id; using var file = File.OpenRead(text); return Results.Ok(text);", true)]
    [InlineData("string text = TEST ? throw new UnauthorizedAccessException() : id; using var file = File.OpenRead(text); return renderer.Render(text);")]
    public Task Exception_in_a_value_is_judged_by_what_follows(string statements, bool isReported = false) => VerifyAsync(statements, isReported);

    [Theory]
    [InlineData("GUARD using var file = File.OpenRead(id); IResult? result = Results.Ok(); return result;", true)]
    [InlineData("GUARD using var file = File.OpenRead(id); IResult? result = renderer.Render(id); return result;")]
    [InlineData("IResult? result; if (TEST) result = Results.StatusCode(402); else result = Results.Ok(); return result;", true)]
    [InlineData("IResult? result; if (TEST) result = Results.StatusCode(402); else result = renderer.Render(id); return result;")]
    [InlineData("IResult? result = Results.Ok(); GUARD if (id.Length > 3) result = renderer.Render(id); return result;")]
    public Task Returned_local_is_judged_by_its_values(string statements, bool isReported = false) => VerifyAsync(statements, isReported);

    private static Task VerifyAsync(string statements, bool isReported = false, string type = "IResult?") => UnknownStatus.VerifyAsync($$"""
        using System.Diagnostics;
        using System.IO;
        using Microsoft.AspNetCore.Http;
        public interface IRenderer { int Status { get; } IResult? Render(string id); }
        public class Code(IRenderer renderer)
        {
            public {{type}} Run(PaymentInformation info, HttpContext context, string id, string[] keys)
            {
                {{statements.Replace("GUARD", "if (TEST) return Results.StatusCode(402);", StringComparison.Ordinal).Replace("TEST", Test(isReported), StringComparison.Ordinal)}}
            }
        }
        """);
}

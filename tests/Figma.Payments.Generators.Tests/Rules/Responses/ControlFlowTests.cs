using System;
using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Rules.Responses.UnknownStatus;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests that FPG3002 reports nothing if a loop, a <c>catch</c> clause or the code of a member might decide.</summary>
public sealed class ControlFlowTests
{
    [Theory]
    [InlineData("GUARD foreach (string key in keys) Console.WriteLine(key); return Results.Ok();", true)]
    [InlineData("GUARD for (int i = 0; i < keys.Length; i++) { keys[i] = \"\"; } return Results.Ok();", true)]
    [InlineData("while (true) { GUARD return Results.Ok(); }", true)]
    [InlineData("for (int attempt = 0; ; attempt++) { GUARD return Results.Ok(attempt); }", true)]
    [InlineData("GUARD foreach (string key in keys) if (key == user) return Results.Ok(); return Results.StatusCode(402);")]
    [InlineData("GUARD foreach (string key in keys) return Results.Ok(key); return Results.StatusCode(402);")]
    [InlineData("GUARD for (int i = 0; i < keys.Length; i++) if (keys[i] == user) return Results.Ok(); return Results.StatusCode(402);")]
    [InlineData("var each = keys.GetEnumerator(); GUARD while (each.MoveNext()) return Results.Ok(); return Results.StatusCode(402);")]
    [InlineData("foreach (string key in keys) { GUARD return Results.Ok(key); } return Results.StatusCode(402);")]
    [InlineData("foreach (string key in keys) { if (key == user) return Results.StatusCode(402); } GUARD return Results.Ok();")]
    public Task Test_next_to_a_loop_is_reported_if_the_loop_decides_nothing(string statements, bool isReported = false) => VerifyAsync(statements, isReported);

    [Theory]
    [InlineData("try { GUARD return Results.Ok(table[user]); } catch (FigmaPaymentsException) { return Results.StatusCode(503); }", true)]
    [InlineData("try { GUARD return Results.Ok(table[user]); } catch (OperationCanceledException) { return Results.StatusCode(499); }", true)]
    [InlineData("try { GUARD return Results.Ok(table[user]); } catch (Exception error) { Console.WriteLine(error); throw; }", true)]
    [InlineData("try { GUARD return Results.Ok(); } catch (Exception error) { Console.WriteLine(error); return Results.StatusCode(500); }", true)]
    [InlineData("try { Console.WriteLine(table[user]); } catch (Exception error) { Console.WriteLine(error); } GUARD return Results.Ok();", true)]
    [InlineData("try { GUARD return Results.Ok(table[user]); } catch (KeyNotFoundException) { return Results.StatusCode(402); }")]
    [InlineData("try { GUARD return Results.Ok(table[user]); } catch { return Results.StatusCode(500); }")]
    [InlineData("try { GUARD return Results.Ok(keys.First()); } catch (InvalidOperationException) { } return Results.StatusCode(403);")]
    [InlineData("try { GUARD return Results.Ok(table[user]); } catch (KeyNotFoundException error) { Console.WriteLine(error); } return Results.StatusCode(402);")]
    [InlineData("try { GUARD return Results.Ok(table[user]); } catch (KeyNotFoundException) { throw new UnauthorizedAccessException(); }")]
    [InlineData("try { Console.WriteLine(table[user]); } catch (KeyNotFoundException) { return Results.StatusCode(402); } GUARD return Results.Ok();")]
    [InlineData("try { GUARD return Results.Ok(System.IO.File.ReadAllText(\"glyphs\")); } catch (Exception error) { Console.WriteLine(error); return Results.Problem(\"license\"); }", true)]
    [InlineData("try { GUARD return Results.Ok(System.IO.File.ReadAllText(\"glyphs\")); } catch (System.IO.FileNotFoundException) { return Results.NotFound(); }", true)]
    [InlineData("try { GUARD return Results.Ok(Guid.Parse(\"glyphs\")); } catch (FormatException) { return Results.BadRequest(); } catch { return Results.StatusCode(502); }", true)]
    [InlineData("string text; try { text = System.IO.File.ReadAllText(\"glyphs\"); } catch (System.IO.IOException) { return Results.StatusCode(500); } GUARD return Results.Ok(text);", true)]
    [InlineData("try { GUARD return Results.Ok(System.IO.File.ReadAllText(\"licenses\")); } catch (System.IO.FileNotFoundException) { return Results.NotFound(); }")]
    [InlineData("try { GUARD return Results.Ok(System.IO.File.ReadAllText(user)); } catch (UnauthorizedAccessException) { return Results.NotFound(); }")]
    [InlineData("try { GUARD return Results.Ok(System.IO.File.ReadAllText(\"glyphs\")); } catch (System.IO.FileNotFoundException) { return Results.StatusCode(403); }")]
    [InlineData("try { GUARD return Results.Ok(System.IO.File.ReadAllText(\"glyphs\")); } catch (System.IO.FileNotFoundException) { return Results.StatusCode(keys.Length); }")]
    [InlineData("try { GUARD return Results.Ok(System.IO.File.ReadAllText(\"glyphs\")); } catch (System.IO.FileNotFoundException) { return Results.Problem(new Microsoft.AspNetCore.Mvc.ProblemDetails { Status = 402 }); }")]
    [InlineData("try { GUARD return Results.Ok(System.IO.File.ReadAllText(\"glyphs\")); } catch (Exception error) when (error.Message == user) { return Results.NotFound(); }")]
    [InlineData("try { if (info.PaymentStatus == PaymentStatus.Unpaid) throw new UnauthorizedAccessException(); return Results.Ok(); } catch (Exception error) { Console.WriteLine(License); return Results.Problem(error.Message); }")]
    [InlineData("try { GUARD return Results.Ok(License); } catch (Exception) { return Results.Problem(); }")]
    [InlineData("try { GUARD return Results.Ok(table[user]); } catch (KeyNotFoundException) { return Results.NotFound(); }")]
    public Task Test_next_to_a_catch_clause_is_reported_if_the_clause_decides_nothing(string statements, bool isReported = false) => VerifyAsync(statements, isReported);

    [Theory]
    [InlineData("Console.WriteLine(Name); GUARD return Results.Ok();", true)]
    [InlineData("Checked = user; GUARD return Results.Ok(Checked);")]
    [InlineData("Console.WriteLine(Checked); GUARD return Results.Ok();", true)]
    [InlineData("Console.WriteLine(License); GUARD return Results.Ok();")]
    [InlineData("Console.WriteLine(this[user]); GUARD return Results.Ok();")]
    [InlineData("UserKey key = user; GUARD return Results.Ok(key);")]
    [InlineData("UserKey key = new() { Text = user }; GUARD return Results.Ok(key + key);")]
    [InlineData("UserKey key = new(); foreach (string text in key) Console.WriteLine(text); GUARD return Results.Ok();")]
    [InlineData("using (new System.IO.MemoryStream()) Console.WriteLine(); GUARD return Results.Ok();", true)]
    [InlineData("using System.IO.MemoryStream content = new(); GUARD return Results.Ok(content);", true)]
    [InlineData("using (new Lease()) Console.WriteLine(); GUARD return Results.Ok();")]
    [InlineData("using Lease lease = new(); GUARD return Results.Ok(lease);")]
    [InlineData("var (name, text) = new UserKey(); GUARD return Results.Ok(name + text);")]
    [InlineData("using var response = new System.Net.Http.HttpResponseMessage(); response.EnsureSuccessStatusCode(); GUARD return Results.Ok();")]
    public Task Test_next_to_code_that_refuses_by_an_exception_is_not_reported(string statements, bool isReported = false) => VerifyAsync(statements, isReported);

    private static Task VerifyAsync(string statements, bool isReported) => UnknownStatus.VerifyAsync($$"""
            using System.Collections.Generic;
            using Microsoft.AspNetCore.Http;
            public sealed class UserKey
            {
                public string Text { get; set; } = "";
                public static implicit operator UserKey(string text) => text == "" ? throw new UnauthorizedAccessException() : new() { Text = text };
                public static UserKey operator +(UserKey left, UserKey right) => left.Text == right.Text ? throw new UnauthorizedAccessException() : left;
                public IEnumerator<string> GetEnumerator() => Text == "" ? throw new UnauthorizedAccessException() : new List<string>().GetEnumerator();
                public void Deconstruct(out string name, out string text) => (name, text) = Text == "" ? throw new UnauthorizedAccessException() : (Text, Text);
            }
            public sealed class Lease : IDisposable { public void Dispose() { if (Environment.TickCount < 0) throw new UnauthorizedAccessException(); } }
            public class Code
            {
                private string Name { get; } = "";
                private string Checked { get => Name; set { if (value == "") throw new UnauthorizedAccessException(); } }
                private string License => Environment.GetEnvironmentVariable("LICENSE") ?? throw new UnauthorizedAccessException();
                private string this[string user] => user == "" ? throw new UnauthorizedAccessException() : user;

                public IResult Run(PaymentInformation info, string user, string[] keys, Dictionary<string, string> table)
                {
                    {{statements.Replace("GUARD", $"if ({Test(isReported)}) return Results.StatusCode(402);", StringComparison.Ordinal)}}
                }
            }
            """);
}

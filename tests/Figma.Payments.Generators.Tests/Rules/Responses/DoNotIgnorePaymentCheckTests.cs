using System.IO;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Responses.DoNotIgnorePaymentCheckAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests FPG3003.</summary>
public sealed class DoNotIgnorePaymentCheckTests
{
    private const string Interface = """
        [PaymentsClient] public partial interface IGlyph { Task<PaymentInformation> RequestAsync(UserId userId, PluginId pluginId); }
        [PaymentsClient] public partial interface IQuiet { ValueTask<PaymentsResult> TryRequestAsync(PluginPaymentToken token); }
        public interface IDerived : IGlyph;
        public interface IOther { Task<PaymentInformation> RequestAsync(UserId userId, PluginId pluginId); Task SaveAsync(); Task<bool> HasPaidAsync(UserId user); Task EnsurePaidAsync(UserId user); }
        public class License { public UserId Owner { get; set; } }
        """;

    [Theory]
    [InlineData("await glyph.{|#0:RequestAsync|}(user, plugin);", "RequestAsync")]
    [InlineData("await glyph.{|#0:RequestAsync|}(user, plugin).ConfigureAwait(false);", "RequestAsync")]
    [InlineData("await (glyph.{|#0:RequestAsync|}(user, plugin));", "RequestAsync")]
    [InlineData("await quiet.{|#0:TryRequestAsync|}(token);", "TryRequestAsync")]
    [InlineData("await quiet.{|#0:TryRequestAsync|}(token).AsTask().ConfigureAwait(false);", "TryRequestAsync")]
    [InlineData("await derived.{|#0:RequestAsync|}(user, plugin);", "RequestAsync")]
    [InlineData("await client.{|#0:RequestAsync|}(user, plugin);", "RequestAsync")]
    [InlineData("glyph?.{|#0:RequestAsync|}(user, plugin);", "RequestAsync")]
    [InlineData("glyph.{|#0:RequestAsync|}(user, plugin).Wait();", "RequestAsync")]
    [InlineData("glyph.{|#0:RequestAsync|}(user, plugin).GetAwaiter().GetResult();", "RequestAsync")]
    [InlineData("PaymentInformation information = await glyph.{|#0:RequestAsync|}(user, plugin);", "RequestAsync")]
    [InlineData("var result = await quiet.{|#0:TryRequestAsync|}(token).ConfigureAwait(false);", "TryRequestAsync")]
    [InlineData("""try { await glyph.{|#0:RequestAsync|}(user, plugin); Console.WriteLine("granted"); } catch (FigmaPaymentsException) { }""", "RequestAsync")]
    public Task Call_whose_result_nothing_uses_is_reported(string code, string method) => VerifyCS.VerifyAnalyzerAsync(
        [Interface, Code(code)],
        VerifyCS.Diagnostic("FPG3003").WithLocation(0).WithMessage($"The result of '{method}' is ignored, so unpaid users aren't rejected; check 'IsPaid' or 'IsPaidOrTrial', or assign the result to '_'"));

    [Theory]
    [InlineData("_ = await glyph.RequestAsync(user, plugin);")]
    [InlineData("_ = glyph.RequestAsync(user, plugin);")]
    [InlineData("var _ignored = await glyph.RequestAsync(user, plugin);")]
    [InlineData("PaymentInformation answer = await glyph.RequestAsync(user, plugin); Console.WriteLine(answer.IsPaid);")]
    [InlineData("PaymentInformation answer = await glyph.RequestAsync(user, plugin); Action print = () => Console.WriteLine(answer); print();")]
    [InlineData("Task<PaymentInformation> task = glyph.RequestAsync(user, plugin);")]
    [InlineData("(await quiet.TryRequestAsync(token)).GetInformationOrThrow();")]
    [InlineData("await Task.WhenAll(glyph.RequestAsync(user, plugin));")]
    [InlineData("await other.RequestAsync(user, plugin);")]
    [InlineData("await other.SaveAsync();")]
    [InlineData("Func<Task> act = async () => await glyph.RequestAsync(user, plugin); await act();")]
    [InlineData("Func<Task> act = async () => { await glyph.RequestAsync(user, plugin); }; await act();")]
    [InlineData("Func<Task> act = () => glyph.RequestAsync(user, plugin); await act();")]
    [InlineData("await RefusesAsync(async () => { await glyph.RequestAsync(user, plugin); EnablePremium(); });")]
    [InlineData("_ = new Attempt(async () => { await glyph.RequestAsync(user, plugin); EnablePremium(); });")]
    [InlineData("Console.WriteLine((await glyph.RequestAsync(user, plugin)).IsPaid);")]
    [InlineData("await (await glyph.RequestAsync(user, plugin)).ToString().AsTask();")]
    public Task Used_or_discarded_result_is_not_reported(string code) => VerifyCS.VerifyNoDiagnosticsAsync(Interface, Code(code));

    [Theory]
    [InlineData("await glyph.{|FPG3003:RequestAsync|}(user, plugin); Console.WriteLine(user);")]
    [InlineData("await glyph.{|FPG3003:RequestAsync|}(user, plugin); await glyph.{|FPG3003:RequestAsync|}(user, plugin);")]
    [InlineData("UserId asked = user; await glyph.{|FPG3003:RequestAsync|}(asked, plugin);")]
    [InlineData("await glyph.{|FPG3003:RequestAsync|}(new UserId(name), plugin);")]
    [InlineData("try { await glyph.{|FPG3003:RequestAsync|}(user, plugin); } catch (FigmaPaymentsException) { _isPro = false; }")]
    [InlineData("try { await glyph.{|FPG3003:RequestAsync|}(user, plugin); } catch (FigmaPaymentsException e) { Console.WriteLine(e); }")]
    [InlineData("try { await glyph.{|FPG3003:RequestAsync|}(user, plugin); } catch (FigmaPaymentsException) { throw; }")]
    [InlineData("try { await glyph.{|FPG3003:RequestAsync|}(user, plugin); } catch (FigmaPaymentsException) { return; }")]
    public Task Function_that_does_nothing_else_is_reported(string code) => VerifyAsync(Code(code));

    [Theory]
    [InlineData("await glyph.RequestAsync(user, plugin);")]
    [InlineData("await glyph.RequestAsync(user, plugin); Console.WriteLine(\"granted\");")]
    [InlineData("await glyph.RequestAsync(user, plugin); _isPro = true;")]
    [InlineData("await glyph.RequestAsync(user, plugin); EnablePremium();")]
    [InlineData("try { await glyph.RequestAsync(user, plugin); } catch (FigmaPaymentsException e) { Console.WriteLine(e); }")]
    public Task Call_without_evidence_that_somebody_is_to_be_rejected_is_not_reported(string code) => VerifyAsync(Code(code, method: "RunAsync"));

    [Theory]
    [InlineData("await glyph.RequestAsync(user, plugin); await other.SaveAsync();")]
    [InlineData("await glyph.RequestAsync(user, plugin); bool isKnown = await other.HasPaidAsync(user);")]
    [InlineData("await glyph.RequestAsync(user, plugin); Console.WriteLine(await other.HasPaidAsync(user));")]
    [InlineData("await glyph.RequestAsync(user, plugin); bool isKnown = await _pending;")]
    [InlineData("await glyph.RequestAsync(user, plugin); await _pending;")]
    [InlineData("await glyph.RequestAsync(user, plugin); bool isKnown = _pending.GetAwaiter().GetResult();")]
    [InlineData("await glyph.RequestAsync(user, plugin); if (!await other.HasPaidAsync(user)) throw new InvalidOperationException();")]
    [InlineData("await glyph.RequestAsync(user, plugin); await other.EnsurePaidAsync(user);")]
    [InlineData("await other.EnsurePaidAsync(user); await glyph.RequestAsync(user, plugin);")]
    [InlineData("if (!await other.HasPaidAsync(user)) return; await glyph.RequestAsync(user, plugin);")]
    [InlineData("if (name == \"free\") throw new ArgumentException(name); await glyph.RequestAsync(user, plugin);")]
    [InlineData("var information = await glyph.RequestAsync(user, plugin); await glyph.RequestAsync(user, plugin); if (!information.IsPaid) return;")]
    [InlineData("foreach (UserId each in new[] { user }) { await glyph.RequestAsync(each, plugin); }")]
    [InlineData("foreach (UserId each in new[] { user }) await glyph.RequestAsync(user, plugin);")]
    [InlineData("while (true) { await glyph.RequestAsync(user, plugin); }")]
    [InlineData("try { await glyph.RequestAsync(user, plugin); } finally { Console.WriteLine(); }")]
    [InlineData("try { Console.WriteLine(); } catch (FigmaPaymentsException) { await glyph.RequestAsync(user, plugin); }")]
    [InlineData("try { await glyph.RequestAsync(user, plugin); } catch (Exception) { await other.SaveAsync(); }")]
    [InlineData("using var scope = new System.IO.MemoryStream(); await glyph.RequestAsync(user, plugin);")]
    [InlineData("await glyph.RequestAsync(user, plugin); EnablePremium();")]
    [InlineData("await glyph.RequestAsync(user, plugin); _isPro = true;")]
    [InlineData("await Task.Run(async () => { await glyph.RequestAsync(user, plugin); });")]
    [InlineData("Func<Task> act = async () => { await glyph.RequestAsync(user, plugin); }; await act();")]
    [InlineData("await glyph.RequestAsync(license.Owner, plugin);")]
    [InlineData("await glyph.RequestAsync(new UserId(\"893760322388183958\"), plugin);")]
    [InlineData("\n#if RELEASE\nif (name == \"free\") return;\n#endif\nawait glyph.RequestAsync(user, plugin);")]
    public Task Call_beside_other_code_that_might_decide_is_not_reported(string code) => VerifyAsync(Code(code));

    [Theory]
    [InlineData("public async Task EnsurePaidAsync(IGlyph glyph, UserId user, PluginId plugin) => await glyph.{|FPG3003:RequestAsync|}(user, plugin);")]
    [InlineData("public void EnsurePaid(IGlyph glyph, UserId user, PluginId plugin) => glyph.{|FPG3003:RequestAsync|}(user, plugin).Wait();")]
    [InlineData("public Task EnsurePaidAsync(IGlyph glyph, UserId user, PluginId plugin) => glyph.{|FPG3003:RequestAsync|}(user, plugin);")]
    [InlineData("public async Task<bool> EnsurePaidAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.{|FPG3003:RequestAsync|}(user, plugin); return true; }")]
    [InlineData("public async Task RequirePremiumAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.{|FPG3003:RequestAsync|}(user, plugin); Console.WriteLine(); }")]
    [InlineData("public async Task ThrowIfUnpaidAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.{|FPG3003:RequestAsync|}(user, plugin); }")]
    [InlineData("public async Task ThrowIfNotPaidAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.{|FPG3003:RequestAsync|}(user, plugin); }")]
    [InlineData("public async Task ThrowIfUserHasNotPaidAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.{|FPG3003:RequestAsync|}(user, plugin); }")]
    [InlineData("public async Task EnsureUserHasPaidOrThrowAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.{|FPG3003:RequestAsync|}(user, plugin); }")]
    [InlineData("public async Task<bool> HasPaidAsync(IGlyph glyph, UserId user, PluginId plugin) { try { await glyph.{|FPG3003:RequestAsync|}(user, plugin); return true; } catch (FigmaPaymentsException) { return false; } }")]
    [InlineData("public async Task<bool> IsLicensedAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.{|FPG3003:RequestAsync|}(user, plugin); return true; }")]
    [InlineData("public async Task EnsurePaidAsync(IGlyph glyph, UserId? user, PluginId plugin) { if (user is null) throw new ArgumentNullException(nameof(user)); await glyph.{|FPG3003:RequestAsync|}(user.Value, plugin); }")]
    [InlineData("public async Task RunAsync(IGlyph glyph, UserId user, PluginId plugin) { await EnsurePaidAsync(user); async Task EnsurePaidAsync(UserId asked) { await glyph.{|FPG3003:RequestAsync|}(asked, plugin); } }")]
    [InlineData("public async Task EnsurePaidAsync(IGlyph glyph, UserId user, PluginId plugin) => await glyph.{|FPG3003:RequestAsync|}(user, plugin); public async Task<string> GetAsync(IGlyph glyph, UserId user, PluginId plugin) { await EnsurePaidAsync(glyph, user, plugin); return \"glyphs\"; }")]
    [InlineData("public async Task EnsurePaidAsync(IGlyph glyph, UserId user, PluginId plugin) => await glyph.{|FPG3003:RequestAsync|}(user, plugin); public async Task<string> GetAsync(IGlyph glyph, UserId user, PluginId plugin) { await EnsurePaidAsync(glyph, user, plugin); return Read(\"a\"); } private static string Read(string name) => System.IO.File.ReadAllText(name);")]
    public Task Call_in_a_function_that_requires_a_payment_by_its_name_is_reported(string method) => VerifyAsync($"public class Code {{ {method} }}");

    [Theory]
    [InlineData("public async Task RefreshCacheAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); }")]
    [InlineData("public async Task ThrowIfPaidAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); }")]
    [InlineData("public async Task ThrowIfNotUnpaidAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); }")]
    [InlineData("public async Task ThrowIfNotPaidPlanAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); }")]
    [InlineData("public async Task<bool> TestAccessTokenAsync(IGlyph glyph, UserId user, PluginId plugin) { try { await glyph.RequestAsync(user, plugin); return true; } catch (FigmaPaymentsException) { return false; } }")]
    [InlineData("public async Task<bool> IsGenuineAsync(IQuiet quiet, PluginPaymentToken token) { await quiet.TryRequestAsync(token); return true; }")]
    [InlineData("public async Task<bool> IsAuthorizedAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); return true; }")]
    [InlineData("public async Task<bool> HasPluginAccessAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); return true; }")]
    [InlineData("public async Task EnsureAvailableAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); }")]
    [InlineData("public async Task EnsurePaidPluginAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); }")]
    [InlineData("public async Task<bool> HasAccessAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); return true; }")]
    [InlineData("public async Task EnablePremiumAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); }")]
    [InlineData("public async Task<bool> HasPaidPlanAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); return true; }")]
    [InlineData("public async Task CheckSubscriptionAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); }")]
    [InlineData("public async Task EnablePluginAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); }")]
    [InlineData("public async Task<bool> HasPaidAsync(IGlyph glyph, IOther other, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); return await other.HasPaidAsync(user); }")]
    [InlineData("public async Task<bool> HasPaidAsync(IGlyph glyph, IOther other, UserId user, PluginId[] plugins) { foreach (PluginId plugin in plugins) await glyph.RequestAsync(user, plugin); return await other.HasPaidAsync(user); }")]
    [InlineData("private readonly UserId _owner; public async Task<bool> HasPaidAsync(IGlyph glyph, PluginId plugin) { await glyph.RequestAsync(_owner, plugin); return true; }")]
    [InlineData("public async Task<object> EnsurePaidAsync(IGlyph glyph, UserId user, PluginId plugin) => await glyph.RequestAsync(user, plugin);")]
    [InlineData("public object EnsurePaid(IGlyph glyph, UserId user, PluginId plugin) => glyph.RequestAsync(user, plugin).Result;")]
    [InlineData("public virtual async Task EnsurePaidAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); }")]
    [InlineData("[System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.AsyncTaskMethodBuilder))] [Paid] public async Task EnsurePaidAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); } public class PaidAttribute : Attribute;")]
    [InlineData("public async Task EnsurePaidAsync(IGlyph glyph, UserId user, PluginId plugin) => await glyph.RequestAsync(user, plugin); public async Task<string> GetAsync(IGlyph glyph, UserId user, PluginId plugin) { await EnsurePaidAsync(glyph, user, plugin); return Read(\"a\"); } private static string Read(string name) => AppContext.GetData(name)?.ToString() ?? \"\";")]
    [InlineData("public class Monitor { public async Task EnsurePaidAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); } }")]
    public Task Call_in_a_function_with_another_purpose_is_not_reported(string method) => VerifyAsync($"public class Code {{ {method} }}");

    [Theory]
    [InlineData("await EnsurePaidAsync(glyph, user, plugin);", true)]
    [InlineData("Console.WriteLine(user); await EnsurePaidAsync(glyph, user, plugin);", true)]
    [InlineData("try { await EnsurePaidAsync(glyph, user, plugin); } catch (FigmaPaymentsException) { throw; }", true)]
    [InlineData("if ((await glyph.RequestAsync(user, plugin)) is { IsPaid: true }) await EnsurePaidAsync(glyph, user, plugin);")]
    [InlineData("if (!await other.HasPaidAsync(user)) return; await EnsurePaidAsync(glyph, user, plugin);")]
    [InlineData("_ = await other.HasPaidAsync(user) && EnsurePaidAsync(glyph, user, plugin).IsCompleted;")]
    [InlineData("foreach (UserId each in new[] { user }) await EnsurePaidAsync(glyph, each, plugin);")]
    [InlineData("await Task.WhenAll(new[] { user }.Select(each => EnsurePaidAsync(glyph, each, plugin)));")]
    [InlineData("Func<IGlyph, UserId, PluginId, Task> ensure = EnsurePaidAsync; await ensure(glyph, user, plugin);")]
    [InlineData("if (plugin == default) Console.WriteLine(); await EnsurePaidAsync(glyph, user, plugin);")]
    [InlineData("await StartTrialAsync(); async Task StartTrialAsync() => await EnsurePaidAsync(glyph, user, plugin);")]
    [InlineData("await ((ILicenses)this).EnsurePaidAsync(glyph, user, plugin);", true)]
    [InlineData("if (await other.HasPaidAsync(user)) await ((ILicenses)this).EnsurePaidAsync(glyph, user, plugin);")]
    public Task Call_is_judged_by_the_callers_of_its_method(string caller, bool isReported = false) => VerifyAsync($$"""
        public interface ILicenses { Task EnsurePaidAsync(IGlyph glyph, UserId user, PluginId plugin); }
        public class Code : ILicenses
        {
            public async Task EnsurePaidAsync(IGlyph glyph, UserId user, PluginId plugin) => await glyph.{{(isReported ? "{|FPG3003:RequestAsync|}" : "RequestAsync")}}(user, plugin);
            public async Task RunAsync(IGlyph glyph, IOther other, UserId user, PluginId plugin) { await Task.Yield(); {{caller}} }
        }
        """);

    [Fact]
    public Task Call_in_a_partial_method_is_not_reported() => VerifyAsync("""
        public partial class Code { public partial Task EnsurePaidAsync(IGlyph glyph, UserId user, PluginId plugin); }
        public partial class Code { public async partial Task EnsurePaidAsync(IGlyph glyph, UserId user, PluginId plugin) => await glyph.RequestAsync(user, plugin); }
        """);

    [Theory]
    [InlineData("try { await glyph.{|FPG3003:RequestAsync|}(user, plugin); } catch (FigmaPaymentsException) { return Results.StatusCode(402); } return Results.Ok();")]
    [InlineData("try { await glyph.{|FPG3003:RequestAsync|}(user, plugin); return Results.Ok(); } catch (FigmaPaymentsException) { return Results.Problem(statusCode: 402); }")]
    [InlineData("try { await glyph.{|FPG3003:RequestAsync|}(user, plugin); } catch (FigmaPaymentsException e) { Console.WriteLine(e); throw new PaymentRequiredException(); } return Results.Ok();")]
    [InlineData("try { await glyph.RequestAsync(user, plugin); } catch (FigmaPaymentsException) { return Results.Forbid(); } return Results.Ok();")]
    [InlineData("try { await glyph.RequestAsync(user, plugin); } catch (FigmaPaymentsException) { return Results.Problem(); } return Results.Ok();")]
    [InlineData("try { await glyph.RequestAsync(user, plugin); } catch (FigmaPaymentsException e) { return Results.BadRequest(e.Message); } return Results.Ok();")]
    [InlineData("try { await glyph.RequestAsync(user, plugin); } catch (FigmaPaymentsException) { return Results.StatusCode(402); } return Results.StatusCode(501);")]
    [InlineData("try { await glyph.RequestAsync(user, plugin); } catch (FigmaPaymentsException) { return Results.StatusCode(402); } return await RenderAsync();")]
    [InlineData("try { await glyph.RequestAsync(user, plugin); } catch (FigmaPaymentsException) { return Results.StatusCode(402); } return await glyph.RequestAsync(user, plugin) is { IsPaid: true } ? Results.Ok() : Results.StatusCode(402);")]
    public Task Call_is_judged_by_its_catch_clauses(string code) => VerifyAsync($$"""
        using Microsoft.AspNetCore.Http;
        public class PaymentRequiredException : Exception;
        public class Code
        {
            public async Task<IResult> GetAsync(IGlyph glyph, UserId user, PluginId plugin) { {{code}} }
            private static Task<IResult> RenderAsync() => Task.FromResult(Results.Ok());
        }
        """);

    [Theory]
    [InlineData("\"/premium/glyphs\"", "await glyph.{|FPG3003:RequestAsync|}(user, plugin); return Results.Ok(\"content\");")]
    [InlineData("\"/api/pro/glyphs/{user}\"", "await glyph.{|FPG3003:RequestAsync|}(user, plugin); return Results.File(\"glyphs\");")]
    [InlineData("\"/glyphs\"", "await glyph.RequestAsync(user, plugin); return Results.Ok(\"premium content\");")]
    [InlineData("\"/docs/pro\"", "await glyph.RequestAsync(user, plugin); return Results.Ok(\"content\");")]
    [InlineData("\"/premium\"", "await glyph.RequestAsync(user, plugin); return Results.NoContent();")]
    [InlineData("\"/premium\"", "await glyph.RequestAsync(user, plugin); return Results.Ok(false);")]
    [InlineData("\"/glyph-pro/news\"", "await glyph.RequestAsync(user, plugin); return Results.Ok(\"content\");")]
    [InlineData("\"/premium/{user:paid}\"", "await glyph.RequestAsync(user, plugin); return Results.Ok(\"content\");")]
    [InlineData("\"/premium/pricing\"", "await glyph.RequestAsync(user, plugin); return Results.Ok(\"content\");")]
    [InlineData("\"/download\"", "await glyph.RequestAsync(user, plugin); return Results.Ok(\"content\");")]
    [InlineData("\"/premium/glyphs\"", "try { await glyph.{|FPG3003:RequestAsync|}(user, plugin); } catch (FigmaPaymentsException) { return Results.Forbid(); } return Results.Ok(\"content\");")]
    [InlineData("\"/premium/glyphs\"", "try { await glyph.{|FPG3003:RequestAsync|}(user, plugin); } catch (FigmaPaymentsException e) { Console.WriteLine(e); } return Results.Ok(\"content\");")]
    [InlineData("\"/premium/glyphs\"", "await quiet.{|FPG3003:TryRequestAsync|}(token); return Results.Ok(\"content\");")]
    [InlineData("\"/glyphs\"", "await glyph.RequestAsync(user, plugin); return Results.Ok(\"content\");")]
    [InlineData("\"/download\"", "await quiet.TryRequestAsync(token); return Results.Ok(\"content\");")]
    [InlineData("\"/premium/health\"", "await glyph.RequestAsync(user, plugin); return Results.Ok(\"Figma answers\");")]
    [InlineData("\"/admin/premium\"", "await glyph.RequestAsync(user, plugin); return Results.Ok(\"Figma answers\");")]
    [InlineData("\"/premium/signin\"", "await glyph.RequestAsync(user, plugin); return Results.Ok();")]
    [InlineData("\"/premium/receipts\"", "await glyph.RequestAsync(user, plugin); return Results.Ok();")]
    [InlineData("\"/premium\"", "try { await glyph.RequestAsync(user, plugin); return Results.Ok(); } catch (FigmaPaymentsException e) { return Results.Problem(e.Message); }")]
    [InlineData("\"/premium\"", "try { await glyph.RequestAsync(user, plugin); return Results.Ok(); } catch (FigmaPaymentsException) { return Results.StatusCode(503); }")]
    [InlineData("\"/premium\"", "await glyph.RequestAsync(user, plugin); return await RenderAsync(glyph, user, plugin);")]
    [InlineData("\"/premium\"", "await glyph.RequestAsync(user, plugin); string content = await RenderTextAsync(glyph, user, plugin); return Results.Ok(content);")]
    [InlineData("\"/premium\"", "await glyph.RequestAsync(user, plugin); return Results.Ok(table[user]);")]
    [InlineData("\"/premium\"", "await glyph.RequestAsync(user, plugin); return Results.NotFound();")]
    [InlineData("\"/premium\"", "await glyph.RequestAsync(user, plugin); if (user == default) return Results.Ok(); return Results.StatusCode(402);")]
    public async Task Call_in_an_endpoint_is_judged_by_what_it_delivers(string path, string code)
    {
        await VerifyAsync(Endpoint($"app.MapGet({path}, async (Dictionary<UserId, string> table, IGlyph glyph, IQuiet quiet, UserId user, PluginId plugin, PluginPaymentToken token) => {{ {code} }});"));
        await VerifyAsync(Endpoint($"app.MapGet({path}, GetAsync); static async Task<IResult> GetAsync(Dictionary<UserId, string> table, IGlyph glyph, IQuiet quiet, UserId user, PluginId plugin, PluginPaymentToken token) {{ {code} }}"));

        static string Endpoint(string statements) => $$"""
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;
            public static class Code
            {
                public static void Map(WebApplication app) { {{statements}} }
                private static async Task<IResult> RenderAsync(IGlyph glyph, UserId user, PluginId plugin) => (await glyph.RequestAsync(user, plugin)).IsPaid ? Results.Ok() : Results.StatusCode(402);
                private static async Task<string> RenderTextAsync(IGlyph glyph, UserId user, PluginId plugin) => (await glyph.RequestAsync(user, plugin)).IsPaid ? "content" : throw new InvalidOperationException();
            }
            """;
    }

    [Theory]
    [InlineData("[Route(\"premium\")] public class GlyphController(IGlyph glyph) : ControllerBase { [HttpGet] public async Task<string> Get(UserId user, PluginId plugin) { await glyph.{|FPG3003:RequestAsync|}(user, plugin); return \"content\"; } }")]
    [InlineData("public class PremiumModel(IGlyph glyph) : PageModel { public async Task<IActionResult> OnGetAsync(UserId user, PluginId plugin) { await glyph.{|FPG3003:RequestAsync|}(user, plugin); return Page(); } }")]
    [InlineData("public class SettingsModel(IGlyph glyph) : PageModel { public async Task<IActionResult> OnGetAsync(UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); return Page(); } }")]
    [InlineData("public class GlyphController(IGlyph glyph) : ControllerBase { [HttpGet] public async Task<string> GetPremiumGlyphs(UserId user, PluginId plugin) { await glyph.{|FPG3003:RequestAsync|}(user, plugin); return \"content\"; } }")]
    [InlineData("public class GlyphController(IGlyph glyph) : ControllerBase { [HttpGet] [Obsolete(\"premium\")] public async Task<string> Get(UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); return \"content\"; } }")]
    [InlineData("public class GlyphController(IGlyph glyph) : ControllerBase { [HttpGet] [Paid] public async Task<string> GetPremiumGlyphs(UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); return \"content\"; } } public class PaidAttribute : Attribute;")]
    [InlineData("public class PaidMiddleware(RequestDelegate next, IGlyph glyph, PluginId plugin) { public async Task InvokeAsync(HttpContext context) { try { await glyph.{|FPG3003:RequestAsync|}(new UserId(context.User.Identity!.Name!), plugin); } catch (FigmaPaymentsException) { context.Response.StatusCode = 402; return; } await next(context); } }")]
    [InlineData("public class PaidMiddleware(RequestDelegate next, IGlyph glyph, PluginId plugin) { public async Task InvokeAsync(HttpContext context) { await glyph.RequestAsync(new UserId(context.User.Identity!.Name!), plugin); await next(context); } }")]
    [InlineData("public class PaidFilter(IGlyph glyph, PluginId plugin) : IEndpointFilter { public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) { try { await glyph.{|FPG3003:RequestAsync|}(new UserId(context.HttpContext.User.Identity!.Name!), plugin); } catch (FigmaPaymentsException) { return Results.StatusCode(402); } return await next(context); } }")]
    [InlineData("public class PaidRequirement : IAuthorizationRequirement; public class PaidHandler(IGlyph glyph, PluginId plugin) : AuthorizationHandler<PaidRequirement> { protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PaidRequirement requirement) { try { await glyph.{|FPG3003:RequestAsync|}(new UserId(context.User.Identity!.Name!), plugin); context.Succeed(requirement); } catch (FigmaPaymentsException) { context.Fail(); } } }")]
    [InlineData("public class PaidRequirement : IAuthorizationRequirement; public class PaidHandler(IGlyph glyph, PluginId plugin) : AuthorizationHandler<PaidRequirement> { public override Task HandleAsync(AuthorizationHandlerContext context) => context.User.IsInRole(\"paid\") ? base.HandleAsync(context) : Task.CompletedTask; protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PaidRequirement requirement) { await glyph.RequestAsync(new UserId(context.User.Identity!.Name!), plugin); context.Succeed(requirement); } }")]
    [InlineData("public class OwnerRequirement : IAuthorizationRequirement; public class OwnerHandler(IGlyph glyph, PluginId plugin) : AuthorizationHandler<OwnerRequirement> { protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, OwnerRequirement requirement) { await glyph.RequestAsync(new UserId(context.User.Identity!.Name!), plugin); context.Succeed(requirement); } }")]
    [InlineData("public class Service(IGlyph glyph, UserId user, PluginId plugin) : BackgroundService { protected override async Task ExecuteAsync(CancellationToken token) { await glyph.RequestAsync(user, plugin); Console.WriteLine(); } }")]
    [InlineData("public class Check(IGlyph glyph, UserId user, PluginId plugin) : IHealthCheck { public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken token) { await glyph.RequestAsync(user, plugin); return HealthCheckResult.Healthy(); } }")]
    public Task Call_in_a_type_of_ASP_NET_Core_is_judged_by_its_kind(string types) => VerifyAsync($$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.Extensions.Diagnostics.HealthChecks;
        using Microsoft.Extensions.Hosting;
        {{types}}
        """);

    [Theory]
    [InlineData("await _known.{|FPG3003:RequestAsync|}(user, plugin);")]
    [InlineData("await Known.{|FPG3003:RequestAsync|}(user, plugin);")]
    [InlineData("IGlyph glyph = Known; await glyph.{|FPG3003:RequestAsync|}(user, plugin);")]
    [InlineData("GlyphClient glyph = GlyphClient.Create(new PaymentsClientOptions { AccessToken = token }); await glyph.RequestAsync(user, plugin);")]
    [InlineData("await GlyphClient.Create(new PaymentsClientOptions { AccessToken = token }).RequestAsync(user, plugin);")]
    [InlineData("IGlyph glyph = Create(name); await glyph.RequestAsync(user, plugin);")]
    [InlineData("await Create(name).RequestAsync(user, plugin);")]
    [InlineData("_known = GlyphClient.Create(new PaymentsClientOptions { AccessToken = token }); await _known.RequestAsync(user, plugin);")]
    public Task Call_of_a_client_that_the_function_creates_is_not_reported(string code) => VerifyAsync($$"""
        public class Code
        {
            private IGlyph _known = null!;
            public IGlyph Known { get; set; } = null!;
            private IGlyph Create(string name) { Console.WriteLine(name); return _known; }
            public async Task EnsurePaidAsync(string name, PersonalAccessToken token, UserId user, PluginId plugin) { await Task.Yield(); {{code}} }
        }
        """);

    [Fact]
    public Task Call_is_not_reported_if_a_message_handler_might_throw_for_a_response() => VerifyAsync("""
        using System.Net.Http;
        public class Handler : DelegatingHandler { protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) { var response = await base.SendAsync(request, token); if ((await response.Content.ReadAsStringAsync(token)).Contains("UNPAID")) throw new HttpRequestException(); return response; } }
        public class Code(IGlyph glyph) { public async Task EnsurePaidAsync(UserId user, PluginId plugin) => await glyph.RequestAsync(user, plugin); }
        """);

    [Theory]
    [InlineData("await access.EnsurePaidAsync(user, plugin); return Results.Ok(\"glyphs\");", true)]
    [InlineData("await access.EnsurePaidAsync(user, plugin); return Results.Ok(await System.IO.File.ReadAllTextAsync(\"glyphs\"));", true)]
    [InlineData("await access.EnsurePaidAsync(user, plugin).ConfigureAwait(false); logger.LogInformation(\"{User}\", user); return Results.Ok(\"glyphs\");", true)]
    [InlineData("await access.EnsurePaidAsync(user, plugin); return Results.Ok(await store.FindAsync(user));")]
    [InlineData("await access.EnsurePaidAsync(user, plugin); string? content = await store.FindAsync(user); return Results.Ok(content);")]
    [InlineData("await access.EnsurePaidAsync(user, plugin); return store.Get(user);")]
    public Task Call_is_judged_with_what_its_caller_returns(string statements, bool isReported = false) => VerifyAsync($$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Logging;
        public interface IStore { Task<string?> FindAsync(UserId user); IResult Get(UserId user); }
        public sealed class Access(IGlyph glyph) { public async Task EnsurePaidAsync(UserId user, PluginId plugin) => await glyph.{{(isReported ? "{|FPG3003:RequestAsync|}" : "RequestAsync")}}(user, plugin); }
        public static class Endpoints { public static void Map(WebApplication app) => app.MapGet("/glyphs/{user}", async (Access access, IStore store, ILogger<Access> logger, UserId user, PluginId plugin) => { {{statements}} }); }
        """);

    [Fact]
    public Task Call_of_a_client_that_the_project_implements_is_not_reported() => VerifyAsync("""
        [PaymentsClient] public partial interface ICached { Task<PaymentInformation> GetAsync(UserId userId, PluginId pluginId); }
        public class Cache(ICached inner) : ICached { public Task<PaymentInformation> GetAsync(UserId userId, PluginId pluginId) => inner.GetAsync(userId, pluginId); }
        public class Code(ICached cached) { public async Task EnsurePaidAsync(UserId user, PluginId plugin) => await cached.GetAsync(user, plugin); }
        """);

    [Theory]
    [InlineData("xunit.core")]
    [InlineData("xunit.v3.core")]
    [InlineData("nunit.framework")]
    [InlineData("Microsoft.VisualStudio.TestPlatform.TestFramework")]
    [InlineData("MSTest.TestFramework")]
    [InlineData("TUnit.Core")]
    public Task Project_of_tests_is_not_reported(string framework) => RunWithReferenceAsync(framework, "await glyph.RequestAsync(user, plugin);");

    [Theory]
    [InlineData("xunit.assert")]
    [InlineData("NSubstitute")]
    public Task Other_project_with_a_library_for_tests_is_reported(string library) => RunWithReferenceAsync(library, "await glyph.{|FPG3003:RequestAsync|}(user, plugin);");

    private static Task RunWithReferenceAsync(string assembly, string statement)
    {
        using MemoryStream image = new();
        Assert.True(CSharpCompilation.Create(assembly, references: References.Default, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image).Success);
        image.Position = 0;

        return new VerifyCS.Test
        {
            References = References.Default.Add(MetadataReference.CreateFromStream(image)),
            TestState = { Sources = { Interface, Code(statement) } },
        }.RunAsync();
    }

    private static Task VerifyAsync(string source) => new VerifyCS.Test { References = References.WithAspNetCore, TestState = { Sources = { Interface, source } } }.RunAsync();

    private static string Code(string statement, string method = "EnsurePaidAsync") => $$"""
        public static class Texts { public static Task AsTask(this string text) => Task.CompletedTask; }
        public class Attempt(Func<Task> action) { public Task RunAsync() => action(); }
        public class Code
        {
            private readonly Task<bool> _pending = Task.FromResult(true);
            private bool _isPro;

            private static async Task RefusesAsync(Func<Task> action) { try { await action(); } catch (FigmaPaymentsException) { return; } throw new InvalidOperationException(); }
            private static void EnablePremium() { }

            public override string ToString() => $"{_isPro}";

            public async Task {{method}}(IGlyph glyph, IQuiet quiet, IDerived derived, GlyphClient client, IOther other, License license, string name, UserId user, PluginId plugin, PluginPaymentToken token)
            {
                await Task.Yield();
                {{statement}}
            }
        }
        """;
}

using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Responses.DoNotIgnorePaymentCheckAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Responses;

/// <summary>Tests FPG3003.</summary>
public sealed class DoNotIgnorePaymentCheckTests
{
    private const string Interface = """
        [PaymentsClient] public partial interface IGlyph { Task<PaymentInformation> AskAsync(UserId userId, PluginId pluginId); }
        [PaymentsClient] public partial interface IQuiet { ValueTask<PaymentsResult> TryAskAsync(PluginPaymentToken token); }
        public interface IDerived : IGlyph;
        public interface IOther { Task<PaymentInformation> AskAsync(UserId userId, PluginId pluginId); Task SaveAsync(); }
        """;

    [Theory]
    [InlineData("await glyph.{|#0:AskAsync|}(user, plugin);", "AskAsync")]
    [InlineData("await glyph.{|#0:AskAsync|}(user, plugin).ConfigureAwait(false);", "AskAsync")]
    [InlineData("await (glyph.{|#0:AskAsync|}(user, plugin));", "AskAsync")]
    [InlineData("await quiet.{|#0:TryAskAsync|}(token);", "TryAskAsync")]
    [InlineData("await quiet.{|#0:TryAskAsync|}(token).AsTask().ConfigureAwait(false);", "TryAskAsync")]
    [InlineData("await derived.{|#0:AskAsync|}(user, plugin);", "AskAsync")]
    [InlineData("await client.{|#0:AskAsync|}(user, plugin);", "AskAsync")]
    [InlineData("glyph?.{|#0:AskAsync|}(user, plugin);", "AskAsync")]
    [InlineData("glyph.{|#0:AskAsync|}(user, plugin).Wait();", "AskAsync")]
    [InlineData("glyph.{|#0:AskAsync|}(user, plugin).GetAwaiter().GetResult();", "AskAsync")]
    [InlineData("""try { await glyph.{|#0:AskAsync|}(user, plugin); Console.WriteLine("granted"); } catch (FigmaPaymentsException) { }""", "AskAsync")]
    [InlineData("Func<Task> two = async () => { Console.WriteLine(); await glyph.{|#0:AskAsync|}(user, plugin); }; await two();", "AskAsync")]
    public Task Call_as_a_statement_is_reported(string code, string method) => VerifyCS.VerifyAnalyzerAsync(
        [Interface, Code(code)],
        VerifyCS.Diagnostic("FPG3003").WithLocation(0).WithMessage($"The result of '{method}' is ignored, so unpaid users aren't rejected; check 'IsPaid' or 'IsPaidOrTrial', or assign the result to '_'"));

    [Theory]
    [InlineData("_ = await glyph.AskAsync(user, plugin);")]
    [InlineData("_ = glyph.AskAsync(user, plugin);")]
    [InlineData("PaymentInformation answer = await glyph.AskAsync(user, plugin); Console.WriteLine(answer.IsPaid);")]
    [InlineData("(await quiet.TryAskAsync(token)).GetInformationOrThrow();")]
    [InlineData("await Task.WhenAll(glyph.AskAsync(user, plugin));")]
    [InlineData("await other.AskAsync(user, plugin);")]
    [InlineData("await other.SaveAsync();")]
    [InlineData("Func<Task> act = async () => await glyph.AskAsync(user, plugin); await act();")]
    [InlineData("Func<Task> act = async () => { await glyph.AskAsync(user, plugin); }; await act();")]
    [InlineData("Func<Task> act = () => glyph.AskAsync(user, plugin); await act();")]
    [InlineData("Console.WriteLine((await glyph.AskAsync(user, plugin)).IsPaid);")]
    [InlineData("await (await glyph.AskAsync(user, plugin)).ToString().AsTask();")]
    public Task Used_or_discarded_result_is_not_reported(string code) => VerifyCS.VerifyNoDiagnosticsAsync(Interface, Code(code));

    [Theory]
    [InlineData("public async Task AskAsync(IGlyph glyph, UserId user, PluginId plugin) => await glyph.{|FPG3003:AskAsync|}(user, plugin);")]
    [InlineData("public void Ask(IGlyph glyph, UserId user, PluginId plugin) => glyph.{|FPG3003:AskAsync|}(user, plugin).Wait();")]
    public Task Method_without_a_result_that_only_makes_a_call_is_reported(string method) =>
        VerifyCS.VerifyAnalyzerAsync([Interface, $"public class Code {{ {method} }}"]);

    [Theory]
    [InlineData("public Task AskAsync(IGlyph glyph, UserId user, PluginId plugin) => glyph.AskAsync(user, plugin);")]
    [InlineData("public async Task<object> AskAsync(IGlyph glyph, UserId user, PluginId plugin) => await glyph.AskAsync(user, plugin);")]
    [InlineData("public object Answer(IGlyph glyph, UserId user, PluginId plugin) => glyph.AskAsync(user, plugin).Result;")]
    public Task Method_that_returns_the_result_is_not_reported(string method) => VerifyCS.VerifyNoDiagnosticsAsync(Interface, $"public class Code {{ {method} }}");

    private static string Code(string statement) => $$"""
        public static class Texts { public static Task AsTask(this string text) => Task.CompletedTask; }
        public class Code
        {
            public async Task RunAsync(IGlyph glyph, IQuiet quiet, IDerived derived, GlyphClient client, IOther other, UserId user, PluginId plugin, PluginPaymentToken token)
            {
                await Task.Yield();
                {{statement}}
            }
        }
        """;
}

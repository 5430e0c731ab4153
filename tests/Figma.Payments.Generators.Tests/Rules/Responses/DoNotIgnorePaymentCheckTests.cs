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
        public interface IOther { Task<PaymentInformation> RequestAsync(UserId userId, PluginId pluginId); Task SaveAsync(); }
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
    [InlineData("""try { await glyph.{|#0:RequestAsync|}(user, plugin); Console.WriteLine("granted"); } catch (FigmaPaymentsException) { }""", "RequestAsync")]
    [InlineData("Func<Task> two = async () => { Console.WriteLine(); await glyph.{|#0:RequestAsync|}(user, plugin); }; await two();", "RequestAsync")]
    [InlineData("await Task.Run(async () => { await glyph.{|#0:RequestAsync|}(user, plugin); Console.WriteLine(); });", "RequestAsync")]
    public Task Call_as_a_statement_is_reported(string code, string method) => VerifyCS.VerifyAnalyzerAsync(
        [Interface, Code(code)],
        VerifyCS.Diagnostic("FPG3003").WithLocation(0).WithMessage($"The result of '{method}' is ignored, so unpaid users aren't rejected; check 'IsPaid' or 'IsPaidOrTrial', or assign the result to '_'"));

    [Theory]
    [InlineData("_ = await glyph.RequestAsync(user, plugin);")]
    [InlineData("_ = glyph.RequestAsync(user, plugin);")]
    [InlineData("PaymentInformation answer = await glyph.RequestAsync(user, plugin); Console.WriteLine(answer.IsPaid);")]
    [InlineData("(await quiet.TryRequestAsync(token)).GetInformationOrThrow();")]
    [InlineData("await Task.WhenAll(glyph.RequestAsync(user, plugin));")]
    [InlineData("await other.RequestAsync(user, plugin);")]
    [InlineData("await other.SaveAsync();")]
    [InlineData("Func<Task> act = async () => await glyph.RequestAsync(user, plugin); await act();")]
    [InlineData("Func<Task> act = async () => { await glyph.RequestAsync(user, plugin); }; await act();")]
    [InlineData("Func<Task> act = () => glyph.RequestAsync(user, plugin); await act();")]
    [InlineData("await RefusesAsync(async () => { await glyph.RequestAsync(user, plugin); Console.WriteLine(); });")]
    [InlineData("_ = new Attempt(async () => { await glyph.RequestAsync(user, plugin); Console.WriteLine(); });")]
    [InlineData("Console.WriteLine((await glyph.RequestAsync(user, plugin)).IsPaid);")]
    [InlineData("await (await glyph.RequestAsync(user, plugin)).ToString().AsTask();")]
    public Task Used_or_discarded_result_is_not_reported(string code) => VerifyCS.VerifyNoDiagnosticsAsync(Interface, Code(code));

    [Theory]
    [InlineData("public async Task RequestAsync(IGlyph glyph, UserId user, PluginId plugin) => await glyph.{|FPG3003:RequestAsync|}(user, plugin);")]
    [InlineData("public void Request(IGlyph glyph, UserId user, PluginId plugin) => glyph.{|FPG3003:RequestAsync|}(user, plugin).Wait();")]
    public Task Method_without_a_result_that_only_makes_a_call_is_reported(string method) =>
        VerifyCS.VerifyAnalyzerAsync([Interface, $"public class Code {{ {method} }}"]);

    [Theory]
    [InlineData("public Task RequestAsync(IGlyph glyph, UserId user, PluginId plugin) => glyph.RequestAsync(user, plugin);")]
    [InlineData("public async Task<object> RequestAsync(IGlyph glyph, UserId user, PluginId plugin) => await glyph.RequestAsync(user, plugin);")]
    [InlineData("public object Answer(IGlyph glyph, UserId user, PluginId plugin) => glyph.RequestAsync(user, plugin).Result;")]
    public Task Method_that_returns_the_result_is_not_reported(string method) => VerifyCS.VerifyNoDiagnosticsAsync(Interface, $"public class Code {{ {method} }}");

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

    [Theory]
    [InlineData("System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew(); await glyph.RequestAsync(user, plugin); watch.Stop(); System.Diagnostics.Debug.WriteLine(watch.Elapsed);")]
    [InlineData("System.Diagnostics.Metrics.Histogram<double> histogram = null!; await glyph.RequestAsync(user, plugin); double elapsed = 1; histogram.Record(elapsed); return;")]
    [InlineData("while (true) { await glyph.RequestAsync(user, plugin); await Task.Delay(1000).ConfigureAwait(false); }")]
    [InlineData("try { await glyph.RequestAsync(user, plugin); } catch (FigmaPaymentsException) { }")]
    [InlineData("try { await glyph.RequestAsync(user, plugin); } catch (FigmaPaymentsException e) { System.Diagnostics.Debug.WriteLine(e); }")]
    [InlineData("try { await glyph.{|FPG3003:RequestAsync|}(user, plugin); } catch (FigmaPaymentsException e) { System.Diagnostics.Debug.WriteLine(e); } await other.SaveAsync();")]
    [InlineData("await WarmUpAsync(); async Task WarmUpAsync() { await glyph.RequestAsync(user, plugin); Console.WriteLine(); }")]
    [InlineData("Func<Task> refresh = async () => { await glyph.RequestAsync(user, plugin); Console.WriteLine(); }; await refresh();")]
    [InlineData("System.Diagnostics.Debug.WriteLine(1); await glyph.{|FPG3003:RequestAsync|}(user, plugin);")]
    [InlineData("await glyph.{|FPG3003:RequestAsync|}(user, plugin); System.Diagnostics.Debug.WriteLine(1); await other.SaveAsync();")]
    [InlineData("await glyph.{|FPG3003:RequestAsync|}(user, plugin); bool isSaved = other.SaveAsync().IsCompleted; Console.WriteLine(isSaved);")]
    [InlineData("while (true) { Console.WriteLine(); await glyph.{|FPG3003:RequestAsync|}(user, plugin); await Task.Delay(1000); }")]
    [InlineData("try { await glyph.{|FPG3003:RequestAsync|}(user, plugin); } finally { Console.WriteLine(); }")]
    [InlineData("try { await glyph.{|FPG3003:RequestAsync|}(user, plugin); } catch (FigmaPaymentsException) { throw; } Console.WriteLine();")]
    [InlineData("try { await glyph.{|FPG3003:RequestAsync|}(user, plugin); } catch (FigmaPaymentsException) { return; } await other.SaveAsync();")]
    [InlineData("if (glyph is not null) { await glyph.{|FPG3003:RequestAsync|}(user, plugin); } await other.SaveAsync();")]
    public Task Call_is_judged_by_what_follows(string code) => new VerifyCS.Test { TestState = { Sources = { Interface, Code(code) } } }.RunAsync();

    [Theory]
    [InlineData("public async Task RefreshCacheAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); Console.WriteLine(); }")]
    [InlineData("public async Task<bool> TestAccessTokenAsync(IGlyph glyph, UserId user, PluginId plugin) { try { await glyph.RequestAsync(user, plugin); return true; } catch (FigmaPaymentsException) { return false; } }")]
    [InlineData("public static class WarmUp { public static async Task RunAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.RequestAsync(user, plugin); Console.WriteLine(); } }")]
    [InlineData("public async void Request(IGlyph glyph, UserId user, PluginId plugin) => await glyph.RequestAsync(user, plugin);")]
    [InlineData("public async void Request(IGlyph glyph, UserId user, PluginId plugin) { await glyph.{|FPG3003:RequestAsync|}(user, plugin); Console.WriteLine(); }")]
    [InlineData("public async Task UnlockWithTokenAsync(IQuiet quiet, PluginPaymentToken token) { await quiet.{|FPG3003:TryRequestAsync|}(token); Console.WriteLine(); }")]
    [InlineData("public async Task<bool> EnsurePaidAsync(IGlyph glyph, UserId user, PluginId plugin) { await glyph.{|FPG3003:RequestAsync|}(user, plugin); return true; }")]
    [InlineData("public static async Task Main(IGlyph glyph, UserId user, PluginId plugin) => await glyph.{|FPG3003:RequestAsync|}(user, plugin);")]
    public Task Call_is_judged_by_its_function(string method) => new VerifyCS.Test { TestState = { Sources = { Interface, $"public class Code {{ {method} }}" } } }.RunAsync();

    [Theory]
    [InlineData("await glyph.RequestAsync(user, plugin);")]
    [InlineData("await glyph.RequestAsync(user, plugin); app.MapGet(\"/\", () => 1); app.Run();")]
    [InlineData("await glyph.RequestAsync(user, plugin); await app.RunAsync();")]
    [InlineData("await glyph.{|FPG3003:RequestAsync|}(user, plugin); Console.WriteLine(\"granted\");")]
    public async Task Call_in_an_entry_point_is_judged_by_what_follows(string code)
    {
        const string Variables = "IGlyph glyph = null!; UserId user = new(\"893760322388183958\"); PluginId plugin = new(\"1678669904810665842\"); WebApplication app = null!; Console.WriteLine(app);";
        await RunAsync($"using Microsoft.AspNetCore.Builder; {Variables} {code}");
        await RunAsync($"using Microsoft.AspNetCore.Builder; public static class Program {{ public static async Task Main() {{ {Variables} {code} }} }}");

        static Task RunAsync(string source) => new VerifyCS.Test
        {
            References = References.WithAspNetCore,
            TestState = { OutputKind = OutputKind.ConsoleApplication, Sources = { Interface, source } },
        }.RunAsync();
    }

    [Theory]
    [InlineData("BackgroundService { protected override async Task ExecuteAsync(CancellationToken token) => await glyph.RequestAsync(user, plugin);")]
    [InlineData("BackgroundService { protected override async Task ExecuteAsync(CancellationToken token) { await glyph.{|FPG3003:RequestAsync|}(user, plugin); Console.WriteLine(); }")]
    [InlineData("IHealthCheck { public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken token) { await glyph.RequestAsync(user, plugin); return HealthCheckResult.Healthy(); }")]
    public Task Call_in_a_service_is_judged_by_its_kind(string type) => new VerifyCS.Test
    {
        References = References.WithAspNetCore,
        TestState = { Sources = { Interface, $"using Microsoft.Extensions.Diagnostics.HealthChecks; using Microsoft.Extensions.Hosting; public class Service(IGlyph glyph, UserId user, PluginId plugin) : {type} }}" } },
    }.RunAsync();

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

    private static string Code(string statement) => $$"""
        public static class Texts { public static Task AsTask(this string text) => Task.CompletedTask; }
        public class Attempt(Func<Task> action) { public Task RunAsync() => action(); }
        public class Code
        {
            private static async Task RefusesAsync(Func<Task> action) { try { await action(); } catch (FigmaPaymentsException) { return; } throw new InvalidOperationException(); }

            public async Task RunAsync(IGlyph glyph, IQuiet quiet, IDerived derived, GlyphClient client, IOther other, UserId user, PluginId plugin, PluginPaymentToken token)
            {
                await Task.Yield();
                {{statement}}
            }
        }
        """;
}

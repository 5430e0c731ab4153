using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Declarations.TokenRequestMustReturnResourceAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>Tests FPG1010.</summary>
public sealed class TokenRequestMustReturnResourceTests
{
    [Theory]
    [InlineData("Task<PaymentStatus> {|#0:RequestAsync|}(PluginPaymentToken token);")]
    [InlineData("ValueTask<PaymentStatus> {|#0:RequestAsync|}(CancellationToken cancellationToken, PluginPaymentToken token);")]
    [InlineData("Task<PaymentStatus> {|#0:RequestAsync|}(string plugin_payment_token);")]
    [InlineData("""Task<PaymentStatus> {|#0:RequestAsync|}([PaymentsParameter("plugin_payment_token")] string secret);""")]
    [InlineData("Task<PaymentInformation> GetAsync(PluginPaymentToken token); Task<PaymentStatus> {|#0:RequestAsync|}(PluginPaymentToken token);")]
    public async Task Unpinned_token_request_that_returns_a_status_is_reported(string question)
    {
        const string message = "The status that 'RequestAsync' returns might belong to another resource; return 'PaymentInformation' or 'PaymentsResult', or pin the client";
        await VerifyCS.VerifyAnalyzerAsync($"[PaymentsClient] public partial interface IGlyph {{ {question} }}", VerifyCS.Diagnostic("FPG1010").WithLocation(0).WithMessage(message));
    }

    [Theory]
    [InlineData("public interface IBase { Task<PaymentStatus> RequestAsync(PluginPaymentToken token); } [PaymentsClient] public partial interface {|FPG1010:IGlyph|} : IBase { }")]
    [InlineData("[PaymentsClient] public partial interface IBase { Task<PaymentStatus> {|FPG1010:RequestAsync|}(PluginPaymentToken token); } [PaymentsClient] public partial interface IGlyph : IBase { }")]
    public Task Inherited_token_request_is_reported_once(string source) => VerifyCS.VerifyAnalyzerAsync(source);

    [Fact]
    public Task Client_is_generated_despite_the_warning() => new VerifyCS.Test
    {
        TestCode = "[PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> {|FPG1010:RequestAsync|}(PluginPaymentToken token); }",
        GeneratedFiles = ["IGlyph.g.cs"],
    }.RunAsync();

    [Theory]
    [InlineData("""[PaymentsClient(PluginId = "1")]""", "Task<PaymentStatus> RequestAsync(PluginPaymentToken token);")]
    [InlineData("""[PaymentsClient(WidgetId = "1")]""", "Task<PaymentStatus> RequestAsync(PluginPaymentToken token);")]
    [InlineData("[PaymentsClient]", "Task<PaymentInformation> RequestAsync(PluginPaymentToken token);")]
    [InlineData("[PaymentsClient]", "ValueTask<PaymentsResult> RequestAsync(PluginPaymentToken token);")]
    [InlineData("[PaymentsClient]", "Task<PaymentStatus> RequestAsync(UserId user, PluginId plugin);")]
    [InlineData("[PaymentsClient]", "")]
    [InlineData("", "Task<PaymentStatus> RequestAsync(PluginPaymentToken token);")]
    public Task Request_with_a_known_resource_is_not_reported(string attribute, string question) =>
        VerifyCS.VerifyNoDiagnosticsAsync($"{attribute} public partial interface IGlyph {{ {question} }}");

    [Fact]
    public Task Client_pinned_by_a_manifest_is_not_reported() => new VerifyCS.Test
    {
        TestCode = "[PaymentsClient(Manifest = \"manifest.json\")] public partial interface IGlyph { Task<PaymentStatus> RequestAsync(PluginPaymentToken token); }",
        TestState = { AdditionalFiles = { ("/project/manifest.json", "{ \"id\": \"1678669904810665842\" }") } },
    }.RunAsync();

    [Fact]
    public Task Token_request_with_an_implementation_is_not_reported() => VerifyCS.VerifyNoDiagnosticsAsync(
        "[PaymentsClient] public partial interface IGlyph { Task<PaymentInformation> GetAsync(PluginPaymentToken token); async Task<PaymentStatus> RequestAsync(PluginPaymentToken token) => (await GetAsync(token)).PaymentStatus; }");
}

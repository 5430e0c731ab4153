using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Declarations.DeclareMethodsForRequestDelegateGeneratorAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>Tests FPG1011.</summary>
public sealed class DeclareMethodsForRequestDelegateGeneratorTests
{
    private const string Aot = "// <PublishAot>true</PublishAot>\n";
    private const string Web = "namespace Microsoft.AspNetCore.Builder { public static class EndpointRouteBuilderExtensions { } }\n";

    [Theory]
    [InlineData("", "; declare the methods or inherit 'IPaymentsClient'")]
    [InlineData("(PluginId = \"1\")", "; declare the methods or inherit 'IPinnedPaymentsClient'")]
    [InlineData("(WidgetId = \"1\")", "; declare the methods or inherit 'IPinnedPaymentsClient'")]
    [InlineData("(CommunityFileId = \"1\")", "; declare the methods")]
    public Task Interface_without_methods_is_reported(string pin, string fix) => VerifyCS.VerifyAnalyzerAsync(
        $"{Aot}{Web}[PaymentsClient{pin}] public partial interface {{|#0:IGlyph|}} {{ }}",
        VerifyCS.Diagnostic("FPG1011").WithLocation(0).WithMessage("The request delegate generator of ASP.NET Core can't see the generated methods of 'IGlyph'" + fix));

    [Fact]
    public Task Interface_that_is_pinned_by_a_manifest_is_reported() => new VerifyCS.Test
    {
        TestCode = $"{Aot}{Web}[PaymentsClient(Manifest = \"manifest.json\")] public partial interface {{|#0:IGlyph|}} {{ }}",
        TestState = { AdditionalFiles = { ("/project/manifest.json", """{ "id": "1" }""") } },
        ExpectedDiagnostics = { VerifyCS.Diagnostic("FPG1011").WithLocation(0).WithMessage("The request delegate generator of ASP.NET Core can't see the generated methods of 'IGlyph'; declare the methods or inherit 'IPinnedPaymentsClient'") },
    }.RunAsync();

    [Theory]
    [InlineData("[PaymentsClient] public partial interface {|FPG1011:IGlyph|} { } partial interface IGlyph { }")]
    [InlineData("[PaymentsClient] public partial interface {|FPG1011:IGlyph|} { bool Help() => true; }")]
    [InlineData("public interface IBase { bool Help() => true; } [PaymentsClient] public partial interface {|FPG1011:IGlyph|} : IBase { }")]
    [InlineData("[PaymentsClient] public partial interface {|FPG1011:IBase|} { } [PaymentsClient] public partial interface IGlyph : IBase { }")]
    [InlineData("public partial class Outer { [PaymentsClient] private partial interface {|FPG1011:IGlyph|} { } }")]
    [InlineData("[PaymentsClient] public partial interface IGlyph { Task<PaymentStatus> GetAsync(UserId user, PluginId plugin); [PaymentsClient] public partial interface {|FPG1011:IInner|} { } }")]
    public Task Interface_to_which_methods_are_added_is_reported(string source) => VerifyCS.VerifyAnalyzerAsync(Aot + Web + source);

    [Theory]
    [InlineData("[PaymentsClient] public partial interface IGlyph : IPaymentsClient { }")]
    [InlineData("[PaymentsClient(PluginId = \"1\")] public partial interface IGlyph : IPinnedPaymentsClient { }")]
    [InlineData("[PaymentsClient] public partial interface IGlyph { Task<PaymentInformation> GetAsync(PluginPaymentToken token); }")]
    [InlineData("public interface IBase { Task<PaymentInformation> GetAsync(PluginPaymentToken token); } [PaymentsClient] public partial interface IGlyph : IBase { }")]
    [InlineData("public partial interface IGlyph { }")]
    public Task Interface_with_visible_methods_is_not_reported(string source) => VerifyCS.VerifyNoDiagnosticsAsync(Aot + Web + source);

    [Theory]
    [InlineData(Web)]
    [InlineData(Aot)]
    [InlineData("// <PublishAot>false</PublishAot>\n" + Web)]
    public Task Project_without_the_request_delegate_generator_is_not_reported(string project) =>
        VerifyCS.VerifyNoDiagnosticsAsync(project + "[PaymentsClient] public partial interface IGlyph { }");

    [Fact]
    public Task Interface_without_a_client_is_not_reported() => VerifyCS.VerifyAnalyzerAsync(Aot + Web + "[PaymentsClient] public interface {|FPG1001:IGlyph|} { }");
}

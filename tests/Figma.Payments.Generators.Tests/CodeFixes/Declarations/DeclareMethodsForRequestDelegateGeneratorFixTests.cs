using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.CodeFixes.CodeFixVerifier<Figma.Payments.Generators.Rules.Declarations.DeclareMethodsForRequestDelegateGeneratorAnalyzer, Figma.Payments.Generators.CodeFixes.Declarations.DeclareMethodsForRequestDelegateGeneratorFix>;

namespace Figma.Payments.Generators.Tests.CodeFixes.Declarations;

/// <summary>FPG1011.</summary>
public sealed class DeclareMethodsForRequestDelegateGeneratorFixTests
{
    [Theory]
    [InlineData("", "{|FPG1011:IPayments|};", "IPayments : IPaymentsClient;")]
    [InlineData("", "{|FPG1011:IPayments|} { }", "IPayments : IPaymentsClient { }")]
    [InlineData("", "{|FPG1011:IPayments|} // kept\n{\n    // kept\n}", "IPayments : IPaymentsClient // kept\n{\n    // kept\n}")]
    [InlineData("(PluginId = \"1\")", "{|FPG1011:IPayments|};", "IPayments : IPinnedPaymentsClient;")]
    [InlineData("(WidgetId = \"1\")", "{|FPG1011:IPayments|};", "IPayments : IPinnedPaymentsClient;")]
    public Task Interface_inherits_the_methods(string pin, string before, string after) => VerifyCS.VerifyCodeFixAsync(Source(pin, before), Source(pin, after));

    [Fact]
    public Task Interface_that_is_pinned_to_a_Community_file_has_no_fix() => VerifyCS.VerifyNoCodeFixAsync(Source("(CommunityFileId = \"1\")", "{|FPG1011:IPayments|};"));

    private static string Source(string pin, string declaration) => $$"""
        using Figma.Payments;

        // <PublishAot>true</PublishAot>
        namespace Microsoft.AspNetCore.Builder { public static class EndpointRouteBuilderExtensions { } }

        [PaymentsClient{{pin}}] public partial interface {{declaration}}
        """;
}

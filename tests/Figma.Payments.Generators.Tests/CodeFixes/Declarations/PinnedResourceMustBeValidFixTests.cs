using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.CodeFixes.CodeFixVerifier<Figma.Payments.Generators.Rules.Declarations.DeclarationAnalyzer, Figma.Payments.Generators.CodeFixes.Declarations.PinnedResourceMustBeValidFix>;

namespace Figma.Payments.Generators.Tests.CodeFixes.Declarations;

/// <summary>FPG1007.</summary>
public sealed class PinnedResourceMustBeValidFixTests
{
    [Theory]
    [InlineData("PluginId", "PluginId = \"1\"")]
    [InlineData("WidgetId", "WidgetId = Ids.Widget")]
    public Task Each_pinned_resource_has_an_action_that_keeps_only_it(string name, string kept) => VerifyCS.VerifyCodeFixAsync(
        Pinned("{|FPG1007:PaymentsClient(PluginId = \"1\", WidgetId = Ids.Widget, CommunityFileId = \"3\")|}"),
        Pinned($"PaymentsClient({kept})"),
        "FPG1007." + name);

    [Fact]
    public Task Pinned_id_that_is_not_valid_has_no_fix() => VerifyCS.VerifyNoCodeFixAsync(Pinned("{|FPG1007:PaymentsClient(PluginId = \"\")|}"));

    private static string Pinned(string attribute) => $$"""
        using Figma.Payments;

        public static class Ids { public const string Widget = "2"; }

        [{{attribute}}] public partial interface IPayments { }
        """;
}

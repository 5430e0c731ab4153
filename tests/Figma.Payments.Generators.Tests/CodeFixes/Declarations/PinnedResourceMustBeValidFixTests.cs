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

    [Theory]
    [InlineData("PluginId = \"https://www.figma.com/community/plugin/1678669904810665842/glyphs\"", "PluginId = \"1678669904810665842\"")]
    [InlineData("WidgetId = /* ours */ \"https://figma.com/community/widget/2\" // a comment\n", "WidgetId = /* ours */ \"2\" // a comment\n")]
    [InlineData("WidgetId = \"https://www.figma.com/community/plugin/1\"", null)]
    [InlineData("PluginId = \"https://www.figma.com/community/plugin/glyphs\"", null)]
    [InlineData("PluginId = \"https://www.figma.com/community/plugin/\" + Ids.Widget", null)]
    public Task Id_is_taken_from_an_address(string arguments, string? after)
    {
        string before = Pinned($"{{|FPG1007:PaymentsClient({arguments})|}}");
        return after is null ? VerifyCS.VerifyNoCodeFixAsync(before, "FPG1007.Address") : VerifyCS.VerifyCodeFixAsync(before, Pinned($"PaymentsClient({after})"), "FPG1007.Address");
    }

    [Fact]
    public Task Id_is_taken_from_an_address_only_if_it_is_the_only_pin() => VerifyCS.VerifyNoCodeFixAsync(
        Pinned("{|FPG1007:{|FPG1007:PaymentsClient(PluginId = \"https://www.figma.com/community/plugin/1\", WidgetId = \"2\")|}|}"),
        "FPG1007.Address");

    [Theory]
    [InlineData("\n    PluginId = \"1\",\n    WidgetId = \"2\"\n", "PluginId", "\n    PluginId = \"1\"\n")]
    [InlineData("\n    PluginId = \"1\",\n    WidgetId = \"2\"\n", "WidgetId", "\n    WidgetId = \"2\"\n")]
    [InlineData("PluginId = \"1\", /* kept */ WidgetId = \"2\", CommunityFileId = \"3\"", "WidgetId", null)]
    [InlineData("PluginId = \"1\" /* a comment */, WidgetId = \"2\"", "WidgetId", null)]
    [InlineData("PluginId = \"1\", // a comment\n    WidgetId = \"2\"", "PluginId", null)]
    [InlineData("PluginId = \"1\",\n#if DEBUG\n    CommunityFileId = \"3\"\n#else\n    WidgetId = \"2\"\n#endif\n", "PluginId", null)]
    public Task Layout_and_comments_are_kept_or_nothing_is_offered(string arguments, string name, string? after)
    {
        string before = Pinned($"{{|FPG1007:PaymentsClient({arguments})|}}");
        return after is null ? VerifyCS.VerifyNoCodeFixAsync(before) : VerifyCS.VerifyCodeFixAsync(before, Pinned($"PaymentsClient({after})"), "FPG1007." + name);
    }

    [Fact]
    public Task Resource_that_leads_to_another_problem_is_not_offered()
    {
        const string Methods = "{ System.Threading.Tasks.Task<PaymentInformation> GetAsync(PluginPaymentToken token); }";
        string before = Pinned("{|FPG1007:PaymentsClient(CommunityFileId = \"3\", PluginId = \"1\")|}", Methods);

        return Task.WhenAll(
            VerifyCS.VerifyCodeFixAsync(before, Pinned("PaymentsClient(PluginId = \"1\")", Methods), "FPG1007.PluginId"),
            VerifyCS.VerifyNoCodeFixAsync(before, "FPG1007.CommunityFileId"));
    }

    private static string Pinned(string attribute, string body = "{ }") => $$"""
        using Figma.Payments;

        public static class Ids { public const string Widget = "2"; }

        [{{attribute}}] public partial interface IPayments {{body}}
        """;
}

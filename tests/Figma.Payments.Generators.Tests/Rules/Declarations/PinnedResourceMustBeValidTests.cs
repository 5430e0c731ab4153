using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Declarations.DeclarationAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>Tests FPG1007.</summary>
public sealed class PinnedResourceMustBeValidTests
{
    [Theory]
    [InlineData("PluginId = \"1\", WidgetId = \"2\"", "several resources are set ('PluginId', 'WidgetId'); declare an interface for each")]
    [InlineData("CommunityFileId = \"1\", PluginId = \"2\"", "several resources are set ('CommunityFileId', 'PluginId'); declare an interface for each")]
    [InlineData("CommunityFileId = \"1\", PluginId = \"2\", WidgetId = \"3\"", "several resources are set ('CommunityFileId', 'PluginId', 'WidgetId'); declare an interface for each")]
    [InlineData("PluginId = \"\"", "'PluginId' isn't a valid ID (it is empty)")]
    [InlineData("WidgetId = \" 1\"", "'WidgetId' isn't a valid ID (it has white space at position 0)")]
    [InlineData("CommunityFileId = \"https://www.figma.com/community/file/1\"", "'CommunityFileId' isn't a valid ID (it is an address; use the number after '/file/')")]
    [InlineData("PluginId = \"https://www.figma.com/community/plugin/1678669904810665842/a-name-that-is-longer-than-an-id\"", "'PluginId' isn't a valid ID (it is an address; use the number after '/plugin/')")]
    [InlineData("WidgetId = \"https://www.figma.com/community/plugin/1\"", "'WidgetId' isn't a valid ID (it is the address of another kind of resource ('/plugin/' where '/widget/' is expected))")]
    [InlineData("PluginId = \"https://www.figma.com/community/plugin\"", "'PluginId' isn't a valid ID (the address has no ID after '/plugin/')")]
    [InlineData("PluginId = \"https://example.com/plugin/1\"", "'PluginId' isn't a valid ID (it is an address, but not one of a Community page, such as 'https://www.figma.com/community/plugin/…')")]
    [InlineData("PluginId = \"a&user_id=2\"", "'PluginId' isn't a valid ID (it has a '&' at position 1)")]
    [InlineData("PluginId = \"11111111112222222222333333333344444444445555555555666666666677777\"", "'PluginId' isn't a valid ID (it has 65 characters, more than 64)")]
    [InlineData("PluginId = Ids.Empty", "'PluginId' isn't a valid ID (it is empty)")]
    public async Task Invalid_pinned_resource_is_reported_at_the_attribute(string arguments, string reason) =>
        await VerifyCS.VerifyAnalyzerAsync(
            $$"""
            public static class Ids { public const string Empty = ""; }
            [{|#0:PaymentsClient({{arguments}})|}]
            public partial interface IGlyph { }
            """,
            VerifyCS.Diagnostic("FPG1007").WithLocation(0).WithMessage("'IGlyph' isn't pinned to a valid resource because " + reason));

    [Theory]
    [InlineData("")]
    [InlineData("()")]
    [InlineData("""(PluginId = "1678669904810665842")""")]
    [InlineData("""(WidgetId = "1678669904810665842")""")]
    [InlineData("""(CommunityFileId = "1678669904810665842")""")]
    [InlineData("(PluginId = null)")]
    [InlineData("""(PluginId = null, WidgetId = "1")""")]
    [InlineData("(PluginId = Ids.Mine)")]
    [InlineData("""(PluginId = "16786" + Ids.Mine)""")]
    public async Task One_pinned_resource_or_none_is_not_reported(string arguments) =>
        await VerifyCS.VerifyGeneratedFilesAsync(
            $$"""
            public static class Ids { public const string Mine = "1678669904810665842"; }
            [PaymentsClient{{arguments}}]
            public partial interface IGlyph { }
            """,
            "IGlyph.g.cs");

    [Fact]
    public async Task Constant_of_another_assembly_is_evaluated()
    {
        Consumer other = Consumer.Of("public static class Ids { public const string Mine = \"1678669904810665842\"; public const string Empty = \"\"; }") with { AssemblyName = "Other" };

        await new VerifyCS.Test
        {
            TestCode = "[{|FPG1007:PaymentsClient(PluginId = Ids.Empty)|}] public partial interface IGlyph { }",
            References = References.Default.Add(other.Emit()),
        }.RunAsync();

        Consumer consumer = Consumer.Of("[PaymentsClient(PluginId = Ids.Mine)] public partial interface IGlyph { }");
        GeneratorRun run = (consumer with { References = consumer.References.Add(other.Emit()) }).Generate();
        Assert.Contains("new global::Figma.Payments.PluginId(\"1678669904810665842\")", run.Files[0].Text);
    }

    [Theory]
    [InlineData("PaymentsClient")]
    [InlineData("""PaymentsClient(PluginId = "2")""")]
    [InlineData("""PaymentsClient(WidgetId = "1")""")]
    public Task Pin_that_differs_from_the_base_interface_is_reported(string attribute) => VerifyCS.VerifyAnalyzerAsync(
        $$"""
        [PaymentsClient(PluginId = "1")] public partial interface IGlyph { Task<PaymentsResult> TryAsync(PluginPaymentToken token); }
        [{|#0:{{attribute}}|}] public partial interface IAll : IGlyph { }
        """,
        VerifyCS.Diagnostic("FPG1007").WithLocation(0).WithMessage("'IAll' isn't pinned to a valid resource because it inherits from 'IGlyph', which is pinned differently (PluginId = \"1\"); pin both to the same resource"));

    [Fact]
    public Task Pin_that_equals_the_base_interface_is_not_reported() => VerifyCS.VerifyNoDiagnosticsAsync(
        """
        [PaymentsClient(PluginId = "1")] public partial interface IGlyph { Task<PaymentsResult> TryAsync(PluginPaymentToken token); }
        [PaymentsClient(PluginId = "1")] public partial interface IAll : IGlyph { }
        """);
}

using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Declarations.DeclarationAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>Tests FPG1008.</summary>
public sealed class ManifestMustIdentifyResourceTests
{
    private const string Plugin = """{ "name": "Glyphs", "id": "1678669904810665842", "api": "1.0.0", "editorType": ["figma", "dev"], "menu": [{ "name": "Go", "command": "go" }] }""";
    private const string Widget = """{ "name": "Dice", "id": "737805260747778092", "containsWidget": true, "widgetApi": "1.0.0" }""";

    public static TheoryData<string, string> Faults => new()
    {
        { "", "isn't valid JSON (line 1, character 1); correct the syntax error" },
        { "   ", "isn't valid JSON (line 1, character 4); correct the syntax error" },
        { "{", "isn't valid JSON (line 1, character 2); correct the syntax error" },
        { "{ \"id\": \"1\",\n  // a comment\n}", "isn't valid JSON (line 2, character 3); correct the syntax error" },
        { "{ \"id\": \"1\", }", "isn't valid JSON (line 1, character 14); correct the syntax error" },
        { "{ \"id\": \"1\" } {", "isn't valid JSON (line 1, character 15); correct the syntax error" },
        { "{ \"id\": '1' }", "isn't valid JSON (line 1, character 9); correct the syntax error" },
        { "{ \"id\": \"1", "isn't valid JSON (line 1, character 11); correct the syntax error" },
        { "{ id: \"1\" }", "isn't valid JSON (line 1, character 3); correct the syntax error" },
        { "[]", "isn't a JSON object; use the manifest of a plugin or widget" },
        { "\"1\"", "isn't a JSON object; use the manifest of a plugin or widget" },
        { "{}", "has no member 'id'; add the number that Figma assigned, which is after 'plugin/' or 'widget/' in the Community address" },
        { "{ \"ID\": \"1\" }", "has no member 'id'; add the number that Figma assigned, which is after 'plugin/' or 'widget/' in the Community address" },
        { "{ \"plugin\": { \"id\": \"1\" } }", "has no member 'id'; add the number that Figma assigned, which is after 'plugin/' or 'widget/' in the Community address" },
        { "{ \"id\": \"1\", \"id\": \"2\" }", "has several members 'id'; keep the one that Figma assigned" },
        { "{ \"id\": 1678669904810665842 }", "has an 'id' that is a number; put it in quotes, because large numbers lose digits when they are parsed" },
        { "{ \"id\": null }", "has an 'id' that isn't a string; use the number that Figma assigned, in quotes" },
        { "{ \"id\": [\"1\"] }", "has an 'id' that isn't a string; use the number that Figma assigned, in quotes" },
        { "{ \"id\": \"\" }", "has an 'id' that isn't a valid ID (it is empty); use the number that Figma assigned" },
        { "{ \"id\": \" 1\" }", "has an 'id' that isn't a valid ID (it has white space at position 0); use the number that Figma assigned" },
        { "{ \"id\": \"my-plugin\" }", "has an 'id' that isn't a number; use the number that Figma assigned" },
        { "{ \"id\": \"\\u0661\" }", "has an 'id' that isn't a valid ID (it has a character that is not ASCII and might be invisible (U+0661) at position 0); use the number that Figma assigned" },
        { "{ \"id\": \"000000000000000000\" }", "has a placeholder as its 'id'; use the number that Figma assigned" },
        { "{ \"id\": \"1\", \"containsWidget\": \"true\" }", "has a 'containsWidget' that isn't a Boolean value; use true or false" },
        { "{ \"id\": \"1\", \"containsWidget\": true, \"containsWidget\": false }", "has several members 'containsWidget'; keep one" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Manifest_without_a_valid_resource_is_reported_at_the_attribute(string manifest, string reason) =>
        await VerifyReasonAsync("manifest.json", "'manifest.json' " + reason, ("/project/manifest.json", manifest));

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("manifest.json", "/project/anifest.json", "/project/manifest.jsonc", "/project/my-manifest.json", "/project/manifest.json/other")]
    [InlineData("plugin/manifest.json", "/project/manifest.json", "/project/my-plugin/manifest.json", "/plugin/project/manifest.json")]
    public async Task Manifest_that_is_not_an_additional_file_is_reported(string path, params string[] files) =>
        await VerifyReasonAsync(path, $"'{path}' isn't an additional file of the project; add <AdditionalFiles Include=\"{path}\" /> to the project file", [.. files.Select(static file => (file, Plugin))]);

    [Theory]
    [InlineData("")]
    [InlineData("./")]
    [InlineData("a/..")]
    public async Task Path_without_a_file_name_is_reported(string path) =>
        await VerifyReasonAsync(path, "the path doesn't name a file; use 'manifest.json' or a longer path", ("/project/manifest.json", Plugin));

    [Theory]
    [InlineData("manifest.json", "plugin/manifest.json", "widget/manifest.json", "/project/plugin/manifest.json", "/project/widget/manifest.json")]
    [InlineData("manifest.json", "a/b/manifest.json", "c/b/manifest.json", "/project/c/b/manifest.json", "/project/a/b/manifest.json")]
    [InlineData("b/manifest.json", "a/b/manifest.json", "c/b/manifest.json", "/project/a/b/manifest.json", "C:\\project\\c\\b\\manifest.json")]
    [InlineData("manifest.json", "/project/Manifest.json", "/project/manifest.json", "/project/manifest.json", "/project/Manifest.json")]
    public async Task Path_that_matches_several_files_is_reported(string path, string first, string second, params string[] files) =>
        await VerifyReasonAsync(path, $"'{path}' matches both '{first}' and '{second}'; use a longer path or remove one of them from AdditionalFiles", [.. files.Select(static file => (file, Plugin))]);

    [Fact]
    public async Task Unreadable_manifest_is_reported()
    {
        Consumer consumer = Of("manifest.json", ("/project/manifest.json", Plugin));
        ImmutableArray<AdditionalText> unreadable = [new AdditionalFile("/project/manifest.json", null)];
        Diagnostic diagnostic = Assert.Single(await Consumer.AnalyzeAsync(consumer.Compile(), unreadable));
        Assert.EndsWith("'manifest.json' can't be read", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("manifest.json", "/project/manifest.json")]
    [InlineData("./manifest.json", "/project/manifest.json")]
    [InlineData("../plugin/manifest.json", "/repo/plugin/manifest.json")]
    [InlineData("plugin/manifest.json", "/project/plugin/manifest.json")]
    [InlineData("plugin\\manifest.json", "/project/plugin/manifest.json")]
    [InlineData("plugin/manifest.json", "C:\\project\\plugin\\manifest.json")]
    [InlineData("PLUGIN/Manifest.json", "/project/plugin/manifest.json")]
    [InlineData("manifest.json", "manifest.json")]
    [InlineData("/project/plugin/manifest.json", "/project/plugin/manifest.json")]
    [InlineData("plugin/manifest.json", "/project/src/../plugin/./manifest.json")]
    [InlineData("figma.txt", "/project/figma.txt")]
    public async Task Manifest_that_the_path_ends_with_pins_its_id(string path, string file) =>
        await PinsAsync(Of(path, (file, Plugin), ("/project/widget/other.json", Widget)), "PluginId(\"1678669904810665842\")");

    // The other file can be of another project or of a package. It contains the ID of a widget.
    [Theory]
    [InlineData("/project/", "manifest.json", "/project/manifest.json", "/project/plugin/manifest.json")]
    [InlineData("/project", "manifest.json", "/project/manifest.json", "/packages/other/manifest.json")]
    [InlineData("/project/", "./manifest.json", "/project/manifest.json", "/project/plugin/manifest.json")]
    [InlineData("/project/", "plugin/manifest.json", "/project/plugin/manifest.json", "/project/other/plugin/manifest.json")]
    [InlineData("/repo/project/", "../plugin/manifest.json", "/repo/plugin/manifest.json", "/repo/project/plugin/manifest.json")]
    [InlineData("/repo/project/", "../plugin/manifest.json", "/repo/project/../plugin/manifest.json", "/repo/project/plugin/manifest.json")]
    [InlineData("C:\\project\\", "manifest.json", "C:\\project\\manifest.json", "C:\\project\\plugin\\manifest.json")]
    [InlineData("/elsewhere/", "plugin/manifest.json", "/project/plugin/manifest.json", "/project/widget/manifest.json")]
    public async Task Manifest_that_is_relative_to_the_project_file_takes_precedence(string directory, string path, string file, string other) =>
        await PinsAsync(Of(path, (other, Widget), (file, Plugin)) with { ProjectDirectory = directory }, "PluginId(\"1678669904810665842\")");

    [Theory]
    [InlineData("/elsewhere/", "manifest.json", "'manifest.json' matches both 'plugin/manifest.json' and 'widget/manifest.json'; use a longer path or remove one of them from AdditionalFiles", "/project/plugin/manifest.json", "/project/widget/manifest.json")]
    [InlineData("/project/", "manifest.json", "'manifest.json' matches both '/project/Manifest.json' and '/project/manifest.json'; use a longer path or remove one of them from AdditionalFiles", "/project/manifest.json", "/project/Manifest.json")]
    [InlineData("/repo/project/", "../plugin/manifest.json", "'../plugin/manifest.json' isn't an additional file of the project; add <AdditionalFiles Include=\"../plugin/manifest.json\" /> to the project file", "/repo/project/plugin/manifest.json")]
    [InlineData("/repo/project/", "./manifest.json", "'./manifest.json' isn't an additional file of the project; add <AdditionalFiles Include=\"./manifest.json\" /> to the project file", "/repo/project/plugin/manifest.json")]
    public async Task Path_that_is_not_relative_to_the_project_file_is_reported(string directory, string path, string reason, params string[] files)
    {
        VerifyCS.Test test = Test(path, [.. files.Select(static file => (file, Plugin))]);
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ProjectDir = " + directory));
        test.ExpectedDiagnostics.Add(VerifyCS.Diagnostic("FPG1008").WithLocation(0).WithMessage("The manifest of 'IGlyph' doesn't identify a resource because " + reason));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("""{ "id": "1", "containsWidget": true }""", """WidgetId("1")""")]
    [InlineData("""{ "containsWidget": true, "id": "1" }""", """WidgetId("1")""")]
    [InlineData("""{ "id": "1", "containsWidget": false }""", """PluginId("1")""")]
    [InlineData("""{ "id": "1", "menu": { "containsWidget": true, "id": "2" } }""", """PluginId("1")""")]
    [InlineData("{ \"i\\u0064\": \"\\u0031\" }", """PluginId("1")""")]
    [InlineData("\r\n\t{ \"a\": -1.5e+3, \"b\": [ ], \"c\": { }, \"d\": [0, true, null, \"\\\"\\\\\\/\\b\\f\\n\\r\\t\"],\r\n\"id\":\"1\"}\r\n", """PluginId("1")""")]
    public async Task Manifest_pins_a_widget_only_if_it_contains_one(string manifest, string pinned) =>
        await PinsAsync(Of("manifest.json", ("/project/manifest.json", manifest)), pinned);

    [Fact]
    public async Task Manifest_listed_twice_is_not_ambiguous() =>
        await PinsAsync(Of("manifest.json", ("/project/manifest.json", Plugin), ("/project/manifest.json", Plugin)), "PluginId(\"1678669904810665842\")");

    [Fact]
    public async Task Deeply_nested_manifest_is_reported_without_a_stack_overflow()
    {
        VerifyCS.Test deep = Test("manifest.json", ("/project/manifest.json", "{ \"id\": \"1\", \"a\": " + new string('[', 1_000_000)));
        deep.ExpectedDiagnostics.Add(VerifyCS.Diagnostic("FPG1008").WithLocation(0));
        await deep.RunAsync();

        string nested = "{ \"id\": \"1\", \"a\": " + new string('[', 60) + new string(']', 60) + "}";
        await PinsAsync(Of("manifest.json", ("/project/manifest.json", nested)), "PluginId(\"1\")");
    }

    [Theory]
    [InlineData("Manifest = \"manifest.json\", PluginId = \"1\"", "several resources are set ('Manifest', 'PluginId'); declare an interface for each")]
    [InlineData("WidgetId = \"1\", Manifest = \"missing.json\"", "several resources are set ('WidgetId', 'Manifest'); declare an interface for each")]
    public async Task Manifest_combined_with_an_id_is_reported_by_FPG1007(string arguments, string reason) =>
        await new VerifyCS.Test
        {
            TestCode = $"[{{|#0:PaymentsClient({arguments})|}}] public partial interface IGlyph {{ }}",
            TestState = { AdditionalFiles = { ("/project/manifest.json", Plugin) } },
            ExpectedDiagnostics = { VerifyCS.Diagnostic("FPG1007").WithLocation(0).WithMessage("'IGlyph' isn't pinned to a valid resource because " + reason) },
        }.RunAsync();

    [Fact]
    public async Task Several_clients_use_their_own_manifests()
    {
        Consumer consumer = Consumer.Of("""
            public static class Paths { public const string Widget = "widget/" + "manifest.json"; }
            [PaymentsClient(Manifest = "plugin/manifest.json")] public partial interface IGlyph { }
            [PaymentsClient(Manifest = Paths.Widget)] public partial interface IDice { Task<PaymentStatus> RequestAsync(UserId user); }
            [PaymentsClient(Manifest = null)] public partial interface IAny { }
            """) with { AdditionalFiles = [("/project/plugin/manifest.json", Plugin), ("/project/widget/manifest.json", Widget)] };

        Assert.Empty(await consumer.AnalyzeAsync());
        Assert.Contains("WidgetId(\"737805260747778092\")", Text(consumer, "IDice"), StringComparison.Ordinal);
        Assert.Contains("PluginId(\"1678669904810665842\")", Text(consumer, "IGlyph"), StringComparison.Ordinal);
        Assert.DoesNotContain("1678669904810665842", Text(consumer, "IAny"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resource_parameter_combined_with_a_manifest_is_reported() =>
        await VerifyCS.VerifyAnalyzerAsync("""
            [{|FPG1008:PaymentsClient(Manifest = "manifest.json")|}]
            public partial interface IGlyph { Task<PaymentStatus> {|FPG1006:RequestAsync|}(UserId user, PluginId plugin); }
            """);

    [Fact]
    public async Task Interface_derived_from_one_with_a_manifest_inherits_its_default_methods()
    {
        Consumer consumer = Consumer.Of("""
            [PaymentsClient(Manifest = "manifest.json")] public partial interface IGlyph { }
            [PaymentsClient(Manifest = "manifest.json")] public partial interface IMore : IGlyph { }
            """) with { AdditionalFiles = [("/project/manifest.json", Plugin)] };

        Assert.Empty(await consumer.AnalyzeAsync());
        Assert.Equal(2, consumer.Generate().Files.Count);
    }

    [Fact]
    public async Task Base_interface_with_a_manifest_of_another_project_is_reported()
    {
        Consumer other = Consumer.Of("[PaymentsClient(Manifest = \"manifest.json\")] public partial interface IOther { }") with { AssemblyName = "Other", AdditionalFiles = [("/other/manifest.json", Plugin)] };

        await new VerifyCS.Test
        {
            TestCode = "[{|#0:PaymentsClient(Manifest = \"manifest.json\")|}] public partial interface IGlyph : IOther { }",
            TestState = { AdditionalFiles = { ("/project/manifest.json", Widget) } },
            References = References.Default.Add(other.Emit()),
            ExpectedDiagnostics = { VerifyCS.Diagnostic("FPG1007").WithLocation(0).WithMessage("'IGlyph' isn't pinned to a valid resource because it inherits from 'IOther', which is pinned by a manifest of another project; pin that interface by an ID") },
        }.RunAsync();
    }

    [Fact]
    public void Manifest_and_id_generate_identical_clients()
    {
        Consumer named = Consumer.Of("[PaymentsClient(Manifest = \"manifest.json\")] public partial interface IGlyph { }") with { AdditionalFiles = [("/project/manifest.json", Plugin)] };
        Consumer written = Consumer.Of("[PaymentsClient(PluginId = \"1678669904810665842\")] public partial interface IGlyph { }");
        Assert.Equal(written.Generate().Files, named.Generate().Files);
    }

    private static Task VerifyReasonAsync(string path, string reason, params (string Path, string Text)[] files)
    {
        VerifyCS.Test test = Test(path, files);
        test.ExpectedDiagnostics.Add(VerifyCS.Diagnostic("FPG1008").WithLocation(0).WithMessage("The manifest of 'IGlyph' doesn't identify a resource because " + reason));
        return test.RunAsync();
    }

    private static VerifyCS.Test Test(string path, params (string Path, string Text)[] files)
    {
        VerifyCS.Test test = new()
        {
            TestCode = $"[{{|#0:PaymentsClient(Manifest = @\"{path}\")|}}] public partial interface IGlyph {{ }}",
            GeneratedFiles = [],
        };

        foreach ((string file, string text) in files)
            test.TestState.AdditionalFiles.Add((file, text));

        return test;
    }

    private static Consumer Of(string path, params (string Path, string Text)[] files) =>
        Consumer.Of($"[PaymentsClient(Manifest = @\"{path}\")] public partial interface IGlyph {{ }}") with { AdditionalFiles = [.. files] };

    private static async Task PinsAsync(Consumer consumer, string pinned)
    {
        Assert.Empty(await consumer.AnalyzeAsync());
        Assert.Contains("new global::Figma.Payments." + pinned, Text(consumer, "IGlyph"), StringComparison.Ordinal);
    }

    private static string Text(Consumer consumer, string name) => consumer.Generate().Files.Single(file => file.HintName == name + ".g.cs").Text;
}

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Figma.Payments.Generators.Tests.Incrementality;

/// <summary>A changed manifest regenerates only its own clients, and no other additional file is read.</summary>
public sealed class ManifestStepsTests
{
    private const string Secret = "a name that no model keeps";

    private static readonly Consumer Project = Consumer.Of("""
        [PaymentsClient(Manifest = "plugin/manifest.json")] public partial interface IGlyph { }
        [PaymentsClient(Manifest = "widget/manifest.json")] public partial interface IDice { }
        [PaymentsClient] public partial interface IAny { }
        public class Code { }
        """) with
    {
        AdditionalFiles =
        [
            ("/project/plugin/manifest.json", $$"""{ "name": "{{Secret}}", "id": "1" }"""),
            ("/project/widget/manifest.json", """{ "id": "2", "containsWidget": true }"""),
            ("/project/words.json", """{ "id": "3" }"""),
        ],
    };

    [Theory]
    [InlineData("plugin/manifest.json", """{ "id": "9" }""", "IGlyph.g.cs")]
    [InlineData("plugin/manifest.json", """{ "id": "1", "containsWidget": true }""", "IGlyph.g.cs")]
    [InlineData("widget/manifest.json", """{ "id": "9", "containsWidget": true }""", "IDice.g.cs")]
    public void Changed_manifest_regenerates_only_its_client(string manifest, string text, string hintName)
    {
        GeneratorRun run = Generate();
        GeneratorRun again = Edit(run, manifest, text);
        Assert.Equal([hintName], run.Files.Except(again.Files).Select(static file => file.HintName));
        Assert.Equal(3, again.Files.Count);
        Assert.Equal(1, Steps.OutputReasons(again).Count(static reason => !Steps.IsCached(reason)));
        Assert.Single(Changed(again, TrackingNames.ClientFile));
        Assert.Empty(Changed(again, TrackingNames.Client));
        Assert.Empty(Changed(again, TrackingNames.NamedManifests));
    }

    [Fact]
    public void Manifest_with_the_same_ID_but_other_content_leaves_every_client_cached()
    {
        GeneratorRun run = Generate();
        AssertAllCached(run, Edit(run, "plugin/manifest.json", "\n{ \"id\" : \"1\" , \"name\": \"Another\" }\n"));
    }

    [Fact]
    public void Changed_unrelated_file_leaves_every_step_cached_and_is_not_read()
    {
        GeneratorRun run = Generate();
        AdditionalFile edited = new("/project/words.json", "{ \"id\": \"4\" }");
        GeneratorRun again = run.Again(Find(run, "words.json"), edited);
        AssertAllCached(run, again);
        Assert.False(edited.IsRead);
        Assert.False(Find(run, "words.json").IsRead);
        Assert.True(Find(run, "plugin/manifest.json").IsRead);
    }

    [Fact]
    public void New_additional_file_leaves_every_client_cached()
    {
        GeneratorRun run = Generate();
        AssertAllCached(run, run.Again([.. run.AdditionalTexts, new AdditionalFile("/project/new.json", "{}")]));
    }

    [Fact]
    public void Edit_of_other_code_leaves_every_step_cached()
    {
        GeneratorRun run = Generate();
        AssertAllCached(run, run.Again((Project with { Sources = [("/project/File0.cs", Project.Sources[0].Text.Replace("class Code { }", "class Code { int x; }", StringComparison.Ordinal))] }).Compile()));
    }

    [Fact]
    public void Different_path_to_the_same_file_regenerates_no_client()
    {
        GeneratorRun run = Generate();
        GeneratorRun again = run.Again((Project with { Sources = [("/project/File0.cs", Project.Sources[0].Text.Replace("\"plugin/", "\"./plugin/", StringComparison.Ordinal))] }).Compile());
        Assert.NotEmpty(Changed(again, TrackingNames.Client));
        Assert.Empty(Changed(again, TrackingNames.ClientFile));
        Assert.All(Steps.OutputReasons(again), static reason => Assert.True(Steps.IsCached(reason), $"output: {reason}"));
    }

    [Fact]
    public void Different_directory_of_the_project_file_regenerates_no_client()
    {
        GeneratorRun run = Generate();
        GeneratorRun again = run.AgainIn("/project/");
        Assert.NotEmpty(Changed(again, TrackingNames.ProjectDirectory));
        Assert.Empty(Changed(again, TrackingNames.ClientFile));
        Assert.All(Steps.OutputReasons(again), static reason => Assert.True(Steps.IsCached(reason), $"output: {reason}"));
    }

    [Fact]
    public void Invalid_manifest_removes_its_client_until_it_is_fixed()
    {
        GeneratorRun run = Generate();
        GeneratorRun broken = Edit(run, "plugin/manifest.json", "{ \"id\": ");
        Assert.Equal(["IAny.g.cs", "IDice.g.cs"], broken.Files.Select(static file => file.HintName));
        Assert.Equal(run.Files, Edit(broken, "plugin/manifest.json", "{ \"id\": \"1\" }").Files);

        GeneratorRun gone = run.Again([.. run.AdditionalTexts.Where(static file => !file.Path.Contains("plugin/", StringComparison.Ordinal))]);
        Assert.Equal(["IAny.g.cs", "IDice.g.cs"], gone.Files.Select(static file => file.HintName));
        Assert.Equal(run.Files, gone.Again(run.AdditionalTexts).Files);
    }

    [Fact]
    public void Order_of_additional_files_changes_nothing() =>
        Assert.Equal(Project.Generate().Files, (Project with { AdditionalFiles = [.. Project.AdditionalFiles.Reverse()] }).Generate().Files);

    [Fact]
    public void No_step_keeps_the_file_or_its_text()
    {
        object[] values = [.. Steps.Values(Generate())];
        Assert.Contains(values, static value => value is ManifestFile { Resource.Id: "1" });
        Assert.All(values, static value => Assert.Null(ObjectGraph.FindCompilerObject(value)));
        Assert.All(values, static value => Assert.DoesNotContain(Secret, value.ToString(), StringComparison.Ordinal));
    }

    private static GeneratorRun Generate()
    {
        GeneratorRun run = Project.Generate();
        Assert.Equal(3, run.Files.Count);
        return run;
    }

    private static AdditionalFile Find(GeneratorRun run, string end) =>
        (AdditionalFile)run.AdditionalTexts.Single(file => file.Path.EndsWith(end, StringComparison.Ordinal));

    private static GeneratorRun Edit(GeneratorRun run, string end, string text) =>
        run.Again(Find(run, end), new AdditionalFile("/project/" + end, text));

    private static IEnumerable<IncrementalStepRunReason> Changed(GeneratorRun run, string step) =>
        Steps.Reasons(run).Where(reason => reason.Step == step && !Steps.IsCached(reason.Reason)).Select(static reason => reason.Reason);

    private static void AssertAllCached(GeneratorRun run, GeneratorRun again)
    {
        Assert.Equal(run.Files, again.Files);
        Assert.All(Steps.Reasons(again), static step => Assert.True(Steps.IsCached(step.Reason), $"{step.Step}: {step.Reason}"));
        Assert.All(Steps.OutputReasons(again), static reason => Assert.True(Steps.IsCached(reason), $"output: {reason}"));
        Assert.NotEmpty(Steps.OutputReasons(again));
    }
}

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Figma.Payments.Generators.Tests.Incrementality;

public sealed class IncrementalityTests
{
    private const string First = "/project/File0.cs";
    private const string Other = "/project/File2.cs";
    private const string Shared = "ClientRegistration-shared.g.cs";

    private static readonly Consumer Project = Consumer.Of(
        """
        namespace Shop;

        [PaymentsClient(PluginId = "1")]
        public partial interface IFirst
        {
            Task<PaymentStatus> CheckAsync(UserId user);
        }
        """,
        """
        namespace Shop;

        [PaymentsClient] public partial interface ISecond { }

        public partial class Outer
        {
            [PaymentsClient] public partial interface IThird { Task<PaymentsResult> CheckAsync(UserId user, string? plugin_id = null, WidgetId? w = null); }
        }
        """,
        """
        namespace Shop;

        public class Code
        {
            public Task RunAsync(IFirst first, UserId user) => first.CheckAsync(user);
        }
        """) with { References = References.WithHttpClientFactory };

    [Theory]
    [InlineData("a keystroke elsewhere", Other, "first.CheckAsync(user)", "first.CheckAsync(user")]
    [InlineData("a comment elsewhere", Other, "public class Code", "// A comment.\npublic class Code")]
    [InlineData("a new member elsewhere", Other, "public class Code\n{", "public class Code\n{\n    public int Count;")]
    [InlineData("a new type elsewhere", Other, "public class Code", "public class More { }\npublic class Code")]
    [InlineData("a type removed elsewhere", Other, "public class Code", "public class Renamed")]
    [InlineData("a comment in the interface", First, "Task<PaymentStatus>", "/* a comment */ Task<PaymentStatus>")]
    [InlineData("documentation of the interface", First, "[PaymentsClient", "/// <summary>Checks a payment.</summary>\n[PaymentsClient")]
    [InlineData("white space in the interface", First, "CheckAsync(UserId user)", "CheckAsync( UserId\n user )")]
    [InlineData("a method with a body", First, "CheckAsync(UserId user);", "CheckAsync(UserId user);\n    int Help() => 5;")]
    [InlineData("the same ID, written differently", First, "\"1\"", "\"\" + \"1\"")]
    [InlineData("the same type, written differently", First, "UserId user", "Figma.Payments.UserId user")]
    [InlineData("a using", First, "namespace Shop;", "using System.IO;\nnamespace Shop;")]
    public void Edit_that_changes_no_client_leaves_every_step_cached(string edit, string path, string before, string after)
    {
        GeneratorRun run = Project.Generate();
        GeneratorRun again = run.Again(Edit(path, before, after).Compile());
        Assert.NotEmpty(edit);
        AssertAllCached(run, again);
    }

    [Fact]
    public void New_file_leaves_every_step_cached()
    {
        GeneratorRun run = Project.Generate();
        AssertAllCached(run, run.Again((Project with { Sources = Project.Sources.Add(("/project/New.cs", "namespace Shop; public interface INew { void Run(); }")) }).Compile()));
    }

    [Fact]
    public void New_reference_leaves_every_step_cached()
    {
        GeneratorRun run = Project.Generate();
        Consumer other = Consumer.Of("public class Elsewhere { }") with { AssemblyName = "Elsewhere" };
        AssertAllCached(run, run.Again((Project with { References = Project.References.Add(other.Emit()) }).Compile()));
    }

    [Fact]
    public void Irrelevant_parse_option_leaves_every_step_cached()
    {
        GeneratorRun run = Project.Generate();
        CSharpCompilation compilation = Project.Compile();
        AssertAllCached(run, run.Again(compilation.RemoveAllSyntaxTrees().AddSyntaxTrees([.. compilation.SyntaxTrees.Select(static tree => CSharpSyntaxTree.ParseText(tree.GetText(), Project.ParseOptions.WithPreprocessorSymbols("TRACE"), tree.FilePath))])));
    }

    [Fact]
    public void Language_version_without_nullable_reference_types_regenerates_every_file()
    {
        Consumer project = Consumer.Of("using Figma.Payments; [PaymentsClient] public partial interface IFirst { }", "using Figma.Payments; [PaymentsClient] public partial interface ISecond { }") with { Nullable = NullableContextOptions.Disable };
        GeneratorRun run = (project with { LanguageVersion = LanguageVersion.CSharp8 }).Generate();
        Consumer older = project with { LanguageVersion = LanguageVersion.CSharp7_3 };
        GeneratorRun again = (run with { Driver = run.Driver.WithUpdatedParseOptions(older.ParseOptions) }).Again(older.Compile());

        Assert.Equal(2, Steps.OutputReasons(again).Count(static reason => !Steps.IsCached(reason)));
        Assert.All(again.Files, static file => Assert.DoesNotContain("#nullable", file.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(Steps.Reasons(again), static step => step.Step == TrackingNames.Client && !Steps.IsCached(step.Reason));
    }

    [Fact]
    public void Unchanged_project_leaves_every_step_cached()
    {
        GeneratorRun run = Project.Generate();
        AssertAllCached(run, run.Again(Project.Compile()));
    }

    [Theory]
    [InlineData("a parameter", "CheckAsync(UserId user)", "CheckAsync(UserId user, CancellationToken cancellationToken)")]
    [InlineData("a default value", "CheckAsync(UserId user)", "CheckAsync(UserId user, CancellationToken cancellationToken = default)")]
    [InlineData("a parameter's name", "CheckAsync(UserId user)", "CheckAsync(UserId person)")]
    [InlineData("a return type", "Task<PaymentStatus>", "ValueTask<PaymentStatus>")]
    [InlineData("the attribute's argument", "\"1\"", "\"2\"")]
    [InlineData("the kind of resource", "PluginId = \"1\"", "WidgetId = \"1\"")]
    [InlineData("the accessibility", "public partial interface", "internal partial interface")]
    public void Edit_of_one_client_regenerates_only_its_file(string edit, string before, string after)
    {
        GeneratorRun run = Project.Generate();
        GeneratorRun again = run.Again(Edit(First, before, after).Compile());
        Assert.NotEmpty(edit);

        Assert.Equal(["Shop.IFirst.g.cs"], run.Files.Except(again.Files).Select(static file => file.HintName));
        Assert.Equal(4, again.Files.Count);
        Assert.Equal(1, Steps.OutputReasons(again).Count(static reason => !Steps.IsCached(reason)));
        Assert.Single(Steps.Reasons(again), static step => step.Step == TrackingNames.Client && !Steps.IsCached(step.Reason));
        Assert.DoesNotContain(Steps.Reasons(again), static step => step.Step is TrackingNames.Capabilities or TrackingNames.SharedRegistration && !Steps.IsCached(step.Reason));
    }

    [Fact]
    public void Interface_that_becomes_invalid_loses_its_file_and_no_other_is_regenerated()
    {
        GeneratorRun run = Project.Generate();
        GeneratorRun again = run.Again(Edit(First, "UserId user", "int user").Compile());
        Assert.Equal([Shared, "Shop.ISecond.g.cs", "Shop.Outer+IThird.g.cs"], again.Files.Select(static file => file.HintName));
        Assert.All(Steps.OutputReasons(again), static reason => Assert.True(Steps.IsCached(reason) || reason == IncrementalStepRunReason.Removed, reason.ToString()));
    }

    [Fact]
    public void New_client_generates_only_its_own_file()
    {
        GeneratorRun run = Project.Generate();
        GeneratorRun again = run.Again((Project with { Sources = Project.Sources.Add(("/project/New.cs", "namespace Shop; [PaymentsClient] public partial interface INew { }")) }).Compile());
        Assert.Equal(5, again.Files.Count);
        Assert.Equal([IncrementalStepRunReason.New], Steps.OutputReasons(again).Where(static reason => !Steps.IsCached(reason)));
    }

    [Fact]
    public void New_reference_to_the_http_client_factory_regenerates_every_file()
    {
        GeneratorRun run = (Project with { References = References.Default }).Generate();
        GeneratorRun again = run.Again(Project.Compile());
        Assert.Equal(4, Steps.OutputReasons(again).Count(static reason => !Steps.IsCached(reason)));
    }

    [Fact]
    public void Shared_registration_is_added_with_the_first_client_and_removed_with_the_last()
    {
        const string Hidden = "public partial class Outer { [PaymentsClient] private partial interface IHidden { } }";
        Consumer project = Consumer.Of(Hidden, "public class Other { }") with { References = References.WithHttpClientFactory };
        Consumer one = project with { Sources = [.. project.Sources, ("/project/One.cs", "[PaymentsClient] public partial interface IOne { }")] };
        Consumer two = one with { Sources = [.. one.Sources, ("/project/Two.cs", "[PaymentsClient] public partial interface ITwo { }")] };

        GeneratorRun run = project.Generate();
        Assert.Equal([], SharedOutputs(run));

        run = run.Again(one.Compile());
        Assert.Equal([IncrementalStepRunReason.New], SharedOutputs(run));

        run = run.Again(two.Compile());
        Assert.Equal([IncrementalStepRunReason.Unchanged], SharedOutputs(run));

        run = run.Again(one.Compile());
        Assert.Equal([IncrementalStepRunReason.Unchanged], SharedOutputs(run));
        Assert.Contains(run.Files, static file => file.HintName == Shared);

        run = run.Again(project.Compile());
        Assert.Equal([IncrementalStepRunReason.Removed], SharedOutputs(run));
        Assert.DoesNotContain(run.Files, static file => file.HintName == Shared);
    }

    /// <summary>The gate is part of the client's file, so it adds no step.</summary>
    [Theory]
    [InlineData("a keystroke elsewhere", Other, "first.CheckAsync(user)", "first.CheckAsync(user")]
    [InlineData("a new type elsewhere", Other, "public class Code", "public class More { }\npublic class Code")]
    [InlineData("documentation of the interface", First, "[PaymentsClient", "/// <summary>Checks a payment.</summary>\n[PaymentsClient")]
    [InlineData("the same type, written differently", First, "UserId user", "Figma.Payments.UserId user")]
    public void Edit_that_changes_no_gate_leaves_every_step_cached(string edit, string path, string before, string after)
    {
        Consumer project = Edit(First, "Task<PaymentStatus>", "Task<PaymentsResult>") with { References = References.WithGate };
        GeneratorRun run = project.Generate();
        GeneratorRun again = run.Again(Edit(project, path, before, after).Compile());
        Assert.NotEmpty(edit);
        Assert.Contains(run.Files, static file => file.Text.Contains("AddFirstGate", StringComparison.Ordinal));
        AssertAllCached(run, again);
    }

    [Fact]
    public void Edit_of_the_method_that_a_gate_calls_regenerates_only_its_file()
    {
        Consumer project = Edit(First, "Task<PaymentStatus>", "Task<PaymentsResult>") with { References = References.WithGate };
        GeneratorRun run = project.Generate();
        GeneratorRun again = run.Again(Edit(project, First, "Task<PaymentsResult>", "Task<PaymentStatus>").Compile());

        Assert.Equal(["Shop.IFirst.g.cs"], run.Files.Except(again.Files).Select(static file => file.HintName));
        Assert.DoesNotContain(again.Files, static file => file.Text.Contains("AddFirstGate", StringComparison.Ordinal));
        Assert.Equal(1, Steps.OutputReasons(again).Count(static reason => !Steps.IsCached(reason)));
    }

    [Fact]
    public void New_reference_to_the_gate_regenerates_every_file()
    {
        GeneratorRun run = (Project with { References = References.WithGate.RemoveAll(static reference => reference.Display!.EndsWith("Figma.Payments.AspNetCore.dll", StringComparison.Ordinal)) }).Generate();
        GeneratorRun again = run.Again((Project with { References = References.WithGate }).Compile());
        Assert.DoesNotContain(Steps.Reasons(again), static step => step.Step == TrackingNames.Client && !Steps.IsCached(step.Reason));
        Assert.Equal(4, Steps.OutputReasons(again).Count(static reason => !Steps.IsCached(reason)));
    }

    [Fact]
    public void Every_step_is_tracked() =>
        Assert.Equal(
            Steps.Names.Order(StringComparer.Ordinal),
            Steps.Reasons(WithManifest.Generate()).Select(static step => step.Step).Distinct().Order(StringComparer.Ordinal));

    private static Consumer WithManifest => Project with
    {
        Sources = Project.Sources.Add(("/project/Manifest.cs", "[PaymentsClient(Manifest = \"manifest.json\")] public partial interface IFourth { }")),
        AdditionalFiles = [("/project/manifest.json", "{ \"id\": \"1\" }")],
    };

    private static Consumer Edit(string path, string before, string after) => Edit(Project, path, before, after);

    private static Consumer Edit(Consumer project, string path, string before, string after)
    {
        ImmutableArray<(string Path, string Text)> edited =
        [
            .. project.Sources.Select(source => source.Path == path
                ? (path, source.Text.Contains(before, StringComparison.Ordinal) ? source.Text.Replace(before, after, StringComparison.Ordinal) : throw new InvalidOperationException($"Nothing to edit: {before}"))
                : source),
        ];

        return project with { Sources = edited };
    }

    private static IEnumerable<IncrementalStepRunReason> SharedOutputs(GeneratorRun run) =>
        Steps.Reasons(run).Where(static step => step.Step == TrackingNames.SharedRegistration).Select(static step => step.Reason);

    private static void AssertAllCached(GeneratorRun run, GeneratorRun again)
    {
        Assert.Equal(4, run.Files.Count);
        Assert.Equal(run.Files, again.Files);
        Assert.All(Steps.Reasons(again), static step => Assert.True(Steps.IsCached(step.Reason), $"{step.Step}: {step.Reason}"));
        Assert.All(Steps.OutputReasons(again), static reason => Assert.True(Steps.IsCached(reason), $"output: {reason}"));
        Assert.NotEmpty(Steps.OutputReasons(again));
    }
}

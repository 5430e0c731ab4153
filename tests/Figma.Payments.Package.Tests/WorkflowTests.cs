using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Figma.Payments.Package.Tests;

/// <summary>Parses the workflow, which can run only on GitHub.</summary>
public sealed partial class WorkflowTests
{
    private static readonly YamlMappingNode[] Steps = ReadSteps();

    [Fact]
    public void Workflow_runs_the_same_script_as_every_other_check() => Assert.Contains(".ci/run", Steps.Select(static step => Value(step, "run")));

    [Fact]
    public void Workflow_packs_existing_projects_and_uploads_the_packages()
    {
        string[] projects = [.. PackedProject().Matches(string.Concat(Steps.Select(static step => Value(step, "run")))).Select(static match => match.Groups["project"].Value)];
        YamlMappingNode upload = Assert.Single(Steps, static step => Value(step, "uses")?.StartsWith("actions/upload-artifact@", StringComparison.Ordinal) == true);

        Assert.Equal(3, projects.Length);
        Assert.All(projects, static project => Assert.True(Directory.Exists(Path.Combine(Repository.Root, project)), project));
        Assert.Equal("artifacts/packages/*.nupkg", Value((YamlMappingNode)upload.Children["with"], "path"));
    }

    private static YamlMappingNode[] ReadSteps()
    {
        YamlStream yaml = [];
        using StringReader reader = new(Repository.Read(".github/workflows/ci.yml"));
        yaml.Load(reader);

        return [.. ((YamlSequenceNode)yaml.Documents.Single().RootNode["jobs"]["test"]["steps"]).Children.Cast<YamlMappingNode>()];
    }

    private static string? Value(YamlMappingNode step, string key) => step.Children.TryGetValue(key, out YamlNode? value) ? ((YamlScalarNode)value).Value : null;

    [GeneratedRegex(@"dotnet pack (?<project>\S+) ")]
    private static partial Regex PackedProject();
}

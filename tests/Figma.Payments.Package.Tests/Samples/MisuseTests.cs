using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Package.Tests.Samples;

public sealed partial class MisuseTests
{
    [Fact]
    public async Task Build_reports_the_errors_that_the_readme_shows()
    {
        // The referenced projects are already built. Building them again at the same time would be a race.
        DotnetRun build = await Dotnet.RunAsync(
            Path.Combine(Repository.Root, "samples", "Misuse"),
            "build", "--nologo", "-c", Repository.Configuration, "-p:BuildProjectReferences=false", "--no-incremental");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(Shown(), Said(build.Output));
    }

    [Fact]
    public void Each_file_violates_only_the_rule_that_it_is_named_after()
    {
        string[] files = [.. Directory.GetFiles(Path.Combine(Repository.Root, "samples", "Misuse"), "FPG*.cs").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];

        Assert.Equal(files, Shown().Select(static line => line[..line.IndexOf('.', StringComparison.Ordinal)]));
        Assert.All(Shown(), static line => Assert.Contains($" {line[..line.IndexOf('.', StringComparison.Ordinal)]}: ", line, StringComparison.Ordinal));
    }

    private static string[] Shown() => [.. Repository.Read("README.md").Split('\n').Select(static line => line.Trim()).Where(static line => line.StartsWith("FPG", StringComparison.Ordinal))];

    private static string[] Said(string output) => [.. Line().Matches(output)
        .Select(static match => $"{match.Groups["file"].Value}{match.Groups["position"].Value}: {match.Groups["says"].Value}")
        .Distinct()
        .Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"(?<file>\w+\.cs)(?<position>\(\d+,\d+\)): (?<says>(error|warning) \w+: .*?) \(https://[^)]*\) \[")]
    private static partial Regex Line();
}

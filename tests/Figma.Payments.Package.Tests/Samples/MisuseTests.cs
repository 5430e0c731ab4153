using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Package.Tests.Samples;

public sealed partial class MisuseTests
{
    private static readonly string[] Rules =
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "samples", "Misuse"), "FPG*.cs")
            .Select(static path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public async Task Each_sample_violates_its_own_rule_with_the_message_on_its_page()
    {
        // The references are already built. Building them here at the same time as another test would be a race.
        DotnetRun build = await Dotnet.RunAsync(
            Path.Combine(Repository.Root, "samples", "Misuse"),
            "build", "--nologo", "-c", Repository.Configuration, "-p:BuildProjectReferences=false", "--no-incremental");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(Rules.Select(static rule => $"{rule}.cs: {rule}: {ReadMessage(rule)}"), Reported(build.Output));
    }

    private static string ReadMessage(string rule)
    {
        const string begin = "```text\n";
        string page = File.ReadAllText(Directory.GetFiles(Path.Combine(Repository.Root, "src", "Figma.Payments.Generators", "Rules"), rule + ".md", SearchOption.AllDirectories).Single());
        int start = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    private static string[] Reported(string output) => [.. Line().Matches(output)
        .Select(static match => $"{match.Groups["file"].Value}: {match.Groups["rule"].Value}: {match.Groups["message"].Value}")
        .Distinct()
        .Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"(?<file>\w+\.cs)\(\d+,\d+\): (error|warning) (?<rule>\w+): (?<message>.*?) \(https://[^)]*\) \[")]
    private static partial Regex Line();
}

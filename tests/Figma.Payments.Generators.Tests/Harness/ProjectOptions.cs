using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Figma.Payments.Generators.Tests.Harness;

/// <summary>The properties that a build passes to the compiler.</summary>
internal sealed class ProjectOptions(string? projectDirectory, bool runsRequestDelegateGenerator = false) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(projectDirectory, runsRequestDelegateGenerator);

    /// <summary>Determines whether a source says in a comment that its project runs the request delegate generator. The SDK also enables it in a project with <c>PublishAot</c>.</summary>
    public static bool RunsRequestDelegateGenerator(IEnumerable<string> sources) => sources.Any(static source =>
        source.Contains("<PublishAot>true</PublishAot>", StringComparison.Ordinal) || source.Contains("<EnableRequestDelegateGenerator>true</EnableRequestDelegateGenerator>", StringComparison.Ordinal));

    /// <summary>Adds the properties of such a project to a test.</summary>
    public static void AddTo(SolutionState state)
    {
        if (RunsRequestDelegateGenerator(state.Sources.Select(static source => source.content.ToString())))
            state.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\n{KnownNames.RequestDelegateGeneratorOption} = true\n"));
    }

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(null, false);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(null, false);

    private sealed class Options(string? projectDirectory, bool runsRequestDelegateGenerator) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = null;

            if (KeyComparer.Equals(key, "build_property.ProjectDir"))
                value = projectDirectory;
            else if (KeyComparer.Equals(key, KnownNames.RequestDelegateGeneratorOption) && runsRequestDelegateGenerator)
                value = "true";

            return value is not null;
        }
    }
}

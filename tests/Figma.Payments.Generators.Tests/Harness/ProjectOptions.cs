using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Generators.Tests.Harness;

/// <summary>The properties that a build passes to the compiler.</summary>
internal sealed class ProjectOptions(string? projectDirectory) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(projectDirectory);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(null);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(null);

    private sealed class Options(string? projectDirectory) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = KeyComparer.Equals(key, "build_property.ProjectDir") ? projectDirectory : null;
            return value is not null;
        }
    }
}

using System.Threading;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Tests.Harness;

/// <summary>The severities that an <c>.editorconfig</c> at the project's root sets, read as the compiler reads them.</summary>
internal sealed class EditorConfigSeverities(string text) : SyntaxTreeOptionsProvider
{
    private readonly AnalyzerConfigSet _configs = AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(text, "/project/.editorconfig") });

    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        _configs.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
    {
        severity = ReportDiagnostic.Default;
        return false;
    }
}

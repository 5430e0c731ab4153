using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules.Calls;
using Figma.Payments.Generators.Rules.Requests;
using Figma.Payments.Generators.Rules.Responses;
using Figma.Payments.Generators.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Generators.Rules;

/// <summary>
/// Runs the rules on the code that Razor generates. It contains the developer's code of <c>.razor</c> and <c>.cshtml</c> files,
/// and <c>#line</c> directives, through which the compiler reports a diagnostic at the line of the Razor file.
/// </summary>
/// <remarks>
/// The other analyzers skip all generated code. If they analyzed it, they would run for the code of every source generator.
/// This analyzer registers nothing in a project without Razor files, and only for the types in Razor files otherwise.
/// <see cref="Declarations.DeclarationAnalyzer"/> analyzes generated code itself.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RazorAnalyzer() : LibraryAnalyzer([.. Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics)])
{
    /// <summary>Gets the analyzers of code. A rule about the declaration of a client has no place here, because no client is generated for an interface in a Razor file.</summary>
    internal static ImmutableArray<LibraryAnalyzer> Analyzers { get; } = ImmutableArray.Create<LibraryAnalyzer>(
        new CallAnalyzer(),
        new ConstantIdMustBeValidAnalyzer(),
        new RequestParametersMustBeValidAnalyzer(),
        new DoNotUseOAuthAnalyzer(),
        new DoNotDecideAccessByPurchaseDateAnalyzer(),
        new DoNotTreatUnknownStatusAsPaidAnalyzer(),
        new DoNotIgnorePaymentCheckAnalyzer(),
        new DoNotTreatResponseAsPaidAnalyzer(),
        new DoNotHardCodeAccessTokensAnalyzer());

    private protected override GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;

    private protected override void Register(CompilationStartAnalysisContext start)
    {
        HashSet<SyntaxTree> files = [.. start.Compilation.SyntaxTrees.Where(RazorFile.IsGenerated)];

        if (files.Count == 0)
            return;

        RazorStartContext actions = new(start, files.Contains);

        foreach (LibraryAnalyzer analyzer in Analyzers)
            analyzer.RegisterIn(actions);

        start.RegisterSymbolStartAction(
            type =>
            {
                if (type.Symbol.DeclaringSyntaxReferences.Any(part => files.Contains(part.SyntaxTree)))
                    actions.RegisterFor(type);
            },
            SymbolKind.NamedType);
    }
}

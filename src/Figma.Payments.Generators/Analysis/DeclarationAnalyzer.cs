using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Diagnostics;
using Figma.Payments.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Generators.Analysis;

/// <summary>FPG1001 to FPG1009: why no client can be generated for an annotated interface.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Rules.NotPartial,
        Rules.UnsupportedShape,
        Rules.UnsupportedReturnType,
        Rules.NoRole,
        Rules.SameRole,
        Rules.ImpossibleQuestion,
        Rules.PinnedResource,
        Rules.NameTaken);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);

        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.PaymentsClientAttributeMetadataName) is not null)
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;

        if (type.TypeKind != TypeKind.Interface)
            return;

        foreach (DeclarationProblem problem in ClientParser.Parse(type, context.Compilation, context.CancellationToken).Problems)
        {
            if (FindLocation(problem, type, context) is not { } location)
                continue;

            // An IDE fixes only what is reported inside the symbol that was analyzed: a type around it is pointed at from there.
            bool isAround = problem.Target is INamedTypeSymbol target && !SymbolEqualityComparer.Default.Equals(target, type);

            context.ReportDiagnostic(isAround && FindLocation(type) is { } own
                ? Diagnostic.Create(problem.Descriptor, own, new[] { location }, problem.Arguments)
                : Diagnostic.Create(problem.Descriptor, location, problem.Arguments));
        }
    }

    private static Location? FindLocation(DeclarationProblem problem, INamedTypeSymbol type, SymbolAnalysisContext context)
    {
        if (problem.IsAboutAttribute && LibrarySymbols.FindClientAttributes(type).FirstOrDefault()?.ApplicationSyntaxReference is { } reference)
            return reference.GetSyntax(context.CancellationToken).GetLocation();

        return FindLocation(problem.Target) ?? FindLocation(type);
    }

    private static Location? FindLocation(ISymbol symbol) => symbol.Locations.FirstOrDefault(static location => location.IsInSource);
}

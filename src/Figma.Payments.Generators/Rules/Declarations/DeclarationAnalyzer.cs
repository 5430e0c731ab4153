using System.Linq;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Parsing.Manifests;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Generators.Rules.Declarations;

/// <summary>Reports FPG1001 to FPG1009: problems that prevent the generation of a client.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer() : LibraryAnalyzer(
    Descriptors.InterfaceMustBePartial,
    Descriptors.InterfaceMustContainOnlyClientMethods,
    Descriptors.ReturnTypeMustBeSupported,
    Descriptors.ParameterMustHaveRole,
    Descriptors.ParameterRolesMustBeUnique,
    Descriptors.ParametersMustFormValidRequest,
    Descriptors.PinnedResourceMustBeValid,
    Descriptors.ManifestMustIdentifyResource,
    Descriptors.GeneratedNamesMustBeAvailable)
{
    // The generator reads generated code, too: code with '#line hidden', and files that are named as generated ones. If it generates no client there, this is the reason.
    private protected override GeneratedCodeAnalysisFlags GeneratedCode => GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics;

    private protected override void Register(CompilationStartAnalysisContext start)
    {
        ManifestProblems manifests = new(start.Options.AdditionalFiles, ProjectDirectory.Find(start.Options.AnalyzerConfigOptionsProvider));
        start.RegisterSymbolAction(symbol => Analyze(symbol, manifests), SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context, ManifestProblems manifests)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;

        if (type.TypeKind != TypeKind.Interface)
            return;

        ParsedClient client = ClientParser.Parse(type, context.Compilation, context.CancellationToken);

        foreach (DeclarationProblem problem in client.Problems)
            Report(problem, type, context);

        if (client.Manifest is { } manifest && manifests.Find(manifest, context.CancellationToken) is { } error)
            Report(new DeclarationProblem(Descriptors.ManifestMustIdentifyResource, type, [type.Name, error], IsAboutAttribute: true), type, context);
    }

    private static void Report(DeclarationProblem problem, INamedTypeSymbol type, SymbolAnalysisContext context)
    {
        if (FindLocation(problem, type, context) is not { } location)
            return;

        // The IDE offers fixes only for diagnostics inside the analyzed symbol, so a containing type becomes an additional location.
        bool isContainingType = problem.Target is INamedTypeSymbol target && !SymbolEqualityComparer.Default.Equals(target, type);
        Location[] additional = [];

        if (isContainingType && FindLocation(type) is { } own)
        {
            additional = [location];
            location = own;
        }

        if (BarePragma.Suppresses(problem.Descriptor, location, context.Compilation, context.CancellationToken))
            location = BarePragma.Escape(location);

        context.ReportDiagnostic(Diagnostic.Create(problem.Descriptor, location, additional, problem.Arguments));
    }

    private static Location? FindLocation(DeclarationProblem problem, INamedTypeSymbol type, SymbolAnalysisContext context)
    {
        if (problem.IsAboutAttribute && LibrarySymbols.FindClientAttributes(type).FirstOrDefault()?.ApplicationSyntaxReference is { } reference)
            return reference.GetSyntax(context.CancellationToken).GetLocation();

        return FindLocation(problem.Target) ?? FindLocation(type);
    }

    private static Location? FindLocation(ISymbol symbol) => symbol.Locations.FirstOrDefault(static location => location.IsInSource);
}

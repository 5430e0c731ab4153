using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Generators.Rules.Declarations;

/// <summary>FPG1010: a question by payment token that hands back a status alone, of a client that is not pinned.</summary>
/// <remarks>The token says which resource the answer is about, and nobody can compare it: neither the client nor the caller.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TokenRequestMustReturnResourceAnalyzer() : LibraryAnalyzer(Descriptors.TokenRequestMustReturnResource)
{
    private protected override void Register(CompilationStartAnalysisContext start) =>
        start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;

        if (type.TypeKind != TypeKind.Interface || LibrarySymbols.FindClientAttributes(type) is not [{ NamedArguments.IsEmpty: true }])
            return;

        foreach (IMethodSymbol method in FindQuestions(type))
        {
            bool isOwn = SymbolEqualityComparer.Default.Equals(method.ContainingType, type);

            if (!IsStatusByToken(method) || (isOwn ? (ISymbol)method : type).Locations.FirstOrDefault(static location => location.IsInSource) is not { } location)
                continue;

            // Where no client is generated, that is what there is to say.
            if (ClientParser.Parse(type, context.Compilation, context.CancellationToken).Model is not null)
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.TokenRequestMustReturnResource, location, method.Name));
        }
    }

    /// <summary>The type's own, and those that it inherits, but for another client's, which is pointed at itself.</summary>
    private static IEnumerable<IMethodSymbol> FindQuestions(INamedTypeSymbol type) => type.AllInterfaces
        .Where(static inherited => !LibrarySymbols.IsClientInterface(inherited))
        .Prepend(type)
        .SelectMany(static declaring => declaring.GetMembers())
        .OfType<IMethodSymbol>()
        .Where(static method => method is { IsAbstract: true, IsStatic: false, MethodKind: MethodKind.Ordinary });

    private static bool IsStatusByToken(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { Arity: 1 } returned
        && LibrarySymbols.FindWrapper(returned) is not null
        && LibrarySymbols.FindResultKind(returned.TypeArguments[0]) == ResultKind.Status
        && method.Parameters.Any(static parameter => ParameterParser.TryParse(parameter, out _)?.Role == PaymentsRole.PluginPaymentToken);
}

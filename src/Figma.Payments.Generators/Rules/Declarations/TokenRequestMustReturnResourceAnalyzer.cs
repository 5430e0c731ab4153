using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Generators.Rules.Declarations;

/// <summary>Reports FPG1010: a token request of an unpinned client that returns only a status.</summary>
/// <remarks>The resource of the response depends on the token, and neither the client nor its caller can compare it.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TokenRequestMustReturnResourceAnalyzer() : LibraryAnalyzer(Descriptors.TokenRequestMustReturnResource)
{
    private protected override void Register(CompilationStartAnalysisContext start) =>
        start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;

        foreach (IMethodSymbol method in FindViolations(type))
        {
            bool isOwn = SymbolEqualityComparer.Default.Equals(method.ContainingType, type);

            if ((isOwn ? (ISymbol)method : type).Locations.FirstOrDefault(static location => location.IsInSource) is not { } location)
                continue;

            // If no client is generated, DeclarationAnalyzer reports the reason.
            if (ClientParser.Parse(type, context.Compilation, context.CancellationToken).Model is not null)
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.TokenRequestMustReturnResource, location, method.Name));
        }
    }

    /// <summary>Returns the methods of an interface that violate the rule.</summary>
    internal static IEnumerable<IMethodSymbol> FindViolations(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && LibrarySymbols.FindClientAttributes(type) is [{ NamedArguments.IsEmpty: true }] ? FindClientMethods(type).Where(IsTokenRequestForStatus) : [];

    /// <summary>Returns the client methods that the type declares or inherits. Base interfaces with the attribute are analyzed separately, and those of the library return no status.</summary>
    private static IEnumerable<IMethodSymbol> FindClientMethods(INamedTypeSymbol type) => type.AllInterfaces
        .Where(static inherited => !LibrarySymbols.IsClientInterface(inherited))
        .Prepend(type)
        .SelectMany(static declaring => declaring.GetMembers())
        .OfType<IMethodSymbol>()
        .Where(static method => method is { IsAbstract: true, IsStatic: false, MethodKind: MethodKind.Ordinary });

    private static bool IsTokenRequestForStatus(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { Arity: 1 } returned
        && LibrarySymbols.FindWrapper(returned) is not null
        && LibrarySymbols.FindResultKind(returned.TypeArguments[0]) == ResultKind.Status
        && method.Parameters.Any(static parameter => ParameterParser.TryParse(parameter, out _)?.Role == PaymentsRole.PluginPaymentToken);
}

using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Declarations;

/// <summary>Fixes FPG1003: changes the return type to the nearest one that is supported.</summary>
/// <remarks>The result is the supported type that the return type already contains, otherwise <c>PaymentInformation</c>.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnTypeMustBeSupportedFix))]
public sealed class ReturnTypeMustBeSupportedFix() : RuleCodeFixProvider(Descriptors.ReturnTypeMustBeSupported)
{
    private protected override IEnumerable<Replacement> FindReplacements(ReportedNode reported)
    {
        // An inherited method is reported on the interface; it must be fixed where it is declared.
        if (reported.Node is not MethodDeclarationSyntax declaration
            || reported.Model.GetDeclaredSymbol(declaration, reported.CancellationToken) is not { ReturnType: { TypeKind: not TypeKind.Error } returned } method
            || method.Parameters.Any(static parameter => ParameterParser.TryParse(parameter, out _) is null))
        {
            return [];
        }

        string wrapper = returned is INamedTypeSymbol named && LibrarySymbols.FindWrapper(named) is { } found ? found.ToString() : nameof(ReturnWrapper.Task);
        string result = (FindResult(returned) ?? ResultKind.Information).TypeName();

        Replacement replacement = new($"Change the return type to '{wrapper}<{result}>'", declaration.ReturnType, TypeSyntaxFactory.TaskOfLibraryType(wrapper, result));
        return DeclarationChange.KeepsUses(replacement, method, reported) ? [replacement] : [];
    }

    /// <summary>Finds the supported result that a type contains: <c>PaymentStatus</c> in <c>IAsyncEnumerable&lt;PaymentStatus?&gt;</c>.</summary>
    private static ResultKind? FindResult(ITypeSymbol type) =>
        LibrarySymbols.FindResultKind(type)
        ?? (type as INamedTypeSymbol)?.TypeArguments.Select(FindResult).FirstOrDefault(static found => found is not null);
}

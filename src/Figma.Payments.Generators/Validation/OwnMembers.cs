using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Validation;

/// <summary>Checks the members of the developer's own part of a client class.</summary>
internal static class OwnMembers
{
    /// <summary>Describes the first member that the generated part declares too. Returns null if there is none.</summary>
    public static string? FindClash(INamedTypeSymbol client, ImmutableArray<MethodModel> methods)
    {
        foreach (ISymbol member in client.GetMembers())
        {
            if (member.IsImplicitlyDeclared || !member.DeclaringSyntaxReferences.Any(IsOwn))
                continue;

            if (member.Name == ClientNaming.EndpointField)
                return $"a member '{ClientNaming.EndpointField}'";

            if (IsFactory(member))
                return $"'{ClientNaming.CreateMethod}'";

            if (member is IMethodSymbol { MethodKind: MethodKind.Constructor, IsStatic: false } constructor && IsConstructor(constructor))
                return "a constructor with the same parameters";

            string name = SymbolText.Identifier(member.Name);
            IEnumerable<MethodModel> generated = methods.Where(method => method.ExplicitInterface is null && method.Name == name);

            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } own && generated.Any(method => HasSameSignature(method, own)))
                return $"a method '{member.Name}' with the same parameters";

            if (member is not IMethodSymbol && generated.Any())
                return $"a member '{member.Name}' that isn't a method";
        }

        return null;
    }

    /// <summary>Determines whether the developer's part declares an accessibility. Two parts may not differ in it.</summary>
    public static bool DeclareAccessibility(INamedTypeSymbol type, string className) =>
        type.GetContainer()!.GetTypeMembers(className, 0) is [_, ..] parts
        && parts
            .SelectMany(static part => part.DeclaringSyntaxReferences)
            .Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(IsAccessibility));

    private static bool IsAccessibility(SyntaxToken modifier) =>
        modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword;

    private static bool IsFactory(ISymbol member) => member.Name == ClientNaming.CreateMethod
        && (member is not IMethodSymbol method || method is { Arity: 0, Parameters: [{ Type.Name: "PaymentsClientOptions" }] });

    private static bool IsConstructor(IMethodSymbol constructor) =>
        constructor.Parameters is [{ Type.Name: "PaymentsEndpoint" }] or [{ Type.Name: "HttpClient" }, { Type.Name: "PaymentsClientOptions" }];

    private static bool HasSameSignature(MethodModel generated, IMethodSymbol own) =>
        own.Arity == 0
        && own.Parameters.Length == generated.Parameters.Count
        && own.Parameters.Zip(generated.Parameters, HasSameType).All(static isSame => isSame);

    // A signature doesn't distinguish 'in' from 'ref' and 'out', or 'string' from 'string?'.
    private static bool HasSameType(IParameterSymbol own, ParameterModel generated) =>
        LibrarySymbols.FindParameterType(SymbolText.WithoutNullable(own.Type, out bool isNullable)) == generated.Type
        && (own.RefKind != RefKind.None) == generated.IsIn
        && (generated.Type == ParameterType.String || isNullable == generated.IsNullable);

    /// <summary>Determines whether a part is the developer's. An analyzer sees the generated part too.</summary>
    public static bool IsOwn(SyntaxReference reference) =>
        reference.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } part
        && !part.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => attribute.ToString().Contains(KnownNames.Tool));
}

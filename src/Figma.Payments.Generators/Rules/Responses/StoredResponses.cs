using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether the code that stores a response in a field or a property might decide about access before it does.</summary>
internal static class StoredResponses
{
    public static bool MayWriterDecide(ResponseBody body, AccessPartition partition) =>
        body.Reads.Select(FindStored).OfType<ISymbol>().Distinct<ISymbol>(SymbolEqualityComparer.Default).SelectMany(FindStores).Any(store => MayDecide(store, body.Compilation, partition))
        || body.Reads.Select(read => FindPrimaryConstructor(read, body.Member)).OfType<IMethodSymbol>().Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).Any(constructor => Callers.MayArgumentDecide(constructor, body.Compilation, partition));

    /// <summary>Returns the primary constructor of a type whose member reads a response that the constructor received, or null.</summary>
    private static IMethodSymbol? FindPrimaryConstructor(IOperation read, ISymbol member) => read is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter }
        && ResponseTypes.IsResponse(parameter.Type)
        && !SymbolEqualityComparer.Default.Equals(constructor, member)
            ? constructor
            : null;

    /// <summary>Returns the field or the property of this compilation that a response is read from, or null if there is none.</summary>
    private static ISymbol? FindStored(IOperation read) => read switch
    {
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } reference
            when ResponseTypes.IsResponse(reference.Type) && !reference.Member.DeclaringSyntaxReferences.IsEmpty => reference.Member.OriginalDefinition,
        _ => null,
    };

    /// <summary>Returns the member itself, or the fields that a property can return.</summary>
    private static IEnumerable<ISymbol> FindStores(ISymbol member) => member is IPropertySymbol property && !property.IsAuto() && !property.DeclaringSyntaxReferences.Any(static declaration => declaration.GetSyntax() is ParameterSyntax)
        ? property.ContainingType.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsImplicitlyDeclared && ResponseTypes.IsResponse(field.Type))
        : [member];

    private static bool MayDecide(ISymbol member, Compilation compilation, AccessPartition partition) =>
        member.DeclaringSyntaxReferences.Any(static declaration => HasOtherInitializer(declaration.GetSyntax()))
        || (member.DeclaringSyntaxReferences.Any(static declaration => IsOfPrimaryConstructor(declaration.GetSyntax())) && member.ContainingType.InstanceConstructors.Any(constructor => Callers.MayArgumentDecide(constructor, compilation, partition)))
        || MethodUses.Of(compilation).FindMemberReferences(member).Any(found => MayDecide(found.Reference, found.Body, partition));

    private static bool MayDecide(IOperation reference, ResponseBody body, AccessPartition partition) => reference.WithConversionsAround().Parent switch
    {
        ISimpleAssignmentOperation assignment when assignment.Target == reference =>
            Callers.IsChosen(assignment.Value)
            || assignment.Value.WithDescendants().Any(static part => FindStored(part) is not null)
            || !new ResponseOrigins(body.Locals).IsFigma(assignment.Value)
            || OtherDecisions.Of(body, partition).MayDecideBefore(assignment, member: null)
            || (assignment.Value.WithoutConversions() is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol method } && Callers.MayArgumentDecide(method, body.Compilation, partition)),
        IAssignmentOperation other => other.Target == reference,
        ITupleOperation or IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        _ => false,
    };

    /// <summary>Determines whether a declaration stores a parameter of the primary constructor. That of a positional record is the parameter itself.</summary>
    private static bool IsOfPrimaryConstructor(SyntaxNode declaration) => declaration is ParameterSyntax
        or VariableDeclaratorSyntax { Initializer.Value: IdentifierNameSyntax }
        or PropertyDeclarationSyntax { Initializer.Value: IdentifierNameSyntax };

    /// <summary>Determines whether a declaration stores something other than null or a parameter.</summary>
    private static bool HasOtherInitializer(SyntaxNode declaration)
    {
        ExpressionSyntax? value = declaration switch
        {
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };

        while (value is PostfixUnaryExpressionSyntax suppressed)
            value = suppressed.Operand;

        return value is not (null or IdentifierNameSyntax or LiteralExpressionSyntax or DefaultExpressionSyntax);
    }
}

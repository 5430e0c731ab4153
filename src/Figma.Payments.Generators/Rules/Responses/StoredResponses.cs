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
        body.Reads.Select(FindStored).OfType<ISymbol>().Distinct<ISymbol>(SymbolEqualityComparer.Default).SelectMany(FindStores).Any(store => MayDecide(store, body.Compilation, partition));

    /// <summary>Returns the field or the property of this compilation that a response is read from, or null if there is none.</summary>
    private static ISymbol? FindStored(IOperation read) => read switch
    {
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } reference
            when ResponseTypes.IsResponse(reference.Type) && !reference.Member.DeclaringSyntaxReferences.IsEmpty => reference.Member.OriginalDefinition,
        _ => null,
    };

    /// <summary>Returns the member itself, or the fields that a property can return.</summary>
    private static IEnumerable<ISymbol> FindStores(ISymbol member) => member is IPropertySymbol property && !property.IsAuto()
        ? property.ContainingType.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsImplicitlyDeclared && ResponseTypes.IsResponse(field.Type))
        : [member];

    private static bool MayDecide(ISymbol member, Compilation compilation, AccessPartition partition) =>
        member.DeclaringSyntaxReferences.Any(static declaration => HasOtherInitializer(declaration.GetSyntax()))
        || MethodUses.Of(compilation).FindMemberReferences(member).Any(found => MayDecide(found.Reference, found.Body, partition));

    private static bool MayDecide(IOperation reference, ResponseBody body, AccessPartition partition) => reference.WithConversionsAround().Parent switch
    {
        ISimpleAssignmentOperation assignment when assignment.Target == reference =>
            assignment.Value.WithDescendants().Any(static part => part is IConditionalOperation or ISwitchExpressionOperation || FindStored(part) is not null)
            || !new ResponseOrigins(body.Locals).IsFigma(assignment.Value)
            || OtherDecisions.Of(body, partition).MayDecideBefore(assignment, member: null),
        IAssignmentOperation other => other.Target == reference,
        ITupleOperation or IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        _ => false,
    };

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

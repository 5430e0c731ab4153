using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes the calls that certainly grant access.</summary>
internal static class Granting
{
    public static bool IsGrant(IInvocationOperation call, AccessPartition partition)
    {
        IMethodSymbol method = call.TargetMethod;

        if (method.Name == "Succeed" && method.ContainingType.Is("AuthorizationHandlerContext", "Authorization", "AspNetCore", "Microsoft"))
            return !partition.IsAbilityAmbiguous || (call.Arguments.ValueOf(0)?.WithoutConversions().Type is { } requirement && AccessNames.IsGrantingRequirement(requirement.Name));

        return AccessNames.IsGrantingMethod(method.Name, partition.IsIdentityUsed)
            && !AccessNames.IsLock(method.ContainingType.Name)
            && call.Arguments.All(static argument => MayBeProduct(argument.Value))
            && !(partition.IsAbilityAmbiguous && AccessNames.IsAbilityAlone(method.Name))
            && !(AccessNames.IsVerbAlone(method.Name) && GrantsOther(call))
            && !(partition.IsIdentityUsed && AccessNames.IsVerbAlone(method.Name) && MayEndOperation(call));
    }

    /// <summary>Determines whether an argument leaves open, or says, that users pay for what is granted. A Boolean value can take it away.</summary>
    private static bool MayBeProduct(IOperation argument) => argument.WithoutConversions() switch
    {
        { Type: var type } when type.IsBoolean() => false,
        { ConstantValue: { HasValue: true, Value: string text } } => AccessNames.IsProduct(text),
        IFieldReferenceOperation { Field: { IsConst: true, ContainingType.TypeKind: TypeKind.Enum } field } => AccessNames.IsProduct(field.Name),
        IFieldReferenceOperation { Field: { IsStatic: true } field } => AccessNames.IsProduct(field.Name),
        IPropertyReferenceOperation { Property: { IsStatic: true } property } => AccessNames.IsProduct(property.Name),
        _ => true,
    };

    /// <summary>Determines whether a call such as <c>achievements.Unlock(user)</c> is one of another object whose type isn't about access.</summary>
    private static bool GrantsOther(IInvocationOperation call) =>
        call.Instance is not (null or IInstanceReferenceOperation) && !AccessNames.IsAboutAccess(call.TargetMethod.ContainingType.Name);

    /// <summary>Determines whether a call such as <c>Unlock()</c> might end an operation when its response arrives: it is called on another object, or sets something to <c>false</c>.</summary>
    private static bool MayEndOperation(IInvocationOperation call) =>
        call.Instance is not (null or IInstanceReferenceOperation)
        || call.TargetMethod.DeclaringSyntaxReferences.Any(static reference =>
            reference.GetSyntax().DescendantNodes().Any(static node => node is AssignmentExpressionSyntax { Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } }));
}

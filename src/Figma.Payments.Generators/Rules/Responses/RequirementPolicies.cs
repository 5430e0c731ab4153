using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether a requirement of this compilation is the only one of its policies.</summary>
internal sealed class RequirementPolicies(MethodUses uses)
{
    /// <summary>Determines whether a call adds something to a policy that contains nothing else, apart from a user who is signed in.</summary>
    public static bool IsOnlyRequirement(IInvocationOperation call)
    {
        IOperation function = call.FindFunction() ?? call.Root();
        return function.WithDescendants().OfType<IInvocationOperation>().All(each => each == call || ApplicationPolicies.IsHarmlessRequirement(each)
            || !(IsOfPolicy(each.TargetMethod.ContainingType) || each.Arguments.Any(static argument => argument.Value.Type is INamedTypeSymbol type && IsOfPolicy(type))));
    }

    public static bool IsOfPolicy(INamedTypeSymbol type) => type.Is("AuthorizationPolicyBuilder", "Authorization", "AspNetCore", "Microsoft");

    /// <summary>Determines whether a policy with a requirement of this compilation might contain something else that denies access.</summary>
    public bool MayDeny(INamedTypeSymbol requirement) => uses.FindCreations(requirement).Any(static found => !IsAlone(found.Creation));

    /// <summary>Returns the names of the policies with a requirement of this compilation, and null for one whose name isn't known.</summary>
    public IEnumerable<string?> FindNames(INamedTypeSymbol requirement) => uses.FindCreations(requirement).Select(static found => FindName(found.Creation)).Distinct().DefaultIfEmpty();

    /// <summary>Determines whether a requirement is added to a policy that contains no other, or is passed to the authorization service alone.</summary>
    private static bool IsAlone(IObjectCreationOperation requirement)
    {
        IOperation value = requirement.WithConversionsAround();

        while (value.Parent is IArrayInitializerOperation or IArrayCreationOperation || value.Parent?.IsCollectionExpression() == true)
        {
            if (value.Parent is IArrayInitializerOperation ? value.Parent.ChildOperations.Count > 1 : value.Parent is not IArrayCreationOperation && value.Parent.ChildOperations.Count > 1)
                return false;

            value = value.Parent.WithConversionsAround();
        }

        return value.Parent is IArgumentOperation { Parent: IInvocationOperation call } && call.TargetMethod.Name switch
        {
            "AddRequirements" => IsOfPolicy(call.TargetMethod.ContainingType) && !IsOfCaller(call) && IsOnlyRequirement(call),
            "Add" => call.Instance is IPropertyReferenceOperation { Property: { Name: "Requirements", ContainingType: var type } } && IsOfPolicy(type) && !IsOfCaller(call) && IsOnlyRequirement(call),
            "AuthorizeAsync" => call.IsCallOfPlatform(),
            _ => false,
        };

        // A caller of a method can add something else to the policy.
        static bool IsOfCaller(IInvocationOperation call) =>
            call.FindFunction() is null && call.WithDescendants().Any(static part => part is IParameterReferenceOperation { Type: INamedTypeSymbol type } && IsOfPolicy(type));
    }

    /// <summary>Returns the name of the policy that a requirement or an assertion is added to in a lambda, or null if it has none or isn't constant.</summary>
    public static string? FindName(IOperation requirement) =>
        requirement.FindFunction() is IAnonymousFunctionOperation lambda
        && lambda.FindReceivingCall() is IInvocationOperation { TargetMethod.Name: "AddPolicy" } call
        && call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "name")?.Value.ConstantValue is { HasValue: true, Value: string name }
            ? name
            : null;
}

using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes what certainly grants access when nothing but the code around it has decided: a method or a member of the type itself, whose name names what users pay for.</summary>
internal sealed class GrantingMembers(Compilation compilation)
{
    private readonly MethodUses _uses = MethodUses.Of(compilation);
    private readonly DenyingMethods _methods = new(MethodUses.Of(compilation));
    private readonly Dictionary<ISymbol, bool> _judged = new(SymbolEqualityComparer.Default);

    /// <summary>Determines whether executing an expression grants access.</summary>
    public bool Grants(IOperation effect) => effect switch
    {
        IInvocationOperation { TargetMethod: { Name: "Succeed", ContainingType: var type } } call when type.IsOfPlatform() => Granting.IsGrant(call, AccessPartition.BySuccess) && call.Arguments.All(static argument => PlainFunction.IsPlain(argument.Value)),
        IInvocationOperation { Instance: null or IInstanceReferenceOperation, TargetMethod: var method } call => PaidNames.IsGrant(method.Name) && call.Arguments.All(IsRequest) && Judge(method.OriginalDefinition, CertainlyGrants),
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation, Member: var member }, Value.ConstantValue: { HasValue: true, Value: true } } =>
            PaidNames.IsGranted(member.Name) && Judge(member.OriginalDefinition, IsNeverTakenAway),
        _ => false,
    };

    private bool Judge<T>(T member, Func<T, bool> judge)
        where T : ISymbol => _judged.TryGetValue(member, out bool isGranting) ? isGranting : _judged[member] = judge(member);

    /// <summary>Determines whether an argument is nothing but a parameter, so that no other data says what is granted.</summary>
    private static bool IsRequest(IArgumentOperation argument) => argument.Value.WithoutConversions() is IParameterReferenceOperation { Parameter.Type: var type } && type.WithoutNullable() is { } bare && (bare.IsOfLibrary(bare.Name) || bare.SpecialType == SpecialType.System_String);

    /// <summary>Determines whether a method with such a name doesn't ask for a payment itself. Nothing is known of one without code.</summary>
    private bool CertainlyGrants(IMethodSymbol method) => !method.IsAbstract && !method.IsVirtual && !method.IsOverride && _uses.FindBody(method) is not null && !_methods.Denies(method);

    /// <summary>Determines whether no code but <c>catch</c> clauses sets a member to something else than true, as code does that disables something while a request runs.</summary>
    private bool IsNeverTakenAway(ISymbol member) => _uses.FindMemberReferences(member).All(static found =>
        found.Reference.Parent is not IAssignmentOperation assignment
        || assignment.Target != found.Reference
        || assignment.Value.ConstantValue is { HasValue: true, Value: true }
        || IsInCatchClause(found.Reference));

    private static bool IsInCatchClause(IOperation operation)
    {
        for (IOperation? around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is ICatchClauseOperation)
                return true;
        }

        return false;
    }
}

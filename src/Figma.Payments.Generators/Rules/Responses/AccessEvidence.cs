using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether a decision certainly decides about access: one side refuses it, or the other does nothing but grant it.</summary>
internal sealed class AccessEvidence(ResponseBody body, ResponseEvaluator evaluator, AccessPartition partition)
{
    /// <summary>Determines whether the sides of a decision show that it decides about access.</summary>
    /// <param name="denied">What the decision leads to if access is denied.</param>
    /// <param name="granted">What it leads to otherwise.</param>
    public bool IsAccessDecided(AccessSide denied, AccessSide granted) =>
        granted.Value is { } value
            ? denied.Value is not null && IsAccessDecided(denied.Value, value)
            : (Refuses(denied, granted) && !MayBeRefusedToo(granted, denied)) || OnlyGrants(granted, isFollowed: denied.IsEnd);

    /// <summary>Determines whether a condition is the value of a function or property whose name says that it grants access.</summary>
    public bool IsGrantingValue(IOperation value) => FindSlot(value) == Slot.Grant;

    private bool IsAccessDecided(IOperation denied, IOperation granted)
    {
        if (Refusals.Unwrap(granted) is IThrowOperation)
            return false;

        if (Refusals.Unwrap(denied) is IThrowOperation thrown)
            return IsRefusingThrow(thrown) && !MayRefuse(granted) && (FindSlot(granted) != Slot.Grant || IsGranted(granted));

        Slot slot = FindSlot(denied.Parent is ISwitchExpressionArmOperation { Parent: { } choice } ? choice : denied.Parent!);

        return slot switch
        {
            Slot.Response => (IsRefusal(denied) && !MayRefuse(granted)) || Refusals.Grants(Refusals.Unwrap(granted), partition),
            Slot.StatusCode => Refusals.IsRefusalCode(denied, partition) && granted.WithoutConversions().ConstantValue is { HasValue: true, Value: int and < 300 },
            Slot.Effect => Refusals.Grants(Refusals.Unwrap(granted), partition),
            _ => false,
        };
    }

    private bool Refuses(AccessSide side, AccessSide other)
    {
        foreach (IOperation statement in side.FindStatements(isFollowed: true))
        {
            // What follows both sides refuses access only by a response in a local, which the other side doesn't return.
            bool isShared = !other.IsEnd && !side.Span.Contains(statement.Syntax.Span);

            switch (statement)
            {
                case IReturnOperation { ReturnedValue: { } returned } when isShared:
                    return Refusals.Unwrap(returned) is ILocalReferenceOperation && Refusals.IsRefusal(Follow(returned, side, other), partition);
                case IVariableDeclarationGroupOperation or IEmptyOperation or ILocalFunctionOperation:
                    break;
                case var _ when isShared:
                    return false;
                case IReturnOperation { ReturnedValue: { } returned }:
                    return IsRefusal(returned) || (Refusals.Unwrap(returned).ConstantValue is { HasValue: true, Value: false } && FindSlot(returned) == Slot.Grant);
                case IThrowOperation thrown:
                    return IsRefusingThrow(thrown);
                case IExpressionStatementOperation { Operation: IThrowOperation thrown }:
                    return IsRefusingThrow(thrown);
                case IExpressionStatementOperation { Operation: var effect }:
                    if (Refusals.Refuses(Refusals.Unwrap(effect), partition) || (Refusals.FindThrow(effect) is { } helped && IsRefusingThrow(helped)))
                        return true;

                    break;
            }
        }

        return false;
    }

    /// <summary>Determines whether the other side of a refusal might grant nothing either.</summary>
    private bool MayBeRefusedToo(AccessSide granted, AccessSide denied)
    {
        foreach (IOperation statement in granted.FindStatements(isFollowed: true))
        {
            switch (statement)
            {
                case IReturnOperation { ReturnedValue: { } returned }:
                    return Refusals.MayRefuse(Follow(returned, granted, denied)) || (FindSlot(returned) == Slot.Grant && !IsGranted(returned));
                case IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation }:
                    return true;
                case IExpressionStatementOperation { Operation: var effect } when Refusals.Refuses(Refusals.Unwrap(effect), partition) || Refusals.IsThrowHelper(effect):
                    return true;
            }
        }

        return false;
    }

    /// <summary>Determines whether a lookalike certainly gets access. A value that depends on anything else might deny it.</summary>
    private bool IsGranted(IOperation returned) => evaluator.EvaluateCondition(Refusals.Unwrap(returned), partition.Lookalikes[0]) == TruthValue.True;

    private bool OnlyGrants(AccessSide side, bool isFollowed)
    {
        bool isGranting = false;

        foreach (IOperation statement in side.FindStatements(isFollowed))
        {
            IOperation? effect = statement switch
            {
                IReturnOperation { ReturnedValue: null } => null,
                IReturnOperation { ReturnedValue: { } returned } => returned,
                IExpressionStatementOperation expression => expression.Operation,
                _ => statement,
            };

            if (effect is null || (statement is IReturnOperation && isGranting && IsCompletedTask(effect)))
                continue;

            if (!Refusals.Grants(WithoutNullCheck(Refusals.Unwrap(effect)), partition))
                return false;

            isGranting = true;
        }

        return isGranting;
    }

    private static IOperation WithoutNullCheck(IOperation effect) => effect is IConditionalAccessOperation access ? access.WhenNotNull : effect;

    private static bool IsCompletedTask(IOperation value) =>
        Refusals.Unwrap(value) is IPropertyReferenceOperation { Property: { Name: "CompletedTask" } property } && Refusals.IsTask(property.ContainingType);

    private bool IsRefusal(IOperation value) => Refusals.IsRefusal(Follow(value), partition);

    private bool MayRefuse(IOperation value) => Refusals.MayRefuse(Follow(value));

    /// <summary>Returns the value that a local has after one side of a decision, if each side assigns it or keeps its only other value.</summary>
    private IOperation Follow(IOperation value, AccessSide side, AccessSide other)
    {
        if (Refusals.Unwrap(value) is not ILocalReferenceOperation { Local: var local })
            return Follow(value);

        IReadOnlyList<IOperation?> values = body.Locals.FindAll(local);
        IOperation?[] own = [.. values.Where(each => each is null || side.Span.Contains(each.Syntax.Span))];
        IOperation?[] possible = own.Length > 0 ? own : [.. values.Where(each => each is null || !other.Span.Contains(each.Syntax.Span))];
        return possible is [{ } only] && values.Count <= 2 && (own.Length == 0 || side.FindStatements(isFollowed: false).Contains(only.Parent?.Parent)) ? Refusals.Unwrap(only) : Follow(value);
    }

    private IOperation Follow(IOperation value) => Refusals.Unwrap(value) is ILocalReferenceOperation local && body.Locals.Find(local.Local) is { } definition ? Refusals.Unwrap(definition) : Refusals.Unwrap(value);

    /// <summary>Determines whether an exception says that access is refused. Any other can have another reason.</summary>
    private bool IsRefusingThrow(IThrowOperation thrown) =>
        thrown.Exception?.WithoutConversions() is { Type: INamedTypeSymbol type } exception
        && (AccessNames.IsRefusingException(type.Name, partition.IsIdentityUsed)
            || (exception is IObjectCreationOperation { Arguments: var arguments } && arguments.Any(argument => argument.Parameter?.Name == "statusCode" && Refusals.IsRefusalCode(argument.Value, partition))));

    /// <summary>Returns what the value of an expression is used for.</summary>
    private Slot FindSlot(IOperation value)
    {
        while (value.Parent is { } parent)
        {
            switch (parent)
            {
                case IConversionOperation or IParenthesizedOperation or IAwaitOperation:
                case IObjectCreationOperation { Type: INamedTypeSymbol type } when Refusals.IsTask(type):
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "FromResult" } method } } when Refusals.IsTask(method.ContainingType):
                case IArgumentOperation { Parent: IObjectCreationOperation { Type: INamedTypeSymbol task } } when Refusals.IsTask(task):
                case IInvocationOperation { TargetMethod: { Name: "FromResult" } factory } when Refusals.IsTask(factory.ContainingType):
                case ISwitchExpressionArmOperation or ISwitchExpressionOperation:
                case IConditionalOperation choice when choice.Condition != value && value.Type is not null && parent.Type is not null:
                    value = parent;
                    continue;

                case IReturnOperation:
                    return IsGrantingFunction(parent, value) ? Slot.Grant : value.Type.IsBoolean() ? Slot.Other : Slot.Response;

                case IPropertyInitializerOperation { InitializedProperties: { Length: > 0 } properties }:
                    return value.Type.IsBoolean() && IsGrantingName(properties[0].Name) ? Slot.Grant : Slot.Other;

                case IVariableInitializerOperation or ISimpleAssignmentOperation { Target: ILocalReferenceOperation }:
                    return Slot.Response;

                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment when assignment.Value == value:
                    return Refusals.IsStatusCodeProperty(target.Property) ? Slot.StatusCode
                        : target.Property.Name == "Result" && Refusals.IsAspNetCore(target.Property.ContainingType) ? Slot.Response
                        : Slot.Other;

                case IArgumentOperation { Parameter: var parameter }:
                    return Refusals.IsStatusCodeParameter(parameter) ? Slot.StatusCode : Slot.Other;

                case IExpressionStatementOperation:
                    return Slot.Effect;

                default:
                    return Slot.Other;
            }
        }

        return Slot.Other;
    }

    private bool IsGrantingFunction(IOperation statement, IOperation value)
    {
        if (!Refusals.IsBooleanOrTask(value.Type))
            return false;

        return body.FindFunction(statement) switch
        {
            ILocalFunctionOperation local => IsGrantingName(local.Symbol.Name),
            IAnonymousFunctionOperation lambda => IsAssertion(lambda),
            _ => IsGrantingName(body.Member is IMethodSymbol { AssociatedSymbol: { } property } ? property.Name : body.Member.Name),
        };
    }

    private bool IsGrantingName(string name) => AccessNames.IsGrantingCondition(name, partition);

    /// <summary>Determines whether a lambda is an assertion of an authorization policy.</summary>
    private static bool IsAssertion(IOperation lambda) =>
        lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "RequireAssertion" } method } } }
        && Refusals.IsAspNetCore(method.ContainingType);

    /// <summary>The use of the value of an expression.</summary>
    private enum Slot
    {
        Other,

        /// <summary>It is returned or stored, as a response can be.</summary>
        Response,

        /// <summary>It is the result of a function or property that grants access if it is true.</summary>
        Grant,

        /// <summary>It is an HTTP status code.</summary>
        StatusCode,

        /// <summary>It is not used.</summary>
        Effect,
    }
}

using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether a decision certainly decides about access: one side refuses it, or the other does nothing but grant it.</summary>
internal sealed class AccessEvidence
{
    private readonly ResponseBody _body;
    private readonly ResponseEvaluator _evaluator;
    private readonly AccessPartition _partition;
    private readonly AccessFlow _flow;

    public AccessEvidence(ResponseBody body, ResponseEvaluator evaluator, AccessPartition partition)
    {
        _body = body;
        _evaluator = evaluator;
        _partition = partition;
        _flow = new AccessFlow(body, ReadReturn, ReadEffect);
    }

    /// <summary>Determines whether the sides of a decision show that it decides about access.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="denied">What the decision leads to if access is denied.</param>
    /// <param name="granted">What it leads to otherwise.</param>
    public bool IsAccessDecided(IOperation decision, AccessSide denied, AccessSide granted) =>
        granted.Value is { } value
            ? denied.Value is not null && IsAccessDecided(denied.Value, value)
            : (Refuses(denied, granted) && !MayBeRefusedToo(_flow.Follow(granted, decision), granted, denied)) || OnlyGrants(granted, isFollowed: denied.IsEnd);

    /// <summary>Determines whether a condition is the value of a function or property whose name says that it grants access.</summary>
    public bool IsGrantingValue(IOperation value) => FindSlot(value) == Slot.Grant;

    private bool IsAccessDecided(IOperation denied, IOperation granted)
    {
        if (Refusals.Unwrap(granted) is IThrowOperation)
            return false;

        if (Refusals.Unwrap(denied) is IThrowOperation thrown)
            return IsRefusingThrow(thrown) && !MayRefuse(granted) && (FindSlot(granted) != Slot.Grant || IsGranted(granted)) && _flow.FollowAround(denied) is not { MayRefuse: true };

        Slot slot = FindSlot(denied.Parent is ISwitchExpressionArmOperation { Parent: { } choice } ? choice : denied.Parent!);

        return slot switch
        {
            Slot.Response => (IsRefusal(denied) && !MayRefuse(granted)) || Refusals.Grants(Refusals.Unwrap(granted), _partition),
            Slot.StatusCode => Refusals.IsRefusalCode(denied, _partition) && granted.WithoutConversions().ConstantValue is { HasValue: true, Value: int and < 300 },
            Slot.Effect => Refusals.Grants(Refusals.Unwrap(granted), _partition),
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
                    return Refusals.Unwrap(returned) is ILocalReferenceOperation && Refusals.IsRefusal(Follow(returned, side, other), _partition);
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
                    if (Refusals.Refuses(Refusals.Unwrap(effect), _partition) || (Refusals.FindThrow(effect) is { } helped && IsRefusingThrow(helped)))
                        return true;

                    break;
            }
        }

        return false;
    }

    /// <summary>Determines whether the other side of a refusal might grant nothing either.</summary>
    private bool MayBeRefusedToo(AccessExits exits, AccessSide granted, AccessSide denied) =>
        (exits.Local is { } local ? exits | ReadResponse(Follow(local, granted, denied)) : exits).MayRefuse;

    /// <summary>Returns how a <c>return</c> statement ends the function.</summary>
    private AccessExits ReadReturn(IReturnOperation statement)
    {
        if (statement.ReturnedValue is not { } returned)
            return AccessExits.Success;

        if (FindSlot(returned) == Slot.Grant)
            return IsGranted(returned) ? AccessExits.Success : Refusals.Unwrap(returned).ConstantValue.HasValue ? AccessExits.Known : AccessExits.Unknown;

        IOperation value = Follow(returned);
        return value is ILocalReferenceOperation && Refusals.MayRefuse(value) ? new(AccessExits.Kind.None, value) : ReadResponse(value);
    }

    /// <summary>Returns how a response ends the function.</summary>
    private static AccessExits ReadResponse(IOperation value) => value switch
    {
        IConditionalOperation { WhenFalse: { } whenFalse } choice => ReadResponse(Refusals.Unwrap(choice.WhenTrue)) | ReadResponse(Refusals.Unwrap(whenFalse)),
        ISwitchExpressionOperation choice => choice.Arms.Aggregate(default(AccessExits), static (all, arm) => all | ReadResponse(Refusals.Unwrap(arm.Value))),
        _ => !Refusals.MayRefuse(value) ? AccessExits.Success : Refusals.IsKnownError(value) ? AccessExits.Known : AccessExits.Unknown,
    };

    /// <summary>Returns how an expression that is executed only for its effect ends. One that sets or sends a refusal ends like the function.</summary>
    private AccessExits ReadEffect(IOperation expression)
    {
        IOperation effect = Refusals.Unwrap(expression);

        return effect is IThrowOperation || Refusals.IsThrowHelper(expression) || Refusals.Refuses(effect, _partition) ? AccessExits.Known
            : Refusals.FindStatusCodeSet(effect) is { } statusCode ? ReadStatusCode(statusCode).Replace(AccessExits.Kind.Success, AccessExits.Kind.Continues)
            : Refusals.FindResponseSet(effect) is { } response ? ReadResponse(Follow(response)).Replace(AccessExits.Kind.Success, AccessExits.Kind.Continues)
            : AccessExits.Continued;
    }

    private static AccessExits ReadStatusCode(IOperation value) => value.WithoutConversions() switch
    {
        IConditionalOperation { WhenFalse: { } whenFalse } choice => ReadStatusCode(choice.WhenTrue) | ReadStatusCode(whenFalse),
        { ConstantValue: { HasValue: true, Value: int code } } => code < 300 ? AccessExits.Success : AccessExits.Known,
        _ => AccessExits.Unknown,
    };

    /// <summary>Determines whether a lookalike certainly gets access. A value that depends on anything else might deny it.</summary>
    private bool IsGranted(IOperation returned) => _evaluator.EvaluateCondition(Refusals.Unwrap(returned), _partition.Lookalikes[0]) == TruthValue.True;

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

            if (!Refusals.Grants(WithoutNullCheck(Refusals.Unwrap(effect)), _partition))
                return false;

            isGranting = true;
        }

        return isGranting;
    }

    private static IOperation WithoutNullCheck(IOperation effect) => effect is IConditionalAccessOperation access ? access.WhenNotNull : effect;

    private static bool IsCompletedTask(IOperation value) =>
        Refusals.Unwrap(value) is IPropertyReferenceOperation { Property: { Name: "CompletedTask" } property } && Refusals.IsTask(property.ContainingType);

    private bool IsRefusal(IOperation value) => Refusals.IsRefusal(Follow(value), _partition);

    private bool MayRefuse(IOperation value) => Refusals.MayRefuse(Follow(value));

    /// <summary>Returns the value that a local has after one side of a decision, if each side assigns it or keeps its only other value.</summary>
    private IOperation Follow(IOperation value, AccessSide side, AccessSide other)
    {
        if (Refusals.Unwrap(value) is not ILocalReferenceOperation { Local: var local })
            return Follow(value);

        IReadOnlyList<IOperation?> values = _body.Locals.FindAll(local);
        IOperation?[] own = [.. values.Where(each => each is null || side.Span.Contains(each.Syntax.Span))];
        IOperation?[] possible = own.Length > 0 ? own : [.. values.Where(each => each is null || !other.Span.Contains(each.Syntax.Span))];
        return possible is [{ } only] && values.Count <= 2 && (own.Length == 0 || side.FindStatements(isFollowed: false).Contains(only.Parent?.Parent)) ? Refusals.Unwrap(only) : Follow(value);
    }

    private IOperation Follow(IOperation value) => Refusals.Unwrap(value) is ILocalReferenceOperation local && _body.Locals.Find(local.Local) is { } definition ? Refusals.Unwrap(definition) : Refusals.Unwrap(value);

    /// <summary>Determines whether an exception says that access is refused. Any other can have another reason.</summary>
    private bool IsRefusingThrow(IThrowOperation thrown) =>
        thrown.Exception?.WithoutConversions() is { Type: INamedTypeSymbol type } exception
        && (AccessNames.IsRefusingException(type.Name, _partition.IsIdentityUsed)
            || (exception is IObjectCreationOperation { Arguments: var arguments } && arguments.Any(argument => argument.Parameter?.Name == "statusCode" && Refusals.IsRefusalCode(argument.Value, _partition))));

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

        return _body.FindFunction(statement) switch
        {
            ILocalFunctionOperation local => IsGrantingName(local.Symbol.Name),
            IAnonymousFunctionOperation lambda => IsAssertion(lambda),
            _ => IsGrantingName(_body.Member is IMethodSymbol { AssociatedSymbol: { } property } ? property.Name : _body.Member.Name),
        };
    }

    private bool IsGrantingName(string name) => AccessNames.IsGrantingCondition(name, _partition);

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

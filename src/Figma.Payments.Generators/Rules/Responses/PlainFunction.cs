using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>A function that does nothing but call clients, log and succeed, so that nothing else in it can decide about access.</summary>
/// <remarks>Any statement that isn't understood makes the function unknown: a condition, a loop, or a call that might throw.</remarks>
internal sealed class PlainFunction
{
    private static readonly AccessPartition PaymentRequired = AccessPartition.BySuccess.WithoutProduct();
    private static readonly AccessPartition Refusal = AccessPartition.ByUnpaid;

    /// <summary>The operations that run no code of their own.</summary>
    private static readonly HashSet<OperationKind> Understood =
    [
        OperationKind.Argument, OperationKind.ArrayCreation, OperationKind.ArrayInitializer, OperationKind.Binary, OperationKind.ConditionalAccess, OperationKind.ConditionalAccessInstance, OperationKind.ConstantPattern,
        OperationKind.Conversion, OperationKind.DefaultValue, OperationKind.FieldReference, OperationKind.InstanceReference, OperationKind.InterpolatedString, OperationKind.InterpolatedStringText, OperationKind.Interpolation,
        OperationKind.IsPattern, OperationKind.Literal, OperationKind.LocalReference, OperationKind.NameOf, OperationKind.NegatedPattern, OperationKind.ParameterReference, OperationKind.Parenthesized, OperationKind.Throw,
        OperationKind.TypeOf, OperationKind.Unary,
    ];

    private readonly IOperation? _ownCall;
    private readonly ConditionSources? _sources;
    private bool _isAsked;

    private PlainFunction(IOperation? ownCall, ConditionSources? sources)
    {
        _ownCall = ownCall;
        _sources = sources;
    }

    /// <summary>Gets a value that indicates whether the function meets a requirement such as <c>PaidRequirement</c> after it called a client.</summary>
    public bool Grants { get; private set; }

    /// <summary>Gets a value that indicates whether a <c>catch</c> clause refuses access for a payment, with 402 or an exception such as <c>PaymentRequiredException</c>.</summary>
    public bool RefusesPayment { get; private set; }

    /// <summary>Gets a value that indicates whether the function returns a response, or executes the rest of a pipeline.</summary>
    public bool Responds { get; private set; }

    /// <summary>Gets a value that indicates whether the function returns a response with content.</summary>
    public bool Delivers { get; private set; }

    /// <summary>Reads a function, or returns null if it does anything that isn't understood.</summary>
    /// <param name="function">The function.</param>
    /// <param name="ownCall">A call in the function to a method of a developer that is read elsewhere, or null.</param>
    /// <param name="sources">What is understood of the other methods of a developer that the function calls, or null if it may call none.</param>
    public static PlainFunction? Read(IOperation function, IOperation? ownCall = null, ConditionSources? sources = null)
    {
        PlainFunction plain = new(ownCall, sources);

        return function switch
        {
            IAnonymousFunctionOperation { Body: var body } => plain.Read(body),
            ILocalFunctionOperation { Body: { } body } => plain.Read(body),
            IMethodBodyOperation method => (method.BlockBody ?? method.ExpressionBody) is { } body && plain.Read(body),
            _ => false,
        } ? plain : null;
    }

    private bool Read(IBlockOperation block) => Read(block.Operations);

    private bool Read(ImmutableArray<IOperation> statements) => statements.All(ReadStatement);

    private bool ReadStatement(IOperation statement) => statement switch
    {
        IBlockOperation block => Read(block),
        ITryOperation { Finally: null } attempt => Read(attempt.Body) && attempt.Catches.All(Read),
        IEmptyOperation or ILocalFunctionOperation => true,
        IConditionalOperation { WhenFalse: null } guard => IsMissing(guard.Condition) && RejectsInput(guard.WhenTrue),
        IVariableDeclarationGroupOperation variables => variables.Declarations.SelectMany(static declaration => declaration.Declarators).All(declarator =>
            declarator.GetVariableInitializer() is { Value: var value } && (IsClientCall(value) || MayBeEvaluated(value))),
        IReturnOperation { ReturnedValue: null } => true,
        IReturnOperation { ReturnedValue: { } value } => Returns(value),
        IExpressionStatementOperation { Operation: var effect } => IsClientCall(effect) || Effects(Bare(effect)) || _sources?.AreUnderstood(effect) == true,
        _ => false,
    };

    /// <summary>Determines whether a condition tests only whether a parameter is missing.</summary>
    private static bool IsMissing(IOperation condition) => condition switch
    {
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var value }, Value: var tested } => value.IsNull() && tested.WithoutConversions() is IParameterReferenceOperation,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, OperatorMethod: null, LeftOperand: var left, RightOperand: var right } => right.IsNull() && left.WithoutConversions() is IParameterReferenceOperation,
        _ => false,
    };

    private static bool RejectsInput(IOperation statement) => statement switch
    {
        IBlockOperation { Operations: [var only] } => RejectsInput(only),
        IReturnOperation { ReturnedValue: { } value } => Refusals.IsInputError(Refusals.Unwrap(value), ConditionKind.Lookup),
        IExpressionStatementOperation { Operation: IThrowOperation thrown } => Refusals.IsArgumentException(thrown),
        IThrowOperation thrown => Refusals.IsArgumentException(thrown),
        _ => false,
    };

    private bool Effects(IOperation effect)
    {
        switch (effect)
        {
            case IInvocationOperation call when Refusals.ContinuesPipeline(call):
                return Responds = true;
            case IInvocationOperation { TargetMethod: { Name: "Yield", ContainingType: var type } }:
                return Refusals.IsTask(type);
            case IInvocationOperation call when TellingMethods.Contains(call.TargetMethod):
                return call.Arguments.All(static argument => IsPlain(argument.Value));
            default:
                return _isAsked && effect is IInvocationOperation { TargetMethod.Name: "Succeed" } grant && Granting.IsGrant(grant, AccessPartition.BySuccess) && grant.Arguments.All(static argument => IsPlain(argument.Value)) && (Grants = true);
        }
    }

    private bool Returns(IOperation value)
    {
        IOperation bare = Bare(value);

        switch (bare)
        {
            case { ConstantValue: { HasValue: true, Value: true } }:
            case IPropertyReferenceOperation { Property: { Name: "CompletedTask", ContainingType: var type } } when Refusals.IsTask(type):
            case var _ when IsClientCall(value):
                return true;
            case IInvocationOperation call when Refusals.ContinuesPipeline(call):
                return Responds = true;
            default:
                Delivers |= Refusals.HasContent(bare);
                return bare.ConstantValue is { HasValue: false } or { Value: string } && !Refusals.MayRefuse(bare) && MayBeEvaluated(bare) && (Responds = true);
        }
    }

    private bool Read(ICatchClauseOperation clause) =>
        (clause.Filter is null || IsPlain(clause.Filter)) && clause.Handler.Operations.All(statement => Refuses(statement) || IsRethrow(statement) || (statement is IExpressionStatementOperation { Operation: var effect } && IsTelling(Bare(effect))));

    private bool Refuses(IOperation statement)
    {
        RefusesPayment |= Refuses(statement, PaymentRequired);

        return Refuses(statement, Refusal)
            || statement is IReturnOperation { ReturnedValue: null }
            || (statement is IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod: { Name: "Fail", ContainingType: var type } } } && type.Is("AuthorizationHandlerContext", "Authorization", "AspNetCore", "Microsoft"))
            || (statement is IReturnOperation { ReturnedValue: { } value } && Bare(value).ConstantValue is { HasValue: true, Value: false })
            || (statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IMemberReferenceOperation, Value.ConstantValue: { HasValue: true, Value: false } } });
    }

    private static bool Refuses(IOperation statement, AccessPartition partition) => statement switch
    {
        IReturnOperation { ReturnedValue: { } value } => Refusals.IsRefusal(Refusals.Unwrap(value), partition),
        IThrowOperation thrown => Refuses(thrown),
        IExpressionStatementOperation { Operation: IThrowOperation thrown } => Refuses(thrown),
        IExpressionStatementOperation { Operation: var effect } => Refusals.Refuses(Refusals.Unwrap(effect), partition),
        _ => false,
    };

    private static bool Refuses(IThrowOperation thrown) => thrown.Exception?.WithoutConversions().Type is { } type && AccessNames.IsRefusingException(type.Name, isIdentityUsed: true);

    private static bool IsRethrow(IOperation statement) => statement is IExpressionStatementOperation { Operation: IThrowOperation { Exception: null } } or IThrowOperation { Exception: null };

    private static bool IsTelling(IOperation effect) => effect is IInvocationOperation call && TellingMethods.Contains(call.TargetMethod) && call.Arguments.All(static argument => IsPlain(argument.Value));

    /// <summary>Determines whether an expression does nothing but call a client, or the method that is read elsewhere, and wait for the result.</summary>
    private bool IsClientCall(IOperation value) =>
        Bare(value) is IInvocationOperation call && (call == _ownCall || IgnoredResults.IsClientMethodCall(call)) && call.Arguments.All(static argument => IsPlain(argument.Value)) && (_isAsked = true);

    private bool MayBeEvaluated(IOperation value) => value.WithDescendants().All(part => IsPlainPart(part) || _sources?.IsUnderstood(part) == true);

    /// <summary>Determines whether evaluating an expression finds nothing out about the user: it reads variables and the request, and creates texts, IDs and responses.</summary>
    public static bool IsPlain(IOperation value) => value.WithDescendants().All(IsPlainPart);

    private static bool IsPlainPart(IOperation part) => part switch
    {
        IInvocationOperation { TargetMethod: { ContainingType: var type } method } =>
            Refusals.IsFactory(method)
            || (Refusals.IsTask(type) && (method.IsStatic || part is IInvocationOperation { Instance: IInvocationOperation }))
            || IsOfLibrary(type)
            || IsOfUser(type)
            || type.SpecialType == SpecialType.System_String
            || type.Is("File", "IO", "System")
            || type.Is("Environment", "System"),
        IObjectCreationOperation { Type: INamedTypeSymbol type } => IsOfLibrary(type) || type.IsException() || Refusals.IsAspNetCore(type),
        IPropertyReferenceOperation { Property: var property } => IsOfLibrary(property.ContainingType) || IsOfUser(property.ContainingType) || (!property.IsIndexer && (property.ContainingType.IsOfPlatform() || property.IsAuto())),
        IAwaitOperation awaited => awaited.Operation is IInvocationOperation,
        ICoalesceOperation choice => choice.WhenNull.WithoutConversions() is IThrowOperation,
        _ => Understood.Contains(part.Kind) && (part.FindOperator() is not { } @operator || @operator.ContainingType.IsOfPlatform() || IsOfLibrary(@operator.ContainingType)),
    };

    private static bool IsOfLibrary(INamedTypeSymbol type) => type.ContainingNamespace.IsNamed("Payments", "Figma") && type.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>Determines whether a type contains the identity of the user who sends a request.</summary>
    private static bool IsOfUser(INamedTypeSymbol type) => type.ContainingNamespace.IsNamed("Claims", "Security", "System") || type.ContainingNamespace.IsNamed("Principal", "Security", "System");

    /// <summary>Returns an expression without the operations that wait for it.</summary>
    private static IOperation Bare(IOperation value)
    {
        value = Refusals.Unwrap(value);

        while (true)
        {
            switch (value)
            {
                case IConditionalAccessOperation { WhenNotNull: IInvocationOperation call } when IgnoredResults.IsClientMethodCall(call):
                    return call;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WaitAsync" or "Wait" or "AsTask" or "GetAwaiter" or "GetResult", Instance: { } task } wait when IgnoredResults.IsOfTasks(wait.TargetMethod.ContainingType):
                    value = Refusals.Unwrap(task);
                    continue;
                default:
                    return value;
            }
        }
    }
}

using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether a <c>catch</c> clause might deny access for another reason than the response.</summary>
/// <param name="partition">The responses.</param>
/// <param name="sources">What the code in <c>try</c> statements reads.</param>
internal sealed class Attempts(AccessPartition partition, ConditionSources sources)
{
    private readonly Dictionary<ITryOperation, bool> _requests = [];
    private readonly Dictionary<ITryOperation, bool> _understood = [];

    /// <summary>Determines whether a <c>catch</c> clause of a <c>try</c> statement around a decision might go on without it. Only logging an exception and throwing it again doesn't.</summary>
    public bool MayDeny(IOperation decision)
    {
        IOperation child = decision;

        for (IOperation? around = decision.Parent; around is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; child = around, around = around.Parent)
        {
            if (around is ITryOperation attempt && attempt.Body == child && attempt.Catches.Any(clause => !IsOfRequest(clause, attempt) && !IsThrownAgain(clause) && !IsOfFailure(clause, attempt)))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether a <c>catch</c> clause might end the function for another reason than a failed request.</summary>
    public bool MayEnd(ICatchClauseOperation clause) =>
        clause.Parent is ITryOperation attempt
        && !IsOfRequest(clause, attempt)
        && !IsOfFailure(clause, attempt)
        && clause.Handler.WithDescendants().Any(each => each is IReturnOperation or IBranchOperation or IThrowOperation { Exception: not null } || Refusals.Refuses(each, partition));

    private static bool IsThrownAgain(ICatchClauseOperation clause) =>
        clause.Handler.Operations is [.., IThrowOperation { Exception: null } or IExpressionStatementOperation { Operation: IThrowOperation { Exception: null } }] statements
        && statements.Take(statements.Length - 1).All(IsTelling);

    private static bool IsTelling(IOperation statement) => statement is IExpressionStatementOperation { Operation: IInvocationOperation call } && TellingMethods.Contains(call.TargetMethod);

    /// <summary>Determines whether a clause only responds that the request isn't valid or failed, for code that looks nothing up for the user.</summary>
    private bool IsOfFailure(ICatchClauseOperation clause, ITryOperation attempt) =>
        clause is { Filter: null, Handler.Operations: [.., IReturnOperation { ReturnedValue: { } returned }] statements }
        && statements.Take(statements.Length - 1).All(IsTelling)
        && ConditionSources.IsNeutral(clause.ExceptionType)
        && !AccessNames.IsRefusingException(clause.ExceptionType.Name, isIdentityUsed: false)
        && Refusals.Unwrap(returned) is var response
        && Refusals.IsInputError(response, ConditionKind.Lookup)
        && !Refusals.IsRefusal(response, partition)
        && IsUnderstood(attempt);

    private bool IsUnderstood(ITryOperation attempt)
    {
        if (!_understood.TryGetValue(attempt, out bool isUnderstood))
            _understood.Add(attempt, isUnderstood = AreUnderstood(attempt.Body));

        return isUnderstood;
    }

    /// <summary>Determines whether the parts of a statement are understood, apart from the calls of a client and the tests of responses, which are judged elsewhere.</summary>
    private bool AreUnderstood(IOperation statement)
    {
        Stack<IOperation> open = new([statement]);

        while (open.Count > 0)
        {
            IOperation part = open.Pop();
            bool isOfRequest = part is IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation && CanThrowOnlyForRequest(part);
            bool isOfResponse = (part is ILocalReferenceOperation or IParameterReferenceOperation && ResponseTypes.Contains(part.Type)) || part is IFieldReferenceOperation { Field.ContainingType.TypeKind: TypeKind.Enum };

            if (!isOfRequest && !isOfResponse && !sources.IsUnderstood(part))
                return false;

            // A text is a message, and the receiver is the client.
            foreach (IOperation child in part.ChildOperations)
            {
                if (!(isOfRequest && (child is IArgumentOperation { Value.ConstantValue.HasValue: true } || (part is IInvocationOperation { Instance: { } client } && client == child))))
                    open.Push(child);
            }
        }

        return true;
    }

    /// <summary>Determines whether a clause handles only what goes wrong with a request to Figma: by the type of the exception, or because nothing else can throw one.</summary>
    private bool IsOfRequest(ICatchClauseOperation clause, ITryOperation attempt) =>
        clause.ExceptionType.IsOfLibrary("FigmaPaymentsException")
        || clause.ExceptionType.Is("OperationCanceledException", "System")
        || clause.ExceptionType.Is("TaskCanceledException", "Tasks", "Threading", "System")
        || clause.ExceptionType.Is("TimeoutException", "System")
        || IsOfRequest(attempt);

    private bool IsOfRequest(ITryOperation attempt)
    {
        if (!_requests.TryGetValue(attempt, out bool isOfRequest))
            _requests.Add(attempt, isOfRequest = attempt.Body.WithDescendants().All(CanThrowOnlyForRequest));

        return isOfRequest;
    }

    private static bool CanThrowOnlyForRequest(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { ContainingType: var type } method } call =>
            method.MethodKind != MethodKind.DelegateInvoke
            && (Refusals.IsFactory(method)
                || TellingMethods.Contains(method)
                || ResponseTypes.IsResponse(call.Instance?.Type)
                || type.ContainingNamespace.IsNamed("CompilerServices", "Runtime", "System")
                || ResourceParameters.FindClientMethod(method.OriginalDefinition, call.Instance?.Type) is not null),
        IObjectCreationOperation { Type: INamedTypeSymbol type } => type.ContainingNamespace.IsNamed("Payments", "Figma") || type.IsException() || Refusals.IsAspNetCore(type),
        IPropertyReferenceOperation { Property: { IsIndexer: false, ContainingType: var type } } => type.IsOfPlatform() || type.ContainingNamespace.IsNamed("Payments", "Figma"),
        IPropertyReferenceOperation or IArrayElementReferenceOperation or IAnonymousFunctionOperation or IDelegateCreationOperation => false,
        _ => true,
    };
}

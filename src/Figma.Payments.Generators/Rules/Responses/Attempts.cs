using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether a <c>catch</c> clause might deny access for another reason than the response.</summary>
internal sealed class Attempts(AccessPartition partition)
{
    private readonly Dictionary<ITryOperation, bool> _requests = [];

    /// <summary>Determines whether a <c>catch</c> clause of a <c>try</c> statement around a decision might go on without it. Only logging an exception and throwing it again doesn't.</summary>
    public bool MayDeny(IOperation decision)
    {
        IOperation child = decision;

        for (IOperation? around = decision.Parent; around is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; child = around, around = around.Parent)
        {
            if (around is ITryOperation attempt && attempt.Body == child && attempt.Catches.Any(clause => !IsOfRequest(clause, attempt) && !IsThrownAgain(clause)))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether a <c>catch</c> clause might end the function for another reason than a failed request.</summary>
    public bool MayEnd(ICatchClauseOperation clause) =>
        clause.Parent is ITryOperation attempt
        && !IsOfRequest(clause, attempt)
        && clause.Handler.WithDescendants().Any(each => each is IReturnOperation or IBranchOperation or IThrowOperation { Exception: not null } || Refusals.Refuses(each, partition));

    private static bool IsThrownAgain(ICatchClauseOperation clause) =>
        clause.Handler.Operations is [.., IThrowOperation { Exception: null } or IExpressionStatementOperation { Operation: IThrowOperation { Exception: null } }] statements
        && statements.Take(statements.Length - 1).All(static statement => statement is IExpressionStatementOperation { Operation: IInvocationOperation call } && TellingMethods.Contains(call.TargetMethod));

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

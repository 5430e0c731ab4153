using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Reads the <c>catch</c> clauses around a call.</summary>
internal static class RefusingClauses
{
    private static readonly AccessPartition PaymentRequired = AccessPartition.BySuccess.WithoutProduct();
    private static readonly AccessPartition Refusal = AccessPartition.ByUnpaid;

    /// <summary>Determines whether a <c>catch</c> clause around a statement refuses access for a payment, with 402 or an exception such as <c>PaymentRequiredException</c>.</summary>
    public static bool Refuse(IOperation statement) => Find(statement).Any(static clause => clause.Handler.Operations.Any(static each => Refuses(each, PaymentRequired)));

    /// <summary>Determines whether all <c>catch</c> clauses around a statement refuse access, log or throw. Any other might show an error.</summary>
    public static bool OnlyRefuse(IOperation statement) => Find(statement).All(static clause => clause.Handler.Operations.All(static each => Refuses(each, Refusal) || each switch
    {
        IReturnOperation { ReturnedValue: null } or IExpressionStatementOperation { Operation: IThrowOperation { Exception: null } } or IThrowOperation { Exception: null } => true,
        IExpressionStatementOperation { Operation: var effect } => Refusals.Unwrap(effect) is IInvocationOperation call && TellingMethods.Contains(call.TargetMethod),
        _ => false,
    }));

    private static bool Refuses(IOperation statement, AccessPartition partition) => statement switch
    {
        IReturnOperation { ReturnedValue: { } value } => Refusals.IsRefusal(Refusals.Unwrap(value), partition),
        IThrowOperation thrown => Refuses(thrown),
        IExpressionStatementOperation { Operation: IThrowOperation thrown } => Refuses(thrown),
        IExpressionStatementOperation { Operation: var effect } => Refusals.Refuses(Refusals.Unwrap(effect), partition),
        _ => false,
    };

    private static bool Refuses(IThrowOperation thrown) =>
        thrown.Exception?.WithoutConversions().Type is { } type && AccessNames.IsRefusingException(type.Name, isIdentityUsed: true);

    private static IEnumerable<ICatchClauseOperation> Find(IOperation statement)
    {
        IOperation inner = statement;

        for (IOperation? around = statement.Parent; around is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); inner = around, around = around.Parent)
        {
            if (around is ITryOperation attempt && attempt.Body == inner)
            {
                foreach (ICatchClauseOperation clause in attempt.Catches)
                    yield return clause;
            }
        }
    }
}

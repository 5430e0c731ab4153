using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds the code of a compilation that might tell a lookalike from a payer, so that it might decide about access before or after a wrong test.</summary>
/// <remarks>It reads the whole compilation, once, and only if a test is about to be reported.</remarks>
internal sealed class StatusTests
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<AccessPartition, StatusTests>> All = new();

    private static readonly string[] Properties = ["PaymentStatus", "PaymentStatusText", "IsPaid", "IsPaidOrTrial"];

    private readonly List<(IOperation Read, ISymbol Member)> _tests = [];

    private StatusTests(Compilation compilation, AccessPartition partition)
    {
        Dictionary<ResponseBody, ResponseEvaluator> evaluators = [];

        foreach ((IPropertyReferenceOperation read, ResponseBody body) in Properties.SelectMany(MethodUses.Of(compilation).FindProperties))
        {
            if (!ResponseTypes.IsOfResponse(read.Property))
                continue;

            if (!evaluators.TryGetValue(body, out ResponseEvaluator? evaluator))
                evaluators.Add(body, evaluator = new ResponseEvaluator(body.Locals));

            if (MayDistinguish(read, evaluator, partition))
                _tests.Add((read, body.Member));
        }
    }

    public static StatusTests Of(Compilation compilation, AccessPartition partition) =>
        All.GetValue(compilation, static _ => new()).GetOrAdd(partition, key => new StatusTests(compilation, key));

    /// <summary>Determines whether code outside a function might distinguish the responses.</summary>
    public bool IsAnyOutside(SyntaxNode function) => _tests.Any(test => !IsIn(test.Read, function));

    /// <summary>Determines whether code outside a function that executes other code might distinguish the responses.</summary>
    public bool IsAnyAround(SyntaxNode function) => _tests.Any(test => !IsIn(test.Read, function) && PipelineParts.Wraps(test.Member));

    /// <summary>Determines whether the code of a member might distinguish the responses.</summary>
    public bool IsAnyIn(ISymbol member) => _tests.Any(test => SymbolEqualityComparer.Default.Equals(test.Member, member));

    private static bool IsIn(IOperation read, SyntaxNode function) => read.Syntax.SyntaxTree == function.SyntaxTree && function.Span.Contains(read.Syntax.Span);

    /// <summary>Determines whether the use of a status isn't certainly the same for a lookalike and a payer.</summary>
    private static bool MayDistinguish(IOperation read, ResponseEvaluator evaluator, AccessPartition partition)
    {
        IOperation value = read.WithConversionsAround();

        while (value.Parent is IConditionalAccessOperation access && access.WhenNotNull == value)
            value = access.WithConversionsAround();

        switch (value.Parent)
        {
            // It is only shown or logged.
            case IInterpolationOperation:
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } when Refusals.IsFactory(method) || TellingMethods.Contains(method):
            case ISimpleAssignmentOperation { Parent: IAnonymousObjectCreationOperation } assignment when assignment.Value == value:
                return false;
            case IBinaryOperation or IIsPatternOperation:
                return !IsSame(value.Parent);
            case IPropertySubpatternOperation pattern:
                IOperation? around = pattern;

                while (around is not (null or IIsPatternOperation))
                    around = around.Parent;

                return around is null || !IsSame(around);
            default:
                return true;
        }

        bool IsSame(IOperation test) =>
            evaluator.EvaluateCondition(test, partition.Payer) is { IsConstant: true } payer && partition.Lookalikes.All(lookalike => evaluator.EvaluateCondition(test, lookalike) == payer);
    }
}

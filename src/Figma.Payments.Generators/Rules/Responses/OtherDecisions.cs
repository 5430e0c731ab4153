using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds what might decide about access beside a wrong test, so that the test isn't certainly the decision.</summary>
/// <remarks>A use of the response, another condition, a call that might throw and a policy of the endpoint might, unless a list says that they don't.</remarks>
internal sealed class OtherDecisions
{
    private readonly ResponseBody _body;

    // The positions in each function, in source order. The uses also with those of the functions in it.
    private readonly Positions _uses = new();
    private readonly Positions _usesWithin = new();
    private readonly Positions _conditions = new();
    private readonly Positions _calls = new();

    private readonly Dictionary<IMethodSymbol, bool> _throws = new(SymbolEqualityComparer.Default);

    public OtherDecisions(ResponseBody body, ResponseEvaluator evaluator, AccessPartition partition)
    {
        _body = body;

        foreach (IOperation use in new ResponseUses(body, evaluator, partition).Find())
            AddUse(use);

        foreach (IOperation condition in new DenyingConditions(body, evaluator, partition).Find())
            _conditions.Add(body.FindFunction(condition)!, condition);

        foreach (IOperation read in body.Reads)
        {
            if (read is IInvocationOperation call ? MayThrowToDeny(call) : read is IObjectCreationOperation { Constructor: { } constructor } && Throws(constructor))
                _calls.Add(body.FindFunction(read)!, read);
        }
    }

    /// <summary>Determines whether code that isn't the denied code might decide too.</summary>
    /// <param name="decision">The decision by the wrong test.</param>
    /// <param name="denied">The text of the code that is executed only if access is denied.</param>
    public bool MayDecide(IOperation decision, TextSpan denied)
    {
        if (_body.FindFunction(decision) is not { } function)
            return false;

        if (function is IAnonymousFunctionOperation lambda ? EndpointPolicies.MayDeny(lambda, _body) : EndpointPolicies.MayDeny(_body.Member))
            return true;

        if (_usesWithin.IsAnyOutside(function, denied) || _conditions.IsAnyOutside(function, denied))
            return true;

        // What follows the decision of a function without a result is what it grants.
        if (_body.ReturnsValue(function) ? _calls.IsAnyOutside(function, denied) : _calls.IsAnyBefore(function, decision.Syntax.SpanStart))
            return true;

        for (IOperation? outer = _body.FindOuterFunction(function); outer is not null; outer = _body.FindOuterFunction(outer))
        {
            if (_uses.IsAnyOutside(outer, denied))
                return true;
        }

        return false;
    }

    private void AddUse(IOperation use)
    {
        // A captured variable belongs to the function that declares it.
        IOperation? function = ResponseEvaluator.FindSource(use) is ISymbol { Kind: SymbolKind.Local or SymbolKind.Parameter } variable
            ? _body.FindFunction(variable) ?? use.Root()
            : _body.FindFunction(use);

        _uses.Add(function!, use);

        for (; function is not null; function = _body.FindOuterFunction(function))
            _usesWithin.Add(function, use);
    }

    /// <summary>Determines whether a call might throw an exception for a user who has no access: its method certainly throws one sometimes, or the call has no other purpose.</summary>
    private bool MayThrowToDeny(IInvocationOperation call)
    {
        if (Refusals.ContinuesPipeline(call) || Refusals.Grants(call) || TellingMethods.Contains(call.TargetMethod))
            return false;

        if (Throws(call.TargetMethod))
            return true;

        IOperation statement = call;

        while (statement.Parent is IAwaitOperation or IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "Wait" or "GetAwaiter" or "GetResult" })
            statement = statement.Parent;

        return statement.Parent is IExpressionStatementOperation && !call.IsCallOfPlatform();
    }

    /// <summary>Determines whether the code of a method of this compilation contains a <c>throw</c>.</summary>
    private bool Throws(IMethodSymbol method)
    {
        if (!_throws.TryGetValue(method, out bool throws))
            _throws.Add(method, throws = method.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax().DescendantNodes().Any(static node => node is ThrowStatementSyntax or ThrowExpressionSyntax)));

        return throws;
    }

    /// <summary>The positions of operations, by function.</summary>
    private sealed class Positions
    {
        private readonly Dictionary<IOperation, List<int>> _positions = [];

        public void Add(IOperation function, IOperation operation)
        {
            int position = operation.Syntax.SpanStart;

            if (!_positions.TryGetValue(function, out List<int>? list))
                _positions.Add(function, list = []);

            // Operations are almost always in source order.
            if (list.Count == 0 || list[list.Count - 1] <= position)
                list.Add(position);
            else
                list.Insert(CountBefore(list, position), position);
        }

        public bool IsAnyOutside(IOperation function, TextSpan span) =>
            _positions.TryGetValue(function, out List<int>? list) && CountBefore(list, span.End) - CountBefore(list, span.Start) < list.Count;

        public bool IsAnyBefore(IOperation function, int position) => _positions.TryGetValue(function, out List<int>? list) && list[0] < position;

        private static int CountBefore(List<int> positions, int end)
        {
            (int low, int high) = (0, positions.Count);

            while (low < high)
            {
                int middle = (low + high) / 2;

                if (positions[middle] < end)
                    low = middle + 1;
                else
                    high = middle;
            }

            return low;
        }
    }
}

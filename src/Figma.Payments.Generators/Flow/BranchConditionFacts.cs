using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>What the conditions of a graph say as they are written: who wrote them, and what they ask about.</summary>
/// <param name="graph">What was analyzed.</param>
/// <param name="calls">The calls that are analyzed: what is handed to them is no question to anybody else.</param>
internal sealed class BranchConditionFacts(ControlFlowGraph graph, IEnumerable<SyntaxNode> calls)
{
    private readonly Dictionary<int, HashSet<object>> _variables = [];
    private readonly Dictionary<int, bool> _isExplicit = [];

    // Most calls are right on every path, and nobody asks.
    private ILookup<object, IOperation>? _sources;
    private HashSet<object>? _passed;

    public IOperation this[int block] => graph.Blocks[block].BranchValue!;

    /// <summary>Whether a person wrote it as a choice, rather than the compiler for a loop, <c>?.</c>, <c>??</c> or <c>using</c>.</summary>
    public bool IsExplicit(int block)
    {
        if (!_isExplicit.TryGetValue(block, out bool isExplicit))
            _isExplicit.Add(block, isExplicit = IsExplicitChoice(this[block]));

        return isExplicit;
    }

    public bool ShareVariables(int block, int other) => FindVariables(block).Overlaps(FindVariables(other));

    /// <summary>Whether what it asks about is handed to nobody: who gets it may refuse it by throwing.</summary>
    public bool IsNeverPassed(int block) => !FindVariables(block).Overlaps(_passed ??= FindPassed());

    private HashSet<object> FindVariables(int block)
    {
        if (_variables.TryGetValue(block, out HashSet<object>? variables))
            return variables;

        _sources ??= graph.AllOperations().SelectMany(FindSources).ToLookup(static source => source.Owner, static source => source.Value);
        variables = [];
        Queue<IOperation> open = new([this[block]]);

        while (open.Count > 0)
        {
            foreach (IOperation operation in open.Dequeue().DescendantsAndSelf())
            {
                if (operation is IInstanceReferenceOperation)
                    variables.Add("this");
                else if (operation is IMemberReferenceOperation { Instance: null } member)
                    variables.Add(member.Member.ContainingType);

                if (ProgramVariable.OwnerOf(operation) is not { } owner || !variables.Add(owner))
                    continue;

                foreach (IOperation value in _sources[owner])
                    open.Enqueue(value);
            }
        }

        _variables.Add(block, variables);
        return variables;
    }

    private HashSet<object> FindPassed()
    {
        HashSet<SyntaxNode> analyzed = [.. calls];

        return
        [
            .. graph.AllOperations()
                .OfType<IArgumentOperation>()
                .Where(argument => argument.Parent is { } call && !analyzed.Contains(call.Syntax) && !IsNullOrEmptyArgument(argument))
                .SelectMany(static argument => argument.Value.DescendantsAndSelf())
                .Select(static inner => ProgramVariable.OwnerOf(inner))
                .OfType<object>(),
        ];
    }

    private static IEnumerable<(object Owner, IOperation Value)> FindSources(IOperation operation) => operation switch
    {
        IFlowCaptureOperation capture => [(capture.Id, capture.Value)],
        IAssignmentOperation assignment => assignment.Target.DescendantsAndSelf().Select(static inner => ProgramVariable.OwnerOf(inner)).OfType<object>().Distinct().Select(owner => (owner, assignment.Value)),
        IIsPatternOperation pattern => pattern.Pattern.DescendantsAndSelf().Select(FindDeclared).OfType<object>().Select(declared => (declared, pattern.Value)),
        _ => ImmutableArray<(object Owner, IOperation Value)>.Empty,
    };

    private static ISymbol? FindDeclared(IOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        IListPatternOperation list => list.DeclaredSymbol,
        _ => null,
    };

    private static bool IsNullOrEmptyArgument(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty", ContainingType.SpecialType: SpecialType.System_String } };

    private static bool IsExplicitChoice(IOperation condition)
    {
        if (condition is IIsNullOperation or IInvocationOperation { IsImplicit: true })
            return false;

        for (SyntaxNode? node = condition.Syntax; node is not null; node = node.Parent)
        {
            switch (node.Parent)
            {
                case ForStatementSyntax loop when loop.Condition == node:
                case WhileStatementSyntax repeat when repeat.Condition == node:
                case DoStatementSyntax until when until.Condition == node:
                case CommonForEachStatementSyntax:
                    return false;

                case StatementSyntax or MemberDeclarationSyntax or SwitchExpressionArmSyntax:
                    return true;
            }
        }

        return true;
    }
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>Describes the branch conditions of a graph as they are written: whether a developer wrote them as a choice, and the variables that they depend on.</summary>
/// <param name="graph">The analyzed graph.</param>
/// <param name="escapes">The escape analysis of the whole body.</param>
/// <param name="calls">The analyzed calls. Their arguments don't count as passed to other code.</param>
internal sealed class BranchConditionFacts(FlowGraph graph, EscapeAnalysis escapes, IEnumerable<SyntaxNode> calls)
{
    private readonly Dictionary<int, HashSet<object>> _variables = [];
    private readonly Dictionary<int, bool> _isExplicit = [];

    // Computed on demand: most calls need neither.
    private ILookup<object, IOperation>? _sources;
    private HashSet<object>? _passed;

    /// <summary>Gets the condition of a block.</summary>
    public IOperation this[int block] => graph.Graph.Blocks[block].BranchValue!;

    /// <summary>Determines whether a developer wrote the condition as a choice. The conditions of loops, <c>?.</c>, <c>??</c> and <c>using</c> are none.</summary>
    public bool IsExplicit(int block)
    {
        if (!_isExplicit.TryGetValue(block, out bool isExplicit))
            _isExplicit.Add(block, isExplicit = !escapes.IsSkippable(this[block].Syntax) && !escapes.IsRemoved(this[block].Syntax) && IsExplicitChoice(this[block]));

        return isExplicit;
    }

    /// <summary>Determines whether two conditions depend on a common variable or a member of a common object.</summary>
    public bool ShareVariables(int block, int other) => FindVariables(block).Overlaps(FindVariables(other));

    /// <summary>Determines whether no variable of the condition, and nothing that is computed from the same variables, is passed to a call, which could throw for some values.</summary>
    public bool IsNeverPassed(int block) => !FindVariables(block).Overlaps(_passed ??= FindPassed());

    private HashSet<object> FindVariables(int block)
    {
        if (!_variables.TryGetValue(block, out HashSet<object>? variables))
            _variables.Add(block, variables = FindVariables([this[block]]));

        return variables;
    }

    /// <summary>Returns the variables that values are computed from.</summary>
    private HashSet<object> FindVariables(IEnumerable<IOperation> values)
    {
        HashSet<object> variables = [];
        _sources ??= graph.Graph.AllOperations().SelectMany(FindSources).ToLookup(static source => source.Owner, static source => source.Value);
        Queue<IOperation> open = new(values);

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

        return variables;
    }

    private HashSet<object> FindPassed()
    {
        HashSet<SyntaxNode> analyzed = [.. calls];
        IOperation[] values = [.. graph.Graph.AllOperations().SelectMany(operation => FindPassedValues(operation, analyzed)).SelectMany(static value => value.DescendantsAndSelf())];

        // The graph has evaluated 'b ? 1 : 0' and 'b && c' before, with branches.
        HashSet<SyntaxNode> captured = [.. values.OfType<IFlowCaptureReferenceOperation>().Select(static value => value.Syntax)];

        // Another function can use a captured variable at any time.
        IEnumerable<IOperation> passed = graph.Graph.AllOperations().Where(operation =>
            (captured.Count > 0 && operation.Syntax.AncestorsAndSelf().Any(captured.Contains)) || (ProgramVariable.OwnerOf(operation) is ISymbol variable && escapes.IsCaptured(variable)));

        HashSet<object> variables = FindVariables([.. values.Where(IsVariable), .. passed.Where(IsVariable)]);

        // A call that gets a member of an object doesn't get the object.
        variables.RemoveWhere(static variable => variable is string or ITypeSymbol);
        return variables;

        static bool IsVariable(IOperation operation) => ProgramVariable.OwnerOf(operation) is not null;
    }

    private IEnumerable<IOperation> FindPassedValues(IOperation operation, HashSet<SyntaxNode> analyzed) => operation switch
    {
        IArgumentOperation argument => argument.Parent is { } call && !analyzed.Contains(call.Syntax) && !IsNullOrEmptyArgument(argument) && !IsTrivialCall(call) ? [argument.Value] : [],

        // Operators, conversions, receivers and elements are code that gets the value, unless they are harmless.
        IBinaryOperation or IUnaryOperation or IConversionOperation or ICompoundAssignmentOperation or IIncrementOrDecrementOperation or IInvocationOperation or IPropertyReferenceOperation
            or IArrayElementReferenceOperation or IDelegateCreationOperation or IEventAssignmentOperation or IInterpolatedStringOperation or IIsPatternOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation
            when !analyzed.Contains(operation.Syntax) && !Completion.IsEvident(operation) => operation.ChildOperations,
        IAssignmentOperation stored when graph.WritesMember(stored) => [stored.Value],
        IArrayInitializerOperation array => array.ElementValues,

        // Any other operation that might not complete, such as 'await', gets its operands. The arguments of an analyzed call in it don't count.
        _ when !Completion.IsEvident(operation) && !operation.DescendantsAndSelf().Any(part => analyzed.Contains(part.Syntax)) => operation.ChildOperations,
        _ => [],
    };

    // An assertion that isn't in the program says what its author assumes all the same.
    private static bool IsTrivialCall(IOperation call) => call is IInvocationOperation invocation && !SkippableCode.IsRemoved(invocation) && Completion.IsEvident(call);

    private static IEnumerable<(object Owner, IOperation Value)> FindSources(IOperation operation) => operation switch
    {
        IFlowCaptureOperation capture => [(capture.Id, capture.Value)],
        IAssignmentOperation assignment => assignment.Target.DescendantsAndSelf().Select(static inner => ProgramVariable.OwnerOf(inner)).OfType<object>().Distinct().Select(owner => (owner, assignment.Value)),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Parent: { } call } argument when ProgramVariable.OwnerOf(argument.Value) is { } owner =>
            call.ChildOperations.Where(child => child != argument).Select(child => (owner, child)),
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

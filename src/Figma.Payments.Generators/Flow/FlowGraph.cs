using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>A control-flow graph, with what the analysis asks of it more than once.</summary>
internal sealed class FlowGraph(ControlFlowGraph graph)
{
    private Dictionary<CaptureId, IOperation?>? _captures;
    private int[]? _lastPredecessors;

    public ControlFlowGraph Graph { get; } = graph;

    /// <summary>The local or the parameter that a capture stands for where it is assigned to.</summary>
    public ISymbol? FindCaptured(CaptureId id) =>
        (_captures ??= FindCaptures()).TryGetValue(id, out IOperation? value) && value is ILocalReferenceOperation or IParameterReferenceOperation ? (ISymbol?)ProgramVariable.OwnerOf(value) : null;

    /// <summary>The last block that goes back to this one; the block itself where none does.</summary>
    public int FindLastPredecessor(int block) => (_lastPredecessors ??= FindLastPredecessors())[block];

    /// <summary>The blocks that can come both before and after this one.</summary>
    public IEnumerable<BasicBlock> FindLoop(int block)
    {
        HashSet<int> after = Reach(block, Graph.Blocks.Select(static each => Successors(each).ToArray()).ToArray());
        List<int>[] predecessors = [.. Graph.Blocks.Select(static _ => new List<int>())];

        foreach (BasicBlock each in Graph.Blocks)
        {
            foreach (int successor in Successors(each))
                predecessors[successor].Add(each.Ordinal);
        }

        HashSet<int> before = Reach(block, [.. predecessors.Select(static each => each.ToArray())]);
        HashSet<int> loop = [.. after.Where(before.Contains)];

        // A 'finally' goes on where it was entered from: its end has no successor of its own.
        foreach (ControlFlowRegion region in loop.ToArray().SelectMany(each => Finallies(Graph.Blocks[each])))
            loop.UnionWith(Enumerable.Range(region.FirstBlockOrdinal, region.LastBlockOrdinal - region.FirstBlockOrdinal + 1));

        return loop.Select(each => Graph.Blocks[each]);
    }

    /// <summary>Whether evaluating an operation can end in an exception that a person has in mind.</summary>
    public static bool CanThrow(IOperation operation) => operation.DescendantsAndSelf().Any(static inner => inner switch
    {
        IFieldReferenceOperation field => field.Instance is { Type.IsReferenceType: true } and not IInstanceReferenceOperation,
        IConversionOperation conversion => conversion.Conversion.MethodSymbol is not null || conversion.IsChecked || (!conversion.Conversion.IsImplicit && !conversion.Conversion.IsIdentity && !conversion.IsTryCast),
        IBinaryOperation binary => IsOwnOperator(binary) || binary.IsChecked || binary.OperatorKind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder,
        ICompoundAssignmentOperation compound => compound.OperatorMethod is not null || compound.IsChecked || compound.OperatorKind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder,
        IUnaryOperation unary => unary.OperatorMethod is not null || unary.IsChecked,
        IIncrementOrDecrementOperation step => step.OperatorMethod is not null || step.IsChecked,
        IPropertyReferenceOperation property => property.Property.Name != "HasValue" || !(property.Instance?.Type).IsNullableValue(),
        IInvocationOperation call => !call.TargetMethod.ContainingType.IsNullableValue() && call.TargetMethod is not { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String },
        IObjectCreationOperation creation => !creation.Type.IsNullableValue() && !creation.Type.IsException(),
        IAwaitOperation or IArrayElementReferenceOperation or IArrayCreationOperation or IInvalidOperation
            or IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation
            or IEventAssignmentOperation or IImplicitIndexerReferenceOperation or IInterpolatedStringOperation or IPropertySubpatternOperation or IListPatternOperation
            or IFunctionPointerInvocationOperation => true,
        _ => false,
    });

    // Lifted over null, an operator of one's own is not called with null.
    private static bool IsOwnOperator(IBinaryOperation binary) =>
        binary.OperatorMethod is { ContainingType.SpecialType: not SpecialType.System_String }
        && !(binary.IsLifted && (binary.LeftOperand.IsNull() || binary.RightOperand.IsNull()));

    /// <summary>Whether something inside an operation is written before all of it is done.</summary>
    public static bool WritesDuringEvaluation(IOperation operation) => operation.Descendants().Any(inner =>
        inner is IAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation { Parameter: null or { RefKind: RefKind.Ref or RefKind.Out } }
        && !(operation is IExpressionStatementOperation statement && statement.Operation == inner));

    public static ControlFlowRegion? FindRegion(BasicBlock block, ControlFlowRegionKind kind)
    {
        // The root of a function's graph has the graph around it as its enclosing region: here it ends.
        for (ControlFlowRegion? region = block.EnclosingRegion; region is not null && region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion)
        {
            if (region.Kind == kind)
                return region;
        }

        return null;
    }

    /// <summary>
    /// Whether a person handles the exceptions that may leave a block. Behind the <c>finally</c> of a <c>foreach</c> or a <c>using</c>, which calls
    /// nothing but <c>Dispose</c>, an exception goes on and out: nothing that is judged comes after it.
    /// </summary>
    public bool HasHandlers(BasicBlock block) => Handlers(block).Any(handler => handler.Kind != ControlFlowRegionKind.Finally || IsWritten(handler));

    private bool IsWritten(ControlFlowRegion region)
    {
        for (int block = region.FirstBlockOrdinal; block <= region.LastBlockOrdinal; block++)
        {
            if (Graph.Blocks[block].RootOperations().Any(static operation => !operation.IsImplicit))
                return true;
        }

        return false;
    }

    /// <summary>The handlers of the exceptions that may leave a block.</summary>
    public static IEnumerable<ControlFlowRegion> Handlers(BasicBlock block)
    {
        for (ControlFlowRegion region = block.EnclosingRegion; region.Kind != ControlFlowRegionKind.Root && region.EnclosingRegion is { } around; region = around)
        {
            if (region.Kind != ControlFlowRegionKind.Try)
                continue;

            foreach (ControlFlowRegion handler in around.NestedRegions)
            {
                if (handler.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler or ControlFlowRegionKind.Finally)
                    yield return handler;
            }
        }
    }

    /// <summary>Every block that may come right after one; behind a <c>finally</c>, what the branch into it names.</summary>
    private static IEnumerable<int> Successors(BasicBlock block)
    {
        foreach (ControlFlowBranch? branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor })
        {
            foreach (ControlFlowRegion region in branch?.FinallyRegions ?? ImmutableArray<ControlFlowRegion>.Empty)
                yield return region.FirstBlockOrdinal;

            if (branch?.Destination is { } destination)
                yield return destination.Ordinal;
        }

        foreach (ControlFlowRegion handler in Handlers(block))
            yield return handler.FirstBlockOrdinal;
    }

    private static IEnumerable<ControlFlowRegion> Finallies(BasicBlock block)
    {
        foreach (ControlFlowBranch? branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor })
        {
            foreach (ControlFlowRegion region in branch?.FinallyRegions ?? ImmutableArray<ControlFlowRegion>.Empty)
                yield return region;
        }

        foreach (ControlFlowRegion handler in Handlers(block))
        {
            if (handler.Kind == ControlFlowRegionKind.Finally)
                yield return handler;
        }
    }

    private Dictionary<CaptureId, IOperation?> FindCaptures()
    {
        Dictionary<CaptureId, IOperation?> captures = [];

        // A capture that is made in several places stands for nothing.
        foreach (IFlowCaptureOperation capture in Graph.Blocks.SelectMany(static block => block.Operations).OfType<IFlowCaptureOperation>())
            captures[capture.Id] = captures.ContainsKey(capture.Id) ? null : capture.Value;

        return captures;
    }

    private int[] FindLastPredecessors()
    {
        int[] last = [.. Graph.Blocks.Select(static block => block.Ordinal)];

        foreach (BasicBlock block in Graph.Blocks)
        {
            foreach (int successor in Successors(block))
                last[successor] = System.Math.Max(last[successor], block.Ordinal);
        }

        return last;
    }

    private static HashSet<int> Reach(int start, int[][] edges)
    {
        HashSet<int> reached = [start];
        Stack<int> open = new([start]);

        while (open.Count > 0)
        {
            foreach (int next in edges[open.Pop()])
            {
                if (reached.Add(next))
                    open.Push(next);
            }
        }

        return reached;
    }
}

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>A control-flow graph with the facts that the analysis needs repeatedly.</summary>
internal sealed class FlowGraph(ControlFlowGraph graph)
{
    private Dictionary<CaptureId, IOperation?>? _captures;
    private int[]? _lastPredecessors;

    public ControlFlowGraph Graph { get; } = graph;

    /// <summary>Returns the local or parameter that a flow capture aliases in an assignment, or null if there is none.</summary>
    public ISymbol? FindCaptured(CaptureId id) =>
        (_captures ??= FindCaptures()).TryGetValue(id, out IOperation? value) && value is ILocalReferenceOperation or IParameterReferenceOperation ? (ISymbol?)ProgramVariable.OwnerOf(value) : null;

    /// <summary>Returns the last block with a branch to a block, or the block itself if no later block has one.</summary>
    public int FindLastPredecessor(int block) => (_lastPredecessors ??= FindLastPredecessors())[block];

    /// <summary>Returns the blocks of the loops with a header.</summary>
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

        // The end of a finally region has no successors: it continues as the region was entered.
        foreach (ControlFlowRegion region in loop.ToArray().SelectMany(each => Finallies(Graph.Blocks[each])))
            loop.UnionWith(Enumerable.Range(region.FirstBlockOrdinal, region.LastBlockOrdinal - region.FirstBlockOrdinal + 1));

        return loop.Select(each => Graph.Blocks[each]);
    }

    /// <summary>Determines whether an operation can throw an exception that developers usually expect.</summary>
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

    // A lifted user-defined operator isn't called if an operand is null.
    private static bool IsOwnOperator(IBinaryOperation binary) =>
        binary.OperatorMethod is { ContainingType.SpecialType: not SpecialType.System_String }
        && !(binary.IsLifted && (binary.LeftOperand.IsNull() || binary.RightOperand.IsNull()));

    /// <summary>Determines whether an operation writes a variable before its evaluation is complete.</summary>
    public static bool WritesDuringEvaluation(IOperation operation) => operation.Descendants().Any(inner =>
        inner is IAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation { Parameter: null or { RefKind: RefKind.Ref or RefKind.Out } }
        && !(operation is IExpressionStatementOperation statement && statement.Operation == inner));

    public static ControlFlowRegion? FindRegion(BasicBlock block, ControlFlowRegionKind kind)
    {
        // The enclosing region of a nested function's root is in the graph of the enclosing function.
        for (ControlFlowRegion? region = block.EnclosingRegion; region is not null && region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion)
        {
            if (region.Kind == kind)
                return region;
        }

        return null;
    }

    /// <summary>
    /// Determines whether the code handles exceptions of a block. The <c>finally</c> regions that the compiler generates for <c>foreach</c> and
    /// <c>using</c> only call <c>Dispose</c>, and the exception leaves them again: they don't count.
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

    /// <summary>Returns the handlers of the exceptions of a block.</summary>
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

    /// <summary>Returns the blocks that can follow a block, including handlers and <c>finally</c> regions.</summary>
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

        // A capture that is assigned in several places aliases nothing.
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

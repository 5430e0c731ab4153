using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>Propagates states along the branches out of a block: to the next block, through <c>finally</c> regions and into exception handlers.</summary>
internal sealed class BranchPropagation(ValueDomain domain, Action<int, FlowState> enqueue)
{
    private readonly BddManager _bdd = domain.Bdd;
    private Dictionary<ControlFlowRegion, List<(Formula PathCondition, Action<FlowState> Continue)>>? _entries;

    public void Propagate(BasicBlock block, ControlFlowBranch? branch, FlowState state)
    {
        if (branch is null || state.PathCondition.IsFalse)
            return;

        if (branch.Destination is { } destination)
            PropagateThroughFinally(branch.FinallyRegions, destination, state);
        else if (branch.Semantics is ControlFlowBranchSemantics.Throw)
            PropagateException(block.EnclosingRegion, state, FindThrownType(block.BranchValue));
        else if (branch.Semantics is ControlFlowBranchSemantics.Rethrow)
            PropagateException(block.EnclosingRegion, state, type: null);
        else if (branch.Semantics is ControlFlowBranchSemantics.StructuredExceptionHandling)
            PropagateFromHandler(block, state);
    }

    /// <summary>Propagates an exception out of a region to the enclosing handlers, from the innermost to the outermost.</summary>
    /// <param name="from">The region that throws.</param>
    /// <param name="state">The state in which the exception is thrown.</param>
    /// <param name="type">The type of the exception, or null if it isn't known.</param>
    public void PropagateException(ControlFlowRegion from, FlowState state, ITypeSymbol? type)
    {
        // Stops at the root: the enclosing region of a nested function's root is in the graph of the enclosing function.
        for (ControlFlowRegion region = from; region.Kind != ControlFlowRegionKind.Root && region.EnclosingRegion is { } around; region = around)
        {
            if (region.Kind != ControlFlowRegionKind.Try)
                continue;

            if (PropagateToHandlers(around, first: 1, state, type) is not { } left)
                return;

            state = left;
        }
    }

    /// <summary>Propagates an exception to the handlers of a <c>try</c> in their order.</summary>
    /// <returns>The state in which no handler catches the exception, or null if it is always caught.</returns>
    private FlowState? PropagateToHandlers(ControlFlowRegion around, int first, FlowState state, ITypeSymbol? type)
    {
        for (int i = first; i < around.NestedRegions.Length; i++)
        {
            ControlFlowRegion handler = around.NestedRegions[i];

            if (handler.Kind == ControlFlowRegionKind.Finally)
            {
                EnterFinally(handler, state, later => PropagateException(around, later, type));
                return null;
            }

            if (handler.Kind is not (ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler))
                continue;

            bool? catches = Catches(handler.ExceptionType, type);

            if (catches == false)
                continue;

            // If the filter returns false, the end of the filter propagates the state.
            if (catches == true)
            {
                enqueue(handler.FirstBlockOrdinal, state);
                return null;
            }

            Formula isCaught = domain.Exception();
            enqueue(handler.FirstBlockOrdinal, state.WithPathCondition(_bdd.And(state.PathCondition, isCaught)));
            state = state.WithPathCondition(_bdd.AndNot(state.PathCondition, isCaught));
        }

        return state;
    }

    /// <summary>Determines whether a handler catches an exception, or returns null if that depends on the run-time type.</summary>
    private static bool? Catches(ITypeSymbol? handled, ITypeSymbol? thrown)
    {
        if (handled is null or { SpecialType: SpecialType.System_Object } || handled.Is("Exception", "System"))
            return true;

        // A type parameter stands for any exception type.
        if (thrown is null or { TypeKind: TypeKind.Error or TypeKind.TypeParameter } || handled.TypeKind is TypeKind.Error or TypeKind.TypeParameter)
            return null;

        if (IsOrDerives(thrown, handled))
            return true;

        return IsOrDerives(handled, thrown) ? null : false;
    }

    // Only a new object is certainly of its type: any other expression can be null, which throws a NullReferenceException, and so can a constructor.
    private static ITypeSymbol? FindThrownType(IOperation? thrown) =>
        thrown?.WithoutValuePreservingConversions() is IObjectCreationOperation { Type: { } type } creation && FlowGraph.IsPlainException(creation) ? type : null;

    private static bool IsOrDerives(ITypeSymbol type, ITypeSymbol from)
    {
        for (ITypeSymbol? each = type; each is not null; each = each.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(each, from))
                return true;
        }

        return false;
    }

    private void PropagateFromHandler(BasicBlock block, FlowState state)
    {
        ControlFlowRegion? filter = FlowGraph.FindRegion(block, ControlFlowRegionKind.Filter);
        ControlFlowRegion? last = FlowGraph.FindRegion(block, ControlFlowRegionKind.Finally);

        if (filter is not null && (last is null || filter.FirstBlockOrdinal >= last.FirstBlockOrdinal))
        {
            ControlFlowRegion refused = filter.EnclosingRegion!;
            ControlFlowRegion around = refused.EnclosingRegion!;

            // Only an exception of the handler's type runs its filter.
            if (PropagateToHandlers(around, around.NestedRegions.IndexOf(refused) + 1, state, refused.ExceptionType) is { } left)
                PropagateException(around, left, refused.ExceptionType);
        }
        else if (last is not null && _entries is not null && _entries.TryGetValue(last, out List<(Formula PathCondition, Action<FlowState> Continue)>? entries))
        {
            foreach ((Formula pathCondition, Action<FlowState> continuation) in entries.ToArray())
            {
                Formula reached = _bdd.And(state.PathCondition, pathCondition);

                if (!reached.IsFalse)
                    continuation(state.WithPathCondition(reached));
            }
        }
    }

    private void PropagateThroughFinally(ImmutableArray<ControlFlowRegion> finallies, BasicBlock destination, FlowState state)
    {
        if (finallies.IsEmpty)
            enqueue(destination.Ordinal, state);
        else
            EnterFinally(finallies[0], state, later => PropagateThroughFinally(finallies.RemoveAt(0), destination, later));
    }

    /// <summary>Enters a <c>finally</c> region. Path conditions of different entries exclude each other, so the path condition at the end of the region tells where to continue.</summary>
    private void EnterFinally(ControlFlowRegion region, FlowState state, Action<FlowState> continuation)
    {
        _entries ??= [];

        if (!_entries.TryGetValue(region, out List<(Formula PathCondition, Action<FlowState> Continue)>? entries))
            _entries.Add(region, entries = []);

        for (int i = entries.Count - 1; i >= 0; i--)
        {
            Formula left = _bdd.AndNot(entries[i].PathCondition, state.PathCondition);

            if (left.IsFalse)
                entries.RemoveAt(i);
            else
                entries[i] = (left, entries[i].Continue);
        }

        entries.Add((state.PathCondition, continuation));
        enqueue(region.FirstBlockOrdinal, state);
    }
}

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Figma.Payments.Generators.Flow;

/// <summary>Where the ways out of a block lead: to the next one, through a <c>finally</c>, into a handler.</summary>
internal sealed class BranchPropagation(ValueDomain values, Action<int, FlowState> go)
{
    private readonly BddManager _bdd = values.Bdd;
    private Dictionary<ControlFlowRegion, List<(Formula When, Action<FlowState> GoOn)>>? _entries;

    public void Leave(BasicBlock block, ControlFlowBranch? branch, FlowState state)
    {
        if (branch is null || state.PathCondition.IsFalse)
            return;

        if (branch.Destination is { } destination)
            Enter(branch.FinallyRegions, destination, state);
        else if (branch.Semantics is ControlFlowBranchSemantics.Throw)
            Throw(block.EnclosingRegion, state, block.BranchValue is { } thrown ? thrown.WithoutValuePreservingConversions().Type : null);
        else if (branch.Semantics is ControlFlowBranchSemantics.Rethrow)
            Throw(block.EnclosingRegion, state, type: null);
        else if (branch.Semantics is ControlFlowBranchSemantics.StructuredExceptionHandling)
            LeaveHandler(block, state);
    }

    /// <summary>An exception leaves the region: the handlers around take it, the innermost first.</summary>
    /// <param name="from">The region.</param>
    /// <param name="state">The state in which it is thrown.</param>
    /// <param name="type">Its type; null where it may be any.</param>
    public void Throw(ControlFlowRegion from, FlowState state, ITypeSymbol? type)
    {
        // The root of a function's graph has the graph around it as its enclosing region: here it ends.
        for (ControlFlowRegion region = from; region.Kind != ControlFlowRegionKind.Root && region.EnclosingRegion is { } around; region = around)
        {
            if (region.Kind != ControlFlowRegionKind.Try)
                continue;

            if (Catch(around, first: 1, state, type) is not { } left)
                return;

            state = left;
        }
    }

    /// <summary>Hands an exception to the handlers of a <c>try</c>, in their order.</summary>
    /// <returns>What none of them takes; null where nothing is left.</returns>
    private FlowState? Catch(ControlFlowRegion around, int first, FlowState state, ITypeSymbol? type)
    {
        for (int i = first; i < around.NestedRegions.Length; i++)
        {
            ControlFlowRegion handler = around.NestedRegions[i];

            if (handler.Kind == ControlFlowRegionKind.Finally)
            {
                EnterFinally(handler, state, later => Throw(around, later, type));
                return null;
            }

            if (handler.Kind is not (ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler))
                continue;

            bool? takes = Takes(handler.ExceptionType, type);

            if (takes == false)
                continue;

            // What a filter refuses comes back from its end.
            if (takes == true)
            {
                go(handler.FirstBlockOrdinal, state);
                return null;
            }

            Formula isTaken = values.Exception();
            go(handler.FirstBlockOrdinal, state.With(_bdd.And(state.PathCondition, isTaken)));
            state = state.With(_bdd.AndNot(state.PathCondition, isTaken));
        }

        return state;
    }

    /// <summary>Whether a handler takes an exception; null where it depends on what it really is.</summary>
    private static bool? Takes(ITypeSymbol? handled, ITypeSymbol? thrown)
    {
        if (handled is null or { SpecialType: SpecialType.System_Object } || handled.Is("Exception", "System"))
            return true;

        if (thrown is null || thrown.TypeKind == TypeKind.Error || handled.TypeKind == TypeKind.Error)
            return null;

        if (IsOrDerives(thrown, handled))
            return true;

        return IsOrDerives(handled, thrown) ? null : false;
    }

    private static bool IsOrDerives(ITypeSymbol type, ITypeSymbol from)
    {
        for (ITypeSymbol? each = type; each is not null; each = each.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(each, from))
                return true;
        }

        return false;
    }

    private void LeaveHandler(BasicBlock block, FlowState state)
    {
        ControlFlowRegion? filter = FlowGraph.FindRegion(block, ControlFlowRegionKind.Filter);
        ControlFlowRegion? last = FlowGraph.FindRegion(block, ControlFlowRegionKind.Finally);

        if (filter is not null && (last is null || filter.FirstBlockOrdinal >= last.FirstBlockOrdinal))
        {
            ControlFlowRegion refused = filter.EnclosingRegion!;
            ControlFlowRegion around = refused.EnclosingRegion!;

            if (Catch(around, around.NestedRegions.IndexOf(refused) + 1, state, type: null) is { } left)
                Throw(around, left, type: null);
        }
        else if (last is not null && _entries is not null && _entries.TryGetValue(last, out List<(Formula When, Action<FlowState> GoOn)>? entries))
        {
            foreach ((Formula when, Action<FlowState> goOn) in entries.ToArray())
            {
                Formula guard = _bdd.And(state.PathCondition, when);

                if (!guard.IsFalse)
                    goOn(state.With(guard));
            }
        }
    }

    private void Enter(ImmutableArray<ControlFlowRegion> finallies, BasicBlock destination, FlowState state)
    {
        if (finallies.IsEmpty)
            go(destination.Ordinal, state);
        else
            EnterFinally(finallies[0], state, later => Enter(finallies.RemoveAt(0), destination, later));
    }

    /// <summary>Each way through the code is in one place at a time: by how it came in, it is known where it goes on.</summary>
    private void EnterFinally(ControlFlowRegion region, FlowState state, Action<FlowState> goOn)
    {
        _entries ??= [];

        if (!_entries.TryGetValue(region, out List<(Formula When, Action<FlowState> GoOn)>? entries))
            _entries.Add(region, entries = []);

        for (int i = entries.Count - 1; i >= 0; i--)
        {
            Formula left = _bdd.AndNot(entries[i].When, state.PathCondition);

            if (left.IsFalse)
                entries.RemoveAt(i);
            else
                entries[i] = (left, entries[i].GoOn);
        }

        entries.Add((state.PathCondition, goOn));
        go(region.FirstBlockOrdinal, state);
    }
}

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>Extension methods that enumerate the operations of control-flow graphs.</summary>
internal static class ControlFlowGraphExtensions
{
    /// <summary>Returns all operations of a graph with their descendants.</summary>
    public static IEnumerable<IOperation> AllOperations(this ControlFlowGraph graph) =>
        graph.Blocks.SelectMany(RootOperations).SelectMany(static operation => operation.DescendantsAndSelf());

    /// <summary>Returns the operations of a block and its branch value, without their descendants.</summary>
    public static IEnumerable<IOperation> RootOperations(this BasicBlock block) =>
        block.BranchValue is null ? block.Operations : block.Operations.Append(block.BranchValue);
}

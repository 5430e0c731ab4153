using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>The flow analysis of the bodies of one member: each graph is run once, for all the calls in it, where one of them asks for it.</summary>
internal sealed class BodyFlow(OperationBlockAnalysisContext context, List<ResourceCall> open)
{
    private readonly Dictionary<IOperation, EscapeAnalysis> _scopes = [];
    private readonly Dictionary<ControlFlowGraph, GraphFlow?> _flows = [];
    private bool? _misleadsCompiler;

    /// <summary>
    /// Whether the member has what the compiler's nullable analysis errs at: <c>!</c>; a nullable value that is awaited, which the floor's compiler takes for not null;
    /// a deconstruction, <c>(p, w) = (x, p)</c>, of which each part is taken for assigned before the next is read.
    /// </summary>
    public bool MisleadsCompiler => _misleadsCompiler ??= context.OperationBlocks.Any(static block =>
        block.Syntax.DescendantNodesAndSelf().Any(static node => node.IsKind(SyntaxKind.SuppressNullableWarningExpression))
        || block.Descendants().Any(static operation =>
            operation is IDeconstructionAssignmentOperation || (operation is IAwaitOperation && operation.Type.IsNullableValue())));

    /// <summary>The ways to a call; null where it cannot be reached, where the analysis does not see it, or where nothing can be wrong whatever the way.</summary>
    public CallPaths? FindPaths(ResourceCall call)
    {
        if (AssumedOutcome.SpecifiesOneEitherWay(call))
            return null;

        NullableFlow nullable = NullableFlow.Of(call, this);

        // What is read in the call itself is known on no path: whatever led here, one more of them may make it right.
        if ((nullable.Given.Length < 2 && call.IsReadInPlace) || FindGraph(call) is not { } found)
            return null;

        if (!_flows.TryGetValue(found.Graph, out GraphFlow? flow))
        {
            if (!_scopes.TryGetValue(found.Body, out EscapeAnalysis? scope))
                _scopes.Add(found.Body, scope = EscapeAnalysis.Run(found.Body));

            _flows.Add(found.Graph, flow = GraphFlow.Run(found.Graph, scope, found.Function, open, context.CancellationToken));
        }

        return flow?.FindPaths(call, nullable);
    }

    /// <summary>The innermost graph around a call: a body's own, or that of a lambda or a local function in it.</summary>
    private (ControlFlowGraph Graph, IOperation Body, IMethodSymbol? Function)? FindGraph(ResourceCall call)
    {
        IOperation body = call.Operation;
        Stack<IOperation>? functions = null;

        while (body.Parent is { } parent)
        {
            body = parent;

            if (body is IAnonymousFunctionOperation or ILocalFunctionOperation)
                (functions ??= new()).Push(body);
        }

        if (context.OperationBlocks.FirstOrDefault(block => block == body || block.Syntax.Span.Contains(call.Operation.Syntax.Span)) is not { } owner
            || body is not (IBlockOperation or IMethodBodyBaseOperation or ISymbolInitializerOperation))
        {
            return null;
        }

        ControlFlowGraph? graph = context.GetControlFlowGraph(owner);
        IMethodSymbol? function = context.OwningSymbol as IMethodSymbol;

        foreach (IOperation inner in functions ?? [])
        {
            function = inner is ILocalFunctionOperation local ? local.Symbol : ((IAnonymousFunctionOperation)inner).Symbol;
            graph = FindInner(graph, function);

            // What is left out of the graph is never run.
            if (graph is null)
                return null;
        }

        return (graph, body, function);
    }

    private ControlFlowGraph? FindInner(ControlFlowGraph graph, IMethodSymbol function)
    {
        if (function.MethodKind == MethodKind.LocalFunction)
            return graph.LocalFunctions.Contains(function) ? graph.GetLocalFunctionControlFlowGraph(function, context.CancellationToken) : null;

        return graph.AllOperations().OfType<IFlowAnonymousFunctionOperation>().FirstOrDefault(lambda => lambda.Symbol.Equals(function, SymbolEqualityComparer.Default)) is { } found
            ? graph.GetAnonymousFunctionControlFlowGraph(found, context.CancellationToken)
            : null;
    }
}

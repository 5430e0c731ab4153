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

/// <summary>The flow analysis of the bodies of a member. A graph is analyzed once for all calls in it, and only if a call needs it.</summary>
internal sealed class BodyFlow(OperationBlockAnalysisContext context, List<ResourceCall> open)
{
    private readonly Dictionary<(SyntaxNode Syntax, OperationKind Kind), ResourceCall> _calls = open.GroupBy(static call => (call.Operation.Syntax, call.Operation.Kind)).ToDictionary(static group => group.Key, static group => group.First());
    private readonly Dictionary<IOperation, EscapeAnalysis> _escapes = [];
    private readonly Dictionary<ControlFlowGraph, GraphFlow> _flows = [];
    private bool? _misleadsCompiler;
    private bool? _isAnalyzable;
    private HashSet<ISymbol>? _misjudged;

    /// <summary>Gets a value that indicates whether the member is a constructor.</summary>
    public bool IsInConstructor => context.OwningSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } or IMethodSymbol { IsInitOnly: true } or not IMethodSymbol;

    /// <summary>Gets a value that indicates whether the member has code with which the compiler's nullable analysis can err (see <see cref="MisleadingCode"/>).</summary>
    public bool MisleadsCompiler => _misleadsCompiler ??= context.OperationBlocks.Any(MisleadingCode.IsIn);

    /// <summary>Determines whether the compiler's null state of a variable or member is right (see <see cref="NullStateSources"/>).</summary>
    public bool HasRightNullState(ISymbol subject) => !(_misjudged ??= NullStateSources.FindMisjudged(context.OperationBlocks, IsInConstructor, IsFollowed)).Contains(subject);

    /// <summary>Determines whether each reference to a variable is understood, and the function that contains a use of it is the only one that writes it.</summary>
    public bool IsFollowed(ISymbol variable, IOperation use) =>
        variable is ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None } && FindEscapes(use.Root()).CanTrack(variable, FindFunction(use));

    private IMethodSymbol? FindFunction(IOperation operation) => operation.FindFunction() switch
    {
        ILocalFunctionOperation local => local.Symbol,
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        _ => context.OwningSymbol as IMethodSymbol,
    };

    private EscapeAnalysis FindEscapes(IOperation body)
    {
        if (!_escapes.TryGetValue(body, out EscapeAnalysis? escapes))
            _escapes.Add(body, escapes = EscapeAnalysis.Run(body));

        return escapes;
    }

    /// <summary>Returns the paths to a call, or null if it is unreachable, if it isn't analyzed or if it is right on every path.</summary>
    public CallPaths? FindPaths(ResourceCall call)
    {
        if (AssumedOutcome.SpecifiesOneEitherWay(call) || !(_isAnalyzable ??= context.OperationBlocks.All(IsAnalyzable)))
            return null;

        NullableFlow nullable = NullableFlow.Of(call, this);

        // The value of a member or a call in the arguments isn't known on any path: it might be the one that makes the call right.
        if ((nullable.Given.Length < 2 && call.IsReadInPlace) || FindGraph(call) is not { } found)
            return null;

        if (!_flows.TryGetValue(found.Graph, out GraphFlow? flow))
            _flows.Add(found.Graph, flow = GraphFlow.Run(found.Graph, FindEscapes(found.Body), found.Function, _calls, context.CancellationToken));

        return flow.FindPaths(call, nullable);
    }

    /// <summary>Returns the innermost graph that contains a call: that of a body, a lambda or a local function.</summary>
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

            // Code without a graph is unreachable.
            if (graph is null)
                return null;
        }

        return (graph, body, function);
    }

    // The compiler throws an exception when it builds the graph of a handler whose constructor isn't accessible.
    private static bool IsAnalyzable(IOperation body) =>
        !UnsafeCode.IsIn(body) && !body.DescendantsAndSelf().Any(static operation => operation is IInterpolatedStringHandlerCreationOperation { HandlerCreation: not IObjectCreationOperation });

    private ControlFlowGraph? FindInner(ControlFlowGraph graph, IMethodSymbol function)
    {
        if (function.MethodKind == MethodKind.LocalFunction)
            return graph.LocalFunctions.Contains(function) ? graph.GetLocalFunctionControlFlowGraph(function, context.CancellationToken) : null;

        return graph.AllOperations().OfType<IFlowAnonymousFunctionOperation>().FirstOrDefault(lambda => lambda.Symbol.Equals(function, SymbolEqualityComparer.Default)) is { } found
            ? graph.GetAnonymousFunctionControlFlowGraph(found, context.CancellationToken)
            : null;
    }
}

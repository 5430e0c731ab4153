using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>
/// Finds the variables of a body that can be followed: each reference in the whole body, including lambdas and local functions, must have a form
/// that <see cref="VariableReference"/> understands.
/// </summary>
internal sealed class EscapeAnalysis
{
    private readonly HashSet<ISymbol> _escaped = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _written = new(SymbolEqualityComparer.Default);

    private readonly HashSet<ISymbol> _captured = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _initializers = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, bool> _several = new(SymbolEqualityComparer.Default);
    private readonly List<SyntaxNode> _skippable = [];
    private readonly List<SyntaxNode> _removed = [];

    private EscapeAnalysis()
    {
    }

    /// <summary>Analyzes a body with the functions inside it.</summary>
    public static EscapeAnalysis Run(IOperation body)
    {
        EscapeAnalysis analysis = new();

        Stack<IOperation> open = new([body]);

        while (open.Count > 0)
        {
            IOperation operation = open.Pop();

            if (operation is IInvocationOperation call && SkippableCode.IsRemoved(call))
            {
                // Its receiver is removed too: 'Log.Of(x)?.Write()'.
                analysis._removed.Add(FindConditionalAccess(call)?.Syntax ?? call.Syntax);
                continue;
            }

            analysis.Visit(operation);

            foreach (IOperation child in operation.ChildOperations)
                open.Push(child);
        }

        return analysis;
    }

    private static IOperation? FindConditionalAccess(IOperation call)
    {
        IOperation? outermost = null;

        for (IOperation? around = call.Parent; around is IConditionalAccessOperation or IInvocationOperation or IMemberReferenceOperation; around = around.Parent)
        {
            if (around is IConditionalAccessOperation)
                outermost = around;
        }

        return outermost;
    }

    /// <summary>Determines whether a variable can be tracked in the graph of a function.</summary>
    /// <param name="variable">A local or a parameter.</param>
    /// <param name="function">The function, or null for other code, for example a field initializer.</param>
    public bool CanTrack(ISymbol variable, IMethodSymbol? function)
    {
        if (_escaped.Contains(variable))
            return false;

        // A variable of an enclosing function can be tracked only if it is never written.
        return IsOwn(variable, function) || (!_written.Contains(variable) && IsOfEnclosingFunction(variable, function!));
    }

    /// <summary>Returns the initializer of a local that isn't written afterwards, or null. A lambda or local function runs after the initializer, because the local must be assigned before.</summary>
    public IOperation? FindInitializer(ISymbol variable) =>
        !_written.Contains(variable) && _initializers.TryGetValue(variable, out IOperation? initializer) ? initializer : null;

    /// <summary>Determines whether a variable can have more than one value: it is written again, or what initializes it is a choice.</summary>
    public bool HasSeveralValues(ISymbol variable)
    {
        if (_several.TryGetValue(variable, out bool hasSeveral))
            return hasSeveral;

        // In invalid code, an initializer can refer to its own variable.
        _several[variable] = true;
        return _several[variable] = _written.Contains(variable) || (_initializers.TryGetValue(variable, out IOperation? initializer) ? IsChoice(initializer) : variable is not IParameterSymbol);
    }

    // What isn't on the list might choose one of several values, as '?:' does.
    private bool IsChoice(IOperation value) => value switch
    {
        ILocalReferenceOperation local => HasSeveralValues(local.Local),
        IParameterReferenceOperation parameter => HasSeveralValues(parameter.Parameter),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } => true,

        // A lambda runs when it is called.
        IAnonymousFunctionOperation => false,
        ILiteralOperation or IDefaultValueOperation or ITypeOfOperation or INameOfOperation or ISizeOfOperation or IInstanceReferenceOperation or IMemberReferenceOperation or IInvocationOperation
            or IArgumentOperation or IObjectCreationOperation or IObjectOrCollectionInitializerOperation or IArrayCreationOperation or IArrayInitializerOperation or IAnonymousObjectCreationOperation
            or ITupleOperation or IConversionOperation or IParenthesizedOperation or IBinaryOperation or IUnaryOperation or IAwaitOperation or IDelegateCreationOperation
            or IInterpolatedStringOperation or IInterpolatedStringContentOperation or IArrayElementReferenceOperation => value.ChildOperations.Any(IsChoice),
        _ => !value.ConstantValue.HasValue,
    };

    /// <summary>Gets a value that indicates whether another function uses a variable that can have more than one value, so that a call can depend on it.</summary>
    public bool HasCapturedChoices => _captured.Any(HasSeveralValues);

    /// <summary>Determines whether another function than its own uses a variable.</summary>
    public bool IsCaptured(ISymbol variable) => _captured.Contains(variable);

    /// <summary>Determines whether code might not be executed, although no branch of the graph says so (see <see cref="SkippableCode"/>).</summary>
    public bool IsSkippable(SyntaxNode code) => IsInside(_skippable, code);

    /// <summary>Determines whether code belongs to a call that isn't in the program (see <see cref="SkippableCode"/>).</summary>
    public bool IsRemoved(SyntaxNode code) => IsInside(_removed, code);

    private static bool IsInside(List<SyntaxNode> nodes, SyntaxNode code)
    {
        foreach (SyntaxNode node in nodes)
        {
            if (node.SyntaxTree == code.SyntaxTree && node.Span.Contains(code.Span))
                return true;
        }

        return false;
    }

    public static bool IsOwn(ISymbol variable, IMethodSymbol? function) =>
        function is null || SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function);

    // A parameter of a primary constructor lives as long as the object: any method can write it.
    private static bool IsOfEnclosingFunction(ISymbol variable, IMethodSymbol function)
    {
        for (ISymbol? enclosing = function.ContainingSymbol; enclosing is IMethodSymbol; enclosing = enclosing.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, enclosing))
                return true;
        }

        return false;
    }

    private void Visit(IOperation operation)
    {
        if (SkippableCode.IsRoot(operation))
            _skippable.Add(operation.Syntax);

        if (operation is IVariableDeclaratorOperation { Symbol: var declared, Initializer.Value: { } initializer })
            _initializers[declared] = initializer;

        ISymbol? variable = operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,

            // The variable of a pattern is written where it is declared.
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
            IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
            IListPatternOperation list => list.DeclaredSymbol,
            _ => null,
        };

        if (variable is null)
            return;

        bool isCaptured = IsInOtherFunction(operation, variable);

        if (isCaptured)
            _captured.Add(variable);

        ReferenceForm form = operation is IPatternOperation ? ReferenceForm.Write : VariableReference.Classify(operation);

        if (form == ReferenceForm.Read)
            return;

        _written.Add(variable);

        // A write that another function makes can happen at any time, and a write that might be skipped leaves the old value.
        if (form == ReferenceForm.Other || isCaptured || SkippableCode.Contains(operation))
            _escaped.Add(variable);
    }

    /// <summary>Determines whether an operation is in a lambda or a local function that doesn't declare the variable.</summary>
    private static bool IsInOtherFunction(IOperation operation, ISymbol variable)
    {
        for (IOperation? enclosing = operation.Parent; enclosing is not null; enclosing = enclosing.Parent)
        {
            IMethodSymbol? function = enclosing switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };

            if (function is not null)
                return !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function);
        }

        return false;
    }
}

using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>Finds the variables of a body that only the code in sight can change. Only those are tracked.</summary>
internal sealed class EscapeAnalysis
{
    private readonly HashSet<ISymbol> _escaped = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _written = new(SymbolEqualityComparer.Default);

    private EscapeAnalysis()
    {
    }

    /// <summary>Analyzes a body with the functions inside it.</summary>
    public static EscapeAnalysis Run(IOperation body)
    {
        EscapeAnalysis analysis = new();

        foreach (IOperation operation in body.DescendantsAndSelf())
            analysis.Visit(operation);

        return analysis;
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

    public static bool IsOwn(ISymbol variable, IMethodSymbol? function) =>
        function is null || SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function);

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: true } alias:
                MarkEscaped(alias.Value);
                MarkEscaped(alias.Target);
                break;

            case IAssignmentOperation assignment:
                MarkWritten(assignment.Target);
                break;

            case IIncrementOrDecrementOperation step:
                MarkWritten(step.Target);
                break;

            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                MarkWritten(argument.Value);
                break;

            // A dynamic call can take any argument by reference.
            case IDynamicInvocationOperation or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation:
                foreach (IOperation child in operation.ChildOperations)
                    MarkEscaped(child);

                break;

            case IAddressOfOperation address:
                MarkEscaped(address.Reference);
                break;

            case IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None, Initializer.Value: { } aliased }:
                MarkEscaped(aliased);
                break;

            case IConditionalOperation { IsRef: true } choice:
                MarkEscaped(choice.WhenTrue);
                MarkEscaped(choice.WhenFalse);
                break;
        }
    }

    private void MarkWritten(IOperation? target)
    {
        switch (target)
        {
            case ITupleOperation tuple:
                foreach (IOperation element in tuple.Elements)
                    MarkWritten(element);

                return;

            case IDeclarationExpressionOperation declaration:
                MarkWritten(declaration.Expression);
                return;

            case IConditionalOperation { IsRef: true } choice:
                MarkEscaped(choice);
                return;

            // An element of a tuple or a field of a struct is a part of the variable.
            case IFieldReferenceOperation { Instance: { } instance } field when field.Field.ContainingType.IsValueType:
                MarkWritten(instance);
                return;
        }

        if (FindVariable(target) is not { } variable)
            return;

        _written.Add(variable);

        if (IsInOtherFunction(target!, variable))
            _escaped.Add(variable);
    }

    private void MarkEscaped(IOperation? operation)
    {
        if (operation is null)
            return;

        foreach (IOperation inner in operation.DescendantsAndSelf())
        {
            if (FindVariable(inner) is { } variable)
                _escaped.Add(variable);
        }
    }

    private static ISymbol? FindVariable(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

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

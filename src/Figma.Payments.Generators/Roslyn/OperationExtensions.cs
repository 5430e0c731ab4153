using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>What several rules ask of operations and symbols.</summary>
internal static class OperationExtensions
{
    /// <summary>Whether the type is the library's own of that name.</summary>
    public static bool IsOfLibrary(this ITypeSymbol? type, string name) =>
        type is { ContainingType: null } && type.Name == name && type.ContainingNamespace.IsNamed("Payments", "Figma");

    /// <summary>Whether the type is of that name, in the namespace whose parts are given, innermost first.</summary>
    public static bool Is(this ITypeSymbol? type, string name, params string[] parts) =>
        type is { ContainingType: null } && type.Name == name && type.ContainingNamespace.IsNamed(parts);

    /// <summary>Whether the namespace has that name, its parts innermost first.</summary>
    public static bool IsNamed(this INamespaceSymbol? space, params string[] parts)
    {
        foreach (string part in parts)
        {
            if (space is null || space.Name != part)
                return false;

            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: true };
    }

    /// <summary>The operation under the conversions that are not a person's own.</summary>
    public static IOperation WithoutConversions(this IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;

        return operation;
    }

    /// <summary>The operation or the conversions and parentheses around it, outermost.</summary>
    public static IOperation WithConversionsAround(this IOperation operation)
    {
        while (operation.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            operation = operation.Parent;

        return operation;
    }

    /// <summary>The whole executable code that an operation is part of.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;

        return operation;
    }

    /// <summary>The operation and all below it, in the order of the text, without the cost of an iterator a level.</summary>
    public static IEnumerable<IOperation> WithDescendants(this IOperation operation)
    {
        Stack<IOperation> open = new();
        open.Push(operation);

        while (open.Count > 0)
        {
            IOperation next = open.Pop();
            yield return next;

            foreach (IOperation child in next.ChildOperations.Reverse())
                open.Push(child);
        }
    }

    /// <summary>What is handed to the parameter at a place, however the arguments are ordered; null where nothing is.</summary>
    public static IOperation? ValueOf(this ImmutableArray<IArgumentOperation> arguments, int ordinal)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal)
                return argument.Value;
        }

        return null;
    }

    /// <summary>Whether the operation reads the library's property of that name.</summary>
    public static bool Reads(this IOperation operation, string type, string property) =>
        operation is IPropertyReferenceOperation reference
        && string.Equals(reference.Property.Name, property, StringComparison.Ordinal)
        && reference.Property.ContainingType.IsOfLibrary(type);
}

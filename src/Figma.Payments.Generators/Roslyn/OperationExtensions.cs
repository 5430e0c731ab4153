using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>Extension methods that read operations.</summary>
internal static class OperationExtensions
{
    // The oldest supported compiler has no name for it.
    private const OperationKind CollectionExpression = (OperationKind)127;

    /// <summary>Determines whether the operation is a collection expression or the collection of a <c>params</c> parameter.</summary>
    public static bool IsCollectionExpression(this IOperation operation) => operation.Kind == CollectionExpression || operation.Syntax.IsKind(SyntaxKind.CollectionExpression);

    /// <summary>Returns the operation without any built-in conversion around it.</summary>
    public static IOperation WithoutConversions(this IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;

        return operation;
    }

    /// <summary>Returns the operation without the built-in conversions that keep its value. A cast between numeric types or <c>as</c>, for example, stays.</summary>
    public static IOperation WithoutValuePreservingConversions(this IOperation operation)
    {
        while (operation is IConversionOperation { Conversion: { Exists: true, MethodSymbol: null } kind, IsTryCast: false } conversion
            && (kind.IsImplicit || kind.IsIdentity || kind.IsNullable || kind.IsReference))
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    /// <summary>Determines whether the operation is null in the source: the literal, a constant or a default value.</summary>
    public static bool IsNull(this IOperation operation) =>
        operation.WithoutValuePreservingConversions() is var bare
        && (bare.ConstantValue is { HasValue: true, Value: null }
            || bare is IDefaultValueOperation { Type: { } type } && (type.IsReferenceType || type.IsNullableValue()));

    /// <summary>Determines whether a user-defined conversion is lifted: its result is null exactly if its operand is null.</summary>
    public static bool IsLifted(this IConversionOperation conversion, IMethodSymbol method) =>
        method.ReturnType.IsNonNullableValue() && conversion.Operand.Type.IsNullableValue() && !method.Parameters[0].Type.IsNullableValue();

    /// <summary>Returns the outermost of the built-in conversions and parentheses around the operation, or the operation itself.</summary>
    public static IOperation WithConversionsAround(this IOperation operation)
    {
        while (operation.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            operation = operation.Parent;

        return operation;
    }

    /// <summary>Returns the call or the object creation that receives a lambda as an argument, or null if there is none.</summary>
    public static IOperation? FindReceivingCall(this IAnonymousFunctionOperation lambda)
    {
        return lambda.WithDelegateAround().Parent is IArgumentOperation { Parent: IInvocationOperation or IObjectCreationOperation } argument ? argument.Parent : null;
    }

    /// <summary>Returns the outermost of the conversions to a delegate and the parentheses around a lambda or a method, or the operation itself.</summary>
    public static IOperation WithDelegateAround(this IOperation function)
    {
        while (function.Parent is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation)
            function = function.Parent;

        return function;
    }

    /// <summary>Returns the innermost lambda or local function that contains the operation, or null if there is none.</summary>
    public static IOperation? FindFunction(this IOperation operation)
    {
        IOperation? around = operation.Parent;

        while (around is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            around = around.Parent;

        return around;
    }

    /// <summary>Returns the types of what a <c>using</c> disposes. They are null where the code has errors.</summary>
    public static IEnumerable<ITypeSymbol?> FindResourceTypes(this IOperation resources) => resources is IVariableDeclarationGroupOperation group
        ? group.Declarations.SelectMany(static declaration => declaration.Declarators).Select(static ITypeSymbol? (declarator) => declarator.Symbol.Type)
        : [resources.Type];

    /// <summary>Returns the user-defined operator or conversion that the operation calls, or null if there is none.</summary>
    public static IMethodSymbol? FindOperator(this IOperation operation) => operation switch
    {
        IConversionOperation conversion => conversion.OperatorMethod,
        IBinaryOperation binary => binary.OperatorMethod,
        IUnaryOperation unary => unary.OperatorMethod,
        ICompoundAssignmentOperation compound => compound.OperatorMethod,
        IIncrementOrDecrementOperation step => step.OperatorMethod,
        _ => null,
    };

    /// <summary>Determines whether a method or constructor of .NET, ASP.NET Core or another library of Microsoft is called.</summary>
    public static bool IsCallOfPlatform(this IOperation call) => call switch
    {
        IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.DelegateInvoke, ContainingType: var type } } => type.IsOfPlatform(),
        IObjectCreationOperation { Constructor.ContainingType: var type } => type.IsOfPlatform(),
        _ => false,
    };

    /// <summary>Determines whether a function that is executed to its end always executes an operation: no condition, loop or other function is between them.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="function">The function, or its body.</param>
    public static bool IsUnconditionalIn(this IOperation operation, IOperation function)
    {
        for (IOperation inner = operation; inner != function; inner = inner.Parent)
        {
            bool isExecuted = inner.Parent switch
            {
                var around when around == function => true,
                IBlockOperation or IMethodBodyOperation or IExpressionStatementOperation or IReturnOperation or IAwaitOperation or IConversionOperation or IParenthesizedOperation or IUnaryOperation or IUsingOperation
                    or IVariableInitializerOperation or IVariableDeclaratorOperation or IVariableDeclarationOperation or IVariableDeclarationGroupOperation => true,
                IConditionalOperation choice => choice.Condition == inner,
                ITryOperation attempt => attempt.Body == inner,
                IInvocationOperation wait => wait.Instance == inner && wait.TargetMethod.Name is "ConfigureAwait" or "WaitAsync" or "Wait" or "AsTask" or "GetAwaiter" or "GetResult",
                _ => false,
            };

            if (!isExecuted || inner.Parent is null)
                return false;
        }

        return true;
    }

    /// <summary>Returns the root of the operation tree.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;

        return operation;
    }

    /// <summary>Returns the operation and its descendants in source order, without one iterator for each level.</summary>
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

    /// <summary>Returns the value passed to the parameter with an ordinal, whatever the order of the arguments, or null if there is none.</summary>
    public static IOperation? ValueOf(this ImmutableArray<IArgumentOperation> arguments, int ordinal)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal)
                return argument.Value;
        }

        return null;
    }

    /// <summary>Determines whether the operation reads a property of one of the library's types.</summary>
    public static bool Reads(this IOperation operation, string type, string property) =>
        operation is IPropertyReferenceOperation reference
        && string.Equals(reference.Property.Name, property, StringComparison.Ordinal)
        && reference.Property.ContainingType.IsOfLibrary(type);
}

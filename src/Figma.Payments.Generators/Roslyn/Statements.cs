using Figma.Payments.Generators.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>What a statement does by itself, and what comes behind it.</summary>
internal static class Statements
{
    /// <summary>The statement that is written behind another in the same block; null behind the last.</summary>
    public static IOperation? FindNext(IOperation statement)
    {
        if (statement.Parent is not IBlockOperation { Operations: var statements })
            return null;

        int next = statements.IndexOf(statement) + 1;
        return next < statements.Length && !statements[next].IsImplicit ? statements[next] : null;
    }

    /// <summary>Whether a statement does nothing but return that truth value.</summary>
    public static bool Returns(IOperation statement, bool value)
    {
        while (statement is IBlockOperation { Operations.Length: 1 } block)
            statement = block.Operations[0];

        return statement is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } returned } && IsConstant(returned, value);
    }

    /// <summary>Whether what a statement or an expression ends in is a <c>throw</c>.</summary>
    public static bool Throws(IOperation operation)
    {
        while (operation is IBlockOperation { Operations: { Length: > 0 } operations })
            operation = operations[operations.Length - 1];

        return operation.WithoutConversions() is IThrowOperation;
    }

    /// <summary>Whether an expression is that truth value.</summary>
    public static bool IsConstant(IOperation operation, bool value) => operation.ConstantValue is { HasValue: true, Value: bool known } && known == value;
}

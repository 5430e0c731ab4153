using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>Reads statements.</summary>
internal static class Statements
{
    /// <summary>Returns the next statement in the same block, or null if the statement is the last one.</summary>
    public static IOperation? FindNext(IOperation statement)
    {
        if (statement.Parent is not IBlockOperation { Operations: var statements })
            return null;

        int next = statements.IndexOf(statement) + 1;
        return next < statements.Length && !statements[next].IsImplicit ? statements[next] : null;
    }

    /// <summary>Determines whether a statement only returns a Boolean constant.</summary>
    public static bool Returns(IOperation statement, bool value)
    {
        while (statement is IBlockOperation { Operations.Length: 1 } block)
            statement = block.Operations[0];

        return statement is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } returned } && IsConstant(returned, value);
    }

    /// <summary>Determines whether a statement or an expression ends with a <c>throw</c>.</summary>
    public static bool Throws(IOperation operation)
    {
        while (operation is IBlockOperation { Operations: { Length: > 0 } operations })
            operation = operations[operations.Length - 1];

        return operation.WithoutConversions() is IThrowOperation;
    }

    /// <summary>Determines whether an expression is a Boolean constant.</summary>
    public static bool IsConstant(IOperation operation, bool value) => operation.ConstantValue is { HasValue: true, Value: bool known } && known == value;
}

using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Reads the methods of a developer that do nothing but return a response or throw an exception, such as <c>IActionResult PaymentRequired() => StatusCode(402)</c>.</summary>
internal static class OneStatementMethods
{
    /// <summary>Returns the value that a call certainly returns or the <c>throw</c> that it certainly executes, or null if the method does anything else.</summary>
    public static IOperation? FindResult(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod.OriginalDefinition;

        if (method.MethodKind != MethodKind.Ordinary || method.IsAbstract || method.IsVirtual || method.IsOverride || method.ContainingType.IsOfPlatform() || call.Root().SemanticModel is not { Compilation: var compilation })
            return null;

        IBlockOperation? block = MethodUses.Of(compilation).FindCode(method) is IMethodBodyOperation body ? body.BlockBody ?? body.ExpressionBody : null;

        return block?.Operations.FirstOrDefault() switch
        {
            IReturnOperation { ReturnedValue: { } value } => Refusals.Unwrap(value),
            IExpressionStatementOperation { Operation: IThrowOperation thrown } => thrown,
            IThrowOperation thrown => thrown,
            _ => null,
        };
    }
}

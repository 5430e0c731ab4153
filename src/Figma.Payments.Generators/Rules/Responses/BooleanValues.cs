using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines what the code that calls a condition does with its value.</summary>
internal static class BooleanValues
{
    /// <summary>Determines whether the value of a condition might be combined with something else before anything is decided: it is neither the whole condition of a choice nor the whole result of the function.</summary>
    public static bool MayBeCombined(IOperation read)
    {
        IOperation value = WithValueAround(read);

        return value.Parent switch
        {
            IConditionalOperation choice => choice.Condition != value,

            // What is only logged isn't a decision.
            IArgumentOperation { Parent: IInvocationOperation call } => !TellingMethods.Contains(call.TargetMethod),
            IReturnOperation or IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation } => false,
            _ => true,
        };
    }

    /// <summary>Returns the uses of the value of a condition: the reads of a local variable that has no other value, or the condition itself.</summary>
    public static IEnumerable<IOperation> FindUses(IOperation read, ResponseBody body)
    {
        ILocalSymbol? local = WithValueAround(read).Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var declared } } => declared,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var assigned }, Parent: IExpressionStatementOperation } => assigned,
            _ => null,
        };

        return local is null || !Refusals.IsBooleanOrTask(local.Type) || body.Locals.Find(local) is null ? [read]
            : body.FindUses(local).Where(static use => use.Parent is not ISimpleAssignmentOperation assignment || assignment.Target != use).SelectMany(use => FindUses(use, body));
    }

    /// <summary>Returns the operand of a comparison with <c>true</c> or <c>false</c>, or null if an operation isn't one.</summary>
    public static IOperation? FindCompared(IOperation operation) => operation switch
    {
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var constant }, Value: var value } when IsConstant(constant) => value,
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } }, Value: var value } when IsConstant(constant) => value,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null } comparison =>
            IsConstant(comparison.RightOperand) ? comparison.LeftOperand : IsConstant(comparison.LeftOperand) ? comparison.RightOperand : null,
        _ => null,
    };

    private static bool IsConstant(IOperation value) => value.WithoutConversions().ConstantValue is { HasValue: true, Value: bool };

    /// <summary>Returns the outermost operation whose value depends on nothing but that of a condition, such as <c>!await HasAccessAsync()</c>.</summary>
    private static IOperation WithValueAround(IOperation read)
    {
        IOperation value = read;

        while (true)
        {
            switch (value.Parent)
            {
                case IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or IAwaitOperation or IUnaryOperation { OperatorKind: UnaryOperatorKind.Not }:
                case IArrayInitializerOperation or IArrayCreationOperation { IsImplicit: true } or IInterpolationOperation or IInterpolatedStringOperation:
                case IInvocationOperation { TargetMethod: { Name: "ConfigureAwait" or "AsTask" or "GetAwaiter" or "GetResult", ContainingType: var type } } when IgnoredResults.IsOfTasks(type):
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType: var task } } } when Refusals.IsTask(task):
                case IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType: var tasks } } when Refusals.IsTask(tasks):
                case IArgumentOperation { Parent: IObjectCreationOperation { Type: INamedTypeSymbol created } } when Refusals.IsTask(created):
                case IObjectCreationOperation { Type: INamedTypeSymbol wrapper } when Refusals.IsTask(wrapper):
                case { } around when FindCompared(around) == value:
                    value = value.Parent;
                    continue;

                default:
                    return value;
            }
        }
    }

    /// <summary>Returns the parts of a Boolean result that aren't constants, without the conditions that choose between them.</summary>
    public static IEnumerable<IOperation> FindComputed(IOperation result, ResponseLocals locals)
    {
        if (!Refusals.IsBooleanOrTask(result.Type))
            return [];

        IOperation value = Refusals.Unwrap(result);

        while (value is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand })
            value = Refusals.Unwrap(operand);

        return value switch
        {
            IConditionalOperation { WhenFalse: { } whenFalse } choice => FindComputed(choice.WhenTrue, locals).Concat(FindComputed(whenFalse, locals)),
            ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => FindComputed(arm.Value, locals)),
            ILocalReferenceOperation local when FindValue(local, locals) is { } only => FindComputed(only, locals),
            IThrowOperation or { ConstantValue.HasValue: true } => [],
            _ => [value],
        };
    }

    /// <summary>Returns the only value of a Boolean local variable, or null if it isn't known. It is written before it is read, also in code that doesn't compile.</summary>
    public static IOperation? FindValue(ILocalReferenceOperation read, ResponseLocals locals) =>
        Refusals.IsBooleanOrTask(read.Type) && locals.Find(read.Local) is { } value and not IPatternOperation && value.Syntax.SpanStart < read.Syntax.SpanStart ? value : null;
}

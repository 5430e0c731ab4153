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
                case IIsPatternOperation { Pattern: IConstantPatternOperation }:
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null } comparison when (comparison.LeftOperand == value ? comparison.RightOperand : comparison.LeftOperand).WithoutConversions().ConstantValue.HasValue:
                    value = value.Parent;
                    continue;

                case IConditionalOperation choice:
                    return choice.Condition != value;

                // What is only logged isn't a decision.
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    return !TellingMethods.Contains(call.TargetMethod);

                case IReturnOperation or IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation }:
                    return false;

                default:
                    return true;
            }
        }
    }

    /// <summary>Returns the parts of a Boolean result that aren't constants, without the conditions that choose between them.</summary>
    public static IEnumerable<IOperation> FindComputed(IOperation result)
    {
        if (!Refusals.IsBooleanOrTask(result.Type))
            return [];

        IOperation value = Refusals.Unwrap(result);

        while (value is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand })
            value = Refusals.Unwrap(operand);

        return value switch
        {
            IConditionalOperation { WhenFalse: { } whenFalse } choice => FindComputed(choice.WhenTrue).Concat(FindComputed(whenFalse)),
            ISwitchExpressionOperation choice => choice.Arms.SelectMany(static arm => FindComputed(arm.Value)),
            IThrowOperation or { ConstantValue.HasValue: true } => [],
            _ => [value],
        };
    }
}

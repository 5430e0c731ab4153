using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>A local variable or a parameter, and what the member shows about its values.</summary>
/// <param name="Values">The values that the member assigns, or null if other values are possible.</param>
/// <param name="MightBeEmpty">A value that indicates whether the member checks if the variable is an empty string, and continues if it is.</param>
internal sealed record VariableUses(IReadOnlyList<IOperation>? Values, bool MightBeEmpty)
{
    /// <summary>Creates the uses. <see cref="MemberBody.FindVariable"/> calls this method once for each variable.</summary>
    public static VariableUses Create(ISymbol variable, MemberBody body) => new(FindValues(variable, body), body.FindReferences(variable).Any(IsFoundEmpty));

    private static List<IOperation>? FindValues(ISymbol variable, MemberBody body)
    {
        IVariableDeclaratorOperation? declarator = body.FindDeclarator(variable);

        // Other constructs, such as a pattern, declare a variable with a value that isn't known.
        bool isUnderstood = variable switch
        {
            ILocalSymbol local => !local.IsRef && declarator is not null,
            IParameterSymbol parameter => parameter.RefKind == RefKind.None,
            _ => false,
        };

        List<IOperation> values = [];

        if (declarator?.GetVariableInitializer() is { } initializer)
            values.Add(initializer.Value);

        foreach (IOperation reference in body.FindReferences(variable).Where(LocalUses.IsWritten))
        {
            isUnderstood &= reference.Parent is ISimpleAssignmentOperation { IsRef: false };

            if (reference.Parent is ISimpleAssignmentOperation assignment)
                values.Add(assignment.Value);
        }

        return isUnderstood ? values : null;
    }

    private static bool IsFoundEmpty(IOperation reference)
    {
        IOperation value = reference.WithConversionsAround();

        IOperation? test = value.Parent switch
        {
            IPropertyReferenceOperation { Property.Name: "Length", Parent: IBinaryOperation comparison } => comparison,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison => IsEmpty(comparison.LeftOperand) || IsEmpty(comparison.RightOperand) ? comparison : null,
            IIsPatternOperation match => match.Pattern.WithDescendants().Any(static part => part is IRecursivePatternOperation || IsEmpty(part)) ? match : null,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" } call } => call,
            _ => null,
        };

        return test is not null && !(test.Parent is IConditionalOperation choice && choice.Condition == test && Throws(choice.WhenTrue));
    }

    private static bool Throws(IOperation statement) => statement.WithoutConversions() switch
    {
        IThrowOperation => true,
        IBlockOperation { Operations: [var only] } => Throws(only),
        IExpressionStatementOperation { Operation: var expression } => Throws(expression),
        _ => false,
    };

    private static bool IsEmpty(IOperation value) => value.WithoutConversions() is
        { ConstantValue: { HasValue: true, Value: "" } } or IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } };
}

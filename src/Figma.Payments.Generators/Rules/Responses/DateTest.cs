using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>A test of the date of purchase.</summary>
/// <param name="Operation">The operation whose value is the result of the test.</param>
/// <param name="IsTrueForDate">A value that indicates whether the test is true if there is a date, or null if it compares dates.</param>
internal sealed record DateTest(IOperation Operation, bool? IsTrueForDate)
{
    /// <summary>Returns the test that the date is part of, or null if its value is used otherwise.</summary>
    public static DateTest? Find(IPropertyReferenceOperation date)
    {
        IOperation value = date;

        while (value.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or IConditionalAccessOperation)
        {
            if (value.Parent is IConditionalAccessOperation access && access.WhenNotNull != value)
                break;

            value = value.Parent;
        }

        return value.Parent switch
        {
            IBinaryOperation comparison => FromComparison(comparison, value),
            IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } } property => new DateTest(property, true),
            IIsTypeOperation match => new DateTest(match, true),
            IIsPatternOperation match => new DateTest(match, IsTrueFor(match.Pattern)),
            IPropertySubpatternOperation property when property.Member == date => FromPattern(property),
            _ => null,
        };
    }

    private static DateTest? FromComparison(IBinaryOperation comparison, IOperation value)
    {
        IOperation other = comparison.LeftOperand == value ? comparison.RightOperand : comparison.LeftOperand;
        bool isNull = other.WithoutConversions() is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation;

        return comparison.OperatorKind switch
        {
            BinaryOperatorKind.Equals => new DateTest(comparison, isNull ? false : null),
            BinaryOperatorKind.NotEquals => new DateTest(comparison, isNull ? true : null),
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
                or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => new DateTest(comparison, null),
            _ => null,
        };
    }

    private static DateTest? FromPattern(IPropertySubpatternOperation property)
    {
        IOperation? around = property.Parent;

        while (around is IPatternOperation or IPropertySubpatternOperation)
            around = around.Parent;

        return around is IIsPatternOperation match ? new DateTest(match, null) : null;
    }

    private static bool? IsTrueFor(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => false,
        INegatedPatternOperation negated => !IsTrueFor(negated.Pattern),
        IRecursivePatternOperation { DeclaredSymbol: null, PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } => true,
        ITypePatternOperation or IDeclarationPatternOperation => true,
        _ => null,
    };
}

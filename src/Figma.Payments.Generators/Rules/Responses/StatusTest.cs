using System;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes tests of a payment status, either of the enumeration or of the text that Figma returns.</summary>
internal static class StatusTest
{
    private const string UnpaidText = "UNPAID";

    /// <summary>Determines whether the operation is <c>PaymentStatus.Unpaid</c> or the text <c>UNPAID</c>.</summary>
    public static bool IsUnpaid(IOperation operation) => operation.WithoutConversions() switch
    {
        IFieldReferenceOperation field => IsMember(field, "Unpaid"),
        { ConstantValue: { HasValue: true, Value: string text } } => string.Equals(text, UnpaidText, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Determines whether the operation is <c>Unpaid</c> and is compared with a status.</summary>
    public static bool IsUnpaid(IOperation operation, IOperation status) =>
        IsUnpaid(operation) && (status.Type is { } type && IsEnumeration(type) || IsStatusText(status));

    /// <summary>Determines whether the field is the given member of the enumeration.</summary>
    public static bool IsMember(IFieldReferenceOperation field, string name) =>
        string.Equals(field.Field.Name, name, StringComparison.Ordinal) && field.Field.ContainingType.IsOfLibrary("PaymentStatus");

    /// <summary>Determines whether the comparison compares a status with <c>Unpaid</c>.</summary>
    public static bool IsComparison(IBinaryOperation comparison) =>
        (IsUnpaid(comparison.RightOperand) && IsStatus(comparison.LeftOperand, comparison.RightOperand))
        || (IsUnpaid(comparison.LeftOperand) && IsStatus(comparison.RightOperand, comparison.LeftOperand));

    /// <summary>Determines whether the pattern is <c>Unpaid</c> and is matched with a status.</summary>
    public static bool IsUnpaidPattern(IPatternOperation pattern) =>
        pattern is IConstantPatternOperation constant
        && IsUnpaid(constant.Value)
        && (IsEnumeration(pattern.InputType) || (FindMatched(pattern) is { } matched && IsStatusText(matched)));

    private static bool IsStatus(IOperation value, IOperation unpaid) => unpaid.WithoutConversions() is IFieldReferenceOperation
        ? !value.WithoutConversions().ConstantValue.HasValue
        : IsStatusText(value);

    /// <summary>Determines whether the type is that of a response or of its status.</summary>
    public static bool IsResponse(ITypeSymbol? type) =>
        type is not null && (IsEnumeration(type) || type.IsOfLibrary("PaymentInformation") || type.IsOfLibrary("PaymentsResult"));

    private static bool IsEnumeration(ITypeSymbol type) => type.IsOfLibrary("PaymentStatus")
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && nullable.TypeArguments[0].IsOfLibrary("PaymentStatus"));

    private static bool IsStatusText(IOperation value)
    {
        IOperation bare = value.WithoutConversions();

        while (bare is IConditionalAccessOperation access)
            bare = access.WhenNotNull;

        return bare.Reads("PaymentInformation", "PaymentStatusText");
    }

    /// <summary>Returns the value that a pattern is matched with, or null if it is unknown.</summary>
    private static IOperation? FindMatched(IOperation pattern)
    {
        for (IOperation? around = pattern.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case INegatedPatternOperation or IBinaryPatternOperation:
                    continue;
                case IPropertySubpatternOperation property:
                    return property.Member;
                case IIsPatternOperation test:
                    return test.Value;
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice }:
                    return choice.Value;
                default:
                    return null;
            }
        }

        return null;
    }
}

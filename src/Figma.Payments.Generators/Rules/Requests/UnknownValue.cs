using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Determines whether a value that the code doesn't show certainly has text.</summary>
internal static class UnknownValue
{
    /// <summary>Returns the kind of part that the value is. Only what is listed here counts as text. Everything else can be anything, and nothing.</summary>
    public static AddressPartKind GetKind(IOperation value) => value switch
    {
        { Type: var type } when HasAlwaysText(type) => AddressPartKind.Value,
        IParameterReferenceOperation parameter when IsText(parameter) => AddressPartKind.AnyText,
        IFieldReferenceOperation or IPropertyReferenceOperation when MemberText.IsSpecified(((IMemberReferenceOperation)value).Member) => AddressPartKind.AnyText,
        IInvocationOperation { TargetMethod.Name: "ToString", Instance.Type: var type } when HasAlwaysText(type) => AddressPartKind.Value,
        _ => AddressPartKind.Anything,
    };

    /// <summary>Determines whether the text of a value of the type is never empty and contains no separators.</summary>
    public static bool HasAlwaysText(ITypeSymbol? type) => type switch
    {
        { TypeKind: TypeKind.Enum } => true,
        { SpecialType: SpecialType.System_Boolean or (>= SpecialType.System_SByte and <= SpecialType.System_Double) } => true,
        _ => type.Is("Guid", "System") || IdKind.Of(type) is not null,
    };

    /// <summary>Determines whether a parameter is a string that is neither null nor empty, as far as its declaration and the member show.</summary>
    private static bool IsText(IParameterReferenceOperation reference) =>
        reference.Parameter is { Type.SpecialType: SpecialType.System_String, NullableAnnotation: not NullableAnnotation.None } parameter
        && reference.SemanticModel?.GetTypeInfo(reference.Syntax).Nullability.FlowState == NullableFlowState.NotNull
        && (!parameter.HasExplicitDefaultValue || parameter.ExplicitDefaultValue is string { Length: > 0 })
        && !MemberBody.Of(reference).FindVariable(parameter).MightBeEmpty;
}

using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>
/// Determines whether execution evidently continues after an operation. A path on which something could throw or never return is no evidence, because
/// what ends it can depend on the same facts as the branches before.
/// </summary>
internal static class Completion
{
    /// <summary>Determines whether an operation, without its operands, evidently completes. What isn't on the list might not.</summary>
    public static bool IsEvident(IOperation operation) => FlowGraph.IsHarmless(operation) && operation is not IIsPatternOperation || operation switch
    {
        // The members that a pattern reads are code as well.
        IIsPatternOperation pattern => pattern.Pattern.DescendantsAndSelf().All(static part => part is not (IPatternOperation or IPropertySubpatternOperation) || FlowGraph.IsHarmless(part)),

        // Null is excluded from the path condition. An initializer of a static field runs for every path or for none.
        IFieldReferenceOperation => true,
        IPropertyReferenceOperation { Property: { Name: "Value", ContainingType: var owner } } when owner.IsNullableValue() => true,
        IPropertyReferenceOperation { Property.GetMethod: { } getter } property => !IsTarget(property) && SmallBody.IsTrivial(getter),
        IConversionOperation { Conversion: { Exists: true, MethodSymbol: null } kind, IsChecked: false, Operand.Type: { } from, Type: { } to } =>
            SymbolEqualityComparer.Default.Equals(from.WithoutNullable(), to.WithoutNullable()) || (kind.IsNumeric && from.IsValueType && to.SpecialType != SpecialType.System_Decimal && from.SpecialType != SpecialType.System_Decimal),

        // A constructor of another assembly with constants only completes always or never.
        IObjectCreationOperation creation => creation is { Initializer: null, Constructor: { } constructor } && !MethodContracts.IsOfSource(constructor) && creation.Arguments.All(static argument => argument.Value.ConstantValue.HasValue),
        IArrayCreationOperation array => array.DimensionSizes.All(static size => size.ConstantValue.HasValue),
        IArrayInitializerOperation or IAnonymousObjectCreationOperation or IInterpolatedStringTextOperation => true,

        // The text of a string or a number is no code of anybody.
        IInterpolatedStringOperation text => text.Parts.All(static part => part is IInterpolatedStringTextOperation || (part is IInterpolationOperation hole && FlowGraph.IsPlainText(hole.Expression))),
        IInterpolationOperation => true,
        IInvocationOperation call => SmallBody.IsTrivial(call.TargetMethod) || SkippableCode.IsRemoved(call),
        _ => false,
    };

    /// <summary>Determines whether an operation, without its operands, can't change what other operations return. What isn't on the list might.</summary>
    public static bool LeavesNoTrace(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } or IBinaryOperation { OperatorMethod: null } or IUnaryOperation { OperatorMethod: null } => true,
        IArrayElementReferenceOperation or IArrayCreationOperation => true,
        IInvocationOperation call => CreatesValue(call.TargetMethod),
        IObjectCreationOperation { Constructor: { } constructor, Initializer: null } => CreatesValue(constructor),
        _ => false,
    };

    // Strings, numbers and the immutable structs of other assemblies are values: their methods and constructors change nothing.
    private static bool CreatesValue(IMethodSymbol method) =>
        !MethodContracts.IsOfSource(method) && method.ContainingType is { } type && (type.SpecialType == SpecialType.System_String || type is { IsValueType: true, IsReadOnly: true });

    // A setter is code of its own.
    private static bool IsTarget(IPropertyReferenceOperation property) =>
        property.Parent is IAssignmentOperation assignment && assignment.Target == property || property.Parent is IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: not RefKind.None } or ITupleOperation;
}

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
    private const int MaxArrayLength = 65_536;
    private const int MaxDigits = 19;

    /// <summary>Determines whether an operation, without its operands, evidently completes. What isn't on the list might not.</summary>
    public static bool IsEvident(IOperation operation) => FlowGraph.IsHarmless(operation) && operation is not IIsPatternOperation || operation switch
    {
        // The members that a pattern reads are code as well.
        IIsPatternOperation pattern => pattern.Pattern.DescendantsAndSelf().All(static part => part is not (IPatternOperation or IPropertySubpatternOperation) || FlowGraph.IsHarmless(part)),

        // Null is excluded from the path condition. A static field can run the initializers of its type.
        IFieldReferenceOperation field => field.Instance is not null || TypeInitialization.IsEvident(field.Field.ContainingType),
        IPropertyReferenceOperation { Property: { Name: "Value", ContainingType: var owner } } when owner.IsNullableValue() => true,
        IPropertyReferenceOperation { Property.GetMethod: { } getter } property => !IsTarget(property) && SmallBody.IsTrivial(getter),
        IConversionOperation { Conversion: { Exists: true, MethodSymbol: null } kind, IsChecked: false, Operand.Type: { } from, Type: { } to } =>
            SymbolEqualityComparer.Default.Equals(from.WithoutNullable(), to.WithoutNullable()) || (kind.IsNumeric && from.IsValueType && to.SpecialType != SpecialType.System_Decimal && from.SpecialType != SpecialType.System_Decimal),

        IObjectCreationOperation creation => creation is { Initializer: null, Type: INamedTypeSymbol created }
            && IsPlainCreation(created, creation.Arguments.Length)
            && creation.Arguments.All(static argument => argument.Value.ConstantValue is { HasValue: true, Value: var value } && IsPlainConstant(value)),

        // A large array might not fit into the memory.
        IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: >= 0 and <= MaxArrayLength } }], Type: IArrayTypeSymbol { ElementType: { IsReferenceType: true } or { SpecialType: not SpecialType.None } or { TypeKind: TypeKind.Enum } } } => true,
        IArrayInitializerOperation or IAnonymousObjectCreationOperation or IInterpolatedStringTextOperation => true,

        // The text of a string or a number is no code of anybody.
        IInterpolatedStringOperation text => text.Parts.All(static part => part is IInterpolatedStringTextOperation || part is IInterpolationOperation { FormatString: null, Alignment: null } hole && FlowGraph.IsPlainText(hole.Expression)),
        IInterpolationOperation => true,
        IInvocationOperation call => SmallBody.IsTrivial(call.TargetMethod) || SkippableCode.IsRemoved(call),
        _ => false,
    };

    /// <summary>Determines whether an operation, without its operands, can't change what other operations return. What isn't on the list might.</summary>
    public static bool LeavesNoTrace(IOperation operation) => operation switch
    {
        IObjectCreationOperation creation => FlowGraph.IsHarmless(creation) || (creation is { Initializer: null, Constructor: { } constructor } && CreatesValue(constructor)),
        IInvocationOperation { TargetMethod: { IsStatic: true } or { ContainingType.SpecialType: SpecialType.System_String } } call when CreatesValue(call.TargetMethod) =>
            call.Arguments.All(static argument => argument.Parameter is { RefKind: RefKind.None } || argument.Value is ILocalReferenceOperation or IParameterReferenceOperation or IDeclarationExpressionOperation or IDiscardOperation),

        // Division, 'decimal', and elements can throw, but run no other code.
        IBinaryOperation { OperatorMethod: null, LeftOperand.Type.IsValueType: true, RightOperand.Type.IsValueType: true } => true,
        IConversionOperation { OperatorMethod: null, Operand.Type: { TypeKind: not TypeKind.Dynamic } from, Type: { TypeKind: not TypeKind.Dynamic } to } => FlowGraph.IsPlainTypeTest(from, to),
        IArrayElementReferenceOperation => true,
        _ => IsEvident(operation),
    };

    /// <summary>
    /// Determines whether a constructor of another assembly evidently completes if it gets constants, such as those of an ID. Those of .NET parse texts too, such as <c>Uri</c>,
    /// and can depend on the operating system.
    /// </summary>
    public static bool IsPlainCreation(INamedTypeSymbol type, int arguments) =>
        type.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty && (type.IsOfPlatform() ? arguments == 0 && IsPlainObject(type) : IsValue(type));

    private static bool IsPlainObject(INamedTypeSymbol type) =>
        type is { SpecialType: SpecialType.System_Object } or { IsValueType: true } or { Name: "StringBuilder" or "MemoryStream" or "Lock" or "CancellationTokenSource" }
        || type.ContainingNamespace is { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } };

    /// <summary>Determines whether a constant is one that IDs have: a positive number, or a text of digits. Others can be rejected.</summary>
    public static bool IsPlainConstant(object? constant) => constant switch
    {
        string text => text.Length is > 0 and <= MaxDigits && text[0] != '0' && text.All(static c => c is >= '0' and <= '9'),
        int number => number > 0,
        long number => number > 0,
        ulong number => number > 0,
        uint number => number > 0,
        _ => false,
    };

    // The constructors of strings, numbers and readonly structs of other assemblies create values from values, if they get nothing else, such as a delegate.
    private static bool CreatesValue(IMethodSymbol method) =>
        !MethodContracts.IsOfSource(method)
        && (method.MethodKind == MethodKind.Constructor || (method.ContainingType.IsOfPlatform() ? IsOrdinal(method) : method.Name is "Parse" or "TryParse"))
        && IsValue(method.ContainingType) && method.Parameters.All(static parameter => IsValue(parameter.Type));

    // Other methods of strings and numbers use the current culture, which can be a class of the project.
    private static bool IsOrdinal(IMethodSymbol method) => method.ContainingType switch
    {
        { SpecialType: SpecialType.System_String } => method.Name is "Concat" or "Contains" or "CompareOrdinal" or "Insert" or "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Join" or "PadLeft" or "PadRight"
            or "Remove" or "Replace" or "Split" or "Substring" or "ToLowerInvariant" or "ToUpperInvariant" or "Trim" or "TrimEnd" or "TrimStart",
        var type => type.Is("Guid", "System"),
    };

    private static bool IsValue(ITypeSymbol? type) =>
        type.WithoutNullable() is { SpecialType: SpecialType.System_String } or INamedTypeSymbol { IsValueType: true, IsReadOnly: true, IsRefLikeType: false, TypeArguments.IsEmpty: true } or { TypeKind: TypeKind.Enum };

    // A setter is code of its own.
    private static bool IsTarget(IPropertyReferenceOperation property) =>
        property.Parent is IAssignmentOperation assignment && assignment.Target == property || property.Parent is IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: not RefKind.None } or ITupleOperation;
}

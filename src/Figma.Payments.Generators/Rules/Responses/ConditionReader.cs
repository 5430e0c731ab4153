using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>The kinds of conditions that a <see cref="ConditionReader"/> knows.</summary>
internal enum ConditionKind
{
    /// <summary>The condition is a test of the response, or certainly not about a payment.</summary>
    Unrelated,

    /// <summary>The condition asks whether something was found, or compares numbers.</summary>
    Lookup,

    /// <summary>The condition can be about anything, also about a payment that another part of the program knows.</summary>
    Unknown,
}

/// <summary>Tells what a condition is about. What isn't on its lists can be about a payment.</summary>
internal sealed class ConditionReader(ResponseBody body, ResponseEvaluator evaluator, AccessPartition partition)
{
    private const int MaxDepth = 100;

    public ConditionKind Classify(IOperation condition) => Classify(condition, 0);

    public ConditionKind Classify(ISwitchOperation choice) =>
        partition.Lookalikes.Add(partition.Payer).All(response => evaluator.FindSection(choice, response) is not null) ? ConditionKind.Unrelated
        : choice.Cases.Any(static section => section.Clauses.Any(static clause => clause is IPatternCaseClauseOperation { Guard: not null })) ? ConditionKind.Unknown
        : ClassifyChoice(choice.Value);

    public ConditionKind Classify(ISwitchExpressionOperation choice) =>
        partition.Lookalikes.Add(partition.Payer).All(response => evaluator.FindArm(choice, response) is not null) ? ConditionKind.Unrelated
        : choice.Arms.Any(static arm => arm.Guard is not null) ? ConditionKind.Unknown
        : ClassifyChoice(choice.Value);

    public ConditionKind ClassifyNullTest(IOperation value) => IsGiven(value, 0) ? ConditionKind.Unrelated : ConditionKind.Lookup;

    private ConditionKind ClassifyChoice(IOperation value) => IsStated(value, 0) ? ConditionKind.Unrelated : ConditionKind.Unknown;

    private ConditionKind Classify(IOperation condition, int depth)
    {
        if (depth > MaxDepth)
            return ConditionKind.Unknown;

        if (IsOfResponse(condition) || IsStated(condition, depth + 1))
            return ConditionKind.Unrelated;

        switch (condition)
        {
            case IParenthesizedOperation parenthesized:
                return Classify(parenthesized.Operand, depth + 1);
            case IConversionOperation { OperatorMethod: null } conversion when conversion.Operand.Type.IsBoolean():
                return Classify(conversion.Operand, depth + 1);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } negation:
                return Classify(negation.Operand, depth + 1);
            case IBinaryOperation { OperatorMethod: null } both when both.LeftOperand.Type.IsBoolean() && both.RightOperand.Type.IsBoolean():
                return Max(Classify(both.LeftOperand, depth + 1), Classify(both.RightOperand, depth + 1));
            case IBinaryOperation comparison:
                return ClassifyComparison(comparison);
            case IIsPatternOperation match:
                return IsNullTest(match.Pattern) ? ClassifyNullTest(match.Value) : ClassifyChoice(match.Value);
            case IIsTypeOperation match:
                return ClassifyNullTest(match.ValueOperand);
            case IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } value } reference when reference.Property.ContainingType.IsNullableValue():
                return ClassifyNullTest(value);
            case IPropertyReferenceOperation { Property: { Name: "IsAuthenticated", ContainingType: var type } } when type.IsOfPlatform():
                return ConditionKind.Unrelated;
            case ILocalReferenceOperation local:
                return body.Locals.Find(local.Local) is { } definition and not IPatternOperation ? Classify(definition, depth + 1) : ConditionKind.Unknown;
            case IInvocationOperation { Instance: null, Arguments: [var text, ..], TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "TryParse", ContainingType: var type } }
                when type.ContainingNamespace.IsNamed("System") || IsOfLibrary(type):
                return ClassifyNullTest(text.Value);
            default:
                return ConditionKind.Unknown;
        }
    }

    private ConditionKind ClassifyComparison(IBinaryOperation comparison)
    {
        IOperation left = comparison.LeftOperand.WithoutConversions();
        IOperation right = comparison.RightOperand.WithoutConversions();

        if (left.IsNull() || right.IsNull())
            return ClassifyNullTest(left.IsNull() ? right : left);

        // Two values that the code doesn't name are compared to find out whose something is.
        if (comparison.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
            return !left.ConstantValue.HasValue && !right.ConstantValue.HasValue && IsIdentity(left.Type) && IsIdentity(right.Type) ? ConditionKind.Unrelated : ConditionKind.Unknown;

        return IsNumber(left.Type) && IsNumber(right.Type) ? ConditionKind.Lookup : ConditionKind.Unknown;
    }

    /// <summary>Determines whether the condition is a test of the response, whose uses are judged elsewhere.</summary>
    private bool IsOfResponse(IOperation condition) =>
        evaluator.EvaluateCondition(condition, partition.Payer).IsConstant
        && partition.Lookalikes.All(response => evaluator.EvaluateCondition(condition, response).IsConstant);

    /// <summary>Determines whether a value is an argument, or something that is stated by the request, an ID or an error, so that it says nothing about a payment if there is one.</summary>
    private bool IsGiven(IOperation operation, int depth) => operation.WithoutConversions() switch
    {
        IParameterReferenceOperation parameter => !parameter.Type.IsBoolean() && parameter.Type.WithoutNullable()?.TypeKind != TypeKind.Enum,
        ILocalReferenceOperation local => depth < MaxDepth && body.Locals.Find(local.Local) is { } definition and not IPatternOperation && IsGiven(definition, depth + 1),
        var other => IsStated(other, depth),
    };

    /// <summary>Determines whether a value is made of nothing but constants and what a request, an ID, a token or an error contains.</summary>
    private bool IsStated(IOperation operation, int depth)
    {
        operation = operation.WithoutConversions();

        if (depth > MaxDepth || operation.ConstantValue.HasValue)
            return depth <= MaxDepth;

        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return IsStated(parenthesized.Operand, depth + 1);
            case IUnaryOperation { OperatorMethod: null } unary:
                return IsStated(unary.Operand, depth + 1);
            case IBinaryOperation binary:
                return IsStated(binary.LeftOperand, depth + 1) && IsStated(binary.RightOperand, depth + 1);
            case IIsPatternOperation match:
                return IsStated(match.Value, depth + 1);
            case IConditionalAccessOperation access:
                return IsStated(access.Operation, depth + 1) && IsStated(access.WhenNotNull, depth + 1);
            case IConditionalAccessInstanceOperation or IDefaultValueOperation:
                return true;
            case ILocalReferenceOperation local:
                return body.Locals.Find(local.Local) is { } definition and not IPatternOperation && IsStated(definition, depth + 1);
            case IPropertyReferenceOperation { Property: { ContainingType: var type } } property:
                return IsOfLibrary(type)
                    || IsOfRequest(type)
                    || (type.Is("HttpContext", "Http", "AspNetCore", "Microsoft") && property.Property.Name == "Request")
                    || (IsText(type) && property.Instance is { } instance && IsStated(instance, depth + 1));
            case IInvocationOperation { TargetMethod.ContainingType: var type } call:
                return IsOfRequest(type)
                    || (IsText(type) && (call.Instance is null || IsStated(call.Instance, depth + 1)) && call.Arguments.All(argument => IsStated(argument.Value, depth + 1)));
            default:
                return false;
        }
    }

    /// <summary>Determines whether the type is one of the library's whose members say nothing about a payment: an ID, a token, an error.</summary>
    private static bool IsOfLibrary(INamedTypeSymbol type) => type.ContainingNamespace.IsNamed("Payments", "Figma") && !ResponseTypes.IsResponse(type);

    private static bool IsOfRequest(INamedTypeSymbol type) =>
        type.Name is "HttpRequest" or "HttpMethods" or "PathString" or "HostString" or "QueryString" or "IHeaderDictionary" or "IQueryCollection"
        && type.ContainingNamespace.IsNamed("Http", "AspNetCore", "Microsoft");

    private static bool IsText(INamedTypeSymbol type) =>
        type.IsNullableValue() || type.SpecialType == SpecialType.System_String || type.Is("StringValues", "Primitives", "Extensions", "Microsoft");

    /// <summary>Determines whether equal values of the type are the same thing.</summary>
    private static bool IsIdentity(ITypeSymbol? type) =>
        type is not null && !type.IsBoolean() && type.WithoutNullable()!.TypeKind != TypeKind.Enum && !type.Is("DateTime", "System") && !type.Is("DateTimeOffset", "System");

    private static bool IsNumber(ITypeSymbol? type) => type.WithoutNullable()?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    private static bool IsNullTest(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => IsNullTest(negated.Pattern),
        IConstantPatternOperation constant => constant.Value.IsNull(),
        IDeclarationPatternOperation or ITypePatternOperation => true,
        IRecursivePatternOperation recursive => recursive.PropertySubpatterns.IsEmpty && recursive.DeconstructionSubpatterns.IsEmpty,
        _ => false,
    };

    private static ConditionKind Max(ConditionKind left, ConditionKind right) => left > right ? left : right;
}

using System.Collections.Generic;
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

    /// <summary>The condition asks whether something was given or found, or compares numbers. It isn't about a payment if it rejects the request for what it contains.</summary>
    Lookup,

    /// <summary>The condition asks something else about what is given or found. It isn't about a payment if the response never refuses one, as for a request that isn't valid.</summary>
    Content,

    /// <summary>The condition asks something of another service or of the configuration. It isn't about a payment if the response says that the server failed.</summary>
    Service,

    /// <summary>The condition can be about anything, also about a payment that another part of the program knows.</summary>
    Unknown,
}

/// <summary>Tells what a condition is about. What isn't on its lists can be about a payment.</summary>
/// <param name="body">The code that contains the conditions.</param>
/// <param name="evaluator">The evaluator of the tests of the response.</param>
/// <param name="partition">The responses.</param>
/// <param name="sources">What conditions read, or null if only those matter that are <see cref="ConditionKind.Unrelated"/>.</param>
internal sealed class ConditionReader(ResponseBody body, ResponseEvaluator evaluator, AccessPartition partition, ConditionSources? sources = null)
{
    private const int MaxDepth = 100;

    private readonly ConditionSources? _services = sources is null ? null : new ConditionSources(body, areServicesUnderstood: true);

    public ConditionKind Classify(IOperation condition) => Classify(condition, 0);

    public ConditionKind Classify(ISwitchOperation choice) =>
        partition.Lookalikes.Add(partition.Payer).All(response => evaluator.FindSection(choice, response) is not null) ? ConditionKind.Unrelated
        : choice.Cases.Any(static section => section.Clauses.Any(static clause => clause is IPatternCaseClauseOperation { Guard: not null })) ? ConditionKind.Unknown
        : ClassifyChoice(choice.Value, choice.Cases.SelectMany(static section => section.Clauses));

    public ConditionKind Classify(ISwitchExpressionOperation choice) =>
        partition.Lookalikes.Add(partition.Payer).All(response => evaluator.FindArm(choice, response) is not null) ? ConditionKind.Unrelated
        : choice.Arms.Any(static arm => arm.Guard is not null) ? ConditionKind.Unknown
        : ClassifyChoice(choice.Value, choice.Arms.Select(static arm => arm.Pattern));

    /// <summary>Returns the condition without the operands that only ask for a token, an ID or something else that isn't about a payment.</summary>
    public IOperation WithoutUnrelated(IOperation condition)
    {
        while (Bare(condition) is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr, OperatorMethod: null } both)
        {
            List<IOperation> related = [.. FindOperands(both).Where(operand => !IsUnrelated(operand))];

            // A null test of the same response, for example, has the same result in each case.
            if (related.Count > 1 && evaluator.AreOfOneResponse(related, partition.Payer))
                related.RemoveAll(operand => IsAlways(operand, both.OperatorKind == BinaryOperatorKind.ConditionalAnd ? TruthValue.True : TruthValue.False));

            if (related is not [var only])
                return WithoutLast(condition, both.OperatorKind);

            condition = only;
        }

        return condition;

        IOperation WithoutLast(IOperation condition, BinaryOperatorKind kind)
        {
            while (Bare(condition) is IBinaryOperation both && both.OperatorKind == kind && IsUnrelated(both.RightOperand))
                condition = both.LeftOperand;

            return condition;
        }

        bool IsUnrelated(IOperation operand) => Bare(operand) is not IBinaryOperation { LeftOperand.Type.SpecialType: SpecialType.System_Boolean } && !IsOfResponse(operand) && Classify(operand) == ConditionKind.Unrelated;

        bool IsAlways(IOperation operand, TruthValue value) => partition.Lookalikes.Add(partition.Payer).Add(partition.Denied).All(response => evaluator.EvaluateCondition(operand, response) == value);
    }

    /// <summary>Returns the operands of an operator that is applied several times, such as the three of <c>a || b || c</c>.</summary>
    private static IEnumerable<IOperation> FindOperands(IBinaryOperation both)
    {
        Stack<IOperation> open = new([both]);

        while (open.Count > 0)
        {
            IOperation next = open.Pop();

            if (Bare(next) is IBinaryOperation { OperatorMethod: null } nested && nested.OperatorKind == both.OperatorKind)
            {
                open.Push(nested.RightOperand);
                open.Push(nested.LeftOperand);
            }
            else
            {
                yield return next;
            }
        }
    }

    private static IOperation Bare(IOperation operation) => operation is IParenthesizedOperation parenthesized ? Bare(parenthesized.Operand) : operation;

    public ConditionKind ClassifyNullTest(IOperation value) => IsStated(value, isPresence: true, 0) ? ConditionKind.Unrelated : ClassifyRead(ConditionKind.Lookup, value);

    private ConditionKind ClassifyChoice(IOperation value, IEnumerable<IOperation> cases) =>
        IsStated(value, isPresence: false, 0) ? ConditionKind.Unrelated : cases.Aggregate(ClassifyRead(ConditionKind.Content, value), (kind, each) => Max(kind, ClassifyRead(ConditionKind.Content, each)));

    /// <summary>Returns the kind of a condition that reads something, unless that can be a store of buyers.</summary>
    private ConditionKind ClassifyRead(ConditionKind kind, IOperation read) =>
        sources?.AreUnderstood(read) == true ? kind : _services?.AreUnderstood(read) == true ? ConditionKind.Service : ConditionKind.Unknown;

    private ConditionKind Classify(IOperation condition, int depth)
    {
        if (depth > MaxDepth)
            return ConditionKind.Unknown;

        if (IsOfResponse(condition) || IsStated(condition, isPresence: false, depth + 1))
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
            case IIsPatternOperation { Value: var value } match when IsResource(value) && IsNullTest(match.Pattern):
                return ConditionKind.Unrelated;
            case IIsPatternOperation { Pattern: IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns: [{ Member: IPropertyReferenceOperation { Property: { Name: "IsAuthenticated", ContainingType: var type } } }] } } when type.IsOfPlatform():
            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns: [{ Member: IPropertyReferenceOperation { Property: { Name: "IsAuthenticated", ContainingType: var identity } } }] } } } when identity.IsOfPlatform():
                return ClassifySignIn();
            case IIsPatternOperation match when IsBooleanConstant(match.Pattern):
                return Classify(match.Value.WithoutConversions(), depth + 1);
            case IIsPatternOperation match:
                return IsNullTest(match.Pattern) ? ClassifyNullTest(match.Value) : ClassifyChoice(match.Value, [match.Pattern]);
            case IIsTypeOperation match:
                return ClassifyNullTest(match.ValueOperand);
            case IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } value } reference when reference.Property.ContainingType.IsNullableValue():
                return ClassifyNullTest(value);
            case IPropertyReferenceOperation or IConditionalAccessOperation when IsSignIn(condition):
                return ClassifySignIn();
            case ICoalesceOperation { WhenNull.ConstantValue.HasValue: true } choice:
                return Classify(choice.Value.WithoutConversions(), depth + 1);
            case IPropertyReferenceOperation { Property: { Name: "IsValid", ContainingType: { Name: "ModelStateDictionary" } type } } when type.IsOfPlatform():
                return ApplicationPolicies.Of(body.Compilation).ValidatesModels ? ConditionKind.Unknown : ConditionKind.Lookup;
            case ILocalReferenceOperation local:
                return body.Locals.Find(local.Local) is { } definition and not IPatternOperation ? Classify(definition, depth + 1) : ClassifyRead(ConditionKind.Content, local);
            case IInvocationOperation { Instance: null, Arguments: [var text, ..], TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "TryParse", ContainingType: var type } }
                when type.ContainingNamespace.IsNamed("System") || IsOfHeaders(type) || IsOfLibrary(type):
                return IsOfLibrary(type) ? ConditionKind.Unrelated : ClassifyNullTest(text.Value);
            case IInvocationOperation { TargetMethod: { ReturnType.SpecialType: SpecialType.System_Boolean, ContainingType: var type } } when IsOfFilesOrTexts(type):
            case IPropertyReferenceOperation { Property: { Name: "Exists", ContainingType: var owner } } when IsOfFilesOrTexts(owner):
            case IInvocationOperation { TargetMethod.Name: "TryGetValue" or "ContainsKey" }:
                return ClassifyRead(ConditionKind.Lookup, condition);
            default:
                return ClassifyRead(ConditionKind.Content, condition);
        }
    }

    /// <summary>Returns the kind of the question whether the user is signed in. The project itself can sign in only payers.</summary>
    private ConditionKind ClassifySignIn() => ApplicationPolicies.Of(body.Compilation).AuthenticatesUsers ? ConditionKind.Unknown : ConditionKind.Unrelated;

    private ConditionKind ClassifyComparison(IBinaryOperation comparison)
    {
        IOperation left = comparison.LeftOperand.WithoutConversions();
        IOperation right = comparison.RightOperand.WithoutConversions();

        if (IsNone(left) || IsNone(right))
            return ClassifyNullTest(IsNone(left) ? right : left);

        bool isOrder = comparison.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals);

        return ClassifyRead(IsNumber(left.Type) && IsNumber(right.Type) && (isOrder || IsGivenNumber(left, right) || IsGivenNumber(right, left)) ? ConditionKind.Lookup : ConditionKind.Content, comparison);
    }

    /// <summary>Determines whether a value means that nothing was given: null, an empty text, or the <c>default</c> of an ID or a token.</summary>
    private static bool IsNone(IOperation value) =>
        value.IsNull()
        || value.ConstantValue is { HasValue: true, Value: "" }
        || (value is IDefaultValueOperation { Type: INamedTypeSymbol type } && IsOfLibrary(type));

    /// <summary>Determines whether a parameter or the length of a text, a file or a list is compared with a constant.</summary>
    private static bool IsGivenNumber(IOperation value, IOperation other) =>
        other.ConstantValue.HasValue
        && (value is IParameterReferenceOperation || (value is IPropertyReferenceOperation { Property: { Name: "Length" or "Count", ContainingType: var type } } && (type is null || type.IsOfPlatform())));

    /// <summary>Determines whether a value says whether the user is signed in, as in <c>accessor.HttpContext?.User.Identity?.IsAuthenticated</c>.</summary>
    private static bool IsSignIn(IOperation value) => value switch
    {
        IPropertyReferenceOperation { Property: { Name: "IsAuthenticated", ContainingType: var type } } => type.IsOfPlatform(),
        IConditionalAccessOperation { Operation: var receiver, WhenNotNull: var read } => IsSignIn(read) && receiver.WithDescendants().All(static part => part switch
        {
            IPropertyReferenceOperation { Property: { IsIndexer: false, ContainingType: var type } } => type.IsOfPlatform(),
            IFieldReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IConditionalAccessOperation or IConditionalAccessInstanceOperation => true,
            _ => false,
        }),
        _ => false,
    };

    private static bool IsBooleanConstant(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => IsBooleanConstant(negated.Pattern),
        IConstantPatternOperation { Value: var value } => value.WithoutConversions().ConstantValue is { HasValue: true, Value: bool },
        _ => false,
    };

    /// <summary>Determines whether a value is what an authorization handler is called for, such as the HTTP context.</summary>
    private static bool IsResource(IOperation value) =>
        value.WithoutConversions() is IPropertyReferenceOperation { Property: { Name: "Resource", ContainingType: var type } } && type.Is("AuthorizationHandlerContext", "Authorization", "AspNetCore", "Microsoft");

    /// <summary>Determines whether the methods of a type look for a file, or for a part of a text.</summary>
    private static bool IsOfFilesOrTexts(INamedTypeSymbol type) =>
        type.SpecialType == SpecialType.System_String
        || type.ContainingNamespace.IsNamed("IO", "System")
        || type.Is("Regex", "RegularExpressions", "Text", "System")
        || type.ContainingNamespace.IsNamed("FileProviders", "Extensions", "Microsoft");

    /// <summary>Determines whether the methods of a type parse a header of a request.</summary>
    private static bool IsOfHeaders(INamedTypeSymbol type) => type.ContainingNamespace.IsNamed("Headers", "Http", "Net", "System") || type.ContainingNamespace.IsNamed("Headers", "Http", "Net", "Microsoft");

    /// <summary>Determines whether the condition is a test of the response, whose uses are judged elsewhere.</summary>
    private bool IsOfResponse(IOperation condition) =>
        evaluator.EvaluateCondition(condition, partition.Payer).IsConstant
        && partition.Lookalikes.All(response => evaluator.EvaluateCondition(condition, response).IsConstant);

    /// <summary>Determines whether a value is made of nothing but constants and what a request, an ID, a token or an error contains.</summary>
    /// <param name="operation">The value.</param>
    /// <param name="isPresence">A value that indicates whether only its presence is asked for. That of a token or an ID isn't about a payment.</param>
    /// <param name="depth">The number of operations around it.</param>
    private bool IsStated(IOperation operation, bool isPresence, int depth)
    {
        operation = operation.WithoutConversions();

        if (depth > MaxDepth || operation.ConstantValue.HasValue)
            return depth <= MaxDepth;

        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return IsPart(parenthesized.Operand);
            case IConversionOperation { OperatorMethod.ContainingType: var type } conversion:
                return IsText(type) && IsPart(conversion.Operand);
            case IUnaryOperation { OperatorMethod: null } unary:
                return IsPart(unary.Operand);
            case IBinaryOperation binary:
                return IsPart(binary.LeftOperand) && IsPart(binary.RightOperand);
            case IIsPatternOperation match:
                return IsPart(match.Value);
            case IConditionalAccessOperation access:
                return IsPart(access.Operation) && IsPart(access.WhenNotNull);
            case IConditionalAccessInstanceOperation or IDefaultValueOperation:
                return true;
            case IParameterReferenceOperation parameter:
                return isPresence && ((parameter.Type.WithoutNullable() is INamedTypeSymbol given && IsOfLibrary(given)) || (parameter.Type?.SpecialType == SpecialType.System_String && AccessNames.IsTokenOrId(parameter.Parameter.Name)));
            case ILocalReferenceOperation local:
                return body.Locals.Find(local.Local) is { } definition and not IPatternOperation && IsPart(definition);
            case IPropertyReferenceOperation { Property: { ContainingType: var type } } property:
                return IsOfLibrary(type)
                    || IsOfRequest(type, property.Property.Name)
                    || (IsText(type) && property.Instance is { } instance && IsPart(instance));
            case IInvocationOperation { TargetMethod: { ContainingType: var type } method } call:
                return IsOfRequest(type, method.Name)
                    || (IsText(type) && (call.Instance is null || IsPart(call.Instance)) && call.Arguments.All(argument => IsPart(argument.Value)));
            default:
                return false;
        }

        bool IsPart(IOperation part) => IsStated(part, isPresence, depth + 1);
    }

    /// <summary>Determines whether the type is one of the library's whose members say nothing about a payment: an ID, a token, an error.</summary>
    private static bool IsOfLibrary(INamedTypeSymbol type) => type.ContainingNamespace.IsNamed("Payments", "Figma") && !ResponseTypes.IsResponse(type);

    /// <summary>Determines whether a member says where a request goes or which form it has.</summary>
    private static bool IsOfRequest(INamedTypeSymbol type, string member) => type.ContainingNamespace.IsNamed("Http", "AspNetCore", "Microsoft") && type.Name switch
    {
        "HttpRequest" => member is "Method" or "Path" or "PathBase" or "Scheme" or "Host" or "IsHttps" or "Protocol" or "ContentLength" or "ContentType",
        "HttpMethods" or "PathString" or "HostString" => true,
        _ => false,
    };

    private static bool IsText(INamedTypeSymbol type) =>
        type.IsNullableValue() || type.SpecialType == SpecialType.System_String || type.Is("StringValues", "Primitives", "Extensions", "Microsoft");

    private static bool IsNumber(ITypeSymbol? type) => type.WithoutNullable()?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    private static bool IsNullTest(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => IsNullTest(negated.Pattern),
        IBinaryPatternOperation both => IsNullTest(both.LeftPattern) && IsNullTest(both.RightPattern),
        IConstantPatternOperation constant => IsNone(constant.Value),
        IDeclarationPatternOperation or ITypePatternOperation => true,
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true } recursive => recursive.PropertySubpatterns.All(static subpattern =>
            subpattern is { Member: IPropertyReferenceOperation { Property: { Name: "Length", ContainingType.SpecialType: SpecialType.System_String } }, Pattern: IRelationalPatternOperation or IConstantPatternOperation }),
        _ => false,
    };

    private static ConditionKind Max(ConditionKind left, ConditionKind right) => left > right ? left : right;
}

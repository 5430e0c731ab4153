using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Evaluates conditions over a response for a <see cref="ResponseCase"/>. Whatever it doesn't understand is unknown.</summary>
internal sealed partial class ResponseEvaluator(ResponseLocals locals)
{
    private const int MaxDepth = 300;

    private readonly TruthValues _truths = new();
    private readonly ResponseOrigins _origins = new(locals);
    private readonly Dictionary<(ILocalSymbol Local, ResponseCase Case), (ResponseValue Value, Sources Sources)> _known = new(LocalComparer.Instance);
    private Sources _sources;
    private int _depth;

    /// <summary>Returns the value of a condition, or unknown if it depends on more than one response.</summary>
    public TruthValue EvaluateCondition(IOperation condition, ResponseCase response)
    {
        _sources = default;
        TruthValue value = Truth(condition, response);
        return _sources.AreSeveral ? TruthValue.Unknown : value;
    }

    /// <summary>Determines whether conditions depend on no more than one response.</summary>
    public bool AreOfOneResponse(IEnumerable<IOperation> conditions, ResponseCase response)
    {
        Sources all = default;

        foreach (IOperation condition in conditions)
        {
            _sources = default;
            Truth(condition, response);
            all = all.With(_sources);
        }

        return !all.AreSeveral;
    }

    /// <summary>Returns the index of the section that a switch statement executes, -1 if it executes none, or null if it isn't known.</summary>
    public int? FindSection(ISwitchOperation choice, ResponseCase response)
    {
        _sources = default;
        ResponseValue value = Evaluate(choice.Value, response);
        int? defaultSection = null;

        for (int i = 0; i < choice.Cases.Length; i++)
        {
            foreach (ICaseClauseOperation clause in choice.Cases[i].Clauses)
            {
                if (clause is IDefaultCaseClauseOperation)
                {
                    defaultSection = i;
                    continue;
                }

                TruthValue isMatch = MatchClause(clause, value, response);

                if (isMatch == TruthValue.True)
                    return _sources.AreSeveral ? null : i;

                if (isMatch != TruthValue.False)
                    return null;
            }
        }

        return _sources.AreSeveral ? null : defaultSection ?? -1;
    }

    /// <summary>Returns the first section with the same code as the one that a switch statement executes, -1 if it executes none, or null if it isn't known.</summary>
    public int? FindOutcome(ISwitchOperation choice, ResponseCase response)
    {
        int? section = FindSection(choice, response);

        for (int other = 0; other < section; other++)
        {
            if (choice.Cases[other].Syntax is SwitchSectionSyntax first && choice.Cases[section.Value].Syntax is SwitchSectionSyntax second && AreEquivalent(first, second))
                return other;
        }

        return section;

        static bool AreEquivalent(SwitchSectionSyntax first, SwitchSectionSyntax second)
        {
            if (first.Statements.Count != second.Statements.Count)
                return false;

            for (int i = 0; i < first.Statements.Count; i++)
            {
                if (!SyntaxFactory.AreEquivalent(first.Statements[i], second.Statements[i]))
                    return false;
            }

            return true;
        }
    }

    /// <summary>Returns the first arm with the same value as the one that a switch expression evaluates, or null if it isn't known.</summary>
    public ISwitchExpressionArmOperation? FindOutcome(ISwitchExpressionOperation choice, ResponseCase response)
    {
        ISwitchExpressionArmOperation? arm = FindArm(choice, response);

        foreach (ISwitchExpressionArmOperation other in choice.Arms)
        {
            if (arm is not null && SyntaxFactory.AreEquivalent(other.Value.Syntax, arm.Value.Syntax))
                return other;
        }

        return arm;
    }

    /// <summary>Returns the clause of a switch section that matches, or the first one.</summary>
    public ICaseClauseOperation FindClause(ISwitchOperation choice, ISwitchCaseOperation section, ResponseCase response)
    {
        ResponseValue value = Evaluate(choice.Value, response);
        ICaseClauseOperation? found = null;

        foreach (ICaseClauseOperation clause in section.Clauses)
        {
            if (clause is IDefaultCaseClauseOperation ? found is null : MatchClause(clause, value, response) == TruthValue.True)
                found = clause;
        }

        return found ?? section.Clauses[0];
    }

    /// <summary>Returns the arm that a switch expression evaluates, or null if it isn't known.</summary>
    public ISwitchExpressionArmOperation? FindArm(ISwitchExpressionOperation choice, ResponseCase response)
    {
        _sources = default;
        ResponseValue value = Evaluate(choice.Value, response);

        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
        {
            TruthValue isMatch = MatchArm(arm, value, response);

            if (isMatch == TruthValue.True)
                return _sources.AreSeveral ? null : arm;

            if (isMatch != TruthValue.False)
                return null;
        }

        return null;
    }

    private TruthValue Truth(IOperation operation, ResponseCase response) => Evaluate(operation, response).AsTruth;

    private ResponseValue Evaluate(IOperation operation, ResponseCase response)
    {
        if (_depth >= MaxDepth)
            return ResponseValue.Unknown;

        _depth++;
        ResponseValue value = EvaluateCore(operation, response);
        _depth--;
        return value;
    }

    private ResponseValue EvaluateCore(IOperation operation, ResponseCase response)
    {
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return ResponseValue.OfConstant(constant);

        switch (operation)
        {
            case IConversionOperation { OperatorMethod: null, IsTryCast: false } conversion:
                return Evaluate(conversion.Operand, response);
            case IParenthesizedOperation parenthesized:
                return Evaluate(parenthesized.Operand, response);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } negation:
                return ResponseValue.OfTruth(_truths.Not(Truth(negation.Operand, response)));
            case IBinaryOperation binary:
                return EvaluateBinary(binary, response);
            case IIsPatternOperation match:
                return ResponseValue.OfTruth(Match(match.Pattern, Evaluate(match.Value, response), response));
            case IIsTypeOperation { IsNegated: false } match:
                return ResponseValue.OfTruth(MatchType(Evaluate(match.ValueOperand, response), match.TypeOperand, match.ValueOperand.Type, match));
            case IConditionalOperation { WhenFalse: { } whenFalse } choice:
                return Choose(Truth(choice.Condition, response), Evaluate(choice.WhenTrue, response), Evaluate(whenFalse, response));
            case ISwitchExpressionOperation choice:
                return EvaluateSwitch(choice, response);
            case ICoalesceOperation coalesce:
                ResponseValue value = Evaluate(coalesce.Value, response);
                return value.Kind switch
                {
                    ResponseValueKind.Null => Evaluate(coalesce.WhenNull, response),
                    ResponseValueKind.Unknown or ResponseValueKind.Independent => ResponseValue.Unknown,
                    _ => value,
                };
            case IConditionalAccessOperation access:
                return Evaluate(access.Operation, response) is { Kind: ResponseValueKind.Null } ? ResponseValue.Null : Evaluate(access.WhenNotNull, response);
            case IConditionalAccessInstanceOperation:
                return FindAccess(operation) is { } around ? Evaluate(around.Operation, response) : ResponseValue.Unknown;
            case IDefaultValueOperation { Type: { } type } when type.IsReferenceType || type.IsNullableValue():
                return ResponseValue.Null;
            case ILocalReferenceOperation local:
                return EvaluateLocal(local, response);
            case IPropertyReferenceOperation property:
                return EvaluateProperty(property, response);
            case IInvocationOperation call:
                return EvaluateCall(call, response);
            case IParameterReferenceOperation or IFieldReferenceOperation:
                return ReadSource(operation, response) ?? OfUnrelated(operation.Type);
            case IObjectCreationOperation { Initializer: null } creation when !ResponseTypes.IsResponse(creation.Type):
                return AreFixed(creation.Arguments, response) ? ResponseValue.Independent : ResponseValue.Unknown;
            default:
                return ReadSource(operation, response) ?? ResponseValue.Unknown;
        }
    }

    private ResponseValue Choose(TruthValue condition, ResponseValue whenTrue, ResponseValue whenFalse) =>
        condition == TruthValue.True ? whenTrue
        : condition == TruthValue.False ? whenFalse
        : ResponseValue.OfTruth(_truths.Choose(condition, whenTrue.AsTruth, whenFalse.AsTruth));

    private ResponseValue EvaluateSwitch(ISwitchExpressionOperation choice, ResponseCase response)
    {
        ResponseValue value = Evaluate(choice.Value, response);

        // The formula of the arms, from the last one.
        ResponseValue result = ResponseValue.Unknown;

        for (int i = choice.Arms.Length - 1; i >= 0; i--)
        {
            ISwitchExpressionArmOperation arm = choice.Arms[i];
            TruthValue isMatch = MatchArm(arm, value, response);

            if (isMatch != TruthValue.False)
                result = Choose(isMatch, Evaluate(arm.Value, response), result);
        }

        return result;
    }

    private ResponseValue EvaluateLocal(ILocalReferenceOperation reference, ResponseCase response)
    {
        if (locals.FindFlag(reference) is { } flag)
            return Choose(Truth(flag.Condition, response), ResponseValue.OfTruth(flag.WhenTrue), ResponseValue.OfTruth(flag.WhenFalse));

        if (locals.Find(reference.Local) is not { } definition)
            return ReadSource(reference, response) ?? ResponseValue.Unknown;

        if (!_known.TryGetValue((reference.Local, response), out (ResponseValue Value, Sources Sources) known))
        {
            // A local whose value is defined by itself is unknown.
            _known[(reference.Local, response)] = (ResponseValue.Unknown, default);

            Sources outer = _sources;
            _sources = default;
            ResponseValue value = definition is IPatternOperation pattern ? FindInput(pattern, response) : Evaluate(definition, response);
            _known[(reference.Local, response)] = known = (value, _sources);
            _sources = outer;
        }

        _sources = _sources.With(known.Sources);
        return known.Value;
    }

    private ResponseValue EvaluateProperty(IPropertyReferenceOperation reference, ResponseCase response)
    {
        if (reference.Instance is { } instance && (ResponseTypes.IsOfResponse(reference.Property) || reference.Property.ContainingType.IsNullableValue()))
            return FindMember(reference.Property, Evaluate(instance, response), response, reference);

        if (ReadSource(reference, response) is { } source)
            return source;

        // The developer's own property can compute its value from the response.
        if (!reference.Property.DeclaringSyntaxReferences.IsEmpty && reference.Instance is null or IInstanceReferenceOperation)
            return ResponseValue.Unknown;

        return reference.Instance is null or IInstanceReferenceOperation || Evaluate(reference.Instance, response).IsFixed ? OfUnrelated(reference.Type) : ResponseValue.Unknown;
    }

    /// <summary>Returns the value of a property of a response or of a nullable value.</summary>
    private ResponseValue FindMember(ISymbol member, ResponseValue receiver, ResponseCase response, IOperation operation)
    {
        if (receiver.Kind == ResponseValueKind.Null)
            return member.Name == "HasValue" ? ResponseValue.OfTruth(false) : ResponseValue.Unknown;

        if (member.ContainingType.IsNullableValue())
        {
            return member.Name switch
            {
                "HasValue" => receiver.Kind switch
                {
                    ResponseValueKind.Unknown => ResponseValue.Unknown,
                    ResponseValueKind.Independent => ResponseValue.OfTruth(_truths.Independent(operation)),
                    _ => ResponseValue.OfTruth(true),
                },
                _ => receiver,
            };
        }

        if (receiver.Kind != ResponseValueKind.Object)
            return receiver.Kind == ResponseValueKind.Independent ? OfUnrelated((member as IPropertySymbol)?.Type) : ResponseValue.Unknown;

        if (member.ContainingType.IsOfLibrary(ResponseTypes.Result))
        {
            return member.Name switch
            {
                "IsSuccess" => ResponseValue.OfTruth(response.IsSuccess),
                "Information" => response.IsSuccess ? ResponseValue.Object : ResponseValue.Null,
                "Error" => response.IsSuccess ? ResponseValue.Null : ResponseValue.Object,
                "IsPaid" => ResponseValue.OfTruth(response.IsPaid),
                "IsPaidOrTrial" => ResponseValue.OfTruth(response.IsPaidOrTrial),
                _ => ResponseValue.Unknown,
            };
        }

        if (!member.ContainingType.IsOfLibrary(ResponseTypes.Information) || response.Status is not { } status)
            return ResponseValue.Unknown;

        return member.Name switch
        {
            "PaymentStatus" => new ResponseValue(ResponseValueKind.Status, status),
            "PaymentStatusText" => new ResponseValue(ResponseValueKind.StatusText, status),
            "IsPaid" => ResponseValue.OfTruth(response.IsPaid),
            "IsPaidOrTrial" => ResponseValue.OfTruth(response.IsPaidOrTrial),
            "DateOfPurchase" => response.Date switch
            {
                PurchaseDate.Present => ResponseValue.Date,
                PurchaseDate.Absent => ResponseValue.Null,
                PurchaseDate.Independent => ResponseValue.Independent,
                _ => ResponseValue.Unknown,
            },
            _ => ResponseValue.Independent,
        };
    }

    private ResponseValue EvaluateCall(IInvocationOperation call, ResponseCase response)
    {
        IMethodSymbol method = call.TargetMethod;

        if (method is { Name: "Equals", ReturnType.SpecialType: SpecialType.System_Boolean } && FindEqualityOperands(call) is var (left, right))
            return ResponseValue.OfTruth(AreEqual(Evaluate(left, response), Evaluate(right, response), call));

        if (call.Instance is { } instance)
        {
            if (method is { Name: "GetInformationOrThrow" } && method.ContainingType.IsOfLibrary(ResponseTypes.Result))
                return Evaluate(instance, response) is { Kind: ResponseValueKind.Object } && response.IsSuccess ? ResponseValue.Object : ResponseValue.Unknown;

            if (method is { Name: "GetValueOrDefault", Parameters.IsEmpty: true } && method.ContainingType.IsNullableValue())
                return Evaluate(instance, response) is { Kind: not ResponseValueKind.Null } value ? value : ResponseValue.Unknown;
        }

        if (ReadSource(call, response) is { } source)
            return source;

        return (call.Instance is null || Evaluate(call.Instance, response).IsFixed) && method.DeclaringSyntaxReferences.IsEmpty && AreFixed(call.Arguments, response)
            ? OfUnrelated(call.Type)
            : ResponseValue.Unknown;
    }

    /// <summary>Returns the compared values of a call to <c>Equals</c>, or null if the call compares in another way.</summary>
    private static (IOperation Left, IOperation Right)? FindEqualityOperands(IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType.SpecialType is not (SpecialType.System_Object or SpecialType.System_String or SpecialType.System_Enum or SpecialType.System_ValueType)
            && !call.TargetMethod.ContainingType.IsNullableValue())
        {
            return null;
        }

        IOperation? first = call.Arguments.ValueOf(0);
        return call.Instance is { } instance
            ? first is null ? null : (instance, first)
            : first is not null && call.Arguments.ValueOf(1) is { } second ? (first, second) : null;
    }

    /// <summary>Returns the value of an expression that reads a response, whose type says which part of it, or null if it reads something else.</summary>
    /// <remarks>A response that the developer's code might have made isn't certainly Figma's.</remarks>
    private ResponseValue? ReadSource(IOperation operation, ResponseCase response)
    {
        ITypeSymbol? type = operation.Type.WithoutNullable();

        if (type is null || operation is IConditionalOperation or ISwitchExpressionOperation or ICoalesceOperation)
            return null;

        if (ResponseTypes.IsResponse(type) && !_origins.IsFigma(operation))
            return ResponseValue.Unknown;

        if (type.IsOfLibrary(ResponseTypes.Result))
        {
            _sources = _sources.With(FindSource(operation));
            return ResponseValue.Object;
        }

        if (!ResponseTypes.IsStatus(type) && !type.IsOfLibrary(ResponseTypes.Information))
            return null;

        _sources = _sources.With(FindSource(operation));

        // Nothing is known about payment information that isn't read from a result if there is an error.
        return response.Status is not { } status ? ResponseValue.Unknown
            : ResponseTypes.IsStatus(type) ? new ResponseValue(ResponseValueKind.Status, status)
            : ResponseValue.Object;
    }

    /// <summary>Returns the variable that an expression reads a response from, or the expression itself.</summary>
    internal static object FindSource(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    continue;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    continue;
                case IConditionalAccessInstanceOperation when FindAccess(operation) is { } access:
                    operation = access.Operation;
                    continue;
                case IMemberReferenceOperation { Instance: { } instance and not IInstanceReferenceOperation }:
                    operation = instance;
                    continue;
                case IInvocationOperation { TargetMethod.Name: "GetInformationOrThrow", Instance: { } instance }:
                    operation = instance;
                    continue;
                case ILocalReferenceOperation local:
                    return local.Local;
                case IParameterReferenceOperation parameter:
                    return parameter.Parameter;
                case IMemberReferenceOperation member:
                    return member.Member;
                default:
                    return operation;
            }
        }
    }

    private bool AreFixed(ImmutableArray<IArgumentOperation> arguments, ResponseCase response)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (!Evaluate(argument.Value, response).IsFixed)
                return false;
        }

        return true;
    }

    /// <summary>Returns the value of something that isn't a response. A Boolean value is unknown: it can be the result of a test of the response.</summary>
    private static ResponseValue OfUnrelated(ITypeSymbol? type) => type.IsBoolean() ? ResponseValue.Unknown : ResponseValue.Independent;

    internal static IConditionalAccessOperation? FindAccess(IOperation instance)
    {
        IOperation inner = instance;

        for (IOperation? around = instance.Parent; around is not null; inner = around, around = around.Parent)
        {
            if (around is IConditionalAccessOperation access && access.WhenNotNull == inner)
                return access;
        }

        return null;
    }

    /// <summary>The variables or expressions that a value is read from: none, one, or several.</summary>
    private readonly record struct Sources(object? Only, bool AreSeveral)
    {
        public Sources With(object? source) =>
            source is null || AreSeveral || Equals(Only, source) ? this
            : Only is null ? new Sources(source, false)
            : this with { AreSeveral = true };

        public Sources With(Sources others) => others.AreSeveral ? others : With(others.Only);
    }

    private sealed class LocalComparer : IEqualityComparer<(ILocalSymbol Local, ResponseCase Case)>
    {
        public static readonly LocalComparer Instance = new();

        public bool Equals((ILocalSymbol Local, ResponseCase Case) x, (ILocalSymbol Local, ResponseCase Case) y) =>
            ReferenceEquals(x.Case, y.Case) && SymbolEqualityComparer.Default.Equals(x.Local, y.Local);

        public int GetHashCode((ILocalSymbol Local, ResponseCase Case) key) => SymbolEqualityComparer.Default.GetHashCode(key.Local);
    }
}

using System;
using System.Globalization;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <content>Operators and patterns.</content>
internal sealed partial class ResponseEvaluator
{
    private ResponseValue EvaluateBinary(IBinaryOperation binary, ResponseCase response)
    {
        if (binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr
            && binary.Type.IsBoolean())
        {
            TruthValue left = Truth(binary.LeftOperand, response);
            TruthValue right = Truth(binary.RightOperand, response);

            return ResponseValue.OfTruth(binary.OperatorKind switch
            {
                BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And => _truths.And(left, right),
                BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or => _truths.Or(left, right),
                _ => _truths.Not(_truths.AreEqual(left, right)),
            });
        }

        ResponseValue first = Evaluate(binary.LeftOperand, response);
        ResponseValue second = Evaluate(binary.RightOperand, response);

        return binary.OperatorKind switch
        {
            BinaryOperatorKind.Equals => ResponseValue.OfTruth(AreEqual(first, second, binary)),
            BinaryOperatorKind.NotEquals => ResponseValue.OfTruth(_truths.Not(AreEqual(first, second, binary))),
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual =>
                ResponseValue.OfTruth(Compare(first, second, binary.OperatorKind, binary)),
            _ => first.IsFixed && second.IsFixed && !binary.Type.IsBoolean() ? ResponseValue.Independent : ResponseValue.Unknown,
        };
    }

    private TruthValue AreEqual(ResponseValue left, ResponseValue right, IOperation test)
    {
        if (left.Kind == ResponseValueKind.Unknown || right.Kind == ResponseValueKind.Unknown)
            return TruthValue.Unknown;

        if (left.Kind == ResponseValueKind.Null && right.Kind == ResponseValueKind.Null)
            return TruthValue.True;

        // A date and an independent value have the same relation in every case in which both exist.
        if (left.Kind is ResponseValueKind.Independent or ResponseValueKind.Date || right.Kind is ResponseValueKind.Independent or ResponseValueKind.Date)
        {
            bool isDateAndNull = left.Kind == ResponseValueKind.Null && right.Kind == ResponseValueKind.Date || right.Kind == ResponseValueKind.Null && left.Kind == ResponseValueKind.Date;
            return isDateAndNull ? TruthValue.False : CompareFreely(left, right, test);
        }

        if (left.Kind == ResponseValueKind.Null || right.Kind == ResponseValueKind.Null)
            return TruthValue.False;

        if (left.Kind == ResponseValueKind.Truth && right.Kind == ResponseValueKind.Truth)
            return _truths.AreEqual(left.Truth, right.Truth);

        if (left.Kind == ResponseValueKind.StatusText || right.Kind == ResponseValueKind.StatusText)
            return AreTextsEqual(left, right);

        if (FindNumber(left) is { } first && FindNumber(right) is { } second)
            return TruthValue.Of(first == second);

        return left.Kind == ResponseValueKind.Constant && right.Kind == ResponseValueKind.Constant ? TruthValue.Of(Equals(left.Constant, right.Constant)) : TruthValue.Unknown;
    }

    private static TruthValue AreTextsEqual(ResponseValue left, ResponseValue right)
    {
        if (left.Kind != ResponseValueKind.StatusText)
            (left, right) = (right, left);

        if (right.Kind == ResponseValueKind.StatusText)
            return TruthValue.Of(left.Status == right.Status);

        if (right.Constant is not string text)
            return TruthValue.Unknown;

        // An unknown status can have any other text.
        int? named = ResponseTypes.FindStatus(text);
        return named is null && left.Status == ResponseCase.Unknown ? TruthValue.Unknown : TruthValue.Of(named == left.Status);
    }

    private TruthValue Compare(ResponseValue left, ResponseValue right, BinaryOperatorKind kind, IOperation test)
    {
        if (left.Kind == ResponseValueKind.Unknown || right.Kind == ResponseValueKind.Unknown)
            return TruthValue.Unknown;

        if (left.Kind == ResponseValueKind.Null || right.Kind == ResponseValueKind.Null)
            return TruthValue.False;

        if (FindNumber(left) is { } first && FindNumber(right) is { } second)
        {
            return TruthValue.Of(kind switch
            {
                BinaryOperatorKind.LessThan => first < second,
                BinaryOperatorKind.LessThanOrEqual => first <= second,
                BinaryOperatorKind.GreaterThan => first > second,
                _ => first >= second,
            });
        }

        // Of the dates that are compared with the clock, those that grant access count. The others deny it to payers too.
        if (test is IBinaryOperation comparison && (left.Kind == ResponseValueKind.Date ? IsOfClock(comparison.RightOperand) : right.Kind == ResponseValueKind.Date && IsOfClock(comparison.LeftOperand)))
            return TruthValue.True;

        return CompareFreely(left, right, test);
    }

    /// <summary>Determines whether a date or a duration consists of nothing but the current time and constants.</summary>
    private static bool IsOfClock(IOperation value) => value.WithoutConversions() switch
    {
        { ConstantValue.HasValue: true } => true,
        IConversionOperation conversion => IsOfClock(conversion.Operand),
        IParenthesizedOperation parenthesized => IsOfClock(parenthesized.Operand),
        IBinaryOperation binary => IsOfClock(binary.LeftOperand) && IsOfClock(binary.RightOperand),
        IMemberReferenceOperation { Member.ContainingType: var type } member => IsOfTime(type) && (member.Instance is null || IsOfClock(member.Instance)),
        IInvocationOperation { TargetMethod: { Name: "GetUtcNow" or "GetLocalNow", ContainingType: var provider } } when provider.Is("TimeProvider", "System") => true,
        IInvocationOperation { TargetMethod.ContainingType: var type } call => IsOfTime(type) && (call.Instance is null || IsOfClock(call.Instance)) && call.Arguments.All(static argument => IsOfClock(argument.Value)),
        IObjectCreationOperation { Type: INamedTypeSymbol type } creation => IsOfTime(type) && creation.Arguments.All(static argument => IsOfClock(argument.Value)),
        _ => false,
    };

    private static bool IsOfTime(INamedTypeSymbol type) => type.Name is "DateTime" or "DateTimeOffset" or "TimeSpan" && type.ContainingNamespace.IsNamed("System");

    private TruthValue CompareFreely(ResponseValue left, ResponseValue right, IOperation test) =>
        IsFree(left) && IsFree(right) ? _truths.Independent(test) : TruthValue.Unknown;

    private static bool IsFree(ResponseValue value) => value.IsFixed || value.Kind == ResponseValueKind.Date;

    private static long? FindNumber(ResponseValue value) => value switch
    {
        { Kind: ResponseValueKind.Status } => value.Status,
        { Constant: byte or sbyte or short or ushort or int or uint or long } => Convert.ToInt64(value.Constant, CultureInfo.InvariantCulture),
        _ => null,
    };

    private TruthValue MatchClause(ICaseClauseOperation clause, ResponseValue value, ResponseCase response) => clause switch
    {
        ISingleValueCaseClauseOperation single => AreEqual(value, Evaluate(single.Value, response), clause),
        IRelationalCaseClauseOperation relational => Compare(value, Evaluate(relational.Value, response), relational.Relation, clause),
        IPatternCaseClauseOperation pattern => WithGuard(Match(pattern.Pattern, value, response), pattern.Guard, response),
        _ => TruthValue.Unknown,
    };

    private TruthValue MatchArm(ISwitchExpressionArmOperation arm, ResponseValue value, ResponseCase response) =>
        WithGuard(Match(arm.Pattern, value, response), arm.Guard, response);

    private TruthValue WithGuard(TruthValue isMatch, IOperation? guard, ResponseCase response) => guard is null ? isMatch : _truths.And(isMatch, Truth(guard, response));

    private TruthValue Match(IPatternOperation pattern, ResponseValue value, ResponseCase response)
    {
        if (_depth >= MaxDepth)
            return TruthValue.Unknown;

        _depth++;
        TruthValue isMatch = MatchCore(pattern, value, response);
        _depth--;
        return isMatch;
    }

    private TruthValue MatchCore(IPatternOperation pattern, ResponseValue value, ResponseCase response) => pattern switch
    {
        IDiscardPatternOperation => TruthValue.True,
        IConstantPatternOperation constant => AreEqual(value, Evaluate(constant.Value, response), pattern),
        IRelationalPatternOperation relational => Compare(value, Evaluate(relational.Value, response), relational.OperatorKind, pattern),
        INegatedPatternOperation negated => _truths.Not(Match(negated.Pattern, value, response)),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => _truths.And(Match(both.LeftPattern, value, response), Match(both.RightPattern, value, response)),
        IBinaryPatternOperation either => _truths.Or(Match(either.LeftPattern, value, response), Match(either.RightPattern, value, response)),
        IDeclarationPatternOperation { MatchesNull: true } => TruthValue.True,
        IDeclarationPatternOperation { MatchedType: { } type } => MatchType(value, type, pattern.InputType, pattern),
        ITypePatternOperation type => MatchType(value, type.MatchedType, pattern.InputType, pattern),
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true } recursive => MatchProperties(recursive, value, response),
        _ => TruthValue.Unknown,
    };

    private TruthValue MatchProperties(IRecursivePatternOperation pattern, ResponseValue value, ResponseCase response)
    {
        TruthValue isMatch = MatchType(value, pattern.MatchedType, pattern.InputType, pattern);

        foreach (IPropertySubpatternOperation property in pattern.PropertySubpatterns)
        {
            if (isMatch == TruthValue.False)
                break;

            isMatch = _truths.And(isMatch, Match(property.Pattern, FindSubvalue(property, value, response), response));
        }

        return isMatch;
    }

    private ResponseValue FindSubvalue(IPropertySubpatternOperation property, ResponseValue value, ResponseCase response) =>
        property.Member is not IMemberReferenceOperation reference ? ResponseValue.Unknown
        : reference is IPropertyReferenceOperation { Property: var read } && (ResponseTypes.IsOfResponse(read) || read.ContainingType.IsNullableValue()) ? FindMember(read, value, response, property)
        : ReadSource(reference, response) ?? (value.IsFixed || value.Kind == ResponseValueKind.Date ? OfUnrelated(reference.Type) : ResponseValue.Unknown);

    private TruthValue MatchType(ResponseValue value, ITypeSymbol type, ITypeSymbol? input, IOperation test) => value.Kind switch
    {
        ResponseValueKind.Null => TruthValue.False,
        ResponseValueKind.Independent => _truths.Independent(test),
        ResponseValueKind.Unknown => TruthValue.Unknown,
        _ => SymbolEqualityComparer.Default.Equals(type.WithoutNullable(), input.WithoutNullable()) || type.SpecialType == SpecialType.System_Object ? TruthValue.True : TruthValue.Unknown,
    };

    /// <summary>Returns the value that a pattern is matched with.</summary>
    private ResponseValue FindInput(IPatternOperation pattern, ResponseCase response)
    {
        for (IOperation? around = pattern.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case INegatedPatternOperation or IBinaryPatternOperation or IPatternCaseClauseOperation or ISwitchCaseOperation:
                    continue;
                case IPropertySubpatternOperation { Parent: IRecursivePatternOperation outer } property:
                    return FindSubvalue(property, FindInput(outer, response), response);
                case IIsPatternOperation match:
                    return Evaluate(match.Value, response);
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice }:
                    return Evaluate(choice.Value, response);
                case ISwitchOperation choice:
                    return Evaluate(choice.Value, response);
                default:
                    return ResponseValue.Unknown;
            }
        }

        return ResponseValue.Unknown;
    }
}

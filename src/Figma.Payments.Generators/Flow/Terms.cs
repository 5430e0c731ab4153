using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Flow;

/// <summary>What a value is where nothing more is to be told apart.</summary>
internal abstract class Term;

/// <summary>A constant: null, a boolean, text, or a whole number, a character or an enumeration's member as <see cref="long"/>.</summary>
internal sealed class ConstantTerm(object? value) : Term, IEquatable<ConstantTerm>
{
    public static readonly ConstantTerm True = new(true);
    public static readonly ConstantTerm False = new(false);

    public object? Value { get; } = value;

    public bool Equals(ConstantTerm? other) => other is not null && Equals(Value, other.Value);

    public override bool Equals(object? obj) => Equals(obj as ConstantTerm);

    public override int GetHashCode() => Value?.GetHashCode() ?? 0;

    /// <summary>A constant as the analysis compares it; false where it does not compare such constants.</summary>
    public static bool TryNormalize(object? value, out object? normal)
    {
        normal = value switch
        {
            char character => (long)character,
            sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
            _ => value,
        };

        return normal is null or bool or string or long;
    }
}

/// <summary>Certainly there, and not empty; which it is does not matter.</summary>
internal sealed class GivenTerm : Term
{
    public static readonly GivenTerm Instance = new();

    private GivenTerm()
    {
    }
}

/// <summary>A tuple of values.</summary>
internal sealed class TupleTerm(ImmutableArray<Value> elements) : Term
{
    public ImmutableArray<Value> Elements { get; } = elements;
}

/// <summary>Where a value that is not known comes from.</summary>
internal enum ValueOrigin
{
    /// <summary>A parameter of the analyzed function: its caller chooses freely.</summary>
    Input,

    /// <summary>Anywhere else.</summary>
    Outside,

    /// <summary>The analysis lost sight of what the code does decide, as behind a loop that it does not follow to its end.</summary>
    Lost,
}

/// <summary>A value that is not known. What is asked of it becomes an atom, once: asked again, it answers the same.</summary>
internal sealed class UnknownValue(BddManager bdd, BooleanVariables booleans, ITypeSymbol? type, ValueOrigin origin) : Term
{
    private List<Answer>? _asked;
    private Dictionary<int, UnknownValue>? _elements;
    private Formula _rest = Formula.True;

    public ValueOrigin Origin { get; } = origin;

    public bool IsBoolean { get; } = type.IsBoolean();

    /// <summary>Whether it was compared with more than constants: its atoms may then exclude each other.</summary>
    public bool IsCompared { get; set; }

    /// <summary>The formula that the value equals a constant.</summary>
    public Formula Is(object? constant)
    {
        if (constant is null && type.IsNonNullableValue() || constant is "" && !type.CanBeString())
            return Formula.False;

        _asked ??= [];

        foreach (Answer answer in _asked)
        {
            if (Equals(answer.Constant, constant))
                return answer.Formula;
        }

        return constant is bool truth && IsBoolean ? AskTruth(truth) : Ask(constant);
    }

    /// <summary>The element of an unknown tuple.</summary>
    public UnknownValue Element(int index)
    {
        _elements ??= [];

        if (!_elements.TryGetValue(index, out UnknownValue? element))
        {
            ITypeSymbol? elementType = type is INamedTypeSymbol { IsTupleType: true } tuple && index < tuple.TupleElements.Length ? tuple.TupleElements[index].Type : null;
            _elements.Add(index, element = new UnknownValue(bdd, booleans, elementType, Origin));
        }

        return element;
    }

    private Formula AskTruth(bool truth)
    {
        Formula isNull = Is(null);
        Formula literal = booleans.CreateLiteral(BooleanVariableKind.Fact, this);
        Formula isTrue = bdd.AndNot(literal, isNull);
        Formula isFalse = bdd.Not(bdd.Or(literal, isNull));
        _asked!.Add(new Answer(true, isTrue));
        _asked.Add(new Answer(false, isFalse));
        return truth ? isTrue : isFalse;
    }

    /// <summary>Constants exclude each other: each is asked about where it is none of those before.</summary>
    private Formula Ask(object? constant)
    {
        // Who tests every member of an enumeration means that there is no other value.
        bool isLast = FlowTypes.FindMembers(type) is { IsEmpty: false } members
            && members.Contains(constant)
            && members.All(member => Equals(member, constant) || _asked!.Exists(asked => Equals(asked.Constant, member)));

        Formula literal = booleans.CreateLiteral(isLast ? BooleanVariableKind.Doubt : BooleanVariableKind.Fact, this);
        Formula formula = isLast ? bdd.AndNot(_rest, literal) : bdd.And(_rest, literal);
        _rest = bdd.AndNot(_rest, formula);
        _asked!.Add(new Answer(constant, formula));
        return formula;
    }

    private sealed record Answer(object? Constant, Formula Formula);
}

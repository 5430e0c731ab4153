using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Flow;

/// <summary>Specifies where an unknown value comes from.</summary>
internal enum ValueOrigin
{
    /// <summary>A parameter of the analyzed function: the caller can pass any value.</summary>
    Input,

    /// <summary>Any other source.</summary>
    Outside,

    /// <summary>The code might decide the value: widening or a bound lost it, the variable isn't followed, or code that ran on some paths only can have changed it.</summary>
    Lost,
}

/// <summary>An unknown value. Each fact about it is a Boolean variable, and the same fact is always the same variable.</summary>
internal sealed class UnknownValue(BddManager bdd, BooleanVariables booleans, ITypeSymbol? type, ValueOrigin origin) : AbstractValue
{
    private List<Fact>? _facts;
    private Dictionary<int, UnknownValue>? _elements;

    // The formula that the value equals none of the constants in the facts.
    private Formula _rest = Formula.True;
    private bool _hasRelation;
    private IntegerRanges? _ranges;

    public ValueOrigin Origin { get; } = origin;

    public bool IsBoolean { get; } = type.IsBoolean();

    /// <summary>Gets or sets a value that indicates whether the value was compared with another unknown value, so that its variables might exclude each other.</summary>
    public bool IsCompared { get; set; }

    /// <summary>Adds a relation to something. A second fact about the value can exclude it.</summary>
    public void AddRelation()
    {
        IsCompared |= _hasRelation || _facts is { Count: > 0 } facts && !(facts.Count == 1 && facts[0].Constant is null);
        _hasRelation = true;
    }

    /// <summary>Returns the formula that the value equals a constant.</summary>
    public Formula Is(object? constant)
    {
        if (constant is null && type.IsNonNullableValue() || constant is "" && !type.CanBeString())
            return Formula.False;

        if (constant is long number && IsBetween(number, number) is { } isNumber)
            return isNumber;

        _facts ??= [];

        foreach (Fact fact in _facts)
        {
            if (Equals(fact.Constant, constant))
                return fact.Formula;
        }

        // The type of an object is tested after null.
        IsCompared |= _hasRelation && constant is not null;
        return constant is bool truth && IsBoolean ? AddBoolean(truth) : Add(constant);
    }

    /// <summary>Returns the formula that the value is in a range, inclusively, or null if the value isn't an integer or a character.</summary>
    public Formula? IsBetween(decimal least, decimal greatest)
    {
        // The members of an enumeration are usually its only values (see Add).
        if (type.WithoutNullable() is not { TypeKind: not TypeKind.Enum } number || FlowTypes.FindRange(number) is not { } range)
            return null;

        _ranges ??= new IntegerRanges(bdd, () => booleans.CreateLiteral(BooleanVariableKind.Fact, this), range.Min, range.Max, bdd.Not(Is(null)));
        return _ranges.IsBetween(least, greatest);
    }

    /// <summary>Returns the element of an unknown tuple.</summary>
    public UnknownValue Element(int index)
    {
        _elements ??= [];

        if (!_elements.TryGetValue(index, out UnknownValue? element))
        {
            ITypeSymbol? elementType = type.WithoutNullable() is INamedTypeSymbol { IsTupleType: true } tuple && index < tuple.TupleElements.Length ? tuple.TupleElements[index].Type : null;
            _elements.Add(index, element = new UnknownValue(bdd, booleans, elementType, Origin));
        }

        return element;
    }

    private Formula AddBoolean(bool truth)
    {
        Formula isNull = Is(null);
        Formula literal = booleans.CreateLiteral(BooleanVariableKind.Fact, this);
        Formula isTrue = bdd.AndNot(literal, isNull);
        Formula isFalse = bdd.Not(bdd.Or(literal, isNull));
        _facts!.Add(new Fact(true, isTrue));
        _facts.Add(new Fact(false, isFalse));
        return truth ? isTrue : isFalse;
    }

    /// <summary>Adds a constant. The value equals at most one constant, so the new fact can hold only if none of the earlier ones does.</summary>
    private Formula Add(object? constant)
    {
        // Code that tests each member of an enumeration assumes that there is no other value.
        bool isLast = FlowTypes.FindMembers(type) is { IsEmpty: false } members
            && members.Contains(constant)
            && members.All(member => Equals(member, constant) || _facts!.Exists(fact => Equals(fact.Constant, member)));

        Formula literal = booleans.CreateLiteral(isLast ? BooleanVariableKind.Doubt : BooleanVariableKind.Fact, this);
        Formula formula = isLast ? bdd.AndNot(_rest, literal) : bdd.And(_rest, literal);
        _rest = bdd.AndNot(_rest, formula);
        _facts!.Add(new Fact(constant, formula));
        return formula;
    }

    private sealed record Fact(object? Constant, Formula Formula);
}

using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Flow;

/// <summary>What a value may be: one term for each case, and exactly one case holds.</summary>
internal sealed class Value(Case[] cases)
{
    public static readonly Value Null = new(new ConstantTerm(null));
    public static readonly Value Given = new(GivenTerm.Instance);

    public Value(Term term)
        : this([new Case(Formula.True, term)])
    {
    }

    /// <summary>The cases, which nobody changes.</summary>
    public Case[] Cases { get; } = cases;
}

/// <summary>What a value is in one case.</summary>
/// <param name="When">The formula that it is this case.</param>
/// <param name="Term">What it then is.</param>
internal sealed record Case(Formula When, Term Term);

/// <summary>Makes values, and asks them.</summary>
internal sealed class Values(BddManager bdd, BooleanVariables booleans)
{
    /// <summary>How many terms of one value are told apart.</summary>
    public const int MostCases = 24;

    private Dictionary<(object Left, string Relation, object Right), Formula>? _relations;

    public BddManager Bdd => bdd;

    public BooleanVariables Booleans => booleans;

    /// <summary>A value of which nothing is known but its type.</summary>
    public Value Unknown(ITypeSymbol? type, ValueOrigin origin = ValueOrigin.Outside) =>
        FlowTypes.IsOpaque(type) ? Value.Given : new Value(new UnknownValue(bdd, booleans, type, origin));

    /// <summary>Any of the terms, and the analysis has lost sight of which; null for anything at all.</summary>
    public Value OneOf(List<Term>? terms)
    {
        if (terms is null)
            return Unknown(null, ValueOrigin.Lost);

        UnknownValue choice = new(bdd, booleans, type: null, ValueOrigin.Lost);
        Formula rest = Formula.True;
        Cases cases = new(this);

        for (int i = 0; i < terms.Count; i++)
        {
            Formula isThis = i == terms.Count - 1 ? rest : choice.Is((long)i);
            cases.Add(isThis, terms[i]);
            rest = bdd.AndNot(rest, isThis);
        }

        return cases.ToValue();
    }

    public static Value Constant(object? constant) =>
        ConstantTerm.TryNormalize(constant, out object? normal) ? new Value(new ConstantTerm(normal)) : Value.Given;

    public Value Truth(Formula formula) =>
        formula.IsTrue ? Constant(true)
        : formula.IsFalse ? Constant(false)
        : new Value([new Case(formula, ConstantTerm.True), new Case(bdd.Not(formula), ConstantTerm.False)]);

    /// <summary>An answer that nothing in sight decides.</summary>
    public Formula Undecided() => booleans.CreateLiteral(BooleanVariableKind.Undecided);

    public Formula Exception() => booleans.CreateLiteral(BooleanVariableKind.Exception);

    public Formula Doubt() => booleans.CreateLiteral(BooleanVariableKind.Doubt);

    /// <summary>The formula that the value is the constant.</summary>
    public Formula Is(Value value, object? constant)
    {
        Formula formula = Formula.False;

        foreach ((Formula when, Term term) in value.Cases)
            formula = bdd.Or(formula, bdd.And(when, Is(term, constant)));

        return formula;
    }

    public Formula IsNull(Value value) => Is(value, null);

    public Formula IsTrue(Value value) => Is(value, true);

    /// <summary>Returns the formula that the value is null or an empty string.</summary>
    public Formula IsNullOrEmpty(Value value) => bdd.Or(Is(value, null), Is(value, ""));

    /// <summary>The formula that the value is null because it was given null.</summary>
    public Formula IsNothing(Value value)
    {
        Formula formula = Formula.False;

        foreach ((Formula when, Term term) in value.Cases)
        {
            if (term is ConstantTerm { Value: null })
                formula = bdd.Or(formula, when);
        }

        return formula;
    }

    /// <summary>The one value where the condition holds, and the other where it does not.</summary>
    public Value Choose(Formula condition, Value whenTrue, Value whenFalse)
    {
        if (ReferenceEquals(whenTrue, whenFalse) || condition.IsTrue)
            return whenTrue;

        if (condition.IsFalse)
            return whenFalse;

        Cases cases = new(this);

        foreach ((Formula when, Term term) in whenTrue.Cases)
            cases.Add(bdd.And(condition, when), term);

        foreach ((Formula when, Term term) in whenFalse.Cases)
            cases.Add(bdd.AndNot(when, condition), term);

        return cases.ToValue();
    }

    /// <summary>Each case's value, by its term.</summary>
    public Value Map(Value value, Func<Term, Value> map)
    {
        Cases cases = new(this);

        foreach ((Formula when, Term term) in value.Cases)
        {
            foreach ((Formula inner, Term mapped) in map(term).Cases)
                cases.Add(bdd.And(when, inner), mapped);
        }

        return cases.ToValue();
    }

    /// <summary>The value of each pair of cases, by their terms.</summary>
    public Value Map(Value left, Value right, Func<Term, Term, Value> map) => Map(left, a => Map(right, b => map(a, b)));

    public Value Element(Value tuple, int index, ITypeSymbol? type) => Map(tuple, term => term switch
    {
        TupleTerm known when index < known.Elements.Length => known.Elements[index],
        UnknownValue unknown => new Value(unknown.Element(index)),
        _ => Unknown(type),
    });

    /// <summary>The formula that the two are equal, as the built-in operators compare them.</summary>
    public Formula AreEqual(Value left, Value right)
    {
        Formula formula = Formula.False;

        foreach ((Formula when, Term a) in left.Cases)
        {
            foreach ((Formula and, Term b) in right.Cases)
            {
                Formula both = bdd.And(when, and);

                if (!both.IsFalse)
                    formula = bdd.Or(formula, bdd.And(both, AreEqual(a, b)));
            }
        }

        return formula;
    }

    /// <summary>The formula that one is before the other, or is the other where that counts too.</summary>
    public Formula IsBefore(Value left, Value right, bool orEqual)
    {
        Formula formula = Formula.False;

        foreach ((Formula when, Term a) in left.Cases)
        {
            foreach ((Formula and, Term b) in right.Cases)
            {
                Formula both = bdd.And(when, and);

                if (!both.IsFalse)
                    formula = bdd.Or(formula, bdd.And(both, IsBefore(a, b, orEqual)));
            }
        }

        return formula;
    }

    private Formula Is(Term term, object? constant) => term switch
    {
        ConstantTerm known => Equals(known.Value, constant) ? Formula.True : Formula.False,
        UnknownValue symbol => symbol.Is(constant),
        _ => constant is null or "" ? Formula.False : Undecided(),
    };

    private Formula AreEqual(Term left, Term right) => (left, right) switch
    {
        (ConstantTerm constant, _) => Is(right, constant.Value),
        (_, ConstantTerm constant) => Is(left, constant.Value),
        (UnknownValue, UnknownValue) when ReferenceEquals(left, right) => Formula.True,
        (UnknownValue { IsBoolean: true } a, UnknownValue { IsBoolean: true } b) =>
            bdd.And(bdd.Iff(a.Is(null), b.Is(null)), bdd.Iff(a.Is(true), b.Is(true))),
        (UnknownValue a, UnknownValue b) => bdd.Ite(
            a.Is(null),
            b.Is(null),
            bdd.AndNot(Relate(a, "==", b), b.Is(null))),
        _ => Undecided(),
    };

    private Formula IsBefore(Term left, Term right, bool orEqual)
    {
        if (left is ConstantTerm { Value: null } || right is ConstantTerm { Value: null })
            return Formula.False;

        if (left is ConstantTerm { Value: long a } && right is ConstantTerm { Value: long b })
            return (orEqual ? a <= b : a < b) ? Formula.True : Formula.False;

        return Relate(left, orEqual ? "<=" : "<", right);
    }

    private Formula Relate(Term left, string relation, Term right)
    {
        _relations ??= [];

        if (_relations.TryGetValue((left, relation, right), out Formula known))
            return known;

        UnknownValue[] symbols = [.. new[] { left, right }.OfType<UnknownValue>()];
        Formula formula = booleans.CreateLiteral(BooleanVariableKind.Undecided, Array.Find(symbols, static symbol => symbol.Origin == ValueOrigin.Lost));

        foreach (UnknownValue symbol in symbols)
            symbol.IsCompared = true;

        // What is not told apart cannot be asked the same again.
        if (left is UnknownValue or ConstantTerm && right is UnknownValue or ConstantTerm)
            _relations.Add((left, relation, right), formula);

        return formula;
    }

    /// <summary>Puts cases of the same term together.</summary>
    private sealed class Cases(Values values)
    {
        private Case[] _cases = new Case[2];
        private int _count;

        public void Add(Formula when, Term term)
        {
            // Beyond the most, it does not matter what else there is.
            if (when.IsFalse || _count > MostCases)
                return;

            for (int i = 0; i < _count; i++)
            {
                if (_cases[i].Term.Equals(term))
                {
                    _cases[i] = new Case(values.Bdd.Or(_cases[i].When, when), _cases[i].Term);
                    return;
                }
            }

            if (_count == _cases.Length)
                Array.Resize(ref _cases, _count * 2);

            _cases[_count++] = new Case(when, term);
        }

        public Value ToValue()
        {
            switch (_count)
            {
                // Where nothing holds, nothing is ever asked.
                case 0:
                    return Value.Given;

                case 1:
                    return new Value(_cases[0].Term);

                case > MostCases:
                    return values.Unknown(null, ValueOrigin.Lost);

                default:
                    if (_count < _cases.Length)
                        Array.Resize(ref _cases, _count);

                    return new Value(_cases);
            }
        }
    }
}

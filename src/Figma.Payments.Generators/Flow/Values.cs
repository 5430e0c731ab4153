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
        : this([new Case(Formulas.True, term)])
    {
    }

    /// <summary>The cases, which nobody changes.</summary>
    public Case[] Cases { get; } = cases;
}

/// <summary>What a value is in one case.</summary>
/// <param name="When">The formula that it is this case.</param>
/// <param name="Term">What it then is.</param>
internal sealed record Case(int When, Term Term);

/// <summary>Makes values, and asks them.</summary>
internal sealed class Values(Formulas formulas, Atoms atoms)
{
    /// <summary>How many terms of one value are told apart.</summary>
    public const int MostCases = 24;

    private Dictionary<(object Left, string Relation, object Right), int>? _relations;

    public Formulas Formulas => formulas;

    public Atoms Atoms => atoms;

    /// <summary>A value of which nothing is known but its type.</summary>
    public Value Unknown(ITypeSymbol? type, SymbolOrigin origin = SymbolOrigin.Outside) =>
        FlowTypes.IsOpaque(type) ? Value.Given : new Value(new Symbol(formulas, atoms, type, origin));

    /// <summary>Any of the terms, and the analysis has lost sight of which; null for anything at all.</summary>
    public Value OneOf(List<Term>? terms)
    {
        if (terms is null)
            return Unknown(null, SymbolOrigin.Lost);

        Symbol choice = new(formulas, atoms, type: null, SymbolOrigin.Lost);
        int rest = Formulas.True;
        Cases cases = new(this);

        for (int i = 0; i < terms.Count; i++)
        {
            int isThis = i == terms.Count - 1 ? rest : choice.Is((long)i);
            cases.Add(isThis, terms[i]);
            rest = formulas.AndNot(rest, isThis);
        }

        return cases.ToValue();
    }

    public static Value Constant(object? constant) =>
        ConstantTerm.TryNormalize(constant, out object? normal) ? new Value(new ConstantTerm(normal)) : Value.Given;

    public Value Truth(int formula) => formula switch
    {
        Formulas.True => Constant(true),
        Formulas.False => Constant(false),
        _ => new Value([new Case(formula, ConstantTerm.True), new Case(formulas.Not(formula), ConstantTerm.False)]),
    };

    /// <summary>An answer that nothing in sight decides.</summary>
    public int Open() => atoms.Make(AtomKind.Open);

    public int Exception() => atoms.Make(AtomKind.Exception);

    public int Doubt() => atoms.Make(AtomKind.Doubt);

    /// <summary>The formula that the value is the constant.</summary>
    public int Is(Value value, object? constant)
    {
        int formula = Formulas.False;

        foreach ((int when, Term term) in value.Cases)
            formula = formulas.Or(formula, formulas.And(when, Is(term, constant)));

        return formula;
    }

    public int IsNull(Value value) => Is(value, null);

    public int IsTrue(Value value) => Is(value, true);

    /// <summary>Returns the formula that the value is null or an empty string.</summary>
    public int IsNullOrEmpty(Value value) => formulas.Or(Is(value, null), Is(value, ""));

    /// <summary>The formula that the value is null because it was given null.</summary>
    public int IsNothing(Value value)
    {
        int formula = Formulas.False;

        foreach ((int when, Term term) in value.Cases)
        {
            if (term is ConstantTerm { Value: null })
                formula = formulas.Or(formula, when);
        }

        return formula;
    }

    /// <summary>The one value where the condition holds, and the other where it does not.</summary>
    public Value Choose(int condition, Value whenTrue, Value whenFalse)
    {
        if (ReferenceEquals(whenTrue, whenFalse) || condition == Formulas.True)
            return whenTrue;

        if (condition == Formulas.False)
            return whenFalse;

        Cases cases = new(this);

        foreach ((int when, Term term) in whenTrue.Cases)
            cases.Add(formulas.And(condition, when), term);

        foreach ((int when, Term term) in whenFalse.Cases)
            cases.Add(formulas.AndNot(when, condition), term);

        return cases.ToValue();
    }

    /// <summary>Each case's value, by its term.</summary>
    public Value Map(Value value, Func<Term, Value> map)
    {
        Cases cases = new(this);

        foreach ((int when, Term term) in value.Cases)
        {
            foreach ((int inner, Term mapped) in map(term).Cases)
                cases.Add(formulas.And(when, inner), mapped);
        }

        return cases.ToValue();
    }

    /// <summary>The value of each pair of cases, by their terms.</summary>
    public Value Map(Value left, Value right, Func<Term, Term, Value> map) => Map(left, a => Map(right, b => map(a, b)));

    public Value Element(Value tuple, int index, ITypeSymbol? type) => Map(tuple, term => term switch
    {
        TupleTerm known when index < known.Elements.Length => known.Elements[index],
        Symbol unknown => new Value(unknown.Element(index)),
        _ => Unknown(type),
    });

    /// <summary>The formula that the two are equal, as the built-in operators compare them.</summary>
    public int AreEqual(Value left, Value right)
    {
        int formula = Formulas.False;

        foreach ((int when, Term a) in left.Cases)
        {
            foreach ((int and, Term b) in right.Cases)
            {
                int both = formulas.And(when, and);

                if (both != Formulas.False)
                    formula = formulas.Or(formula, formulas.And(both, AreEqual(a, b)));
            }
        }

        return formula;
    }

    /// <summary>The formula that one is before the other, or is the other where that counts too.</summary>
    public int IsBefore(Value left, Value right, bool orEqual)
    {
        int formula = Formulas.False;

        foreach ((int when, Term a) in left.Cases)
        {
            foreach ((int and, Term b) in right.Cases)
            {
                int both = formulas.And(when, and);

                if (both != Formulas.False)
                    formula = formulas.Or(formula, formulas.And(both, IsBefore(a, b, orEqual)));
            }
        }

        return formula;
    }

    private int Is(Term term, object? constant) => term switch
    {
        ConstantTerm known => Equals(known.Value, constant) ? Formulas.True : Formulas.False,
        Symbol symbol => symbol.Is(constant),
        _ => constant is null or "" ? Formulas.False : Open(),
    };

    private int AreEqual(Term left, Term right) => (left, right) switch
    {
        (ConstantTerm constant, _) => Is(right, constant.Value),
        (_, ConstantTerm constant) => Is(left, constant.Value),
        (Symbol, Symbol) when ReferenceEquals(left, right) => Formulas.True,
        (Symbol { IsBoolean: true } a, Symbol { IsBoolean: true } b) =>
            formulas.And(formulas.AreEqual(a.Is(null), b.Is(null)), formulas.AreEqual(a.Is(true), b.Is(true))),
        (Symbol a, Symbol b) => formulas.Choose(
            a.Is(null),
            b.Is(null),
            formulas.AndNot(Relate(a, "==", b), b.Is(null))),
        _ => Open(),
    };

    private int IsBefore(Term left, Term right, bool orEqual)
    {
        if (left is ConstantTerm { Value: null } || right is ConstantTerm { Value: null })
            return Formulas.False;

        if (left is ConstantTerm { Value: long a } && right is ConstantTerm { Value: long b })
            return (orEqual ? a <= b : a < b) ? Formulas.True : Formulas.False;

        return Relate(left, orEqual ? "<=" : "<", right);
    }

    private int Relate(Term left, string relation, Term right)
    {
        _relations ??= [];

        if (_relations.TryGetValue((left, relation, right), out int known))
            return known;

        Symbol[] symbols = [.. new[] { left, right }.OfType<Symbol>()];
        int formula = atoms.Make(AtomKind.Open, Array.Find(symbols, static symbol => symbol.Origin == SymbolOrigin.Lost));

        foreach (Symbol symbol in symbols)
            symbol.IsCompared = true;

        // What is not told apart cannot be asked the same again.
        if (left is Symbol or ConstantTerm && right is Symbol or ConstantTerm)
            _relations.Add((left, relation, right), formula);

        return formula;
    }

    /// <summary>Puts cases of the same term together.</summary>
    private sealed class Cases(Values values)
    {
        private Case[] _cases = new Case[2];
        private int _count;

        public void Add(int when, Term term)
        {
            // Beyond the most, it does not matter what else there is.
            if (when == Formulas.False || _count > MostCases)
                return;

            for (int i = 0; i < _count; i++)
            {
                if (_cases[i].Term.Equals(term))
                {
                    _cases[i] = new Case(values.Formulas.Or(_cases[i].When, when), _cases[i].Term);
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
                    return values.Unknown(null, SymbolOrigin.Lost);

                default:
                    if (_count < _cases.Length)
                        Array.Resize(ref _cases, _count);

                    return new Value(_cases);
            }
        }
    }
}

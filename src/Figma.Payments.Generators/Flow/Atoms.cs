using System.Collections.Generic;

namespace Figma.Payments.Generators.Flow;

/// <summary>What an atom of the formulas stands for.</summary>
internal enum AtomKind
{
    /// <summary>What an unknown value is.</summary>
    Fact,

    /// <summary>Something that the code in sight does not decide, such as a call's answer.</summary>
    Open,

    /// <summary>That an exception is thrown at some point.</summary>
    Exception,

    /// <summary>That something goes on which most likely does not: it proves nothing.</summary>
    Doubt,

    /// <summary>Whether a condition was asked, or the answer that it gave.</summary>
    Answer,
}

/// <summary>The atoms of one analysis, with what each stands for.</summary>
internal sealed class Atoms(Formulas formulas)
{
    private readonly List<(AtomKind Kind, Symbol? Symbol)> _all = [];

    /// <summary>How many atoms stand for something unknown; exceptions, which may come anywhere, are not counted.</summary>
    public int Unknowns { get; private set; }

    /// <summary>Holds where no doubt does.</summary>
    public int Undoubted { get; private set; } = Formulas.True;

    /// <summary>A new atom, as a formula.</summary>
    /// <param name="kind">What it stands for.</param>
    /// <param name="symbol">The value that it is about, if any.</param>
    public int Make(AtomKind kind, Symbol? symbol = null)
    {
        int literal = formulas.Literal(Reserve(kind, symbol));

        if (kind == AtomKind.Doubt)
            Undoubted = formulas.AndNot(Undoubted, literal);

        return literal;
    }

    /// <summary>A new atom's number.</summary>
    public int Reserve(AtomKind kind, Symbol? symbol = null)
    {
        _all.Add((kind, symbol));
        Unknowns += kind is AtomKind.Answer or AtomKind.Exception ? 0 : 1;
        return formulas.MakeAtom();
    }

    public bool IsAnswer(int atom) => _all[atom].Kind == AtomKind.Answer;

    /// <summary>Whether the atom is about a value that the analysis has lost sight of: it may not be free at all.</summary>
    public bool IsLost(int atom) => _all[atom].Symbol is { Origin: SymbolOrigin.Lost };

    /// <summary>Whether the atom says what one of the method's own inputs is, and nothing else says anything of that input.</summary>
    public bool IsInput(int atom) => _all[atom].Symbol is { Origin: SymbolOrigin.Input, IsCompared: false };
}

using System.Collections.Generic;

namespace Figma.Payments.Generators.Flow;

/// <summary>
/// Boolean formulas over numbered atoms, as reduced ordered decision diagrams: equal formulas are the same number, so that
/// comparing two costs nothing. The atoms' order is that of their making.
/// </summary>
/// <remarks>Work is bounded: beyond <see cref="MostAtoms"/>, <see cref="MostNodes"/> or <see cref="MostWork"/> it is exhausted, and no result means anything.</remarks>
internal sealed class Formulas
{
    public const int False = 0;
    public const int True = 1;
    public const int MostAtoms = 1000;
    public const int MostNodes = 20_000;
    public const int MostWork = 100_000;

    // A node's number is its place: what is kept of it is its atom and its two branches, and so is each choice that was made.
    private readonly Triples _nodes = new();
    private readonly Triples _choices = new();
    private int[] _chosen = new int[32];

    public Formulas()
    {
        _nodes.Add(int.MaxValue, False, False);
        _nodes.Add(int.MaxValue, True, True);
    }

    /// <summary>How many atoms were made.</summary>
    public int Atoms { get; private set; }

    /// <summary>How many steps were taken.</summary>
    public int Work { get; private set; }

    public int Nodes => _nodes.Count;

    public bool IsExhausted => Atoms > MostAtoms || _nodes.Count > MostNodes || Work > MostWork;

    /// <summary>A new atom's number.</summary>
    public int MakeAtom() => Atoms++;

    /// <summary>The formula that an atom is true.</summary>
    public int Literal(int atom) => Make(atom, True, False);

    public int Not(int formula) => Choose(formula, False, True);

    public int And(int left, int right) => Choose(left, right, False);

    public int Or(int left, int right) => Choose(left, True, right);

    public int AndNot(int left, int right) => Choose(right, False, left);

    public int AreEqual(int left, int right) => Choose(left, right, Not(right));

    /// <summary>Whether the one never holds without the other.</summary>
    public bool Implies(int left, int right) => AndNot(left, right) == False;

    /// <summary>The one formula where the condition holds, and the other where it does not.</summary>
    public int Choose(int condition, int whenTrue, int whenFalse)
    {
        if (condition == True || whenTrue == whenFalse)
            return whenTrue;

        if (condition == False)
            return whenFalse;

        if (whenTrue == True && whenFalse == False)
            return condition;

        if (_choices.Find(condition, whenTrue, whenFalse) is var known and >= 0)
            return _chosen[known];

        Work++;

        if (IsExhausted)
            return False;

        int atom = System.Math.Min(_nodes.First(condition), System.Math.Min(_nodes.First(whenTrue), _nodes.First(whenFalse)));

        int result = Make(
            atom,
            Choose(Branch(condition, atom, true), Branch(whenTrue, atom, true), Branch(whenFalse, atom, true)),
            Choose(Branch(condition, atom, false), Branch(whenTrue, atom, false), Branch(whenFalse, atom, false)));

        // Nothing asks for the same choice while it is being made: its parts are of later atoms.
        int choice = _choices.Add(condition, whenTrue, whenFalse);

        if (choice == _chosen.Length)
            System.Array.Resize(ref _chosen, choice * 2);

        _chosen[choice] = result;
        return result;
    }

    /// <summary>The formula that holds where some value of the given atoms makes this one hold.</summary>
    public int Exists(int formula, System.Func<int, bool> isFree) => Exists(formula, isFree, []);

    /// <summary>The formula that holds where every value of the given atoms makes this one hold.</summary>
    public int ForAll(int formula, System.Func<int, bool> isFree) => Not(Exists(Not(formula), isFree));

    /// <summary>The atoms that the formula depends on.</summary>
    public HashSet<int> AtomsOf(int formula)
    {
        HashSet<int> atoms = [];
        HashSet<int> seen = [];
        Stack<int> open = new([formula]);

        while (open.Count > 0)
        {
            int next = open.Pop();

            if (next <= True || !seen.Add(next))
                continue;

            atoms.Add(_nodes.First(next));
            open.Push(_nodes.Second(next));
            open.Push(_nodes.Third(next));
        }

        return atoms;
    }

    /// <summary>Values of atoms that make the formula hold, whatever the others are; the formula is not <see cref="False"/>.</summary>
    public IEnumerable<(int Atom, bool IsTrue)> Witness(int formula)
    {
        for (int node = formula; node > True;)
        {
            bool isTrue = _nodes.Third(node) == False;
            yield return (_nodes.First(node), isTrue);
            node = isTrue ? _nodes.Second(node) : _nodes.Third(node);
        }
    }

    private int Exists(int formula, System.Func<int, bool> isFree, Dictionary<int, int> known)
    {
        if (formula <= True)
            return formula;

        if (known.TryGetValue(formula, out int result))
            return result;

        int atom = _nodes.First(formula);
        int left = Exists(_nodes.Second(formula), isFree, known);
        int right = Exists(_nodes.Third(formula), isFree, known);
        result = isFree(atom) ? Or(left, right) : Make(atom, left, right);
        known[formula] = result;
        return result;
    }

    private int Branch(int formula, int atom, bool isTrue) =>
        _nodes.First(formula) != atom ? formula : isTrue ? _nodes.Second(formula) : _nodes.Third(formula);

    private int Make(int atom, int whenTrue, int whenFalse)
    {
        if (whenTrue == whenFalse)
            return whenTrue;

        return _nodes.Find(atom, whenTrue, whenFalse) is var known and >= 0 ? known : _nodes.Add(atom, whenTrue, whenFalse);
    }
}

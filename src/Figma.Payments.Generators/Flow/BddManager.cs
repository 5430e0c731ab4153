using System;
using System.Collections.Generic;

namespace Figma.Payments.Generators.Flow;

/// <summary>
/// Creates Boolean formulas as reduced ordered binary decision diagrams (BDDs). The unique table makes equivalent formulas equal, so
/// comparing two formulas takes constant time. The variable order is the order of creation.
/// </summary>
/// <remarks>
/// The work is bounded by <see cref="MaxVariables"/>, <see cref="MaxNodes"/> and <see cref="MaxSteps"/>. Beyond a bound, the manager is exhausted and its results are
/// meaningless. Formulas from before stay valid: they can be used after <see cref="AddReserve"/>.
/// </remarks>
internal sealed class BddManager
{
    public const int MaxVariables = 1000;
    public const int MaxNodes = 20_000;
    public const int MaxSteps = 100_000;

    // The unique table: each node's variable, high branch and low branch.
    private readonly TripleTable _nodes = new();

    // The computed table: the operands of each call of Ite, with its result.
    private readonly TripleTable _computed = new();
    private int[] _results = new int[32];

    // What was used before the reserve.
    private int _usedVariables;
    private int _usedNodes;
    private int _usedSteps;

    public BddManager()
    {
        _nodes.Add(int.MaxValue, Formula.False.Node, Formula.False.Node);
        _nodes.Add(int.MaxValue, Formula.True.Node, Formula.True.Node);
    }

    /// <summary>Gets the number of variables.</summary>
    public int VariableCount { get; private set; }

    /// <summary>Gets the variable that the next call of <see cref="CreateVariable"/> returns.</summary>
    public BooleanVariable NextVariable => new(VariableCount);

    /// <summary>Gets the number of calls of <see cref="Ite"/> that were computed.</summary>
    public int Steps { get; private set; }

    /// <summary>Gets the number of nodes.</summary>
    public int NodeCount => _nodes.Count;

    /// <summary>Gets a value that indicates whether a bound was exceeded.</summary>
    public bool IsExhausted => VariableCount - _usedVariables > MaxVariables || NodeCount - _usedNodes > MaxNodes || Steps - _usedSteps > MaxSteps;

    /// <summary>Grants the bounds once more, to combine formulas from before the manager was exhausted.</summary>
    public void AddReserve() => (_usedVariables, _usedNodes, _usedSteps) = (VariableCount, NodeCount, Steps);

    /// <summary>Creates a variable.</summary>
    public BooleanVariable CreateVariable() => new(VariableCount++);

    /// <summary>Returns the formula that a variable is true.</summary>
    public Formula Literal(BooleanVariable variable) => new(MakeNode(variable.Index, 1, 0));

    public Formula Not(Formula formula) => new(Ite(formula.Node, 0, 1));

    public Formula And(Formula left, Formula right) => new(Ite(left.Node, right.Node, 0));

    public Formula Or(Formula left, Formula right) => new(Ite(left.Node, 1, right.Node));

    public Formula AndNot(Formula left, Formula right) => new(Ite(right.Node, 0, left.Node));

    /// <summary>Returns the formula that holds if both formulas hold or neither holds.</summary>
    public Formula Iff(Formula left, Formula right) => new(Ite(left.Node, right.Node, Not(right).Node));

    /// <summary>Determines whether the second formula holds whenever the first one does.</summary>
    public bool Implies(Formula left, Formula right) => AndNot(left, right).IsFalse;

    /// <summary>Determines whether the two formulas never hold together.</summary>
    public bool Excludes(Formula left, Formula right) => And(left, right).IsFalse;

    /// <summary>Returns the if-then-else of three formulas.</summary>
    public Formula Ite(Formula condition, Formula whenTrue, Formula whenFalse) => new(Ite(condition.Node, whenTrue.Node, whenFalse.Node));

    /// <summary>Returns the formula without some variables: it holds if some assignment of them satisfies the given formula.</summary>
    public Formula Exists(Formula formula, Func<BooleanVariable, bool> isQuantified) => new(Exists(formula.Node, isQuantified, []));

    /// <summary>Returns the formula without some variables: it holds if each assignment of them satisfies the given formula.</summary>
    public Formula ForAll(Formula formula, Func<BooleanVariable, bool> isQuantified) => Not(Exists(Not(formula), isQuantified));

    /// <summary>Returns the variables that the formula depends on.</summary>
    public HashSet<BooleanVariable> FindSupport(Formula formula)
    {
        HashSet<BooleanVariable> variables = [];
        HashSet<int> seen = [];
        Stack<int> open = new([formula.Node]);

        while (open.Count > 0)
        {
            int node = open.Pop();

            if (IsTerminal(node) || !seen.Add(node))
                continue;

            variables.Add(new BooleanVariable(VariableOf(node)));
            open.Push(HighOf(node));
            open.Push(LowOf(node));
        }

        return variables;
    }

    /// <summary>Returns values of variables that satisfy the formula, whatever the values of the others. The formula must not be <see cref="Formula.False"/>.</summary>
    public IEnumerable<(BooleanVariable Variable, bool IsTrue)> FindSatisfyingAssignment(Formula formula)
    {
        for (int node = formula.Node; !IsTerminal(node);)
        {
            bool isTrue = LowOf(node) == 0;
            yield return (new BooleanVariable(VariableOf(node)), isTrue);
            node = isTrue ? HighOf(node) : LowOf(node);
        }
    }

    private static bool IsTerminal(int node) => node <= 1;

    private int VariableOf(int node) => _nodes.First(node);

    private int HighOf(int node) => _nodes.Second(node);

    private int LowOf(int node) => _nodes.Third(node);

    private int Ite(int condition, int whenTrue, int whenFalse)
    {
        if (condition == 1 || whenTrue == whenFalse)
            return whenTrue;

        if (condition == 0)
            return whenFalse;

        if (whenTrue == 1 && whenFalse == 0)
            return condition;

        if (_computed.Find(condition, whenTrue, whenFalse) is var known and >= 0)
            return _results[known];

        Steps++;

        if (IsExhausted)
            return 0;

        int variable = Math.Min(VariableOf(condition), Math.Min(VariableOf(whenTrue), VariableOf(whenFalse)));

        int result = MakeNode(
            variable,
            Ite(Cofactor(condition, variable, true), Cofactor(whenTrue, variable, true), Cofactor(whenFalse, variable, true)),
            Ite(Cofactor(condition, variable, false), Cofactor(whenTrue, variable, false), Cofactor(whenFalse, variable, false)));

        // A result beyond the bounds is meaningless: it isn't kept.
        if (IsExhausted)
            return 0;

        // The recursive calls contain only variables after this one, so they can't have added an entry with these operands.
        int entry = _computed.Add(condition, whenTrue, whenFalse);

        if (entry == _results.Length)
            Array.Resize(ref _results, entry * 2);

        _results[entry] = result;
        return result;
    }

    private int Exists(int node, Func<BooleanVariable, bool> isQuantified, Dictionary<int, int> known)
    {
        if (IsTerminal(node))
            return node;

        if (known.TryGetValue(node, out int result))
            return result;

        int high = Exists(HighOf(node), isQuantified, known);
        int low = Exists(LowOf(node), isQuantified, known);
        result = isQuantified(new BooleanVariable(VariableOf(node))) ? Ite(high, 1, low) : MakeNode(VariableOf(node), high, low);
        known[node] = result;
        return result;
    }

    private int Cofactor(int node, int variable, bool isTrue) =>
        VariableOf(node) != variable ? node : isTrue ? HighOf(node) : LowOf(node);

    private int MakeNode(int variable, int high, int low)
    {
        if (high == low)
            return high;

        return _nodes.Find(variable, high, low) is var known and >= 0 ? known : _nodes.Add(variable, high, low);
    }
}

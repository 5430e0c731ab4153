using System.Collections.Generic;

namespace Figma.Payments.Generators.Flow;

/// <summary>Specifies what a Boolean variable stands for.</summary>
internal enum BooleanVariableKind
{
    /// <summary>A property of an unknown value, for example that it is null.</summary>
    Fact,

    /// <summary>Something that the analyzed code doesn't decide, for example a comparison of unknown values.</summary>
    Undecided,

    /// <summary>An exception is thrown at some point, or a handler catches it. What depends on it is no evidence.</summary>
    Exception,

    /// <summary>An operation that evidently completes throws all the same. What depends on it is no evidence, and what doesn't isn't affected by it.</summary>
    UnlikelyException,

    /// <summary>Execution continues although it probably doesn't. What depends on it is no evidence.</summary>
    Doubt,

    /// <summary>Execution continues after an operation that could end it.</summary>
    Ending,

    /// <summary>A branch condition was evaluated, or its outcome.</summary>
    Branch,
}

/// <summary>Creates the Boolean variables of an analysis and remembers what they stand for.</summary>
internal sealed class BooleanVariables(BddManager bdd)
{
    private readonly List<(BooleanVariableKind Kind, UnknownValue? Subject)> _all = [];

    /// <summary>Gets the number of variables that stand for something unknown. Exceptions, which are possible almost everywhere, don't count.</summary>
    public int UnknownCount { get; private set; }

    /// <summary>Gets the formula that execution continues nowhere where that is doubtful.</summary>
    public Formula WithoutDoubt { get; private set; } = Formula.True;

    /// <summary>Gets the formula that no operation throws that evidently completes.</summary>
    public Formula WithoutUnlikely { get; private set; } = Formula.True;

    /// <summary>Creates a variable and returns the formula that it is true.</summary>
    /// <param name="kind">What the variable stands for.</param>
    /// <param name="subject">The value that the variable is about, or null if there is none.</param>
    public Formula CreateLiteral(BooleanVariableKind kind, UnknownValue? subject = null)
    {
        Formula literal = bdd.Literal(Create(kind, subject));

        if (kind is BooleanVariableKind.Doubt or BooleanVariableKind.Exception or BooleanVariableKind.UnlikelyException)
            WithoutDoubt = Exclude(WithoutDoubt, literal);

        if (kind == BooleanVariableKind.UnlikelyException)
            WithoutUnlikely = Exclude(WithoutUnlikely, literal);

        return literal;
    }

    // What was created before the BDD manager was exhausted stays valid.
    private Formula Exclude(Formula formula, Formula literal) => bdd.AndNot(formula, literal) is var without && !bdd.IsExhausted ? without : formula;

    /// <summary>Creates a variable.</summary>
    /// <param name="kind">What the variable stands for.</param>
    /// <param name="subject">The value that the variable is about, or null if there is none.</param>
    public BooleanVariable Create(BooleanVariableKind kind, UnknownValue? subject = null)
    {
        _all.Add((kind, subject));
        UnknownCount += kind is BooleanVariableKind.Branch or BooleanVariableKind.Exception or BooleanVariableKind.UnlikelyException or BooleanVariableKind.Ending ? 0 : 1;
        return bdd.CreateVariable();
    }

    /// <summary>Determines whether the variable stands for the evaluation or the outcome of a branch condition.</summary>
    public bool IsBranch(BooleanVariable variable) => _all[variable.Index].Kind == BooleanVariableKind.Branch;

    /// <summary>Determines whether the variable stands for an exception of an operation that evidently completes.</summary>
    public bool IsUnlikely(BooleanVariable variable) => _all[variable.Index].Kind == BooleanVariableKind.UnlikelyException;

    /// <summary>Determines whether the variable is about a value that widening lost: the code might decide it.</summary>
    public bool IsLost(BooleanVariable variable) => _all[variable.Index].Subject is { Origin: ValueOrigin.Lost };

    /// <summary>Determines whether the variable is a fact about an input of the function that no comparison with another unknown value constrains.</summary>
    public bool IsInput(BooleanVariable variable) => _all[variable.Index].Subject is { Origin: ValueOrigin.Input, IsCompared: false };
}

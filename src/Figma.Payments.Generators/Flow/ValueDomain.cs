using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Flow;

/// <summary>The abstract domain: creates, combines and compares value summaries.</summary>
internal sealed class ValueDomain(BddManager bdd, BooleanVariables booleans)
{
    /// <summary>The number of guarded values beyond which a value is unknown.</summary>
    public const int MaxGuardedValues = 24;

    private Dictionary<(object Left, string Relation, object Right), Formula>? _relations;

    public BddManager Bdd => bdd;

    public BooleanVariables Booleans => booleans;

    /// <summary>
    /// Gets or sets a value that indicates whether the code might decide what the analysis doesn't know. That is so after an operation on some paths only that leaves a
    /// trace: what a member or a call returns then can depend on the path, such as <c>session.IsStarted</c> on <c>if (isPlugin) session.Start();</c>.
    /// </summary>
    public bool IsUnknownLost { get; set; }

    /// <summary>Gets or sets a value that indicates whether the path decided a part of the evaluated expression.</summary>
    public bool IsResultLost { get; set; }

    /// <summary>Creates a value of which only the type is known.</summary>
    public ValueSummary Unknown(ITypeSymbol? type) => Unknown(type, IsUnknownLost || IsResultLost ? ValueOrigin.Lost : ValueOrigin.Outside);

    private ValueSummary Unknown(ITypeSymbol? type, ValueOrigin origin) =>
        FlowTypes.IsOpaque(type) ? ValueSummary.NonNull : new ValueSummary(new UnknownValue(bdd, booleans, type, origin));

    /// <summary>Creates a value that widening or a bound lost.</summary>
    public ValueSummary Lost() => Unknown(null, ValueOrigin.Lost);

    /// <summary>Creates a value that is one of several values, or any value if the list is null. Which one is lost.</summary>
    public ValueSummary OneOf(List<AbstractValue>? values)
    {
        if (values is null)
            return Lost();

        UnknownValue choice = new(bdd, booleans, type: null, ValueOrigin.Lost);
        Formula rest = Formula.True;
        ValueSummaryBuilder summary = new(this);

        for (int i = 0; i < values.Count; i++)
        {
            Formula isThis = i == values.Count - 1 ? rest : choice.Is((long)i);
            summary.Add(isThis, values[i]);
            rest = bdd.AndNot(rest, isThis);
        }

        return summary.ToSummary();
    }

    /// <summary>Creates the Boolean value of a formula.</summary>
    public ValueSummary Truth(Formula formula) =>
        formula.IsTrue ? ValueSummary.Constant(true)
        : formula.IsFalse ? ValueSummary.Constant(false)
        : new ValueSummary([new GuardedValue(formula, ConstantValue.True), new GuardedValue(bdd.Not(formula), ConstantValue.False)]);

    /// <summary>Creates a formula that the analyzed code doesn't decide.</summary>
    public Formula Undecided() => booleans.CreateLiteral(BooleanVariableKind.Undecided, FindLost());

    private UnknownValue? FindLost() => IsUnknownLost || IsResultLost ? new UnknownValue(bdd, booleans, type: null, ValueOrigin.Lost) : null;

    /// <summary>Creates the formula that an exception is thrown, or that a handler catches it. Both can depend on what the path decided, so a path that needs it is no evidence.</summary>
    /// <param name="isUnlikely">true if the operation evidently completes (see <see cref="Completion"/>); otherwise, false.</param>
    public Formula Exception(bool isUnlikely = false) => booleans.CreateLiteral(isUnlikely ? BooleanVariableKind.UnlikelyException : BooleanVariableKind.Exception);

    /// <summary>Creates the formula that execution continues, which is doubtful.</summary>
    public Formula Doubt() => booleans.CreateLiteral(BooleanVariableKind.Doubt);

    /// <summary>Creates the formula that execution continues after an operation that could end it.</summary>
    public Formula Ending() => booleans.CreateLiteral(BooleanVariableKind.Ending);

    /// <summary>Returns the formula that the value is a constant.</summary>
    public Formula Is(ValueSummary value, object? constant)
    {
        Formula formula = Formula.False;

        foreach ((Formula guard, AbstractValue each) in value.Values)
            formula = bdd.Or(formula, bdd.And(guard, Is(each, constant)));

        return formula;
    }

    /// <summary>Returns the formula that the value is null.</summary>
    public Formula IsNull(ValueSummary value) => Is(value, null);

    /// <summary>Returns the formula that the value is true.</summary>
    public Formula IsTrue(ValueSummary value) => Is(value, true);

    /// <summary>Returns the formula that the value is null or an empty string.</summary>
    public Formula IsNullOrEmpty(ValueSummary value) => bdd.Or(Is(value, null), Is(value, ""));

    /// <summary>Returns the formula that the value is a null that the code assigned, not an unknown value that might be null.</summary>
    public Formula IsAssignedNull(ValueSummary value)
    {
        Formula formula = Formula.False;

        foreach ((Formula guard, AbstractValue each) in value.Values)
        {
            if (each is ConstantValue { Value: null })
                formula = bdd.Or(formula, guard);
        }

        return formula;
    }

    /// <summary>Returns the first value if the condition holds, and the second one if it doesn't: the merge of two values.</summary>
    public ValueSummary Choose(Formula condition, ValueSummary whenTrue, ValueSummary whenFalse)
    {
        if (ReferenceEquals(whenTrue, whenFalse) || condition.IsTrue)
            return whenTrue;

        if (condition.IsFalse)
            return whenFalse;

        ValueSummaryBuilder summary = new(this);

        foreach ((Formula guard, AbstractValue value) in whenTrue.Values)
            summary.Add(bdd.And(condition, guard), value);

        foreach ((Formula guard, AbstractValue value) in whenFalse.Values)
            summary.Add(bdd.AndNot(guard, condition), value);

        return summary.ToSummary();
    }

    /// <summary>Applies a function to each of the guarded values.</summary>
    public ValueSummary Map(ValueSummary value, Func<AbstractValue, ValueSummary> map)
    {
        ValueSummaryBuilder summary = new(this);

        foreach ((Formula guard, AbstractValue each) in value.Values)
        {
            foreach ((Formula inner, AbstractValue mapped) in map(each).Values)
                summary.Add(bdd.And(guard, inner), mapped);
        }

        return summary.ToSummary();
    }

    /// <summary>Applies a function to each pair of guarded values.</summary>
    public ValueSummary Map(ValueSummary left, ValueSummary right, Func<AbstractValue, AbstractValue, ValueSummary> map) =>
        Map(left, a => Map(right, b => map(a, b)));

    /// <summary>Returns an element of a tuple.</summary>
    public ValueSummary Element(ValueSummary tuple, int index, ITypeSymbol? type) => Map(tuple, value => value switch
    {
        TupleValue known when index < known.Elements.Length => known.Elements[index],
        UnknownValue unknown => new ValueSummary(unknown.Element(index)),
        _ => Unknown(type),
    });

    /// <summary>Returns the formula that the values are equal, as the built-in operators compare them.</summary>
    public Formula AreEqual(ValueSummary left, ValueSummary right) => Compare(left, right, AreEqual);

    /// <summary>Returns the formula that the left value is less than the right one, or equal if that counts too.</summary>
    public Formula IsLess(ValueSummary left, ValueSummary right, bool orEqual) => Compare(left, right, orEqual ? IsLessOrEqual : IsLess);

    /// <summary>
    /// Returns the formula that a value that isn't null is of a type. It is a fact about an unknown object, which can be of any type; of other static types,
    /// some tests always hold.
    /// </summary>
    public Formula IsOfType(ValueSummary value, ITypeSymbol? own, ITypeSymbol? matched) =>
        own is { SpecialType: SpecialType.System_Object } && matched is { SpecialType: not SpecialType.System_Object } and { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Enum, IsAbstract: false, IsStatic: false } and not INamedTypeSymbol { TypeKind: TypeKind.Class, InstanceConstructors: [{ DeclaredAccessibility: Accessibility.Private }] }
        && value.Values is [{ Value: UnknownValue unknown }]
            ? RelateToConstant(unknown)
            : Undecided();

    private Formula Compare(ValueSummary left, ValueSummary right, Func<AbstractValue, AbstractValue, Formula> compare)
    {
        Formula formula = Formula.False;

        foreach ((Formula leftGuard, AbstractValue a) in left.Values)
        {
            foreach ((Formula rightGuard, AbstractValue b) in right.Values)
            {
                Formula both = bdd.And(leftGuard, rightGuard);

                if (!both.IsFalse)
                    formula = bdd.Or(formula, bdd.And(both, compare(a, b)));
            }
        }

        return formula;
    }

    private Formula Is(AbstractValue value, object? constant) => value switch
    {
        ConstantValue known => Equals(known.Value, constant) ? Formula.True : Formula.False,
        UnknownValue unknown => unknown.Is(constant),
        _ => constant is null or "" ? Formula.False : Undecided(),
    };

    private Formula AreEqual(AbstractValue left, AbstractValue right) => (left, right) switch
    {
        (ConstantValue constant, _) => Is(right, constant.Value),
        (_, ConstantValue constant) => Is(left, constant.Value),
        (UnknownValue, UnknownValue) when ReferenceEquals(left, right) => Formula.True,
        (UnknownValue { IsBoolean: true } a, UnknownValue { IsBoolean: true } b) =>
            bdd.And(bdd.Iff(a.Is(null), b.Is(null)), bdd.Iff(a.Is(true), b.Is(true))),
        (UnknownValue a, UnknownValue b) => bdd.Ite(
            a.Is(null),
            b.Is(null),
            bdd.AndNot(Relate(a, "==", b), b.Is(null))),
        _ => Undecided(),
    };

    private Formula IsLess(AbstractValue left, AbstractValue right) => IsLess(left, right, orEqual: false);

    private Formula IsLessOrEqual(AbstractValue left, AbstractValue right) => IsLess(left, right, orEqual: true);

    private Formula IsLess(AbstractValue left, AbstractValue right, bool orEqual)
    {
        if (left is ConstantValue { Value: null } || right is ConstantValue { Value: null })
            return Formula.False;

        if (left is ConstantValue { Value: long a } && right is ConstantValue { Value: long b })
            return (orEqual ? a <= b : a < b) ? Formula.True : Formula.False;

        if (left is UnknownValue unknownLeft && right is ConstantValue { Value: long upper } && unknownLeft.IsBetween(decimal.MinValue, orEqual ? upper : upper - 1m) is { } isBelow)
            return isBelow;

        if (left is ConstantValue { Value: long lower } && right is UnknownValue unknownRight && unknownRight.IsBetween(orEqual ? lower : lower + 1m, decimal.MaxValue) is { } isAbove)
            return isAbove;

        return Relate(left, orEqual ? "<=" : "<", right);
    }

    private Formula RelateToConstant(UnknownValue unknown)
    {
        Formula literal = booleans.CreateLiteral(BooleanVariableKind.Undecided, unknown);
        unknown.AddRelation();
        return literal;
    }

    private Formula Relate(AbstractValue left, string relation, AbstractValue right)
    {
        _relations ??= [];

        if (_relations.TryGetValue((left, relation, right), out Formula known))
            return known;

        UnknownValue[] unknowns = [.. new[] { left, right }.OfType<UnknownValue>()];
        Formula formula = booleans.CreateLiteral(BooleanVariableKind.Undecided, Array.Find(unknowns, static unknown => unknown.Origin == ValueOrigin.Lost) ?? FindLost());

        foreach (UnknownValue unknown in unknowns)
            unknown.IsCompared = true;

        // A value that isn't identified has a different relation each time.
        if (left is UnknownValue or ConstantValue && right is UnknownValue or ConstantValue)
            _relations.Add((left, relation, right), formula);

        return formula;
    }
}

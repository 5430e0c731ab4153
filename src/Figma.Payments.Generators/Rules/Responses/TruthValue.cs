using System;
using System.Collections.Generic;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>The value of a condition: false, true, unknown, or a formula over conditions that are independent of the response. Equal formulas have equal IDs.</summary>
internal readonly record struct TruthValue(int Id)
{
    public static readonly TruthValue False = new(0);
    public static readonly TruthValue True = new(1);
    public static readonly TruthValue Unknown = new(2);

    public bool IsConstant => Id < 2;

    public bool IsUnknown => Id == 2;

    public static TruthValue Of(bool value) => value ? True : False;
}

/// <summary>Creates truth values. Each formula is created once.</summary>
internal sealed class TruthValues
{
    private readonly Dictionary<(char Operator, int Left, int Right), TruthValue> _formulas = [];
    private readonly Dictionary<object, TruthValue> _conditions = [];
    private int _next = 3;

    /// <summary>Returns the value of a condition that is independent of the response.</summary>
    public TruthValue Independent(object condition)
    {
        if (!_conditions.TryGetValue(condition, out TruthValue value))
            _conditions.Add(condition, value = new TruthValue(_next++));

        return value;
    }

    public TruthValue Not(TruthValue operand) => operand.IsUnknown ? operand : operand.IsConstant ? TruthValue.Of(operand == TruthValue.False) : Create('!', operand, operand);

    public TruthValue And(TruthValue left, TruthValue right) =>
        left == TruthValue.False || right == TruthValue.False ? TruthValue.False
        : left == TruthValue.True || left == right ? right
        : right == TruthValue.True ? left
        : Combine('&', left, right);

    public TruthValue Or(TruthValue left, TruthValue right) =>
        left == TruthValue.True || right == TruthValue.True ? TruthValue.True
        : left == TruthValue.False || left == right ? right
        : right == TruthValue.False ? left
        : Combine('|', left, right);

    public TruthValue AreEqual(TruthValue left, TruthValue right) =>
        left == TruthValue.True ? right
        : right == TruthValue.True ? left
        : left == TruthValue.False ? Not(right)
        : right == TruthValue.False ? Not(left)
        : Combine('=', left, right);

    public TruthValue Choose(TruthValue condition, TruthValue whenTrue, TruthValue whenFalse) =>
        condition == TruthValue.True ? whenTrue
        : condition == TruthValue.False ? whenFalse
        : whenTrue == whenFalse ? whenTrue
        : Or(And(condition, whenTrue), And(Not(condition), whenFalse));

    private TruthValue Combine(char kind, TruthValue left, TruthValue right) =>
        left.IsUnknown || right.IsUnknown ? TruthValue.Unknown : Create(kind, new TruthValue(Math.Min(left.Id, right.Id)), new TruthValue(Math.Max(left.Id, right.Id)));

    private TruthValue Create(char kind, TruthValue left, TruthValue right)
    {
        if (!_formulas.TryGetValue((kind, left.Id, right.Id), out TruthValue value))
            _formulas.Add((kind, left.Id, right.Id), value = new TruthValue(_next++));

        return value;
    }
}

namespace Figma.Payments.Generators.Flow;

/// <summary>The value of an expression on all paths: a set of guarded values, of which exactly one guard holds.</summary>
internal sealed class ValueSummary(GuardedValue[] values)
{
    public static readonly ValueSummary Null = new(new ConstantValue(null));
    public static readonly ValueSummary NonNull = new(NonNullValue.Instance);

    public ValueSummary(AbstractValue value)
        : this([new GuardedValue(Formula.True, value)])
    {
    }

    /// <summary>Gets the guarded values. The array must not be changed.</summary>
    public GuardedValue[] Values { get; } = values;

    /// <summary>Creates the summary of a constant.</summary>
    public static ValueSummary Constant(object? constant) =>
        ConstantValue.TryNormalize(constant, out object? normalized) ? new ValueSummary(new ConstantValue(normalized)) : NonNull;
}

/// <summary>An abstract value and the condition under which it is the value.</summary>
/// <param name="Guard">The condition.</param>
/// <param name="Value">The value.</param>
internal sealed record GuardedValue(Formula Guard, AbstractValue Value);

using System;
using System.Collections.Immutable;
using System.Globalization;

namespace Figma.Payments.Generators.Flow;

/// <summary>An abstract value: what the analysis knows about a value under one condition.</summary>
internal abstract class AbstractValue;

/// <summary>A constant: null, a Boolean, a string, or a <see cref="long"/> for an integer, a character or a member of an enumeration.</summary>
internal sealed class ConstantValue(object? value) : AbstractValue, IEquatable<ConstantValue>
{
    public static readonly ConstantValue True = new(true);
    public static readonly ConstantValue False = new(false);

    public object? Value { get; } = value;

    public bool Equals(ConstantValue? other) => other is not null && Equals(Value, other.Value);

    public override bool Equals(object? obj) => Equals(obj as ConstantValue);

    public override int GetHashCode() => Value?.GetHashCode() ?? 0;

    /// <summary>Converts a constant to the form in which the analysis compares constants. Returns false for constants that it doesn't compare.</summary>
    public static bool TryNormalize(object? value, out object? normalized)
    {
        normalized = value switch
        {
            char character => (long)character,
            sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            _ => value,
        };

        return normalized is null or bool or string or long;
    }
}

/// <summary>Any value that is neither null nor an empty string.</summary>
internal sealed class NonNullValue : AbstractValue
{
    public static readonly NonNullValue Instance = new();

    private NonNullValue()
    {
    }
}

/// <summary>A tuple.</summary>
internal sealed class TupleValue(ImmutableArray<ValueSummary> elements) : AbstractValue
{
    public ImmutableArray<ValueSummary> Elements { get; } = elements;
}

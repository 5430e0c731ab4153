using System;

namespace Figma.Payments.Generators.Flow;

/// <summary>Builds a value summary. Guarded values with equal values become one.</summary>
internal sealed class ValueSummaryBuilder(ValueDomain domain)
{
    private GuardedValue[] _values = new GuardedValue[2];
    private int _count;

    public void Add(Formula guard, AbstractValue value)
    {
        // Beyond the bound, the result is unknown anyway.
        if (guard.IsFalse || _count > ValueDomain.MaxGuardedValues)
            return;

        for (int i = 0; i < _count; i++)
        {
            if (_values[i].Value.Equals(value))
            {
                _values[i] = new GuardedValue(domain.Bdd.Or(_values[i].Guard, guard), _values[i].Value);
                return;
            }
        }

        if (_count == _values.Length)
            Array.Resize(ref _values, _count * 2);

        _values[_count++] = new GuardedValue(guard, value);
    }

    public ValueSummary ToSummary()
    {
        switch (_count)
        {
            // The path condition is false: the value is never used.
            case 0:
                return ValueSummary.NonNull;

            case 1:
                return new ValueSummary(_values[0].Value);

            case > ValueDomain.MaxGuardedValues:
                return domain.Lost();

            default:
                if (_count < _values.Length)
                    Array.Resize(ref _values, _count);

                return new ValueSummary(_values);
        }
    }
}

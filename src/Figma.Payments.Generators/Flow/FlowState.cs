namespace Figma.Payments.Generators.Flow;

/// <summary>All that may be at a point: for which answers of the code before it is reached, and what each variable then is.</summary>
/// <remarks>At any time, each way through the code is in one place only: what two states have as guards excludes each other.</remarks>
internal sealed class FlowState
{
    // By the variables' indices; copied before it is written where another state has it too.
    private ValueSummary?[] _values;
    private bool _isShared;

    public FlowState(Formula pathCondition)
        : this(pathCondition, [], isShared: true)
    {
    }

    private FlowState(Formula pathCondition, ValueSummary?[] values, bool isShared)
    {
        PathCondition = pathCondition;
        _values = values;
        _isShared = isShared;
    }

    /// <summary>The formula that this point is reached.</summary>
    public Formula PathCondition { get; set; }

    /// <summary>What two states have in common as long as no variable of either is written.</summary>
    public object Version => _values;

    /// <summary>What a variable is; null where it was not written.</summary>
    public ValueSummary? Find(ProgramVariable variable) => variable.Index < _values.Length ? _values[variable.Index] : null;

    public void Set(ProgramVariable variable, ValueSummary value)
    {
        if (!ReferenceEquals(Find(variable), value))
            Write(variable.Index, value);
    }

    /// <summary>The same under another pathCondition.</summary>
    public FlowState WithPathCondition(Formula pathCondition)
    {
        _isShared = true;
        return new(pathCondition, _values, isShared: true);
    }

    /// <summary>Both of them.</summary>
    public FlowState Merge(FlowState other, ValueDomain domain)
    {
        if (PathCondition.IsFalse)
            return other;

        FlowState merged = WithPathCondition(domain.Bdd.Or(PathCondition, other.PathCondition));

        if (ReferenceEquals(_values, other._values))
            return merged;

        for (int i = 0; i < other._values.Length; i++)
        {
            // A variable that only one of them has is one that nobody reads any more, or that still is what it was at the start.
            if (other._values[i] is { } otherValue && (i < _values.Length ? _values[i] : null) is var ownValue && !ReferenceEquals(ownValue, otherValue))
                merged.Write(i, ownValue is null ? otherValue : domain.Choose(PathCondition, ownValue, otherValue));
        }

        return merged;
    }

    private void Write(int index, ValueSummary value)
    {
        if (_isShared || index >= _values.Length)
        {
            // Who comes next is likely to be written next.
            ValueSummary?[] own = new ValueSummary?[index < _values.Length ? _values.Length : index + 4];
            _values.CopyTo(own, 0);
            _values = own;
            _isShared = false;
        }

        _values[index] = value;
    }
}

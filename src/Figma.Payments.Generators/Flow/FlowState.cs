namespace Figma.Payments.Generators.Flow;

/// <summary>The state at a point: the path condition under which it is reached, and the value of each variable.</summary>
/// <remarks>Each path belongs to exactly one of the states that are still to be visited, so their path conditions exclude each other.</remarks>
internal sealed class FlowState
{
    // Indexed by variable, and copied on write while shared.
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

    /// <summary>Gets or sets the path condition: the formula that this point is reached.</summary>
    public Formula PathCondition { get; set; }

    /// <summary>Gets an object that is the same for two states if no variable was written between them.</summary>
    public object Version => _values;

    /// <summary>Returns the value of a variable, or null if it wasn't written.</summary>
    public ValueSummary? Find(ProgramVariable variable) => variable.Index < _values.Length ? _values[variable.Index] : null;

    public void Set(ProgramVariable variable, ValueSummary value)
    {
        if (!ReferenceEquals(Find(variable), value))
            Write(variable.Index, value);
    }

    /// <summary>Returns a state with the same variables and another path condition.</summary>
    public FlowState WithPathCondition(Formula pathCondition)
    {
        _isShared = true;
        return new(pathCondition, _values, isShared: true);
    }

    /// <summary>Merges two states.</summary>
    public FlowState Merge(FlowState other, ValueDomain domain)
    {
        if (PathCondition.IsFalse)
            return other;

        FlowState merged = WithPathCondition(domain.Bdd.Or(PathCondition, other.PathCondition));

        if (ReferenceEquals(_values, other._values))
            return merged;

        for (int i = 0; i < other._values.Length; i++)
        {
            // A variable that only one state has is never read again, or it still has its initial value.
            if (other._values[i] is { } otherValue && (i < _values.Length ? _values[i] : null) is var ownValue && !ReferenceEquals(ownValue, otherValue))
                merged.Write(i, ownValue is null ? otherValue : domain.Choose(PathCondition, ownValue, otherValue));
        }

        return merged;
    }

    private void Write(int index, ValueSummary value)
    {
        if (_isShared || index >= _values.Length)
        {
            // The next variable is probably written next.
            ValueSummary?[] own = new ValueSummary?[index < _values.Length ? _values.Length : index + 4];
            _values.CopyTo(own, 0);
            _values = own;
            _isShared = false;
        }

        _values[index] = value;
    }
}

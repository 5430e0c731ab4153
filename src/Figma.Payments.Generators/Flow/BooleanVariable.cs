namespace Figma.Payments.Generators.Flow;

/// <summary>A Boolean variable of a <see cref="BddManager"/>.</summary>
/// <param name="Index">The position of the variable in the variable order, which is the order of creation.</param>
internal readonly record struct BooleanVariable(int Index)
{
    /// <summary>Determines whether the variable was created before another one.</summary>
    public bool IsBefore(BooleanVariable other) => Index < other.Index;
}

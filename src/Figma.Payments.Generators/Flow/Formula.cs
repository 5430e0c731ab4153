namespace Figma.Payments.Generators.Flow;

/// <summary>A Boolean formula of a <see cref="BddManager"/>. Equivalent formulas of one manager are equal.</summary>
/// <param name="Node">The index of the formula's root node in the manager's unique table.</param>
internal readonly record struct Formula(int Node)
{
    /// <summary>Gets the formula that never holds.</summary>
    public static Formula False => default;

    /// <summary>Gets the formula that always holds.</summary>
    public static Formula True => new(1);

    /// <summary>Gets a value that indicates whether the formula never holds.</summary>
    public bool IsFalse => Node == 0;

    /// <summary>Gets a value that indicates whether the formula always holds.</summary>
    public bool IsTrue => Node == 1;
}

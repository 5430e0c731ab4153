namespace Figma.Payments.Generators.Flow;

/// <summary>The outcome of a branch condition.</summary>
/// <param name="Condition">The condition, as it is evaluated once.</param>
/// <param name="IsTrue">Its value.</param>
internal readonly record struct BranchOutcome(BranchCondition Condition, bool IsTrue);

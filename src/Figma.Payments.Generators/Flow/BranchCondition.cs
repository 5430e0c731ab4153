namespace Figma.Payments.Generators.Flow;

/// <summary>A branch condition, as it is evaluated once. In a loop, it is evaluated several times.</summary>
/// <param name="Block">The block that the condition ends.</param>
/// <param name="Reached">The path condition under which it is evaluated.</param>
/// <param name="IsTrue">The formula that its value is true.</param>
/// <param name="Outcome">The Boolean variable that stands for its value.</param>
/// <param name="IsEvaluated">The Boolean variable that stands for its evaluation.</param>
internal sealed record BranchCondition(int Block, Formula Reached, Formula IsTrue, BooleanVariable Outcome, BooleanVariable IsEvaluated);

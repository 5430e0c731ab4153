using Figma.Payments.Generators.Flow;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>A visit of a call by the analysis. In a loop, a call is visited several times.</summary>
/// <param name="Reached">The path condition of the call.</param>
/// <param name="Given">The formula that each resource ID is given, in the order of the parameters.</param>
/// <param name="AssignedNull">The formula that each resource ID is a null that the code assigned, not an unknown value that might be null.</param>
/// <param name="Block">The ordinal of the block that contains the call.</param>
/// <param name="NextVariable">The first Boolean variable that was created after the call.</param>
internal sealed record CallVisit(Formula Reached, Formula[] Given, Formula[] AssignedNull, int Block, BooleanVariable NextVariable);

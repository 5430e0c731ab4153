namespace Figma.Payments.Generators.Flow;

/// <summary>A condition that was asked once: in a loop, it is asked several times.</summary>
/// <param name="Block">The block that it ends.</param>
/// <param name="Asked">The formula that it is asked.</param>
/// <param name="IsTrue">The formula that it comes out true.</param>
/// <param name="Answer">The atom that stands for its answer; the next one stands for its being asked.</param>
internal sealed record Decision(int Block, int Asked, int IsTrue, int Answer);

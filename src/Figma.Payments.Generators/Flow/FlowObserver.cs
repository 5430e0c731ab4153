using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Flow;

/// <summary>Receives what the analysis finds while it runs. In a loop, the same operation is reported several times.</summary>
internal abstract class FlowObserver
{
    /// <summary>Called at each visit of a block, before its operations.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="state">The state in which the block is entered.</param>
    public virtual void OnBlock(FlowAnalysis analysis, FlowState state)
    {
    }

    /// <summary>Called for each call after its arguments and before the call itself.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="call">The invocation or object creation.</param>
    /// <param name="state">The state in which the call is made.</param>
    /// <param name="arguments">The values of the arguments, by the ordinals of their parameters.</param>
    public virtual void OnCall(FlowAnalysis analysis, IOperation call, FlowState state, ValueSummary?[] arguments)
    {
    }

    /// <summary>Called for each read of a local, a parameter or a flow capture.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="state">The state in which the variable is read.</param>
    /// <param name="value">The variable's value.</param>
    public virtual void OnRead(FlowAnalysis analysis, IOperation reference, FlowState state, ValueSummary value)
    {
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules;

/// <summary>Recognizes calls in tests that aren't made to get a response: calls on substitutes, and calls that are expected to throw an exception.</summary>
internal static class ExpectedCalls
{
    /// <summary>Determines whether an operation is, or is part of, a call on a substitute, or is in code that is expected to throw an exception.</summary>
    public static bool Contains(IOperation operation)
    {
        for (IOperation? around = operation; around is not null; around = around.Parent)
        {
            if (around is IInvocationOperation call && (Substitutes.Declare(call.TargetMethod) || (call.Instance is { } instance && Substitutes.Contain(instance))))
                return true;
        }

        return ExpectedException.IsAsserted(operation) || ExpectedException.IsFollowedByFailure(operation);
    }
}

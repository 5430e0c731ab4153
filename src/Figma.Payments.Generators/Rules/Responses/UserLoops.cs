using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes the loops that might call a method only for users who have paid.</summary>
internal static class UserLoops
{
    /// <summary>Determines whether a call is in a loop over certain users. One over the items of a queue isn't.</summary>
    public static bool Contain(IOperation read)
    {
        for (IOperation inner = read; inner.Parent is { } around and not (IAnonymousFunctionOperation or ILocalFunctionOperation); inner = around)
        {
            if (around is ILoopOperation loop && (loop as IForEachLoopOperation)?.Collection != inner && !IsOverQueue(loop))
                return true;
        }

        return false;
    }

    private static bool IsOverQueue(ILoopOperation loop) => loop switch
    {
        IForEachLoopOperation { Collection: var collection } => collection.WithoutConversions() is IInvocationOperation { TargetMethod.Name: "ReadAllAsync" or "GetConsumingEnumerable" } call && call.IsCallOfPlatform(),
        IWhileLoopOperation { Condition: { } condition } => condition.ConstantValue.HasValue || condition.WithDescendants().Any(static part => part is IInvocationOperation { TargetMethod.Name: "WaitToReadAsync" or "WaitForNextTickAsync" } or IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" }),
        _ => false,
    };
}

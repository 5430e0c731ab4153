using System;
using System.Collections.Generic;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes the uses of a collection that only read it. Any other might change it.</summary>
internal static class CollectionReads
{
    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal) { "Contains", "ContainsKey", "Find", "GetEnumerator", "GetValueOrDefault", "IndexOf", "ToArray", "ToString", "TryGetValue" };

    public static bool IsRead(IOperation collection)
    {
        IOperation use = collection.WithConversionsAround();

        return use.Parent switch
        {
            IPropertyReferenceOperation value => value.Instance == use && value.Property.ContainingType.IsOfPlatform() && !(value.WithConversionsAround() is var read && read.Parent is IAssignmentOperation assignment && assignment.Target == read),
            IInvocationOperation call => call.Instance == use && Methods.Contains(call.TargetMethod.Name),
            IArgumentOperation { Parent: IInvocationOperation call } => call.TargetMethod.ContainingType.ContainingNamespace.IsNamed("Linq", "System") || Methods.Contains(call.TargetMethod.Name),
            IForEachLoopOperation => true,
            _ => false,
        };
    }
}

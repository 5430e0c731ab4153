using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes the targets of assignments.</summary>
internal static class Assignments
{
    /// <summary>Determines whether a value is assigned to a field or a property, which isn't read.</summary>
    public static bool IsTarget(IMemberReferenceOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation { IsRef: false } assignment => assignment.Target == reference,
        ITupleOperation tuple => IsTarget(tuple),
        _ => false,
    };

    private static bool IsTarget(ITupleOperation tuple) => tuple.Parent switch
    {
        IDeconstructionAssignmentOperation assignment => assignment.Target == tuple,
        ITupleOperation outer => IsTarget(outer),
        _ => false,
    };
}

using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>FPG2004: a method that does nothing with its own optional ids but hand them on.</summary>
internal static class Forwarding
{
    public static Diagnostic? Find(OperationBlockAnalysisContext context, List<ResourceCall> open)
    {
        // Cheap first: who hands on none of its parameters hands on none of its ids.
        if (context.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor, IsOverride: false } method
            || !open.Exists(static call => call.Arguments.Any(static argument => argument is not null && argument.Value.WithoutValuePreservingConversions() is IParameterReferenceOperation))
            || LibrarySymbols.IsMarkedExactlyOne(method)
            || ImplementsInterface(method)
            || ResourceParameters.ReadResourceIds(method) is not { } ids
            || ids.Ordinals.Any(ordinal => !method.Parameters[ordinal].HasExplicitDefaultValue))
        {
            return null;
        }

        HashSet<IParameterSymbol> own = new(ids.Ordinals.Select(ordinal => method.Parameters[ordinal]), SymbolEqualityComparer.Default);
        List<ResourceCall> forwarding = [.. open.Where(call => ForwardsAll(call, own)).OrderBy(static call => call.Operation.Syntax.SpanStart)];

        if (forwarding.Count == 0)
            return null;

        HashSet<IOperation> forwarded = [.. forwarding.SelectMany(static call => call.Arguments).Select(static argument => argument!.Value.WithoutValuePreservingConversions())];

        // Who looks at them in any other way may well check them.
        bool isUsedOtherwise = context.OperationBlocks.SelectMany(static block => block.DescendantsAndSelf())
            .Any(operation => operation is IParameterReferenceOperation reference && own.Contains(reference.Parameter) && !forwarded.Contains(reference));

        return isUsedOtherwise ? null : Diagnostic.Create(Descriptors.MarkMethodsThatForwardResourceIds, forwarding[0].Location, method.Name);
    }

    /// <summary>Whether a call gets all of the method's ids, and no other that may be there.</summary>
    private static bool ForwardsAll(ResourceCall call, HashSet<IParameterSymbol> own)
    {
        HashSet<IParameterSymbol> forwarded = new(SymbolEqualityComparer.Default);

        for (int id = 0; id < call.Arguments.Length; id++)
        {
            if (call.Presences[id] == Presence.Absent)
                continue;

            if (call.Arguments[id] is not { } argument || argument.Value.WithoutValuePreservingConversions() is not IParameterReferenceOperation { Parameter: var parameter } || !forwarded.Add(parameter))
                return false;
        }

        return forwarded.SetEquals(own);
    }

    // Its callers see the interface: there the mark belongs.
    private static bool ImplementsInterface(IMethodSymbol method) =>
        !method.ExplicitInterfaceImplementations.IsEmpty
        || method.ContainingType.AllInterfaces.Any(type => type.GetMembers(method.Name)
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)));
}

using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>FPG2004: a method that only forwards its own optional resource IDs should be marked.</summary>
internal static class Forwarding
{
    public static Diagnostic? Find(OperationBlockAnalysisContext context, List<ResourceCall> open)
    {
        // The cheapest check is first: a method that forwards no parameter forwards no resource ID.
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

        // Other uses of the parameters might check them.
        bool isUsedOtherwise = context.OperationBlocks.SelectMany(static block => block.DescendantsAndSelf())
            .Any(operation => operation is IParameterReferenceOperation reference && own.Contains(reference.Parameter) && !forwarded.Contains(reference));

        return isUsedOtherwise ? null : Diagnostic.Create(Descriptors.MarkMethodsThatForwardResourceIds, forwarding[0].Location, method.Name);
    }

    /// <summary>Determines whether a call receives all resource IDs of the method and no other one.</summary>
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

    // Callers see the interface: its method must be marked instead.
    private static bool ImplementsInterface(IMethodSymbol method) =>
        !method.ExplicitInterfaceImplementations.IsEmpty
        || method.ContainingType.AllInterfaces.Any(type => type.GetMembers(method.Name)
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)));
}

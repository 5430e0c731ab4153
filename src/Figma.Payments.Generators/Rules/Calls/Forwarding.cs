using System;
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

        return isUsedOtherwise || MayBeCalledByFramework(method, context.Compilation) ? null : Diagnostic.Create(Descriptors.MarkMethodsThatForwardResourceIds, forwarding[0].Location, method.Name);
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

    /// <summary>Determines whether code that isn't compiled with the rules might call the method: a framework, by a name, an attribute or a delegate.</summary>
    private static bool MayBeCalledByFramework(IMethodSymbol method, Compilation compilation) =>
        method is { IsStatic: true, Name: "Main" }
        || HasAttributeOfFramework(method)
        || method.Parameters.Any(static parameter => HasAttributeOfFramework(parameter))
        || (method.DeclaredAccessibility == Accessibility.Public && method.MethodKind == MethodKind.Ordinary && IsOfFramework(method.ContainingType))
        || (method.MethodKind == MethodKind.Ordinary && compilation.SyntaxTrees.Any(tree => IsDelegate(method, tree, compilation)));

    private static bool HasAttributeOfFramework(ISymbol symbol) => symbol.GetAttributes().Any(static attribute => attribute.AttributeClass is { } type && !IsOfCompiler(type));

    /// <summary>Determines whether a type is a controller or a view component, or derives from a type of the platform, such as a hub.</summary>
    private static bool IsOfFramework(INamedTypeSymbol type) =>
        type.Name.EndsWith("Controller", StringComparison.Ordinal) || type.Name.EndsWith("ViewComponent", StringComparison.Ordinal) || type.BaseType.WithBaseTypes().OfType<INamedTypeSymbol>().Any(static each => each.SpecialType == SpecialType.None && each.IsOfPlatform());

    /// <summary>Determines whether a file uses a method as a delegate, for example as an endpoint.</summary>
    private static bool IsDelegate(IMethodSymbol method, SyntaxTree tree, Compilation compilation)
    {
        List<int> positions = NameIndex.Of(tree).Find(method.Name, NameUse.Value);

        // A model of a file other than the analyzed one is needed only for a report.
#pragma warning disable RS1030
        return positions.Count > 0 && compilation.GetSemanticModel(tree) is var model && positions.Exists(position => tree.GetRoot().FindToken(position).Parent is { } name && IsMethod(model.GetSymbolInfo(name)));
#pragma warning restore RS1030

        bool IsMethod(SymbolInfo found) => SymbolEqualityComparer.Default.Equals(found.Symbol?.OriginalDefinition, method) || found.CandidateSymbols.Contains(method, SymbolEqualityComparer.Default);
    }

    /// <summary>Determines whether an attribute is read by the compiler or by tools, and not by a framework that calls methods.</summary>
    private static bool IsOfCompiler(INamedTypeSymbol attribute)
    {
        INamespaceSymbol space = attribute.ContainingNamespace;
        return space.IsNamed("System") || space.IsNamed("CodeAnalysis", "Diagnostics", "System") || space.IsNamed("Diagnostics", "System") || space.IsNamed("CompilerServices", "Runtime", "System") || space.IsNamed("CodeDom", "System");
    }

    // Callers see the interface: its method must be marked instead.
    private static bool ImplementsInterface(IMethodSymbol method) =>
        !method.ExplicitInterfaceImplementations.IsEmpty
        || method.ContainingType.AllInterfaces.Any(type => type.GetMembers(method.Name)
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)));
}

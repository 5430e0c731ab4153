using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds the methods of a compilation that read what others write to a channel, such as those of a background service.</summary>
internal sealed class ChannelReaders(MethodUses uses)
{
    private static readonly string[] Names = ["ReadAllAsync", "ReadAsync", "TryRead"];

    private readonly Lazy<List<(ITypeSymbol Type, HashSet<ISymbol> Methods)>> _readers = new(() =>
    [
        .. Names.SelectMany(uses.FindCalls)
            .Where(static found => IsOfChannel(found.Call, "ChannelReader"))
            .Select(found => (found.Call.TargetMethod.ContainingType.TypeArguments[0], FindReaders(found.Body.Member, uses))),
    ]);

    /// <summary>Returns the methods that receive what a call writes.</summary>
    public IEnumerable<IMethodSymbol> Find(IInvocationOperation call) =>
        call.TargetMethod.Name is "WriteAsync" or "TryWrite" && IsOfChannel(call, "ChannelWriter") && call.TargetMethod.ContainingType.TypeArguments[0] is var written
            ? _readers.Value.Where(reader => MayBeSame(reader.Type, written)).SelectMany(static reader => reader.Methods).OfType<IMethodSymbol>()
            : [];

    private static bool IsOfChannel(IInvocationOperation call, string name) => call.TargetMethod.ContainingType is { Arity: 1 } type && type.Name == name && type.ContainingNamespace.IsNamed("Channels", "Threading", "System");

    /// <summary>Determines whether two types of elements are the same, or one of them is a type parameter of a queue.</summary>
    private static bool MayBeSame(ITypeSymbol type, ITypeSymbol other) => type is ITypeParameterSymbol || other is ITypeParameterSymbol || SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, other.OriginalDefinition);

    /// <summary>Returns a member that reads a channel, and the callers to which it returns what it reads, as a queue does.</summary>
    private static HashSet<ISymbol> FindReaders(ISymbol member, MethodUses uses)
    {
        HashSet<ISymbol> found = new(SymbolEqualityComparer.Default) { member };
        Queue<ISymbol> open = new([member]);

        while (open.Count > 0)
        {
            if (open.Dequeue() is not IMethodSymbol { ReturnType: INamedTypeSymbol { TypeArguments.IsEmpty: false } or ITypeParameterSymbol } method)
                continue;

            foreach ((_, ResponseBody body) in Callers.FindDeclarations(method).SelectMany(uses.FindReads))
            {
                if (found.Add(body.Member))
                    open.Enqueue(body.Member);
            }
        }

        return found;
    }
}

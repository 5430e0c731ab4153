using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds the methods of a compilation that read what others write to a channel, such as those of a background service.</summary>
internal sealed class ChannelReaders
{
    private static readonly string[] Names = ["ReadAllAsync", "ReadAsync", "TryRead"];

    private readonly Lazy<List<(ITypeSymbol Type, HashSet<ISymbol> Methods)>> _readers;
    private readonly Lazy<ILookup<ISymbol, ITypeSymbol>> _types;
    private readonly Lazy<List<(ITypeSymbol Type, IInvocationOperation Call, ResponseBody Body)>> _writes;

    public ChannelReaders(MethodUses uses)
    {
        _readers = new(() =>
        [
            .. Names.SelectMany(uses.FindCalls)
                .Where(static found => IsOfChannel(found.Call, "ChannelReader"))
                .Select(found => (found.Call.TargetMethod.ContainingType.TypeArguments[0], FindReaders(found.Body.Member, uses))),
        ]);

        _types = new(() => _readers.Value.SelectMany(static reader => reader.Methods.Select(method => (Method: method, reader.Type)))
            .ToLookup(static pair => pair.Method, static pair => pair.Type, SymbolEqualityComparer.Default));
        _writes = new(() =>
        [
            .. uses.FindCalls("WriteAsync").Concat(uses.FindCalls("TryWrite"))
                .Where(static found => IsOfChannel(found.Call, "ChannelWriter"))
                .Select(static found => (found.Call.TargetMethod.ContainingType.TypeArguments[0], found.Call, found.Body)),
        ]);
    }

    /// <summary>Returns the methods that receive what a call writes.</summary>
    public IEnumerable<IMethodSymbol> Find(IInvocationOperation call) =>
        call.TargetMethod.Name is "WriteAsync" or "TryWrite" && IsOfChannel(call, "ChannelWriter") && call.TargetMethod.ContainingType.TypeArguments[0] is var written
            ? _readers.Value.Where(reader => MayBeSame(reader.Type, written)).SelectMany(static reader => reader.Methods).OfType<IMethodSymbol>()
            : [];

    /// <summary>Returns the calls that write what a method reads.</summary>
    public IEnumerable<(IInvocationOperation Call, ResponseBody Body)> FindWrites(IMethodSymbol method) => !_types.Value.Contains(method) ? []
        : _writes.Value.Where(write => _types.Value[method].Any(type => MayBeSame(type, write.Type))).Select(static write => (write.Call, write.Body));

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

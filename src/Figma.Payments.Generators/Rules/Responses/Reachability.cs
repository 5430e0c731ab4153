using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Determines whether members of a compilation have a property, or lead to a member that has it, for example by their calls.</summary>
/// <param name="read">Returns whether a member has the property itself, and otherwise the members that it leads to.</param>
/// <remarks>Each member is read once, whichever is asked about first. Members that lead to each other are judged together.</remarks>
internal sealed class Reachability(Func<ISymbol, (bool HasProperty, IEnumerable<ISymbol> Next)> read)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    public bool Leads(ISymbol member)
    {
        if (!_known.TryGetValue(member, out bool leads))
        {
            Explore(member);
            leads = _known[member];
        }

        return leads;
    }

    private void Explore(ISymbol start)
    {
        Dictionary<ISymbol, List<ISymbol>> previous = new(SymbolEqualityComparer.Default) { [start] = [] };
        Stack<ISymbol> open = new([start]);
        Stack<ISymbol> leading = new();

        while (open.Count > 0)
        {
            ISymbol member = open.Pop();
            (bool hasProperty, IEnumerable<ISymbol> next) = read(member);

            if (hasProperty)
            {
                leading.Push(member);
                continue;
            }

            foreach (ISymbol each in next)
            {
                if (_known.TryGetValue(each, out bool leads))
                {
                    if (leads)
                        leading.Push(member);
                }
                else if (previous.TryGetValue(each, out List<ISymbol>? members))
                {
                    members.Add(member);
                }
                else
                {
                    previous.Add(each, [member]);
                    open.Push(each);
                }
            }
        }

        HashSet<ISymbol> found = new(SymbolEqualityComparer.Default);

        while (leading.Count > 0)
        {
            ISymbol member = leading.Pop();

            if (!found.Add(member))
                continue;

            foreach (ISymbol each in previous[member])
                leading.Push(each);
        }

        foreach (ISymbol member in previous.Keys)
            _known[member] = found.Contains(member);
    }
}

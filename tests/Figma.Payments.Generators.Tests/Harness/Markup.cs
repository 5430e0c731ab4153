using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Tests.Harness;

/// <summary>A source in which <c>{|FPG2001:text|}</c> says which rule points at which text.</summary>
internal sealed record Markup(string Text, ImmutableArray<(string Id, TextSpan Span)> Expected)
{
    public static Markup Parse(string marked)
    {
        StringBuilder text = new();
        ImmutableArray<(string Id, TextSpan Span)>.Builder expected = ImmutableArray.CreateBuilder<(string Id, TextSpan Span)>();
        Stack<(string Id, int Start)> open = new();

        for (int i = 0; i < marked.Length; i++)
        {
            if (string.CompareOrdinal(marked, i, "{|FPG", 0, 5) == 0)
            {
                int colon = marked.IndexOf(':', i);
                open.Push((marked[(i + 2)..colon], text.Length));
                i = colon;
            }
            else if (open.Count > 0 && string.CompareOrdinal(marked, i, "|}", 0, 2) == 0)
            {
                (string id, int start) = open.Pop();
                expected.Add((id, TextSpan.FromBounds(start, text.Length)));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        if (open.Count > 0)
            throw new ArgumentException("A mark is not closed: " + marked, nameof(marked));

        return new Markup(text.ToString(), expected.ToImmutable());
    }
}

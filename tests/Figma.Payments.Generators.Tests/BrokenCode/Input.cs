using System.Collections.Immutable;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Tests.BrokenCode;

/// <summary>A source that is whole, to be broken.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="Project">The project that it stands in.</param>
/// <param name="Source">Its place among the project's sources.</param>
/// <param name="Region">What of it is broken; what stands around is broken in another input that shares it.</param>
internal sealed record Input(string Name, Consumer Project, int Source, TextSpan Region)
{
    public string Text => Project.Sources[Source].Text;

    /// <summary>The whole source of a project.</summary>
    public static Input Of(string name, Consumer project, int source) => new(name, project, source, new TextSpan(0, project.Sources[source].Text.Length));

    /// <summary>The same, but only what sets it apart from the most similar of the texts.</summary>
    public Input ApartFrom(ImmutableArray<string> others)
    {
        Input apart = this;

        foreach (string other in others)
        {
            TextSpan region = Difference(Text, other);

            if (region.Length < apart.Region.Length)
                apart = this with { Region = region };
        }

        return apart;
    }

    private static TextSpan Difference(string text, string other)
    {
        int shorter = int.Min(text.Length, other.Length);
        int start = 0;

        while (start < shorter && text[start] == other[start])
            start++;

        int end = 0;

        while (end < shorter - start && text[^(end + 1)] == other[^(end + 1)])
            end++;

        return TextSpan.FromBounds(start, text.Length - end);
    }
}

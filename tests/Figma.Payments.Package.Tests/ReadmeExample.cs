using System;
using System.Collections.Generic;

namespace Figma.Payments.Package.Tests;

/// <summary>Reads the examples of a README.</summary>
internal static class ReadmeExample
{
    public static string First { get; } = Blocks(Repository.Read("README.md"))[0];

    public static IReadOnlyList<string> Blocks(string markdown, string language = "csharp")
    {
        List<string> blocks = [];
        List<string>? block = null;

        foreach (string line in markdown.Split('\n'))
        {
            if (block is null)
            {
                if (line.TrimEnd() == "```" + language)
                    block = [];
            }
            else if (line.TrimEnd() == "```")
            {
                blocks.Add(string.Join(Environment.NewLine, block));
                block = null;
            }
            else
            {
                block.Add(line);
            }
        }

        return blocks;
    }
}

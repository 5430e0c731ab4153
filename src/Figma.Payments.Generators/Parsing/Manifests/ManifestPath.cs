using System;
using System.Collections.Generic;
using System.Linq;

namespace Figma.Payments.Generators.Parsing.Manifests;

/// <summary>
/// Compares paths from their ends, segment by segment, because a developer writes relative paths and the compiler passes absolute ones.
/// </summary>
/// <remarks>On every system both slashes are separators and case is ignored, so that a declaration means the same file on each of them.</remarks>
internal static class ManifestPath
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>Splits a path into its names. A leading <c>./</c> or <c>../</c> is dropped.</summary>
    public static List<string> Split(string path)
    {
        List<string> names = [];

        foreach (string segment in path.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
                names.RemoveRange(Math.Max(names.Count - 1, 0), Math.Min(names.Count, 1));
            else if (segment != ".")
                names.Add(segment);
        }

        return names;
    }

    /// <summary>Determines whether a path begins with <c>./</c> or <c>../</c>.</summary>
    public static bool BeginsWithDots(string path) => path.Split(Separators)[0] is "." or "..";

    /// <summary>Determines whether two absolute paths are the same.</summary>
    public static bool AreEqual(string first, string second) => Split(first).SequenceEqual(Split(second), StringComparer.OrdinalIgnoreCase);

    public static bool IsEndOf(string file, string end)
    {
        List<string> names = Split(file);
        List<string> wanted = Split(end);

        if (wanted.Count == 0 || wanted.Count > names.Count)
            return false;

        for (int i = 1; i <= wanted.Count; i++)
        {
            if (!string.Equals(names[names.Count - i], wanted[wanted.Count - i], StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    /// <summary>Gets the shortest ends of two paths that differ.</summary>
    public static (string First, string Second) Distinguish(string first, string second)
    {
        List<string> firstNames = Split(first);
        List<string> secondNames = Split(second);

        for (int count = 1; count <= Math.Min(firstNames.Count, secondNames.Count); count++)
        {
            if (!string.Equals(firstNames[firstNames.Count - count], secondNames[secondNames.Count - count], StringComparison.OrdinalIgnoreCase))
                return (TakeLast(firstNames, count), TakeLast(secondNames, count));
        }

        return (first, second);
    }

    private static string TakeLast(List<string> names, int count) => string.Join("/", names.GetRange(names.Count - count, count));
}

using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>Recognizes the files that Razor generates. They contain the developer's code of <c>.razor</c> and <c>.cshtml</c> files.</summary>
internal static class RazorFile
{
    /// <summary>Determines whether Razor generated a file: by its name, and by the Razor file that its checksum is about.</summary>
    public static bool IsGenerated(SyntaxTree tree) =>
        (HasEnd(tree, "_razor.g.cs") || HasEnd(tree, "_cshtml.g.cs"))
        && tree.GetRoot() is CompilationUnitSyntax root
        && root.GetFirstDirective() is PragmaChecksumDirectiveTriviaSyntax checksum
        && (checksum.File.ValueText.EndsWith(".razor", StringComparison.OrdinalIgnoreCase) || checksum.File.ValueText.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase));

    /// <summary>Determines whether a part of a type is declared in a Razor file.</summary>
    public static bool IsDeclaring(INamedTypeSymbol type)
    {
        foreach (SyntaxReference part in type.DeclaringSyntaxReferences)
        {
            if (IsGenerated(part.SyntaxTree))
                return true;
        }

        return false;
    }

    private static bool HasEnd(SyntaxTree tree, string end) => tree.FilePath.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}

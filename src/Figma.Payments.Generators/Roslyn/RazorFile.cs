using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>Recognizes the files that Razor generates. They contain the developer's code of <c>.razor</c> and <c>.cshtml</c> files.</summary>
internal static class RazorFile
{
    /// <summary>Determines whether Razor generated a file: by its name, and by the Razor file that its checksum is about.</summary>
    public static bool IsGenerated(SyntaxTree tree) => FindPath(tree) is not null;

    /// <summary>Returns the location of a text in the Razor file that a file is generated from, or null if it isn't known.</summary>
    /// <remarks>There are no line directives for markup, so that the compiler doesn't map its location.</remarks>
    public static Location? FindInMarkup(Location generated, string text, ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        if (generated.SourceTree is not { } tree || generated.GetMappedLineSpan().HasMappedPath || FindPath(tree) is not { } path)
            return null;

        foreach (AdditionalText file in files)
        {
            if (!string.Equals(file.Path, path, StringComparison.OrdinalIgnoreCase) || file.GetText(cancellationToken) is not { } content)
                continue;

            int start = content.ToString().IndexOf(text, StringComparison.Ordinal);

            if (start >= 0)
            {
                TextSpan span = new(start, text.Length);
                return Location.Create(file.Path, span, content.Lines.GetLinePositionSpan(span));
            }
        }

        return null;
    }

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

    /// <summary>Returns the path of the Razor file that a file is generated from, or null if there is none.</summary>
    private static string? FindPath(SyntaxTree tree) =>
        (HasEnd(tree, "_razor.g.cs") || HasEnd(tree, "_cshtml.g.cs"))
        && tree.GetRoot() is CompilationUnitSyntax root
        && root.GetFirstDirective() is PragmaChecksumDirectiveTriviaSyntax { File.ValueText: var path }
        && (path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase))
            ? path
            : null;

    private static bool HasEnd(SyntaxTree tree, string end) => tree.FilePath.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}

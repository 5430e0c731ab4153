using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Tests.Incrementality;

/// <summary>Edits a project as an editor does, so that unchanged syntax nodes stay the same objects.</summary>
internal static class EditedProject
{
    /// <summary>A replacement of the first occurrence of a text in a file.</summary>
    internal sealed record Edit(string Path, string Before, string After)
    {
        public Edit Undo => new(Path, After, Before);

        public override string ToString() => $"{Path}: {Before} → {After}";
    }

    public static CSharpCompilation Apply(this CSharpCompilation compilation, Edit edit)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == edit.Path);
        SourceText text = tree.GetText();
        int position = text.ToString().IndexOf(edit.Before, StringComparison.Ordinal);

        if (position < 0)
            throw new InvalidOperationException($"Nothing to edit: {edit}");

        SourceText edited = text.WithChanges(new TextChange(new TextSpan(position, edit.Before.Length), edit.After));
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(edited));
    }

    /// <summary>Generates the files of the same project with a new generator.</summary>
    public static IReadOnlyList<(string HintName, string Text)> GenerateAfresh(CSharpCompilation compilation) =>
        GeneratorRun.Of(compilation, (CSharpParseOptions)compilation.SyntaxTrees[0].Options, ImmutableArray<AdditionalText>.Empty).Files;
}

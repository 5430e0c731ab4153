using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Tests.Incrementality;

/// <summary>A project that is edited as in an editor: what a keystroke leaves alone stays the same object.</summary>
internal static class EditedProject
{
    /// <summary>What an edit takes away, and puts in its place.</summary>
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

    /// <summary>What a generator that has seen nothing before writes for the same project.</summary>
    public static IReadOnlyList<(string HintName, string Text)> GenerateAfresh(CSharpCompilation compilation) =>
        GeneratorRun.Of(compilation, (CSharpParseOptions)compilation.SyntaxTrees[0].Options, ImmutableArray<AdditionalText>.Empty).Files;
}

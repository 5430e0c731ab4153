using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Figma.Payments.Generators.Parsing.Memory;

/// <summary>Everything that determines what a name means in a declaration: the files, the references and the options.</summary>
internal readonly record struct Declarations(
    ImmutableArray<SyntaxTree> Files,
    ImmutableArray<MetadataReference> References,
    CompilationOptions Options,
    string? AssemblyName)
{
    public static Declarations Of(Compilation compilation) =>
        new(((CSharpCompilation)compilation).SyntaxTrees, compilation.ExternalReferences, compilation.Options, compilation.AssemblyName);

    /// <summary>Determines whether every name in a declaration is known to mean the same in both compilations.</summary>
    public bool MeanTheSameAs(Declarations other)
    {
        if (!ReferenceEquals(Options, other.Options) || AssemblyName != other.AssemblyName || Files.Length != other.Files.Length || !HasSameReferences(other))
            return false;

        for (int i = 0; i < Files.Length; i++)
        {
            if (!ReferenceEquals(Files[i], other.Files[i]) && !BodyEdit.IsAllBetween(other.Files[i], Files[i]))
                return false;
        }

        return true;
    }

    private bool HasSameReferences(Declarations other)
    {
        if (References == other.References)
            return true;

        if (References.Length != other.References.Length)
            return false;

        for (int i = 0; i < References.Length; i++)
        {
            if (!ReferenceEquals(References[i], other.References[i]))
                return false;
        }

        return true;
    }
}

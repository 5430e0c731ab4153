using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds the creations of a type in a compilation. It is used only if a test is about to be reported.</summary>
internal sealed class Creations
{
    private readonly Compilation _compilation;
    private readonly Func<SyntaxNode, IObjectCreationOperation?> _read;
    private readonly Lazy<ILookup<ISymbol, INamedTypeSymbol>> _derived;
    private readonly Lazy<ILookup<ISymbol, IObjectCreationOperation>> _unnamed;

    /// <param name="compilation">The compilation.</param>
    /// <param name="read">A function that returns the operation of a syntax node.</param>
    public Creations(Compilation compilation, Func<SyntaxNode, IObjectCreationOperation?> read)
    {
        _compilation = compilation;
        _read = read;
        _derived = new(() => compilation.Assembly.GlobalNamespace.FindTypes()
            .SelectMany(static type => type.BaseType.WithBaseTypes().Select(each => (Base: each, Derived: type)))
            .ToLookup(static pair => (ISymbol)pair.Base.OriginalDefinition, static pair => pair.Derived, SymbolEqualityComparer.Default));

        // A creation without a name, as in "new(1)", is found by its type. All of them are read once.
        _unnamed = new(() => compilation.SyntaxTrees.SelectMany(static tree => NameIndex.Of(tree).UnnamedCreations).Select(read).OfType<IObjectCreationOperation>()
            .Where(static creation => creation.Type is not null)
            .ToLookup(static creation => (ISymbol)creation.Type!.OriginalDefinition, SymbolEqualityComparer.Default));
    }

    /// <summary>Returns the creations of a type and of those that derive from it, which call its constructors.</summary>
    public IEnumerable<IObjectCreationOperation> Find(INamedTypeSymbol type) => _derived.Value[type.OriginalDefinition].Prepend(type.OriginalDefinition)
        .SelectMany(created => _compilation.SyntaxTrees.SelectMany(tree => FindNamed(tree, created)).Concat(_unnamed.Value[created]));

    private IEnumerable<IObjectCreationOperation> FindNamed(SyntaxTree tree, INamedTypeSymbol type)
    {
        foreach (int position in NameIndex.Of(tree).Find(type.Name, NameUse.Other))
        {
            SyntaxNode? node = tree.GetRoot().FindToken(position).Parent;

            while (node is NameSyntax)
                node = node.Parent;

            if (node is ObjectCreationExpressionSyntax && _read(node) is { } creation && SymbolEqualityComparer.Default.Equals(creation.Type?.OriginalDefinition, type))
                yield return creation;
        }
    }
}

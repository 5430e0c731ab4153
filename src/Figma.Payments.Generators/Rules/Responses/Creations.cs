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
    private readonly Func<SyntaxNode, IOperation?> _read;
    private readonly Lazy<ILookup<ISymbol, INamedTypeSymbol>> _derived;
    private readonly Lazy<ILookup<ISymbol, IObjectCreationOperation>> _unnamed;
    private readonly Lazy<ILookup<string, string>> _aliases;

    /// <param name="compilation">The compilation.</param>
    /// <param name="read">A function that returns the operation of a syntax node.</param>
    public Creations(Compilation compilation, Func<SyntaxNode, IOperation?> read)
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

        _aliases = new(() => compilation.SyntaxTrees.SelectMany(static tree => NameIndex.Of(tree).Aliases).Distinct().ToLookup(static pair => pair.Name, static pair => pair.Alias));
    }

    /// <summary>Returns the calls by <c>: this(…)</c> and <c>: base(…)</c> of the constructors of a type and of those that derive from it.</summary>
    public IEnumerable<IInvocationOperation> FindInitializers(INamedTypeSymbol type)
    {
        HashSet<INamedTypeSymbol> types = new(FindWithDerived(type), SymbolEqualityComparer.Default);

        return types
            .SelectMany(static each => each.InstanceConstructors)
            .SelectMany(static constructor => constructor.DeclaringSyntaxReferences)
            .SelectMany(static reference => FindInitializers(reference.GetSyntax()))
            .Select(_read).OfType<IInvocationOperation>()
            .Where(call => types.Contains(call.TargetMethod.ContainingType.OriginalDefinition));
    }

    /// <summary>Returns the creations of a type and of those that derive from it, which call its constructors.</summary>
    public IEnumerable<IObjectCreationOperation> Find(INamedTypeSymbol type) => FindWithDerived(type)
        .SelectMany(created => _compilation.SyntaxTrees.SelectMany(tree => FindNamed(tree, created)).Concat(_unnamed.Value[created]));

    private IEnumerable<INamedTypeSymbol> FindWithDerived(INamedTypeSymbol type) => _derived.Value[type.OriginalDefinition].Prepend(type.OriginalDefinition);

    private static IEnumerable<SyntaxNode> FindInitializers(SyntaxNode declaration) => declaration switch
    {
        ConstructorDeclarationSyntax { Initializer: { } initializer } => [initializer],
        TypeDeclarationSyntax { BaseList.Types: var types } => types.OfType<PrimaryConstructorBaseTypeSyntax>(),
        _ => [],
    };

    private IEnumerable<IObjectCreationOperation> FindNamed(SyntaxTree tree, INamedTypeSymbol type)
    {
        foreach (int position in _aliases.Value[type.Name].Prepend(type.Name).SelectMany(name => NameIndex.Of(tree).Find(name, NameUse.Other)))
        {
            SyntaxNode? node = tree.GetRoot().FindToken(position).Parent;

            while (node is NameSyntax)
                node = node.Parent;

            if (node is ObjectCreationExpressionSyntax && _read(node) is IObjectCreationOperation creation && SymbolEqualityComparer.Default.Equals(creation.Type?.OriginalDefinition, type))
                yield return creation;
        }
    }
}

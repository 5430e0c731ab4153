using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds the calls of a method and its uses as a delegate in a compilation, by name first. It is used only if a test is about to be reported.</summary>
internal sealed class MethodUses
{
    private static readonly ConditionalWeakTable<Compilation, MethodUses> All = new();

    private readonly Compilation _compilation;
    private readonly Creations _creations;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<IOperation, ResponseBody> _bodies = new();

    // Many methods can have the same name, whose uses are found once.
    private readonly ConcurrentDictionary<(string Name, NameUse Use), Lazy<List<(IOperation Operation, ResponseBody Body)>>> _found = new();

    private readonly ConcurrentDictionary<string, Lazy<ILookup<ISymbol, ISymbol>>> _implementing = new(StringComparer.Ordinal);

    private MethodUses(Compilation compilation)
    {
        _compilation = compilation;
        _creations = new(compilation, node => FindModel(node.SyntaxTree).GetOperation(node));
    }

    public static MethodUses Of(Compilation compilation) => All.GetValue(compilation, static key => new MethodUses(key));

    /// <summary>Returns the uses of a method as a delegate, and the bodies that contain them.</summary>
    public IEnumerable<(IOperation Use, ResponseBody Body)> FindReferences(IMethodSymbol method) =>
        Find(method, NameUse.Value).Where(use => use.Operation is not IMethodReferenceOperation reference || IsOf(reference.Method, method));

    /// <summary>Returns the calls of an effectively private method or the reads of such a property, and the bodies that contain them.</summary>
    public IEnumerable<(IOperation Read, ResponseBody Body)> FindReads(ISymbol member)
    {
        foreach ((IOperation operation, ResponseBody body) in Find(member, member is IMethodSymbol ? NameUse.Call : NameUse.Other))
        {
            bool isRead = operation switch
            {
                IInvocationOperation call => member is IMethodSymbol method && IsOf(call.TargetMethod, method),
                IPropertyReferenceOperation reference => IsSame(reference.Property, member),
                _ => false,
            };

            if (isRead)
                yield return (operation, body);
        }
    }

    /// <summary>Returns the references to a field or a property, and the bodies that contain them.</summary>
    public IEnumerable<(IOperation Reference, ResponseBody Body)> FindMemberReferences(ISymbol member) =>
        Find(member, NameUse.Other).Where(found => found.Operation is IMemberReferenceOperation reference && IsSame(reference.Member, member));

    /// <summary>Returns the calls of the methods with a name, and the bodies that contain them.</summary>
    public IEnumerable<(IInvocationOperation Call, ResponseBody Body)> FindCalls(string name) =>
        Find(_compilation.SyntaxTrees, name, NameUse.Call).Where(static found => found.Operation is IInvocationOperation).Select(static found => ((IInvocationOperation)found.Operation, found.Body));

    /// <summary>Returns the calls of the methods whose names begin with a text, and the bodies that contain them.</summary>
    public IEnumerable<(IInvocationOperation Call, ResponseBody Body)> FindCallsWithPrefix(string prefix) =>
        _compilation.SyntaxTrees.SelectMany(tree => NameIndex.Of(tree).FindCalled(prefix)).Distinct().SelectMany(FindCalls);

    /// <summary>Returns the references to the properties with a name, and the bodies that contain them.</summary>
    public IEnumerable<(IPropertyReferenceOperation Reference, ResponseBody Body)> FindProperties(string name) =>
        Find(_compilation.SyntaxTrees, name, NameUse.Other).Where(static found => found.Operation is IPropertyReferenceOperation).Select(static found => ((IPropertyReferenceOperation)found.Operation, found.Body));

    /// <summary>Returns the operations of some nodes in the code of this compilation.</summary>
    public IEnumerable<IOperation> FindOperations(Func<SyntaxNode, bool> isRead) => _compilation.SyntaxTrees
        .SelectMany(static tree => tree.GetRoot().DescendantNodes(static node => node is not AttributeListSyntax)).Where(isRead)
        .Select(node => FindModel(node.SyntaxTree).GetOperation(node)).OfType<IOperation>();

    /// <summary>Returns the body that contains an operation.</summary>
    public ResponseBody FindBody(IOperation operation) => FindBody(operation, operation.Syntax.SpanStart);

    /// <summary>Returns the creations of a type and of those that derive from it, and the bodies that contain them.</summary>
    public IEnumerable<(IObjectCreationOperation Creation, ResponseBody Body)> FindCreations(INamedTypeSymbol type) =>
        _creations.Find(type).Select(creation => (creation, FindBody(creation)));

    /// <summary>Returns the calls of the constructors of a type by other constructors, also those of types that derive from it, and the bodies that contain them.</summary>
    public IEnumerable<(IInvocationOperation Call, ResponseBody Body)> FindInitializers(INamedTypeSymbol type) =>
        _creations.FindInitializers(type).Select(call => (call, FindBody(call)));

    /// <summary>Returns the initializers of the fields and properties of the objects of a type, and the bodies that contain them.</summary>
    public IEnumerable<(IOperation Code, ResponseBody Body)> FindMemberInitializers(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .SelectMany(static reference => (reference.GetSyntax() as TypeDeclarationSyntax)?.Members ?? [])
        .Where(static member => !member.Modifiers.Any(SyntaxKind.StaticKeyword) && !member.Modifiers.Any(SyntaxKind.ConstKeyword))
        .SelectMany(static member => member switch
        {
            BaseFieldDeclarationSyntax fields => fields.Declaration.Variables.Select(static field => field.Initializer),
            PropertyDeclarationSyntax property => [property.Initializer],
            _ => [],
        })
        .OfType<EqualsValueClauseSyntax>()
        .Select(initializer => FindModel(initializer.SyntaxTree).GetOperation(initializer) is { } code ? (Code: code, Body: FindBody(code, initializer.SpanStart)) : default)
        .Where(static found => found.Code is not null);

    /// <summary>Returns the methods of this compilation that implement or override a method or an accessor of a property.</summary>
    public IEnumerable<IMethodSymbol> FindImplementations(IMethodSymbol method) => method.AssociatedSymbol is IPropertySymbol { IsIndexer: false } property
        ? FindMembers(property).OfType<IPropertySymbol>().Select(each => method.MethodKind == MethodKind.PropertyGet ? each.GetMethod : each.SetMethod).OfType<IMethodSymbol>()
        : FindMembers(method).OfType<IMethodSymbol>();

    /// <summary>Returns the members of this compilation that implement or override a member.</summary>
    private IEnumerable<ISymbol> FindMembers(ISymbol member)
    {
        ILookup<ISymbol, ISymbol> found = _implementing.GetOrAdd(member.Name, name => new(() => FindImplementing(name))).Value;
        return found[member.OriginalDefinition].Concat(found[member.ContainingType.OriginalDefinition]).Where(each => !IsSame(each, member)).Distinct<ISymbol>(SymbolEqualityComparer.Default);
    }

    /// <summary>Returns the members with a name by the member that they override, and by the interfaces that their type implements.</summary>
    private ILookup<ISymbol, ISymbol> FindImplementing(string name) => _compilation.GetSymbolsWithName(name, SymbolFilter.Member)
        .SelectMany(static each => each.ContainingType.AllInterfaces.Select(static declared => (ISymbol)declared.OriginalDefinition)
            .Concat((each switch { IMethodSymbol method => method.OverriddenMethod, IPropertySymbol property => (ISymbol?)property.OverriddenProperty, _ => null }) is { } overridden ? [overridden.OriginalDefinition] : [])
            .Select(key => (Key: key, Member: each)))
        .ToLookup(static pair => pair.Key, static pair => pair.Member, SymbolEqualityComparer.Default);

    /// <summary>Returns the body of a method that this compilation declares, also in two parts, or null if it has none.</summary>
    public IOperation? FindCode(IMethodSymbol method) =>
        FindBody(method.PartialImplementationPart ?? method) is var body and (IMethodBodyOperation { BlockBody: not null } or IMethodBodyOperation { ExpressionBody: not null } or IConstructorBodyOperation or IBlockOperation or ILocalFunctionOperation) ? body : null;

    /// <summary>Returns the body of a method that this compilation declares, or null.</summary>
    public IOperation? FindBody(IMethodSymbol method) =>
        IsDeclaredHere(method) && (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences is [var declaration] ? FindModel(declaration.SyntaxTree).GetOperation(declaration.GetSyntax()) : null;

    /// <summary>Returns what the body of a method reads, with its variables.</summary>
    public ResponseBody FindReads(IMethodSymbol method, IOperation body) =>
        _bodies.GetOrAdd(body.Root(), root => ResponseBody.Read(ImmutableArray.Create(root), FindMember(method.PartialImplementationPart ?? method), _compilation));

    /// <summary>Determines whether this compilation declares a method. The methods of a referenced project have syntax, too.</summary>
    public bool IsDeclaredHere(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _compilation.Assembly);

    private IEnumerable<(IOperation Operation, ResponseBody Body)> Find(ISymbol member, NameUse use) => member.IsEffectivelyPrivate()
        ? Find(member.OutermostType().DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree).Distinct(), member.Name, use)
        : _found.GetOrAdd((member.Name, use), key => new(() => [.. Find(_compilation.SyntaxTrees, key.Name, key.Use)])).Value;

    private IEnumerable<(IOperation Operation, ResponseBody Body)> Find(IEnumerable<SyntaxTree> trees, string named, NameUse use)
    {
        foreach (SyntaxTree tree in trees)
        {
            foreach (int position in NameIndex.Of(tree).Find(named, use))
            {
                if (tree.GetRoot().FindToken(position).Parent is SimpleNameSyntax name && FindOperation(tree, name, use) is { } operation)
                    yield return (operation, FindBody(operation, position));
            }
        }
    }

    private ResponseBody FindBody(IOperation operation, int position) =>
        _bodies.GetOrAdd(operation.Root(), root => ResponseBody.Read(ImmutableArray.Create(root), FindMember(root, position), _compilation));

    private IOperation? FindOperation(SyntaxTree tree, SimpleNameSyntax name, NameUse use)
    {
        ExpressionSyntax expression = NameIndex.FindExpression(name);
        SemanticModel model = FindModel(tree);
        IOperation? operation = model.GetOperation(use == NameUse.Call ? expression.Parent! : expression);
        return use != NameUse.Value || operation is IMethodReferenceOperation ? operation : null;
    }

    private ISymbol FindMember(IOperation root, int position) => FindMember(FindModel(root.Syntax.SyntaxTree).GetEnclosingSymbol(position) ?? _compilation.Assembly);

    /// <summary>Returns the member that contains a function, or the symbol itself.</summary>
    private static ISymbol FindMember(ISymbol member)
    {
        while (member is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } && member.ContainingSymbol is { } outer)
            member = outer;

        return member;
    }

    // A model of a file other than the analyzed one is needed only for a report.
#pragma warning disable RS1030
    private SemanticModel FindModel(SyntaxTree tree) => _models.GetOrAdd(tree, key => _compilation.GetSemanticModel(key));
#pragma warning restore RS1030

    private static bool IsSame(ISymbol used, ISymbol member) => SymbolEqualityComparer.Default.Equals(used.OriginalDefinition, member.OriginalDefinition);

    private static bool IsOf(IMethodSymbol used, IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals((used.ReducedFrom ?? used).OriginalDefinition, method.OriginalDefinition);
}

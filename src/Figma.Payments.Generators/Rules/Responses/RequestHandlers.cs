using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds the methods of a compilation that receive an object of one of its types, such as the handler of a request that is passed to a mediator.</summary>
internal sealed class RequestHandlers
{
    private static readonly ConditionalWeakTable<Compilation, RequestHandlers> All = new();

    /// <summary>The first parts of the names of methods that a mediator finds by their names. Others implement an interface.</summary>
    private static readonly string[] Verbs = ["Before", "Consume", "Execute", "Handle", "Invoke", "Load", "On", "Process", "Receive", "Run", "Validate"];

    private readonly Compilation _compilation;
    private readonly Lazy<ILookup<ISymbol, IMethodSymbol>> _methods;
    private readonly Lazy<List<(ITypeParameterSymbol Type, IMethodSymbol Method)>> _genericMethods;
    private readonly ChannelReaders _readers;

    private RequestHandlers(Compilation compilation)
    {
        _compilation = compilation;
        _methods = new(() => FindMethods().ToLookup(static pair => (ISymbol)pair.Type.OriginalDefinition, static pair => pair.Method, SymbolEqualityComparer.Default));

        // What calls the next one is judged as a behavior.
        _genericMethods = new(() => [.. FindMethods().Where(static pair => pair.Type is ITypeParameterSymbol && !PipelineParts.Intercepts(pair.Method)).Select(static pair => ((ITypeParameterSymbol)pair.Type, pair.Method))]);
        _readers = new(MethodUses.Of(compilation));
    }

    public static RequestHandlers Of(Compilation compilation) => All.GetValue(compilation, static key => new RequestHandlers(key));

    /// <summary>Returns the methods that receive an object of a type, also as a part of another object such as <c>ConsumeContext&lt;T&gt;</c>, or of any type that fits.</summary>
    public IEnumerable<IMethodSymbol> Find(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _compilation.Assembly)
            ? _methods.Value[named.OriginalDefinition].Concat(_genericMethods.Value.Where(generic => Fits(named, generic.Type)).Select(static generic => generic.Method))
            : [];

    /// <summary>Returns the methods that receive what a call writes to a channel.</summary>
    public IEnumerable<IMethodSymbol> FindReaders(IInvocationOperation call) => _readers.Find(call);

    /// <summary>Returns the calls that write what a method reads from a channel.</summary>
    public IEnumerable<(IInvocationOperation Call, ResponseBody Body)> FindWrites(IMethodSymbol method) => _readers.FindWrites(method);

    /// <summary>Determines whether a mediator can find a method by its name.</summary>
    /// <summary>Determines whether a method can receive an object from a mediator, which finds it by an interface or by its name.</summary>
    public static bool MayReceive(IMethodSymbol method) => PipelineParts.IsDispatched(method) || HasVerb(method);

    public static bool HasVerb(IMethodSymbol method) => Array.Exists(Verbs, verb => method.Name.StartsWith(verb, StringComparison.Ordinal));

    private IEnumerable<(ITypeSymbol Type, IMethodSymbol Method)> FindMethods() => _compilation.Assembly.GlobalNamespace.FindTypes()
        .SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>())
        .Where(static method => method.MethodKind == MethodKind.Ordinary && MayReceive(method))
        .SelectMany(static method => method.Parameters.SelectMany(static parameter => FindParts(parameter.Type)).Select(type => (type, method)));

    /// <summary>Returns a type and its type arguments. A delegate is called with them.</summary>
    public static IEnumerable<ITypeSymbol> FindParts(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { TypeKind: not TypeKind.Delegate } named => named.TypeArguments.SelectMany(FindParts).Prepend(named),
        IArrayTypeSymbol array => FindParts(array.ElementType),
        ITypeParameterSymbol parameter => [parameter],
        _ => [],
    };

    private static bool Fits(INamedTypeSymbol type, ITypeParameterSymbol parameter) => parameter.ConstraintTypes.All(constraint =>
        constraint is ITypeParameterSymbol || type.AllInterfaces.Concat(type.WithBaseTypes()).Any(each => SymbolEqualityComparer.Default.Equals(each.OriginalDefinition, constraint.OriginalDefinition)));
}

using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds the methods of a compilation that receive an object of one of its types, such as the handler of a request that is passed to a mediator.</summary>
internal sealed class RequestHandlers(Compilation compilation)
{
    /// <summary>The first parts of the names of methods that a mediator finds by their names. Others implement an interface.</summary>
    private static readonly string[] Verbs = ["Consume", "Execute", "Handle", "Invoke", "On", "Process", "Receive", "Run", "Validate"];

    private readonly Lazy<ILookup<ISymbol, IMethodSymbol>> _methods = new(() => compilation.Assembly.GlobalNamespace.FindTypes()
        .SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>())
        .Where(static method => method.MethodKind == MethodKind.Ordinary && (PipelineParts.IsDispatched(method) || Array.Exists(Verbs, verb => method.Name.StartsWith(verb, StringComparison.Ordinal))))
        .SelectMany(static method => method.Parameters.Select(parameter => (Type: (ISymbol)parameter.Type.OriginalDefinition, Method: method)))
        .ToLookup(static pair => pair.Type, static pair => pair.Method, SymbolEqualityComparer.Default));

    public IEnumerable<IMethodSymbol> Find(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) ? _methods.Value[type.OriginalDefinition] : [];
}

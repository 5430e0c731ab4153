using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Returns the methods that an operation calls without naming them.</summary>
internal static class ImplicitMethods
{
    public static IEnumerable<IMethodSymbol> Find(IOperation operation) => operation switch
    {
        IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol method } => [method],
        IDeconstructionAssignmentOperation { Value.Type: { } type } => Members(type, "Deconstruct"),
        IForEachLoopOperation { Collection: IConversionOperation { Operand.Type: { } type } } => Members(type, "GetEnumerator").Concat(Members(type, "GetAsyncEnumerator")),
        IForEachLoopOperation { Collection.Type: { } type } => Members(type, "GetEnumerator").Concat(Members(type, "GetAsyncEnumerator")),
        IUsingOperation { Resources: var resources } => FindDispose(resources),
        IUsingDeclarationOperation { DeclarationGroup: var resources } => FindDispose(resources),
        _ when operation.FindOperator() is { } method => [method],
        _ => [],
    };

    private static IEnumerable<IMethodSymbol> FindDispose(IOperation resources) =>
        resources.FindResourceTypes().OfType<ITypeSymbol>().SelectMany(static type => type.WithBaseTypes()).SelectMany(static type => Members(type, "Dispose").Concat(Members(type, "DisposeAsync")));

    private static IEnumerable<IMethodSymbol> Members(ITypeSymbol type, string name) => type.GetMembers(name).OfType<IMethodSymbol>();
}

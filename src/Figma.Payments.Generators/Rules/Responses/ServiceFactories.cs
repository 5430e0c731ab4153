using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds the factories by which an application creates its services, such as <c>services.AddScoped(provider => …)</c> or <c>ServiceDescriptor.Scoped(provider => …)</c>.</summary>
internal sealed class ServiceFactories(Compilation compilation)
{
    private static readonly string[] Prefixes = ["Add", "TryAdd", "Describe", "Keyed", "Scoped", "Singleton", "Transient"];

    private readonly MethodUses _uses = MethodUses.Of(compilation);

    /// <summary>Returns the code of the factories, the bodies that contain it, and the types of the services.</summary>
    public IEnumerable<(IOperation Code, ResponseBody Body, IEnumerable<ISymbol> Types)> Find() =>
        from found in FindCalls().Concat(FindCreations())
        from argument in found.Arguments
        where argument.Parameter?.Type is INamedTypeSymbol { DelegateInvokeMethod: { ReturnsVoid: false, Parameters: [{ Type: var provider }, ..] } } && provider.Is("IServiceProvider", "System")
        select (argument.Value, found.Body, FindTypes(found.Types, found.Arguments, argument.Value));

    private IEnumerable<(ImmutableArray<IArgumentOperation> Arguments, ImmutableArray<ITypeSymbol> Types, ResponseBody Body)> FindCalls() =>
        from found in Prefixes.SelectMany(_uses.FindCallsWithPrefix)
        where found.Call.IsCallOfPlatform() && IsOfServices(found.Call.TargetMethod.ContainingNamespace)
        select (found.Call.Arguments, found.Call.TargetMethod.TypeArguments, found.Body);

    private IEnumerable<(ImmutableArray<IArgumentOperation> Arguments, ImmutableArray<ITypeSymbol> Types, ResponseBody Body)> FindCreations() =>
        from type in compilation.GetTypesByMetadataName("Microsoft.Extensions.DependencyInjection.ServiceDescriptor")
        from found in _uses.FindCreations(type)
        select (found.Creation.Arguments, ImmutableArray<ITypeSymbol>.Empty, found.Body);

    private static bool IsOfServices(INamespaceSymbol space) => space.IsNamed("DependencyInjection", "Extensions", "Microsoft") || space.IsNamed("Extensions", "DependencyInjection", "Extensions", "Microsoft");

    private static IEnumerable<ISymbol> FindTypes(ImmutableArray<ITypeSymbol> types, ImmutableArray<IArgumentOperation> arguments, IOperation factory) => types
        .Concat(arguments.Select(static argument => (argument.Value.WithoutConversions() as ITypeOfOperation)?.TypeOperand))
        .Append((factory.WithoutConversions() as IDelegateCreationOperation)?.Target is IAnonymousFunctionOperation { Symbol.ReturnType: var returned } ? returned : null)
        .OfType<ITypeSymbol>()
        .Where(static type => type.SpecialType != SpecialType.System_Object)
        .Select(static type => (ISymbol)type.OriginalDefinition);
}

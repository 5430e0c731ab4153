using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds the factories by which an application creates its services, such as <c>services.AddScoped(provider => …)</c>.</summary>
internal sealed class ServiceFactories(MethodUses uses)
{
    /// <summary>Returns the code of the factories, the bodies that contain it, and the types of the services.</summary>
    public IEnumerable<(IOperation Code, ResponseBody Body, IEnumerable<ISymbol> Types)> Find() =>
        from found in uses.FindCallsWithPrefix("Add").Concat(uses.FindCallsWithPrefix("TryAdd"))
        where found.Call.IsCallOfPlatform() && IsOfServices(found.Call.TargetMethod.ContainingNamespace)
        from argument in found.Call.Arguments
        where argument.Parameter?.Type is INamedTypeSymbol { DelegateInvokeMethod: { ReturnsVoid: false, Parameters: [{ Type: var provider }, ..] } } && provider.Is("IServiceProvider", "System")
        select (argument.Value, found.Body, FindTypes(found.Call, argument.Value));

    private static bool IsOfServices(INamespaceSymbol space) => space.IsNamed("DependencyInjection", "Extensions", "Microsoft") || space.IsNamed("Extensions", "DependencyInjection", "Extensions", "Microsoft");

    private static IEnumerable<ISymbol> FindTypes(IInvocationOperation call, IOperation factory) => call.TargetMethod.TypeArguments
        .Concat(call.Arguments.Select(static argument => (argument.Value.WithoutConversions() as ITypeOfOperation)?.TypeOperand))
        .Append((factory.WithoutConversions() as IDelegateCreationOperation)?.Target is IAnonymousFunctionOperation { Symbol.ReturnType: var returned } ? returned : null)
        .OfType<ITypeSymbol>()
        .Select(static type => (ISymbol)type.OriginalDefinition);
}

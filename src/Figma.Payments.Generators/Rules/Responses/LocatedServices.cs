using System;
using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Finds the services that calls of .NET return or create, such as <c>provider.GetRequiredService&lt;IFiles&gt;()</c>.</summary>
internal static class LocatedServices
{
    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
    {
        "CreateFactory", "CreateInstance", "GetKeyedService", "GetKeyedServices", "GetRequiredKeyedService", "GetRequiredService", "GetService", "GetServiceOrCreateInstance", "GetServices",
    };

    /// <summary>Returns the types of the services that an operation asks for, or the assembly if it can be any type.</summary>
    public static IEnumerable<ISymbol> Find(IOperation operation) => operation is IInvocationOperation { TargetMethod: var method } call && Methods.Contains(method.Name) && call.IsCallOfPlatform()
        ? FindTypes(call).DefaultIfEmpty().Select(type => type as INamedTypeSymbol ?? (ISymbol)call.SemanticModel!.Compilation.Assembly)
        : [];

    private static IEnumerable<ITypeSymbol?> FindTypes(IInvocationOperation call) => call.TargetMethod.TypeArguments
        .Concat(call.Arguments.Select(static argument => (argument.Value.WithoutConversions() as ITypeOfOperation)?.TypeOperand).OfType<ITypeSymbol>());
}

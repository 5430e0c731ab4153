using System.Linq;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Roslyn;

/// <summary>Extension methods that determine what a compilation references.</summary>
internal static class CompilationExtensions
{
    /// <summary>
    /// Determines whether a project references <c>Microsoft.Extensions.Http</c> and options that a service can configure,
    /// which the first versions of <c>Microsoft.Extensions.Options</c> lack.
    /// </summary>
    public static bool HasHttpClientFactory(this Compilation compilation) =>
        compilation.FindGlobalType(KnownNames.HttpClientFactoryExtensionsMetadataName) is not null
        && compilation.FindGlobalType(KnownNames.OptionsBuilderMetadataName) is { } builder
        && builder.GetMembers("Configure").Any(static member => member is IMethodSymbol { Arity: 1 });

    /// <summary>Determines whether generated code can use <c>[UnsupportedOSPlatform]</c>, which .NET Framework and .NET Standard 2.0 lack.</summary>
    public static bool HasUnsupportedPlatformAttribute(this Compilation compilation) =>
        compilation.FindGlobalType(KnownNames.UnsupportedPlatformAttributeMetadataName) is { } attribute && compilation.IsSymbolAccessibleWithin(attribute, compilation.Assembly);

    /// <summary>Determines whether the project references <c>Figma.Payments.AspNetCore</c>.</summary>
    public static bool HasGate(this Compilation compilation) => compilation.FindGlobalType(KnownNames.GateClientMetadataName) is not null;

    /// <summary>Determines whether the project references the library, maybe with an alias.</summary>
    public static bool ReferencesLibrary(this Compilation compilation) =>
        compilation.GetTypeByMetadataName(KnownNames.PaymentsClientAttributeMetadataName) is not null
        || compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name == KnownNames.LibraryNamespace);

    /// <summary>Determines whether a referenced type has a method of the specified name.</summary>
    public static bool HasMethod(this Compilation compilation, string metadataName, string method) =>
        compilation.FindGlobalType(metadataName) is { } type && !type.GetMembers(method).IsEmpty;

    /// <summary>Determines whether generated code can name a type with <c>global::</c>, which does not include references that have only other aliases.</summary>
    public static bool IsGlobal(this Compilation compilation, INamedTypeSymbol type) =>
        Find(compilation.GlobalNamespace, type.ContainingNamespace) is { } space && space.GetTypeMembers(type.Name, type.Arity).Contains(type, SymbolEqualityComparer.Default);

    /// <summary>Returns the type that generated code can name with <c>global::</c>, or null.</summary>
    public static INamedTypeSymbol? FindGlobalType(this Compilation compilation, string metadataName) =>
        compilation.GetTypeByMetadataName(metadataName) is { } type && compilation.IsGlobal(type) ? type : null;

    private static INamespaceSymbol? Find(INamespaceSymbol global, INamespaceSymbol space) => space.IsGlobalNamespace
        ? global
        : Find(global, space.ContainingNamespace)?.GetMembers(space.Name).OfType<INamespaceSymbol>().FirstOrDefault();
}

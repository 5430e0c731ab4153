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
        compilation.GetTypeByMetadataName(KnownNames.HttpClientFactoryExtensionsMetadataName) is not null
        && compilation.GetTypeByMetadataName(KnownNames.OptionsBuilderMetadataName) is { } builder
        && builder.GetMembers("Configure").Any(static member => member is IMethodSymbol { Arity: 1 });

    /// <summary>Determines whether generated code can use <c>[UnsupportedOSPlatform]</c>, which .NET Framework and .NET Standard 2.0 lack.</summary>
    public static bool HasUnsupportedPlatformAttribute(this Compilation compilation) =>
        compilation.GetTypeByMetadataName(KnownNames.UnsupportedPlatformAttributeMetadataName) is { } attribute && compilation.IsSymbolAccessibleWithin(attribute, compilation.Assembly);

    /// <summary>Determines whether a referenced type has a method of the specified name.</summary>
    public static bool HasMethod(this Compilation compilation, string metadataName, string method) =>
        compilation.GetTypeByMetadataName(metadataName) is { } type && !type.GetMembers(method).IsEmpty;
}

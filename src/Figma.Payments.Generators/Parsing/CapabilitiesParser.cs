using System.Linq;
using Figma.Payments.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Figma.Payments.Generators.Parsing;

/// <summary>Compilation → what generated code may use.</summary>
internal static class CapabilitiesParser
{
    public static Capabilities Parse(CSharpCompilation compilation) => new(
        HasNullableReferenceTypes: compilation.LanguageVersion >= LanguageVersion.CSharp8,
        HasHttpClientFactory: HasHttpClientFactory(compilation),
        HasKeyedServices: HasMethod(compilation, KnownNames.ServiceExtensionsMetadataName, "AddKeyedTransient"),
        HasValidateOnStart: HasMethod(compilation, KnownNames.OptionsBuilderExtensionsMetadataName, "ValidateOnStart"));

    /// <summary>
    /// Whether the project references <c>Microsoft.Extensions.Http</c>, so that clients are registered;
    /// with options that can be made with the services at hand, which the first version has not.
    /// </summary>
    public static bool HasHttpClientFactory(Compilation compilation) =>
        compilation.GetTypeByMetadataName(KnownNames.HttpClientFactoryExtensionsMetadataName) is not null
        && compilation.GetTypeByMetadataName(KnownNames.OptionsBuilderMetadataName) is { } builder
        && builder.GetMembers("Configure").Any(static member => member is IMethodSymbol { Arity: 1 });

    private static bool HasMethod(Compilation compilation, string type, string method) =>
        compilation.GetTypeByMetadataName(type) is { } found && !found.GetMembers(method).IsEmpty;
}

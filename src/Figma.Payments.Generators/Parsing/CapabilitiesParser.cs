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
    /// version 3 or later, which lets a client be made from the services.
    /// </summary>
    public static bool HasHttpClientFactory(Compilation compilation) =>
        compilation.GetTypeByMetadataName(KnownNames.HttpClientFactoryExtensionsMetadataName) is { } extensions
        && extensions.GetMembers("AddHttpClient").Any(static member => member is IMethodSymbol { Arity: 2, Parameters: { Length: 3 } parameters }
            && parameters[1].Type.SpecialType == SpecialType.System_String
            && parameters[2].Type is INamedTypeSymbol { Name: "Func", Arity: 3 });

    private static bool HasMethod(Compilation compilation, string type, string method) =>
        compilation.GetTypeByMetadataName(type) is { } found && !found.GetMembers(method).IsEmpty;
}

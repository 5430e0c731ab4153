using Figma.Payments.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Figma.Payments.Generators.Parsing;

/// <summary>Compilation → what generated code may use.</summary>
internal static class CapabilitiesParser
{
    public static Capabilities Parse(CSharpCompilation compilation) => new(
        HasNullableReferenceTypes: compilation.LanguageVersion >= LanguageVersion.CSharp8,
        HasHttpClientFactory: HasHttpClientFactory(compilation));

    /// <summary>Whether the project references <c>Microsoft.Extensions.Http</c>, so that clients are registered.</summary>
    public static bool HasHttpClientFactory(Compilation compilation) =>
        compilation.GetTypeByMetadataName(KnownNames.HttpClientBuilderMetadataName) is not null;
}

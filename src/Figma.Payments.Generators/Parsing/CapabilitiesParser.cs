using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis.CSharp;

namespace Figma.Payments.Generators.Parsing;

/// <summary>Determines what generated code may use in a compilation.</summary>
internal static class CapabilitiesParser
{
    public static Capabilities Parse(CSharpCompilation compilation) => new(
        HasNullableReferenceTypes: compilation.LanguageVersion >= LanguageVersion.CSharp8,
        HasHttpClientFactory: compilation.HasHttpClientFactory(),
        HasConfiguration: compilation.FindGlobalType(KnownNames.ConfigurationChangeTokenSourceMetadataName) is not null,
        HasKeyedServices: compilation.HasMethod(KnownNames.ServiceExtensionsMetadataName, "AddKeyedTransient"),
        HasValidateOnStart: compilation.HasMethod(KnownNames.OptionsBuilderExtensionsMetadataName, "ValidateOnStart"),
        HasPlatformAttributes: compilation.HasUnsupportedPlatformAttribute(),
        HasGate: compilation.HasGate());
}

namespace Figma.Payments.Generators;

/// <summary>The names that the generator, the library and generated code share.</summary>
internal static class KnownNames
{
    public const string LibraryNamespace = "Figma.Payments";

    public const string PaymentsClientAttribute = "PaymentsClientAttribute";
    public const string PaymentsClientAttributeMetadataName = LibraryNamespace + "." + PaymentsClientAttribute;
    public const string ExactlyOneResourceAttribute = "ExactlyOneResourceAttribute";
    public const string PaymentsParameterAttribute = "PaymentsParameterAttribute";

    public const string ClientInterface = "IPaymentsClient";
    public const string PinnedClientInterface = "IPinnedPaymentsClient";

    public const string PaymentInformation = "PaymentInformation";
    public const string PaymentsResult = "PaymentsResult";
    public const string PaymentStatus = "PaymentStatus";

    public const string PluginId = "PluginId";
    public const string WidgetId = "WidgetId";
    public const string CommunityFileId = "CommunityFileId";
    public const string Manifest = "Manifest";

    public const string HttpClientFactoryExtensionsMetadataName = "Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions";

    public const string ServiceExtensionsMetadataName = "Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions";
    public const string ConfigurationChangeTokenSourceMetadataName = "Microsoft.Extensions.Options.ConfigurationChangeTokenSource`1";
    public const string OptionsBuilderMetadataName = "Microsoft.Extensions.Options.OptionsBuilder`1";
    public const string OptionsBuilderExtensionsMetadataName = "Microsoft.Extensions.DependencyInjection.OptionsBuilderExtensions";

    /// <summary>The type of <c>Figma.Payments.AspNetCore</c> that generated gates call.</summary>
    public const string GateClientMetadataName = "Figma.Payments.AspNetCore.CompilerServices.GateClient";

    public const string UnsupportedPlatformAttributeMetadataName = "System.Runtime.Versioning.UnsupportedOSPlatformAttribute";

    /// <summary>A type of ASP.NET Core, which only projects with route handlers reference.</summary>
    public const string RouteBuilderExtensionsMetadataName = "Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions";

    /// <summary>The compiler's option with the MSBuild property that enables the request delegate generator, also because of <c>PublishAot</c>.</summary>
    public const string RequestDelegateGeneratorOption = "build_property.EnableRequestDelegateGenerator";

    /// <summary>The name of the tool in <c>[GeneratedCode]</c>.</summary>
    public const string Tool = "Figma.Payments.Generators";
}

using System;
using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Emission;

/// <summary>The fully qualified names that generated code uses, so that no type of the developer's can hide them.</summary>
internal static class Names
{
    public const string Library = "global::Figma.Payments.";
    public const string CompilerServices = Library + "CompilerServices.";
    public const string Endpoint = CompilerServices + "PaymentsEndpoint";
    public const string Options = Library + "PaymentsClientOptions";
    public const string CancellationToken = "global::System.Threading.CancellationToken";

    /// <summary>The attribute of members that use the library's handler, which browsers don't support.</summary>
    public const string UnsupportedInBrowsers = "[global::System.Runtime.Versioning.UnsupportedOSPlatform(\"browser\")]";

    public static string Result(ResultKind kind) => Library + kind.TypeName();

    public static string EndpointMethod(ResultKind kind) => kind switch
    {
        ResultKind.Information => "GetInformationAsync",
        ResultKind.Result => "GetResultAsync",
        ResultKind.Status => "GetStatusAsync",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Wrapped(ReturnWrapper wrapper, ResultKind kind) =>
        $"global::System.Threading.Tasks.{wrapper}<{Result(kind)}>";

    public static string Type(ParameterModel parameter, Capabilities capabilities)
    {
        string type = parameter.Type switch
        {
            ParameterType.String => "string",
            ParameterType.Int64 => "long",
            ParameterType.UInt64 => "ulong",
            ParameterType.CancellationToken => CancellationToken,
            _ => Library + parameter.Type,
        };

        bool isMarked = parameter.IsNullable && (parameter.Type != ParameterType.String || capabilities.HasNullableReferenceTypes);
        return isMarked ? type + "?" : type;
    }

    /// <summary>Gets the name of the request's constructor parameter for a role.</summary>
    public static string RequestParameter(PaymentsRole role) => role switch
    {
        PaymentsRole.PluginPaymentToken => "pluginPaymentToken",
        PaymentsRole.UserId => "userId",
        PaymentsRole.CommunityFileId => "communityFileId",
        PaymentsRole.PluginId => "pluginId",
        PaymentsRole.WidgetId => "widgetId",
        PaymentsRole.ExpectedUser => "expectedUser",
        _ => "resourceId",
    };
}

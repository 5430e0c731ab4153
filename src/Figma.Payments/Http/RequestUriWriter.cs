using System;

namespace Figma.Payments.Http;

/// <summary>Writes the URI of a request. The constant parts are created once; the values are percent-encoded.</summary>
internal sealed class RequestUriWriter
{
    private readonly string _tokenPrefix;
    private readonly string _idPrefix;

    public RequestUriWriter(Uri baseAddress)
    {
        string address = baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/v1/payments?";

        _tokenPrefix = address + WireNames.PluginPaymentToken + "=";
        _idPrefix = address + WireNames.UserId + "=";
    }

    /// <summary>Returns the absolute URI of a request, which can contain a secret.</summary>
    public string Write(in ValidatedRequest request)
    {
        if (request.Token is { } token)
            return _tokenPrefix + Uri.EscapeDataString(token);

        ResourceId resource = request.Resource.GetValueOrDefault();

        return string.Concat(_idPrefix, Uri.EscapeDataString(request.UserId!), GetParameterName(resource.Type), Uri.EscapeDataString(resource.Value));
    }

    private static string GetParameterName(ResourceType type) => type switch
    {
        ResourceType.Plugin => "&" + WireNames.PluginId + "=",
        ResourceType.Widget => "&" + WireNames.WidgetId + "=",
        _ => "&" + WireNames.CommunityFileId + "=",
    };
}

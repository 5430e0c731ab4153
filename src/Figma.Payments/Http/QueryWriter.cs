using System;

namespace Figma.Payments.Http;

/// <summary>Writes the address of a question: what is the same for all of them once, each value percent-encoded.</summary>
internal sealed class QueryWriter
{
    private readonly string _tokenPrefix;
    private readonly string _userPrefix;

    public QueryWriter(Uri baseAddress)
    {
        string address = baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/v1/payments?";

        _tokenPrefix = address + WireNames.PluginPaymentToken + "=";
        _userPrefix = address + WireNames.UserId + "=";
    }

    /// <summary>The whole address. It may hold a secret.</summary>
    public string Write(in PaymentsQuestion question)
    {
        if (question.Token is { } token)
            return _tokenPrefix + Uri.EscapeDataString(token);

        ResourceId resource = question.Resource.GetValueOrDefault();

        return string.Concat(_userPrefix, Uri.EscapeDataString(question.UserId!), NameOf(resource.Type), Uri.EscapeDataString(resource.Value));
    }

    private static string NameOf(ResourceType type) => type switch
    {
        ResourceType.Plugin => "&" + WireNames.PluginId + "=",
        ResourceType.Widget => "&" + WireNames.WidgetId + "=",
        _ => "&" + WireNames.CommunityFileId + "=",
    };
}

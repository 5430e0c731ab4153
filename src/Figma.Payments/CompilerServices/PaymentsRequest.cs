using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Figma.Payments.CompilerServices;

/// <summary>
/// This API supports generated code and is not intended to be used directly from your code.
/// </summary>
/// <remarks>
/// Represents the arguments of one call of a client method. They don't have to form a valid request: <see cref="PaymentsEndpoint"/> validates them
/// before it sends anything.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Performance", "CA1815", Justification = "Instances are never compared.")]
public readonly struct PaymentsRequest
{
    /// <summary>Initializes a new instance of the <see cref="PaymentsRequest"/> structure. An omitted argument is not specified.</summary>
    /// <param name="pluginPaymentToken">The value of <c>plugin_payment_token</c>.</param>
    /// <param name="userId">The value of <c>user_id</c>.</param>
    /// <param name="communityFileId">The value of <c>community_file_id</c>.</param>
    /// <param name="pluginId">The value of <c>plugin_id</c>.</param>
    /// <param name="widgetId">The value of <c>widget_id</c>.</param>
    /// <param name="resourceId">The value of <c>community_file_id</c>, <c>plugin_id</c> or <c>widget_id</c>, depending on its type.</param>
    /// <param name="expectedUser">The user that the response to a token request must be about. It is not sent.</param>
    public PaymentsRequest(
        PaymentsArgument pluginPaymentToken = default,
        PaymentsArgument userId = default,
        PaymentsArgument communityFileId = default,
        PaymentsArgument pluginId = default,
        PaymentsArgument widgetId = default,
        ResourceId? resourceId = null,
        PaymentsArgument expectedUser = default)
    {
        PluginPaymentToken = pluginPaymentToken;
        UserId = userId;
        CommunityFileId = communityFileId;
        PluginId = pluginId;
        WidgetId = widgetId;
        ResourceId = resourceId;
        ExpectedUser = expectedUser;
    }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal PaymentsArgument PluginPaymentToken { get; }

    internal PaymentsArgument UserId { get; }

    internal PaymentsArgument CommunityFileId { get; }

    internal PaymentsArgument PluginId { get; }

    internal PaymentsArgument WidgetId { get; }

    internal ResourceId? ResourceId { get; }

    internal PaymentsArgument ExpectedUser { get; }

    /// <summary>Returns the kind of the request, but not its values, which can be secrets.</summary>
    /// <returns>The text <c>token request</c> or <c>ID request</c>.</returns>
    public override string ToString() => PluginPaymentToken.IsSpecified ? "token request" : "ID request";
}

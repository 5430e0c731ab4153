using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Figma.Payments.CompilerServices;

/// <summary>
/// One question, as a generated client binds it from a method's arguments. Not for use in your own code.
/// </summary>
/// <remarks>
/// Any question can be bound, also one that cannot be asked: <see cref="PaymentsEndpoint"/> refuses it before it sends anything.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Performance", "CA1815", Justification = "It lives for one call.")]
public readonly struct PaymentsRequest
{
    /// <summary>Binds a question; an argument left out was not supplied.</summary>
    /// <param name="pluginPaymentToken">For <c>plugin_payment_token</c>.</param>
    /// <param name="userId">For <c>user_id</c>.</param>
    /// <param name="communityFileId">For <c>community_file_id</c>.</param>
    /// <param name="pluginId">For <c>plugin_id</c>.</param>
    /// <param name="widgetId">For <c>widget_id</c>.</param>
    /// <param name="resourceId">For the one of the last three that it is.</param>
    public PaymentsRequest(
        PaymentsArgument pluginPaymentToken = default,
        PaymentsArgument userId = default,
        PaymentsArgument communityFileId = default,
        PaymentsArgument pluginId = default,
        PaymentsArgument widgetId = default,
        ResourceId? resourceId = null)
    {
        PluginPaymentToken = pluginPaymentToken;
        UserId = userId;
        CommunityFileId = communityFileId;
        PluginId = pluginId;
        WidgetId = widgetId;
        ResourceId = resourceId;
    }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal PaymentsArgument PluginPaymentToken { get; }

    internal PaymentsArgument UserId { get; }

    internal PaymentsArgument CommunityFileId { get; }

    internal PaymentsArgument PluginId { get; }

    internal PaymentsArgument WidgetId { get; }

    internal ResourceId? ResourceId { get; }

    /// <summary>Says which way is asked, never with what: it may be a secret.</summary>
    public override string ToString() => PluginPaymentToken.IsSpecified ? "asks with a payment token" : "asks with ids";
}

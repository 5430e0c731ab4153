namespace Figma.Payments.Generators.Model;

/// <summary>The roles of parameters: the request parameters of the endpoint, the user that the response to a token request must be about, and the cancellation token.</summary>
internal enum PaymentsRole
{
    PluginPaymentToken,
    UserId,
    CommunityFileId,
    PluginId,
    WidgetId,
    ResourceId,
    ExpectedUser,
    CancellationToken,
}

/// <summary>The supported types of parameters.</summary>
internal enum ParameterType
{
    PluginPaymentToken,
    UserId,
    CommunityFileId,
    PluginId,
    WidgetId,
    ResourceId,
    CancellationToken,
    String,
    Int64,
    UInt64,
}

/// <summary>Extension methods for <see cref="PaymentsRole"/>.</summary>
internal static class PaymentsRoles
{
    /// <summary>Determines whether a role is a resource, of which an ID request specifies exactly one.</summary>
    public static bool IsResource(this PaymentsRole role) =>
        role is PaymentsRole.CommunityFileId or PaymentsRole.PluginId or PaymentsRole.WidgetId or PaymentsRole.ResourceId;
}

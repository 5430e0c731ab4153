namespace Figma.Payments.Generators.Model;

/// <summary>What a parameter is to the endpoint.</summary>
internal enum PaymentsRole
{
    PluginPaymentToken,
    UserId,
    CommunityFileId,
    PluginId,
    WidgetId,
    ResourceId,
    CancellationToken,
}

/// <summary>The types that a parameter may have.</summary>
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

internal static class PaymentsRoles
{
    /// <summary>Whether the role is one of those of which a question by ids has exactly one.</summary>
    public static bool IsResource(this PaymentsRole role) =>
        role is PaymentsRole.CommunityFileId or PaymentsRole.PluginId or PaymentsRole.WidgetId or PaymentsRole.ResourceId;
}

using System.Collections.Frozen;
using System.Collections.Generic;

namespace Figma.Payments.Testing.Wire;

/// <summary>The names in requests and responses. They are defined independently of the library so that the fake can reveal errors in the library's names.</summary>
internal static class Names
{
    public const string Path = "/v1/payments";

    public const string PaymentToken = "plugin_payment_token";
    public const string UserId = "user_id";
    public const string CommunityFileId = "community_file_id";
    public const string PluginId = "plugin_id";
    public const string WidgetId = "widget_id";

    public const string TokenHeader = "X-Figma-Token";
    public const string AuthorizationHeader = "Authorization";
    public const string RequestIdHeader = "x-figma-rest-api-request-id";
    public const string RetryAfterHeader = "Retry-After";
    public const string PlanTierHeader = "X-Figma-Plan-Tier";
    public const string RateLimitTypeHeader = "X-Figma-Rate-Limit-Type";
    public const string UpgradeLinkHeader = "X-Figma-Upgrade-Link";

    public static IReadOnlySet<string> Parameters { get; } = new HashSet<string> { PaymentToken, UserId, CommunityFileId, PluginId, WidgetId }.ToFrozenSet();

    public static string ParameterOf(ResourceType type) => type switch
    {
        ResourceType.Plugin => PluginId,
        ResourceType.Widget => WidgetId,
        _ => CommunityFileId,
    };

    public static string Of(ResourceType type) => type switch
    {
        ResourceType.Plugin => "PLUGIN",
        ResourceType.Widget => "WIDGET",
        _ => "COMMUNITY_FILE",
    };

    public static string Of(PaymentStatus status) => status switch
    {
        PaymentStatus.Paid => "PAID",
        PaymentStatus.Trial => "TRIAL",
        _ => "UNPAID",
    };
}

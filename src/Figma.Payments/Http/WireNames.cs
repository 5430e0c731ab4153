using System;

namespace Figma.Payments.Http;

/// <summary>Contains Figma's names of request parameters, response members, headers and payment statuses.</summary>
internal static class WireNames
{
    public const string PluginPaymentToken = "plugin_payment_token";
    public const string UserId = "user_id";
    public const string CommunityFileId = "community_file_id";
    public const string PluginId = "plugin_id";
    public const string WidgetId = "widget_id";
    public const string ResourceId = "resource_id";
    public const string ResourceType = "resource_type";

    public const string AccessTokenHeader = "X-Figma-Token";
    public const string PlanTierHeader = "X-Figma-Plan-Tier";
    public const string RateLimitTypeHeader = "X-Figma-Rate-Limit-Type";
    public const string UpgradeLinkHeader = "X-Figma-Upgrade-Link";
    public const string RequestIdHeader = "x-figma-rest-api-request-id";

    /// <summary>Gets the payment status for Figma's name of it. Other names are <see cref="PaymentStatus.Unknown"/>.</summary>
    public static PaymentStatus GetStatus(string text) => text switch
    {
        "UNPAID" => PaymentStatus.Unpaid,
        "PAID" => PaymentStatus.Paid,
        "TRIAL" => PaymentStatus.Trial,
        _ => PaymentStatus.Unknown,
    };

    /// <summary>Gets Figma's name of a payment status.</summary>
    public static string GetStatusText(PaymentStatus status) => status switch
    {
        PaymentStatus.Unknown => "UNKNOWN",
        PaymentStatus.Unpaid => "UNPAID",
        PaymentStatus.Paid => "PAID",
        PaymentStatus.Trial => "TRIAL",
        _ => throw new ArgumentOutOfRangeException(nameof(status), "The value isn't a valid PaymentStatus."),
    };
}

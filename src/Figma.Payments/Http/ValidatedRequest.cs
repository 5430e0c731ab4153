using System.Diagnostics.CodeAnalysis;
using Figma.Payments.CompilerServices;

namespace Figma.Payments.Http;

/// <summary>
/// A question that can be asked: a payment token alone, or a user and exactly one resource.
/// </summary>
internal readonly struct ValidatedRequest
{
    private ValidatedRequest(string? token, string? userId, ResourceId? resource)
    {
        Token = token;
        UserId = userId;
        Resource = resource;
    }

    /// <summary>The payment token; null where ids are asked about. A secret.</summary>
    public string? Token { get; }

    /// <summary>The user; null exactly where there is a token.</summary>
    public string? UserId { get; }

    /// <summary>The resource that the answer must be about; null for a token of a client with nothing pinned.</summary>
    public ResourceId? Resource { get; }

    /// <summary>Makes a question of what was bound, or says why there is none; the reason names the parameters and repeats no value.</summary>
    public static bool TryCreate(in PaymentsRequest request, ResourceId? pinned, out ValidatedRequest validated, [NotNullWhen(false)] out string? error)
    {
        validated = default;
        error = FindError(request, pinned is not null);

        if (error is not null)
            return false;

        validated = request.PluginPaymentToken.Text is { } token
            ? new ValidatedRequest(token, userId: null, pinned)
            : new ValidatedRequest(token: null, request.UserId.Text, pinned ?? GetResource(request));

        return true;
    }

    private static string? FindError(in PaymentsRequest request, bool isPinned)
    {
        int resources = CountResources(request);

        if (request.PluginPaymentToken.IsSpecified)
        {
            return request.UserId.IsSpecified || resources > 0
                ? "A payment token was supplied together with ids: Figma wants plugin_payment_token alone, or user_id and one resource id."
                : FindTokenError(request.PluginPaymentToken);
        }

        if (!request.UserId.IsSpecified)
        {
            return resources > 0 || isPinned
                ? "No user_id was supplied: a resource alone is no question."
                : "Neither plugin_payment_token nor user_id was supplied: there is nothing to ask about.";
        }

        if (isPinned)
        {
            return resources > 0
                ? "A resource id was supplied to a client whose resource is pinned."
                : FindIdError(WireNames.UserId, request.UserId);
        }

        return resources switch
        {
            0 => "None of community_file_id, plugin_id and widget_id was supplied: Figma wants exactly one of them beside user_id.",
            1 => FindIdError(WireNames.UserId, request.UserId)
                ?? FindIdError(WireNames.CommunityFileId, request.CommunityFileId)
                ?? FindIdError(WireNames.PluginId, request.PluginId)
                ?? FindIdError(WireNames.WidgetId, request.WidgetId)
                ?? (request.ResourceId is { ValueOrNull: null } ? "The resource id is default(ResourceId), which is nothing that can be sent." : null),
            _ => "Several of community_file_id, plugin_id and widget_id were supplied: Figma wants exactly one of them beside user_id.",
        };
    }

    private static int CountResources(in PaymentsRequest request) =>
        (request.CommunityFileId.IsSpecified ? 1 : 0)
        + (request.PluginId.IsSpecified ? 1 : 0)
        + (request.WidgetId.IsSpecified ? 1 : 0)
        + (request.ResourceId is not null ? 1 : 0);

    private static ResourceId GetResource(in PaymentsRequest request) =>
        request.PluginId.Text is { } plugin ? ResourceId.FromValidated(ResourceType.Plugin, plugin)
        : request.WidgetId.Text is { } widget ? ResourceId.FromValidated(ResourceType.Widget, widget)
        : request.CommunityFileId.Text is { } file ? ResourceId.FromValidated(ResourceType.CommunityFile, file)
        : request.ResourceId.GetValueOrDefault();

    private static string? FindIdError(string name, in PaymentsArgument argument) =>
        Describe(name, "id", argument.Error ?? (argument is { IsValidated: false, Text: { } text } ? IdText.FindError(text) : null));

    private static string? FindTokenError(in PaymentsArgument argument) =>
        Describe(
            WireNames.PluginPaymentToken,
            "payment token",
            argument.Error ?? (argument is { IsValidated: false, Text: { } text } ? TokenText.FindPaymentTokenError(text) : null));

    private static string? Describe(string name, string kind, string? error) =>
        error is null ? null : $"What was supplied as {name} is no {kind}: {error}.";
}

using System.Diagnostics.CodeAnalysis;
using Figma.Payments.CompilerServices;

namespace Figma.Payments.Http;

/// <summary>
/// A question that can be asked: a payment token alone, or a user and exactly one resource.
/// </summary>
internal readonly struct PaymentsQuestion
{
    private PaymentsQuestion(string? token, string? userId, ResourceId? resource)
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
    public static bool TryMake(in PaymentsRequest request, ResourceId? pinned, out PaymentsQuestion question, [NotNullWhen(false)] out string? fault)
    {
        question = default;
        fault = FindFault(request, pinned is not null);

        if (fault is not null)
            return false;

        question = request.PluginPaymentToken.Text is { } token
            ? new PaymentsQuestion(token, userId: null, pinned)
            : new PaymentsQuestion(token: null, request.UserId.Text, pinned ?? ResourceOf(request));

        return true;
    }

    private static string? FindFault(in PaymentsRequest request, bool isPinned)
    {
        int resources = CountResources(request);

        if (request.PluginPaymentToken.IsSupplied)
        {
            return request.UserId.IsSupplied || resources > 0
                ? "A payment token was supplied together with ids: Figma wants plugin_payment_token alone, or user_id and one resource id."
                : FindTokenFault(request.PluginPaymentToken);
        }

        if (!request.UserId.IsSupplied)
        {
            return resources > 0 || isPinned
                ? "No user_id was supplied: a resource alone is no question."
                : "Neither plugin_payment_token nor user_id was supplied: there is nothing to ask about.";
        }

        if (isPinned)
        {
            return resources > 0
                ? "A resource id was supplied to a client whose resource is pinned."
                : FindIdFault(WireNames.UserId, request.UserId);
        }

        return resources switch
        {
            0 => "None of community_file_id, plugin_id and widget_id was supplied: Figma wants exactly one of them beside user_id.",
            1 => FindIdFault(WireNames.UserId, request.UserId)
                ?? FindIdFault(WireNames.CommunityFileId, request.CommunityFileId)
                ?? FindIdFault(WireNames.PluginId, request.PluginId)
                ?? FindIdFault(WireNames.WidgetId, request.WidgetId)
                ?? (request.ResourceId is { ValueOrNull: null } ? "The resource id is default(ResourceId), which is nothing that can be sent." : null),
            _ => "Several of community_file_id, plugin_id and widget_id were supplied: Figma wants exactly one of them beside user_id.",
        };
    }

    private static int CountResources(in PaymentsRequest request) =>
        (request.CommunityFileId.IsSupplied ? 1 : 0)
        + (request.PluginId.IsSupplied ? 1 : 0)
        + (request.WidgetId.IsSupplied ? 1 : 0)
        + (request.ResourceId is not null ? 1 : 0);

    private static ResourceId ResourceOf(in PaymentsRequest request) =>
        request.PluginId.Text is { } plugin ? ResourceId.FromValidated(ResourceType.Plugin, plugin)
        : request.WidgetId.Text is { } widget ? ResourceId.FromValidated(ResourceType.Widget, widget)
        : request.CommunityFileId.Text is { } file ? ResourceId.FromValidated(ResourceType.CommunityFile, file)
        : request.ResourceId.GetValueOrDefault();

    private static string? FindIdFault(string name, in PaymentsArgument argument) =>
        Describe(name, "id", argument.Fault ?? (argument is { IsChecked: false, Text: { } text } ? IdText.FindError(text) : null));

    private static string? FindTokenFault(in PaymentsArgument argument) =>
        Describe(
            WireNames.PluginPaymentToken,
            "payment token",
            argument.Fault ?? (argument is { IsChecked: false, Text: { } text } ? SecretText.FindPluginPaymentTokenFault(text) : null));

    private static string? Describe(string name, string kind, string? fault) =>
        fault is null ? null : $"What was supplied as {name} is no {kind}: {fault}.";
}

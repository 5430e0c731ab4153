using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Figma.Payments.CompilerServices;

namespace Figma.Payments.Http;

/// <summary>Represents a valid request: a token request (a payment token alone) or an ID request (a user ID and exactly one resource ID).</summary>
[DebuggerDisplay("{ToString(),nq}")]
internal readonly struct ValidatedRequest
{
    // The expected user isn't a parameter of the API.
    private const string ExpectedUser = "expected_user";

    private ValidatedRequest(string? token, string? userId, ResourceId? resource)
    {
        Token = token;
        UserId = userId;
        Resource = resource;
    }

    /// <summary>Gets the payment token, which is a secret, or null for an ID request.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Token { get; }

    /// <summary>Gets the ID of the user that the response must be about, or null for a token request without an expected user.</summary>
    public string? UserId { get; }

    /// <summary>Gets the resource that the response must be about, or null for a token request of a client that is not pinned.</summary>
    public ResourceId? Resource { get; }

    /// <summary>Validates the arguments of a request.</summary>
    /// <param name="request">The arguments.</param>
    /// <param name="pinned">The resource that the client is pinned to, or null.</param>
    /// <param name="validated">The valid request.</param>
    /// <param name="error">A description for developers of what is not valid, or null. It contains the names of parameters, but no values.</param>
    /// <returns><c>true</c> if the arguments form a valid request; otherwise, <c>false</c>.</returns>
    public static bool TryCreate(in PaymentsRequest request, ResourceId? pinned, out ValidatedRequest validated, [NotNullWhen(false)] out string? error)
    {
        validated = default;
        error = FindError(request, pinned is not null);

        if (error is not null)
            return false;

        validated = request.PluginPaymentToken.Text is { } token
            ? new ValidatedRequest(token, request.ExpectedUser.Text, pinned)
            : new ValidatedRequest(token: null, request.UserId.Text, pinned ?? GetResource(request));

        return true;
    }

    /// <summary>Returns the kind of the request, but not its values, which can be secrets.</summary>
    public override string ToString() => Token is null ? "ID request" : "token request";

    private static string? FindError(in PaymentsRequest request, bool isPinned)
    {
        int resources = CountResources(request);

        if (request.PluginPaymentToken.IsSpecified)
        {
            return request.UserId.IsSpecified || resources > 0
                ? "A payment token and IDs are specified. Specify plugin_payment_token alone, or user_id and exactly one resource ID."
                : FindTokenError(request.PluginPaymentToken) ?? FindIdError(ExpectedUser, request.ExpectedUser);
        }

        if (request.ExpectedUser.IsSpecified)
            return "An expected user is specified without a payment token. Specify plugin_payment_token too, or user_id instead of the expected user.";

        if (!request.UserId.IsSpecified)
        {
            return resources > 0 || isPinned
                ? "user_id is not specified. A resource alone doesn't form a valid request; specify user_id too."
                : "Neither plugin_payment_token nor user_id is specified. Specify plugin_payment_token alone, or user_id and exactly one resource ID.";
        }

        if (isPinned)
        {
            return resources > 0
                ? "A resource ID is specified, but the client is pinned to a resource. Specify user_id alone."
                : FindIdError(WireNames.UserId, request.UserId);
        }

        return resources switch
        {
            0 => "None of community_file_id, plugin_id and widget_id is specified. Specify exactly one of them together with user_id.",
            1 => FindIdError(WireNames.UserId, request.UserId)
                ?? FindIdError(WireNames.CommunityFileId, request.CommunityFileId)
                ?? FindIdError(WireNames.PluginId, request.PluginId)
                ?? FindIdError(WireNames.WidgetId, request.WidgetId)
                ?? (request.ResourceId is { ValueOrNull: null } ? "The resource ID is not initialized." : null),
            _ => "More than one of community_file_id, plugin_id and widget_id is specified. Specify exactly one of them together with user_id.",
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
        Describe(name, "ID", argument.Error ?? (argument is { IsValidated: false, Text: { } text } ? IdText.FindError(text) : null));

    private static string? FindTokenError(in PaymentsArgument argument) =>
        Describe(
            WireNames.PluginPaymentToken,
            "payment token",
            argument.Error ?? (argument is { IsValidated: false, Text: { } text } ? TokenText.FindPaymentTokenError(text) : null));

    private static string? Describe(string name, string kind, string? error) =>
        error is null ? null : $"The value of {name} isn't a valid {kind}: {error}.";
}

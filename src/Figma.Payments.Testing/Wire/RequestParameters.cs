using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

using Figma.Payments.Testing.Ledger;

namespace Figma.Payments.Testing.Wire;

/// <summary>
/// The parameters of a valid request: either a payment token, or a user and exactly one resource.
/// </summary>
/// <remarks>Figma's behavior for unknown names, duplicate names and empty values is unknown. The fake rejects them.</remarks>
internal sealed class RequestParameters
{
    private RequestParameters(string? paymentToken, string user, ResourceKey resource)
    {
        PaymentToken = paymentToken;
        User = user;
        Resource = resource;
    }

    /// <summary>Gets the payment token, which is a secret, or null for an ID request.</summary>
    public string? PaymentToken { get; }

    /// <summary>Gets the user ID, or an empty string for a token request.</summary>
    public string User { get; }

    /// <summary>Gets the resource, which is meaningful only for an ID request.</summary>
    public ResourceKey Resource { get; }

    /// <summary>Parses a query string. On failure, the problem names parameters but contains no values.</summary>
    public static bool TryParse(QueryString query, [NotNullWhen(true)] out RequestParameters? parameters, [NotNullWhen(false)] out string? problem)
    {
        parameters = null;
        problem = FindProblem(query);

        if (problem is not null)
            return false;

        string? token = query.Find(Names.PaymentToken);

        parameters = token is not null
            ? new RequestParameters(token, "", default)
            : new RequestParameters(null, query.Find(Names.UserId)!, NamedResources(query)[0]);

        return true;
    }

    /// <summary>Returns the resources that a query string contains, at most one of each type.</summary>
    public static IReadOnlyList<ResourceKey> NamedResources(QueryString query)
    {
        List<ResourceKey> resources = [];

        foreach (ResourceType type in (ResourceType[])[ResourceType.CommunityFile, ResourceType.Plugin, ResourceType.Widget])
        {
            if (query.Find(Names.ParameterOf(type)) is { } text)
                resources.Add(new ResourceKey(type, text));
        }

        return resources;
    }

    private static string? FindProblem(QueryString query)
    {
        if (FindSpellingProblem(query) is { } spellingProblem)
            return spellingProblem;

        bool hasToken = query.Count(Names.PaymentToken) > 0;
        bool hasUser = query.Count(Names.UserId) > 0;
        int resources = NamedResources(query).Count;

        if (hasToken)
        {
            return hasUser || resources > 0
                ? "Provide plugin_payment_token alone, or user_id and exactly one of community_file_id, plugin_id, or widget_id, not both."
                : null;
        }

        if (!hasUser && resources == 0)
            return "Provide plugin_payment_token, or user_id and exactly one of community_file_id, plugin_id, or widget_id.";

        if (!hasUser)
            return "Provide user_id along with community_file_id, plugin_id, or widget_id.";

        return resources == 1 ? null : "Provide exactly one of community_file_id, plugin_id, or widget_id.";
    }

    private static string? FindSpellingProblem(QueryString query)
    {
        if (!query.IsReadable)
            return "The query is not percent-encoded UTF-8.";

        foreach ((string name, string value) in query.Pairs)
        {
            if (!Names.Parameters.Contains(name))
                return "The query has a parameter other than plugin_payment_token, user_id, community_file_id, plugin_id, and widget_id.";

            if (query.Count(name) > 1)
                return $"Provide {name} once.";

            if (value.Length == 0)
                return $"{name} is empty.";
        }

        return null;
    }
}

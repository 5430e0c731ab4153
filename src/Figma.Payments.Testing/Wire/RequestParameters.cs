using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

using Figma.Payments.Testing.Ledger;

namespace Figma.Payments.Testing.Wire;

/// <summary>
/// A question that Figma's documentation allows: a payment token alone, or a user and exactly one resource.
/// </summary>
/// <remarks>What Figma really does with names it does not know, doubled names and empty values is unknown; the fake is strict.</remarks>
internal sealed class RequestParameters
{
    private RequestParameters(string? paymentToken, string user, ResourceKey resource)
    {
        PaymentToken = paymentToken;
        User = user;
        Resource = resource;
    }

    /// <summary>The payment token, a secret; null where ids are asked about.</summary>
    public string? PaymentToken { get; }

    /// <summary>The user; empty where there is a payment token.</summary>
    public string User { get; }

    /// <summary>The resource; counts only where there is no payment token.</summary>
    public ResourceKey Resource { get; }

    /// <summary>Reads the question, or says why it is none: naming parameters, repeating no value.</summary>
    public static bool TryParse(QueryString query, [NotNullWhen(true)] out RequestParameters? question, [NotNullWhen(false)] out string? fault)
    {
        question = null;
        fault = FindProblem(query);

        if (fault is not null)
            return false;

        string? token = query.Find(Names.PaymentToken);

        question = token is not null
            ? new RequestParameters(token, "", default)
            : new RequestParameters(null, query.Find(Names.UserId)!, NamedResources(query)[0]);

        return true;
    }

    /// <summary>The resources that a query names, at most one of each kind.</summary>
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

using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Parsing;

/// <summary>
/// The endpoint's rule, over a method's parameters: a payment token alone, or a user and exactly one resource.
/// </summary>
internal static class QuestionRules
{
    /// <summary>Why no call of a method with these parameters can be right, or null where one can.</summary>
    public static string? FindFault(EquatableArray<ParameterModel> parameters, bool isPinned)
    {
        bool hasToken = parameters.Any(static parameter => parameter.Role == PaymentsRole.PluginPaymentToken);
        bool hasUser = parameters.Any(static parameter => parameter.Role == PaymentsRole.UserId);
        ImmutableArray<ParameterModel> resources = parameters.Where(static parameter => parameter.Role.IsResource()).ToImmutableArray();

        if (hasToken && (hasUser || !resources.IsEmpty))
            return "it asks both ways at once: plugin_payment_token goes alone. Make two methods of it";

        if (parameters.FirstOrDefault(static parameter => parameter is { Role: PaymentsRole.PluginPaymentToken or PaymentsRole.UserId, Default: "null" or "default" }) is { } optional)
            return $"its parameter '{optional.Name}' can be left out, and no question goes without: take its default value away";

        if (hasToken)
            return null;

        if (!hasUser)
        {
            return resources.IsEmpty
                ? "it has no way to ask: it needs a PluginPaymentToken, or a UserId" + (isPinned ? "" : " and a resource id")
                : "it has a resource and no user_id to ask about";
        }

        if (isPinned)
            return resources.IsEmpty ? null : $"its parameter '{resources[0].Name}' stands beside the resource that the interface is pinned to";

        if (resources.IsEmpty)
            return "it has a user_id and no resource: it needs exactly one of community_file_id, plugin_id and widget_id, or a pinned resource on the interface";

        string[] required = [.. resources.Where(static parameter => !parameter.IsNullable).Select(static parameter => parameter.Name)];

        return required.Length > 1
            ? $"it requires {string.Join(" and ", required)}, and Figma wants exactly one of community_file_id, plugin_id and widget_id"
            : null;
    }
}

using System.Linq;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;

namespace Figma.Payments.Generators.Validation;

/// <summary>
/// The endpoint's rule, over a method's parameters: a payment token alone, or a user and exactly one resource.
/// </summary>
internal static class QuestionRules
{
    /// <summary>Why no call of a method with these parameters can be right, or null where one can.</summary>
    public static string? FindFault(EquatableArray<ParameterModel> parameters, Pin pin)
    {
        bool hasToken = false;
        bool hasUser = false;
        ParameterModel? resource = null;
        ParameterModel? optional = null;
        ParameterModel? defaulted = null;
        int requiredResources = 0;

        foreach (ParameterModel parameter in parameters)
        {
            hasToken |= parameter.Role == PaymentsRole.PluginPaymentToken;
            hasUser |= parameter.Role == PaymentsRole.UserId;

            if (parameter.Role.IsResource())
            {
                resource ??= parameter;
                requiredResources += parameter.IsNullable ? 0 : 1;

                if (parameter is { IsNullable: false, Default: "default" })
                    defaulted ??= parameter;
            }
            else if (parameter is { Role: PaymentsRole.PluginPaymentToken or PaymentsRole.UserId, Default: "null" or "default" })
            {
                optional ??= parameter;
            }
        }

        if (hasToken && (hasUser || resource is not null))
            return "it asks both ways at once: plugin_payment_token goes alone. Make two methods of it";

        if (optional is not null)
            return $"its parameter '{optional.Name}' can be left out, and no question goes without: take its default value away";

        if (hasToken)
            return pin.IsFile ? "a payment token names a plugin or a widget, and the interface is pinned to a Community file" : null;

        if (!hasUser)
        {
            return resource is null
                ? "it has no way to ask: it needs a PluginPaymentToken, or a UserId" + (pin.IsSet ? "" : " and a resource id")
                : "it has a resource and no user_id to ask about";
        }

        if (pin.IsSet)
            return resource is null ? null : $"its parameter '{resource.Name}' stands beside the resource that the interface is pinned to";

        if (defaulted is not null)
            return $"its parameter '{defaulted.Name}' can be left out, and is then no id at all: make it nullable, or take its default value away";

        if (resource is null)
            return "it has a user_id and no resource: it needs exactly one of community_file_id, plugin_id and widget_id, or a pinned resource on the interface";

        return requiredResources > 1
            ? $"it requires {string.Join(" and ", parameters.Where(static parameter => parameter.Role.IsResource() && !parameter.IsNullable).Select(static parameter => parameter.Name))}, and Figma wants exactly one of community_file_id, plugin_id and widget_id"
            : null;
    }
}

using System.Linq;
using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Validation;

/// <summary>
/// Checks the endpoint's rule over the parameters of a client method: a token request takes a payment token alone, or with the expected user;
/// an ID request takes a user ID and exactly one resource.
/// </summary>
internal static class RequestRules
{
    /// <summary>Returns the reason why no call of a method with these parameters is valid, and how to fix the method, or null if a call can be valid.</summary>
    public static (string Reason, string Fix)? FindProblem(EquatableArray<ParameterModel> parameters, Pin pin)
    {
        bool hasToken = false;
        bool hasUser = false;
        ParameterModel? resource = null;
        ParameterModel? expectedUser = null;
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
            else if (parameter.Role == PaymentsRole.ExpectedUser)
            {
                expectedUser = parameter;

                if (parameter is { IsNullable: false, Default: "default" })
                    optional ??= parameter;
            }
            else if (parameter is { Role: PaymentsRole.PluginPaymentToken or PaymentsRole.UserId, Default: "null" or "default" })
            {
                optional ??= parameter;
            }
        }

        if (hasToken && (hasUser || resource is not null))
            return ("they combine a payment token with a user or a resource", "declare a separate method for the payment token");

        if (expectedUser is not null && !hasToken)
            return ($"the parameter '{expectedUser.Name}' specifies the expected user of a payment token, but there is no payment token", FixExpectedUser(hasUser, pin));

        if (optional is not null)
            return ($"the required parameter '{optional.Name}' has a default value", "remove the default value");

        if (hasToken)
            return pin.IsFile ? ("a payment token identifies a plugin or widget, but the interface is pinned to a Community file", "use a 'UserId' instead") : null;

        if (!hasUser)
        {
            return resource is null
                ? ("they identify no user", "add a 'PluginPaymentToken', or a 'UserId'" + (pin.IsSet ? "" : " and a resource ID"))
                : ("they specify a resource without a user", "add a 'UserId'");
        }

        if (pin.IsSet)
            return resource is null ? null : ($"the parameter '{resource.Name}' specifies a resource, but the interface is pinned to one", "remove the parameter");

        if (defaulted is not null)
            return ($"the default value of the parameter '{defaulted.Name}' isn't a valid ID", "make the parameter nullable or remove the default value");

        if (resource is null)
            return ("they specify no resource", "add a resource ID or pin the interface to a resource");

        return requiredResources > 1
            ? ($"they require several resources ({string.Join(", ", parameters.Where(static parameter => parameter.Role.IsResource() && !parameter.IsNullable).Select(static parameter => $"'{parameter.Name}'"))})", "keep one or make them nullable")
            : null;
    }

    /// <summary>Returns how to fix an interface that inherits a method from an interface of another assembly, or one that is generated.</summary>
    public static string FixInherited(string inherited, Pin pin) => inherited switch
    {
        "IPaymentsClient" when pin.IsSet && !pin.IsFile => "inherit 'IPinnedPaymentsClient' instead of 'IPaymentsClient'",
        "IPinnedPaymentsClient" when !pin.IsSet => "pin the interface to a resource, or inherit 'IPaymentsClient' instead of 'IPinnedPaymentsClient'",
        _ => $"declare the methods of the interface instead of inheriting '{inherited}'",
    };

    private static string FixExpectedUser(bool hasUser, Pin pin) =>
        hasUser ? "remove the parameter"
        : pin.IsFile ? "rename the parameter to 'userId'"
        : "add a 'PluginPaymentToken', or rename the parameter to 'userId'";
}

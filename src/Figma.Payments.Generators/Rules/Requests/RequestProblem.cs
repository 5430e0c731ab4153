using System.Collections.Generic;
using System.Linq;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Validates the parameters of a request, for the message of FPG2006.</summary>
internal static class RequestProblem
{
    /// <summary>Returns the problem of a request, or null if there is none.</summary>
    /// <param name="address">The address of the request.</param>
    /// <param name="isWhole">A value that indicates whether the address is complete, so that a missing parameter is an error.</param>
    public static string? Find(PaymentsAddress address, bool isWhole)
    {
        if (!address.IsCertain)
            return null;

        if (address.HasToken && (address.HasUser || address.Resources.Count > 0))
            return $"combines 'plugin_payment_token' with {Join(address)}; send 'plugin_payment_token' alone";

        if (address.Resources.Count > 1)
        {
            return address.Resources.Distinct().Count() > 1
                ? $"specifies several resources ({Join(address.Resources)}); specify exactly one"
                : $"specifies several values of {Quote(address.Resources[0])}; specify exactly one";
        }

        if (!isWhole || address.IsOpen || address.HasToken)
            return null;

        if (address.HasUser && address.Resources.Count == 1)
            return null;

        foreach ((string name, string parameter) in address.Misspellings)
        {
            if (parameter == "user_id" ? !address.HasUser : address.Resources.Count == 0)
                return $"specifies {Quote(name)}, which isn't a parameter of the API; specify {Quote(parameter)}";
        }

        if (address.Resources.Count == 1)
            return $"specifies {Quote(address.Resources[0])} without a user; add 'user_id'";

        return address.HasUser
            ? "specifies no resource; specify exactly one of 'community_file_id', 'plugin_id', 'widget_id'"
            : "specifies neither a payment token nor a user; add 'plugin_payment_token' or 'user_id'";
    }

    private static string Join(PaymentsAddress address) =>
        Join(address.HasUser ? address.Resources.Prepend("user_id") : address.Resources);

    private static string Join(IEnumerable<string> names) => string.Join(", ", names.Select(Quote));

    private static string Quote(string name) => $"'{name}'";
}

using System.Collections.Generic;
using System.Linq;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>What is wrong with a request, in words that go on from "This request to Figma's Payments API".</summary>
internal static class RequestFault
{
    /// <param name="address">The address.</param>
    /// <param name="isWhole">Whether it is what the request is sent to, so that what it lacks is lacking.</param>
    public static string? Find(PaymentsAddress address, bool isWhole)
    {
        if (!address.IsCertain)
            return null;

        if (address.HasToken && (address.HasUser || address.Resources.Count > 0))
            return $"combines 'plugin_payment_token' with {Join(address)}; send 'plugin_payment_token' alone";

        if (address.Resources.Count > 1)
            return $"specifies several resources ({Join(address.Resources)}); specify exactly one";

        if (!isWhole || address.IsOpen || address.HasToken)
            return null;

        if (address.Resources.Count == 1)
            return address.HasUser ? null : $"specifies {Quote(address.Resources[0])} without a user; add 'user_id'";

        return address.HasUser
            ? "specifies no resource; specify exactly one of 'community_file_id', 'plugin_id', 'widget_id'"
            : "specifies neither a payment token nor a user; add 'plugin_payment_token' or 'user_id'";
    }

    private static string Join(PaymentsAddress address) =>
        Join(address.HasUser ? address.Resources.Prepend("user_id") : address.Resources);

    private static string Join(IEnumerable<string> names) => string.Join(", ", names.Select(Quote));

    private static string Quote(string name) => $"'{name}'";
}

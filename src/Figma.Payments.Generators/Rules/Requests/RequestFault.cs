using System.Collections.Generic;

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
            return $"asks with plugin_payment_token and {Join(address)} together: send the token alone, or user_id with exactly one resource";

        if (address.Resources.Count > 1)
            return $"asks about several resources, {Join(address.Resources)}: send exactly one";

        if (!isWhole || address.IsOpen || address.HasToken)
            return null;

        if (address.Resources.Count == 1)
            return address.HasUser ? null : $"asks about {address.Resources[0]} and no user: send user_id too";

        return address.HasUser
            ? "asks about no resource: send exactly one of community_file_id, plugin_id and widget_id with user_id"
            : "asks nothing: send plugin_payment_token alone, or user_id and exactly one of community_file_id, plugin_id and widget_id";
    }

    private static string Join(PaymentsAddress address) =>
        address.HasUser ? address.Resources.Count == 0 ? "user_id" : "user_id, " + Join(address.Resources) : Join(address.Resources);

    private static string Join(IEnumerable<string> names) => string.Join(", ", names);
}

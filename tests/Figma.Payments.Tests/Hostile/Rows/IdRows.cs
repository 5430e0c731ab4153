using System.Collections.Generic;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>User IDs, resource IDs and resource types.</summary>
internal static class IdRows
{
    private const string Paid = "granted: PAID 2024-03-01T12:34:56.789+00:00";
    private const string User = "\"" + Samples.User + "\"";
    private const string Plugin = "\"" + Samples.Plugin + "\"";
    private const string NoUser = "'user_id' is not a valid ID";
    private const string NoResource = "'resource_id' is not a valid ID";
    private const string NoType = "'resource_type' is not PLUGIN, WIDGET or COMMUNITY_FILE";
    private const string Twice = "a member of 'meta' occurs twice";
    private const string Lacks = "is missing in 'meta'";

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        Read("IDs that are numbers", User, Samples.User, null, Paid),
        Read("another user as a number", User, "893760322388183959", ResponseMismatch, "user_id differs."),
        Read("the user ID rounded to a double", User, "893760322388184000", ResponseMismatch, "user_id differs."),
        Read("a user ID with an exponent", User, "8.93760322388183958e17", InvalidResponse, NoUser),
        Read("a user ID with a fraction", User, Samples.User + ".0", InvalidResponse, NoUser),
        Read("a user ID with a sign", User, "-" + Samples.User, InvalidResponse, NoUser),
        Read("a user ID of 0", User, "0", InvalidResponse, NoUser),
        Read("a user ID with a leading zero", User, "\"0" + Samples.User + "\"", ResponseMismatch, "user_id differs."),
        Read("a user ID with a space", User, "\"" + Samples.User + " \"", InvalidResponse, NoUser),
        Read("a user ID in digits of another script", User, "\"\uFF18\uFF19\"", InvalidResponse, NoUser),
        Read("a user ID with an invisible character", User, "\"" + Samples.User + "\\u200B\"", InvalidResponse, NoUser),
        Read("a user ID with a NUL character", User, "\"" + Samples.User + "\\u0000\"", InvalidResponse, NoUser),
        Read("a null user ID", User, "null", InvalidResponse, NoUser),
        Read("a user ID of true", User, "true", InvalidResponse, NoUser),
        Read("a user ID in an array", User, $"[{User}]", InvalidResponse, NoUser),
        Read("a user ID in an object", User, $"{{\"id\":{User}}}", InvalidResponse, NoUser),
        Read("an empty user ID", User, "\"\"", InvalidResponse, NoUser),
        Read("the beginning of the user ID", User, "\"893760322388\"", ResponseMismatch, "user_id differs."),
        Read("no user ID", $"\"user_id\":{User},", "", InvalidResponse, Lacks),
        Read("the user ID twice", $"\"user_id\":{User}", $"\"user_id\":{User},\"user_id\":{User}", InvalidResponse, Twice),
        Read("the user ID after another", $"\"user_id\":{User}", $"\"user_id\":\"1\",\"user_id\":{User}", InvalidResponse, Twice),
        Read("the user ID before another", $"\"user_id\":{User}", $"\"user_id\":{User},\"us\\u0065r_id\":\"1\"", InvalidResponse, Twice),
        Read("an uppercase user_id member", "\"user_id\"", "\"USER_ID\"", InvalidResponse, Lacks),
        Read("userId instead of user_id", "\"user_id\"", "\"userId\"", InvalidResponse, Lacks),
        Read("another resource", Plugin, "\"1678669904810665843\"", ResponseMismatch, "resource_id differs."),
        Read("the resource ID rounded to a double", Plugin, "1678669904810665728", ResponseMismatch, "resource_id differs."),
        Read("the resource ID as a number", Plugin, Samples.Plugin, null, Paid),
        Read("a null resource ID", Plugin, "null", InvalidResponse, NoResource),
        Read("a resource ID in an array", Plugin, $"[{Plugin}]", InvalidResponse, NoResource),
        Read("a resource ID as a Community address", Plugin, $"\"https://www.figma.com/community/plugin/{Samples.Plugin}\"", InvalidResponse, NoResource),
        Read("no resource ID", $"\"resource_id\":{Plugin},", "", InvalidResponse, Lacks),
        Read("the resource ID twice", $"\"resource_id\":{Plugin}", $"\"resource_id\":{Plugin},\"resource_id\":{Plugin}", InvalidResponse, Twice),
        new("user ID and resource ID swapped", Body(Samples.Paid.Replace(User, "?", System.StringComparison.Ordinal).Replace(Plugin, User, System.StringComparison.Ordinal).Replace("?", Plugin, System.StringComparison.Ordinal)), ResponseMismatch, "user_id, resource_id differ."),
        Read("a widget with the same ID", "PLUGIN", "WIDGET", ResponseMismatch, "resource_type differs."),
        Read("a Community file with the same ID", "PLUGIN", "COMMUNITY_FILE", ResponseMismatch, "resource_type differs."),
        Read("a lowercase resource type", "PLUGIN", "plugin", InvalidResponse, NoType),
        Read("an unknown resource type", "PLUGIN", "TEMPLATE", InvalidResponse, NoType),
        Read("a null resource type", "\"PLUGIN\"", "null", InvalidResponse, NoType),
        Read("a resource type as a number", "\"PLUGIN\"", "0", InvalidResponse, NoType),
        Read("no resource type", "\"resource_type\":\"PLUGIN\",", "", InvalidResponse, Lacks),
        Read("two resource types", "\"resource_type\":\"PLUGIN\"", "\"resource_type\":\"WIDGET\",\"resource_type\":\"PLUGIN\"", InvalidResponse, Twice),
        Read("an ID that contains a part of the access token", User, "\"figd_MARK\"", InvalidResponse, NoUser),
        Read("an ID that is the end of the access token", User, $"\"{Samples.AccessToken[^13..]}\"", InvalidResponse, NoUser),
        Read("an ID that is a word", User, "\"ada\"", InvalidResponse, NoUser),
        Read("a resource ID that is a word", Plugin, "\"glyphs\"", InvalidResponse, NoResource),
        Read("an ID that is the access token", User, $"\"{Samples.AccessToken}\"", InvalidResponse, NoUser),
    ];

    private static HostileRow Read(string name, string part, string replacement, PaymentsErrorKind? kind, string reads) =>
        new(name, Body(Samples.With(part, replacement)), kind, reads);
}

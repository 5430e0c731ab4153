using System.Collections.Generic;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Whom and what an answer is about.</summary>
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
        Read("ids that are numbers", User, Samples.User, null, Paid),
        Read("a user who is another number", User, "893760322388183959", ResponseMismatch, "different user_id."),
        Read("a user as a double writes the number", User, "893760322388184000", ResponseMismatch, "different user_id."),
        Read("a user with an exponent", User, "8.93760322388183958e17", InvalidResponse, NoUser),
        Read("a user with a fraction", User, Samples.User + ".0", InvalidResponse, NoUser),
        Read("a user with a sign", User, "-" + Samples.User, InvalidResponse, NoUser),
        Read("a user of zero", User, "0", InvalidResponse, NoUser),
        Read("a user with a leading zero", User, "\"0" + Samples.User + "\"", ResponseMismatch, "different user_id."),
        Read("a user with a blank", User, "\"" + Samples.User + " \"", InvalidResponse, NoUser),
        Read("a user in digits of another script", User, "\"\uFF18\uFF19\"", ResponseMismatch, "different user_id."),
        Read("a user with what cannot be seen", User, "\"" + Samples.User + "\\u200B\"", ResponseMismatch, "different user_id."),
        Read("a user with a zero byte", User, "\"" + Samples.User + "\\u0000\"", InvalidResponse, NoUser),
        Read("a user of null", User, "null", InvalidResponse, NoUser),
        Read("a user of true", User, "true", InvalidResponse, NoUser),
        Read("a user in a list", User, $"[{User}]", InvalidResponse, NoUser),
        Read("a user in an object", User, $"{{\"id\":{User}}}", InvalidResponse, NoUser),
        Read("an empty user", User, "\"\"", InvalidResponse, NoUser),
        Read("the beginning of the user", User, "\"893760322388\"", ResponseMismatch, "different user_id."),
        Read("no user", $"\"user_id\":{User},", "", InvalidResponse, Lacks),
        Read("the user twice", $"\"user_id\":{User}", $"\"user_id\":{User},\"user_id\":{User}", InvalidResponse, Twice),
        Read("the user behind another", $"\"user_id\":{User}", $"\"user_id\":\"1\",\"user_id\":{User}", InvalidResponse, Twice),
        Read("the user before another", $"\"user_id\":{User}", $"\"user_id\":{User},\"us\\u0065r_id\":\"1\"", InvalidResponse, Twice),
        Read("the user in another case", "\"user_id\"", "\"USER_ID\"", InvalidResponse, Lacks),
        Read("the user in other letters", "\"user_id\"", "\"userId\"", InvalidResponse, Lacks),
        Read("another resource", Plugin, "\"1678669904810665843\"", ResponseMismatch, "different resource_id."),
        Read("a resource as a double writes the number", Plugin, "1678669904810665728", ResponseMismatch, "different resource_id."),
        Read("a resource that is the number", Plugin, Samples.Plugin, null, Paid),
        Read("a resource of null", Plugin, "null", InvalidResponse, NoResource),
        Read("a resource in a list", Plugin, $"[{Plugin}]", InvalidResponse, NoResource),
        Read("a resource as an address", Plugin, $"\"https://www.figma.com/community/plugin/{Samples.Plugin}\"", InvalidResponse, NoResource),
        Read("no resource", $"\"resource_id\":{Plugin},", "", InvalidResponse, Lacks),
        Read("the resource twice", $"\"resource_id\":{Plugin}", $"\"resource_id\":{Plugin},\"resource_id\":{Plugin}", InvalidResponse, Twice),
        new("user and resource exchanged", Body(Samples.Paid.Replace(User, "?", System.StringComparison.Ordinal).Replace(Plugin, User, System.StringComparison.Ordinal).Replace("?", Plugin, System.StringComparison.Ordinal)), ResponseMismatch, "different user_id, resource_id."),
        Read("a widget of the same id", "PLUGIN", "WIDGET", ResponseMismatch, "different resource_type."),
        Read("a Community file of the same id", "PLUGIN", "COMMUNITY_FILE", ResponseMismatch, "different resource_type."),
        Read("a type in small letters", "PLUGIN", "plugin", InvalidResponse, NoType),
        Read("a type that nobody knows", "PLUGIN", "TEMPLATE", InvalidResponse, NoType),
        Read("a type of null", "\"PLUGIN\"", "null", InvalidResponse, NoType),
        Read("a type as a number", "\"PLUGIN\"", "0", InvalidResponse, NoType),
        Read("no type of resource", "\"resource_type\":\"PLUGIN\",", "", InvalidResponse, Lacks),
        Read("two types of resource", "\"resource_type\":\"PLUGIN\"", "\"resource_type\":\"WIDGET\",\"resource_type\":\"PLUGIN\"", InvalidResponse, Twice),
        Read("an id that echoes a part of the token", User, "\"figd_MARK\"", InvalidResponse, NoUser),
        Read("an id that echoes the token", User, $"\"{Samples.AccessToken}\"", InvalidResponse, NoUser),
    ];

    private static HostileRow Read(string name, string part, string replacement, PaymentsErrorKind? kind, string reads) =>
        new(name, Body(Samples.With(part, replacement)), kind, reads);
}

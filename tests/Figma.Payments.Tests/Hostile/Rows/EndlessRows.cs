using System.Collections.Generic;
using System.Linq;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Megabytes without an end, and nesting without one.</summary>
internal static class EndlessRows
{
    private const string Head = "HTTP/1.1 200 OK\r\n" + JsonType + "\r\n";
    private const string Paid = "granted: PAID 2024-03-01T12:34:56.789+00:00";
    private const string TooLarge = "larger than 65536 bytes";

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        new("blanks without an end", Endless(Head, " "), InvalidResponse, TooLarge),
        new("blanks without an end behind an answer", Endless(Head + Samples.Paid, " "), InvalidResponse, TooLarge),
        new("lists in lists without an end", Endless(Head, "["), InvalidResponse, TooLarge),
        new("objects in objects without an end", Endless(Head, "{\"meta\":"), InvalidResponse, TooLarge),
        new("a text without an end", Endless(Head + "{\"status\":\"", "x"), InvalidResponse, TooLarge),
        new("a number without an end", Endless(Head + "{\"status\":", "2"), InvalidResponse, TooLarge),
        new("members without an end", Endless(Head + "{\"status\":200", ",\"x\":0"), InvalidResponse, TooLarge),
        new("answers without an end", Endless(Head, Samples.Paid), InvalidResponse, TooLarge),
        new("bytes without an end that are no text", Endless(Head, "\xFF\x00"), InvalidResponse, TooLarge),
        new("headers without an end", Endless("HTTP/1.1 200 OK\r\n", "X-More: x\r\n"), Unavailable, "could not be reached"),
        new("a header without an end", Endless("HTTP/1.1 200 OK\r\nX-More: ", "x"), Unavailable, "could not be reached"),
        new("a 403 without an end", Endless("HTTP/1.1 403 Forbidden\r\n\r\n", "x"), Unauthorized, "Figma rejected the request"),
        new("lists in lists up to the bound", Body(new string('[', 65_000)), InvalidResponse, "not a JSON object"),
        new("objects in objects up to the bound", Body("{\"x\":" + string.Concat(Enumerable.Repeat("{\"x\":", 10_000))), InvalidResponse, "not valid JSON"),
        new("an error's lists in lists up to the bound", Body("{\"message\":" + new string('[', 60_000), "403 Forbidden"), Unauthorized, "Figma rejected the request"),
        new("a member of sixty thousand characters", Body(Samples.With("\"error\"", $"\"x\":\"{new string('x', 60_000)}\",\"error\"")), null, Paid),
        new("a number of sixty thousand digits", Body(Samples.With("\"error\"", $"\"x\":1{new string('0', 60_000)},\"error\"")), null, Paid),
        new("an id of sixty thousand digits", Body(Samples.With("\"" + Samples.User + "\"", "1" + new string('0', 60_000))), InvalidResponse, "'user_id' is not a valid ID"),
        new("an id of sixty thousand escapes", Body(Samples.With(Samples.User, string.Concat(Enumerable.Repeat("\\u0030", 10_000)))), InvalidResponse, "'user_id' is not a valid ID"),
        new("a status of sixty thousand characters", Body(Samples.With("PAID", new string('P', 60_000))), InvalidResponse, "not a valid status text"),
        new("as many blanks as the bound allows", Body(Samples.Paid + new string(' ', 65_536 - 208)), null, Paid),
        new("one blank more than the bound allows", Raw(Head + Samples.Paid + new string(' ', 65_537 - 208)), InvalidResponse, TooLarge),
    ];
}

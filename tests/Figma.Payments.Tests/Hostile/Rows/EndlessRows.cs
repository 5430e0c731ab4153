using System.Collections.Generic;
using System.Linq;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Endless and very large bodies, and deep nesting.</summary>
internal static class EndlessRows
{
    private const string Head = "HTTP/1.1 200 OK\r\n" + JsonType + "\r\n";
    private const string Paid = "granted: PAID 2024-03-01T12:34:56.789+00:00";
    private const string TooLarge = "larger than 65536 bytes";

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        new("endless spaces", Endless(Head, " "), InvalidResponse, TooLarge),
        new("endless spaces after a response", Endless(Head + Samples.Paid, " "), InvalidResponse, TooLarge),
        new("endless nested arrays", Endless(Head, "["), InvalidResponse, TooLarge),
        new("endless nested objects", Endless(Head, "{\"meta\":"), InvalidResponse, TooLarge),
        new("an endless string", Endless(Head + "{\"status\":\"", "x"), InvalidResponse, TooLarge),
        new("an endless number", Endless(Head + "{\"status\":", "2"), InvalidResponse, TooLarge),
        new("endless members", Endless(Head + "{\"status\":200", ",\"x\":0"), InvalidResponse, TooLarge),
        new("endless responses", Endless(Head, Samples.Paid), InvalidResponse, TooLarge),
        new("endless invalid bytes", Endless(Head, "\xFF\x00"), InvalidResponse, TooLarge),
        new("endless headers", Endless("HTTP/1.1 200 OK\r\n", "X-More: x\r\n"), Unavailable, "could not be reached"),
        new("an endless header", Endless("HTTP/1.1 200 OK\r\nX-More: ", "x"), Unavailable, "could not be reached"),
        new("an endless 403", Endless("HTTP/1.1 403 Forbidden\r\n\r\n", "x"), Unauthorized, "Figma rejected the request"),
        new("nested arrays up to the limit", Body(new string('[', 65_000)), InvalidResponse, "not a JSON object"),
        new("nested objects up to the limit", Body("{\"x\":" + string.Concat(Enumerable.Repeat("{\"x\":", 10_000))), InvalidResponse, "not valid JSON"),
        new("nested arrays in an error up to the limit", Body("{\"message\":" + new string('[', 60_000), "403 Forbidden"), Unauthorized, "Figma rejected the request"),
        new("a member of 60,000 characters", Body(Samples.With("\"error\"", $"\"x\":\"{new string('x', 60_000)}\",\"error\"")), null, Paid),
        new("a number of 60,000 digits", Body(Samples.With("\"error\"", $"\"x\":1{new string('0', 60_000)},\"error\"")), null, Paid),
        new("an ID of 60,000 digits", Body(Samples.With("\"" + Samples.User + "\"", "1" + new string('0', 60_000))), InvalidResponse, "'user_id' is not a valid ID"),
        new("an ID of 10,000 escapes", Body(Samples.With(Samples.User, string.Concat(Enumerable.Repeat("\\u0030", 10_000)))), InvalidResponse, "'user_id' is not a valid ID"),
        new("a status of 60,000 characters", Body(Samples.With("PAID", new string('P', 60_000))), InvalidResponse, "not a valid status text"),
        new("trailing spaces up to the limit", Body(Samples.Paid + new string(' ', 65_536 - 208)), null, Paid),
        new("trailing spaces beyond the limit", Raw(Head + Samples.Paid + new string(' ', 65_537 - 208)), InvalidResponse, TooLarge),
    ];
}

using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Paid responses with other statuses than 200, interim responses, and error messages.</summary>
internal static class StatusRows
{
    private const string Paid = "granted: PAID 2024-03-01T12:34:56.789+00:00";
    private const string Response = "HTTP/1.1 200 OK\r\n" + JsonType + "Content-Length: 208\r\n\r\n" + Samples.Paid;
    private const string NeverUsed = "never uses this HTTP status";
    private const string NeverUsedError = "never uses this error status";

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        new("100 before the response", Raw("HTTP/1.1 100 Continue\r\n\r\n" + Response), null, Paid),
        new("102 before the response", Raw("HTTP/1.1 102 Processing\r\n\r\n" + Response), null, Paid),
        new("103 with a link before the response", Raw($"HTTP/1.1 103 Early Hints\r\nLink: <{Elsewhere}>; rel=preload\r\n\r\n" + Response), null, Paid),
        new("199 before the response", Raw("HTTP/1.1 199 Whatever\r\n\r\n" + Response), null, Paid),
        new("ten 100 responses before the response", Raw(string.Concat(Enumerable.Repeat("HTTP/1.1 100 Continue\r\n\r\n", 10)) + Response), null, Paid),
        new("100 alone", Raw("HTTP/1.1 100 Continue\r\n\r\n"), Unavailable, "could not be reached"),
        new("101 Switching Protocols", Raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: paid\r\nConnection: Upgrade\r\n\r\n" + Samples.Paid), InvalidResponse, NeverUsed),
        .. Paying("201 Created", InvalidResponse, NeverUsed),
        .. Paying("202 Accepted", InvalidResponse, NeverUsed),
        .. Paying("203 Non-Authoritative Information", InvalidResponse, NeverUsed),
        .. Paying("204 No Content", InvalidResponse, NeverUsed),
        .. Paying("205 Reset Content", InvalidResponse, NeverUsed),
        .. Paying("206 Partial Content", InvalidResponse, NeverUsed),
        .. Paying("207 Multi-Status", InvalidResponse, NeverUsed),
        .. Paying("226 IM Used", InvalidResponse, NeverUsed),
        .. Paying("299 Whatever", InvalidResponse, NeverUsed),
        .. Paying("400 Bad Request", InvalidRequest, "malformed"),
        .. Paying("401 Unauthorized", Unauthorized, "Figma rejected the request"),
        .. Paying("402 Payment Required", InvalidResponse, NeverUsedError),
        .. Paying("403 Forbidden", Unauthorized, "Figma rejected the request"),
        .. Paying("404 Not Found", NotFound, "base address might be wrong"),
        .. Paying("405 Method Not Allowed", InvalidResponse, NeverUsedError),
        .. Paying("407 Proxy Authentication Required", InvalidResponse, NeverUsedError),
        .. Paying("408 Request Timeout", Unavailable, "can't process the request now"),
        .. Paying("409 Conflict", InvalidResponse, NeverUsedError),
        .. Paying("410 Gone", NotFound, "base address might be wrong"),
        .. Paying("418 I'm a teapot", InvalidResponse, NeverUsedError),
        .. Paying("421 Misdirected Request", InvalidResponse, NeverUsedError),
        .. Paying("422 Unprocessable Content", InvalidRequest, "malformed"),
        .. Paying("425 Too Early", Unavailable, "can't process the request now"),
        .. Paying("429 Too Many Requests", RateLimited, "Too many requests were sent"),
        .. Paying("451 Unavailable For Legal Reasons", InvalidResponse, NeverUsedError),
        .. Paying("500 Internal Server Error", Unavailable, "can't process the request now"),
        .. Paying("501 Not Implemented", Unavailable, "can't process the request now"),
        .. Paying("502 Bad Gateway", Unavailable, "can't process the request now"),
        .. Paying("503 Service Unavailable", Unavailable, "can't process the request now"),
        .. Paying("504 Gateway Timeout", Unavailable, "can't process the request now"),
        .. Paying("511 Network Authentication Required", Unavailable, "can't process the request now"),
        .. Paying("520 Unknown", Unavailable, "can't process the request now"),
        .. Paying("599 Whatever", Unavailable, "can't process the request now"),
        .. Paying("600 Whatever", InvalidResponse, NeverUsedError),
        .. Paying("999 Request denied", InvalidResponse, NeverUsedError),
        new("401 with a challenge", Body(Samples.Paid, "401 Unauthorized", JsonType + "WWW-Authenticate: Basic realm=\"figma\"\r\n"), Unauthorized, "Figma rejected the request"),
        new("407 with a challenge", Body(Samples.Paid, "407 Proxy Authentication Required", JsonType + "Proxy-Authenticate: Basic realm=\"figma\"\r\n"), InvalidResponse, NeverUsedError),
        new("429 with a wait of days", Body("{}", "429 Too Many Requests", JsonType + "Retry-After: 399065\r\n"), RateLimited, "Retry after 399065 s"),
        new("429 with a wait that overflows", Body("{}", "429 Too Many Requests", JsonType + "Retry-After: 99999999999999999999999999\r\n"), RateLimited, "Retry after 922337203685 s"),
        new("429 with a negative wait", Body("{}", "429 Too Many Requests", JsonType + "Retry-After: -5\r\n"), RateLimited, "Too many requests were sent"),
        new("403 with a message that reverses the text direction", Body("{\"message\":\"\\u202Edenied\\n2024 welcome\"}", "403 Forbidden"), Unauthorized, "Figma says: \" denied 2024 welcome\""),
        new("403 with a message with invisible characters above U+FFFF", Body("{\"message\":\"no\\udb40\\udc41\\udb40\\udc42\"}", "403 Forbidden"), Unauthorized, "Figma says: \"no    \""),
        new("403 with a message that contains the end of the access token", Body($"{{\"message\":\"Invalid: ***{Samples.AccessToken[^17..]}\"}}", "403 Forbidden"), Unauthorized, "withheld"),
        new("403 with a message that contains the access token with an invisible gap", Body($"{{\"message\":\"{Samples.AccessToken.Insert(2, "\\u200b")}\"}}", "403 Forbidden"), Unauthorized, "withheld"),
        new("403 with a message that contains the access token split by invisible characters", Echo(string.Join("\\u200B", Secret.ToCharArray())), Unauthorized, "withheld"),
        new("403 with a message that contains the access token split by spaces", Echo(string.Join(' ', Secret.Chunk(3).Select(static part => new string(part)))), Unauthorized, "withheld"),
        new("403 with a message that contains the access token split by hyphens", Echo(string.Join('-', Secret.Chunk(4).Select(static part => new string(part)))), Unauthorized, "withheld"),
        new("403 with a message that contains the access token with every byte encoded", Echo(Encode(Secret)), Unauthorized, "withheld"),
        new("403 with a message that contains the access token with every byte encoded twice", Echo(Encode(Encode(Secret))), Unauthorized, "withheld"),
        new("403 with a message that contains the access token encoded and split", Echo(string.Join(' ', Encode(Secret).Chunk(5).Select(static part => new string(part)))), Unauthorized, "withheld"),
        new("403 with a message with other words and percent signs", Echo("Access token 100% expired %41%42%43 0123456789"), Unauthorized, "Figma says: \"Access token 100% expired %41%42%43 0123456789\""),
        new("403 with a message that contains the access token", Body($"{{\"message\":\"{Samples.AccessToken}\"}}", "403 Forbidden"), Unauthorized, "withheld"),
        new("403 with a message of a megabyte", Body($"{{\"message\":\"{new string('x', 1_000_000)}\"}}", "403 Forbidden"), Unauthorized, "Figma rejected the request"),
        new("403 with a message that rejects the access token", Body("{\"status\":403,\"error\":true,\"message\":\"Invalid token\"}", "403 Forbidden"), CredentialRejected, "Figma says: \"Invalid token\""),
        new("403 for a missing scope", Body("{\"status\":403,\"error\":true,\"message\":\"Invalid scope(s): file_read. This endpoint requires the payments scope.\"}", "403 Forbidden"), CredentialRejected, "without the scope"),
        new("404 of Figma with a message", Body("{\"status\":404,\"error\":true,\"message\":\"No such user\"}", "404 Not Found"), NotFound, "doesn't exist"),
        new("404 of Figma with an err", Body("{\"status\":404,\"err\":\"Not found\"}", "404 Not Found"), NotFound, "doesn't exist"),
        new("404 without a body", Body("", "404 Not Found"), NotFound, "base address might be wrong"),
        new("404 with an HTML page", Body("<html>404</html>", "404 Not Found", "Content-Type: text/html\r\n"), NotFound, "base address might be wrong"),
        new("404 with problem details", Body("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404}", "404 Not Found", "Content-Type: application/problem+json\r\n"), NotFound, "base address might be wrong"),
        new("404 of another API", Body("{\"message\":\"no Route matched with those values\"}", "404 Not Found"), NotFound, "base address might be wrong"),
        new("404 with a truncated body", Raw("HTTP/1.1 404 Not Found\r\nContent-Length: 500\r\n\r\n{"), NotFound, "base address might be wrong"),
        new("500 with a truncated body", Raw("HTTP/1.1 500 Oops\r\nContent-Length: 500\r\n\r\n{"), Unavailable, "can't process the request now"),
        new("403 with a truncated body", Raw("HTTP/1.1 403 Forbidden\r\nContent-Length: 500\r\n\r\n{"), Unauthorized, "Figma rejected the request"),
    ];

    // The access token without its prefix, which would be found by itself.
    private static string Secret => Samples.AccessToken["figd_".Length..];

    private static Reply Echo(string text) => Body($"{{\"message\":\"{text}\"}}", "403 Forbidden");

    private static string Encode(string text) => string.Concat(text.Select(static c => string.Create(CultureInfo.InvariantCulture, $"%{(int)c:X2}")));

    private static IEnumerable<HostileRow> Paying(string status, PaymentsErrorKind kind, string reads)
    {
        yield return new HostileRow("a paid response with the status " + status, Body(Samples.Paid, status), kind, reads);
    }
}

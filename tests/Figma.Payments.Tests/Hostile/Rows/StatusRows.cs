using System.Collections.Generic;
using System.Linq;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>A paid answer under every status but its own, and what may come before it.</summary>
internal static class StatusRows
{
    private const string Paid = "granted: PAID 2024-03-01T12:34:56.789+00:00";
    private const string Answer = "HTTP/1.1 200 OK\r\n" + JsonType + "Content-Length: 208\r\n\r\n" + Samples.Paid;
    private const string NotFigma = "never uses this HTTP status";
    private const string NoAnswer = "never uses this error status";

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        new("100 before the answer", Raw("HTTP/1.1 100 Continue\r\n\r\n" + Answer), null, Paid),
        new("102 before the answer", Raw("HTTP/1.1 102 Processing\r\n\r\n" + Answer), null, Paid),
        new("103 with a link before the answer", Raw($"HTTP/1.1 103 Early Hints\r\nLink: <{Elsewhere}>; rel=preload\r\n\r\n" + Answer), null, Paid),
        new("199 before the answer", Raw("HTTP/1.1 199 Whatever\r\n\r\n" + Answer), null, Paid),
        new("100 ten times before the answer", Raw(string.Concat(Enumerable.Repeat("HTTP/1.1 100 Continue\r\n\r\n", 10)) + Answer), null, Paid),
        new("100 and nothing more", Raw("HTTP/1.1 100 Continue\r\n\r\n"), Unavailable, "could not be reached"),
        new("101 to another protocol", Raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: paid\r\nConnection: Upgrade\r\n\r\n" + Samples.Paid), InvalidResponse, NotFigma),
        .. Paying("201 Created", InvalidResponse, NotFigma),
        .. Paying("202 Accepted", InvalidResponse, NotFigma),
        .. Paying("203 Non-Authoritative Information", InvalidResponse, NotFigma),
        .. Paying("204 No Content", InvalidResponse, NotFigma),
        .. Paying("205 Reset Content", InvalidResponse, NotFigma),
        .. Paying("206 Partial Content", InvalidResponse, NotFigma),
        .. Paying("207 Multi-Status", InvalidResponse, NotFigma),
        .. Paying("226 IM Used", InvalidResponse, NotFigma),
        .. Paying("299 Whatever", InvalidResponse, NotFigma),
        .. Paying("400 Bad Request", InvalidRequest, "malformed"),
        .. Paying("401 Unauthorized", Unauthorized, "Figma rejected the request"),
        .. Paying("402 Payment Required", InvalidResponse, NoAnswer),
        .. Paying("403 Forbidden", Unauthorized, "Figma rejected the request"),
        .. Paying("404 Not Found", NotFound, "doesn't exist"),
        .. Paying("405 Method Not Allowed", InvalidResponse, NoAnswer),
        .. Paying("407 Proxy Authentication Required", InvalidResponse, NoAnswer),
        .. Paying("408 Request Timeout", Unavailable, "can't process the request now"),
        .. Paying("409 Conflict", InvalidResponse, NoAnswer),
        .. Paying("410 Gone", NotFound, "doesn't exist"),
        .. Paying("418 I'm a teapot", InvalidResponse, NoAnswer),
        .. Paying("421 Misdirected Request", InvalidResponse, NoAnswer),
        .. Paying("422 Unprocessable Content", InvalidRequest, "malformed"),
        .. Paying("425 Too Early", Unavailable, "can't process the request now"),
        .. Paying("429 Too Many Requests", RateLimited, "Too many requests were sent"),
        .. Paying("451 Unavailable For Legal Reasons", InvalidResponse, NoAnswer),
        .. Paying("500 Internal Server Error", Unavailable, "can't process the request now"),
        .. Paying("501 Not Implemented", Unavailable, "can't process the request now"),
        .. Paying("502 Bad Gateway", Unavailable, "can't process the request now"),
        .. Paying("503 Service Unavailable", Unavailable, "can't process the request now"),
        .. Paying("504 Gateway Timeout", Unavailable, "can't process the request now"),
        .. Paying("511 Network Authentication Required", Unavailable, "can't process the request now"),
        .. Paying("520 Unknown", Unavailable, "can't process the request now"),
        .. Paying("599 Whatever", Unavailable, "can't process the request now"),
        .. Paying("600 Whatever", InvalidResponse, NoAnswer),
        .. Paying("999 Request denied", InvalidResponse, NoAnswer),
        new("401 that asks for a password", Body(Samples.Paid, "401 Unauthorized", JsonType + "WWW-Authenticate: Basic realm=\"figma\"\r\n"), Unauthorized, "Figma rejected the request"),
        new("407 that asks for a password", Body(Samples.Paid, "407 Proxy Authentication Required", JsonType + "Proxy-Authenticate: Basic realm=\"figma\"\r\n"), InvalidResponse, NoAnswer),
        new("429 for days", Body("{}", "429 Too Many Requests", JsonType + "Retry-After: 399065\r\n"), RateLimited, "Retry after 399065 s"),
        new("429 for longer than there is time", Body("{}", "429 Too Many Requests", JsonType + "Retry-After: 99999999999999999999999999\r\n"), RateLimited, "Retry after 922337203685 s"),
        new("429 for less than nothing", Body("{}", "429 Too Many Requests", JsonType + "Retry-After: -5\r\n"), RateLimited, "Too many requests were sent"),
        new("403 whose message turns the line around", Body("{\"message\":\"\\u202Edenied\\n2024 welcome\"}", "403 Forbidden"), Unauthorized, "Figma says: \" denied 2024 welcome\""),
        new("403 whose message hides words beyond U+FFFF", Body("{\"message\":\"no\\udb40\\udc41\\udb40\\udc42\"}", "403 Forbidden"), Unauthorized, "Figma says: \"no    \""),
        new("403 whose message echoes the token's end", Body($"{{\"message\":\"Invalid: ***{Samples.AccessToken[^17..]}\"}}", "403 Forbidden"), Unauthorized, "withheld"),
        new("403 whose message echoes the token with a gap", Body($"{{\"message\":\"{Samples.AccessToken.Insert(2, "\\u200b")}\"}}", "403 Forbidden"), Unauthorized, "withheld"),
        new("403 whose message echoes the token", Body($"{{\"message\":\"{Samples.AccessToken}\"}}", "403 Forbidden"), Unauthorized, "withheld"),
        new("403 whose message is a megabyte", Body($"{{\"message\":\"{new string('x', 1_000_000)}\"}}", "403 Forbidden"), Unauthorized, "Figma rejected the request"),
        new("403 whose message says that the token is bad", Body("{\"status\":403,\"error\":true,\"message\":\"Invalid token\"}", "403 Forbidden"), CredentialRejected, "Figma says: \"Invalid token\""),
        new("500 whose body breaks off", Raw("HTTP/1.1 500 Oops\r\nContent-Length: 500\r\n\r\n{"), Unavailable, "can't process the request now"),
        new("403 whose body breaks off", Raw("HTTP/1.1 403 Forbidden\r\nContent-Length: 500\r\n\r\n{"), Unauthorized, "Figma rejected the request"),
    ];

    private static IEnumerable<HostileRow> Paying(string status, PaymentsErrorKind kind, string reads)
    {
        yield return new HostileRow("a paid answer under " + status, Body(Samples.Paid, status), kind, reads);
    }
}

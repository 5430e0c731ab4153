using System.Collections.Generic;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Bodies that proxies, captive portals and other software send instead of a response.</summary>
internal static class ProxyRows
{
    private const string Html = "Content-Type: text/html; charset=utf-8\r\n";
    private const string Proxy = "HTML or XML, probably from a proxy";

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        new("a page of a captive portal", Body("<!DOCTYPE html><html><body>PAID</body></html>", headers: Html), InvalidResponse, Proxy),
        new("a page of a captive portal, declared as JSON", Body("<html>PAID</html>"), InvalidResponse, Proxy),
        new("XML", Body("<?xml version=\"1.0\"?><payment_status>PAID</payment_status>", headers: "Content-Type: application/xml\r\n"), InvalidResponse, Proxy),
        new("an HTML page with a 403", Body("<html>Request blocked.</html>", "403 Forbidden", Html), Unauthorized, "Figma rejected the request"),
        new("an HTML page with a 429", Body("<html>Slow down.</html>", "429 Too Many Requests", Html), RateLimited, "Too many requests were sent"),
        new("an HTML page with a 502", Body("<html>Bad gateway</html>", "502 Bad Gateway", Html), Unavailable, "can't process the request now"),
        new("a response inside an HTML page", Body($"<pre>{Samples.Paid}</pre>", headers: Html), InvalidResponse, Proxy),
        new("a response as JSONP", Body($"callback({Samples.Paid})", headers: "Content-Type: text/javascript\r\n"), InvalidResponse, "not valid JSON"),
        new("a response after a JSON hijacking guard", Body(")]}',\n" + Samples.Paid), InvalidResponse, "not valid JSON"),
        new("a response as a server-sent event", Body($"data: {Samples.Paid}\n\n", headers: "Content-Type: text/event-stream\r\n"), InvalidResponse, "not valid JSON"),
        new("a response as a part of a multipart body", Body($"--x\r\n\r\n{Samples.Paid}\r\n--x--", headers: "Content-Type: multipart/mixed; boundary=x\r\n"), InvalidResponse, "not valid JSON"),
        new("a response as a JSON string", Body("\"" + Samples.Paid.Replace("\"", "\\\"", System.StringComparison.Ordinal) + "\""), InvalidResponse, "not a JSON object"),
        new("a response in an array", Body($"[{Samples.Paid}]"), InvalidResponse, "not a JSON object"),
        new("two responses in two lines", Body($"{Samples.With("PAID", "UNPAID")}\n{Samples.Paid}"), InvalidResponse, "not valid JSON"),
        new("a response and a comment", Body($"{Samples.Paid} // PAID"), InvalidResponse, "not valid JSON"),
        new("a response and a comma", Body($"{Samples.Paid},"), InvalidResponse, "not valid JSON"),
        new("one word", Body("PAID"), InvalidResponse, "not valid JSON"),
        new("true", Body("true"), InvalidResponse, "not a JSON object"),
        new("null", Body("null"), InvalidResponse, "not a JSON object"),
        new("an empty object", Body("{}"), InvalidResponse, "'status', 'error' or 'meta' is missing"),
        new("a response of another API", Body("{\"id\":\"1\",\"email\":\"a@example.com\",\"handle\":\"Ada\"}"), InvalidResponse, "is missing"),
        new("an error with HTTP status 200", Body("{\"status\":403,\"err\":\"Invalid token\"}"), InvalidResponse, "'status' is not 200"),
    ];
}

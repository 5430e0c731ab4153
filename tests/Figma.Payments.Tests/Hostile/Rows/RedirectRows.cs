using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Redirects to another server, which must not receive any request.</summary>
internal static class RedirectRows
{
    private const string NotFollowed = "It was not followed";

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        .. new[] { 300, 301, 302, 303, 304, 305, 306, 307, 308, 399 }.Select(static status => new HostileRow(
            string.Create(CultureInfo.InvariantCulture, $"{status} to another port"),
            Body(Samples.Paid, string.Create(CultureInfo.InvariantCulture, $"{status} Moved"), $"{JsonType}Location: {Elsewhere}v1/payments\r\n"),
            InvalidResponse,
            NotFollowed)),
        new("302 without a location", Body(Samples.Paid, "302 Found"), InvalidResponse, NotFollowed),
        new("302 to itself", Body(Samples.Paid, "302 Found", "Location: /v1/payments\r\n"), InvalidResponse, NotFollowed),
        new("302 to a file", Body(Samples.Paid, "302 Found", "Location: file:///etc/passwd\r\n"), InvalidResponse, NotFollowed),
        new("302 to an invalid address", Body(Samples.Paid, "302 Found", "Location: http://[::\r\n"), InvalidResponse, NotFollowed),
        new("302 to two locations", Body(Samples.Paid, "302 Found", $"Location: {Elsewhere}\r\nLocation: {Elsewhere}\r\n"), InvalidResponse, NotFollowed),
        new("302 with a missing body", Raw($"HTTP/1.1 302 Found\r\nLocation: {Elsewhere}\r\nContent-Length: 500\r\n\r\n"), InvalidResponse, NotFollowed),
    ];
}

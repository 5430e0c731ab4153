using System.Collections.Generic;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Bodies with correct, wrong and invalid lengths.</summary>
internal static class LengthRows
{
    private const string Head = "HTTP/1.1 200 OK\r\n" + JsonType;
    private const string Right = "Content-Length: 208\r\n";
    private const string Paid = "granted: PAID 2024-03-01T12:34:56.789+00:00";

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        new("the correct length", Raw($"{Head}{Right}\r\n{Samples.Paid}"), null, Paid),
        new("no length, and the connection closed after the response", Raw($"{Head}\r\n{Samples.Paid}"), null, Paid),
        new("no length, and the connection closed too early", Raw($"{Head}\r\n{Samples.Paid[..^1]}"), InvalidResponse, "truncated"),
        new("a length that is too short by one", Raw($"{Head}Content-Length: 207\r\n\r\n{Samples.Paid}"), InvalidResponse, "truncated"),
        new("a length that is too long by one", Raw($"{Head}Content-Length: 209\r\n\r\n{Samples.Paid}"), Unavailable, "broke before the response was complete"),
        new("a length that is much too long", Raw($"{Head}Content-Length: 60000\r\n\r\n{Samples.Paid}"), Unavailable, "broke before the response was complete"),
        new("a length above the limit", Raw($"{Head}Content-Length: 65537\r\n\r\n{Samples.Paid}"), InvalidResponse, "larger than 65536 bytes"),
        new("the maximum length", Raw($"{Head}Content-Length: 9223372036854775807\r\n\r\n{Samples.Paid}"), InvalidResponse, "larger than 65536 bytes"),
        new("a length that overflows", Raw($"{Head}Content-Length: 9223372036854775808\r\n\r\n{Samples.Paid}"), InvalidResponse, "Content-Length header of the response is not valid"),
        new("a length of 0", Raw($"{Head}Content-Length: 0\r\n\r\n{Samples.Paid}"), InvalidResponse, "the body is empty"),
        new("a negative length", Raw($"{Head}Content-Length: -1\r\n\r\n{Samples.Paid}"), InvalidResponse, "Content-Length header of the response is not valid"),
        new("a length with a sign", Raw($"{Head}Content-Length: +208\r\n\r\n{Samples.Paid}"), InvalidResponse, "Content-Length header of the response is not valid"),
        new("a length in hexadecimal", Raw($"{Head}Content-Length: 0xD0\r\n\r\n{Samples.Paid}"), InvalidResponse, "Content-Length header of the response is not valid"),
        new("a length with a fraction", Raw($"{Head}Content-Length: 208.0\r\n\r\n{Samples.Paid}"), InvalidResponse, "Content-Length header of the response is not valid"),
        new("a length of letters", Raw($"{Head}Content-Length: all\r\n\r\n{Samples.Paid}"), InvalidResponse, "Content-Length header of the response is not valid"),
        new("an empty length", Raw($"{Head}Content-Length: \r\n\r\n{Samples.Paid}"), InvalidResponse, "Content-Length header of the response is not valid"),
        // The framework uses the first length.
        new("two different lengths, the correct one first", Raw($"{Head}{Right}Content-Length: 5\r\n\r\n{Samples.Paid}"), InvalidResponse, "Content-Length header of the response is not valid"),
        new("two different lengths, the correct one last", Raw($"{Head}Content-Length: 5\r\n{Right}\r\n{Samples.Paid}"), InvalidResponse, "Content-Length header of the response is not valid"),
        new("two lengths in one header", Raw($"{Head}Content-Length: 208, 5\r\n\r\n{Samples.Paid}"), InvalidResponse, "Content-Length header of the response is not valid"),
        new("a length with spaces around it", Raw($"{Head}Content-Length:   208  \r\n\r\n{Samples.Paid}"), null, Paid),
        new("a length and chunks", Raw($"{Head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n{Chunk(Samples.Paid)}0\r\n\r\n"), null, Paid),
    ];
}

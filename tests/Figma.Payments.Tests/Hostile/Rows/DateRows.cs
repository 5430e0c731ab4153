using System.Collections.Generic;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Valid and invalid dates of purchase.</summary>
internal static class DateRows
{
    private const string Date = "\"2024-03-01T12:34:56.789Z\"";

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        Read("\"2024-03-01T12:34:56Z\"", "granted: PAID 2024-03-01T12:34:56+00:00"),
        Read("\"2024-03-01T12:34:56.1Z\"", "granted: PAID 2024-03-01T12:34:56.1+00:00"),
        Read("\"2024-03-01T12:34:56.1234567Z\"", "granted: PAID 2024-03-01T12:34:56.1234567+00:00"),
        Read("\"2024-03-01T12:34:56.1234567890123456Z\"", "granted: PAID 2024-03-01T12:34:56.1234567+00:00"),
        Read("\"2024-03-01T12:34:56+00:00\"", "granted: PAID 2024-03-01T12:34:56+00:00"),
        Read("\"2024-03-01T12:34:56+05:30\"", "granted: PAID 2024-03-01T07:04:56+00:00"),
        Read("\"2024-03-01T12:34:56-08:00\"", "granted: PAID 2024-03-01T20:34:56+00:00"),
        Read("\"2024-03-01T12:34:56\"", "granted: PAID 2024-03-01T12:34:56+00:00"),
        Read("\"2024-03-01T12:34Z\"", "granted: PAID 2024-03-01T12:34:00+00:00"),
        Read("\"2024-03-01\"", "granted: PAID 2024-03-01T00:00:00+00:00"),
        Read("\"2024-02-29T00:00:00Z\"", "granted: PAID 2024-02-29T00:00:00+00:00"),
        Read("\"0001-01-01T00:00:00Z\"", "granted: PAID 0001-01-01T00:00:00+00:00"),
        Read("\"9999-12-31T23:59:59.9999999Z\"", "granted: PAID 9999-12-31T23:59:59.9999999+00:00"),
        Read("\"2024-03-01T12:34:56\\u005A\"", "granted: PAID 2024-03-01T12:34:56+00:00"),
        Read("null", "granted: PAID"),
        Rejected("\"\""),
        Rejected("\"yesterday\""),
        Rejected("\"2024\""),
        Rejected("\"2024-03\""),
        Rejected("\"2024-3-1\""),
        Rejected("\"2024-13-01T00:00:00Z\""),
        Rejected("\"2023-02-29T00:00:00Z\""),
        Rejected("\"2024-03-01T25:00:00Z\""),
        Rejected("\"2024-03-01T12:60:00Z\""),
        Rejected("\"2024-03-01T12:34:61Z\""),
        Rejected("\"2024-03-01T12:34:56.\""),
        Rejected("\"2024-03-01 12:34:56Z\""),
        Rejected("\"2024-03-01T12:34:56+99:00\""),
        Rejected("\"2024-03-01T12:34:56+15:00\""),
        Rejected("\"0000-01-01T00:00:00Z\""),
        Rejected("\"10000-01-01T00:00:00Z\""),
        Rejected("\"0001-01-01T00:00:00+14:00\""),
        Rejected("\"9999-12-31T23:59:59-14:00\""),
        Rejected("\"20240301T123456Z\""),
        Rejected("\"2024-W09-5\""),
        Rejected("\"01/03/2024\""),
        Rejected("\"Fri, 01 Mar 2024 12:34:56 GMT\""),
        Rejected("\"2024-03-01T12:34:56.789Z \""),
        Rejected("\"\\ud800\""),
        Rejected("\"1709296496\""),
        Rejected("1709296496789"),
        Rejected("-1"),
        Rejected("true"),
        Rejected("[\"2024-03-01T12:34:56Z\"]"),
        Rejected("{\"$date\":\"2024-03-01T12:34:56Z\"}"),
        new("the date of purchase twice", Body(Samples.With("\"date_of_purchase\"", "\"date_of_purchase\":null,\"date_of_purchase\"")), InvalidResponse, "a member of 'meta' occurs twice"),
        new("no date of purchase", Body(Samples.With(",\"date_of_purchase\":" + Date, "")), null, "granted: PAID"),
    ];

    private static HostileRow Read(string date, string reads) => new($"the date of purchase {date}", Body(Samples.With(Date, date)), null, reads);

    private static HostileRow Rejected(string date) => new($"the date of purchase {date}", Body(Samples.With(Date, date)), InvalidResponse, "'date_of_purchase' is not a valid ISO 8601 date");
}

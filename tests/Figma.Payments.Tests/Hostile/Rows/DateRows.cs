using System.Collections.Generic;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Valid and invalid dates of purchase. An invalid one is null and proves nothing.</summary>
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
        Unreadable("\"\""),
        Unreadable("\"yesterday\""),
        Unreadable("\"\\ud800 2024-03-01\""),
        Unreadable("\"2024-03-01T12:34:56Z\\udc01\""),
        Unreadable("\"2024\""),
        Unreadable("\"2024-03\""),
        Unreadable("\"2024-3-1\""),
        Unreadable("\"2024-13-01T00:00:00Z\""),
        Unreadable("\"2023-02-29T00:00:00Z\""),
        Unreadable("\"2024-03-01T25:00:00Z\""),
        Unreadable("\"2024-03-01T12:60:00Z\""),
        Unreadable("\"2024-03-01T12:34:61Z\""),
        Unreadable("\"2024-03-01T12:34:56.\""),
        Unreadable("\"2024-03-01 12:34:56Z\""),
        Unreadable("\"2024-03-01T12:34:56+99:00\""),
        Unreadable("\"2024-03-01T12:34:56+15:00\""),
        Unreadable("\"0000-01-01T00:00:00Z\""),
        Unreadable("\"10000-01-01T00:00:00Z\""),
        Unreadable("\"0001-01-01T00:00:00+14:00\""),
        Unreadable("\"9999-12-31T23:59:59-14:00\""),
        Unreadable("\"20240301T123456Z\""),
        Unreadable("\"2024-W09-5\""),
        Unreadable("\"01/03/2024\""),
        Unreadable("\"Fri, 01 Mar 2024 12:34:56 GMT\""),
        Unreadable("\"2024-03-01T12:34:56.789Z \""),
        Unreadable("\"\\ud800\""),
        Unreadable("\"1709296496\""),
        Unreadable("1709296496789"),
        Unreadable("-1"),
        Unreadable("true"),
        Unreadable("[\"2024-03-01T12:34:56Z\"]"),
        Unreadable("{\"$date\":\"2024-03-01T12:34:56Z\"}"),
        new("an unreadable date in an unpaid response", Body(Samples.With(Date, "{}").Replace("PAID", "UNPAID", System.StringComparison.Ordinal)), null, "denied: UNPAID"),
        new("an unreadable date twice", Body(Samples.With("\"date_of_purchase\"", "\"date_of_purchase\":[],\"date_of_purchase\"")), InvalidResponse, "a member of 'meta' occurs twice"),
        new("a date that is not valid JSON", Body(Samples.With(Date, "yesterday")), InvalidResponse, "not valid JSON"),
        new("the date of purchase twice", Body(Samples.With("\"date_of_purchase\"", "\"date_of_purchase\":null,\"date_of_purchase\"")), InvalidResponse, "a member of 'meta' occurs twice"),
        new("no date of purchase", Body(Samples.With(",\"date_of_purchase\":" + Date, "")), null, "granted: PAID"),
    ];

    private static HostileRow Read(string date, string reads) => new($"the date of purchase {date}", Body(Samples.With(Date, date)), null, reads);

    private static HostileRow Unreadable(string date) => new($"the date of purchase {date}", Body(Samples.With(Date, date)), null, "granted: PAID");
}

using System.Collections.Generic;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>The status in both spellings, and in none.</summary>
internal static class PaymentStatusRows
{
    private const string Date = " 2024-03-01T12:34:56.789+00:00";
    private const string NoText = "not a valid status text";
    private const string NoObject = "'payment_status' is not an object";
    private const string Neither = "neither 'type' nor 'status'";
    private const string Twice = "a member of 'payment_status' occurs twice";
    private const string Differ = "'type' and 'status' of 'payment_status' differ";

    public static IReadOnlyList<HostileRow> All { get; } =
    [
        Read("the first spelling", "{\"type\":\"PAID\"}", null, "granted: PAID" + Date),
        Read("the second spelling", "{\"status\":\"PAID\"}", null, "granted: PAID" + Date),
        Read("both spellings that agree", "{\"type\":\"PAID\",\"status\":\"PAID\"}", null, "granted: PAID" + Date),
        Read("both spellings that differ", "{\"type\":\"PAID\",\"status\":\"UNPAID\"}", InvalidResponse, Differ),
        Read("both spellings that differ, the other way around", "{\"status\":\"UNPAID\",\"type\":\"PAID\"}", InvalidResponse, Differ),
        Read("both spellings, one in small letters", "{\"type\":\"PAID\",\"status\":\"paid\"}", InvalidResponse, Differ),
        Read("both spellings, one of them null", "{\"type\":\"PAID\",\"status\":null}", InvalidResponse, NoText),
        Read("both spellings, one of them empty", "{\"type\":\"PAID\",\"status\":\"\"}", InvalidResponse, NoText),
        Read("both spellings, one of them a number", "{\"type\":\"PAID\",\"status\":200}", InvalidResponse, NoText),
        Read("one spelling twice that agree", "{\"type\":\"PAID\",\"type\":\"PAID\"}", InvalidResponse, Twice),
        Read("one spelling twice that differ", "{\"type\":\"UNPAID\",\"ty\\u0070e\":\"PAID\"}", InvalidResponse, Twice),
        Read("an unpaid status beside a date", "{\"type\":\"UNPAID\"}", null, "denied: UNPAID" + Date),
        Read("a trial", "{\"type\":\"TRIAL\"}", null, "denied: TRIAL" + Date),
        Read("a status of the plugin's own API", "{\"type\":\"NOT_SUPPORTED\"}", null, "denied: NOT_SUPPORTED" + Date),
        Read("a status that nobody knows yet", "{\"type\":\"PAID_BY_TEAM\"}", null, "denied: PAID_BY_TEAM" + Date),
        Read("a status in small letters", "{\"type\":\"paid\"}", null, "denied: paid" + Date),
        Read("a status with a blank behind it", "{\"type\":\"PAID \"}", null, "denied: PAID " + Date),
        Read("a status with a letter of another script", "{\"type\":\"P\u0410ID\"}", null, "denied: P\u0410ID" + Date),
        Read("a status with what cannot be seen", "{\"type\":\"PAID\\u200B\"}", InvalidResponse, NoText),
        Read("a status with a zero byte", "{\"type\":\"PAID\\u0000\"}", InvalidResponse, NoText),
        Read("a status of half a surrogate pair", "{\"type\":\"\\ud800\"}", InvalidResponse, "not valid JSON"),
        Read("a status of true", "{\"type\":true}", InvalidResponse, NoText),
        Read("a status of null", "{\"type\":null}", InvalidResponse, NoText),
        Read("a status of one", "{\"type\":1}", InvalidResponse, NoText),
        Read("a status in a list", "{\"type\":[\"PAID\"]}", InvalidResponse, NoText),
        Read("a status in an object", "{\"type\":{\"type\":\"PAID\"}}", InvalidResponse, NoText),
        Read("a status without its object", "\"PAID\"", InvalidResponse, NoObject),
        Read("a status of true without its object", "true", InvalidResponse, NoObject),
        Read("a status in a list without its object", "[\"PAID\"]", InvalidResponse, NoObject),
        Read("an object without a status", "{}", InvalidResponse, Neither),
        Read("an object with another member", "{\"value\":\"PAID\"}", InvalidResponse, Neither),
        Read("an object with a member in capitals", "{\"TYPE\":\"PAID\"}", InvalidResponse, Neither),
        Read("a status that echoes the token", $"{{\"type\":\"{Samples.AccessToken}\"}}", InvalidResponse, NoText),
        Read("a status that echoes a part of the token", $"{{\"type\":\"{Samples.AccessToken[..^8]}…\"}}", InvalidResponse, NoText),
        Read("a status with what cannot be seen, beyond U+FFFF", "{\"type\":\"\\udb40\\udc01PAID\"}", InvalidResponse, NoText),
        new("two statuses of one payment", Body(Samples.With("\"payment_status\"", "\"payment_status\":{\"type\":\"UNPAID\"},\"payment_status\"")), InvalidResponse, "a member of 'meta' occurs twice"),
        new("no status of the payment", Body(Samples.With("\"payment_status\":{\"type\":\"PAID\"},", "")), InvalidResponse, "is missing in 'meta'"),
    ];

    private static HostileRow Read(string name, string status, PaymentsErrorKind? kind, string reads) =>
        new(name, Body(Samples.With("{\"type\":\"PAID\"}", status)), kind, reads);
}

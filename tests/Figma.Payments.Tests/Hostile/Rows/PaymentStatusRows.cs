using System.Collections.Generic;
using static Figma.Payments.PaymentsErrorKind;
using static Figma.Payments.Tests.Hostile.Replies;

namespace Figma.Payments.Tests.Hostile.Rows;

/// <summary>Payment statuses in both spellings, and invalid ones.</summary>
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
        Read("both spellings with equal values", "{\"type\":\"PAID\",\"status\":\"PAID\"}", null, "granted: PAID" + Date),
        Read("both spellings with different values", "{\"type\":\"PAID\",\"status\":\"UNPAID\"}", InvalidResponse, Differ),
        Read("both spellings with different values in reverse order", "{\"status\":\"UNPAID\",\"type\":\"PAID\"}", InvalidResponse, Differ),
        Read("both spellings, one value in lowercase", "{\"type\":\"PAID\",\"status\":\"paid\"}", InvalidResponse, Differ),
        Read("both spellings, one value null", "{\"type\":\"PAID\",\"status\":null}", InvalidResponse, NoText),
        Read("both spellings, one value empty", "{\"type\":\"PAID\",\"status\":\"\"}", InvalidResponse, NoText),
        Read("both spellings, one value a number", "{\"type\":\"PAID\",\"status\":200}", InvalidResponse, NoText),
        Read("one spelling twice with equal values", "{\"type\":\"PAID\",\"type\":\"PAID\"}", InvalidResponse, Twice),
        Read("one spelling twice with different values", "{\"type\":\"UNPAID\",\"ty\\u0070e\":\"PAID\"}", InvalidResponse, Twice),
        Read("an unpaid status and a date", "{\"type\":\"UNPAID\"}", null, "denied: UNPAID" + Date),
        Read("a trial", "{\"type\":\"TRIAL\"}", null, "denied: TRIAL" + Date),
        Read("a status of the plugin API", "{\"type\":\"NOT_SUPPORTED\"}", null, "denied: NOT_SUPPORTED" + Date),
        Read("an unknown status", "{\"type\":\"PAID_BY_TEAM\"}", null, "denied: PAID_BY_TEAM" + Date),
        Read("a lowercase status", "{\"type\":\"paid\"}", null, "denied: paid" + Date),
        Read("a status with a trailing space", "{\"type\":\"PAID \"}", null, "denied: PAID " + Date),
        Read("a status with a letter of another script", "{\"type\":\"P\u0410ID\"}", null, "denied: P\u0410ID" + Date),
        Read("a status with an invisible character", "{\"type\":\"PAID\\u200B\"}", InvalidResponse, NoText),
        Read("a status with a NUL character", "{\"type\":\"PAID\\u0000\"}", InvalidResponse, NoText),
        Read("a status with a lone surrogate", "{\"type\":\"\\ud800\"}", InvalidResponse, "not valid JSON"),
        Read("a status of true", "{\"type\":true}", InvalidResponse, NoText),
        Read("a null status", "{\"type\":null}", InvalidResponse, NoText),
        Read("a status of 1", "{\"type\":1}", InvalidResponse, NoText),
        Read("a status in an array", "{\"type\":[\"PAID\"]}", InvalidResponse, NoText),
        Read("a status in an object", "{\"type\":{\"type\":\"PAID\"}}", InvalidResponse, NoText),
        Read("a status without an object", "\"PAID\"", InvalidResponse, NoObject),
        Read("true without an object", "true", InvalidResponse, NoObject),
        Read("a status in an array without an object", "[\"PAID\"]", InvalidResponse, NoObject),
        Read("an object without a status", "{}", InvalidResponse, Neither),
        Read("an object with another member", "{\"value\":\"PAID\"}", InvalidResponse, Neither),
        Read("an object with an uppercase member", "{\"TYPE\":\"PAID\"}", InvalidResponse, Neither),
        Read("a status that is the access token", $"{{\"type\":\"{Samples.AccessToken}\"}}", InvalidResponse, NoText),
        Read("a status that contains a part of the access token", $"{{\"type\":\"{Samples.AccessToken[..^8]}…\"}}", InvalidResponse, NoText),
        Read("a status with an invisible character above U+FFFF", "{\"type\":\"\\udb40\\udc01PAID\"}", InvalidResponse, NoText),
        new("two payment statuses", Body(Samples.With("\"payment_status\"", "\"payment_status\":{\"type\":\"UNPAID\"},\"payment_status\"")), InvalidResponse, "a member of 'meta' occurs twice"),
        new("no payment status", Body(Samples.With("\"payment_status\":{\"type\":\"PAID\"},", "")), InvalidResponse, "is missing in 'meta'"),
    ];

    private static HostileRow Read(string name, string status, PaymentsErrorKind? kind, string reads) =>
        new(name, Body(Samples.With("{\"type\":\"PAID\"}", status)), kind, reads);
}

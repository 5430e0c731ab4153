using System.Collections.Generic;

namespace Figma.Payments.Tests.Fuzzing;

/// <summary>Contains the parts of mutations: responses, and the names, values and bytes that are relevant in a response.</summary>
internal static class Fragments
{
    public static IReadOnlyList<MutableJson> Responses { get; } =
    [
        MutableJson.Parse(Samples.Paid),
        MutableJson.Parse(Samples.With("PAID", "UNPAID")),
        MutableJson.Parse(Samples.With("PAID", "TRIAL")),
        MutableJson.Parse(Samples.With("\"type\"", "\"status\"")),
        MutableJson.Parse(Samples.With("{\"type\":\"PAID\"}", "{\"type\":\"PAID\",\"status\":\"PAID\"}")),
        MutableJson.Parse(Samples.With(",\"date_of_purchase\":\"2024-03-01T12:34:56.789Z\"", "")),
        MutableJson.Parse("""{"i18n":null,"meta":{"date_of_purchase":null,"payment_status":{"status":"PAID"},"resource_type":"WIDGET","resource_id":1678669904810665842,"user_id":893760322388183958},"error":false,"status":200}"""),
        MutableJson.Parse("""{"status":403,"error":true,"message":"Invalid token"}"""),
        MutableJson.Parse("""{"status":403,"err":"Token expired"}"""),
    ];

    public static IReadOnlyList<string> Names { get; } =
    [
        "\"status\"", "\"error\"", "\"meta\"", "\"user_id\"", "\"resource_id\"", "\"resource_type\"", "\"payment_status\"", "\"date_of_purchase\"", "\"type\"",
        "\"message\"", "\"err\"", "\"Status\"", "\"user_Id\"", "\"\"", "\"x\"", "\"\\ud800\"", "\"__proto__\"", "\"st\\u0061tus\"", "\"m\\u0065ta\"", "\"typ\\u0065\"", "\"use\\u0072_id\"",
    ];

    public static IReadOnlyList<string> Leaves { get; } =
    [
        "200", "403", "200.0", "2e2", "-200", "4294967496", "0", "null", "true", "false", "\"false\"", "\"200\"", "[]", "{}",
        "\"PAID\"", "\"UNPAID\"", "\"TRIAL\"", "\"paid\"", "\"P\\u0041ID\"", "\"PAID \"", "\"\"", "\"NOT_SUPPORTED\"", "\"PAID\\u200b\"", "\"PAID\\u0000\"", "\"\\udb40\\udc01PAID\"", "\"\\ud800\"",
        "\"PLUGIN\"", "\"WIDGET\"", "\"COMMUNITY_FILE\"", "\"plugin\"", "\"FILE\"",
        "\"893760322388183958\"", "893760322388183958", "\"893760322388183959\"", "893760322388184000", "\"\\u0038\\u00393760322388183958\"", "8.93760322388183958e17", "-893760322388183958", "\" 893760322388183958\"",
        "\"1678669904810665842\"", "1678669904810665842", "\"1678669904810665728\"", "\"0\"", "01", "\"\uFF18\"", "\"a/b\"", "\"\uD83D\uDE42\"",
        "\"2024-03-01T12:34:56.789Z\"", "\"2024-03-01\"", "\"2024-03-01T12:34:56+05:30\"", "\"2024-03-01T12:34\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59-14:00\"", "\"yesterday\"", "\"2024-03-01T12:34:56\\u005a\"", "1709296496789",
        "\"" + Samples.AccessToken + "\"", "\"x" + Samples.PaymentToken + "\"",
        "\"1111111111111111111111111111111111111111111111111111111111111111\"", "\"11111111111111111111111111111111111111111111111111111111111111111\"",
        "1111111111111111111111111111111111111111111111111111111111111111", "11111111111111111111111111111111111111111111111111111111111111111",
        "\"Invalid token\"", "\"Token expired: " + Samples.AccessToken + "\"", "\"\\u202ea\\nb\"",
    ];

    public static IReadOnlyList<byte[]> Bytes { get; } =
    [
        [0xEF, 0xBB, 0xBF], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0x00], [.. "\""u8], [.. "{"u8], [.. "}"u8], [.. "["u8], [.. "]"u8], [.. ","u8], [.. ":"u8], [.. " "u8],
        [.. "\n"u8], [.. "\\"u8], [.. "\\u"u8], [.. "//"u8], [.. "/**/"u8], [.. "{}"u8], [.. "null"u8], [.. "PAID"u8], [.. "200"u8], [.. "\u00A0"u8], [.. "\u2028"u8], [.. "{\"x\":{\"x\":{\"x\":{\"x\":{\"x\":{\"x\":{\"x\":{\"x\":"u8], [.. "[[[[[[[[[[[[[[[["u8],
    ];
}

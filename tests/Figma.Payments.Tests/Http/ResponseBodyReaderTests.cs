using System;
using System.Text;
using Figma.Payments.Http;
using Xunit;

namespace Figma.Payments.Tests.Http;

public sealed class ResponseBodyReaderTests
{
    private const string Type = "\"payment_status\":{\"type\":\"PAID\"}";
    private const string Date = "\"2024-03-01T12:34:56.789Z\"";

    /// <summary>Malformed responses: a name, a part of the sample, and its replacement.</summary>
    public static TheoryData<string, string, string> Malformed => new()
    {
        { "an envelope without a status", "\"status\":200,", "" },
        { "a status of 403", "\"status\":200", "\"status\":403" },
        { "a status of type string", "\"status\":200", "\"status\":\"200\"" },
        { "a status with an exponent", "\"status\":200", "\"status\":2e2" },
        { "a status with a fraction", "\"status\":200", "\"status\":200.0" },
        { "a status that overflows", "\"status\":200", "\"status\":4294967496" },
        { "a null status", "\"status\":200", "\"status\":null" },
        { "a status twice", "\"status\":200", "\"status\":200,\"status\":200" },
        { "a status twice, once escaped", "\"status\":200", "\"status\":200,\"\\u0073tatus\":200" },
        { "an envelope without an error", "\"error\":false,", "" },
        { "an error that is true", "\"error\":false", "\"error\":true" },
        { "an error that is null", "\"error\":false", "\"error\":null" },
        { "an error of type string", "\"error\":false", "\"error\":\"false\"" },
        { "an error twice", "\"error\":false", "\"error\":false,\"error\":false" },
        { "a meta that is null", Samples.Paid, "{\"status\":200,\"error\":false,\"meta\":null}" },
        { "a meta that is an array", Samples.Paid, "{\"status\":200,\"error\":false,\"meta\":[]}" },
        { "no meta", Samples.Paid, "{\"status\":200,\"error\":false}" },
        { "two meta objects", "\"error\":false", "\"error\":false,\"meta\":{\"user_id\":\"893760322388183958\",\"resource_id\":\"1678669904810665842\",\"resource_type\":\"PLUGIN\",\"payment_status\":{\"type\":\"PAID\"}}" },
        { "the meta without its envelope", Samples.Paid, "{\"user_id\":\"893760322388183958\",\"resource_id\":\"1678669904810665842\",\"resource_type\":\"PLUGIN\",\"payment_status\":{\"type\":\"PAID\"}}" },
        { "no user ID", "\"user_id\":\"893760322388183958\",", "" },
        { "a null user ID", "\"893760322388183958\"", "null" },
        { "an empty user ID", "\"893760322388183958\"", "\"\"" },
        { "a user ID in an array", "\"893760322388183958\"", "[\"893760322388183958\"]" },
        { "a user ID of true", "\"893760322388183958\"", "true" },
        { "a user ID with an exponent", "\"893760322388183958\"", "8.93760322388183958e17" },
        { "a user ID with a sign", "\"893760322388183958\"", "-893760322388183958" },
        { "a user ID with a fraction", "\"893760322388183958\"", "893760322388183958.0" },
        { "a user ID of 0", "\"893760322388183958\"", "0" },
        { "a user ID with a space", "\"893760322388183958\"", "\"893760322388183958 \"" },
        { "a user ID that is a word", "\"893760322388183958\"", "\"ada\"" },
        { "a user ID that is a part of the access token", "\"893760322388183958\"", "\"" + Samples.AccessToken[^9..] + "x\"" },
        { "a user ID in digits of another script", "\"893760322388183958\"", "\"\uFF18\uFF19\"" },
        { "a resource ID that is a word", "\"1678669904810665842\"", "\"glyphs\"" },
        { "a user ID of 65 characters", "\"893760322388183958\"", "\"" + new string('1', 65) + "\"" },
        { "a user ID of 65 digits", "\"893760322388183958\"", new string('1', 65) },
        { "a user ID of 1,000 characters", "\"893760322388183958\"", "\"" + new string('1', 1_000) + "\"" },
        { "a user ID with a lone surrogate", "\"893760322388183958\"", "\"\\ud800\"" },
        { "two user IDs", "\"error\":false,\"meta\":{", "\"error\":false,\"meta\":{\"user_id\":\"893760322388183958\"," },
        { "no resource ID", "\"resource_id\":\"1678669904810665842\",", "" },
        { "a resource ID in an object", "\"1678669904810665842\"", "{\"id\":\"1678669904810665842\"}" },
        { "two resource IDs", "\"resource_type\"", "\"resource_id\":\"1678669904810665842\",\"resource_type\"" },
        { "no resource type", "\"resource_type\":\"PLUGIN\",", "" },
        { "an unknown resource type", "\"PLUGIN\"", "\"TEMPLATE\"" },
        { "a lowercase resource type", "\"PLUGIN\"", "\"plugin\"" },
        { "a null resource type", "\"PLUGIN\"", "null" },
        { "a resource type that is a number", "\"PLUGIN\"", "1" },
        { "two resource types", "\"resource_type\":\"PLUGIN\"", "\"resource_type\":\"PLUGIN\",\"resource_type\":\"PLUGIN\"" },
        { "no payment status", Type + ",", "" },
        { "a payment status of type string", Type, "\"payment_status\":\"PAID\"" },
        { "a null payment status", Type, "\"payment_status\":null" },
        { "a payment status in an array", Type, "\"payment_status\":[\"PAID\"]" },
        { "an empty payment status", Type, "\"payment_status\":{}" },
        { "a payment status with neither spelling", Type, "\"payment_status\":{\"value\":\"PAID\"}" },
        { "two spellings with different values", Type, "\"payment_status\":{\"type\":\"PAID\",\"status\":\"UNPAID\"}" },
        { "two spellings with different values in reverse order", Type, "\"payment_status\":{\"status\":\"UNPAID\",\"type\":\"PAID\"}" },
        { "two spellings, one value null", Type, "\"payment_status\":{\"type\":\"PAID\",\"status\":null}" },
        { "one spelling twice", Type, "\"payment_status\":{\"type\":\"UNPAID\",\"type\":\"PAID\"}" },
        { "a status that is true", Type, "\"payment_status\":{\"type\":true}" },
        { "a status that is an object", Type, "\"payment_status\":{\"type\":{\"type\":\"PAID\"}}" },
        { "an empty status", Type, "\"payment_status\":{\"type\":\"\"}" },
        { "a status of 65 characters", Type, "\"payment_status\":{\"type\":\"" + new string('A', 65) + "\"}" },
        { "a status of 1,000 characters", Type, "\"payment_status\":{\"type\":\"" + new string('A', 1_000) + "\"}" },
        { "a status with a line break", Type, "\"payment_status\":{\"type\":\"PAID\\n\"}" },
        { "a status with a lone surrogate", Type, "\"payment_status\":{\"type\":\"\\udc00\"}" },
        { "two payment statuses", Type, Type + "," + Type },
        { "two dates", "\"date_of_purchase\":" + Date, "\"date_of_purchase\":null,\"date_of_purchase\":null" },
        { "text after the object", "789Z\"}}", "789Z\"}} x" },
        { "a second object after the object", "789Z\"}}", "789Z\"}}{}" },
        { "a trailing comma", "789Z\"}}", "789Z\"},}" },
        { "a comment", "{\"status\"", "{/**/\"status\"" },
        { "a name without quotes", "\"error\"", "error" },
        { "single quotes", "\"PAID\"", "'PAID'" },
        { "a truncated object", "789Z\"}}", "789Z\"}" },
        { "a string that is truncated", "789Z\"}}", "789" },
        { "a line break inside a string", "\"PAID\"", "\"PA\nID\"" },
        { "a lone surrogate as a name", "\"error\":false", "\"error\":false,\"\\ud800\":1" },
        { "endless nesting", "\"error\":false", "\"error\":false,\"x\":" + new string('[', 10_000) },
        { "nesting that is too deep", "\"error\":false", "\"error\":false,\"x\":" + new string('[', 40) + new string(']', 40) },
        { "an array", Samples.Paid, "[]" },
        { "null", Samples.Paid, "null" },
        { "a string", Samples.Paid, "\"PAID\"" },
        { "an empty body", Samples.Paid, "" },
        { "white space", Samples.Paid, " \r\n\t" },
        { "HTML", Samples.Paid, "<!DOCTYPE html><html><body>PAID</body></html>" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Malformed_response_is_rejected_with_a_reason(string name, string part, string replacement)
    {
        string? error = Read(Samples.With(part, replacement), out ParsedResponse parsed);

        Assert.True(error is { Length: > 0 }, "The response with " + name + " was read.");
        Assert.NotEqual("PAID", parsed.StatusText);
    }

    [Theory]
    [InlineData("{\"type\":\"PAID\"}", PaymentStatus.Paid)]
    [InlineData("{\"status\":\"PAID\"}", PaymentStatus.Paid)]
    [InlineData("{\"type\":\"PAID\",\"status\":\"PAID\"}", PaymentStatus.Paid)]
    [InlineData("{\"status\":\"TRIAL\",\"more\":[{}]}", PaymentStatus.Trial)]
    [InlineData("{\"more\":{\"type\":\"PAID\"},\"type\":\"UNPAID\"}", PaymentStatus.Unpaid)]
    [InlineData("{\"t\\u0079pe\":\"\\u0050AID\"}", PaymentStatus.Paid)]
    [InlineData("{\"type\":\"GIFTED\"}", PaymentStatus.Unknown)]
    [InlineData("{\"type\":\"paid\"}", PaymentStatus.Unknown)]
    [InlineData("{\"type\":\"NOT_SUPPORTED\",\"status\":\"NOT_SUPPORTED\"}", PaymentStatus.Unknown)]
    public void Payment_status_is_read_in_both_spellings(string status, PaymentStatus expected)
    {
        Assert.Null(Read(Samples.With("{\"type\":\"PAID\"}", status), out ParsedResponse parsed));
        Assert.Equal(expected, parsed.Status);
        Assert.Equal(expected is PaymentStatus.Paid, parsed.ToInformation().IsPaid);
    }

    [Fact]
    public void Unknown_payment_status_keeps_its_text_and_denies()
    {
        Assert.Null(Read(Samples.With("PAID", "PAID_BY_TEAM"), out ParsedResponse parsed));

        PaymentInformation information = parsed.ToInformation();
        Assert.Equal("PAID_BY_TEAM", information.PaymentStatusText);
        Assert.False(information.IsPaid || information.IsPaidOrTrial);
    }

    [Theory]
    [InlineData(Date, "2024-03-01T12:34:56.7890000+00:00")]
    [InlineData("\"2024-03-01T12:34:56+02:00\"", "2024-03-01T10:34:56.0000000+00:00")]
    [InlineData("\"2024-03-01T12:34:56-11:30\"", "2024-03-02T00:04:56.0000000+00:00")]
    [InlineData("\"2024-03-01T12:34:56\"", "2024-03-01T12:34:56.0000000+00:00")]
    [InlineData("\"2024-03-01T12:34\"", "2024-03-01T12:34:00.0000000+00:00")]
    [InlineData("\"2024-03-01\"", "2024-03-01T00:00:00.0000000+00:00")]
    [InlineData("\"2024-03-01T12:34:56\\u005a\"", "2024-03-01T12:34:56.0000000+00:00")]
    public void Date_of_purchase_is_converted_to_UTC(string written, string expected)
    {
        Assert.Null(Read(Samples.With(Date, written), out ParsedResponse parsed));
        Assert.Equal(expected, parsed.DateOfPurchase?.ToString("O", null));
    }

    [Theory]
    [InlineData(",\"date_of_purchase\":" + Date, "")]
    [InlineData(Date, "null")]
    public void Missing_date_of_purchase_is_null(string part, string replacement)
    {
        Assert.Null(Read(Samples.With(part, replacement), out ParsedResponse parsed));
        Assert.Null(parsed.DateOfPurchase);
    }

    [Theory]
    [InlineData("1709296496789")]
    [InlineData("\"yesterday\"")]
    [InlineData("\"\"")]
    [InlineData("\"2024-03-01 12:34:56Z\"")]
    [InlineData("\"2024-02-30T12:34:56Z\"")]
    [InlineData("\"Fri, 01 Mar 2024 12:34:56 GMT\"")]
    [InlineData("{}")]
    [InlineData("[{\"a\":[]}]")]
    [InlineData("\"\\ud800\"")]
    public void Unreadable_date_of_purchase_is_null(string written)
    {
        Assert.Null(Read(Samples.With(Date, written), out ParsedResponse parsed));
        Assert.Equal(("PAID", null), (parsed.StatusText, parsed.DateOfPurchase));
    }

    [Theory]
    [InlineData("PLUGIN", ResourceType.Plugin)]
    [InlineData("WIDGET", ResourceType.Widget)]
    [InlineData("COMMUNITY_FILE", ResourceType.CommunityFile)]
    [InlineData("\\u0050LUGIN", ResourceType.Plugin)]
    public void Each_resource_type_is_read(string written, ResourceType expected)
    {
        Assert.Null(Read(Samples.With("PLUGIN", written), out ParsedResponse parsed));
        Assert.Equal(expected, parsed.ResourceType);
    }

    [Theory]
    [InlineData("1678669904810665842")]
    [InlineData("9999999999999999999")]
    [InlineData("12345678901234567890123456789012345678901234567890")]
    public void Numeric_ID_keeps_every_digit(string digits)
    {
        Assert.Null(Read(Samples.With("\"1678669904810665842\"", digits), out ParsedResponse parsed));
        Assert.Equal(digits, parsed.ResourceId);
    }

    [Fact]
    public void Escapes_white_space_order_and_unknown_members_are_accepted()
    {
        const string Body = """
             {
               "more": {"status": 403, "error": true, "meta": null}, "error" : false,
               "meta": {"payment_status": {"x": null, "status": "PAID"}, "resource_type": "PLUGIN",
                 "resource_id": "167866990481066584\u0032", "y": [1, [2, {"user_id": "0"}]], "user_id": "\u0038\u00393760322388183958"},
               "status": 200, "i18n": null
             }

            """;

        Assert.Null(Read(Body, out ParsedResponse parsed));
        Assert.Equal((Samples.User, Samples.Plugin, "PAID"), (parsed.UserId, parsed.ResourceId, parsed.StatusText));
    }

    [Fact]
    public void One_byte_order_mark_is_skipped_and_a_second_is_rejected()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Samples.Paid)];

        Assert.Null(Read(marked, out _));
        Assert.NotNull(Read([0xEF, 0xBB, 0xBF, .. marked], out _));
        Assert.NotNull(Read([0xEF, 0xBB, 0xBF], out _));
    }

    [Fact]
    public void Encodings_other_than_UTF8_are_rejected()
    {
        Assert.NotNull(Read(Encoding.Unicode.GetBytes(Samples.Paid), out _));
        Assert.NotNull(Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Samples.Paid)], out _));
        Assert.NotNull(Read(Encoding.UTF32.GetBytes(Samples.Paid), out _));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    public void Invalid_UTF8_in_an_unknown_member_is_rejected(byte[] invalid)
    {
        byte[] head = Encoding.UTF8.GetBytes("{\"more\":\"");
        byte[] tail = Encoding.UTF8.GetBytes("\"," + Samples.Paid[1..]);

        Assert.Null(Read([.. head, .. tail], out _));
        Assert.Contains("UTF-8", Read([.. head, .. invalid, .. tail], out _), StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        Random random = new(20240301);
        byte[] sample = Encoding.UTF8.GetBytes(Samples.Paid);

        for (int round = 0; round < 20_000; round++)
        {
            byte[] bytes = [.. sample];

            for (int change = random.Next(1, 4); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            string? error = Read(bytes.AsSpan(0, random.Next(4) == 0 ? random.Next(bytes.Length) : bytes.Length), out ParsedResponse parsed);
            Assert.True(error is null || parsed.StatusText is null);
        }
    }

    [Fact]
    public void IDs_of_the_request_are_reused_without_allocations()
    {
        byte[] body = Encoding.UTF8.GetBytes(Samples.Paid);
        Assert.True(ValidatedRequest.TryCreate(Samples.IdRequest, pinned: null, out ValidatedRequest validated, out _));
        ResponseBodyReader.Read(body, validated, default, out _);

        long before = GC.GetAllocatedBytesForCurrentThread();
        string? error = ResponseBodyReader.Read(body, validated, default, out ParsedResponse parsed);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Null(error);
        Assert.Same(validated.UserId, parsed.UserId);
        Assert.Same(validated.Resource!.Value.Value, parsed.ResourceId);
#if !LIBRARY_NETSTANDARD2_0
        Assert.Equal(0, allocated);
#endif
    }

    private static string? Read(string body, out ParsedResponse parsed) => Read(Encoding.UTF8.GetBytes(body), out parsed);

    // A token request, which has no IDs that the reader could reuse.
    private static string? Read(ReadOnlySpan<byte> body, out ParsedResponse parsed)
    {
        Assert.True(ValidatedRequest.TryCreate(Samples.TokenRequest, pinned: null, out ValidatedRequest validated, out _));
        return ResponseBodyReader.Read(body, validated, new SecretScanner(Samples.PaymentToken, Samples.AccessToken), out parsed);
    }
}

using System;
using System.Text;
using Figma.Payments.Http;
using Xunit;

namespace Figma.Payments.Tests.Http;

public sealed class ResponseBodyReaderTests
{
    private const string Type = "\"payment_status\":{\"type\":\"PAID\"}";
    private const string Date = "\"2024-03-01T12:34:56.789Z\"";

    /// <summary>What is no answer: a name, and the sample's part that is replaced by another.</summary>
    public static TheoryData<string, string, string> Malformed => new()
    {
        { "an envelope without a status", "\"status\":200,", "" },
        { "a status of 403", "\"status\":200", "\"status\":403" },
        { "a status as text", "\"status\":200", "\"status\":\"200\"" },
        { "a status with an exponent", "\"status\":200", "\"status\":2e2" },
        { "a status with a fraction", "\"status\":200", "\"status\":200.0" },
        { "a status beyond an int", "\"status\":200", "\"status\":4294967496" },
        { "a status of null", "\"status\":200", "\"status\":null" },
        { "a status twice", "\"status\":200", "\"status\":200,\"status\":200" },
        { "a status twice, once escaped", "\"status\":200", "\"status\":200,\"\\u0073tatus\":200" },
        { "an envelope without an error", "\"error\":false,", "" },
        { "an error that is true", "\"error\":false", "\"error\":true" },
        { "an error that is null", "\"error\":false", "\"error\":null" },
        { "an error that is text", "\"error\":false", "\"error\":\"false\"" },
        { "an error twice", "\"error\":false", "\"error\":false,\"error\":false" },
        { "a meta that is null", Samples.Paid, "{\"status\":200,\"error\":false,\"meta\":null}" },
        { "a meta that is a list", Samples.Paid, "{\"status\":200,\"error\":false,\"meta\":[]}" },
        { "no meta", Samples.Paid, "{\"status\":200,\"error\":false}" },
        { "a meta twice", "\"error\":false", "\"error\":false,\"meta\":{\"user_id\":\"893760322388183958\",\"resource_id\":\"1678669904810665842\",\"resource_type\":\"PLUGIN\",\"payment_status\":{\"type\":\"PAID\"}}" },
        { "the meta without its envelope", Samples.Paid, "{\"user_id\":\"893760322388183958\",\"resource_id\":\"1678669904810665842\",\"resource_type\":\"PLUGIN\",\"payment_status\":{\"type\":\"PAID\"}}" },
        { "no user", "\"user_id\":\"893760322388183958\",", "" },
        { "a user that is null", "\"893760322388183958\"", "null" },
        { "a user that is empty", "\"893760322388183958\"", "\"\"" },
        { "a user that is a list", "\"893760322388183958\"", "[\"893760322388183958\"]" },
        { "a user that is true", "\"893760322388183958\"", "true" },
        { "a user with an exponent", "\"893760322388183958\"", "8.93760322388183958e17" },
        { "a user with a sign", "\"893760322388183958\"", "-893760322388183958" },
        { "a user with a fraction", "\"893760322388183958\"", "893760322388183958.0" },
        { "a user of zero", "\"893760322388183958\"", "0" },
        { "a user with a space", "\"893760322388183958\"", "\"893760322388183958 \"" },
        { "a user of 65 characters", "\"893760322388183958\"", "\"" + new string('1', 65) + "\"" },
        { "a user of 65 digits", "\"893760322388183958\"", new string('1', 65) },
        { "a user of a thousand characters", "\"893760322388183958\"", "\"" + new string('1', 1_000) + "\"" },
        { "a user of half a surrogate pair", "\"893760322388183958\"", "\"\\ud800\"" },
        { "a user twice", "\"error\":false,\"meta\":{", "\"error\":false,\"meta\":{\"user_id\":\"893760322388183958\"," },
        { "no resource", "\"resource_id\":\"1678669904810665842\",", "" },
        { "a resource that is an object", "\"1678669904810665842\"", "{\"id\":\"1678669904810665842\"}" },
        { "a resource twice", "\"resource_type\"", "\"resource_id\":\"1678669904810665842\",\"resource_type\"" },
        { "no resource type", "\"resource_type\":\"PLUGIN\",", "" },
        { "an unknown resource type", "\"PLUGIN\"", "\"TEMPLATE\"" },
        { "a resource type in small letters", "\"PLUGIN\"", "\"plugin\"" },
        { "a resource type that is null", "\"PLUGIN\"", "null" },
        { "a resource type that is a number", "\"PLUGIN\"", "1" },
        { "a resource type twice", "\"resource_type\":\"PLUGIN\"", "\"resource_type\":\"PLUGIN\",\"resource_type\":\"PLUGIN\"" },
        { "no payment status", Type + ",", "" },
        { "a payment status as text", Type, "\"payment_status\":\"PAID\"" },
        { "a payment status that is null", Type, "\"payment_status\":null" },
        { "a payment status that is a list", Type, "\"payment_status\":[\"PAID\"]" },
        { "an empty payment status", Type, "\"payment_status\":{}" },
        { "a payment status of neither spelling", Type, "\"payment_status\":{\"value\":\"PAID\"}" },
        { "two spellings that differ", Type, "\"payment_status\":{\"type\":\"PAID\",\"status\":\"UNPAID\"}" },
        { "two spellings that differ the other way around", Type, "\"payment_status\":{\"status\":\"UNPAID\",\"type\":\"PAID\"}" },
        { "two spellings, one of them null", Type, "\"payment_status\":{\"type\":\"PAID\",\"status\":null}" },
        { "one spelling twice", Type, "\"payment_status\":{\"type\":\"UNPAID\",\"type\":\"PAID\"}" },
        { "a status that is true", Type, "\"payment_status\":{\"type\":true}" },
        { "a status that is an object", Type, "\"payment_status\":{\"type\":{\"type\":\"PAID\"}}" },
        { "an empty status", Type, "\"payment_status\":{\"type\":\"\"}" },
        { "a status of 65 characters", Type, "\"payment_status\":{\"type\":\"" + new string('A', 65) + "\"}" },
        { "a status of a thousand characters", Type, "\"payment_status\":{\"type\":\"" + new string('A', 1_000) + "\"}" },
        { "a status with a line break", Type, "\"payment_status\":{\"type\":\"PAID\\n\"}" },
        { "a status of half a surrogate pair", Type, "\"payment_status\":{\"type\":\"\\udc00\"}" },
        { "a payment status twice", Type, Type + "," + Type },
        { "a date that is a number", Date, "1709296496789" },
        { "a date that is text", Date, "\"yesterday\"" },
        { "a date that is empty", Date, "\"\"" },
        { "a date with a blank", Date, "\"2024-03-01 12:34:56Z\"" },
        { "a date that is no day", Date, "\"2024-02-30T12:34:56Z\"" },
        { "a date in RFC 1123", Date, "\"Fri, 01 Mar 2024 12:34:56 GMT\"" },
        { "a date that is an object", Date, "{}" },
        { "a date twice", "\"date_of_purchase\":" + Date, "\"date_of_purchase\":null,\"date_of_purchase\":null" },
        { "text behind it", "789Z\"}}", "789Z\"}} x" },
        { "a second answer behind it", "789Z\"}}", "789Z\"}}{}" },
        { "a comma at the end", "789Z\"}}", "789Z\"},}" },
        { "a comment", "{\"status\"", "{/**/\"status\"" },
        { "a name without quotes", "\"error\"", "error" },
        { "single quotes", "\"PAID\"", "'PAID'" },
        { "a cut", "789Z\"}}", "789Z\"}" },
        { "a cut inside a text", "789Z\"}}", "789" },
        { "a line break inside a text", "\"PAID\"", "\"PA\nID\"" },
        { "half a surrogate pair as a name", "\"error\":false", "\"error\":false,\"\\ud800\":1" },
        { "nesting without an end", "\"error\":false", "\"error\":false,\"x\":" + new string('[', 10_000) },
        { "nesting too deep", "\"error\":false", "\"error\":false,\"x\":" + new string('[', 40) + new string(']', 40) },
        { "a list", Samples.Paid, "[]" },
        { "null", Samples.Paid, "null" },
        { "a text", Samples.Paid, "\"PAID\"" },
        { "nothing", Samples.Paid, "" },
        { "white space", Samples.Paid, " \r\n\t" },
        { "HTML", Samples.Paid, "<!DOCTYPE html><html><body>PAID</body></html>" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void What_is_no_answer_is_refused_with_a_reason(string what, string part, string replacement)
    {
        string? fault = Read(Samples.With(part, replacement), out ParsedResponse answer);

        Assert.True(fault is { Length: > 0 }, what + " was read as an answer.");
        Assert.NotEqual("PAID", answer.StatusText);
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
    public void A_status_is_read_in_either_spelling(string status, PaymentStatus expected)
    {
        Assert.Null(Read(Samples.With("{\"type\":\"PAID\"}", status), out ParsedResponse answer));
        Assert.Equal(expected, answer.Status);
        Assert.Equal(expected is PaymentStatus.Paid, answer.ToInformation().IsPaid);
    }

    [Fact]
    public void An_unknown_status_keeps_its_text_and_grants_nothing()
    {
        Assert.Null(Read(Samples.With("PAID", "PAID_BY_TEAM"), out ParsedResponse answer));

        PaymentInformation information = answer.ToInformation();
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
    public void A_date_is_read_as_UTC(string written, string expected)
    {
        Assert.Null(Read(Samples.With(Date, written), out ParsedResponse answer));
        Assert.Equal(expected, answer.DateOfPurchase?.ToString("O", null));
    }

    [Theory]
    [InlineData(",\"date_of_purchase\":" + Date, "")]
    [InlineData(Date, "null")]
    public void Who_never_bought_has_no_date(string part, string replacement)
    {
        Assert.Null(Read(Samples.With(part, replacement), out ParsedResponse answer));
        Assert.Null(answer.DateOfPurchase);
    }

    [Theory]
    [InlineData("PLUGIN", ResourceType.Plugin)]
    [InlineData("WIDGET", ResourceType.Widget)]
    [InlineData("COMMUNITY_FILE", ResourceType.CommunityFile)]
    [InlineData("\\u0050LUGIN", ResourceType.Plugin)]
    public void The_three_kinds_of_resources_are_known(string written, ResourceType expected)
    {
        Assert.Null(Read(Samples.With("PLUGIN", written), out ParsedResponse answer));
        Assert.Equal(expected, answer.ResourceType);
    }

    [Theory]
    [InlineData("1678669904810665842")]
    [InlineData("9999999999999999999")]
    [InlineData("12345678901234567890123456789012345678901234567890")]
    public void Ids_that_are_numbers_keep_every_digit(string digits)
    {
        Assert.Null(Read(Samples.With("\"1678669904810665842\"", digits), out ParsedResponse answer));
        Assert.Equal(digits, answer.ResourceId);
    }

    [Fact]
    public void Escapes_white_space_order_and_unknown_members_change_nothing()
    {
        const string Body = """
             {
               "more": {"status": 403, "error": true, "meta": null}, "error" : false,
               "meta": {"payment_status": {"x": null, "status": "PAID"}, "resource_type": "PLUGIN",
                 "resource_id": "167866990481066584\u0032", "y": [1, [2, {"user_id": "0"}]], "user_id": "\u0038\u00393760322388183958"},
               "status": 200, "i18n": null
             }

            """;

        Assert.Null(Read(Body, out ParsedResponse answer));
        Assert.Equal((Samples.User, Samples.Plugin, "PAID"), (answer.UserId, answer.ResourceId, answer.StatusText));
    }

    [Fact]
    public void A_byte_order_mark_is_skipped_and_a_second_is_not()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Samples.Paid)];

        Assert.Null(Read(marked, out _));
        Assert.NotNull(Read([0xEF, 0xBB, 0xBF, .. marked], out _));
        Assert.NotNull(Read([0xEF, 0xBB, 0xBF], out _));
    }

    [Fact]
    public void Other_encodings_are_refused()
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
    public void Invalid_UTF8_is_refused_even_where_it_would_be_skipped(byte[] invalid)
    {
        byte[] head = Encoding.UTF8.GetBytes("{\"more\":\"");
        byte[] tail = Encoding.UTF8.GetBytes("\"," + Samples.Paid[1..]);

        Assert.Null(Read([.. head, .. tail], out _));
        Assert.Contains("UTF-8", Read([.. head, .. invalid, .. tail], out _), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_bytes_come_it_answers_or_refuses_and_never_throws()
    {
        Random random = new(20240301);
        byte[] sample = Encoding.UTF8.GetBytes(Samples.Paid);

        for (int round = 0; round < 20_000; round++)
        {
            byte[] bytes = [.. sample];

            for (int change = random.Next(1, 4); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            string? fault = Read(bytes.AsSpan(0, random.Next(4) == 0 ? random.Next(bytes.Length) : bytes.Length), out ParsedResponse answer);
            Assert.True(fault is null || answer.StatusText is null);
        }
    }

    [Fact]
    public void The_ids_of_the_question_are_handed_back_and_no_text_is_made()
    {
        byte[] body = Encoding.UTF8.GetBytes(Samples.Paid);
        Assert.True(ValidatedRequest.TryCreate(Samples.ByIds, pinned: null, out ValidatedRequest validated, out _));
        ResponseBodyReader.Read(body, validated, default, out _);

        long before = GC.GetAllocatedBytesForCurrentThread();
        string? fault = ResponseBodyReader.Read(body, validated, default, out ParsedResponse answer);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Null(fault);
        Assert.Same(validated.UserId, answer.UserId);
        Assert.Same(validated.Resource!.Value.Value, answer.ResourceId);
#if !LIBRARY_NETSTANDARD2_0
        Assert.Equal(0, allocated);
#endif
    }

    private static string? Read(string body, out ParsedResponse answer) => Read(Encoding.UTF8.GetBytes(body), out answer);

    // Asked with a token, so that the reader has nothing to compare the ids with.
    private static string? Read(ReadOnlySpan<byte> body, out ParsedResponse answer)
    {
        Assert.True(ValidatedRequest.TryCreate(Samples.ByToken, pinned: null, out ValidatedRequest validated, out _));
        return ResponseBodyReader.Read(body, validated, new SecretScanner(Samples.PaymentToken, Samples.AccessToken), out answer);
    }
}

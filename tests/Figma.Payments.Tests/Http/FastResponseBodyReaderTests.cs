using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Figma.Payments.CompilerServices;
using Figma.Payments.Http;
using Xunit;

namespace Figma.Payments.Tests.Http;

/// <summary>Compares the fast reader with the JSON reader. For each body that the fast reader reads, both must return the same.</summary>
public sealed class FastResponseBodyReaderTests
{
    private const string Date = "2024-03-01T12:34:56.789Z";

    private static readonly string[] Envelope =
    [
        "\"status\":200", "\"status\":403", "\"status\": 200", "\"status\":2000", "\"error\":false", "\"error\":true", "\"error\":null", "\"i18n\":null",
    ];

    private static readonly string[][] Meta =
    [
        [
            "\"user_id\":\"893760322388183958\"", "\"user_id\":893760322388183958", "\"user_id\":\"\"", "\"user_id\":\"89376032238818395x\"", "\"user_id\":\"1\"",
            "\"user_id\":\"" + new string('7', 64) + "\"", "\"user_id\":\"" + new string('7', 65) + "\"", "\"user_id\":\"\\u0031\"", "\"user_id\":\"",
        ],
        ["\"resource_id\":\"1678669904810665842\"", "\"resource_id\":\"0123456789012345678\"", "\"resource_id\":null"],
        ["\"resource_type\":\"PLUGIN\"", "\"resource_type\":\"WIDGET\"", "\"resource_type\":\"COMMUNITY_FILE\"", "\"resource_type\":\"plugin\"", "\"resource_type\":\"PLUGIN"],
        [
            "\"payment_status\":{\"type\":\"PAID\"}", "\"payment_status\":{\"status\":\"UNPAID\"}", "\"payment_status\":{\"type\":\"TRIAL\"}", "\"payment_status\":{\"type\":\"GIFTED\"}",
            "\"payment_status\":{\"type\":\"PAID\",\"status\":\"PAID\"}", "\"payment_status\":{\"type\":\"PAID\"", "\"payment_status\":\"PAID\"",
        ],
        ["\"date_of_purchase\":\"" + Date + "\"", "\"date_of_purchase\":\"2024-03-01T12:34:56Z\"", "\"date_of_purchase\":null", "\"date_of_purchase\":\"2024-03-01\""],
    ];

    [Fact]
    public void Usual_responses_are_read_in_any_order()
    {
        Assert.Equal("PAID", ReadFast(Samples.Paid)?.StatusText);
        Assert.Equal("PAID", ReadFast("""{"meta":{"date_of_purchase":null,"payment_status":{"status":"PAID"},"resource_type":"PLUGIN","resource_id":"1","user_id":"2"},"error":false,"status":200}""")?.StatusText);
        Assert.Equal("TRIAL", ReadFast("""{"error":false,"status":200,"meta":{"user_id":"2","resource_id":"1","resource_type":"WIDGET","payment_status":{"type":"TRIAL"}}}""")?.StatusText);
    }

    [Theory]
    [InlineData("\"user_id\":\"893760322388183958\",", "\"user_id\":\"")]
    [InlineData("{\"type\":\"PAID\"}", "{\"type\":\"")]
    [InlineData("{\"type\":\"PAID\"}", "{\"status\":\"type\":\"PAID\"}")]
    [InlineData("\"PLUGIN\",", "\"")]
    [InlineData("\"date_of_purchase\":", "\"date_of_purchase\":\"date_of_purchase\":")]
    public void Missing_value_is_not_taken_from_the_next_member(string part, string replacement)
    {
        Assert.Null(ReadFast(Samples.With(part, replacement)));
        Assert.Null(ReadWithJsonReader(Samples.With(part, replacement)));
    }

    [Fact]
    public void Every_single_edit_of_a_response_is_read_equally()
    {
        byte[] sample = Encoding.UTF8.GetBytes(Samples.Paid);
        int agreed = 0;

        for (int i = 0; i < sample.Length; i++)
        {
            for (int value = 0; value < 256; value++)
            {
                agreed += AssertEqualRead([.. sample.AsSpan(0, i), (byte)value, .. sample.AsSpan(i + 1)]);
                agreed += AssertEqualRead([.. sample.AsSpan(0, i), (byte)value, .. sample.AsSpan(i)]);
            }

            AssertEqualRead([.. sample.AsSpan(0, i)]);
            AssertEqualRead([.. sample.AsSpan(0, i), .. sample.AsSpan(i + 1)]);
            AssertEqualRead([.. sample.AsSpan(0, i), .. sample.AsSpan(i), .. sample.AsSpan(i)]);
        }

        // Changed digits of the IDs and the date.
        Assert.True(agreed > 300, "The fast reader read too few bodies; nothing was compared.");
    }

    [Fact]
    public void Random_combinations_of_members_are_read_equally()
    {
        Random random = new(20240301);
        int agreed = 0;

        for (int round = 0; round < 100_000; round++)
        {
            List<string> meta = [.. Meta.Select(variants => Pick(random, variants))];

            if (random.Next(4) == 0)
                meta.RemoveAt(random.Next(meta.Count));

            if (random.Next(4) == 0)
                meta.Add(Pick(random, Meta[random.Next(Meta.Length)]));

            string[] inner = [.. meta];
            random.Shuffle(inner);

            string[] envelope =
            [
                random.Next(8) == 0 ? Pick(random, Envelope) : Envelope[0],
                random.Next(8) == 0 ? Pick(random, Envelope) : Envelope[4],
                "\"meta\":{" + string.Join(random.Next(40) == 0 ? "" : ",", inner) + (random.Next(40) == 0 ? "" : "}"),
            ];
            random.Shuffle(envelope);

            agreed += AssertEqualRead(Encoding.UTF8.GetBytes("{" + string.Join(",", envelope) + (random.Next(40) == 0 ? "" : "}")));
        }

        Assert.True(agreed > 500, "The fast reader read too few bodies; nothing was compared.");
    }

    [Fact]
    public void Dates_are_read_equally()
    {
        Random random = new(1);
        int agreed = 0;

        foreach (string date in new[] { "2024-02-29", "2023-02-29", "2024-02-30", "1900-02-29", "2000-02-29", "0000-01-01", "0001-01-01", "9999-12-31", "2024-13-01", "2024-00-10", "2024-04-31", "2024-05-00" })
        {
            foreach (string time in new[] { "00:00:00", "23:59:59", "24:00:00", "23:60:00", "23:59:60", "12:34:56.7", "12:34:56.789", "12:34:56.7890", "12:34:56.", "12:34" })
                agreed += AssertEqualRead(Encoding.UTF8.GetBytes(Samples.With(Date, date + "T" + time + "Z")));
        }

        for (int round = 0; round < 50_000; round++)
        {
            char[] date = Date.ToCharArray();

            for (int change = random.Next(1, 5); change > 0; change--)
                date[random.Next(date.Length)] = "0123456789/:-.TZ"[random.Next(16)];

            agreed += AssertEqualRead(Encoding.UTF8.GetBytes(Samples.With(Date, new string(date))));
        }

        Assert.True(agreed > 1_000, "The fast reader read too few dates; nothing was compared.");
    }

    [Fact]
    public void ID_that_contains_a_secret_is_rejected_by_both_readers()
    {
        const string Secret = "16786699048106658";
        byte[] body = Encoding.UTF8.GetBytes(Samples.Paid);
        Assert.True(ValidatedRequest.TryCreate(new PaymentsRequest(pluginPaymentToken: Secret), pinned: null, out ValidatedRequest validated, out _));
        SecretScanner scanner = new(Secret, Samples.AccessToken);

        Assert.False(FastResponseBodyReader.TryRead(body, validated, scanner, out _));
        Assert.NotNull(ResponseBodyReader.ReadWithJsonReader(body, validated, scanner, out _));
    }

    private static string Pick(Random random, string[] variants) => variants[random.Next(variants.Length)];

    /// <summary>Returns 1 if both readers read the body; otherwise, 0.</summary>
    private static int AssertEqualRead(byte[] body)
    {
        int agreed = 0;

        // With and without IDs in the request.
        foreach (PaymentsRequest request in new[] { Samples.IdRequest, Samples.TokenRequest, Samples.ExpectedUserRequest })
        {
            Assert.True(ValidatedRequest.TryCreate(request, pinned: null, out ValidatedRequest validated, out _));
            SecretScanner scanner = new(validated.Token, Samples.AccessToken);

            if (!FastResponseBodyReader.TryRead(body, validated, scanner, out ParsedResponse fast))
                continue;

            Assert.True(ResponseBodyReader.ReadWithJsonReader(body, validated, scanner, out ParsedResponse json) is null, "Only the fast reader read the body: " + Encoding.UTF8.GetString(body));
            Assert.Equal(json, fast);
            agreed = 1;
        }

        return agreed;
    }

    private static ParsedResponse? ReadFast(string body)
    {
        Assert.True(ValidatedRequest.TryCreate(Samples.TokenRequest, pinned: null, out ValidatedRequest validated, out _));
        return FastResponseBodyReader.TryRead(Encoding.UTF8.GetBytes(body), validated, default, out ParsedResponse parsed) ? parsed : null;
    }

    private static ParsedResponse? ReadWithJsonReader(string body)
    {
        Assert.True(ValidatedRequest.TryCreate(Samples.TokenRequest, pinned: null, out ValidatedRequest validated, out _));
        return ResponseBodyReader.ReadWithJsonReader(Encoding.UTF8.GetBytes(body), validated, default, out ParsedResponse parsed) is null ? parsed : null;
    }
}

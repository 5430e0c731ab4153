using System;
using System.Buffers;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Figma.Payments.Tests.Serialization;

[SuppressMessage("Figma.Payments.Calls", "FPG2005", Justification = "The tests need IDs with characters that JSON escapes.")]
public sealed class JsonTests
{
    private static readonly UserId s_user = new(Samples.User);
    private static readonly PluginId s_plugin = new(Samples.Plugin);

    public static TheoryData<string> InvalidIds => new(
        "null", "true", "{}", "[]", "{\"Value\":\"1\"}", "{\"value\":\"1\"}", "[\"1\"]", "\"\"", "\" \"", "\"1 2\"", "\"1\\u200b\"", "\"\\ud800\"", "\"a/b\"",
        "-1", "0", "1.0", "1.5", "1e3", "\"" + new string('1', 65) + "\"", new string('1', 65), "\"" + new string('1', 100_000) + "\"");

    [Fact]
    public void IDs_are_written_as_strings_and_read_back()
    {
        Assert.Equal($"\"{Samples.User}\"", JsonSerializer.Serialize(s_user));
        Assert.Equal(s_user, RoundTrip(s_user));
        Assert.Equal(s_plugin, RoundTrip(s_plugin));
        Assert.Equal(new WidgetId("a:b"), RoundTrip(new WidgetId("a:b")));
        Assert.Equal(new CommunityFileId("<'\"\\+>"), RoundTrip(new CommunityFileId("<'\"\\+>")));
    }

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("18446744073709551616")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234")]
    public void Number_is_read_to_the_digit(string number)
    {
        Assert.Equal(number, JsonSerializer.Deserialize<UserId>(number).Value);
        Assert.Equal(number, JsonSerializer.Deserialize<PluginId?>(number)!.Value.Value);
    }

    [Theory]
    [MemberData(nameof(InvalidIds))]
    public void Invalid_ID_throws_JsonException(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<UserId>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PluginId>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<WidgetId>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CommunityFileId>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ResourceId>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Order>("{\"Resource\":{\"type\":\"PLUGIN\",\"id\":\"1\"},\"User\":" + json + "}"));
    }

    [Fact]
    public void Uninitialized_ID_is_not_written()
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(default(UserId)));
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(default(ResourceId)));
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(new Order(default, s_plugin)));
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(new Dictionary<PluginId, int> { [default] = 1 }));
    }

    [Fact]
    public void IDs_are_keys_of_dictionaries()
    {
        Assert.Equal($$"""{"{{Samples.User}}":1}""", JsonSerializer.Serialize(new Dictionary<UserId, int> { [s_user] = 1 }));
        Assert.Equal([s_user], RoundTrip(new Dictionary<UserId, int> { [s_user] = 1 }).Keys);
        Assert.Equal([new WidgetId("a\"b")], RoundTrip(new Dictionary<WidgetId, int> { [new WidgetId("a\"b")] = 1 }).Keys);
        Assert.Equal([new CommunityFileId("1")], RoundTrip(new Dictionary<ResourceId, int> { [new CommunityFileId("1")] = 1 }).Keys, static (left, right) => (ResourceId)left == right);
        Assert.Equal([ResourceType.CommunityFile], RoundTrip(new Dictionary<ResourceType, int> { [ResourceType.CommunityFile] = 1 }).Keys);
        Assert.Equal([PaymentStatus.Trial], RoundTrip(new Dictionary<PaymentStatus, int> { [PaymentStatus.Trial] = 1 }).Keys);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<UserId, int>>("""{"1 2":1}"""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<ResourceId, int>>("""{"1":1}"""));
    }

    [Fact]
    public void Records_with_nullable_IDs_are_read_back()
    {
        Order order = new(s_user, new WidgetId("7"), Widget: new WidgetId("8"));

        Assert.Equal(order, RoundTrip(order));
        Assert.Equal(order, JsonSerializer.Deserialize<Order>(JsonSerializer.Serialize(order, JsonSerializerOptions.Web), JsonSerializerOptions.Web));
        Assert.Null(RoundTrip(order with { Widget = null })!.Widget);
    }

    [Fact]
    public void Resource_is_written_as_type_and_ID()
    {
        Assert.Equal($$"""{"type":"PLUGIN","id":"{{Samples.Plugin}}"}""", JsonSerializer.Serialize<ResourceId>(s_plugin));
        Assert.Equal(new CommunityFileId("3"), RoundTrip<ResourceId>(new CommunityFileId("3")));
        Assert.Equal(s_plugin, JsonSerializer.Deserialize<ResourceId>($$"""{"id":{{Samples.Plugin}},"more":[{}],"type":"PLUGIN"}"""));
    }

    [Theory]
    [InlineData("""{"type":"PLUGIN"}""")]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"type":"plugin","id":"1"}""")]
    [InlineData("""{"type":"TEMPLATE","id":"1"}""")]
    [InlineData("""{"type":1,"id":"1"}""")]
    [InlineData("""{"type":"PLUGIN","id":null}""")]
    [InlineData("""{"type":"PLUGIN","id":"1","id":"1"}""")]
    [InlineData("""{"type":"PLUGIN","type":"WIDGET","id":"1"}""")]
    [InlineData("\"plugin 1\"")]
    public void Invalid_resource_throws_JsonException(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ResourceId>(json));

    [Theory]
    [InlineData(PaymentStatus.Unknown, "\"UNKNOWN\"")]
    [InlineData(PaymentStatus.Unpaid, "\"UNPAID\"")]
    [InlineData(PaymentStatus.Paid, "\"PAID\"")]
    [InlineData(PaymentStatus.Trial, "\"TRIAL\"")]
    public void Payment_status_has_the_words_of_Figma(PaymentStatus status, string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(status));
        Assert.Equal(status, JsonSerializer.Deserialize<PaymentStatus>(json));
    }

    [Theory]
    [InlineData("\"Paid\"")]
    [InlineData("\"paid\"")]
    [InlineData("\"\"")]
    [InlineData("2")]
    [InlineData("null")]
    [InlineData("\"\\u202e\"")]
    public void Invalid_payment_status_throws_JsonException(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PaymentStatus>(json));

    [Fact]
    public void Status_that_is_not_known_denies() => Assert.Equal(PaymentStatus.Unknown, JsonSerializer.Deserialize<PaymentStatus>("\"GIFTED\""));

    [Fact]
    public void Payment_information_is_read_back_without_loss()
    {
        PaymentInformation information = new(s_user, s_plugin, PaymentStatus.Paid, new DateTimeOffset(2024, 3, 1, 12, 34, 56, 789, TimeSpan.FromHours(-5)).AddTicks(1));

        Assert.Equal(
            """{"userId":"893760322388183958","resourceId":{"type":"PLUGIN","id":"1678669904810665842"},"paymentStatus":"PAID","dateOfPurchase":"2024-03-01T12:34:56.7890001-05:00"}""",
            JsonSerializer.Serialize(information));

        PaymentInformation read = RoundTrip(information);
        Assert.Equal(Describe(information), Describe(read));
        Assert.True(read.IsPaid);
    }

    [Fact]
    public void Payment_information_keeps_a_status_that_is_not_known()
    {
        PaymentInformation information = JsonSerializer.Deserialize<PaymentInformation>("""{"userId":"1","resourceId":{"type":"WIDGET","id":"2"},"paymentStatus":"GIFTED","dateOfPurchase":null}""")!;

        Assert.Equal((PaymentStatus.Unknown, "GIFTED", false), (information.PaymentStatus, information.PaymentStatusText, information.IsPaidOrTrial));
        Assert.Equal(Describe(information), Describe(RoundTrip(information)));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"userId":"1","paymentStatus":"PAID"}""")]
    [InlineData("""{"resourceId":{"type":"PLUGIN","id":"2"},"paymentStatus":"PAID"}""")]
    [InlineData("""{"userId":"1","resourceId":{"type":"PLUGIN","id":"2"}}""")]
    [InlineData("""{"userId":null,"resourceId":{"type":"PLUGIN","id":"2"},"paymentStatus":"PAID"}""")]
    [InlineData("""{"userId":"1","userId":"2","resourceId":{"type":"PLUGIN","id":"2"},"paymentStatus":"PAID"}""")]
    [InlineData("""{"userId":"1","resourceId":{"type":"PLUGIN","id":"2"},"paymentStatus":"UNPAID","paymentStatus":"PAID"}""")]
    [InlineData("""{"userId":"1","resourceId":{"type":"PLUGIN","id":"2"},"paymentStatus":"PAID","dateOfPurchase":"2024-03-01T12:34:56"}""")]
    [InlineData("""{"userId":"1","resourceId":{"type":"PLUGIN","id":"2"},"paymentStatus":"PAID","dateOfPurchase":1}""")]
    public void Incomplete_payment_information_throws_JsonException(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PaymentInformation>(json));

    [Fact]
    public void Error_is_read_back_without_loss()
    {
        PaymentsError error = new(PaymentsErrorKind.RateLimited, "Wait \"a\" while.")
        {
            StatusCode = HttpStatusCode.TooManyRequests,
            FigmaMessage = "Rate limit exceeded",
            RetryAfter = TimeSpan.FromTicks(3_964_581_234_567),
            PlanTier = "pro",
            RateLimitType = "low",
            UpgradeLink = "https://www.figma.com/files?a=b&c=d",
            RequestId = "r-1",
        };

        Assert.Equal(Describe(error), Describe(RoundTrip(error)));
        Assert.Equal("""{"kind":"NotFound","description":"Gone."}""", JsonSerializer.Serialize(new PaymentsError(PaymentsErrorKind.NotFound, "Gone.")));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PaymentsError>("""{"kind":"Maybe","description":"?"}"""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PaymentsError>("""{"description":"?"}"""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PaymentsError>("""{"kind":"NotFound","description":"?","retryAfter":"soon"}"""));
    }

    [Fact]
    public void Result_is_read_back()
    {
        PaymentsResult paid = RoundTrip(new PaymentsResult(new PaymentInformation(s_user, s_plugin, PaymentStatus.Paid)));
        PaymentsResult error = RoundTrip(new PaymentsResult(new PaymentsError(PaymentsErrorKind.Unavailable, "Down.")));

        Assert.True(paid.IsPaid);
        Assert.Equal((PaymentsErrorKind.Unavailable, false), (error.Error!.Kind, error.IsPaidOrTrial));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PaymentsResult>("{}"));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PaymentsResult>(
            """{"error":{"kind":"NotFound","description":"?"},"information":{"userId":"1","resourceId":{"type":"PLUGIN","id":"2"},"paymentStatus":"PAID"}}"""));
    }

    [Fact]
    public void Token_is_read_but_never_written()
    {
        Assert.Equal(new PluginPaymentToken(Samples.PaymentToken), JsonSerializer.Deserialize<PluginPaymentToken>(JsonSerializer.Serialize(Samples.PaymentToken)));
        Assert.Equal(new PersonalAccessToken(Samples.AccessToken), JsonSerializer.Deserialize<PersonalAccessToken>($"\"{Samples.AccessToken}\""));

        object[] secrets = [new PluginPaymentToken(Samples.PaymentToken), new PersonalAccessToken(Samples.AccessToken), new PluginPaymentToken[] { new(Samples.PaymentToken) }, Samples.Options(), new Dictionary<PersonalAccessToken, int> { [new(Samples.AccessToken)] = 1 }];

        foreach (object secret in secrets)
        {
            string message = Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(secret, secret.GetType())).ToString();
            Assert.Contains("is a secret", message, StringComparison.Ordinal);
            Assert.DoesNotContain("MARK", message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"figd_MARK MARK\"")]
    [InlineData("\"figu_MARK\"")]
    [InlineData("\"MARK\\n\"")]
    [InlineData("\"MARK\\ud800\"")]
    [InlineData("null")]
    [InlineData("{\"MARK\":1}")]
    [InlineData("7")]
    public void Invalid_token_throws_JsonException_that_does_not_repeat_it(string json)
    {
        Assert.DoesNotContain("MARK", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PluginPaymentToken>(json)).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("MARK", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PersonalAccessToken>(json)).ToString(), StringComparison.Ordinal);
    }

    // The reader that a converter gets is then one over an incomplete buffer, and values can be split.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task Stream_is_read_in_parts(int size)
    {
        const string Json = """{"later":{"a":[1,{"b":"c"}]},"information":{"userId":"893760322388183958","new":[[[]]],"resourceId":{"x":{},"type":"WIDGET","id":12345678901234567890},"paymentStatus":"GIFTED \u00e9","dateOfPurchase":"2024-03-01T12:34:56.789Z"}}""";
        const string Error = """{"error":{"later":{"a":[1]},"kind":"RateLimited","description":"Wait \"a\" while.","statusCode":429,"retryAfter":"00:01:00"}}""";
        JsonSerializerOptions options = new() { DefaultBufferSize = size };

        PaymentsResult result = (await JsonSerializer.DeserializeAsync<PaymentsResult>(new SlowStream(Json, size), options))!;
        PaymentsResult failed = (await JsonSerializer.DeserializeAsync<PaymentsResult>(new SlowStream(Error, size), options))!;

        Assert.Equal(new PaymentInformation(s_user, new WidgetId("12345678901234567890"), PaymentStatus.Unknown, "GIFTED é", new DateTimeOffset(2024, 3, 1, 12, 34, 56, 789, TimeSpan.Zero)), result.Information);
        Assert.Equal(new PaymentsError(PaymentsErrorKind.RateLimited, "Wait \"a\" while.") { StatusCode = HttpStatusCode.TooManyRequests, RetryAfter = TimeSpan.FromMinutes(1) }, failed.Error);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Sequence_of_segments_is_read(int size)
    {
        Utf8JsonReader reader = new(Segment.Split("""{"893760322388183958":12345678901234567890,"a\u003ab":"a\u003ab"}""", size));

        Dictionary<UserId, PluginId> read = JsonSerializer.Deserialize<Dictionary<UserId, PluginId>>(ref reader)!;

        Assert.Equal(new Dictionary<UserId, PluginId> { [s_user] = new("12345678901234567890"), [new("a:b")] = new("a:b") }, read);
    }

    [Fact]
    public void Source_generated_context_reads_and_writes_without_reflection()
    {
        Order order = new(s_user, s_plugin);
        string json = JsonSerializer.Serialize(order, TravelContext.Default.Order);

        Assert.Equal(order, JsonSerializer.Deserialize(json, TravelContext.Default.Order));
        Assert.True(JsonSerializer.Deserialize(JsonSerializer.Serialize(new PaymentsResult(new PaymentInformation(s_user, s_plugin, PaymentStatus.Paid)), TravelContext.Default.PaymentsResult), TravelContext.Default.PaymentsResult)!.IsPaid);
    }

    internal static string Describe(PaymentInformation information) => FormattableString.Invariant(
        $"{information.UserId}|{information.ResourceId}|{information.PaymentStatus}|{information.PaymentStatusText}|{information.DateOfPurchase:O}");

    internal static string Describe(PaymentsError error) => FormattableString.Invariant(
        $"{error.Kind}|{error.Description}|{error.StatusCode}|{error.FigmaMessage}|{error.RetryAfter?.Ticks}|{error.PlanTier}|{error.RateLimitType}|{error.UpgradeLink}|{error.RequestId}");

    private static T RoundTrip<T>(T value) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value))!;

    /// <summary>A stream that returns a few bytes at a time.</summary>
    private sealed class SlowStream(string text, int size) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> Split(string text, int size)
        {
            Segment? first = null, last = null;

            foreach (byte[] part in Encoding.UTF8.GetBytes(text).Chunk(size))
            {
                Segment segment = new() { Memory = part, RunningIndex = last is null ? 0 : last.RunningIndex + last.Memory.Length };
                first ??= segment;
                last?.Next = segment;
                last = segment;
            }

            return new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
        }
    }

    internal sealed record Order(UserId User, ResourceId Resource, WidgetId? Widget = null);
}

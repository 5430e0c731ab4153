using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Xunit;

namespace Figma.Payments.Tests;

public sealed class ErrorTests
{
    [Theory]
    [InlineData(100, PaymentsErrorKind.InvalidResponse)]
    [InlineData(101, PaymentsErrorKind.InvalidResponse)]
    [InlineData(201, PaymentsErrorKind.InvalidResponse)]
    [InlineData(204, PaymentsErrorKind.InvalidResponse)]
    [InlineData(206, PaymentsErrorKind.InvalidResponse)]
    [InlineData(301, PaymentsErrorKind.InvalidResponse)]
    [InlineData(304, PaymentsErrorKind.InvalidResponse)]
    [InlineData(307, PaymentsErrorKind.InvalidResponse)]
    [InlineData(400, PaymentsErrorKind.InvalidRequest)]
    [InlineData(401, PaymentsErrorKind.Unauthorized)]
    [InlineData(403, PaymentsErrorKind.Unauthorized)]
    [InlineData(404, PaymentsErrorKind.NotFound)]
    [InlineData(405, PaymentsErrorKind.InvalidResponse)]
    [InlineData(407, PaymentsErrorKind.InvalidResponse)]
    [InlineData(408, PaymentsErrorKind.Unavailable)]
    [InlineData(410, PaymentsErrorKind.NotFound)]
    [InlineData(418, PaymentsErrorKind.InvalidResponse)]
    [InlineData(422, PaymentsErrorKind.InvalidRequest)]
    [InlineData(425, PaymentsErrorKind.Unavailable)]
    [InlineData(429, PaymentsErrorKind.RateLimited)]
    [InlineData(500, PaymentsErrorKind.Unavailable)]
    [InlineData(502, PaymentsErrorKind.Unavailable)]
    [InlineData(503, PaymentsErrorKind.Unavailable)]
    [InlineData(599, PaymentsErrorKind.Unavailable)]
    [InlineData(600, PaymentsErrorKind.InvalidResponse)]
    public async Task Each_status_is_its_kind_of_error_even_where_the_body_says_paid(int status, PaymentsErrorKind kind)
    {
        PaymentsError error = await AskAsync(() => Samples.Json(Samples.Paid, (HttpStatusCode)status));

        Assert.Equal(kind, error.Kind);
        Assert.Equal(status, (int?)error.StatusCode);
        Assert.Equal(kind is PaymentsErrorKind.RateLimited or PaymentsErrorKind.Unavailable, error.IsTransient);
        Assert.EndsWith(".", error.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, """{"error":true,"status":401,"message":"Invalid token"}""")]
    [InlineData(403, """{"status":403,"error":true,"message":"Invalid token"}""")]
    [InlineData(403, """{"status":403,"err":"Token expired"}""")]
    [InlineData(403, """{"status":403,"err":"invalid TOKEN."}""")]
    public async Task A_refusal_that_names_the_token_means_our_own_where_no_payment_token_is_in_play(int status, string body)
    {
        Assert.Equal(PaymentsErrorKind.CredentialRejected, (await AskAsync(() => Samples.Json(body, (HttpStatusCode)status))).Kind);
        Assert.Equal(PaymentsErrorKind.Unauthorized, (await AskAsync(() => Samples.Json(body, (HttpStatusCode)status), Samples.ByToken)).Kind);
    }

    [Theory]
    [InlineData("""{"error":true,"status":403,"message":"Not yours"}""", "Not yours")]
    [InlineData("""{"status":403,"err":"Not yours"}""", "Not yours")]
    [InlineData("""{"err":"b","message":"a"}""", "a")]
    [InlineData("""{"message":["a"],"err":"b"}""", "b")]
    [InlineData("""{"message":"a\u0000\nb\u202ec"}""", "a  b c")]
    [InlineData("""{"message":{"message":"a"}}""", null)]
    [InlineData("""{"message":""}""", null)]
    [InlineData("""{"message":"\ud800"}""", null)]
    [InlineData("""{"message":"a"} x""", null)]
    [InlineData("""{"message":"a" """, null)]
    [InlineData("[]", null)]
    [InlineData("", null)]
    [InlineData("<html>Forbidden</html>", null)]
    public async Task Figmas_message_is_kept_where_there_is_one(string body, string? expected)
    {
        PaymentsError error = await AskAsync(() => Samples.Json(body, HttpStatusCode.Forbidden));

        Assert.Equal((PaymentsErrorKind.Unauthorized, expected), (error.Kind, error.FigmaMessage));
    }

    [Fact]
    public async Task Errors_that_differ_in_anything_are_never_taken_for_one_another()
    {
        string[] bodies = ["", """{"message":"Invalid token"}""", """{"err":"Token expired"}""", """{"err":"Not found"}""", """{"err":"Rate limit exceeded"}""", """{"message":"Not yours"}"""];
        string?[] messages = [null, "Invalid token", "Token expired", "Not found", "Rate limit exceeded", "Not yours"];

        // Twice, for the second time each of them was there before.
        for (int pass = 0; pass < 2; pass++)
        {
            for (int status = 400; status < 600; status++)
            {
                for (int i = 0; i < bodies.Length; i++)
                {
                    foreach (PaymentsRequest request in new[] { Samples.ByIds, Samples.ByToken })
                    {
                        PaymentsError error = await AskAsync(() => Samples.Json(bodies[i], (HttpStatusCode)status), request);
                        PaymentsError alone = await AskAsync(() => WithRequestId(Samples.Json(bodies[i], (HttpStatusCode)status)), request);

                        Assert.Equal(
                            (alone.Kind, alone.Description, (HttpStatusCode?)(HttpStatusCode)status, messages[i], null, "r"),
                            (error.Kind, error.Description, error.StatusCode, error.FigmaMessage, error.RequestId, alone.RequestId));
                    }
                }
            }
        }
    }

    [Fact]
    public async Task A_long_message_is_cut_and_never_inside_a_pair()
    {
        Assert.Equal(256, (await AskAsync(() => Samples.Json("{\"message\":\"" + new string('a', 5_000) + "\"}", HttpStatusCode.BadRequest))).FigmaMessage?.Length);
        Assert.Equal(new string('a', 255), (await AskAsync(() => Samples.Json("{\"message\":\"" + new string('a', 255) + "😀\"}", HttpStatusCode.BadRequest))).FigmaMessage);
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_changes_nothing_else()
    {
        PaymentsClientOptions options = Samples.Options();
        options.MaxResponseBytes = 1_024;

        Assert.Null((await AskAsync(() => Samples.Json("{\"message\":\"" + new string('a', 2_000) + "\"}", HttpStatusCode.NotFound), options: options)).FigmaMessage);
        Assert.Null((await AskAsync(() => Samples.Bytes([.. "{\"message\":\""u8, 0xFF, .. "\"}"u8], HttpStatusCode.NotFound))).FigmaMessage);
        Assert.Null((await AskAsync(() => new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("{\"message\":\"a\"}", Encoding.Unicode, "application/json") })).FigmaMessage);
        Assert.Null((await AskAsync(() => new HttpResponseMessage(HttpStatusCode.NotFound))).FigmaMessage);
    }

    [Theory]
    [InlineData(Samples.PaymentToken)]
    [InlineData(Samples.AccessToken)]
    [InlineData("MARK%2Fpayment%2Btoken%3D0123456789")]
    [InlineData("MARK%2fpayment%2btoken%3d0123456789")]
    [InlineData("mark/PAYMENT+token=0123456789")]
    [InlineData("MARK/payment+tok")]
    [InlineData("figd_of_somebody_else")]
    public async Task A_message_that_repeats_a_secret_is_withheld(string secret)
    {
        PaymentsError error = await AskAsync(() => Samples.Json("{\"message\":\"The token '" + secret + "' is bad\"}", HttpStatusCode.Unauthorized), Samples.ByToken);

        Assert.Equal("(withheld because it contains a secret)", error.FigmaMessage);
    }

    [Fact]
    public async Task The_headers_of_a_limit_are_kept()
    {
        PaymentsError error = await AskAsync(() => Limited("30", "pro", "low", "https://www.figma.com/pricing", "req-1"));

        Assert.Equal(TimeSpan.FromSeconds(30), error.RetryAfter);
        Assert.Equal(("pro", "low", "https://www.figma.com/pricing", "req-1"), (error.PlanTier, error.RateLimitType, error.UpgradeLink, error.RequestId));
        Assert.Contains("Retry after 30 s.", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Request req-1.", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_to_retry_after_is_relative_to_the_answers_own()
    {
        PaymentsError error = await AskAsync(() =>
        {
            HttpResponseMessage response = Samples.Json("{}", HttpStatusCode.ServiceUnavailable);
            response.Headers.TryAddWithoutValidation("Date", "Sat, 01 Jan 2000 00:00:00 GMT");
            response.Headers.TryAddWithoutValidation("Retry-After", "Sat, 01 Jan 2000 00:01:00 GMT");
            return response;
        });

        Assert.Equal(TimeSpan.FromMinutes(1), error.RetryAfter);
    }

    [Theory]
    [InlineData("http://www.figma.com/pricing")]
    [InlineData("/pricing")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://www.figma.com/pricing?token=" + Samples.AccessToken)]
    [InlineData("https://www.figma.com/pricing?token=MARK%2fpayment%2btoken%3d0123456789")]
    public async Task A_link_that_is_not_safe_to_show_is_dropped(string link) =>
        Assert.Null((await AskAsync(() => Limited("30", "pro", "low", link, "req-1"), Samples.ByToken)).UpgradeLink);

    [Fact]
    public async Task Headers_that_are_too_long_or_repeat_a_secret_or_hold_control_characters_are_dropped()
    {
        PaymentsError error = await AskAsync(() => Limited("soon", new string('a', 65), Samples.AccessToken, "https://figma.com/" + new string('a', 512), "a\u0001b"));

        Assert.Equal((null, null, null, null, null), (error.RetryAfter, error.PlanTier, error.RateLimitType, error.UpgradeLink, error.RequestId));
    }

    [Fact]
    public async Task Of_a_header_that_comes_twice_the_first_counts()
    {
        PaymentsError error = await AskAsync(() =>
        {
            HttpResponseMessage response = Limited("30", "pro", "low", "https://www.figma.com/pricing", "req-1");
            response.Headers.TryAddWithoutValidation("X-Figma-Plan-Tier", "org");
            response.Headers.TryAddWithoutValidation("Retry-After", "60");
            return response;
        });

        Assert.Equal(("pro", TimeSpan.FromSeconds(30)), (error.PlanTier, error.RetryAfter));
    }

    [Fact]
    public async Task The_request_id_is_kept_of_a_malformed_answer_too()
    {
        PaymentsError error = await AskAsync(() =>
        {
            HttpResponseMessage response = Samples.Json("{}");
            response.Headers.TryAddWithoutValidation("x-figma-rest-api-request-id", "req-2");
            return response;
        });

        Assert.Equal((PaymentsErrorKind.InvalidResponse, "req-2", HttpStatusCode.OK), (error.Kind, error.RequestId, error.StatusCode));
    }

    [Fact]
    public async Task An_error_is_thrown_with_all_that_is_known_and_nothing_else()
    {
        PaymentsEndpoint endpoint = new CannedHandler(() => Samples.Json("""{"message":"No such plugin"}""", HttpStatusCode.NotFound)).ToEndpoint();

        FigmaPaymentsException thrown = await Assert.ThrowsAsync<FigmaPaymentsException>(() => endpoint.GetInformationAsync(Samples.ByIds, CancellationToken.None));
        FigmaPaymentsException same = await Assert.ThrowsAsync<FigmaPaymentsException>(() => endpoint.GetStatusAsync(Samples.ByIds, CancellationToken.None));

        Assert.Equal(PaymentsErrorKind.NotFound, thrown.Kind);
        Assert.Equal(PaymentsErrorKind.NotFound, same.Kind);
        Assert.Contains("No such plugin", thrown.Message, StringComparison.Ordinal);
        Assert.Null(thrown.InnerException);
        Assert.Empty(thrown.Data);
        Assert.False(thrown.IsTransient);
    }

    [Fact]
    public void Every_kind_of_error_has_a_number_of_its_own_and_none_is_the_default() =>
        Assert.Equal(Enumerable.Range(1, 8), Enum.GetValues<PaymentsErrorKind>().Select(kind => (int)kind));

    private static HttpResponseMessage Limited(string retryAfter, string tier, string type, string link, string request)
    {
        HttpResponseMessage response = Samples.Json("""{"error":true,"status":429,"message":"Rate limit exceeded"}""", HttpStatusCode.TooManyRequests);

        response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        response.Headers.TryAddWithoutValidation("X-Figma-Plan-Tier", tier);
        response.Headers.TryAddWithoutValidation("X-Figma-Rate-Limit-Type", type);
        response.Headers.TryAddWithoutValidation("X-Figma-Upgrade-Link", link);
        response.Headers.TryAddWithoutValidation("x-figma-rest-api-request-id", request);

        return response;
    }

    private static HttpResponseMessage WithRequestId(HttpResponseMessage response)
    {
        response.Headers.TryAddWithoutValidation("x-figma-rest-api-request-id", "r");
        return response;
    }

    private static async Task<PaymentsError> AskAsync(Func<HttpResponseMessage> answer, PaymentsRequest? request = null, PaymentsClientOptions? options = null)
    {
        PaymentsResult result = await new CannedHandler(answer).ToEndpoint(options).GetResultAsync(request ?? Samples.ByIds, CancellationToken.None);

        Assert.False(result.IsSuccess || result.IsPaid || result.IsPaidOrTrial);
        return result.Error!;
    }
}

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
    public async Task Status_code_determines_the_error_kind_even_with_a_paid_body(int status, PaymentsErrorKind kind)
    {
        PaymentsError error = await SendAsync(() => Samples.Json(Samples.Paid, (HttpStatusCode)status));

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
    [InlineData(403, """{"status":403,"error":true,"message":"Invalid scope(s): file_content:read. This endpoint requires the payments scope"}""")]
    [InlineData(403, """{"status":403,"err":"Invalid scope"}""")]
    public async Task Rejected_token_is_the_access_token_for_ID_requests_only(int status, string body)
    {
        Assert.Equal(PaymentsErrorKind.CredentialRejected, (await SendAsync(() => Samples.Json(body, (HttpStatusCode)status))).Kind);
        Assert.Equal(PaymentsErrorKind.Unauthorized, (await SendAsync(() => Samples.Json(body, (HttpStatusCode)status), Samples.TokenRequest)).Kind);
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
    public async Task Message_in_the_body_is_kept(string body, string? expected)
    {
        PaymentsError error = await SendAsync(() => Samples.Json(body, HttpStatusCode.Forbidden));

        Assert.Equal((PaymentsErrorKind.Unauthorized, expected), (error.Kind, error.FigmaMessage));
    }

    [Fact]
    public async Task Shared_errors_equal_errors_that_are_not_shared()
    {
        string[] bodies = ["", """{"message":"Invalid token"}""", """{"err":"Token expired"}""", """{"err":"Not found"}""", """{"err":"Rate limit exceeded"}""", """{"message":"Not yours"}"""];
        string?[] messages = [null, "Invalid token", "Token expired", "Not found", "Rate limit exceeded", "Not yours"];

        // In the second pass, each error can come from the cache.
        for (int pass = 0; pass < 2; pass++)
        {
            for (int status = 400; status < 600; status++)
            {
                for (int i = 0; i < bodies.Length; i++)
                {
                    foreach (PaymentsRequest request in new[] { Samples.IdRequest, Samples.TokenRequest })
                    {
                        PaymentsError shared = await SendAsync(() => Samples.Json(bodies[i], (HttpStatusCode)status), request);
                        PaymentsError alone = await SendAsync(() => WithRequestId(Samples.Json(bodies[i], (HttpStatusCode)status)), request);

                        Assert.Equal(
                            (alone.Kind, alone.Description, (HttpStatusCode?)(HttpStatusCode)status, messages[i], null, "r"),
                            (shared.Kind, shared.Description, shared.StatusCode, shared.FigmaMessage, shared.RequestId, alone.RequestId));
                    }
                }
            }
        }
    }

    [Fact]
    public async Task Long_message_is_truncated_but_not_inside_a_surrogate_pair()
    {
        Assert.Equal(256, (await SendAsync(() => Samples.Json("{\"message\":\"" + new string('a', 5_000) + "\"}", HttpStatusCode.BadRequest))).FigmaMessage?.Length);
        Assert.Equal(new string('a', 255), (await SendAsync(() => Samples.Json("{\"message\":\"" + new string('a', 255) + "😀\"}", HttpStatusCode.BadRequest))).FigmaMessage);
    }

    [Fact]
    public async Task Unreadable_message_is_null()
    {
        PaymentsClientOptions options = Samples.Options();
        options.MaxResponseBytes = 1_024;

        Assert.Null((await SendAsync(() => Samples.Json("{\"message\":\"" + new string('a', 2_000) + "\"}", HttpStatusCode.NotFound), options: options)).FigmaMessage);
        Assert.Null((await SendAsync(() => Samples.Bytes([.. "{\"message\":\""u8, 0xFF, .. "\"}"u8], HttpStatusCode.NotFound))).FigmaMessage);
        Assert.Null((await SendAsync(() => new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("{\"message\":\"a\"}", Encoding.Unicode, "application/json") })).FigmaMessage);
        Assert.Null((await SendAsync(() => new HttpResponseMessage(HttpStatusCode.NotFound))).FigmaMessage);
    }

    [Theory]
    [InlineData(Samples.PaymentToken)]
    [InlineData(Samples.AccessToken)]
    [InlineData("MARK%2Fpayment%2Btoken%3D0123456789")]
    [InlineData("MARK%2fpayment%2btoken%3d0123456789")]
    [InlineData("mark/PAYMENT+token=0123456789")]
    [InlineData("MARK/payment+tok")]
    [InlineData("figd_of_another_account")]
    public async Task Message_that_contains_a_secret_is_withheld(string secret)
    {
        PaymentsError error = await SendAsync(() => Samples.Json("{\"message\":\"The token '" + secret + "' is bad\"}", HttpStatusCode.Unauthorized), Samples.TokenRequest);

        Assert.Equal("(withheld because it contains a secret)", error.FigmaMessage);
    }

    [Fact]
    public async Task Rate_limit_headers_are_kept()
    {
        PaymentsError error = await SendAsync(() => WithRateLimit("30", "pro", "low", "https://www.figma.com/pricing", "req-1"));

        Assert.Equal(TimeSpan.FromSeconds(30), error.RetryAfter);
        Assert.Equal(("pro", "low", "https://www.figma.com/pricing", "req-1"), (error.PlanTier, error.RateLimitType, error.UpgradeLink, error.RequestId));
        Assert.Contains("Retry after 30 s.", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Request req-1.", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_after_date_is_relative_to_the_Date_header()
    {
        PaymentsError error = await SendAsync(() =>
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
    [InlineData("https://figma.com.example/pricing")]
    [InlineData("https://notfigma.com/pricing")]
    [InlineData("https://example.com/figma.com")]
    [InlineData("https://www.figma.com@example.com/pricing")]
    [InlineData("https://example.com\\@www.figma.com/pricing")]
    [InlineData("https://ada:secret@www.figma.com/pricing")]
    [InlineData("https://www.figma.com:8443/pricing")]
    [InlineData("//www.figma.com/pricing")]
    [InlineData("https://www.figma.com/pricing?token=" + Samples.AccessToken)]
    [InlineData("https://www.figma.com/pricing?token=MARK%2fpayment%2btoken%3d0123456789")]
    public async Task Unsafe_upgrade_link_is_dropped(string link) =>
        Assert.Null((await SendAsync(() => WithRateLimit("30", "pro", "low", link, "req-1"), Samples.TokenRequest)).UpgradeLink);

    [Theory]
    [InlineData("https://figma.com/pricing", "https://figma.com/pricing")]
    [InlineData("https://WWW.Figma.com/pricing?a=b#c", "https://www.figma.com/pricing?a=b#c")]
    [InlineData("https://help.figma.com:443/a b", "https://help.figma.com/a%20b")]
    public async Task Upgrade_link_to_Figma_is_kept_in_canonical_form(string link, string expected) =>
        Assert.Equal(expected, (await SendAsync(() => WithRateLimit("30", "pro", "low", link, "req-1"))).UpgradeLink);

    [Fact]
    public async Task Long_headers_and_headers_with_secrets_or_control_characters_are_dropped()
    {
        PaymentsError error = await SendAsync(() => WithRateLimit("soon", new string('a', 65), Samples.AccessToken, "https://figma.com/" + new string('a', 512), "a\u0001b"));

        Assert.Equal((null, null, null, null, null), (error.RetryAfter, error.PlanTier, error.RateLimitType, error.UpgradeLink, error.RequestId));
    }

    [Fact]
    public async Task First_value_of_a_repeated_header_is_used()
    {
        PaymentsError error = await SendAsync(() =>
        {
            HttpResponseMessage response = WithRateLimit("30", "pro", "low", "https://www.figma.com/pricing", "req-1");
            response.Headers.TryAddWithoutValidation("X-Figma-Plan-Tier", "org");
            response.Headers.TryAddWithoutValidation("Retry-After", "60");
            return response;
        });

        Assert.Equal(("pro", TimeSpan.FromSeconds(30)), (error.PlanTier, error.RetryAfter));
    }

    [Fact]
    public async Task Request_ID_of_a_malformed_response_is_kept()
    {
        PaymentsError error = await SendAsync(() =>
        {
            HttpResponseMessage response = Samples.Json("{}");
            response.Headers.TryAddWithoutValidation("x-figma-rest-api-request-id", "req-2");
            return response;
        });

        Assert.Equal((PaymentsErrorKind.InvalidResponse, "req-2", HttpStatusCode.OK), (error.Kind, error.RequestId, error.StatusCode));
    }

    [Fact]
    public async Task Exception_contains_the_error_and_no_inner_exception()
    {
        PaymentsEndpoint endpoint = new CannedHandler(() => Samples.Json("""{"message":"No such plugin"}""", HttpStatusCode.NotFound)).ToEndpoint();

        FigmaPaymentsException thrown = await Assert.ThrowsAsync<FigmaPaymentsException>(() => endpoint.GetInformationAsync(Samples.IdRequest, CancellationToken.None));
        FigmaPaymentsException same = await Assert.ThrowsAsync<FigmaPaymentsException>(() => endpoint.GetStatusAsync(Samples.IdRequest, CancellationToken.None));

        Assert.Equal(PaymentsErrorKind.NotFound, thrown.Kind);
        Assert.Equal(PaymentsErrorKind.NotFound, same.Kind);
        Assert.Contains("No such plugin", thrown.Message, StringComparison.Ordinal);
        Assert.Null(thrown.InnerException);
        Assert.Empty(thrown.Data);
        Assert.False(thrown.IsTransient);
    }

    [Fact]
    public void Error_kinds_are_numbered_from_1() =>
        Assert.Equal(Enumerable.Range(1, 8), Enum.GetValues<PaymentsErrorKind>().Select(kind => (int)kind));

    private static HttpResponseMessage WithRateLimit(string retryAfter, string tier, string type, string link, string request)
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

    private static async Task<PaymentsError> SendAsync(Func<HttpResponseMessage> response, PaymentsRequest? request = null, PaymentsClientOptions? options = null)
    {
        PaymentsResult result = await new CannedHandler(response).ToEndpoint(options).GetResultAsync(request ?? Samples.IdRequest, CancellationToken.None);

        Assert.False(result.IsSuccess || result.IsPaid || result.IsPaidOrTrial);
        return result.Error!;
    }
}

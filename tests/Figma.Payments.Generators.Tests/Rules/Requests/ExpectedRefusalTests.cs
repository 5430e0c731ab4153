using System.Threading.Tasks;
using Figma.Payments.Generators.Rules.Requests;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Requests.RequestParametersMustBeValidAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Requests;

/// <summary>Tests FPG2006 for requests that are invalid on purpose, because the member expects the response to be a refusal.</summary>
public sealed class ExpectedRefusalTests
{
    private const string Get = """http.GetAsync({|#0:"API"|})""";

    [Theory]

    // The status is compared with 400.
    [InlineData("using var response = await GET; return response.StatusCode == HttpStatusCode.BadRequest;")]
    [InlineData("HttpResponseMessage response = await GET.ConfigureAwait(false); return (int)response.StatusCode != 400;")]
    [InlineData("return (await GET).StatusCode == HttpStatusCode.BadRequest;")]
    [InlineData("return GET.Result.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.OK;")]
    [InlineData("return GET.GetAwaiter().GetResult() is { StatusCode: HttpStatusCode.BadRequest };")]
    [InlineData("using (var response = await GET) { var status = response.StatusCode; if (status == HttpStatusCode.BadRequest) return true; } return false;")]
    [InlineData("var task = GET; var response = await task; return response.StatusCode switch { HttpStatusCode.BadRequest => true, _ => false };")]
    [InlineData("var response = await GET; switch (response.StatusCode) { case HttpStatusCode.BadRequest: return true; default: return false; }")]
    [InlineData("var response = await GET; if (response.StatusCode == HttpStatusCode.BadRequest) return true; Use(await response.Content.ReadAsStringAsync()); return false;")]
    [InlineData("using var request = new HttpRequestMessage(HttpMethod.Get, {|#0:\"API\"|}); var response = await http.SendAsync(request); return response.StatusCode == HttpStatusCode.BadRequest;")]
    [InlineData("HttpResponseMessage response; try { response = await GET; } catch (HttpRequestException) { return false; } return response.StatusCode == HttpStatusCode.BadRequest;")]
    [InlineData("var response = await GET; if (response.StatusCode == HttpStatusCode.BadRequest) response = await http.GetAsync(\"https://shop.example\"); return true;")]

    // Assertions.
    [InlineData("var response = await GET; Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode); return true;")]
    [InlineData("var response = await GET; Assert.Equal(400, (int)response.StatusCode); return true;")]
    [InlineData("var response = await GET; response.StatusCode.Should().Be(HttpStatusCode.BadRequest); return true;")]

    // The access token is checked.
    [InlineData("var response = await GET; return response.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized);")]
    [InlineData("using var response = await GET; return response.StatusCode != HttpStatusCode.Forbidden && response.StatusCode != HttpStatusCode.Unauthorized;")]
    [InlineData("HttpResponseMessage response; try { response = await GET; } catch (HttpRequestException) { return false; } return response.StatusCode is not HttpStatusCode.Forbidden;")]
    [InlineData("using (var response = await GET) return response.StatusCode != HttpStatusCode.Unauthorized;")]
    [InlineData("var response = await GET; var denied = response.StatusCode == HttpStatusCode.Forbidden; response.Dispose(); return !denied;")]
    public Task Request_whose_refusal_is_expected_is_not_reported(string statements) =>
        VerifyCS.VerifyNoDiagnosticsAsync(Code(statements).Replace("{|#0:", "", System.StringComparison.Ordinal).Replace("|}", "", System.StringComparison.Ordinal));

    [Theory]
    [InlineData("using var response = await GET; return response.StatusCode == HttpStatusCode.OK;")]
    [InlineData("using var response = await GET; return response.IsSuccessStatusCode;")]
    [InlineData("using var response = await GET; Use(response.StatusCode); return (int)response.StatusCode < 400;")]
    [InlineData("using var response = await GET; return (int)response.StatusCode is not (>= 400);")]
    [InlineData("using var response = await GET; return response.StatusCode switch { HttpStatusCode.OK => 400, _ => 401 } == 400;")]
    [InlineData("using var response = await GET; var other = await http.GetAsync(\"https://shop.example\"); return other.StatusCode == HttpStatusCode.BadRequest;")]
    [InlineData("var response = await GET; Assert.NotEqual(HttpStatusCode.BadRequest, response.StatusCode); return true;")]
    [InlineData("var response = await GET; Assert.Equal(HttpStatusCode.OK, response.StatusCode); return true;")]
    [InlineData("using var response = await GET; if (response.StatusCode == HttpStatusCode.Unauthorized) return false; Use(await response.Content.ReadAsStringAsync()); return true;")]
    [InlineData("using var response = await GET; if (response.StatusCode == HttpStatusCode.Forbidden) return false; response.EnsureSuccessStatusCode(); return true;")]
    [InlineData("using var response = await GET; if (response.StatusCode == HttpStatusCode.Forbidden) return false; return response.IsSuccessStatusCode;")]
    [InlineData("using var response = await GET; if (response.StatusCode == HttpStatusCode.Forbidden) return false; Use(response); return true;")]
    [InlineData("HttpResponseMessage response = await GET; HttpResponseMessage kept = Kept; kept = response; Use(kept); return response.StatusCode == HttpStatusCode.Forbidden;")]
    [InlineData("Kept = await GET; return Kept.StatusCode == HttpStatusCode.Forbidden;")]
    public Task Request_whose_refusal_is_not_expected_is_reported(string statements) => VerifyCS.VerifyAnalyzerAsync(Code(statements), VerifyCS.Diagnostic("FPG2006").WithLocation(0).WithMessage(
        "The request to Figma's Payments API specifies neither a payment token nor a user; add 'plugin_payment_token' or 'user_id', or use a generated client"));

    private static string Code(string statements) => $$"""
        using System.Net;
        using System.Net.Http;

        public static class Code
        {
            public static async Task<bool> ProbeAsync(HttpClient http)
            {
                await Task.Yield();
                {{statements.Replace("GET", Get, System.StringComparison.Ordinal).Replace("API", "https://api.figma.com/v1/payments", System.StringComparison.Ordinal)}}
            }

            private static HttpResponseMessage Kept { get; set; } = new();
            private static void Use(object value) => Console.WriteLine(value);
        }

        public static class Assert
        {
            public static void Equal<T>(T expected, T actual) { }
            public static void NotEqual<T>(T expected, T actual) { }
        }

        public static class Assertions
        {
            public static Assertion<T> Should<T>(this T value) => new();
        }

        public sealed class Assertion<T>
        {
            public void Be(T expected) { }
        }
        """;
}

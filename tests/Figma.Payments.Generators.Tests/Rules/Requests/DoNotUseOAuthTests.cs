using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Requests.DoNotUseOAuthAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Requests;

/// <summary>Tests FPG4002.</summary>
public sealed class DoNotUseOAuthTests
{
    private const string Sent = "'Authorization: Bearer' is an OAuth header";
    private const string Sends = """await http.GetAsync($"https://api.figma.com/v1/payments?user_id={token}&plugin_id={token}");""";
    private const string Sets = """http.DefaultRequestHeaders.Authorization = {|#0:new AuthenticationHeaderValue("Bearer", token)|};""";
    private const string SetsSilently = """http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);""";
    private const string Makes = """HttpRequestMessage request = new(HttpMethod.Get, $"https://api.figma.com/v1/payments?plugin_payment_token={token}");""";

    [Theory]
    [InlineData("""Use(new PersonalAccessToken({|#0:"Bearer abc"|}));""", "The value is an OAuth header")]
    [InlineData("""Use(new PersonalAccessToken({|#0:"bearer abc"|}));""", "The value is an OAuth header")]
    [InlineData("""Use(new PersonalAccessToken({|#0:$"Bearer {token}"|}));""", "The value is an OAuth header")]
    [InlineData("""Use(new PersonalAccessToken({|#0:"Bearer " + token|}));""", "The value is an OAuth header")]
    [InlineData("""PersonalAccessToken made = new({|#0:"figu_abc"|}); Use(made);""", "The value is an OAuth token")]
    [InlineData(Sets + Sends, Sent)]
    [InlineData("""http.DefaultRequestHeaders.Add("Authorization", {|#0:"Bearer " + token|});""" + Sends, Sent)]
    [InlineData("""http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", {|#0:$"Bearer {token}"|});""" + Sends, Sent)]
    [InlineData("""http.DefaultRequestHeaders.Authorization = {|#0:new("bearer", token)|};""" + Sends, Sent)]
    [InlineData(Makes + """request.Headers.Authorization = {|#0:new AuthenticationHeaderValue("Bearer", token)|}; await http.SendAsync(request);""", Sent)]
    [InlineData(Makes + """request.Headers.Add("Authorization", {|#0:$"Bearer {token}"|}); await http.SendAsync(request);""", Sent)]
    [InlineData("""var request = new HttpRequestMessage(HttpMethod.Get, "https://api.figma.com/v1/payments?plugin_payment_token=1") { Headers = { Authorization = {|#0:new AuthenticationHeaderValue("Bearer", token)|} } }; await http.SendAsync(request);""", Sent)]
    [InlineData(Sets + Makes + "await http.SendAsync(request);", Sent)]
    [InlineData(Sets + "IGlyph glyph = new GlyphClient(http, new PaymentsClientOptions()); Use(glyph);", Sent)]
    [InlineData("""http.DefaultRequestHeaders.Authorization = {|#0:AuthenticationHeaderValue.Parse("Bearer " + token)|};""" + Sends, Sent)]
    [InlineData(Sets + "if (token.Length > 3) { " + Sends + " }", Sent)]
    [InlineData(Sets + "if (token.Length > 3) return; " + Sends, Sent)]
    [InlineData("""http.DefaultRequestHeaders.Accept.Clear(); http.DefaultRequestHeaders.Add("X-Other", "1"); """ + Sets + Sends, Sent)]
    [InlineData("""http.BaseAddress = new Uri("https://api.figma.com"); """ + Sets + """await http.GetAsync("/v1/payments?user_id=1&plugin_id=2");""", Sent)]
    [InlineData("""using HttpClient own = new(PaymentsHttpHandler.Create()); own.DefaultRequestHeaders.Authorization = {|#0:new("Bearer", token)|}; await own.GetAsync("https://api.figma.com/v1/payments?user_id=1&plugin_id=2");""", Sent)]
    [InlineData("""using var own = new HttpClient { DefaultRequestHeaders = { Authorization = {|#0:new("Bearer", token)|} } }; await own.GetAsync("https://api.figma.com/v1/payments?user_id=1&plugin_id=2");""", Sent)]
    [InlineData("""PaymentsClientOptions options = new() { Timeout = TimeSpan.FromSeconds(9) }; """ + Sets + "IGlyph glyph = new GlyphClient(http, options); Use(glyph);", Sent)]
    [InlineData(Makes + """if (token.Length > 3) { request.Headers.Authorization = {|#0:new("Bearer", token)|}; } await http.SendAsync(request);""", Sent)]
    [InlineData(Makes + """request.Headers.Accept.Clear(); request.Headers.Authorization = {|#0:new("Bearer", token)|}; request.Version = new Version(2, 0); await http.SendAsync(request);""", Sent)]
    public Task OAuth_sent_to_the_Payments_API_is_reported(string statements, string what) => VerifyCS.VerifyAnalyzerAsync(
        Code(statements),
        VerifyCS.Diagnostic("FPG4002").WithLocation(0).WithMessage($"{what}, but the Payments API doesn't support OAuth; use a personal access token ('figd_…') in the 'X-Figma-Token' header"));

    [Theory]
    [InlineData("Use(new PersonalAccessToken(token));")]
    [InlineData("""Use(new PersonalAccessToken("figd_abc"));""")]
    [InlineData("""Use(new PersonalAccessToken("Bearer"));""")]
    [InlineData("""Use(new PluginPaymentToken("Bearer abc"));""")]
    [InlineData(SetsSilently)]
    [InlineData(SetsSilently + """await http.GetAsync("https://api.figma.com/v1/me");""")]
    [InlineData(SetsSilently + """await http.GetAsync("https://api.stripe.com/v1/payments");""")]
    [InlineData("""HttpClient other = new(); other.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);""" + Sends)]
    [InlineData(Sends + SetsSilently)]
    [InlineData(SetsSilently + "http.DefaultRequestHeaders.Authorization = null;" + Sends)]
    [InlineData("""http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", token);""" + Sends)]
    [InlineData("""http.DefaultRequestHeaders.Add("X-Figma-Token", token);""" + Sends)]
    [InlineData("""HttpRequestMessage request = new(HttpMethod.Get, "https://api.figma.com/v1/me"); request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token); await http.SendAsync(request);""")]
    [InlineData("""HttpRequestMessage request = new(HttpMethod.Get, token); request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token); await http.SendAsync(request);""")]

    // The destination isn't certainly Figma.
    [InlineData(SetsSilently + """await http.GetAsync("/v1/payments?plugin_payment_token=1");""")]
    [InlineData("""http.BaseAddress = new Uri("https://proxy.example"); """ + SetsSilently + """await http.GetAsync("/v1/payments?plugin_payment_token=1");""")]
    [InlineData(SetsSilently + """await http.GetAsync("http://localhost:5000/v1/payments?plugin_payment_token=1");""")]
    [InlineData("""HttpClient own = new(new Exchange()); own.DefaultRequestHeaders.Authorization = new("Bearer", token); await own.GetAsync("https://api.figma.com/v1/payments?user_id=1&plugin_id=2");""")]
    [InlineData(SetsSilently + """IGlyph glyph = new GlyphClient(http, new PaymentsClientOptions { BaseAddress = new Uri("https://proxy.example") }); Use(glyph);""")]
    [InlineData(SetsSilently + """PaymentsClientOptions options = new(); options.BaseAddress = new Uri("https://proxy.example"); IGlyph glyph = new GlyphClient(http, options); Use(glyph);""")]
    [InlineData(SetsSilently + "PaymentsClientOptions options = new(); Use(options); IGlyph glyph = new GlyphClient(http, options); Use(glyph);")]
    [InlineData(SetsSilently + "IGlyph glyph = new GlyphClient(http, _options); Use(glyph);")]

    // The client or the address is replaced before the call.
    [InlineData(SetsSilently + "http = new HttpClient();" + Sends)]
    [InlineData(SetsSilently + "Configure(http);" + Sends)]
    [InlineData(SetsSilently + "HttpClient same = http; same.DefaultRequestHeaders.Authorization = null;" + Sends)]
    [InlineData(Makes + """request.Headers.Authorization = new("Bearer", token); request.RequestUri = new Uri("https://shop.example"); await http.SendAsync(request);""")]
    [InlineData(Makes + """request.Headers.Authorization = new("Bearer", token); Complete(request); await http.SendAsync(request);""")]
    [InlineData("""var address = "https://api.figma.com/v1/payments?user_id=1&plugin_id=2"; address = "https://shop.example"; """ + SetsSilently + "await http.GetAsync(address);")]
    [InlineData("""var builder = new UriBuilder("https://api.figma.com/v1/payments"); builder.Host = "shop.example"; """ + SetsSilently + "await http.GetAsync(builder.Uri);")]

    // The header is replaced or removed before the call, or isn't set on the way to it.
    [InlineData("""http.DefaultRequestHeaders.Add("Authorization", "Bearer " + token); http.DefaultRequestHeaders.Authorization = null;""" + Sends)]
    [InlineData(SetsSilently + """http.DefaultRequestHeaders.Remove("Authorization");""" + Sends)]
    [InlineData(SetsSilently + "http.DefaultRequestHeaders.Clear();" + Sends)]
    [InlineData(SetsSilently + "var headers = http.DefaultRequestHeaders; headers.Authorization = null;" + Sends)]
    [InlineData(Makes + """request.Headers.Authorization = new("Bearer", token); request.Headers.Authorization = null; await http.SendAsync(request);""")]
    [InlineData(Makes + """request.Headers.Add("Authorization", "Bearer " + token); request.Headers.Clear(); await http.SendAsync(request);""")]
    [InlineData(Makes + """await http.SendAsync(request); request.Headers.Authorization = new("Bearer", token);""")]
    [InlineData(Makes + """if (token.Length > 3) { request.Headers.Authorization = new("Bearer", token); return; } await http.SendAsync(request);""")]
    [InlineData("if (token.Length > 3) { " + SetsSilently + " return; } " + Sends)]
    [InlineData("if (token.Length > 3) { " + SetsSilently + " } else { " + Sends + " }")]
    [InlineData("if (token.Length > 3) " + SetsSilently + " if (token.Length < 3) { " + Sends + " }")]
    [InlineData("Action later = () => { " + SetsSilently + " }; " + Sends + " later();")]
    [InlineData(SetsSilently + Makes + """request.Headers.Authorization = new("Basic", token); await http.SendAsync(request);""")]

    // The message isn't sent.
    [InlineData(Makes + """request.Headers.Authorization = new("Bearer", token); Console.WriteLine(request.ToString());""")]

    // A test expects the exception.
    [InlineData("""Assert.Throws<ArgumentException>(() => new PersonalAccessToken("Bearer abc"));""")]
    public Task Other_destination_or_other_credential_is_not_reported(string statements) => VerifyCS.VerifyNoDiagnosticsAsync(Code(statements));

    [Theory]
    [InlineData("request.Headers.Add(\"X-Request-Id\", \"1\");", true)]
    [InlineData("Console.WriteLine(request.Headers.Authorization);", true)]
    [InlineData("request.Headers.Authorization = null;")]
    [InlineData("request.Headers.Remove(\"Authorization\");")]
    [InlineData("request.Headers.Remove(Name);")]
    [InlineData("request.Headers.Clear();")]
    [InlineData("var headers = request.Headers; headers.Clear();")]
    public Task Header_is_reported_unless_a_handler_of_the_project_might_replace_it(string statement, bool isReported = false)
    {
        const string set = """http.DefaultRequestHeaders.Authorization = new("Bearer", token);""";

        return new VerifyCS.Test { TestCode = Code((isReported ? set.Replace("new(\"Bearer\", token)", "{|FPG4002:new(\"Bearer\", token)|}", System.StringComparison.Ordinal) : set) + Sends) + $$"""

            public sealed class CredentialHandler : DelegatingHandler
            {
                private const string Name = "Authorization";

                protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    {{statement}}
                    return base.SendAsync(request, cancellationToken);
                }
            }
            """ }.RunAsync();
    }

    private static string Code(string statements) => $$"""
        using System.Net.Http;
        using System.Net.Http.Headers;

        [PaymentsClient] public partial interface IGlyph;

        public class Code
        {
            public async Task RunAsync(HttpClient http, string token)
            {
                await Task.Yield();
                {{statements}}
            }

            private readonly PaymentsClientOptions _options = new();

            private static void Configure(HttpClient http) => http.DefaultRequestHeaders.Clear();
            private static void Complete(HttpRequestMessage request) => request.Headers.Clear();
            private static void Use(object value) => Console.WriteLine(value);
        }

        public sealed class Exchange : DelegatingHandler;

        public static class Assert
        {
            public static void Throws<T>(Func<object> code) => code();
        }
        """;
}

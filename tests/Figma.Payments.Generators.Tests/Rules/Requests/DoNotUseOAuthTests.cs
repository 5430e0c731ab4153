using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Requests.DoNotUseOAuthAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Requests;

/// <summary>Tests FPG4002.</summary>
public sealed class DoNotUseOAuthTests
{
    private const string Sent = "'Authorization: Bearer' is an OAuth header";
    private const string Asks = """await http.GetAsync($"https://api.figma.com/v1/payments?user_id={token}&plugin_id={token}");""";
    private const string Sets = """http.DefaultRequestHeaders.Authorization = {|#0:new AuthenticationHeaderValue("Bearer", token)|};""";
    private const string SetsSilently = """http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);""";
    private const string Makes = """HttpRequestMessage request = new(HttpMethod.Get, $"https://api.figma.com/v1/payments?plugin_payment_token={token}");""";

    [Theory]
    [InlineData("""Use(new PersonalAccessToken({|#0:"Bearer abc"|}));""", "The value is an OAuth header")]
    [InlineData("""Use(new PersonalAccessToken({|#0:"bearer abc"|}));""", "The value is an OAuth header")]
    [InlineData("""Use(new PersonalAccessToken({|#0:$"Bearer {token}"|}));""", "The value is an OAuth header")]
    [InlineData("""Use(new PersonalAccessToken({|#0:"Bearer " + token|}));""", "The value is an OAuth header")]
    [InlineData("""PersonalAccessToken made = new({|#0:"figu_abc"|}); Use(made);""", "The value is an OAuth token")]
    [InlineData(Sets + Asks, Sent)]
    [InlineData("""http.DefaultRequestHeaders.Add("Authorization", {|#0:"Bearer " + token|});""" + Asks, Sent)]
    [InlineData("""http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", {|#0:$"Bearer {token}"|});""" + Asks, Sent)]
    [InlineData("""http.DefaultRequestHeaders.Authorization = {|#0:new("bearer", token)|};""" + Asks, Sent)]
    [InlineData(Makes + """request.Headers.Authorization = {|#0:new AuthenticationHeaderValue("Bearer", token)|}; await http.SendAsync(request);""", Sent)]
    [InlineData(Makes + """request.Headers.Add("Authorization", {|#0:$"Bearer {token}"|}); await http.SendAsync(request);""", Sent)]
    [InlineData("""var request = new HttpRequestMessage(HttpMethod.Get, "https://api.figma.com/v1/payments?plugin_payment_token=1") { Headers = { Authorization = {|#0:new AuthenticationHeaderValue("Bearer", token)|} } }; await http.SendAsync(request);""", Sent)]
    [InlineData(Sets + Makes + "await http.SendAsync(request);", Sent)]
    [InlineData(Sets + "IGlyph glyph = new GlyphClient(http, new PaymentsClientOptions()); Use(glyph);", Sent)]
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
    [InlineData("""HttpClient other = new(); other.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);""" + Asks)]
    [InlineData(Asks + SetsSilently)]
    [InlineData(SetsSilently + "http.DefaultRequestHeaders.Authorization = null;" + Asks)]
    [InlineData("""http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", token);""" + Asks)]
    [InlineData("""http.DefaultRequestHeaders.Add("X-Figma-Token", token);""" + Asks)]
    [InlineData("""HttpRequestMessage request = new(HttpMethod.Get, "https://api.figma.com/v1/me"); request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token); await http.SendAsync(request);""")]
    [InlineData("""HttpRequestMessage request = new(HttpMethod.Get, token); request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token); await http.SendAsync(request);""")]
    public Task Other_destination_or_other_credential_is_not_reported(string statements) => VerifyCS.VerifyNoDiagnosticsAsync(Code(statements));

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

            private static void Use(object value) => Console.WriteLine(value);
        }
        """;
}

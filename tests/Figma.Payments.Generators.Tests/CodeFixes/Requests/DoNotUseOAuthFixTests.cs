using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;
using Verify = Figma.Payments.Generators.Tests.CodeFixes.VerifyFix<Figma.Payments.Generators.Rules.Requests.DoNotUseOAuthAnalyzer, Figma.Payments.Generators.CodeFixes.Requests.DoNotUseOAuthFix>;

namespace Figma.Payments.Generators.Tests.CodeFixes.Requests;

/// <summary>FPG4002.</summary>
public sealed class DoNotUseOAuthFixTests
{
    private const string Makes = "var request = new HttpRequestMessage(HttpMethod.Get, $\"https://api.figma.com/v1/payments?plugin_payment_token={token}\");";
    private const string Asks = "http.GetAsync($\"https://api.figma.com/v1/payments?plugin_payment_token={token}\");";
    private const string Client = "HttpClient http = new();";

    [Theory]
    [InlineData(Makes + "request.Headers.Authorization = {|FPG4002:new AuthenticationHeaderValue(\"Bearer\", token)|};", Makes + "request.Headers.Add(\"X-Figma-Token\", token);")]
    [InlineData(Makes + "request.Headers.Authorization = {|FPG4002:new(\"bearer\", Read(token) ?? token)|};", Makes + "request.Headers.Add(\"X-Figma-Token\", Read(token) ?? token);")]
    [InlineData(Makes + "/* before */ request.Headers.Authorization = {|FPG4002:new(\"Bearer\", token)|}; // after\n", Makes + "/* before */ request.Headers.Add(\"X-Figma-Token\", token); // after\n")]
    [InlineData(Makes + "if (token != null) request.Headers.Authorization = {|FPG4002:new(\"Bearer\", token)|};", Makes + "if (token != null) request.Headers.Add(\"X-Figma-Token\", token);")]
    [InlineData(Client + "http.DefaultRequestHeaders.Authorization = {|FPG4002:new(\"Bearer\", token)|}; " + Asks, Client + "http.DefaultRequestHeaders.Add(\"X-Figma-Token\", token); " + Asks)]
    [InlineData("using var http = new HttpClient(); http.DefaultRequestHeaders.Authorization = {|FPG4002:new(\"Bearer\", token)|}; " + Asks, "using var http = new HttpClient(); http.DefaultRequestHeaders.Add(\"X-Figma-Token\", token); " + Asks)]
    [InlineData(Makes + "request.Headers.Add(\"Authorization\", {|FPG4002:$\"Bearer {token}\"|});", Makes + "request.Headers.Add(\"X-Figma-Token\", token);")]
    [InlineData(Makes + "request.Headers.Add( /* name */ \"authorization\" /* it */ , {|FPG4002:\"Bearer \" + token|} /* value */ );", Makes + "request.Headers.Add( /* name */ \"X-Figma-Token\" /* it */ , token /* value */ );")]
    [InlineData(Makes + "request.Headers.TryAddWithoutValidation(\"Authorization\", {|FPG4002:$\"bearer {(token ?? \"\")}\"|});", Makes + "request.Headers.TryAddWithoutValidation(\"X-Figma-Token\", token ?? \"\");")]
    [InlineData("_http.DefaultRequestHeaders.Add(\"Authorization\", {|FPG4002:\"Bearer \" + (token ?? \"\")|}); _" + Asks, "_http.DefaultRequestHeaders.Add(\"X-Figma-Token\", token ?? \"\"); _" + Asks)]
    public Task The_token_is_sent_in_the_header_that_is_read(string before, string after) =>
        Verify.AppliesAsync("FPG4002", Source(before), Source(after));

    [Theory]

    // An OAuth token in the other header is refused as well.
    [InlineData(Makes + "request.Headers.Authorization = {|FPG4002:new(\"Bearer\", \"figu_abc\")|};")]
    [InlineData(Makes + "request.Headers.Authorization = {|FPG4002:new(\"Bearer\", \"figu_\" + token)|};")]
    [InlineData(Makes + "const string Mine = \"figu_abc\"; request.Headers.Add(\"Authorization\", {|FPG4002:\"Bearer \" + Mine|});")]

    // Set again with the next call, there are two.
    [InlineData("_http.DefaultRequestHeaders.Authorization = {|FPG4002:new(\"Bearer\", token)|}; _" + Asks)]
    [InlineData(Client + "foreach (char each in token) { http.DefaultRequestHeaders.Authorization = {|FPG4002:new(\"Bearer\", token)|};" + Asks + " }")]

    // More than a token, or what a person has to put together anew.
    [InlineData(Makes + "request.Headers.Add(\"Authorization\", {|FPG4002:$\"Bearer {token}{token}\"|});")]
    [InlineData(Makes + "request.Headers.Add(\"Authorization\", {|FPG4002:$\"Bearer {token,40}\"|});")]
    [InlineData(Makes + "request.Headers.Add(\"Authorization\", {|FPG4002:\"Bearer \" + token + token|});")]
    [InlineData(Makes + "request.Headers.Add(\"Authorization\", {|FPG4002:$\"Bearer {token.Length}\"|});")]
    [InlineData(Makes + "request.Headers.Add(\"Authorization\", {|FPG4002:\"Bearer \" /* mine */ + token|});")]
    [InlineData(Makes + "request.Headers.Authorization = {|FPG4002:new(\"Bearer\", token /* mine */)|};")]
    [InlineData(Makes + "request.Headers.Authorization = /* mine */ {|FPG4002:new(\"Bearer\", token)|};")]
    [InlineData(Makes + "request.Headers.Authorization = {|FPG4002:new(parameter: token, scheme: \"Bearer\")|};")]
    [InlineData(Makes + "var set = request.Headers.Authorization = {|FPG4002:new(\"Bearer\", token)|};")]
    [InlineData("var request = new HttpRequestMessage(HttpMethod.Get, \"https://api.figma.com/v1/payments?plugin_payment_token=1\") { Headers = { Authorization = {|FPG4002:new(\"Bearer\", token)|} } };")]
    [InlineData("var made = new PersonalAccessToken({|FPG4002:$\"Bearer {token}\"|});")]
    public Task What_is_no_token_or_not_one_token_alone_is_a_persons_to_mend(string code) => Verify.IsSilentAsync(Source(code));

    private static string Source(string code) => $$"""
        using System.Net.Http;
        using System.Net.Http.Headers;
        using Figma.Payments;

        class Code
        {
            private readonly HttpClient _http = new();

            void Run(string token)
            {
                {{code}}
            }

            private static string Read(string token) => token.Trim();
        }
        """;
}

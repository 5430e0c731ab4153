using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.CodeFixes.CodeFixVerifier<Figma.Payments.Generators.Rules.Requests.DoNotUseOAuthAnalyzer, Figma.Payments.Generators.CodeFixes.Requests.DoNotUseOAuthFix>;

namespace Figma.Payments.Generators.Tests.CodeFixes.Requests;

/// <summary>FPG4002.</summary>
public sealed class DoNotUseOAuthFixTests
{
    private const string CreateRequest = """var request = new HttpRequestMessage(HttpMethod.Get, $"https://api.figma.com/v1/payments?plugin_payment_token={token}");""";
    private const string Send = """http.GetAsync($"https://api.figma.com/v1/payments?plugin_payment_token={token}");""";
    private const string CreateClient = "HttpClient http = new();";

    [Theory]
    [InlineData(CreateRequest + """request.Headers.Authorization = {|FPG4002:new AuthenticationHeaderValue("Bearer", token)|};""", CreateRequest + """request.Headers.Add("X-Figma-Token", token);""")]
    [InlineData(CreateRequest + """request.Headers.Authorization = {|FPG4002:new("bearer", Read(token) ?? token)|};""", CreateRequest + """request.Headers.Add("X-Figma-Token", Read(token) ?? token);""")]
    [InlineData(CreateRequest + "/* before */ request.Headers.Authorization = {|FPG4002:new(\"Bearer\", token)|}; // after\n", CreateRequest + "/* before */ request.Headers.Add(\"X-Figma-Token\", token); // after\n")]
    [InlineData(CreateRequest + """if (token != null) request.Headers.Authorization = {|FPG4002:new("Bearer", token)|};""", CreateRequest + """if (token != null) request.Headers.Add("X-Figma-Token", token);""")]
    [InlineData("""foreach (char each in token) { """ + CreateRequest + """request.Headers.Authorization = {|FPG4002:new("Bearer", token)|}; _http.Send(request); }""", """foreach (char each in token) { """ + CreateRequest + """request.Headers.Add("X-Figma-Token", token); _http.Send(request); }""")]
    [InlineData(CreateClient + """http.DefaultRequestHeaders.Authorization = {|FPG4002:new("Bearer", token)|}; """ + Send, CreateClient + """http.DefaultRequestHeaders.Add("X-Figma-Token", token); """ + Send)]
    [InlineData("""using var http = new HttpClient(); http.DefaultRequestHeaders.Authorization = {|FPG4002:new("Bearer", token)|}; """ + Send, """using var http = new HttpClient(); http.DefaultRequestHeaders.Add("X-Figma-Token", token); """ + Send)]
    [InlineData(CreateRequest + """request.Headers.Add("Authorization", {|FPG4002:$"Bearer {token}"|});""", CreateRequest + """request.Headers.Add("X-Figma-Token", token);""")]
    [InlineData(CreateRequest + """request.Headers.Add( /* name */ "authorization" /* it */ , {|FPG4002:"Bearer " + token|} /* value */ );""", CreateRequest + """request.Headers.Add( /* name */ "X-Figma-Token" /* it */ , token /* value */ );""")]
    [InlineData(CreateRequest + """request.Headers.TryAddWithoutValidation("Authorization", {|FPG4002:$"bearer {(token ?? "")}"|});""", CreateRequest + """request.Headers.TryAddWithoutValidation("X-Figma-Token", token ?? "");""")]
    [InlineData("""_http.DefaultRequestHeaders.Add("Authorization", {|FPG4002:"Bearer " + (token ?? "")|}); _""" + Send, """_http.DefaultRequestHeaders.Add("X-Figma-Token", token ?? ""); _""" + Send)]
    public Task Token_moves_to_the_X_Figma_Token_header(string before, string after) =>
        VerifyCS.VerifyCodeFixAsync(Source(before), Source(after), "FPG4002");

    [Theory]

    // The API rejects an OAuth token in the other header too.
    [InlineData(CreateRequest + """request.Headers.Authorization = {|FPG4002:new("Bearer", "figu_abc")|};""")]
    [InlineData(CreateRequest + """request.Headers.Authorization = {|FPG4002:new("Bearer", "figu_" + token)|};""")]
    [InlineData(CreateRequest + """const string Token = "figu_abc"; request.Headers.Add("Authorization", {|FPG4002:"Bearer " + Token|});""")]

    // The header can be set again, so that adding it would send two tokens.
    [InlineData("""_http.DefaultRequestHeaders.Authorization = {|FPG4002:new("Bearer", token)|}; _""" + Send)]
    [InlineData(CreateRequest + """foreach (char each in token) request.Headers.Authorization = {|FPG4002:new("Bearer", token)|};""")]
    [InlineData(CreateRequest + """while (token.Length > 3) { if (token != null) { request.Headers.Authorization = {|FPG4002:new("Bearer", token)|}; } }""")]
    [InlineData(CreateRequest + """request.Headers.Add("X-Figma-Token", token); request.Headers.Authorization = {|FPG4002:new("Bearer", token)|};""")]
    [InlineData(CreateRequest + """request.Headers.Add("x-figma-token", token); request.Headers.Add("Authorization", {|FPG4002:"Bearer " + token|});""")]
    [InlineData(CreateClient + """foreach (char each in token) { http.DefaultRequestHeaders.Authorization = {|FPG4002:new("Bearer", token)|};""" + Send + " }")]

    // The value is more than one token, or the replacement would remove a comment.
    [InlineData(CreateRequest + """request.Headers.Add("Authorization", {|FPG4002:$"Bearer {token}{token}"|});""")]
    [InlineData(CreateRequest + """request.Headers.Add("Authorization", {|FPG4002:$"Bearer {token,40}"|});""")]
    [InlineData(CreateRequest + """request.Headers.Add("Authorization", {|FPG4002:"Bearer " + token + token|});""")]
    [InlineData(CreateRequest + """request.Headers.Add("Authorization", {|FPG4002:$"Bearer {token.Length}"|});""")]
    [InlineData(CreateRequest + """request.Headers.Add("Authorization", {|FPG4002:"Bearer " /* kept */ + token|});""")]
    [InlineData(CreateRequest + """request.Headers.Authorization = {|FPG4002:new("Bearer", token /* kept */)|};""")]
    [InlineData(CreateRequest + """request.Headers.Authorization = /* kept */ {|FPG4002:new("Bearer", token)|};""")]
    [InlineData(CreateRequest + """request.Headers.Authorization = {|FPG4002:new(parameter: token, scheme: "Bearer")|};""")]
    [InlineData(CreateRequest + """var set = request.Headers.Authorization = {|FPG4002:new("Bearer", token)|};""")]
    [InlineData("""var request = new HttpRequestMessage(HttpMethod.Get, "https://api.figma.com/v1/payments?plugin_payment_token=1") { Headers = { Authorization = {|FPG4002:new("Bearer", token)|} } }; _http.Send(request);""")]
    [InlineData("""var made = new PersonalAccessToken({|FPG4002:$"Bearer {token}"|});""")]
    public Task Value_other_than_a_single_token_has_no_fix(string code) => VerifyCS.VerifyNoCodeFixAsync(Source(code));

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
                {{(code.StartsWith(CreateRequest, System.StringComparison.Ordinal) ? "_http.Send(request);" : "")}}
            }

            private static string Read(string token) => token.Trim();
        }
        """;
}

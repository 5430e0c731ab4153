using System.Threading.Tasks;
using Figma.Payments.Generators.Rules.Requests;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Requests.RequestParametersMustBeValidAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Requests;

/// <summary>Tests FPG2006 if <c>BaseAddress</c> is set outside the member that sends the request.</summary>
public sealed class RequestBaseAddressTests
{
    private const string Made = """private readonly HttpClient _http = new HttpClient { BaseAddress = new Uri("https://api.figma.com") };""";
    private const string Kept = "private readonly HttpClient _http;";
    private const string Sends = """ public Task<string> RequestAsync() => _http.GetStringAsync({|#0:"/v1/payments?user_id=1"|});""";
    private const string SendsSilently = """ public Task<string> RequestAsync() => _http.GetStringAsync("/v1/payments?user_id=1");""";

    [Theory]
    [InlineData(Made + Sends)]
    [InlineData("""private static readonly HttpClient _http = new(new HttpClientHandler()) { Timeout = TimeSpan.FromSeconds(9), BaseAddress = new("https://api.figma.com/") };""" + Sends)]
    [InlineData(Kept + """ public Code() => _http = new HttpClient { BaseAddress = new Uri("https://api.figma.com") };""" + Sends)]
    [InlineData(Kept + """ public Code() { _http = new HttpClient(); _http.BaseAddress = new Uri("https://api.figma.com"); _http.Timeout = TimeSpan.FromSeconds(9); }""" + Sends)]
    [InlineData(Kept + """ public Code(HttpClient http) { this._http = http; this._http.BaseAddress = new Uri("https://api.figma.com"); }""" + Sends)]
    [InlineData(Kept + """ public Code(HttpClient http) { _http = http ?? throw new ArgumentNullException("http"); _http.BaseAddress = new Uri("https://api.figma.com"); }""" + Sends)]
    [InlineData("""private static readonly HttpClient _http; static Code() { _http = new(); _http.BaseAddress = new Uri("https://api.figma.com"); } public Code(int any) { }""" + Sends)]
    [InlineData(Made + """ public Task<HttpResponseMessage> RequestAsync() => this._http.SendAsync(new HttpRequestMessage(HttpMethod.Get, {|#0:"v1/payments?user_id=1"|}));""")]
    [InlineData(Made + """ public async Task RequestAsync() { using var request = new HttpRequestMessage(HttpMethod.Get, {|#0:"v1/payments?user_id=1"|}); request.Headers.Add("A", "b"); await _http.SendAsync(request); }""")]
    [InlineData("""public async Task RequestAsync() { HttpClient http = new() { BaseAddress = new Uri("https://api.figma.com/v1/") }; HttpRequestMessage request = new(HttpMethod.Get, {|#0:$"payments?user_id={1}"|}); await http.SendAsync(request); }""")]
    [InlineData(Made + """ public Task<string> OtherAsync() => _http.GetStringAsync("/v1/me"); public void Dispose() => _http.Dispose();""" + Sends)]
    public Task Base_address_of_a_private_readonly_field_is_known(string members) => VerifyCS.VerifyAnalyzerAsync(
        Code(members),
        VerifyCS.Diagnostic("FPG2006").WithLocation(0).WithMessage("The request to Figma's Payments API specifies no resource; specify exactly one of 'community_file_id', 'plugin_id', 'widget_id', or use a generated client"));

    [Theory]

    // A valid request, or another address.
    [InlineData(Made + """ public Task<string> RequestAsync() => _http.GetStringAsync("/v1/payments?user_id=1&plugin_id=2");""")]
    [InlineData("""private readonly HttpClient _http = new() { BaseAddress = new Uri("https://shop.example") }; public Task<string> RequestAsync() => _http.GetStringAsync("/v1/payments?plugin_id=1&widget_id=2");""")]
    [InlineData(Made + """ public Task<string> RequestAsync() => _http.GetStringAsync("https://shop.example/v1/payments?user_id=1");""")]
    [InlineData(Made + """ public Task<HttpResponseMessage> RequestAsync() => _http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "v1/payments?user_id=1"));""")]

    // Other code might set or replace the address.
    [InlineData("""private HttpClient _http = new() { BaseAddress = new Uri("https://api.figma.com") };""" + SendsSilently)]
    [InlineData("""internal readonly HttpClient _http = new() { BaseAddress = new Uri("https://api.figma.com") };""" + SendsSilently)]
    [InlineData(Made + """ public void Change() => _http.BaseAddress = new Uri("https://shop.example");""" + SendsSilently)]
    [InlineData(Made + """ public void Change(Code other) => other._http.BaseAddress = new Uri("https://shop.example");""" + SendsSilently)]
    [InlineData(Made + " public void Change() => Use(_http);" + SendsSilently)]
    [InlineData(Made + " public void Change() => _http.SetUp();" + SendsSilently)]
    [InlineData(Made + " public HttpClient Http => _http;" + SendsSilently)]
    [InlineData(Made + " public void Change() { HttpClient same = _http; same.BaseAddress = null; }" + SendsSilently)]
    [InlineData(Made + " public Code() { } public Code(HttpClient http) { _http = http; }" + SendsSilently)]
    [InlineData("""private readonly HttpClient _http = Shared; private static HttpClient Shared { get; } = new() { BaseAddress = new Uri("https://api.figma.com") };""" + SendsSilently)]
    [InlineData("private readonly HttpClient _http = new();" + SendsSilently)]
    [InlineData("""private readonly HttpClient _http = new() { BaseAddress = uri }; private static Uri uri = new("https://api.figma.com");""" + SendsSilently)]

    // The address is set only conditionally.
    [InlineData(Kept + """ public Code(bool flag) { _http = new(); if (flag) _http.BaseAddress = new Uri("https://api.figma.com"); }""" + SendsSilently)]
    [InlineData(Kept + """ public Code(bool flag) { _http = new(); if (flag) return; _http.BaseAddress = new Uri("https://api.figma.com"); }""" + SendsSilently)]
    [InlineData(Kept + """ public Code() { _http = new(); _http.BaseAddress = new Uri("https://api.figma.com"); } public Code(int any) { _http = new(); }""" + SendsSilently)]
    [InlineData("""private readonly HttpClient _http = new(); public Code() { _http.BaseAddress = new Uri("https://api.figma.com"); } public Code(int any) { }""" + SendsSilently)]
    [InlineData(Kept + """ public Code(HttpClient http) { _http = http; _http.BaseAddress = new Uri("https://api.figma.com"); http.BaseAddress = new Uri("https://shop.example"); }""" + SendsSilently)]
    [InlineData(Kept + """ public Code(HttpClient http) { _http = http; _http.BaseAddress ??= new Uri("https://api.figma.com"); }""" + SendsSilently)]
    [InlineData(Kept + """ public Code() { _http = new HttpClient { BaseAddress = new Uri("https://api.figma.com") }; _http.BaseAddress = new Uri("https://shop.example"); }""" + SendsSilently)]

    // The client or the address of the request is uncertain.
    [InlineData(Made + """ public HttpRequestMessage Make() => new(HttpMethod.Get, "v1/payments?user_id=1");""")]
    [InlineData(Made + """ public async Task RequestAsync(HttpClient other) { var request = new HttpRequestMessage(HttpMethod.Get, "v1/payments?user_id=1"); if (other.Timeout > TimeSpan.Zero) await other.SendAsync(request); else await _http.SendAsync(request); }""")]
    [InlineData(Made + """ public async Task RequestAsync() { var request = new HttpRequestMessage(HttpMethod.Get, "v1/payments?user_id=1"); request.RequestUri = new Uri("https://shop.example"); await _http.SendAsync(request); }""")]
    public Task Uncertain_base_address_is_not_reported(string members) => VerifyCS.VerifyNoDiagnosticsAsync(Code(members));

    [Fact]
    public async Task Field_of_a_type_in_several_parts_is_not_reported() =>
        await VerifyCS.VerifyNoDiagnosticsAsync($"using System.Net.Http; public partial class Code {{ {Made} {SendsSilently} }}", "using System.Net.Http; public partial class Code { void Change() => _http.BaseAddress = null; }");

    [Theory]
    [InlineData("static void Add(HttpClient http) => http.BaseAddress = new Uri(\"https://backend.example\");")]
    [InlineData("static void Add(HttpClient http, string address) { http.BaseAddress = new Uri(address); }")]
    [InlineData("static void Add(HttpClient http, string address) => http.BaseAddress ??= new(address);")]
    [InlineData("static HttpClient Create() => new() { BaseAddress = new(\"http://localhost:5000\") };")]
    [InlineData("static void Add(HttpClient http) => http.BaseAddress = new Uri(\"https://api.figma.com:8443\");")]
    [InlineData("static void Add(HttpClient http) => http.BaseAddress = new Uri(\"https://api.figma.com\");", true)]
    [InlineData("static HttpClient Create() => new() { BaseAddress = new(\"https://api.figma-gov.com/v1/\") };", true)]
    [InlineData("static Uri? Read(HttpClient http) { Uri? address = http.BaseAddress; return address == http.BaseAddress ? null : address; }", true)]
    public Task Request_to_an_unknown_host_is_reported_unless_the_project_has_another_server(string member, bool isReported = false)
    {
        const string send = "http.GetStringAsync($\"/v1/payments?plugin_payment_token={token}&plugin_id=1\")";
        const string sendToFigma = "http.GetStringAsync({|FPG2006:$\"https://api.figma.com/v1/payments?plugin_payment_token={token}&plugin_id=1\"|})";

        return VerifyCS.VerifyAnalyzerAsync(
        [
            $$"""
            using System.Net.Http;

            public sealed class BackEnd(HttpClient http)
            {
                public Task<string> SendAsync(string token) => {{(isReported ? send.Replace("$", "{|FPG2006:$", System.StringComparison.Ordinal).Replace(")", "|})", System.StringComparison.Ordinal) : send)}};
                public Task<string> SendToFigmaAsync(string token) => {{sendToFigma}};
            }
            """,
            $"using System.Net.Http; public static class Setup {{ public {member} }}",
        ]);
    }

    private static string Code(string members) => $$"""
        using System.Net.Http;

        public class Code
        {
            {{members}}

            private static void Use(object value) => Console.WriteLine(value);
        }

        public static class Extensions
        {
            public static void SetUp(this HttpClient http) => http.BaseAddress = null;
        }
        """;
}

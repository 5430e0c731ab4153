using System.Threading.Tasks;
using Figma.Payments.Generators.Rules.Requests;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Requests.RequestParametersMustBeValidAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Requests;

/// <summary>Tests FPG2006.</summary>
public sealed class RequestParametersMustBeValidTests
{
    private const string Api = "https://api.figma.com/v1/payments";

    private const string Nothing = "specifies neither a payment token nor a user; add 'plugin_payment_token' or 'user_id'";
    private const string NoResource = "specifies no resource; specify exactly one of 'community_file_id', 'plugin_id', 'widget_id'";
    private const string NoUser = "specifies 'plugin_id' without a user; add 'user_id'";
    private const string Several = "specifies several resources ('plugin_id', 'widget_id'); specify exactly one";
    private const string Mixed = "combines 'plugin_payment_token' with 'plugin_id'; send 'plugin_payment_token' alone";

    [Theory]
    [InlineData("\"API\"", Nothing)]
    [InlineData("\"API?\"", Nothing)]
    [InlineData("\"API/\"", Nothing)]
    [InlineData("\"https://api.figma-gov.com/v1/payments\"", Nothing)]
    [InlineData("Constants.Api", Nothing)]
    [InlineData("\"API?user_id=1\"", NoResource)]
    [InlineData("\"API?user_id=1#plugin_id=2\"", NoResource)]
    [InlineData("\"API?user_id=1&plugin_id=\"", NoResource)]
    [InlineData("\"API?plugin_id=1\"", NoUser)]
    [InlineData("\"API?user_id=1&plugin_id=2&widget_id=3\"", Several)]
    [InlineData("\"API?user_id=1&community_file_id=0&plugin_id=2&widget_id=3\"", "specifies several resources ('community_file_id', 'plugin_id', 'widget_id'); specify exactly one")]
    [InlineData("\"API?plugin_payment_token=x&plugin_id=2\"", Mixed)]
    [InlineData("\"API?plugin_payment_token=x&user_id=2\"", "combines 'plugin_payment_token' with 'user_id'; send 'plugin_payment_token' alone")]
    [InlineData("\"API?plugin_payment_token=x&user_id=2&plugin_id=3\"", "combines 'plugin_payment_token' with 'user_id', 'plugin_id'; send 'plugin_payment_token' alone")]
    [InlineData("@\"API?user_id=1\"", NoResource)]
    [InlineData("\"\"\"API?user_id=1\"\"\"", NoResource)]
    [InlineData("$\"API?user_id={text}\"", NoResource)]
    [InlineData("$\"API?user_id={user}&plugin_id={plugin}&widget_id={text}\"", Several)]
    [InlineData("$\"{Constants.Api}?plugin_id={number}\"", NoUser)]
    [InlineData("$\"\"\"API?plugin_id={Uri.EscapeDataString(text)}\"\"\"", NoUser)]
    [InlineData("\"API?plugin_id=\" + text + \"&widget_id=\" + number", Several)]
    [InlineData("""Constants.Api + '?' + "user_id=" + user""", NoResource)]
    [InlineData("""string.Concat(Constants.Api, "?user_id=", text)""", NoResource)]
    [InlineData("$\"{text}/v1/payments?plugin_id={number}&widget_id={number}\"", Several)]
    [InlineData("$\"/v1/payments?plugin_id={number}\"", NoUser)]
    [InlineData("\"v1/payments?plugin_id=1\"", NoUser)]
    [InlineData("\"http://localhost:5000/v1/payments?plugin_id=1&widget_id=2\"", Several)]
    [InlineData("$\"API?plugin_id={number}&widget_id={number}&{text}\"", Several)]
    [InlineData("$\"API?plugin_id={number}&widget_id={number}{text}\"", Several)]
    [InlineData("""new Uri("API?user_id=1")""", NoResource)]
    [InlineData("""new Uri(new Uri("https://api.figma.com"), $"v1/payments?user_id={user}")""", NoResource)]
    [InlineData("""new Uri(uri, "/v1/payments?plugin_id=1&widget_id=2")""", Several)]
    [InlineData("""new Uri(new Uri("https://api.figma.com/v1/"), $"payments?user_id={user}")""", NoResource)]
    [InlineData("""new Uri(new Uri("API?plugin_id=1"), "?user_id=1")""", NoResource)]
    [InlineData("""string.Format("API?user_id={0}", text)""", NoResource)]
    [InlineData("""string.Format(Constants.Api + "?user_id={0}&plugin_id={1}&widget_id={1}", user, plugin)""", Several)]
    [InlineData("""string.Format(null, "API?plugin_id={2:D}&widget_id={3,5}&user_id={0}{{{1}}}", user, number, number, number)""", Several)]
    [InlineData("""string.Format("{0}?plugin_id={1}", new object[] { Constants.Api, text })""", NoUser)]
    [InlineData("""new UriBuilder("API").Uri""", Nothing)]
    [InlineData("""new UriBuilder("API") { Query = $"plugin_id={number}" }.Uri""", NoUser)]
    [InlineData("""new UriBuilder("https://api.figma.com") { Path = "v1/payments", Query = "?plugin_id=1&widget_id=2" }.Uri""", Several)]
    [InlineData("""new UriBuilder("API") { Query = "user_id=1", Port = -1 }.ToString()""", NoResource)]
    [InlineData("""new UriBuilder("https", "api.figma.com") { Path = "/v1/payments", Query = "user_id=1" }.Uri""", NoResource)]
    [InlineData("""new UriBuilder(Uri.UriSchemeHttps, "api.figma.com", 443, "v1/payments") { Query = $"plugin_id={number}&widget_id=2" }.Uri""", Several)]
    [InlineData("""new UriBuilder { Scheme = "https", Host = "api.figma.com", Path = "v1/payments", Query = "plugin_id=1" }.ToString()""", NoUser)]
    [InlineData("""QueryHelpers.AddQueryString("API", "user_id", text)""", NoResource)]
    [InlineData("""QueryHelpers.AddQueryString(QueryHelpers.AddQueryString("API", "plugin_id", text), "widget_id", "2")""", Several)]
    [InlineData("""QueryHelpers.AddQueryString("API", new Dictionary<string, string?> { ["plugin_id"] = "1", ["widget_id"] = text })""", Several)]
    [InlineData("""QueryHelpers.AddQueryString("API", new Dictionary<string, string?> { { "plugin_id", number.ToString() } })""", NoUser)]
    [InlineData("""QueryHelpers.AddQueryString("API", new[] { new KeyValuePair<string, string?>("user_id", text) })""", NoResource)]
    [InlineData("""QueryHelpers.AddQueryString("API", new[] { KeyValuePair.Create<string, string?>("plugin_id", text), KeyValuePair.Create<string, string?>(value: "2", key: "widget_id") })""", Several)]
    [InlineData("""QueryHelpers.AddQueryString("API", [new KeyValuePair<string, string?>("user_id", text)])""", NoResource)]
    [InlineData("""QueryHelpers.AddQueryString("API", [new("plugin_id", text), new("widget_id", "2"), .. Pairs()])""", Several)]
    public async Task Invalid_request_address_is_reported(string address, string fault)
    {
        await VerifyAsync($"await http.GetAsync({{|#0:{address}|}});", fault);
        await VerifyAsync($"string answer = await http.GetStringAsync({{|#0:{address}|}}); Use(answer);", fault);
        await VerifyAsync($"using HttpRequestMessage request = new(HttpMethod.Get, {{|#0:{address}|}}); await http.SendAsync(request);", fault);
    }

    [Theory]
    [InlineData("""string address = $"API?user_id={user}"; await http.GetAsync({|#0:address|});""", NoResource)]
    [InlineData("""string query = $"user_id={user}&plugin_id={text}&widget_id={text}"; await http.GetAsync({|#0:"API?" + query|});""", Several)]
    [InlineData("""const string Address = "API?plugin_id=1"; await http.GetAsync({|#0:Address|});""", NoUser)]
    [InlineData("""Uri address = new("API"); await http.GetAsync({|#0:address|});""", Nothing)]
    [InlineData("""UriBuilder builder = new("API"); builder.Query = "user_id=1"; await http.GetAsync({|#0:builder.Uri|});""", NoResource)]
    [InlineData("""var builder = new UriBuilder("API"); builder.Port = -1; builder.Query = $"plugin_id={text}&widget_id={text}"; await http.GetAsync({|#0:builder.ToString()|});""", Several)]
    [InlineData("""var query = HttpUtility.ParseQueryString(""); query["plugin_id"] = "1"; query["widget_id"] = text; await http.GetAsync({|#0:$"API?{query}"|});""", Several)]
    [InlineData("""var builder = new UriBuilder(); builder.Scheme = "https"; builder.Host = "api.figma.com"; builder.Path = "/v1/payments"; builder.Query = "user_id=1"; await http.GetAsync({|#0:builder.Uri|});""", NoResource)]
    [InlineData("""var query = HttpUtility.ParseQueryString(string.Empty); query.Add("user_id", text); var builder = new UriBuilder("API"); builder.Query = query.ToString(); await http.GetAsync({|#0:builder.Uri|});""", NoResource)]
    [InlineData("""var query = HttpUtility.ParseQueryString(""); query["plugin_id"] = "1"; query["widget_id"] = text; if (flag) query["user_id"] = text; await http.GetAsync({|#0:"API?" + query.ToString()|});""", Several)]
    [InlineData("""var pairs = new Dictionary<string, string?>(); pairs["plugin_id"] = text; pairs.Add("widget_id", text); await http.GetAsync({|#0:QueryHelpers.AddQueryString("API", pairs)|});""", Several)]
    [InlineData("""var pairs = new Dictionary<string, string> { ["user_id"] = text }; using var form = new FormUrlEncodedContent(pairs); string query = await form.ReadAsStringAsync(); await http.GetAsync({|#0:$"API?{query}"|});""", NoResource)]
    [InlineData("""string query = await new FormUrlEncodedContent(new Dictionary<string, string> { ["plugin_id"] = text, ["widget_id"] = "2" }).ReadAsStringAsync(); await http.GetAsync({|#0:"API?" + query|});""", Several)]
    [InlineData("""using var request = new HttpRequestMessage { RequestUri = {|#0:new Uri("API?plugin_id=1&widget_id=2")|} }; await http.SendAsync(request);""", Several)]
    [InlineData("""await http.GetFromJsonAsync<object>({|#0:"API?user_id=1"|});""", NoResource)]
    [InlineData("""Use(string.Join("", new[] { 1 }.Select(_ => http.GetStringAsync({|#0:"API"|}).Result)));""", Nothing)]
    [InlineData("""var pairs = new List<KeyValuePair<string, string?>> { new("plugin_id", text) }; pairs.Add(new("widget_id", text)); await http.GetAsync({|#0:QueryHelpers.AddQueryString("API", pairs)|});""", Several)]
    [InlineData("""List<KeyValuePair<string, string?>> pairs = [new("user_id", text)]; await http.GetAsync({|#0:QueryHelpers.AddQueryString("API", pairs)|});""", NoResource)]
    [InlineData("""string query = await new FormUrlEncodedContent([new("plugin_id", text), KeyValuePair.Create("widget_id", "2")]).ReadAsStringAsync(); await http.GetAsync({|#0:"API?" + query|});""", Several)]
    [InlineData("""http.BaseAddress = new Uri("https://api.figma.com"); await http.GetAsync({|#0:"/v1/payments?user_id=1"|});""", NoResource)]
    [InlineData("""http.BaseAddress = new Uri("https://api.figma.com/v1/"); await http.GetAsync({|#0:"payments"|});""", Nothing)]
    [InlineData("""http.BaseAddress = new("API"); if (flag) { await http.GetAsync({|#0:$"?plugin_id={text}"|}); }""", NoUser)]
    [InlineData("""using var own = new HttpClient { BaseAddress = new Uri("https://api.figma.com") }; await own.GetFromJsonAsync<object>({|#0:"v1/payments?user_id=1"|});""", NoResource)]
    [InlineData("""using HttpClient own = new() { BaseAddress = new("https://api.figma.com") }; await own.GetStringAsync({|#0:new Uri("v1/payments?user_id=1", UriKind.Relative)|});""", NoResource)]
    public Task Invalid_query_built_before_the_request_is_reported(string statements, string fault) => VerifyAsync(statements, fault);

    [Theory]
    [InlineData("""public string Build(string p, string w) => {|#0:$"API?user_id=1&plugin_id={p}&widget_id={w}"|};""")]
    [InlineData("""public string Build(string p, string w) { return {|#0:"API?plugin_id=" + p + "&widget_id=" + w|}; }""")]
    [InlineData("""public string Build(string p, string w) => {|#0:string.Format("API?plugin_id={0}&widget_id={1}", p, w)|};""")]
    [InlineData("""private static readonly string P = Guid.NewGuid().ToString(); public string Address { get; } = {|#0:$"API?plugin_id={P}&widget_id={P}"|};""")]
    public Task Several_resources_in_a_returned_or_stored_address_are_reported(string member) => VerifyCS.VerifyAnalyzerAsync(
        $"public class Code {{ {member.Replace("API", Api, System.StringComparison.Ordinal)} }}",
        VerifyCS.Diagnostic("FPG2006").WithLocation(0).WithMessage(Message(Several)));

    [Theory]
    [InlineData("""await http.GetAsync("API?user_id=1&plugin_id=2");""")]
    [InlineData("""await http.GetAsync("API?plugin_payment_token=x");""")]
    [InlineData("""await http.GetAsync($"API?user_id={user}&widget_id={text}");""")]
    [InlineData("""await http.GetAsync($"API?plugin_payment_token={Uri.EscapeDataString(text)}");""")]
    [InlineData("""await http.GetAsync($"API?user_id={user}{text}");""")]
    [InlineData("""await http.GetAsync($"API?{text}");""")]
    [InlineData("""await http.GetAsync($"API{text}");""")]
    [InlineData("""await http.GetAsync("API" + text);""")]
    [InlineData("""await http.GetAsync($"API?user_id={user}&{(flag ? "plugin_id" : "widget_id")}={text}");""")]
    [InlineData("""await http.GetAsync($"API?user_id={user}&{text}={text}");""")]
    [InlineData("""await http.GetAsync($"API?user_id={user}" + (flag ? "&plugin_id=1" : "&widget_id=2"));""")]
    [InlineData("""string address = "API?user_id=1"; if (flag) address += "&plugin_id=1"; else address += "&widget_id=1"; await http.GetAsync(address);""")]
    [InlineData("""string address = "API"; address = address + "?user_id=1&plugin_id=2"; await http.GetAsync(address);""")]
    [InlineData("""string address = "API?user_id=1"; Change(ref address); await http.GetAsync(address);""")]
    [InlineData("""http.BaseAddress = new Uri("API"); await http.GetAsync("?user_id=1&plugin_id=2");""")]
    [InlineData("""await http.GetAsync("/v1/payments?user_id=1");""")]
    [InlineData("""await http.GetAsync("/v1/payments");""")]
    [InlineData("""await http.GetAsync($"{text}/v1/payments?user_id=1");""")]
    [InlineData("""await http.GetAsync("https://api.stripe.com/v1/payments");""")]
    [InlineData("""await http.GetAsync("https://shop.example/v1/payments?plugin_id=1&widget_id=2");""")]
    [InlineData("""await http.GetAsync("https://api.figma.com/v1/payments/history");""")]
    [InlineData("""await http.GetAsync("https://api.figma.com/v1/payments2");""")]
    [InlineData("""await http.GetAsync($"https://api.figma.com/v1/payments/{number}");""")]
    [InlineData("""await http.GetAsync($"https://api.figma.com/v1/payments{number}");""")]
    [InlineData("""await http.GetAsync("https://api.figma.com/v1/me");""")]
    [InlineData("""await http.GetAsync("https://proxy.example/?to=https://api.figma.com/v1/payments");""")]
    [InlineData("""await http.PostAsync("API", null);""")]
    [InlineData("""Use("API?plugin_id=1&widget_id=2");""")]
    [InlineData("""Use($"GET API?plugin_id={text}&widget_id={text} is wrong");""")]
    [InlineData("""throw new InvalidOperationException($"API?plugin_id={text}&widget_id={text}");""")]
    [InlineData("""Uri address = new("API"); Use(address);""")]
    [InlineData("""using var request = new HttpRequestMessage(HttpMethod.Get, "API"); request.RequestUri = new Uri(request.RequestUri + "?user_id=1&plugin_id=2"); await http.SendAsync(request);""")]
    [InlineData("""using var request = new HttpRequestMessage(HttpMethod.Post, "API"); await http.SendAsync(request);""")]
    [InlineData("""var builder = new UriBuilder("API"); if (flag) builder.Query = "user_id=1"; else builder.Query = "user_id=1&plugin_id=2"; await http.GetAsync(builder.Uri);""")]
    [InlineData("""var builder = new UriBuilder("API"); Use(builder); await http.GetAsync(builder.Uri);""")]
    [InlineData("""var builder = new UriBuilder("API"); builder.Query += "&plugin_id=2"; await http.GetAsync(builder.Uri);""")]
    [InlineData("""var builder = new UriBuilder("API"); builder.Host = text; await http.GetAsync(builder.Uri);""")]
    [InlineData("""await http.GetAsync(new UriBuilder("https", text) { Path = "v1/payments", Query = "user=1" }.Uri);""")]
    [InlineData("""await http.GetAsync(new UriBuilder("https", "api.figma.com", 443, "v1/payments", "?user_id=1&plugin_id=" + text).Uri);""")]
    [InlineData("""await http.GetAsync(new UriBuilder("https", "api.figma.com", 443, "v1/payments") { Path = text, Query = "user_id=1" }.Uri);""")]
    [InlineData("""await http.GetAsync(new UriBuilder { Scheme = "https", Host = "api.stripe.com", Path = "v1/payments", Query = "user_id=" + text }.Uri);""")]
    [InlineData("""var query = HttpUtility.ParseQueryString(""); query["user_id"] = text; if (flag) query["plugin_id"] = text; else query["widget_id"] = text; await http.GetAsync($"API?{query}");""")]
    [InlineData("""var query = HttpUtility.ParseQueryString(""); query["user_id"] = text; query["plugin_id"] = maybe; query["widget_id"] = maybe; await http.GetAsync($"API?{query}");""")]
    [InlineData("""var query = HttpUtility.ParseQueryString(""); query["plugin_id"] = "1"; query["widget_id"] = "2"; query.Remove("widget_id"); await http.GetAsync($"API?{query}");""")]
    [InlineData("""var query = HttpUtility.ParseQueryString(""); Use(query); await http.GetAsync($"API?{query}");""")]
    [InlineData("""await http.GetAsync(QueryHelpers.AddQueryString("API", new Dictionary<string, string?> { ["user_id"] = text, ["plugin_id"] = maybe, ["widget_id"] = maybe }));""")]
    [InlineData("""var pairs = new Dictionary<string, string?> { ["user_id"] = text }; foreach (var i in new[] { 1 }) pairs["plugin_id"] = text; await http.GetAsync(QueryHelpers.AddQueryString("API", pairs));""")]
    [InlineData("""var pairs = new Dictionary<string, string?> { ["user_id"] = text }; Use(pairs); await http.GetAsync(QueryHelpers.AddQueryString("API", pairs));""")]
    [InlineData("""var pairs = Pairs(); await http.GetAsync(QueryHelpers.AddQueryString("API", pairs));""")]
    [InlineData("""await http.GetAsync(QueryHelpers.AddQueryString("API", text, text));""")]
    [InlineData("""await http.GetAsync(QueryHelpers.AddQueryString("API?user_id=1", "plugin_id", text));""")]
    [InlineData("""await http.GetAsync("API?user_id=1&plugin%5Fid=2");""")]
    [InlineData("""await http.GetAsync(QueryHelpers.AddQueryString(value: text, name: "widget_id", uri: "API?user_id=1"));""")]
    [InlineData("""string a0 = text, a1 = a0 + a0, a2 = a1 + a1, a3 = a2 + a2, a4 = a3 + a3, a5 = a4 + a4, a6 = a5 + a5, a7 = a6 + a6, a8 = a7 + a7, a9 = a8 + a8; await http.GetAsync("API?user_id=1" + a9);""")]
    [InlineData("""await http.GetAsync(string.Format("API?user_id={0}&plugin_id={1}", user, plugin));""")]
    [InlineData("""await http.GetAsync(string.Format("API?user_id={0}{1}", user, text));""")]
    [InlineData("""await http.GetAsync(string.Format("API?user_id={0}&{1}=2", user, text));""")]
    [InlineData("""await http.GetAsync(string.Format("API?user_id={0}{1}", values));""")]
    [InlineData("""await http.GetAsync(string.Format(text, "API"));""")]
    [InlineData("""await http.GetAsync(string.Format("API?user_id=1{7}", text));""")]
    [InlineData("""await http.GetAsync(string.Format("{0}?user_id=1", text));""")]
    [InlineData("""await http.GetAsync(QueryHelpers.AddQueryString("API", [new("user_id", text), .. Pairs()]));""")]
    [InlineData("""await http.GetAsync(QueryHelpers.AddQueryString("API", [new("user_id", text), Pairs().First()]));""")]
    [InlineData("""await http.GetAsync(QueryHelpers.AddQueryString("API", [new("user_id", text), new("plugin_id", maybe), new("widget_id", maybe)]));""")]
    [InlineData("""var pairs = new List<KeyValuePair<string, string?>> { new("user_id", text) }; if (flag) pairs.Add(new("widget_id", text)); else pairs.Add(new("plugin_id", text)); await http.GetAsync(QueryHelpers.AddQueryString("API", pairs));""")]
    [InlineData("""await http.GetAsync(new Uri(new Uri("https://shop.example"), "/v1/payments?plugin_id=1&widget_id=2"));""")]
    [InlineData("""await http.GetAsync(new Uri(new Uri("https://api.figma.com/v2/"), "payments"));""")]
    [InlineData("""await http.GetAsync(new Uri(new Uri("https://api.figma.com"), "https://shop.example/v1/payments?user_id=1"));""")]
    [InlineData("""await http.GetAsync(new Uri(new Uri("https://api.figma.com"), "//shop.example/v1/payments?user_id=1"));""")]
    [InlineData("""http.BaseAddress = new Uri("https://api.figma.com"); await http.GetAsync("/v1/payments?user_id=1&plugin_id=2");""")]
    [InlineData("""http.BaseAddress = new Uri("https://shop.example"); await http.GetAsync("/v1/payments?plugin_id=1&widget_id=2");""")]
    [InlineData("""http.BaseAddress = new Uri("https://api.figma.com"); await http.GetAsync("https://shop.example/v1/payments");""")]
    [InlineData("""http.BaseAddress = new Uri("https://api.figma.com"); await http.GetAsync(text);""")]
    [InlineData("""if (flag) http.BaseAddress = new Uri("https://api.figma.com"); await http.GetAsync("/v1/payments?user_id=1");""")]
    [InlineData("""http.BaseAddress = new Uri("https://api.figma.com"); if (flag) http.BaseAddress = uri; await http.GetAsync("/v1/payments?user_id=1");""")]
    [InlineData("""http.BaseAddress = new Uri("https://api.figma.com"); Use(http); await http.GetAsync("/v1/payments?user_id=1");""")]
    [InlineData("""http.BaseAddress = new Uri("https://api.figma.com"); http = new HttpClient(); await http.GetAsync("/v1/payments?user_id=1");""")]
    [InlineData("""await http.GetAsync("/v1/payments?user_id=1"); http.BaseAddress = new Uri("https://api.figma.com");""")]
    [InlineData("""using var own = new HttpClient { BaseAddress = new Uri("https://api.figma.com") }; await http.GetAsync("/v1/payments?user_id=1");""")]
    [InlineData("""http.BaseAddress = new Uri("https://api.figma.com"); Func<Task> later = async () => await http.GetAsync("/v1/payments?user_id=1"); await later();""")]
    [InlineData("await http.GetAsync(maybe);")]
    [InlineData("await http.GetAsync(uri);")]
    public Task Valid_or_uncertain_request_is_not_reported(string statements) => VerifyCS.VerifyNoDiagnosticsAsync(Code(statements), Stubs);

    [Theory]
    [InlineData("string a = a + a; await http.GetAsync(a);")]
    [InlineData("""string a = b + b; string b = a + a; await http.GetAsync($"API?{a}");""")]
    [InlineData("""var a = b; var b = a; await http.GetAsync(QueryHelpers.AddQueryString("API", a));""")]
    [InlineData("""Dictionary<string, string?> a = b, b = a; await http.GetAsync(QueryHelpers.AddQueryString("API", a));""")]
    [InlineData("UriBuilder a = new(a.Uri); a.Query = a.ToString(); await http.GetAsync(a.Uri);")]
    [InlineData("""await http.GetAsync(QueryHelpers.AddQueryString("API"));""")]
    [InlineData("""using var request = new HttpRequestMessage("API");""")]
    [InlineData("""http.GetAsync(string.Format()); http.GetAsync(string.Format("API?user_id={")); http.GetAsync(string.Format("API?user_id={-1}", text));""")]
    [InlineData("""http.BaseAddress = ; http.GetAsync("/v1/payments?user_id=1");""")]
    [InlineData("""HttpClient own = new() { BaseAddress = own.BaseAddress }; own.GetAsync("/v1/payments?user_id=1");""")]
    [InlineData("""http.GetAsync(QueryHelpers.AddQueryString("API", [new(), .. ]));""")]
    [InlineData("""new Uri(); new UriBuilder(); http.GetAsync(new Uri()); http.GetAsync(new UriBuilder("API", 1, 2, 3).Uri);""")]
    public Task Code_with_compiler_errors_is_analyzed_in_time_and_not_reported(string statements) => new VerifyCS.Test
    {
        TestState = { Sources = { Code(statements), Stubs } },
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    private const string Stubs = """
        namespace Microsoft.AspNetCore.WebUtilities
        {
            public static class QueryHelpers
            {
                public static string AddQueryString(string uri, string name, string value) => uri;
                public static string AddQueryString(string uri, IDictionary<string, string?> queryString) => uri;
                public static string AddQueryString(string uri, IEnumerable<KeyValuePair<string, string?>> queryString) => uri;
            }
        }

        public static class Constants { public const string Api = "https://api.figma.com/v1/payments"; }
        """;

    private static Task VerifyAsync(string statements, string fault) =>
        VerifyCS.VerifyAnalyzerAsync([Code(statements), Stubs], VerifyCS.Diagnostic("FPG2006").WithLocation(0).WithMessage(Message(fault)));

    private static string Message(string fault) => $"The request to Figma's Payments API {fault}, or use a generated client";

    private static string Code(string statements) => $$"""
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Web;
        using Microsoft.AspNetCore.WebUtilities;

        public class Code
        {
            public async Task RunAsync(HttpClient http, string text, string? maybe, long number, UserId user, PluginId plugin, Uri uri, bool flag, object[] values)
            {
                await Task.Yield();
                {{statements.Replace("API", Api, System.StringComparison.Ordinal)}}
            }

            private static void Use(object value) => Console.WriteLine(value);
            private static void Change(ref string value) => value += "&plugin_id=1";
            private static Dictionary<string, string?> Pairs() => new();
        }
        """;
}

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
    [InlineData("$\"API?plugin_id={Required}&widget_id={number}\"", Several)]
    [InlineData("""Constants.Api + '?' + "user_id=" + user""", NoResource)]
    [InlineData("""string.Concat(Constants.Api, "?user_id=", text)""", NoResource)]
    [InlineData("$\"API?plugin_id={number}&widget_id={number}&{text}\"", Several)]
    [InlineData("$\"API?plugin_id={number}&widget_id={number}{text}\"", Several)]
    [InlineData("$\"{text}/v1/payments?plugin_payment_token={text}&plugin_id=2\"", Mixed)]
    [InlineData("\"/v1/payments?plugin_payment_token=x&plugin_id=2\"", Mixed)]
    [InlineData("\"https://api.figma.com:443/v1/payments?user_id=1\"", NoResource)]
    [InlineData("\"Https://Api.Figma.Com/v1/payments?user_id=1\"", NoResource)]
    [InlineData("\"http://api.figma.com:80/v1/payments?user_id=1\"", NoResource)]
    [InlineData("\"API?user%5Fid=1\"", NoResource)]
    [InlineData("\"API?plugin%5fid=1&widget%5Fid=2\"", Several)]
    [InlineData("\"API?user_id=1&plugin_id=2&plugin_id=3\"", "specifies several values of 'plugin_id'; specify exactly one")]
    [InlineData("\"API?userId=1&plugin_id=2\"", "specifies 'userId', which isn't a parameter of the API; specify 'user_id'")]
    [InlineData("\"API?user_id=1&pluginId=2\"", "specifies 'pluginId', which isn't a parameter of the API; specify 'plugin_id'")]
    [InlineData("\"API?UserId=1&PluginId=2\"", "specifies 'UserId', which isn't a parameter of the API; specify 'user_id'")]
    [InlineData("\"API?community-file-id=2&user_id=1\"", "specifies 'community-file-id', which isn't a parameter of the API; specify 'community_file_id'")]
    [InlineData("$\"API?pluginPaymentToken={text}\"", "specifies 'pluginPaymentToken', which isn't a parameter of the API; specify 'plugin_payment_token'")]
    [InlineData("\"API?user_id=1&pluginId=2&plugin_id=3&widget_id=4\"", Several)]
    [InlineData("\"API?user_id=1&userId=1&pluginId=2\"", "specifies 'pluginId', which isn't a parameter of the API; specify 'plugin_id'")]
    [InlineData("\"API?user_id=1&userId=1\"", NoResource)]
    [InlineData("\"API?user_id=1&plugin=2\"", NoResource)]
    [InlineData("""string.Join("&", "API?user_id=1", "plugin_id=2", "widget_id=3")""", Several)]
    [InlineData("""string.Join('&', new[] { "API?plugin_id=" + text, $"widget_id={text}" })""", Several)]
    [InlineData("""Constants.Api + "?" + string.Join("&", ["user_id=1"])""", NoResource)]
    [InlineData("""string.Concat(new[] { Constants.Api, "?user_id=", text })""", NoResource)]
    [InlineData("""string.Concat(Constants.Api, "?user_id=", text, "&", "plugin_id=1", "&widget_id=2")""", Several)]
    [InlineData("""new StringBuilder("API").Append("?user_id=").Append(user).ToString()""", NoResource)]
    [InlineData("""new StringBuilder().Append(Constants.Api).Append('?').Append($"plugin_id={text}").Append("&widget_id=2").ToString()""", Several)]
    [InlineData("""new StringBuilder(Constants.Api, 64).AppendFormat("?plugin_id={0}", number).ToString()""", NoUser)]
    [InlineData("""new StringBuilder(Constants.Api).Append('?').AppendJoin("&", "plugin_id=1", "widget_id=2").ToString()""", Several)]
    [InlineData("""new Uri(Constants.Base, "payments?user_id=1")""", NoResource)]
    [InlineData("""new Uri("API?user_id=1")""", NoResource)]
    [InlineData("""new Uri(new Uri("https://api.figma.com"), $"v1/payments?user_id={user}")""", NoResource)]
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
    [InlineData("""var builder = new UriBuilder("API") { Query = $"user_id={user}" }; await http.GetAsync({|#0:builder.Uri|});""", NoResource)]
    [InlineData("""var builder = new UriBuilder("https://api.figma.com") { Path = "v1/payments" }; builder.Query = "user_id=1"; await http.GetAsync({|#0:builder.ToString()|});""", NoResource)]
    [InlineData("""var builder = new UriBuilder("https", "api.figma.com", 443, "/v1/payments", "?user_id=1"); await http.GetAsync({|#0:builder.Uri|});""", NoResource)]
    [InlineData("""var builder = new UriBuilder("API"); builder.Port = -1; builder.Query = $"plugin_id={text}&widget_id={text}"; await http.GetAsync({|#0:builder.ToString()|});""", Several)]
    [InlineData("""var query = HttpUtility.ParseQueryString(""); query["plugin_id"] = "1"; query["widget_id"] = text; await http.GetAsync({|#0:$"API?{query}"|});""", Several)]
    [InlineData("""var builder = new UriBuilder(); builder.Scheme = "https"; builder.Host = "api.figma.com"; builder.Path = "/v1/payments"; builder.Query = "user_id=1"; await http.GetAsync({|#0:builder.Uri|});""", NoResource)]
    [InlineData("""var query = HttpUtility.ParseQueryString(string.Empty); query.Add("user_id", text); var builder = new UriBuilder("API"); builder.Query = query.ToString(); await http.GetAsync({|#0:builder.Uri|});""", NoResource)]
    [InlineData("""var builder = new UriBuilder("API"); var query = HttpUtility.ParseQueryString(builder.Query); query["user_id"] = text; builder.Query = query.ToString(); await http.GetAsync({|#0:builder.Uri|});""", NoResource)]
    [InlineData("""var builder = new UriBuilder("API?plugin_id=1"); var query = HttpUtility.ParseQueryString(builder.Query); query["widget_id"] = text; builder.Query = query.ToString(); await http.GetAsync({|#0:builder.ToString()|});""", Several)]
    [InlineData("""var address = new Uri("API?user_id=1#plugin_id=1"); var query = HttpUtility.ParseQueryString(address.Query); await http.GetAsync({|#0:$"API?{query}"|});""", NoResource)]
    [InlineData("""var builder = new UriBuilder("API?plugin_id=1&widget_id=2"); builder.Query = "user_id=1"; await http.GetAsync({|#0:builder.Uri|});""", NoResource)]
    [InlineData("""var builder = new UriBuilder("https://api.figma.com/v1?user_id=1"); builder.Path = "/v1/payments"; await http.GetAsync({|#0:builder.Uri|});""", NoResource)]
    [InlineData("""var builder = new UriBuilder("API"); builder.Query = "user_id=1"; await http.GetAsync({|#0:builder.Uri|}); builder.Query = "user_id=1&plugin_id=2"; await http.GetAsync(builder.Uri);""", NoResource)]
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
    [InlineData("""var query = HttpUtility.ParseQueryString("user_id=1"); query["plugin_id"] = "2"; query["plugin_id"] = null; await http.GetAsync({|#0:$"API?{query}"|});""", NoResource)]
    [InlineData("""var query = HttpUtility.ParseQueryString("user_id=1&plugin_id=2"); query.Remove("plugin_id"); await http.GetAsync({|#0:$"API?{query}"|});""", NoResource)]
    [InlineData("""var query = HttpUtility.ParseQueryString(""); query.Add("plugin_id", "1"); query.Add("plugin_id", "2"); await http.GetAsync({|#0:$"API?{query}"|});""", "specifies several values of 'plugin_id'; specify exactly one")]
    [InlineData("""var pairs = new Dictionary<string, string?> { ["user_id"] = text, ["plugin_id"] = text }; pairs["plugin_id"] = ""; await http.GetAsync({|#0:QueryHelpers.AddQueryString("API", pairs)|});""", NoResource)]
    [InlineData("""var pairs = new Dictionary<string, string?> { ["widget_id"] = text, ["plugin_id"] = text }; pairs.Remove("plugin_id"); await http.GetAsync({|#0:QueryHelpers.AddQueryString("API", pairs)|});""", "specifies 'widget_id' without a user; add 'user_id'")]
    [InlineData("""var pairs = new Dictionary<string, string?> { ["plugin_id"] = text }; pairs.Clear(); pairs["user_id"] = text; await http.GetAsync({|#0:QueryHelpers.AddQueryString("API", pairs)|});""", NoResource)]
    [InlineData("""var address = new StringBuilder("API?user_id="); address.Append(user); address.Append("&plugin_id=").Append(text).Append("&widget_id=2"); await http.GetAsync({|#0:address.ToString()|});""", Several)]
    [InlineData("""var address = new StringBuilder(); address.Append("API"); address.Append("?plugin_id=1&widget_id=2"); if (flag) address.Append("&user_id=3"); await http.GetAsync({|#0:address.ToString()|});""", Several)]
    [InlineData("""List<string> parts = new() { "user_id=1" }; parts.Add($"plugin_id={text}"); parts.Add("widget_id=2"); await http.GetAsync({|#0:"API?" + string.Join("&", parts)|});""", Several)]
    [InlineData("""string[] parts = { "user_id=" + text }; await http.GetAsync({|#0:"API?" + string.Join("&", parts)|});""", NoResource)]
    [InlineData("""Uri start = new("https://api.figma.com/v1/"); await http.GetAsync({|#0:new Uri(start, $"payments?user_id={user}")|});""", NoResource)]
    [InlineData("""string query = new FormUrlEncodedContent([new("plugin_id", text), new("widget_id", "2")]).ReadAsStringAsync().Result; await http.GetAsync({|#0:"API?" + query|});""", Several)]
    [InlineData("""using var request = new HttpRequestMessage(); request.RequestUri = {|#0:new Uri("API?user_id=1")|}; await http.SendAsync(request);""", NoResource)]
    [InlineData("""using var request = new HttpRequestMessage(new HttpMethod("GET"), {|#0:"API?user_id=1"|}); request.Headers.Add("A", "b"); await http.SendAsync(request);""", NoResource)]
    [InlineData("""HttpClient own = new(new HttpClientHandler { AllowAutoRedirect = false }); await own.GetAsync({|#0:"API?user_id=1"|});""", NoResource)]
    [InlineData("""HttpClient own = new(PaymentsHttpHandler.Create()); await own.GetAsync({|#0:"API?user_id=1"|});""", NoResource)]
    [InlineData("""HttpClient own = flag ? http : new HttpClient(); await own.GetAsync({|#0:"API?user_id=1"|});""", NoResource)]
    [InlineData("""var request = (System.Net.HttpWebRequest)System.Net.WebRequest.Create({|#0:"API?plugin_id=1&widget_id=2"|}); request.Method = "GET"; Use(request.GetResponse());""", Several)]
    [InlineData("""using var client = new System.Net.WebClient(); Use(client.DownloadString({|#0:"API?plugin_id=1&widget_id=2"|}));""", Several)]
    [InlineData("""using var client = new System.Net.WebClient { Encoding = Encoding.UTF8 }; client.Proxy = null; Use(client.DownloadString({|#0:"API?user_id=1"|}));""", NoResource)]
    [InlineData("""Use(new System.Net.WebClient().DownloadString({|#0:"API"|}));""", Nothing)]
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

    // Other APIs have a plugin_id and a widget_id too.
    [InlineData("""await http.GetAsync("/v1/payments?plugin_id=1&widget_id=2");""")]
    [InlineData("""await http.GetAsync("v1/payments?plugin_id=1");""")]
    [InlineData("""await http.GetAsync($"{text}/v1/payments?plugin_id=1&widget_id=2");""")]
    [InlineData("""await http.GetAsync(new Uri(uri, "/v1/payments?plugin_id=1&widget_id=2"));""")]
    [InlineData("""await http.GetAsync("http://localhost:5000/v1/payments?plugin_id=1&widget_id=2");""")]
    [InlineData("""await http.GetAsync("http://127.0.0.1/v1/payments?plugin_payment_token=1&widget_id=2");""")]
    [InlineData("""await http.GetAsync("https://api.figma.com:8443/v1/payments?user_id=1");""")]
    [InlineData("""await http.GetAsync("https://api.figma.com.example/v1/payments?user_id=1");""")]
    [InlineData("""await http.GetAsync("https://api.figma.com@shop.example/v1/payments?user_id=1");""")]
    [InlineData("""http.BaseAddress = new Uri(text); await http.GetAsync("/v1/payments?plugin_id=1&widget_id=2");""")]

    // Another method than GET.
    [InlineData("""await http.PostAsync("API?plugin_id=1&widget_id=2", null);""")]
    [InlineData("""await http.DeleteAsync("API?plugin_id=1&widget_id=2");""")]
    [InlineData("""using var request = new HttpRequestMessage(HttpMethod.Post, "API?plugin_id=1&widget_id=2"); await http.SendAsync(request);""")]
    [InlineData("""using var request = new HttpRequestMessage(HttpMethod.Get, "API?plugin_id=1&widget_id=2"); request.Method = HttpMethod.Post; await http.SendAsync(request);""")]
    [InlineData("""using var request = new HttpRequestMessage { Method = HttpMethod.Put, RequestUri = new Uri("API?plugin_id=1&widget_id=2") }; await http.SendAsync(request);""")]
    [InlineData("""using var request = new HttpRequestMessage(new HttpMethod(text), "API?plugin_id=1&widget_id=2"); await http.SendAsync(request);""")]
    [InlineData("""var request = System.Net.WebRequest.Create("API?plugin_id=1&widget_id=2"); request.Method = "POST"; Use(request.GetResponse());""")]
    [InlineData("""var request = System.Net.WebRequest.Create("API?plugin_id=1&widget_id=2"); Use(request);""")]

    // A client with a handler of its own, or one that this code doesn't understand.
    [InlineData("""HttpClient own = new(new Mock()); await own.GetAsync("API");""")]
    [InlineData("""HttpMessageHandler mock = new Mock(); HttpClient own = new(mock); await own.GetAsync("API");""")]
    [InlineData("""using var own = new HttpClient(new Mock { InnerHandler = new HttpClientHandler() }) { Timeout = TimeSpan.FromSeconds(1) }; await own.GetStringAsync("API");""")]
    [InlineData("""var own = Mock.CreateClient(); await own.GetFromJsonAsync<object>("API");""")]
    [InlineData("""await Mock.CreateClient().GetAsync("API");""")]
    [InlineData("""await _mocked.GetAsync("API");""")]
    [InlineData("""await Mocked.GetAsync("API");""")]
    [InlineData("""http = new HttpClient(new Mock()); await http.GetAsync("API");""")]
    [InlineData("""HttpClient own = flag ? http : new HttpClient(new Mock()); await own.GetAsync("API");""")]
    [InlineData("""HttpClient own = http ?? Mock.CreateClient(); await own.GetAsync("API");""")]
    [InlineData("""HttpClient own; own = new Special(); await own.GetAsync("API");""")]
    [InlineData("""Special own = new(); await own.GetAsync("API");""")]
    [InlineData("""using var request = new HttpRequestMessage(HttpMethod.Get, "API"); await new HttpClient(new Mock()).SendAsync(request);""")]

    // A replaced address, or a message that other code might complete.
    [InlineData("""using var request = new HttpRequestMessage(HttpMethod.Get, "API?plugin_id=1&widget_id=2"); request.RequestUri = new Uri("API?user_id=1&plugin_id=2"); await http.SendAsync(request);""")]
    [InlineData("""using var request = new HttpRequestMessage(HttpMethod.Get, "API?user_id=1"); Complete(request); await http.SendAsync(request);""")]
    [InlineData("""var request = new HttpRequestMessage(HttpMethod.Get, "API?user_id=1"); Use(request);""")]

    // A message that isn't sent.
    [InlineData("""using var request = new HttpRequestMessage(HttpMethod.Get, "API"); Use(request.RequestUri!);""")]
    [InlineData("""using var request = new HttpRequestMessage(HttpMethod.Get, "API?plugin_id=1&widget_id=2"); Use(request.ToString());""")]

    // Parameters that are overwritten, removed or possibly null.
    [InlineData("""var builder = new UriBuilder("API?user_id=1"); var query = HttpUtility.ParseQueryString(builder.Query); query["plugin_id"] = text; builder.Query = query.ToString(); await http.GetAsync(builder.Uri);""")]
    [InlineData("""var builder = new UriBuilder("API"); if (flag) builder.Query = "plugin_id=2"; var query = HttpUtility.ParseQueryString(builder.Query); query["user_id"] = text; builder.Query = query.ToString(); await http.GetAsync(builder.Uri);""")]
    [InlineData("""var builder = new UriBuilder("https://api.figma.com?user_id=1&plugin_id=2"); builder.Path = "/v1/payments"; await http.GetAsync(builder.Uri);""")]
    [InlineData("""var builder = new UriBuilder("API?user_id=1"); Func<Task> send = () => http.GetAsync($"API{builder.Query}"); builder.Query = "user_id=1&plugin_id=2"; await send();""")]
    [InlineData("""var builder = new UriBuilder("API"); (builder.Query, _) = ("user_id=1&plugin_id=2", 1); await http.GetAsync(builder.Uri);""")]
    [InlineData("""var query = HttpUtility.ParseQueryString("user_id=1&plugin_id=2"); if (flag) goto send; query.Remove("plugin_id"); send: await http.GetAsync($"API?{query}");""")]
    [InlineData("""var builder = new UriBuilder("API"); if (flag) goto query; builder.Query = "user_id=1"; await http.GetAsync(builder.Uri); query: builder.Query = "user_id=1&plugin_id=2"; await http.GetAsync(builder.Uri);""")]
    [InlineData("""var query = HttpUtility.ParseQueryString("user_id=1"); query["plugin_id"] = "1"; query["widget_id"] = "2"; query["widget_id"] = null; await http.GetAsync($"API?{query}");""")]
    [InlineData("""var query = HttpUtility.ParseQueryString("user_id=1"); query["plugin_id"] = "1"; query["plugin_id"] = "2"; await http.GetAsync($"API?{query}");""")]
    [InlineData("""var query = HttpUtility.ParseQueryString("user_id=1&plugin_id=2&widget_id=3"); query.Remove("plugin_id"); await http.GetAsync($"API?{query}");""")]
    [InlineData("""var query = HttpUtility.ParseQueryString("user_id=1&plugin_id=2&widget_id=3"); if (flag) query.Remove("plugin_id"); await http.GetAsync($"API?{query}");""")]
    [InlineData("""var query = HttpUtility.ParseQueryString("user_id=1&plugin_id=2&widget_id=3"); query.Remove(text); await http.GetAsync($"API?{query}");""")]
    [InlineData("""var query = HttpUtility.ParseQueryString("user_id=1&plugin_id=2&widget_id=3"); query[text] = null; await http.GetAsync($"API?{query}");""")]
    [InlineData("""var query = HttpUtility.ParseQueryString("user_id=1&plugin_id=2&widget_id=3"); if (flag) query.Clear(); await http.GetAsync($"API?{query}");""")]
    [InlineData("""var pairs = new Dictionary<string, string?> { ["user_id"] = text, ["plugin_id"] = text, ["widget_id"] = text }; pairs["widget_id"] = ""; await http.GetAsync(QueryHelpers.AddQueryString("API", pairs));""")]
    [InlineData("""var pairs = new Dictionary<string, string?> { ["user_id"] = text, ["plugin_id"] = text, ["widget_id"] = text }; pairs["widget_id"] = maybe; await http.GetAsync(QueryHelpers.AddQueryString("API", pairs));""")]
    [InlineData("""await http.GetAsync("API?user_id=1&plugin_id=2&plugin_id=2");""")]
    [InlineData("""await http.GetAsync($"API?user_id=1&plugin_id={text}&plugin_id={plugin}");""")]
    [InlineData("""await http.GetAsync("API?user_id=1&plugin_id=2&widget_id=");""")]
    [InlineData("""await http.GetAsync("API?User_Id=1&plugin_id=2");""")]
    [InlineData("""await http.GetAsync($"API?user_id={user}&plugin_id={maybe}&widget_id={maybe}");""")]
    [InlineData("""long? one = flag ? 1 : null; await http.GetAsync($"API?user_id={user}&plugin_id={one}&widget_id={maybe}");""")]
    [InlineData("""await http.GetAsync("API?user_id=1" + maybe);""")]

    // Text that is only partly known.
    [InlineData("""var address = new StringBuilder("API?user_id=1"); if (flag) address.Append("&plugin_id=1"); else address.Append("&widget_id=1"); await http.GetAsync(address.ToString());""")]
    [InlineData("""var address = new StringBuilder("API?user_id=1"); Use(address); await http.GetAsync(address.ToString());""")]
    [InlineData("""var address = new StringBuilder("API?user_id=1"); address.Replace("user_id", text); await http.GetAsync(address.ToString());""")]
    [InlineData("""var address = new StringBuilder("API?user_id=1"); address.Length = 3; await http.GetAsync(address.ToString());""")]
    [InlineData("""var address = new StringBuilder("API?user_id=1"); foreach (var i in new[] { 1 }) address.Append("&plugin_id=1"); await http.GetAsync(address.ToString());""")]
    [InlineData("""List<string> parts = new() { "user_id=1" }; if (flag) parts.Add("plugin_id=1"); else parts.Add("widget_id=1"); await http.GetAsync("API?" + string.Join("&", parts));""")]
    [InlineData("""List<string> parts = new() { "user_id=1" }; Use(parts); await http.GetAsync("API?" + string.Join("&", parts));""")]
    [InlineData("""await http.GetAsync("API?" + string.Join("&", values));""")]
    [InlineData("""await http.GetAsync("API?" + string.Join(text, "user_id=1", "a=b"));""")]
    [InlineData("""await http.GetAsync("API?" + string.Join("&", new[] { "user_id=1" }.Select(each => each)));""")]
    [InlineData("""await http.GetAsync(new Uri(Changed.Base, "payments?user_id=1"));""")]
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
    [InlineData("""var builder = new UriBuilder("API") { Query = "user_id=1" }; builder.Query = "user_id=1&plugin_id=2"; await http.GetAsync(builder.Uri);""")]
    [InlineData("""var builder = new UriBuilder("API") { Query = "user_id=1", Host = "shop.example" }; await http.GetAsync(builder.Uri);""")]
    [InlineData("""var builder = new UriBuilder("https", "api.figma.com", 443, "/v1/payments", "#top"); await http.GetAsync(builder.Uri);""")]
    [InlineData("""var builder = new UriBuilder("https", "api.figma.com", 443, "/v1/payments", text); await http.GetAsync(builder.Uri);""")]
    [InlineData("""var builder = new UriBuilder("https", "api.figma.com", 443, "/v1/payments", "?user_id=1"); builder.Query = "user_id=1&plugin_id=2"; await http.GetAsync(builder.Uri);""")]
    [InlineData("""var builder = new UriBuilder("API"); builder.Query += "&plugin_id=2"; await http.GetAsync(builder.Uri);""")]
    [InlineData("""var builder = new UriBuilder("API"); builder.Host = text; await http.GetAsync(builder.Uri);""")]
    [InlineData("""await http.GetAsync(new UriBuilder("https", text) { Path = "v1/payments", Query = "user=1" }.Uri);""")]
    [InlineData("""await http.GetAsync(new UriBuilder("https", "api.figma.com", 443, "v1/payments", "?user_id=1&plugin_id=" + text).Uri);""")]
    [InlineData("""await http.GetAsync(new UriBuilder("https", "api.figma.com", 443, "v1/payments") { Path = text, Query = "user_id=1" }.Uri);""")]
    [InlineData("""await http.GetAsync(new UriBuilder { Scheme = "https", Host = "api.stripe.com", Path = "v1/payments", Query = "user_id=" + text }.Uri);""")]
    [InlineData("""var query = HttpUtility.ParseQueryString(""); query["user_id"] = text; if (flag) query["plugin_id"] = text; else query["widget_id"] = text; await http.GetAsync($"API?{query}");""")]
    [InlineData("""var query = HttpUtility.ParseQueryString(""); query["user_id"] = text; query["plugin_id"] = maybe; query["widget_id"] = maybe; await http.GetAsync($"API?{query}");""")]
    [InlineData("""var query = HttpUtility.ParseQueryString(""); query["user_id"] = text; query["plugin_id"] = "1"; query["widget_id"] = "2"; query.Remove("widget_id"); await http.GetAsync($"API?{query}");""")]
    [InlineData("""var query = HttpUtility.ParseQueryString(""); Use(query); await http.GetAsync($"API?{query}");""")]
    [InlineData("""await http.GetAsync(QueryHelpers.AddQueryString("API", new Dictionary<string, string?> { ["user_id"] = text, ["plugin_id"] = maybe, ["widget_id"] = maybe }));""")]
    [InlineData("""var pairs = new Dictionary<string, string?> { ["user_id"] = text }; foreach (var i in new[] { 1 }) pairs["plugin_id"] = text; await http.GetAsync(QueryHelpers.AddQueryString("API", pairs));""")]
    [InlineData("""var pairs = new Dictionary<string, string?> { ["user_id"] = text }; Use(pairs); await http.GetAsync(QueryHelpers.AddQueryString("API", pairs));""")]
    [InlineData("""var pairs = Pairs(); await http.GetAsync(QueryHelpers.AddQueryString("API", pairs));""")]
    [InlineData("""await http.GetAsync(QueryHelpers.AddQueryString("API", text, text));""")]
    [InlineData("""await http.GetAsync(QueryHelpers.AddQueryString("API?user_id=1", "plugin_id", text));""")]
    [InlineData("""await http.GetAsync("API?user_id=1&plugin%5Fid=2");""")]
    [InlineData("""await http.GetAsync("API?user%5Fid=1&plugin%255Fid=2&plugin_id=2");""")]
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
    [InlineData("""using var client = new System.Net.WebClient(); client.QueryString.Add("user_id", "1"); client.QueryString["plugin_id"] = "2"; Use(client.DownloadString("API"));""")]
    [InlineData("""using var client = new System.Net.WebClient { QueryString = { { "user_id", "1" }, { "plugin_id", "1" } } }; Use(client.DownloadString("API"));""")]
    [InlineData("""var client = new System.Net.WebClient(); Use(client); Use(client.DownloadString("API"));""")]
    [InlineData("""Use(_web.DownloadString("API"));""")]
    [InlineData("""Use(await http.GetStringAsync($"API?user_id={text}&plugin_id={Optional}&widget_id={Empty}"));""")]
    [InlineData("""Use(await http.GetStringAsync($"API?user_id={text}&plugin_id={Uri.EscapeDataString(Optional)}&widget_id={Uri.EscapeDataString(Empty)}"));""")]
    [InlineData("""Task<string> Get(string user, string plugin = "", string widget = "") => http.GetStringAsync("API?user_id=" + user + "&plugin_id=" + plugin + "&widget_id=" + widget); Use(Get);""")]
    [InlineData("#nullable disable\nTask<string> Get(string user, string plugin, string widget) => http.GetStringAsync(\"API?user_id=\" + user + \"&plugin_id=\" + plugin + \"&widget_id=\" + widget); Use(Get);\n#nullable restore")]
    [InlineData("""try { Use(await http.GetStringAsync("API?user_id=1")); } catch (HttpRequestException e) when (e.Message == "400" || e.HResult == 400) { Use(e); }""")]
    [InlineData("""Check.Throws(() => http.GetStringAsync("API?user_id=1"));""")]
    public Task Valid_or_uncertain_request_is_not_reported(string statements) => VerifyCS.VerifyNoDiagnosticsAsync(Code(statements), Stubs);

    [Theory]
    [InlineData("""try { Use(await http.GetStringAsync({|#0:"API?user_id=1"|})); } catch (HttpRequestException e) when (e.HResult == 401) { Use(e); }""")]
    [InlineData("""try { Use(await http.GetStringAsync({|#0:"API?user_id=1"|})); } catch (HttpRequestException e) { Use(e); }""")]
    public Task Request_whose_refusal_is_not_expected_is_reported(string statements) => VerifyAsync(statements, NoResource);

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

    [Theory]
    [InlineData("request.Headers.Add(\"X-Figma-Token\", \"t\"); return base.SendAsync(request, cancellationToken);", true)]
    [InlineData("Console.WriteLine(request.RequestUri); request.Headers.Accept.Clear(); return base.SendAsync(request, cancellationToken);", true)]
    [InlineData("request.RequestUri = new Uri(request.RequestUri + \"&plugin_id=1\"); return base.SendAsync(request, cancellationToken);")]
    [InlineData("Note(request); return base.SendAsync(request, cancellationToken); } private static void Note(HttpRequestMessage message) { Console.WriteLine(message.RequestUri);", true)]
    [InlineData("Complete(request); return base.SendAsync(request, cancellationToken); } private static void Complete(HttpRequestMessage message) { message.RequestUri = null;")]
    [InlineData("Pass(request); return base.SendAsync(request, cancellationToken); } private static void Pass(object message) { ((HttpRequestMessage)message).RequestUri = null;")]
    [InlineData("Requests.Complete(request); return base.SendAsync(request, cancellationToken);")]
    [InlineData("var sent = request; return base.SendAsync(sent, cancellationToken);")]
    public Task Missing_parameter_is_reported_unless_a_handler_of_the_project_might_add_it(string statements, bool isReported = false)
    {
        const string send = "http.GetStringAsync(\"" + Api + "?user_id=1\")";
        const string wrong = "http.GetStringAsync({|FPG2006:\"" + Api + "?plugin_id=1&widget_id=2\"|})";

        return VerifyCS.VerifyAnalyzerAsync($$"""
            using System.Net.Http;

            public sealed class PluginHandler : DelegatingHandler
            {
                protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) { {{statements}} }
            }

            public static class Requests { public static void Complete(HttpRequestMessage message) => message.RequestUri = null; }

            public sealed class Api(HttpClient http)
            {
                public Task<string> GetAsync() => {{(isReported ? send.Replace("(\"", "({|FPG2006:\"", System.StringComparison.Ordinal).Replace("\")", "\"|})", System.StringComparison.Ordinal) : send)}};
                public Task<string> GetTwoAsync() => {{wrong}};
            }
            """);
    }

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

        public sealed class Mock : System.Net.Http.DelegatingHandler
        {
            public static System.Net.Http.HttpClient CreateClient() => new(new Mock());
        }

        public sealed class Special : System.Net.Http.HttpClient;
        """;

    private static Task VerifyAsync(string statements, string fault) =>
        VerifyCS.VerifyAnalyzerAsync([Code(statements), Stubs], VerifyCS.Diagnostic("FPG2006").WithLocation(0).WithMessage(Message(fault)));

    private static string Message(string fault) => $"The request to Figma's Payments API {fault}, or use a generated client";

    private static string Code(string statements) => $$"""
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text;
        using System.Web;
        using Microsoft.AspNetCore.WebUtilities;

        public class Code
        {
            public async Task RunAsync(HttpClient http, string text, string? maybe, long number, UserId user, PluginId plugin, Uri uri, bool flag, object[] values)
            {
                await Task.Yield();
                {{statements.Replace("API", Api, System.StringComparison.Ordinal)}}
            }

            private readonly HttpClient _mocked = new(new Mock());
            private static HttpClient Mocked => Mock.CreateClient();

            private readonly System.Net.WebClient _web = new();
            public string Optional { get; set; } = "";
            public string Empty { get; set; } = string.Empty;
            public required string Required { get; init; }

            private static class Constants
            {
                public const string Api = "https://api.figma.com/v1/payments";
                public static readonly Uri Base = new("https://api.figma.com/v1/");
            }

            private static class Check
            {
                public static void Throws(Func<Task> code) => Use(code);
            }

            private static class Changed
            {
                public static readonly Uri Base = new("https://api.figma.com/v1/");
                static Changed() => Base = new("https://shop.example/");
            }

            private static void Complete(HttpRequestMessage request) => request.RequestUri = null;
            private static void Use(object value) => Console.WriteLine(value);
            private static void Change(ref string value) => value += "&plugin_id=1";
            private static Dictionary<string, string?> Pairs() => new();
        }
        """;
}

using System.Threading.Tasks;
using Figma.Payments.Generators.Rules.Requests;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Requests.RequestParametersMustBeValidAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Requests;

/// <summary>Tests which values of a query FPG2006 considers specified.</summary>
public sealed class SpecifiedParameterTests
{
    private const string Fault = "The request to Figma's Payments API specifies several resources ('plugin_id', 'widget_id'); specify exactly one, or use a generated client";

    [Theory]

    // Choices.
    [InlineData("string plugin = flag ? text : other, widget = flag ? other : text;", "plugin", "widget")]
    [InlineData("", "(flag ? text : \"2\")", "(flag ? number : 2)")]
    [InlineData("", "text ?? throw new InvalidOperationException()", "text ?? \"1\"")]
    [InlineData("", "number switch { 1 => text, 2 => other, _ => throw new InvalidOperationException() }", "text")]
    [InlineData("", "maybe?.Length ?? 1", "text")]

    // Local variables.
    [InlineData("string plugin, widget = text; if (flag) plugin = text; else plugin = other; if (flag) widget = other;", "plugin", "widget")]
    [InlineData("string plugin = text; if (number > 1) { plugin = $\"{number}\"; }", "plugin", "text")]
    [InlineData("long plugin = 0; if (flag) plugin = number;", "plugin", "text")]
    [InlineData("if (!long.TryParse(text, out long plugin)) return;", "plugin", "number")]

    // Parameters.
    [InlineData("text = other; if (flag) text = number.ToString();", "text", "other")]
    [InlineData("if (maybe is null) return;", "maybe", "text")]
    [InlineData("if (string.IsNullOrEmpty(text)) throw new ArgumentException(\"text\");", "text", "other")]
    [InlineData("if (text == \"\") { throw new ArgumentException(\"text\"); }", "text", "other")]
    [InlineData("if (text == other) return;", "text", "other")]
    [InlineData("if (text is not \"x\") Use(text);", "text", "other")]
    [InlineData("if (text.Length.Equals(1)) Use(text);", "text", "other")]

    // Text of values, and escaped text.
    [InlineData("", "number.ToString(\"D\")", "Guid.NewGuid()")]
    [InlineData("", "user.ToString()", "DayOfWeek.Monday")]
    [InlineData("string plugin = Uri.EscapeDataString(text);", "plugin", "WebUtility.UrlEncode(flag ? text : other)")]
    [InlineData("", "Uri.EscapeDataString($\"{maybe}-{number}\")", "Uri.EscapeDataString(\"2\")")]
    [InlineData("", "text,5", "number:D")]

    // Members.
    [InlineData("", "Literal", "Given")]
    [InlineData("", "_checked", "_given")]
    [InlineData("", "Needed", "new Form(text, other).Plugin")]
    public async Task Certain_value_is_specified(string before, string plugin, string widget)
    {
        await VerifyReportedAsync(before, $"await http.GetStringAsync({{|#0:$\"API?user_id={{user}}&plugin_id={{{plugin}}}&widget_id={{{widget}}}\"|}});");

        if (plugin.EndsWith(",5", System.StringComparison.Ordinal))
            return;

        await VerifyReportedAsync(before, Query(plugin, widget) + "await http.GetStringAsync({|#0:$\"API?{query}\"|});");
    }

    [Theory]

    // Choices.
    [InlineData("string plugin = flag ? text : \"\", widget = flag ? \"\" : text;", "plugin", "widget")]
    [InlineData("", "(flag ? text : string.Empty)", "(flag ? string.Empty : text)")]
    [InlineData("", "maybe ?? \"\"", "maybe ?? string.Empty")]
    [InlineData("", "count?.ToString() ?? \"\"", "text")]
    [InlineData("", "number switch { 1 => text, _ => \"\" }", "number switch { 2 => text, _ => \"\" }")]
    [InlineData("string widget = flag ? \"\" : string.Empty;", "text", "widget")]

    // Local variables.
    [InlineData("string plugin = \"\", widget = \"\"; if (flag) plugin = text; else widget = text;", "plugin", "widget")]
    [InlineData("var plugin = string.Empty; switch (number) { case 1: plugin = text; break; }", "plugin", "text")]
    [InlineData("string plugin = text; if (flag) plugin += maybe; else plugin = \"\";", "plugin", "text")]
    [InlineData("string plugin = text; Change(ref plugin);", "plugin", "text")]
    [InlineData("(string plugin, string widget) = (text, \"\");", "plugin", "widget")]
    [InlineData("if (values[0] is not string plugin) return;", "plugin", "text")]
    [InlineData("var plugin = values[0];", "plugin", "text")]
    [InlineData("again: string plugin = \"\"; if (flag) goto again;", "plugin", "text")]

    // Parameters.
    [InlineData("if (flag) text = \"\";", "text", "other")]
    [InlineData("maybe ??= \"\";", "maybe", "other")]
    [InlineData("text = text.Trim();", "text", "other")]
    [InlineData("if (text.Length == 0 && other.Length == 0) throw new ArgumentException(\"text\");", "text", "other")]
    [InlineData("if (string.IsNullOrEmpty(text) == (other == string.Empty)) return;", "text", "other")]
    [InlineData("if (text is \"\" or \"x\") Use(text);", "text", "other")]
    [InlineData("if (text is { Length: > 0 }) Use(text);", "text", "other")]

    // Calls, and values of other types.
    [InlineData("", "Or(maybe)", "text")]
    [InlineData("", "Uri.EscapeDataString(maybe ?? \"\")", "Uri.EscapeDataString(Or(maybe))")]
    [InlineData("", "new Values()", "new Values().ToString()")]
    [InlineData("var plugin = new Values().ToString();", "plugin", "text")]
    [InlineData("", "values[0]", "text")]
    [InlineData("", "string.Format(text, other)", "text")]

    // Members.
    [InlineData("", "Computed", "text")]
    [InlineData("", "Accessed", "text")]
    [InlineData("", "Forgiven", "Defaulted")]
    [InlineData("", "Settable", "text")]
    [InlineData("", "Chosen", "text")]
    [InlineData("", "_either", "text")]
    [InlineData("", "_tuple", "text")]
    [InlineData("", "_option", "text")]
    [InlineData("", "_replaced", "text")]
    [InlineData("", "new Form(text, other) { Note = \"\" }.Note", "text")]
    [InlineData("", "Overridden", "text")]
    [InlineData("", "new FigmaOptions { Plugin = other, Widget = text }.Plugin", "text")]
    [InlineData("", "Environment.MachineName", "text")]
    [InlineData("", "new Form(text, other).Widget", "text")]
    public async Task Possibly_empty_value_is_not_reported(string before, string plugin, string widget)
    {
        await VerifySilentAsync(before, $"await http.GetStringAsync($\"API?user_id={{user}}&plugin_id={{{plugin}}}&widget_id={{{widget}}}\");");
        await VerifySilentAsync(before, Query(plugin, widget) + "await http.GetStringAsync($\"API?{query}\");");
    }

    [Fact]
    public Task Member_of_a_type_in_several_files_is_not_reported() => VerifyCS.VerifyNoDiagnosticsAsync(
        Code("", "await http.GetStringAsync($\"API?user_id={user}&plugin_id={new Split(text).Plugin}&widget_id={text}\");"),
        "public sealed partial class Split(string plugin) { public string Plugin { get; } = plugin; }",
        "public sealed partial class Split { public Split() : this(\"1\") => Plugin = \"\"; }");

    private static string Query(string plugin, string widget) => $$"""var query = HttpUtility.ParseQueryString("user_id=1"); query["plugin_id"] = $"{{{plugin}}}"; query.Add("widget_id", $"{{{widget}}}"); """;

    private static Task VerifyReportedAsync(string before, string request) => VerifyCS.VerifyAnalyzerAsync(Code(before, request), VerifyCS.Diagnostic("FPG2006").WithLocation(0).WithMessage(Fault));

    private static Task VerifySilentAsync(string before, string request) => VerifyCS.VerifyNoDiagnosticsAsync(Code(before, request));

    private static string Code(string before, string request) => $$"""
        using System.Net;
        using System.Net.Http;
        using System.Web;

        public class Code
        {
            private readonly string _given;
            private readonly string _checked;
            private readonly string _either = "1";
            private readonly string _tuple = "1";
            private readonly string _option;
            private readonly string _replaced;

            public Code(string given, string replaced, string? maybe, FigmaOptions options)
            {
                replaced = replaced.Trim();
                _replaced = replaced;
                _given = given;
                this._checked = given ?? throw new ArgumentNullException("given");
                Given = given;
                _either = maybe ?? "";
                (_tuple, _) = (maybe ?? "", 1);
                _option = options.Plugin;
                Chosen = maybe is null ? "" : maybe;
            }

            public string Literal { get; } = "1";
            public string Given { get; }
            public required string Needed { get; init; }
            public string Computed => Given == "1" ? Given : "";
            public string Accessed { get { return Computed; } }
            public string Forgiven { get; } = null!;
            public string Defaulted { get; init; } = default!;
            public string Settable { get; set; } = "1";
            public string Chosen { get; }
            public virtual string Overridden { get; } = "1";

            public async Task RunAsync(HttpClient http, string text, string other, string? maybe, long number, long? count, UserId user, bool flag, object[] values)
            {
                await Task.Yield();
                {{before}}
                {{request.Replace("API", "https://api.figma.com/v1/payments", System.StringComparison.Ordinal)}}
            }

            private static string Or(string? text) => text ?? "";
            private static void Change(ref string text) => text = "";
            private static void Use(object value) => Console.WriteLine(value);
        }

        public struct Values { public override string ToString() => ""; }

        public sealed record Form(string Plugin, string Widget = "") { public string Note { get; set; } = "1"; }

        public sealed class FigmaOptions
        {
            public required string Plugin { get; init; }
            public required string Widget { get; init; }
        }
        """;
}

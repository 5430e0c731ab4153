using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Tests.Flow;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Figma.Payments.Generators.Tests.Rules.Calls;

/// <summary>FPG2003: the counterexample in the message, its locations, and the severity.</summary>
public sealed class RequestMustSpecifyOneResourceOnEveryPathTests
{
    [Theory]
    [InlineData("await ids.AskAsync(user, pluginId: a ? x : null);", "no resource if 'a' is false", "a")]
    [InlineData("await ids.AskAsync(user, pluginId: !a ? x : null);", "no resource if 'a' is true", "a")]
    [InlineData("p = x; if (a && b) p = null; await ids.AskAsync(user, pluginId: p);", "no resource if 'a' is true and 'b' is true", "a", "b")]
    [InlineData("p = x; if (any is null) p = null; await ids.AskAsync(user, pluginId: p);", "no resource if 'any' is null", "any is null")]
    [InlineData("p = x; if (null != any) p = null; await ids.AskAsync(user, pluginId: p);", "no resource if 'any' is not null", "null != any")]
    [InlineData("p = x; if (!maybe.HasValue) p = null; await ids.AskAsync(user, pluginId: p);", "no resource if 'maybe' is null", "maybe.HasValue")]
    [InlineData("p = x; if (n == 3) p = null; await ids.AskAsync(user, pluginId: p);", "no resource if 'n' is 3", "n == 3")]
    [InlineData("p = x; if (n > 3) p = null; await ids.AskAsync(user, pluginId: p);", "no resource if 'n > 3' is true", "n > 3")]
    [InlineData("p = null; if (type is \"plugin\") p = x; await ids.AskAsync(user, pluginId: p);", "no resource if 'type' is not \"plugin\"", "type is \"plugin\"")]
    [InlineData("p = null; if (any is PluginId known) p = known; await ids.AskAsync(user, pluginId: p);", "no resource if 'any' does not match 'PluginId known'", "any is PluginId known")]
    [InlineData("p = null; w = null; switch (kind) { case Kind.Plugin: p = x; break; case Kind.Widget: w = y; break; } await ids.AskAsync(user, pluginId: p, widgetId: w);", "no resource if 'kind' is not Kind.Plugin and 'kind' is not Kind.Widget", "Kind.Plugin", "Kind.Widget")]
    [InlineData("p = kind switch { Kind.Plugin => x, _ => null }; await ids.AskAsync(user, pluginId: p);", "no resource if 'kind' is not Kind.Plugin", "Kind.Plugin => x")]
    [InlineData("p = x; w = null; if (a) w = y; await ids.AskAsync(user, pluginId: p, widgetId: w);", "several resources ('pluginId', 'widgetId') if 'a' is true", "a")]
    [InlineData("p = a ? x : null; w = b ? y : null; await ids.AskAsync(user, pluginId: p, widgetId: w);", "no resource if 'a' is false and 'b' is false, and several resources ('pluginId', 'widgetId') if 'a' is true and 'b' is true", "a", "b")]
    [InlineData("p = x; if (n  >\n    3) p = null; await ids.AskAsync(user, pluginId: p);", "no resource if 'n > 3' is true", "n  >\n    3")]
    public async Task Message_names_conditions_of_wrong_path(string body, string problem, params string[] conditions)
    {
        Diagnostic diagnostic = Assert.Single(await FlowCode.Of(body).AnalyzeAsync());
        Assert.Equal(MessageOf(problem), diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(conditions, diagnostic.AdditionalLocations.Select(static location => location.SourceTree!.GetText().ToString(location.SourceSpan)));
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Theory]
    [InlineData("p = a ? x : null; w = a ? y : null; await ids.AskAsync(user, pluginId: p, widgetId: w);", "no resource if 'a' is false, and several resources ('pluginId', 'widgetId') if 'a' is true")]
    [InlineData("await texts.AskAsync(user, pluginId: s, widgetId: s);", "no resource or several resources on every path")]
    [InlineData("w = p is null ? null : y; await ids.AskAsync(user, pluginId: p, widgetId: w);", "no resource if 'p' is null, and several resources ('pluginId', 'widgetId') if 'p' is not null")]
    public async Task Call_that_is_wrong_on_every_path_is_an_error(string body, string problem)
    {
        Diagnostic diagnostic = Assert.Single(await FlowCode.Of(body).AnalyzeAsync());
        Assert.Equal(MessageOf(problem), diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
    }

    [Fact]
    public async Task Long_condition_is_truncated()
    {
        string name = new('c', 80);
        Diagnostic diagnostic = Assert.Single(await FlowCode.Of($"bool {name} = a; p = x; if ({name}) p = null; await ids.AskAsync(user, pluginId: p);").AnalyzeAsync());
        Assert.Equal(MessageOf($"no resource if '{name[..59]}…' is true"), diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    private static string MessageOf(string problem) => string.Format(
        CultureInfo.InvariantCulture,
        Descriptors.RequestMustSpecifyOneResourceOnEveryPath.MessageFormat.ToString(CultureInfo.InvariantCulture),
        "AskAsync",
        problem);
}

using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Flow;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Figma.Payments.Generators.Tests.Rules.Calls;

/// <summary>FPG2003: the path in words that a person uses, the place that decides, and how grave it is.</summary>
public sealed class PathWordsTests
{
    [Theory]
    [InlineData("await ids.AskAsync(user, pluginId: a ? x : null);", "no resource when 'a' is false", "a")]
    [InlineData("await ids.AskAsync(user, pluginId: !a ? x : null);", "no resource when 'a' is true", "a")]
    [InlineData("PluginId? q = null; if (helper.Flag) q = x; await ids.AskAsync(user, pluginId: q);", "no resource when 'helper.Flag' is false", "helper.Flag")]
    [InlineData("p = x; if (a && b) p = null; await ids.AskAsync(user, pluginId: p);", "no resource when 'a' is true and 'b' is true", "a", "b")]
    [InlineData("p = x; if (any is null) p = null; await ids.AskAsync(user, pluginId: p);", "no resource when 'any' is null", "any is null")]
    [InlineData("p = x; if (null != any) p = null; await ids.AskAsync(user, pluginId: p);", "no resource when 'any' is not null", "null != any")]
    [InlineData("p = x; if (!maybe.HasValue) p = null; await ids.AskAsync(user, pluginId: p);", "no resource when 'maybe' is null", "maybe.HasValue")]
    [InlineData("p = x; if (n == 3) p = null; await ids.AskAsync(user, pluginId: p);", "no resource when 'n' is 3", "n == 3")]
    [InlineData("p = x; if (n > 3) p = null; await ids.AskAsync(user, pluginId: p);", "no resource when 'n > 3' is true", "n > 3")]
    [InlineData("p = null; if (type is \"plugin\") p = x; await ids.AskAsync(user, pluginId: p);", "no resource when 'type' is not \"plugin\"", "type is \"plugin\"")]
    [InlineData("p = null; if (any is PluginId known) p = known; await ids.AskAsync(user, pluginId: p);", "no resource when 'any' does not match 'PluginId known'", "any is PluginId known")]
    [InlineData("p = null; w = null; switch (kind) { case Kind.Plugin: p = x; break; case Kind.Widget: w = y; break; } await ids.AskAsync(user, pluginId: p, widgetId: w);", "no resource when 'kind' is not Kind.Plugin and 'kind' is not Kind.Widget", "Kind.Plugin", "Kind.Widget")]
    [InlineData("p = kind switch { Kind.Plugin => x, _ => null }; await ids.AskAsync(user, pluginId: p);", "no resource when 'kind' is not Kind.Plugin", "Kind.Plugin => x")]
    [InlineData("p = x; w = null; if (a) w = y; await ids.AskAsync(user, pluginId: p, widgetId: w);", "several resources, 'pluginId', 'widgetId', when 'a' is true", "a")]
    [InlineData("p = a ? x : null; w = b ? y : null; await ids.AskAsync(user, pluginId: p, widgetId: w);", "no resource when 'a' is false and 'b' is false, and about several resources, 'pluginId', 'widgetId', when 'a' is true and 'b' is true", "a", "b")]
    [InlineData("p = x; if (helper . Other\n    && Helper.Check( ( object? )any )) p = null; await ids.AskAsync(user, pluginId: p);", "no resource when 'helper . Other' is true and 'Helper.Check( ( object? )any )' is true", "helper . Other", "Helper.Check( ( object? )any )")]
    public async Task A_wrong_path_is_named_with_what_decides_it(string body, string said, params string[] deciding)
    {
        Diagnostic diagnostic = Assert.Single(await FlowCode.Of(body).AnalyzeAsync());
        Assert.Equal($"The call to 'AskAsync' specifies {said}; specify exactly one on every path", diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(deciding, diagnostic.AdditionalLocations.Select(static location => location.SourceTree!.GetText().ToString(location.SourceSpan)));
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Theory]
    [InlineData("p = a ? x : null; w = a ? y : null; await ids.AskAsync(user, pluginId: p, widgetId: w);", "no resource when 'a' is false, and about several resources, 'pluginId', 'widgetId', when 'a' is true")]
    [InlineData("await texts.AskAsync(user, pluginId: s, widgetId: s);", "no resource or several, whatever the path")]
    [InlineData("w = p is null ? null : y; await ids.AskAsync(user, pluginId: p, widgetId: w);", "no resource when 'p' is null, and about several resources, 'pluginId', 'widgetId', when 'p' is not null")]
    public async Task A_call_that_no_path_is_right_for_is_an_error(string body, string said)
    {
        Diagnostic diagnostic = Assert.Single(await FlowCode.Of(body).AnalyzeAsync());
        Assert.Equal($"The call to 'AskAsync' specifies {said}; specify exactly one on every path", diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
    }

    [Fact]
    public async Task A_long_condition_is_cut_off()
    {
        string name = new('c', 80);
        Diagnostic diagnostic = Assert.Single(await FlowCode.Of($"bool {name} = Helper.Check(); p = x; if ({name}) p = null; await ids.AskAsync(user, pluginId: p);").AnalyzeAsync());
        Assert.Contains($" when '{name[..59]}…' is true;", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}

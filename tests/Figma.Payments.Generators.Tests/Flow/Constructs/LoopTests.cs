using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Flow.FlowCode;

namespace Figma.Payments.Generators.Tests.Flow.Constructs;

/// <summary>Tests how loops and goto statements are followed.</summary>
public sealed class LoopTests
{
    [Theory]
    [InlineData("f = null; p = null; w = null; foreach (PluginId each in helper.Plugins) { w = null; }" + None)]
    public Task Loop_that_assigns_no_ID_is_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; p = null; w = null; for (int j = 0; j < 3; j++) p = x; w = y;" + Several)]
    [InlineData("f = null; p = x; w = y; w ??= null; foreach (PluginId each in helper.Plugins) { p = null; p = x; }" + Several)]
    public Task Loop_that_assigns_IDs_for_sure_is_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; p = null; w = null; while (a) { w = y; p = x; a = false; }" + OnPath)]
    public Task Loop_that_might_not_run_is_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; p = x; w = y; foreach (PluginId one in helper.Plugins) { Helper.Use(1); if (Helper.Check(one)) Helper.Use(2); } foreach (PluginId two in helper.Plugins) { Helper.Use(1); if (Helper.Check(two)) Helper.Use(2); }" + Several)]
    [InlineData("f = null; p = x; w = y; foreach (PluginId one in helper.Plugins) { Helper.Use(1); foreach (PluginId two in helper.Plugins) { Helper.Use(2); if (Helper.Check(two)) break; Helper.Use(3); } if (Helper.Check(one)) continue; Helper.Use(4); }" + Several)]
    public Task Consecutive_and_nested_loops_keep_assigned_IDs(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; p = null; w = null; goto end; end: " + None)]
    public Task Goto_without_an_ID_is_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; p = null; w = null; foreach (PluginId each in helper.Plugins) p = each;" + Valid)]
    [InlineData("f = null; p = null; w = null; foreach (PluginId each in helper.Plugins) { if (each == x) { p = each; break; } }" + Valid)]
    [InlineData("f = null; p = null; w = null; bool found = false; foreach (PluginId each in helper.Plugins) { if (each == x) { p = each; found = true; } } if (!found) return;" + Valid)]
    public Task Loop_over_a_collection_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; p = null; w = null; for (int j = 0; j < 3; j++) p = x;" + Valid)]
    [InlineData("f = null; p = null; w = null; do { p = x; } while (helper.Flag);" + Valid)]
    [InlineData("f = null; w = null; p = null; while (true) { if (a) { p = x; break; } a = helper.Flag; }" + Valid)]
    public Task Loop_that_assigns_one_ID_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; w = null; p = null; if (a) goto give; return; give: p = x;" + Valid)]
    public Task Goto_past_a_return_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);
}

using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Flow.FlowCode;

namespace Figma.Payments.Generators.Tests.Flow.Constructs;

/// <summary>Tests how tuples and deconstructions are followed.</summary>
public sealed class TupleTests
{
    [Theory]
    [InlineData("f = null; (p, w) = (x, y);" + Several)]
    [InlineData("f = null; (p, w) = (null, null);" + None)]
    [InlineData("long? v = null; (i, v) = (1L, i); await numbers.{|FPG2003:RequestAsync|}(user, communityFileId: v, pluginId: v);")]
    [InlineData("f = null; p = x; w = null; (p, WidgetId? v) = (null, w); w = v;" + None)]
    public Task Deconstructed_values_are_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; var pair = (x: (PluginId?)null, y: (WidgetId?)null); p = pair.x; w = pair.y;" + None)]
    public Task Elements_of_a_tuple_variable_are_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; (p, w) = a ? ((PluginId?)x, (WidgetId?)null) : (null, y);" + Valid)]
    [InlineData("f = null; (p, w) = helper.Flag ? ((PluginId?)x, default(WidgetId?)) : (default(PluginId?), (WidgetId?)y);" + Valid)]
    public Task Deconstructed_conditional_with_one_ID_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; p = x; w = null; if (a) { (p, w) = (null, y); }" + Valid)]
    public Task Deconstruction_in_a_branch_that_keeps_one_ID_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);
}

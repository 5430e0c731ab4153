using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Flow.FlowCode;

namespace Figma.Payments.Generators.Tests.Flow.Constructs;

/// <summary>Tests how assignments are followed.</summary>
public sealed class AssignmentTests
{
    [Theory]
    [InlineData("f = null; p = null; w = null;" + None)]
    [InlineData("f = null; p = default; w = default(WidgetId?);" + None)]
    public Task Null_assigned_to_all_variables_is_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; p = x; w = y;" + Several)]
    [InlineData("""p = x; w = new WidgetId("1");""" + Several)]
    public Task IDs_assigned_to_several_variables_are_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; p = null; w = null; PluginId? q = p; p = x; p = q;" + None)]
    public Task Copied_null_is_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; w = null; p ??= null; if (p is null)" + None)]
    [InlineData("w = y; p ??= x;" + Several)]
    [InlineData("w = y; p = p ?? x;" + Several)]
    public Task Coalesced_value_is_followed(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData(Valid)]
    [InlineData("f = null; w = null;" + Valid)]
    [InlineData("PluginId? q = p; f = null; p = q; w = null;" + Valid)]
    public Task Parameter_or_its_copy_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; w = null; p ??= x;" + Valid)]
    [InlineData("f = null; w = null; p = p ?? x;" + Valid)]
    [InlineData("f = null; p = null; w ??= y; if (w is null) p = x;" + Valid)]
    public Task Coalesced_parameter_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; w = null; p = null; p = Helper.Find();" + Valid)]
    [InlineData("f = null; w = y; p = await Task.FromResult<PluginId?>(null);" + Valid)]
    [InlineData("f = null; w = null; p = helper.Plugin;" + Valid)]
    [InlineData("f = null; w = null; p = _field;" + Valid)]
    [InlineData("await ids.RequestAsync(user, pluginId: helper?.Plugin);")]
    public Task Value_of_a_call_a_property_or_a_field_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);
}

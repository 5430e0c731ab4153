using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Flow.FlowCode;

namespace Figma.Payments.Generators.Tests.Flow.Constructs;

/// <summary>Tests how lambdas, local functions, references and dynamic calls are followed.</summary>
public sealed class FunctionTests
{
    [Theory]
    [InlineData("Func<Task> lambda = async () => { PluginId? q = null; await ids.{|FPG2001:RequestAsync|}(user, pluginId: q); };")]
    public Task Call_in_a_lambda_is_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("PluginId? q = null; Func<Task> lambda = () => ids.{|FPG2001:RequestAsync|}(user, pluginId: q);")]
    [InlineData("PluginId? q = x; WidgetId? r = y; Func<Task> lambda = () => ids.{|FPG2002:RequestAsync|}(user, pluginId: q, widgetId: r);")]
    [InlineData("string? q = null; Task Local() => texts.{|FPG2001:RequestAsync|}(user, pluginId: q); await Local();")]
    [InlineData("PluginId? q = null; var all = from each in helper.Plugins select ids.{|FPG2001:RequestAsync|}(user, pluginId: q);")]
    public Task Initializer_of_a_local_that_is_never_written_holds_in_a_lambda(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("PluginId? q = null; Func<Task> lambda = () => ids.RequestAsync(user, pluginId: q); q = x;")]
    [InlineData("PluginId? q = p; Func<Task> lambda = () => ids.RequestAsync(user, pluginId: q);")]
    [InlineData("PluginId? q; if (a) q = x; else q = null; Func<Task> lambda = () => ids.RequestAsync(user, pluginId: q);")]
    [InlineData("PluginId? q = null; Helper.Change(ref q); Func<Task> lambda = () => ids.RequestAsync(user, pluginId: q);")]
    public Task Captured_local_that_might_have_an_ID_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    // The caller of a local function can be code that tests the captured parameter.
    [Theory]
    [InlineData("async Task Local() { PluginId? q = null; if (a) q = x; await ids.RequestAsync(user, pluginId: q); }")]
    public Task Call_in_a_local_function_that_depends_on_a_captured_parameter_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; w = null; p = null; Helper.TryFind(out p);" + Valid)]
    [InlineData("f = null; w = null; p = null; Helper.Change(ref p);" + Valid)]
    [InlineData("dynamic d = helper; p = null; f = null; w = null; d.Change(ref p);" + Valid)]
    public Task Variable_passed_by_reference_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; w = null; p = null; Action change = () => p = x; change();" + Valid)]
    [InlineData("f = null; w = null; p = null; void Change() => p = x; Change();" + Valid)]
    public Task Variable_assigned_in_a_lambda_or_local_function_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("Change(); void Change() { PluginId? q = null; ref PluginId? alias = ref q; alias = x; ids.RequestAsync(user, null, q, null); }")]
    public Task Variable_assigned_through_a_ref_local_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);
}

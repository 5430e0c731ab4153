using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Flow.FlowCode;

namespace Figma.Payments.Generators.Tests.Flow.Constructs;

/// <summary>Tests how null checks, patterns and counts of IDs are followed.</summary>
public sealed class NullCheckTests
{
    [Theory]
    [InlineData("f = null; p = null; w = null; if (p is null) { }" + None)]
    [InlineData("f = null; w = null; if (p == null)" + None)]
    [InlineData("f = null; w = null; if (!p.HasValue)" + None)]
    [InlineData("f = null; w = null; if (p is not PluginId plugin)" + None)]
    public Task ID_known_to_be_null_is_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; if (p is not null) { if (w is { }) {" + Several + "} }")]
    [InlineData("if (p is PluginId && w is { } v) {" + Several + "}")]
    public Task IDs_known_to_be_non_null_are_reported(string body) => VerifyAnalyzerAsync(body);

    // Nothing lies between the test and the call that could change a property or a field.
    [Theory]
    [InlineData("Call(helper, ids, user); void Call(Helper own, IIds ids, UserId user) { if (own.Plugin is null || own.Widget is null) return; ids.{|FPG2002:RequestAsync|}(user, pluginId: own.Plugin, widgetId: own.Widget); }")]
    [InlineData("await CallAsync(ids, user, y); async Task CallAsync(IIds ids, UserId user, WidgetId y) { if (_field is null) throw new ArgumentException(); await ids.{|FPG2002:RequestAsync|}(user, pluginId: _field, widgetId: y).ConfigureAwait(false); }")]
    [InlineData("Call(ids, user, x, y); void Call(IIds ids, UserId user, PluginId x, WidgetId y) { _field = x; ids.{|FPG2002:RequestAsync|}(user, pluginId: _field, widgetId: y); }")]
    [InlineData("Call(ids, user, x, y); void Call(IIds ids, UserId user, PluginId x, WidgetId y) { _field ??= x; ids.{|FPG2002:RequestAsync|}(user, pluginId: _field, widgetId: y); }")]
    public Task Members_tested_right_before_the_call_are_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("if (helper.Plugin is null || helper.Widget is null) return; Helper.Use(); await ids.RequestAsync(user, pluginId: helper.Plugin, widgetId: helper.Widget);")]
    [InlineData("if (helper.Plugin is null || helper.Widget is null) return; await Task.Yield(); await ids.RequestAsync(user, pluginId: helper.Plugin, widgetId: helper.Widget);")]
    [InlineData("Call(ids, user, y); void Call(IIds ids, UserId user, WidgetId y) { if (_field is null) return; while (true) { ids.RequestAsync(user, pluginId: _field, widgetId: y); } }")]
    [InlineData("Call(ids, user, y, this); void Call(IIds ids, UserId user, WidgetId y, Code other) { if (_field is null) return; other._field = null; ids.RequestAsync(user, pluginId: _field, widgetId: y); }")]
    [InlineData("Call(ids, user, y, ref _field); void Call(IIds ids, UserId user, WidgetId y, ref PluginId? alias) { if (_field is null) return; alias = null; ids.RequestAsync(user, pluginId: _field, widgetId: y); }")]
    [InlineData("Call(ids, user, y, this); void Call(IIds ids, UserId user, WidgetId y, Code own) { if (own._field is null) return; _field = null; ids.RequestAsync(user, pluginId: own._field, widgetId: y); }")]
    [InlineData("Call(ids, user); void Call(IIds ids, UserId user) { if (_field is null) return; ids.RequestAsync(user, pluginId: _field, widgetId: Take()); WidgetId Take() { _field = null; return default; } }")]
    public Task Members_that_something_can_change_before_the_call_are_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; if (p.HasValue == w.HasValue) { if (p is null)" + None + "}")]
    public Task IDs_that_are_equally_null_are_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; w = null; p = null; int count = 0; if (p is not null) count++; if (count == 0)" + None)]
    public Task Count_of_IDs_that_is_zero_is_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; w = null; if (p is null) return;" + Valid)]
    [InlineData("if (helper.Plugin is null) return; await ids.RequestAsync(user, pluginId: helper.Plugin, widgetId: helper.Widget);")]
    public Task ID_checked_before_the_call_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; if (p is null == w is null) throw new ArgumentException(); " + Valid)]
    [InlineData("f = null; if (p.HasValue == w.HasValue) throw new ArgumentException(); " + Valid)]
    [InlineData("f = null; if (!(p.HasValue ^ w.HasValue)) return; " + Valid)]
    [InlineData("f = null; switch (p, w) { case (null, not null): case (not null, null): " + Valid + " break; }")]
    public Task Exclusive_or_check_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("if ((p is null ? 0 : 1) + (w is null ? 0 : 1) + (f is null ? 0 : 1) != 1) return; " + Valid)]
    [InlineData("int count = 0; if (p is not null) count++; if (w is not null) count++; if (f is not null) count++; if (count != 1) return;" + Valid)]
    public Task Count_of_IDs_that_is_one_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);
}

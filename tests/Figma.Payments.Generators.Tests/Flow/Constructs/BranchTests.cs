using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Flow.FlowCode;

namespace Figma.Payments.Generators.Tests.Flow.Constructs;

/// <summary>Tests how if statements and conditional expressions are followed.</summary>
public sealed class BranchTests
{
    [Theory]
    [InlineData("f = null; w = null; p = null; if (a) p = x;" + OnPath)]
    [InlineData("f = null; w = null; p = x; if (a) { p = null; }" + OnPath)]
    [InlineData("f = null; p = null; w = null; if (maybe == true) p = x; " + OnPath)]
    [InlineData("f = null; p = null; w = null; if (a && b) p = x;" + OnPath)]
    [InlineData("f = null; p = null; w = null; if (a | b) p = x;" + OnPath)]
    [InlineData("f = null; p = null; w = null; if (a == b) p = x;" + OnPath)]
    public Task ID_assigned_in_only_one_branch_is_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; p = null; w = null; if (a) p = x; if (b) w = y;" + OnPath)]
    public Task IDs_assigned_under_different_conditions_are_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; p = null; w = null; if (a) p = x; if (a) w = y;" + "await ids.{|FPG2003:RequestAsync|}(user, f, p, w);")]
    public Task IDs_assigned_under_the_same_condition_are_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; p = x; w = null; if (a) { p = null; } else { w = y; }" + "await ids.{|FPG2003:RequestAsync|}(user, f, p, w);")]
    public Task Branch_that_has_no_valid_call_is_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; w = y; p = x; if (a) return; if (!a)" + Several)]
    public Task Branch_after_a_conditional_return_is_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; p = null; w = null; bool isPlugin = a; if (isPlugin) p = x; if (!a) w = null;" + OnPath)]
    public Task Boolean_variable_as_a_condition_is_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; w = null; p = a ? x : null;" + OnPath)]
    [InlineData("f = null; p = x; w = a ? y : null;" + OnPath)]
    [InlineData("await ids.{|FPG2003:RequestAsync|}(user, pluginId: a ? x : null, widgetId: b ? null : y);")]
    [InlineData("await ids.{|FPG2003:RequestAsync|}(user, pluginId: a ? x : null, widgetId: a ? null : b ? y : null);")]
    [InlineData("await ids.{|FPG2003:RequestAsync|}(pluginId: a ? x : null, userId: (a = false) ? user : user, widgetId: a ? null : y);")]
    public Task Conditional_expression_without_an_ID_on_one_path_is_reported(string body) => VerifyAnalyzerAsync(body);

    // A property can have the same value each time: it is no evidence of two outcomes.
    [Theory]
    [InlineData("f = null; p = null; w = null; if (helper.Flag) p = x;" + Valid)]
    public Task ID_assigned_if_a_property_is_true_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; p = null; w = null; if (a) p = x; else w = y;" + Valid)]
    [InlineData("f = null; p = null; w = null; if (helper.Flag) p = x; else if (helper.Other) w = y;" + Valid)]
    [InlineData("f = null; p = null; w = null; if (maybe is true) p = x; else w = y;" + Valid)]
    [InlineData("f = null; p = null; w = null; if (maybe ?? false) p = x; else w = y;" + Valid)]
    [InlineData("""f = null; p = null; w = null; if (type == "plugin") p = x; else if (type == "widget") w = y; else throw new ArgumentException();""" + Valid)]
    [InlineData("f = null; p = null; w = null; if (a == b) p = x; else w = y;" + Valid)]
    public Task One_ID_in_each_branch_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; p = null; w = null; if (a) p = x; if (!a) w = y;" + Valid)]
    [InlineData("f = null; p = null; w = null; if (kind == Kind.Plugin) p = x; if (kind == Kind.Widget) w = y; if (kind == Kind.File) f = z;" + Valid)]
    [InlineData("f = null; p = null; w = null; if (_flag) p = x; if (!_flag) w = y;" + Valid)]
    [InlineData("f = null; p = null; w = null; if (a == b) p = x; if (a != b) w = y;" + Valid)]
    public Task IDs_assigned_under_opposite_conditions_are_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; p = a ? x : null; w = a ? null : y;" + Valid)]
    [InlineData("f = null; p = kind == Kind.Plugin ? x : null; w = kind == Kind.Widget ? y : null; if (p is null && w is null) return;" + Valid)]
    [InlineData("await ids.RequestAsync(user, pluginId: a ? x : null, widgetId: !a ? y : null);")]
    [InlineData("""await ids.RequestAsync(user, pluginId: a ? x : null, widgetId: a ? null : b ? y : new WidgetId("1"));""")]
    public Task Opposite_conditional_expressions_are_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; p = null; w = null; if (n > 5) p = x; if (n < 3) w = y;" + OnPath)]
    [InlineData("f = null; p = null; w = null; if (n > 2) p = x; if (n < 4) w = y;" + OnPath)]
    [InlineData("f = null; p = null; w = null; if (n == 2) p = x; if (n < 2 || n > 2 && n < 7) w = y;" + OnPath)]
    [InlineData("f = null; p = null; w = null; if (i is { } k && k > 2) p = x;" + OnPath)]
    [InlineData("f = null; p = null; w = null; switch (n) { case < 0: p = x; break; case > 10: w = y; break; }" + OnPath)]
    [InlineData("f = null; p = null; w = null; switch (n) { case > 0 when a: p = x; break; case > 0: w = y; break; }" + OnPath)]
    public Task Ranges_without_an_ID_are_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; p = null; w = null; if (n > 5) p = x; if (n < 6) w = y;" + Valid)]
    [InlineData("f = null; p = null; w = null; if (n == 2) p = x; if (n < 2 || n > 2) w = y;" + Valid)]
    [InlineData("f = null; p = null; w = null; if (n < 3) p = x; else if (n == 3) w = y; if (n >= 4) f = z;" + Valid)]
    [InlineData("f = null; p = null; w = null; if (i is { } k && k > 2) p = x; if (i is null or <= 2) w = y;" + Valid)]
    [InlineData("f = null; p = null; w = null; if (n > int.MaxValue) w = y; p = x;" + Valid)]
    [InlineData("f = null; p = null; w = null; switch (n) { case < 0: p = x; break; case > 10: w = y; break; case >= 0 and <= 10: f = z; break; }" + Valid)]
    public Task Ranges_that_cover_all_numbers_once_are_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; p = null; w = null; if (Helper.Check(n)) p = x; if (Helper.Check(n + 1)) w = y;" + Valid)]
    [InlineData("f = null; p = null; w = null; if (n > 5) p = x; if (helper.Flag) n = 3; if (n <= 5) w = y;" + Valid)]
    public Task Conditions_that_might_be_related_are_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; w = null; p = null; if (a) { p = x; } bool isPlugin = p is not null; if (!isPlugin) w = y;" + Valid)]
    public Task Boolean_variable_that_tells_about_an_ID_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; w = null; p = any is string ? x : helper.Plugin;" + Valid)]
    [InlineData("if (a) await ids.RequestAsync(user, pluginId: x, widgetId: helper.Widget); else await ids.RequestAsync(user, pluginId: Helper.Find(), widgetId: helper.Widget);")]
    public Task Branch_with_an_unknown_value_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);
}

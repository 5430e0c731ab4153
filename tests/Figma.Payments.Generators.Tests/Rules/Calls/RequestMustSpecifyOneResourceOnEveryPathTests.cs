using System;
using System.Globalization;
using System.Threading.Tasks;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Tests.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Calls;

/// <summary>FPG2003: the counterexample in the message, its locations, and the severity.</summary>
public sealed class RequestMustSpecifyOneResourceOnEveryPathTests
{
    [Theory]
    [InlineData("await ids.{|#0:RequestAsync|}(user, pluginId: {|#1:a|} ? x : null);", "no resource if 'a' is false")]
    [InlineData("await ids.{|#0:RequestAsync|}(user, pluginId: !{|#1:a|} ? x : null);", "no resource if 'a' is true")]
    [InlineData("p = x; if ({|#1:a|} && {|#2:b|}) p = null; await ids.{|#0:RequestAsync|}(user, pluginId: p);", "no resource if 'a' is true and 'b' is true")]
    [InlineData("p = x; if ({|#1:any is null|}) p = null; await ids.{|#0:RequestAsync|}(user, pluginId: p);", "no resource if 'any' is null")]
    [InlineData("p = x; if ({|#1:null != any|}) p = null; await ids.{|#0:RequestAsync|}(user, pluginId: p);", "no resource if 'any' is not null")]
    [InlineData("p = x; if (!{|#1:maybe.HasValue|}) p = null; await ids.{|#0:RequestAsync|}(user, pluginId: p);", "no resource if 'maybe' is null")]
    [InlineData("p = x; if ({|#1:n == 3|}) p = null; await ids.{|#0:RequestAsync|}(user, pluginId: p);", "no resource if 'n' is 3")]
    [InlineData("p = x; if ({|#1:n > 3|}) p = null; await ids.{|#0:RequestAsync|}(user, pluginId: p);", "no resource if 'n > 3' is true")]
    [InlineData("""p = null; if ({|#1:type is "plugin"|}) p = x; await ids.{|#0:RequestAsync|}(user, pluginId: p);""", "no resource if 'type' is not \"plugin\"")]
    [InlineData("p = null; if ({|#1:any is PluginId known|}) p = known; await ids.{|#0:RequestAsync|}(user, pluginId: p);", "no resource if 'any' does not match 'PluginId known'")]
    [InlineData("p = null; w = null; switch (kind) { case {|#1:Kind.Plugin|}: p = x; break; case {|#2:Kind.Widget|}: w = y; break; } await ids.{|#0:RequestAsync|}(user, pluginId: p, widgetId: w);", "no resource if 'kind' is not Kind.Plugin and 'kind' is not Kind.Widget")]
    [InlineData("p = kind switch { {|#1:Kind.Plugin => x|}, _ => null }; await ids.{|#0:RequestAsync|}(user, pluginId: p);", "no resource if 'kind' is not Kind.Plugin")]
    [InlineData("p = x; w = null; if ({|#1:a|}) w = y; await ids.{|#0:RequestAsync|}(user, pluginId: p, widgetId: w);", "several resources ('pluginId', 'widgetId') if 'a' is true")]
    [InlineData("p = {|#1:a|} ? x : null; w = {|#2:b|} ? y : null; await ids.{|#0:RequestAsync|}(user, pluginId: p, widgetId: w);", "no resource if 'a' is false and 'b' is false, and several resources ('pluginId', 'widgetId') if 'a' is true and 'b' is true")]
    [InlineData("p = x; if ({|#1:n  >\n    3|}) p = null; await ids.{|#0:RequestAsync|}(user, pluginId: p);", "no resource if 'n > 3' is true")]
    public Task Message_names_conditions_of_wrong_path(string body, string problem)
    {
        DiagnosticResult expected = Expected(problem);

        for (int i = 1; body.Contains($"{{|#{i}:", StringComparison.Ordinal); i++)
            expected = expected.WithLocation(i);

        return FlowCode.VerifyAnalyzerAsync(body, expected);
    }

    [Theory]
    [InlineData("p = a ? x : null; w = a ? y : null; await ids.{|#0:RequestAsync|}(user, pluginId: p, widgetId: w);", "no resource if 'a' is false, and several resources ('pluginId', 'widgetId') if 'a' is true")]
    [InlineData("await texts.{|#0:RequestAsync|}(user, pluginId: s, widgetId: s);", "no resource or several resources on every path")]
    [InlineData("w = p is null ? null : y; await ids.{|#0:RequestAsync|}(user, pluginId: p, widgetId: w);", "no resource if 'p' is null, and several resources ('pluginId', 'widgetId') if 'p' is not null")]
    public Task Call_that_is_wrong_on_every_path_is_an_error(string body, string problem) =>
        FlowCode.VerifyAnalyzerAsync(body, Expected(problem).WithSeverity(DiagnosticSeverity.Error).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));

    [Fact]
    public Task Long_condition_is_truncated()
    {
        string name = new('c', 80);

        return FlowCode.VerifyAnalyzerAsync(
            $"bool {name} = a; p = x; if ({{|#1:{name}|}}) p = null; await ids.{{|#0:RequestAsync|}}(user, pluginId: p);",
            Expected($"no resource if '{name[..59]}…' is true").WithLocation(1));
    }

    [Theory]
    [InlineData("Service(IGlyph ids)", "")]
    [InlineData("Service", "private readonly IGlyph ids = null!;")]
    [InlineData("Service", "private IGlyph ids { get; } = null!;")]
    public Task Branch_in_an_argument_does_not_depend_on_the_client(string type, string member) => VerifyCS.VerifyAnalyzerAsync($$"""
        [PaymentsClient] public partial interface IGlyph { Task<PaymentsResult> RequestAsync(UserId user, PluginId? pluginId = null, WidgetId? widgetId = null, CancellationToken cancellationToken = default); }

        public sealed class {{type}}
        {
            {{member}}
            public Task<PaymentsResult> NoneAsync(UserId user, bool a, PluginId p) => ids.{|FPG2003:RequestAsync|}(user, pluginId: a ? p : null);
            public Task<PaymentsResult> SeveralAsync(UserId user, bool a, PluginId p, WidgetId w) => ids.{|FPG2003:RequestAsync|}(user, pluginId: p, widgetId: a ? w : null);
            public Task<PaymentsResult> TokenAsync(UserId user, bool a, PluginId p, CancellationToken? t) { PluginId? q = null; if (a) q = p; return ids.{|FPG2003:RequestAsync|}(user, pluginId: q, cancellationToken: t ?? default); }
            public Task<PaymentsResult> LocalAsync(UserId user, bool a, PluginId p) { IGlyph client = ids; return client.{|FPG2003:RequestAsync|}(user, pluginId: a ? p : null); }
            public Task<PaymentsResult> OneAsync(UserId user, bool a, PluginId p, WidgetId w) => ids.RequestAsync(user, pluginId: a ? p : null, widgetId: a ? null : w);
            public Task<PaymentsResult> GuardedAsync(UserId user, bool a, PluginId p) => a ? ids.RequestAsync(user, pluginId: a ? p : null) : null!;
            public Task<PaymentsResult>? ChosenAsync(UserId user, bool a, PluginId p) { IGlyph? client = a ? ids : null; return client?.RequestAsync(user, pluginId: a ? p : null); }
        }
        """);

    private static DiagnosticResult Expected(string problem) =>
        VerifyCS.Diagnostic("FPG2003").WithLocation(0).WithMessage(MessageOf(problem));

    private static string MessageOf(string problem) => string.Format(
        CultureInfo.InvariantCulture,
        Descriptors.RequestMustSpecifyOneResourceOnEveryPath.MessageFormat.ToString(CultureInfo.InvariantCulture),
        "RequestAsync",
        problem);
}

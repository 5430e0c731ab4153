using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Flow.FlowCode;

namespace Figma.Payments.Generators.Tests.Flow.Constructs;

/// <summary>Tests how IDs in strings and numbers are followed.</summary>
public sealed class TextAndNumberTests
{
    [Theory]
    [InlineData("s = null; await texts.{|FPG2001:RequestAsync|}(user, pluginId: s);")]
    [InlineData("""s = ""; t = string.Empty; await texts.{|FPG2001:RequestAsync|}(user, pluginId: s, widgetId: t);""")]
    [InlineData("if (string.IsNullOrEmpty(s)) await texts.{|FPG2001:RequestAsync|}(user, pluginId: s);")]
    public Task Null_or_empty_text_is_reported_as_no_resource(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("if (!string.IsNullOrEmpty(s) && !string.IsNullOrEmpty(t)) await texts.{|FPG2002:RequestAsync|}(user, pluginId: s, widgetId: t);")]
    [InlineData("""s ??= "1"; t = "2"; if (s != "") await texts.{|FPG2002:RequestAsync|}(user, pluginId: s, widgetId: t);""")]
    public Task Non_empty_texts_are_reported_as_several_resources(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("""s = a ? "1" : ""; await texts.{|FPG2003:RequestAsync|}(user, pluginId: s);""")]
    public Task Text_that_is_empty_on_one_path_is_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("i = null; await numbers.{|FPG2001:RequestAsync|}(user, pluginId: i);")]
    public Task Null_number_is_reported_as_no_resource(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("i = 5; long? j = n; await numbers.{|FPG2002:RequestAsync|}(user, pluginId: i, widgetId: j);")]
    [InlineData("if (i is 5 or 6) await numbers.{|FPG2002:RequestAsync|}(user, pluginId: i, widgetId: 1);")]
    public Task Numbers_are_reported_as_several_resources(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    // The compiler considers the other variable non-null.
    [InlineData("i = null; (i, long? j) = (1L, b ? i : 2L); await numbers.{|FPG2003:RequestAsync|}(user, pluginId: i, widgetId: j);")]
    public Task Deconstructed_numbers_are_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("""s ??= t; t = "2"; await texts.RequestAsync(user, pluginId: s, widgetId: t);""")]
    [InlineData("""if (s is not null) await texts.RequestAsync(user, pluginId: s, widgetId: "1");""")]
    [InlineData("""if (s is null) s = "1"; else s = null; await texts.RequestAsync(user, pluginId: s ?? t);""")]
    public Task Text_that_might_be_empty_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("i ??= 5; await numbers.RequestAsync(user, pluginId: i);")]
    public Task Coalesced_number_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);
}

using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Flow.FlowCode;

namespace Figma.Payments.Generators.Tests.Flow.Constructs;

/// <summary>Tests how switch statements and expressions are followed.</summary>
public sealed class SwitchTests
{
    [Theory]
    [InlineData("f = null; p = null; w = null; switch (kind) { case Kind.Plugin: p = x; break; case Kind.Widget: w = y; break; }" + OnPath)]
    [InlineData("f = null; p = null; w = null; switch (n) { case 1: p = x; break; case 2: w = y; break; }" + OnPath)]
    public Task Switch_statement_without_an_ID_in_the_default_case_is_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; w = null; p = kind switch { Kind.Plugin => x, _ => null };" + OnPath)]
    public Task Switch_expression_without_an_ID_in_one_arm_is_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; p = null; w = null; switch (kind) { case Kind.Plugin: p = x; break; case Kind.Widget: w = y; break; default: f = z; break; }" + Valid)]
    [InlineData("f = null; p = null; w = null; switch (kind) { case Kind.Plugin: p = x; break; case Kind.Widget: w = y; break; case Kind.File: f = z; break; }" + Valid)]
    public Task Switch_statement_with_one_ID_in_each_case_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; p = null; w = null; switch (any) { case string: p = x; break; case int: w = y; break; }" + Valid)]
    public Task Switch_on_a_type_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; p = kind switch { Kind.Plugin => x, _ => null }; w = kind switch { Kind.Plugin => null, _ => y };" + Valid)]
    public Task Switch_expressions_with_one_ID_in_each_arm_are_not_reported(string body) => VerifyNoDiagnosticsAsync(body);
}

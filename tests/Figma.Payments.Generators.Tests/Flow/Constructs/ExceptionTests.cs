using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Flow.FlowCode;

namespace Figma.Payments.Generators.Tests.Flow.Constructs;

/// <summary>Tests how exceptions and methods that don't return are followed.</summary>
public sealed class ExceptionTests
{
    [Theory]
    [InlineData("f = null; p = x; w = y; try { Helper.Use(); } finally { f = null; }" + Several)]
    [InlineData("f = null; p = null; w = null; try { if (a) return; Helper.Use(); } finally { p = x; w = y; }" + Several)]
    public Task Finally_keeps_or_assigns_IDs(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; p = null; w = null; try { Helper.Use(); } catch (Exception) { Helper.Use(); }" + None)]
    [InlineData("f = null; p = null; w = null; try { if (a) throw new InvalidOperationException(); p = x; } catch (InvalidOperationException) { }" + OnPath)]
    public Task Catch_without_an_ID_is_reported(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; w = null; p = x; try { throw new InvalidOperationException(); } catch (InvalidOperationException) when (a) { p = null; } catch (InvalidOperationException) { }" + OnPath)]
    [InlineData("f = null; w = null; p = x; try { throw new InvalidOperationException(); } catch (InvalidOperationException) when (a) { p = null; } catch (ArgumentException) { w = y; }" + None)]
    public Task Exception_that_a_filter_refuses_has_the_type_of_the_handler(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; w = null; p = null; try { p = x; Helper.Use(); } catch (Exception) { return; }" + Valid)]
    [InlineData("f = null; w = null; p = null; try { p = Helper.Find(); } catch (Exception) { p = x; }" + Valid)]
    [InlineData("f = null; p = null; w = null; try { if (a) throw new InvalidOperationException(); p = x; } catch (InvalidOperationException) { w = y; }" + Valid)]
    [InlineData("f = null; p = null; w = null; try { Helper.Use(); p = x; } catch (InvalidOperationException) { } if (p is null) w = y;" + Valid)]
    public Task Catch_that_returns_or_assigns_an_ID_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; w = null; p = null; try { p = x; } finally { Helper.Use(); }" + Valid)]
    [InlineData("f = null; p = null; w = null; try { if (a) return; p = x; } finally { if (a) w = y; }" + Valid)]
    public Task Finally_with_one_ID_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; w = null; if (p is null) throw new ArgumentNullException(); " + Valid)]
    [InlineData("f = null; w = null; p = null; if (a) p = x; if (!a) return; " + Valid)]
    public Task Throw_or_return_for_a_missing_ID_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    // The bodies of these methods are small enough to be understood.
    [Theory]
    [InlineData("f = null; w = null; p = null; if (a) p = x; else Nothing();" + OnPath + " void Nothing() { }")]
    [InlineData("f = null; w = null; p = null; if (a) p = x; else Constant();" + OnPath + " int Constant() => 1;")]
    [InlineData("f = null; Check(p); w = y;" + Several + " void Check(PluginId? value) { if (value is null) throw new ArgumentNullException(); }")]
    [InlineData("f = null; Check(p is not null); w = y;" + Several + " void Check(bool value) { if (!value) { throw new ArgumentException(); } }")]
    [InlineData("f = null; w = null; Check(p.HasValue);" + None + " void Check(bool value) { if (value) throw new ArgumentException(); }")]
    [InlineData("f = null; Check(p); w = y;" + Several + " void Check(PluginId? value) { if (!value.HasValue) throw new ArgumentException(); Helper.Use(value); }")]
    public Task Small_method_is_understood(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; w = null; p = null; if (a) p = x; else Reject();" + Valid + " void Reject() => throw new ArgumentException();")]
    [InlineData("f = null; w = null; p = null; if (a) p = x; else Reject();" + Valid + " int Reject() { throw new ArgumentException(); }")]
    [InlineData("f = null; w = null; p = null; if (a) p = x; else Perhaps();" + Valid + " void Perhaps() { if (helper.Flag) throw new ArgumentException(); }")]
    [InlineData("f = null; w = null; p = null; if (a) p = x; Check(a);" + Valid + " void Check(bool value) { if (!value) throw new ArgumentException(); }")]
    [InlineData("f = null; w = null; p = null; if (a) p = x; Check(b, a);" + Valid + " void Check(bool first, bool second) { if (first) throw new ArgumentException(); if (!second) throw new ArgumentException(); }")]
    [InlineData("f = null; w = null; Change(ref p); if (p is null) p = x;" + Valid + " void Change(ref PluginId? value) { if (value is null) throw new ArgumentException(); value = null; }")]
    [InlineData("f = null; w = y; Check(p);" + Valid + " void Check(PluginId? value) { if (value is null) Helper.Use(); }")]
    [InlineData("f = null; w = y; Check(p);" + Valid + " IEnumerable<int> Check(PluginId? value) { if (value is null) throw new ArgumentException(); yield return 1; }")]
    [InlineData("f = null; w = y; _ = CheckAsync(p);" + Valid + " async Task CheckAsync(PluginId? value) { if (value is null) throw new ArgumentException(); await Task.Yield(); }")]
    public Task Small_method_that_throws_or_proves_nothing_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);

    [Theory]
    [InlineData("f = null; w = null; if (p is null) Helper.Stop(); " + Valid)]
    [InlineData("f = null; w = null; p = null; if (a) p = x; else Helper.ThrowInvalid(); " + Valid)]
    [InlineData("f = null; w = null; p = null; if (a) p = x; System.Diagnostics.Debug.Assert(a); " + Valid)]
    [InlineData("f = null; p = null; w = null; EnsureOne(a, b); if (a) p = x; if (b) w = y;" + Valid + " void EnsureOne(bool one, bool two) { if (one == two) throw new ArgumentException(); }")]
    public Task Method_that_does_not_return_is_not_reported(string body) => VerifyNoDiagnosticsAsync(body);
}

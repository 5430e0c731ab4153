using System.Threading.Tasks;
using Xunit;
using static Figma.Payments.Generators.Tests.Flow.FlowCode;

namespace Figma.Payments.Generators.Tests.Flow.Constructs;

/// <summary>Tests how using and lock statements are followed.</summary>
public sealed class UsingAndLockTests
{
    [Theory]
    [InlineData("f = null; p = null; w = null; using (var d = new System.IO.MemoryStream()) {" + None + "}")]
    [InlineData("f = null; p = null; w = null; using var d = new System.IO.MemoryStream(); " + None)]
    public Task Using_keeps_assigned_nulls(string body) => VerifyAnalyzerAsync(body);

    [Theory]
    [InlineData("f = null; p = null; w = null; lock (helper) { w = null; } await Task.Yield();" + None)]
    public Task Lock_keeps_assigned_nulls(string body) => VerifyAnalyzerAsync(body);
}

using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Declarations.DeclarationAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>Tests FPG1001.</summary>
public sealed class InterfaceMustBePartialTests
{
    [Fact]
    public Task Nonpartial_interface_is_reported() => new VerifyCS.Test
    {
        TestCode = """
            namespace Shop;
            [PaymentsClient]
            public interface {|#0:IGlyphPayments|};
            """,
        ExpectedDiagnostics = { VerifyCS.Diagnostic("FPG1001").WithLocation(0).WithMessage("'IGlyphPayments' isn't partial, so the client of 'IGlyphPayments' can't be generated; add the 'partial' modifier") },
        GeneratedFiles = [],
    }.RunAsync();

    [Theory]
    [InlineData("class")]
    [InlineData("struct")]
    [InlineData("record")]
    [InlineData("record struct")]
    [InlineData("interface")]
    [InlineData("static class")]
    public async Task Nonpartial_containing_type_is_reported_at_the_interface(string kind) =>
        await VerifyCS.VerifyAnalyzerAsync(
            $$"""
            public {{kind}} {|#1:Outer|}
            {
                [PaymentsClient]
                public partial interface {|#0:IGlyph|} { }
            }
            """,
            VerifyCS.Diagnostic("FPG1001").WithLocation(0).WithLocation(1).WithMessage("'Outer' isn't partial, so the client of 'IGlyph' can't be generated; add the 'partial' modifier"));

    [Fact]
    public async Task Several_nonpartial_types_are_all_reported() =>
        await VerifyCS.VerifyAnalyzerAsync(
            """
            public class {|#1:First|}
            {
                public partial struct Second
                {
                    [PaymentsClient] public interface {|#0:IGlyph|} { }
                }
            }
            """,
            VerifyCS.Diagnostic("FPG1001").WithLocation(0).WithMessage("'IGlyph' isn't partial, so the client of 'IGlyph' can't be generated; add the 'partial' modifier"),
            VerifyCS.Diagnostic("FPG1001").WithLocation(0).WithLocation(1).WithMessage("'First' isn't partial, so the client of 'IGlyph' can't be generated; add the 'partial' modifier"));

    [Theory]
    [InlineData("partial class")]
    [InlineData("partial struct")]
    [InlineData("partial record")]
    [InlineData("partial record class")]
    [InlineData("partial record struct")]
    [InlineData("readonly partial struct")]
    [InlineData("partial interface")]
    [InlineData("static partial class")]
    [InlineData("abstract partial class")]
    public async Task Partial_interface_in_partial_types_is_not_reported(string kind) =>
        await VerifyCS.VerifyGeneratedFilesAsync(
            $$"""
            namespace Shop
            {
                public {{kind}} Outer
                {
                    [PaymentsClient]
                    public partial interface IGlyph { }
                }
            }
            """,
            "Shop.Outer+IGlyph.g.cs");

    [Theory]
    [InlineData("private")]
    [InlineData("protected")]
    [InlineData("internal")]
    [InlineData("protected internal")]
    [InlineData("private protected")]
    public async Task Nested_interface_of_any_accessibility_is_not_reported(string accessibility) =>
        await VerifyCS.VerifyGeneratedFilesAsync(
            $$"""
            public partial class Outer
            {
                [PaymentsClient]
                {{accessibility}} partial interface IGlyph { }
            }
            """,
            "Outer+IGlyph.g.cs");

    [Fact]
    public async Task Interface_without_the_attribute_is_not_reported() =>
        await VerifyCS.VerifyNoDiagnosticsAsync("public interface IGlyphPayments { bool Paid { get; } }");
}

using System.Threading.Tasks;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.CodeFixes.CodeFixVerifier<Figma.Payments.Generators.Rules.Declarations.DeclarationAnalyzer, Figma.Payments.Generators.CodeFixes.Declarations.InterfaceMustBePartialFix>;

namespace Figma.Payments.Generators.Tests.CodeFixes.Declarations;

/// <summary>FPG1001.</summary>
public sealed class InterfaceMustBePartialFixTests
{
    [Theory]
    [InlineData("interface {|FPG1001:IGlyphPayments|} { }", "partial interface IGlyphPayments { }")]
    [InlineData("public interface {|FPG1001:IGlyphPayments|} { }", "public partial interface IGlyphPayments { }")]
    [InlineData("/* kept */ internal   interface   {|FPG1001:IGlyphPayments|} { } // kept", "/* kept */ internal   partial interface   IGlyphPayments { } // kept")]
    [InlineData("\n    // kept\n    interface {|FPG1001:IGlyphPayments|}\n    {\n    }\n", "\n    // kept\n    partial interface IGlyphPayments\n    {\n    }\n")]
    public Task Interface_becomes_partial_and_keeps_its_formatting_and_comments(string before, string after) =>
        VerifyCS.VerifyCodeFixAsync("using Figma.Payments;\n\n[PaymentsClient] " + before, "using Figma.Payments;\n\n[PaymentsClient] " + after);

    [Theory]
    [InlineData("class")]
    [InlineData("struct")]
    [InlineData("record")]
    [InlineData("record struct")]
    [InlineData("record class")]
    [InlineData("static class")]
    [InlineData("interface")]
    public Task Containing_types_become_partial_together_with_the_interface(string kind) => VerifyCS.VerifyCodeFixAsync(
        $$"""
        using Figma.Payments;

        /// <summary>Kept.</summary>
        public {{kind}} Outer
        {
            {{kind}} Inner
            {
                [PaymentsClient]
                public interface {|FPG1001:{|FPG1001:{|FPG1001:IGlyphPayments|}|}|} { }
            }
        }
        """,
        $$"""
        using Figma.Payments;

        /// <summary>Kept.</summary>
        public {{WithPartial(kind)}} Outer
        {
            {{WithPartial(kind)}} Inner
            {
                [PaymentsClient]
                public partial interface IGlyphPayments { }
            }
        }
        """);

    [Fact]
    public Task Fix_all_fixes_two_interfaces_of_a_file() => VerifyCS.VerifyCodeFixAsync(
        """
        using Figma.Payments;

        [PaymentsClient] interface {|FPG1001:IOne|} { }
        [PaymentsClient] interface {|FPG1001:ITwo|} { }
        """,
        """
        using Figma.Payments;

        [PaymentsClient] partial interface IOne { }
        [PaymentsClient] partial interface ITwo { }
        """);

    // 'partial' must be the last modifier.
    private static string WithPartial(string kind) => kind.StartsWith("static ", System.StringComparison.Ordinal)
        ? "static partial class"
        : "partial " + kind;
}

using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;

namespace Figma.Payments.Generators.Tests.Rules.Declarations;

/// <summary>Tests FPG1001.</summary>
public sealed class InterfaceMustBePartialTests
{
    [Fact]
    public async Task Nonpartial_interface_is_reported()
    {
        const string source = """
            namespace Shop;
            [PaymentsClient]
            public interface {|FPG1001:IGlyphPayments|};
            """;

        await Verify.ReportsAsync(source, "'IGlyphPayments' isn't partial, so the client of 'IGlyphPayments' can't be generated; add the 'partial' modifier");
        Verify.GeneratesNothing(Consumer.Of(Markup.Parse(source).Text));
    }

    [Theory]
    [InlineData("class")]
    [InlineData("struct")]
    [InlineData("record")]
    [InlineData("record struct")]
    [InlineData("interface")]
    [InlineData("static class")]
    public async Task Nonpartial_containing_type_is_reported_at_the_interface(string kind) =>
        await Verify.ReportsAsync(
            $$"""
            public {{kind}} Outer
            {
                [PaymentsClient]
                public partial interface {|FPG1001:IGlyph|} { }
            }
            """,
            "'Outer' isn't partial, so the client of 'IGlyph' can't be generated; add the 'partial' modifier");

    [Fact]
    public async Task Several_nonpartial_types_are_all_reported() =>
        await Verify.ReportsAsync(
            """
            public class First
            {
                public partial struct Second
                {
                    [PaymentsClient] public interface {|FPG1001:{|FPG1001:IGlyph|}|} { }
                }
            }
            """,
            "'IGlyph' isn't partial, so the client of 'IGlyph' can't be generated; add the 'partial' modifier",
            "'First' isn't partial, so the client of 'IGlyph' can't be generated; add the 'partial' modifier");

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
        await Verify.GeneratesAsync(
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
        await Verify.GeneratesAsync(
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
        await Verify.IsSilentAsync("public interface IGlyphPayments { bool Paid { get; } }");
}

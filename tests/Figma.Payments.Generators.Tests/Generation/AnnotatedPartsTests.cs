using System.Linq;
using Figma.Payments.Generators.Tests.Harness;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>An interface in several parts gets one client. Roslyn 4.8 passes every part of a file to the generator if one of them has the attribute.</summary>
public sealed class AnnotatedPartsTests
{
    private const string Other = "namespace Other { public sealed class PaymentsClientAttribute : System.Attribute { } }";
    private const string Neighbor = "namespace Shop { [PaymentsClient] public partial interface INeighbor { } }";

    public static TheoryData<string> Sources =>
    [
        "[PaymentsClient] public partial interface IGlyph { } [Other.PaymentsClient] public partial interface IGlyph { }",
        "[Other.PaymentsClient] public partial interface IGlyph { } [PaymentsClient] public partial interface IGlyph { }",
        "[PaymentsClient] public partial interface IGlyph { } [Other.PaymentsClientAttribute] partial interface IGlyph { } [Other.PaymentsClient] partial interface IGlyph { }",
        "[PaymentsClient] public partial interface IGlyph { } [Nowhere.PaymentsClient] public partial interface IGlyph { }",
        "[PaymentsClient] public partial interface IGlyph { } [PaymentsClient.] public partial interface IGlyph { }",
        "[PaymentsClient, Other.PaymentsClient] public partial interface IGlyph { } public partial interface IGlyph { }",
        "public partial class Outer { [PaymentsClient] public partial interface IGlyph { } } [Other.PaymentsClient] public partial class Outer { [Nowhere.PaymentsClient] public partial interface IGlyph { } }",
    ];

    /// <summary>The harness asserts that the generator throws no exception, which would remove the clients of the whole project (CS8785).</summary>
    [Theory]
    [MemberData(nameof(Sources))]
    public void Part_with_another_attribute_of_the_same_name_does_not_prevent_the_client(string parts) =>
        Assert.Equal(
            parts.Contains("Outer", System.StringComparison.Ordinal) ? ["Shop.INeighbor.g.cs", "Shop.Outer+IGlyph.g.cs"] : ["Shop.IGlyph.g.cs", "Shop.INeighbor.g.cs"],
            Consumer.Of($"namespace Shop {{ {parts} }}", Other, Neighbor).Generate().Files.Select(static file => file.HintName));

    [Fact]
    public void Two_annotated_parts_prevent_only_their_own_client() =>
        Assert.Equal(
            ["Shop.INeighbor.g.cs"],
            Consumer.Of("namespace Shop { [PaymentsClient] public partial interface IGlyph { } [PaymentsClient] public partial interface IGlyph { } }", Neighbor).Generate().Files.Select(static file => file.HintName));
}

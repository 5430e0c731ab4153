using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>The names of generated types and files are valid, whatever the name of the interface is.</summary>
public sealed class GeneratedNamesTests
{
    [Theory]
    [InlineData("IGlyph", "GlyphClient", "AddGlyph")]
    [InlineData("I3DPayments", "I3DPaymentsClient", "AddI3DPayments")]
    [InlineData("I9", "I9Client", "AddI9")]
    [InlineData("I٣Payments", "I٣PaymentsClient", "AddI٣Payments")]
    [InlineData("I\u0301Payments", "I\u0301PaymentsClient", "AddI\u0301Payments")]
    [InlineData("I_3DPayments", "_3DPaymentsClient", "Add_3DPayments")]
    [InlineData("IⅣPayments", "ⅣPaymentsClient", "AddⅣPayments")]
    [InlineData("I日本", "日本Client", "Add日本")]
    [InlineData("ItemPayments", "ItemPaymentsClient", "AddItemPayments")]
    [InlineData("I", "IClient", "AddI")]
    [InlineData("I3DClient", null, null)]
    public async Task Names_derived_from_the_interface_are_identifiers(string name, string? className, string? methodName)
    {
        Consumer consumer = Consumer.Of($"namespace Shop; [PaymentsClient] public partial interface {name} {{ }}") with { References = References.WithHttpClientFactory };

        // A name that the interface itself has is reported by FPG1009.
        Assert.Equal(className is null ? ["FPG1009"] : [], (await consumer.AnalyzeAsync()).Select(static diagnostic => diagnostic.Id));

        if (className is null)
            return;

        Compilation output = consumer.Generate().Output;
        Assert.NotNull(output.GetTypeByMetadataName("Shop." + className));
        Assert.NotEmpty(output.GetTypeByMetadataName($"Shop.{className}ServiceCollectionExtensions")!.GetMembers(methodName!));
    }

    [Fact]
    public async Task Interfaces_with_the_same_client_name_are_reported_whatever_follows_the_I() => Assert.Equal(
        ["FPG1009", "FPG1009"],
        (await Consumer.Of("[PaymentsClient] public partial interface I3D { } [PaymentsClient] public partial interface II3D { }").AnalyzeAsync()).Select(static diagnostic => diagnostic.Id));

    [Theory]
    [InlineData(40)]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(1000)]
    public void File_name_of_a_long_name_is_short_and_unique(int length)
    {
        foreach (char letter in "aй本")
        {
            string text = new(letter, length);

            string[] sources =
            [
                $"namespace {text} {{ [PaymentsClient] public partial interface IGlyph {{ }} [PaymentsClient] public partial interface IOther {{ }} }}",
                $"namespace {text}{letter} {{ [PaymentsClient] public partial interface IGlyph {{ }} }}",
                $"namespace Shop {{ public partial class Outer{text} {{ [PaymentsClient] public partial interface I{text} {{ }} }} [PaymentsClient] public partial interface I{text} {{ }} }}",
                $"namespace shop {{ [PaymentsClient] public partial interface I{text} {{ }} }}",
            ];

            IReadOnlyList<(string HintName, string Text)> files = Consumer.Of(sources).Generate().Files;
            Assert.Equal(6, files.Select(static file => file.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.All(files, static file => Assert.InRange(Encoding.UTF8.GetByteCount(file.HintName), 1, 175));
            Assert.All(files, static file => Assert.Matches(@"^[\p{L}].*\.g\.cs$", file.HintName));
        }
    }

    [Fact]
    public void File_name_of_a_long_namespace_ends_with_the_name_of_the_interface() => Assert.Matches(
        "^Long(\\.Long)*\\.IGlyph-[0-9a-f]{16}\\.g\\.cs$",
        Consumer.Of($"namespace Shop{string.Concat(Enumerable.Repeat(".Long", 50))} {{ [PaymentsClient] public partial interface IGlyph {{ }} }}").Generate().Files.Single().HintName);
}

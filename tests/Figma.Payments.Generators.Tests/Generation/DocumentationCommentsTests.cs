using System.Linq;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>The client inherits the documentation of the interface. A method without documentation gets a generated one.</summary>
public sealed class DocumentationCommentsTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("// Checks a payment.", false)]
    [InlineData("//// Checks a payment.", false)]
    [InlineData("/* Checks a payment. */", false)]
    [InlineData("/**/", false)]
    [InlineData("/*** Checks a payment. */", false)]
    [InlineData("///", true)]
    [InlineData("/// <summary>Checks a payment.</summary>", true)]
    [InlineData("/** <summary>Checks a payment.</summary> */", true)]
    [InlineData("/// <summary>Checks a payment.</summary>\n// A comment.", true)]
    [InlineData("#pragma warning disable CS1591\n/// <summary>Checks a payment.</summary>", true)]
    public void Documentation_comment_is_recognized_in_every_documentation_mode(string comment, bool isDocumentation)
    {
        foreach (DocumentationMode mode in new[] { DocumentationMode.None, DocumentationMode.Parse, DocumentationMode.Diagnose })
        {
            MethodDeclarationSyntax method = CSharpSyntaxTree.ParseText($"interface I\n{{\n{comment}\n    [A] void M();\n}}", new CSharpParseOptions(documentationMode: mode))
                .GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single();

            Assert.Equal(isDocumentation, DocumentationComments.HasComment(method));
        }
    }

    [Theory]
    [InlineData("", "Gets the payment status of a user for a plugin.")]
    [InlineData("/// <summary>Is it mine?</summary>", "")]
    public void Method_without_documentation_gets_a_generated_one(string comment, string summary)
    {
        Compilation output = Consumer.Of($"[PaymentsClient] public partial interface IGlyph\n{{\n{comment}\n    Task<PaymentStatus> CheckAsync(UserId user, PluginId plugin);\n}}").Generate().Output;
        string xml = output.GetTypeByMetadataName("GlyphClient")!.GetMembers("CheckAsync").Single().GetDocumentationCommentXml()!;

        Assert.Contains(summary.Length == 0 ? "<inheritdoc/>" : $"<summary>{summary}</summary>", xml, System.StringComparison.Ordinal);
        Assert.Equal(summary.Length == 0, xml.Contains("<inheritdoc/>", System.StringComparison.Ordinal));
    }
}

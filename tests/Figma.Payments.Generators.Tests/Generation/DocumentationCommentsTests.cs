using System.Linq;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>What a developer says of a question is inherited; where nobody says anything, the class says what the endpoint does.</summary>
public sealed class DocumentationCommentsTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("// Asks.", false)]
    [InlineData("//// Asks.", false)]
    [InlineData("/* Asks. */", false)]
    [InlineData("/**/", false)]
    [InlineData("/*** Asks. */", false)]
    [InlineData("///", true)]
    [InlineData("/// <summary>Asks.</summary>", true)]
    [InlineData("/** <summary>Asks.</summary> */", true)]
    [InlineData("/// <summary>Asks.</summary>\n// Why.", true)]
    [InlineData("#pragma warning disable CS1591\n/// <summary>Asks.</summary>", true)]
    public void A_comment_is_documentation_however_the_compiler_is_told_to_read_it(string comment, bool isDocumentation)
    {
        foreach (DocumentationMode mode in new[] { DocumentationMode.None, DocumentationMode.Parse, DocumentationMode.Diagnose })
        {
            MethodDeclarationSyntax method = CSharpSyntaxTree.ParseText($"interface I\n{{\n{comment}\n    [A] void M();\n}}", new CSharpParseOptions(documentationMode: mode))
                .GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single();

            Assert.Equal(isDocumentation, DocumentationComments.HasComment(method));
        }
    }

    [Theory]
    [InlineData("", "Asks whether a user has paid for a plugin.")]
    [InlineData("/// <summary>Is it mine?</summary>", "")]
    public void A_question_that_nobody_documents_is_documented_in_the_class(string comment, string summary)
    {
        Compilation output = Consumer.Of($"[PaymentsClient] public partial interface IGlyph\n{{\n{comment}\n    Task<PaymentStatus> AskAsync(UserId user, PluginId plugin);\n}}").Generate().Output;
        string xml = output.GetTypeByMetadataName("GlyphClient")!.GetMembers("AskAsync").Single().GetDocumentationCommentXml()!;

        Assert.Contains(summary.Length == 0 ? "<inheritdoc/>" : $"<summary>{summary}</summary>", xml, System.StringComparison.Ordinal);
        Assert.Equal(summary.Length == 0, xml.Contains("<inheritdoc/>", System.StringComparison.Ordinal));
    }
}

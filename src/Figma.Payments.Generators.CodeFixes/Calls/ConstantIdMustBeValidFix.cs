using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Rules.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Figma.Payments.Generators.CodeFixes.Calls;

/// <summary>FPG2005: has an address parsed where an id is made of it, or takes the id out of it, or out of the white space around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConstantIdMustBeValidFix))]
public sealed class ConstantIdMustBeValidFix() : RuleFix(Descriptors.ConstantIdMustBeValid)
{
    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax value)
                continue;

            diagnostic.Properties.TryGetValue(ConstantIdMustBeValidAnalyzer.Fix, out string? fix);

            if (diagnostic.Properties.TryGetValue(ConstantIdMustBeValidAnalyzer.Id, out string? id) && id is not null && value is LiteralExpressionSyntax)
                Register(context, diagnostic, fix == ConstantIdMustBeValidAnalyzer.FixByTrim ? "Remove the white space around the id" : "Use the id in the address", root, value, Literal(id).WithTriviaFrom(value));
            else if (fix == ConstantIdMustBeValidAnalyzer.FixByParse && value.Parent?.Parent?.Parent is ExpressionSyntax creation)
                await RegisterParseAsync(context, diagnostic, root, creation).ConfigureAwait(false);
        }
    }

    private static async Task RegisterParseAsync(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, ExpressionSyntax creation)
    {
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);

        ArgumentListSyntax? arguments = (creation as BaseObjectCreationExpressionSyntax)?.ArgumentList;

        if (arguments is not { Arguments: { Count: 1 } only } || model?.GetTypeInfo(creation, context.CancellationToken).Type is not INamedTypeSymbol type)
            return;

        // The parameter has another name there.
        ArgumentListSyntax parsed = only[0].NameColon is null
            ? arguments
            : arguments.WithArguments(SyntaxFactory.SingletonSeparatedList(only[0].WithNameColon(null)));

        // A name that is a type is another node than one that is part of an expression.
        ExpressionSyntax name = SyntaxFactory.ParseExpression(creation is ObjectCreationExpressionSyntax { Type: NameSyntax written }
            ? written.ToString()
            : type.ToMinimalDisplayString(model, creation.SpanStart));

        ExpressionSyntax call = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, name, SyntaxFactory.IdentifierName("Parse")),
            parsed);

        Register(context, diagnostic, $"Use '{type.Name}.Parse'", root, creation, call.WithTriviaFrom(creation));
    }

    private static LiteralExpressionSyntax Literal(string text) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));

    private static void Register(CodeFixContext context, Diagnostic diagnostic, string title, SyntaxNode root, ExpressionSyntax before, ExpressionSyntax after) =>
        context.RegisterCodeFix(
            CodeAction.Create(title, cancellationToken => ReplaceAsync(context.Document, root, before, after, cancellationToken), equivalenceKey: Descriptors.ConstantIdMustBeValid.Id),
            diagnostic);

    private static Task<Document> ReplaceAsync(Document document, SyntaxNode root, ExpressionSyntax before, ExpressionSyntax after, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(before, after)));
    }
}

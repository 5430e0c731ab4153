using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Figma.Payments.Generators.CodeFixes.Requests;

/// <summary>FPG4002: sends the token in the header that the Payments API reads.</summary>
/// <remarks>No Fix All: whether what is sent is a personal access token, a person has to look up each time.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DoNotUseOAuthFix))]
public sealed class DoNotUseOAuthFix() : RuleFix(Descriptors.DoNotUseOAuth)
{
    private const string Header = "X-Figma-Token";

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (model is null
                || root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax value
                || (ForAssignment(value, model, context.CancellationToken) ?? ForCall(value, model, context.CancellationToken)) is not var (before, after))
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Send a personal access token as '{Header}'",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(before, after.WithTriviaFrom(before)))),
                    equivalenceKey: Descriptors.DoNotUseOAuth.Id),
                diagnostic);
        }
    }

    /// <summary><c>request.Headers.Authorization = new("Bearer", token)</c> → <c>request.Headers.Add("X-Figma-Token", token)</c>.</summary>
    private static (SyntaxNode Before, SyntaxNode After)? ForAssignment(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        if (value is not BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments: [{ NameColon: null }, { NameColon: null, Expression: var token }] }
            || value.Parent is not AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax headers } target, Parent: ExpressionStatementSyntax statement } assignment
            || !IsSetOnce(headers, statement, model, cancellationToken)
            || !IsToken(token, model, cancellationToken)
            || HasComments(assignment, headers, token))
        {
            return null;
        }

        return (assignment, SyntaxFactory.InvocationExpression(
            target.WithName(SyntaxFactory.IdentifierName("Add")).WithoutTrivia(),
            SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(
                [SyntaxFactory.Argument(Name()), SyntaxFactory.Argument(token.WithoutTrivia())],
                [SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)]))));
    }

    /// <summary><c>Add("Authorization", $"Bearer {token}")</c> → <c>Add("X-Figma-Token", token)</c>.</summary>
    private static (SyntaxNode Before, SyntaxNode After)? ForCall(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        if (value.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [{ NameColon: null, Expression: var name }, { NameColon: null } second], Parent: InvocationExpressionSyntax call } }
            || second != value.Parent
            || FindToken(value) is not { } token
            || !IsToken(token, model, cancellationToken)
            || HasComments(value, token))
        {
            return null;
        }

        return (call, call.ReplaceNodes([name, value], (old, _) => (old == name ? Name() : token).WithTriviaFrom(old)));
    }

    /// <summary>What stands behind <c>Bearer</c>, where that is one expression.</summary>
    private static ExpressionSyntax? FindToken(ExpressionSyntax value) => value switch
    {
        InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax scheme, InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole] }
            when IsScheme(scheme.TextToken.ValueText) => Bare(hole.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Left: LiteralExpressionSyntax scheme, Right: var token }
            when IsScheme(scheme.Token.ValueText) => Bare(token),
        _ => null,
    };

    private static bool IsScheme(string text) => text.Equals("Bearer ", StringComparison.OrdinalIgnoreCase);

    private static ExpressionSyntax Bare(ExpressionSyntax expression) =>
        expression is ParenthesizedExpressionSyntax { Expression: var inner } ? inner : expression;

    /// <summary>
    /// Whether adding is the same as assigning: a message is sent once, and a client is, where it is made beside the assignment. Of any
    /// other client, the header may be set again, and a second token beside the first is refused.
    /// </summary>
    private static bool IsSetOnce(MemberAccessExpressionSyntax headers, SyntaxNode statement, SemanticModel model, CancellationToken cancellationToken) =>
        headers.Name.Identifier.ValueText switch
        {
            "Headers" => true,
            "DefaultRequestHeaders" => model.GetSymbolInfo(headers.Expression, cancellationToken).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declaration] }
                && declaration.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax, Parent.Parent: LocalDeclarationStatementSyntax made }
                && made.Parent == statement.Parent,
            _ => false,
        };

    private static bool IsToken(ExpressionSyntax token, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(token, cancellationToken).Type?.SpecialType == SpecialType.System_String
        && !(model.GetConstantValue(token, cancellationToken).Value is string constant && constant.Contains(AccessTokenText.OAuthPrefix))
        && !token.ToString().Contains(AccessTokenText.OAuthPrefix);

    /// <summary>Whether something would be lost that a person wrote beside what is kept.</summary>
    private static bool HasComments(SyntaxNode replaced, params SyntaxNode[] kept) => replaced.DescendantTrivia().Any(trivia =>
        replaced.Span.Contains(trivia.Span)
        && !trivia.IsKind(SyntaxKind.WhitespaceTrivia)
        && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)
        && !kept.Any(each => each.Span.Contains(trivia.Span)));

    private static LiteralExpressionSyntax Name() => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(Header));
}

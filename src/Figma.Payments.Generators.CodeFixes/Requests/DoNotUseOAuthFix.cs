using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Requests;

/// <summary>Fixes FPG4002: sends the token in the header that the Payments API reads.</summary>
/// <remarks>There is no Fix All because the developer must check for each request that the token is a personal access token.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DoNotUseOAuthFix))]
public sealed class DoNotUseOAuthFix() : RuleCodeFixProvider(Descriptors.DoNotUseOAuth)
{
    private const string Header = "X-Figma-Token";

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override IEnumerable<Replacement> FindReplacements(ReportedNode reported) =>
        reported.Node is ExpressionSyntax value
        && (ForAssignment(value, reported.Model, reported.CancellationToken) ?? ForCall(value, reported.Model, reported.CancellationToken)) is var (before, after)
            ? [new Replacement($"Send the token in the '{Header}' header", before, after)]
            : [];

    /// <summary><c>request.Headers.Authorization = new("Bearer", token)</c> → <c>request.Headers.Add("X-Figma-Token", token)</c>.</summary>
    private static (SyntaxNode Before, SyntaxNode After)? ForAssignment(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        if (value is not BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments: [{ NameColon: null }, { NameColon: null, Expression: var token }] }
            || value.Parent is not AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax headers } target, Parent: ExpressionStatementSyntax statement } assignment
            || !IsSetOnce(headers, statement, model, cancellationToken)
            || !IsToken(token, model, cancellationToken)
            || AddsToken(assignment)
            || assignment.HasCommentsOutside(headers, token))
        {
            return null;
        }

        return (assignment, SyntaxFactory.InvocationExpression(
            target.WithName(SyntaxFactory.IdentifierName("Add")).WithoutTrivia(),
            SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(
                [SyntaxFactory.Argument(HeaderName()), SyntaxFactory.Argument(token.WithoutTrivia())],
                [SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)]))));
    }

    /// <summary><c>Add("Authorization", $"Bearer {token}")</c> → <c>Add("X-Figma-Token", token)</c>.</summary>
    private static (SyntaxNode Before, SyntaxNode After)? ForCall(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        if (value.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [{ NameColon: null, Expression: var name }, { NameColon: null } second], Parent: InvocationExpressionSyntax call } }
            || second != value.Parent
            || FindToken(value) is not { } token
            || !IsToken(token, model, cancellationToken)
            || AddsToken(call)
            || value.HasCommentsOutside(token))
        {
            return null;
        }

        return (call, call.ReplaceNodes([name, value], (old, _) => (old == name ? HeaderName() : token).WithTriviaFrom(old)));
    }

    /// <summary>Finds the token after <c>Bearer</c>, or returns null if the value isn't one expression after the scheme.</summary>
    private static ExpressionSyntax? FindToken(ExpressionSyntax value) => value switch
    {
        InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax scheme, InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole] }
            when IsScheme(scheme.TextToken.ValueText) => WithoutParentheses(hole.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Left: LiteralExpressionSyntax scheme, Right: var token }
            when IsScheme(scheme.Token.ValueText) => WithoutParentheses(token),
        _ => null,
    };

    private static bool IsScheme(string text) => text.Equals("Bearer ", StringComparison.OrdinalIgnoreCase);

    private static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression) =>
        expression is ParenthesizedExpressionSyntax { Expression: var inner } ? inner : expression;

    /// <summary>Determines whether the header is set only once, so that adding it is the same as assigning it.</summary>
    /// <remarks>
    /// This holds for a request message that isn't assigned in a loop around it, and for a client that is created in the same block. The header of any other client
    /// can be set again: adding it then sends two tokens, and the request is rejected.
    /// </remarks>
    private static bool IsSetOnce(MemberAccessExpressionSyntax headers, SyntaxNode statement, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(headers.Expression, cancellationToken).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declaration] }
        && declaration.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax } declarator
        && headers.Name.Identifier.ValueText switch
        {
            "Headers" => IsExecutedOnce(statement, declarator),
            "DefaultRequestHeaders" => declarator.Parent?.Parent is LocalDeclarationStatementSyntax created && created.Parent == statement.Parent,
            _ => false,
        };

    /// <summary>Determines whether a statement is executed at most once after a declaration: no loop, function or label is between them.</summary>
    private static bool IsExecutedOnce(SyntaxNode statement, VariableDeclaratorSyntax declarator)
    {
        SyntaxNode? scope = declarator.Parent?.Parent switch
        {
            LocalDeclarationStatementSyntax { Parent: GlobalStatementSyntax global } => global.Parent,
            LocalDeclarationStatementSyntax local => local.Parent,
            UsingStatementSyntax scoped => scoped,
            _ => null,
        };

        return scope is not null
            && statement.Ancestors().TakeWhile(around => around != scope).All(static around => around is BlockSyntax or IfStatementSyntax or ElseClauseSyntax or TryStatementSyntax or UsingStatementSyntax or GlobalStatementSyntax)
            && statement.Ancestors().Contains(scope)
            && !scope.DescendantNodes().Any(static node => node is LabeledStatementSyntax);
    }

    /// <summary>Determines whether the member sends the header already. A second one would be added to it.</summary>
    private static bool AddsToken(SyntaxNode node) =>
        (node.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? node.SyntaxTree.GetRoot()).DescendantTokens()
            .Any(static token => token.IsKind(SyntaxKind.StringLiteralToken) && token.ValueText.Equals(Header, StringComparison.OrdinalIgnoreCase));

    private static bool IsToken(ExpressionSyntax token, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(token, cancellationToken).Type?.SpecialType == SpecialType.System_String
        && !(model.GetConstantValue(token, cancellationToken).Value is string constant && constant.Contains(AccessTokenText.OAuthPrefix))
        && !token.ToString().Contains(AccessTokenText.OAuthPrefix);

    private static LiteralExpressionSyntax HeaderName() => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(Header));
}

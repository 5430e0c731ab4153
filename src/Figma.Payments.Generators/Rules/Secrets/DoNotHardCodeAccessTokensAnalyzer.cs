using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Generators.Rules.Secrets;

/// <summary>Reports FPG4001: a hard-coded access token. The message contains no part of it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DoNotHardCodeAccessTokensAnalyzer() : LibraryAnalyzer(Descriptors.DoNotHardCodeAccessTokens)
{
    // Separates the constants of a concatenation from unknown text. A token can't contain it.
    private const char Unknown = '\0';

    private protected override void Register(CompilationStartAnalysisContext start)
    {
        start.RegisterSyntaxNodeAction(AnalyzeText, SyntaxKind.StringLiteralExpression, SyntaxKind.Utf8StringLiteralExpression, SyntaxKind.InterpolatedStringText);
        start.RegisterSyntaxNodeAction(AnalyzeConcatenation, SyntaxKind.AddExpression, SyntaxKind.InterpolatedStringExpression, SyntaxKind.InvocationExpression);
    }

    private static void AnalyzeText(SyntaxNodeAnalysisContext context)
    {
        SyntaxToken token = context.Node switch
        {
            LiteralExpressionSyntax literal => literal.Token,
            InterpolatedStringTextSyntax text => text.TextToken,
            _ => default,
        };

        for ((int, int)? found = AccessTokenText.Find(token.ValueText); found is var (start, length); found = AccessTokenText.Find(token.ValueText, start + length))
        {
            Location location = token.GetLocation();
            Location? inMarkup = IsConfigured(context) ? null : RazorFile.FindInMarkup(location, token.ValueText.Substring(start, length), context.Options.AdditionalFiles, context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.DoNotHardCodeAccessTokens, inMarkup ?? location, AccessTokenText.GetKind(token.ValueText, start)));

            // A literal is reported once. But Razor writes consecutive elements of the markup as one literal.
            if (inMarkup is null)
                return;
        }
    }

    /// <summary>Determines whether an <c>.editorconfig</c> changes the severity for a file. The compiler applies it only to a location in the file.</summary>
    private static bool IsConfigured(SyntaxNodeAnalysisContext context) =>
        context.Compilation.Options.SyntaxTreeOptionsProvider?.TryGetDiagnosticValue(context.Node.SyntaxTree, Descriptors.DoNotHardCodeAccessTokens.Id, context.CancellationToken, out _) == true;

    /// <summary>Reports a token that consists of several constants, at the constant with which it begins.</summary>
    private static void AnalyzeConcatenation(SyntaxNodeAnalysisContext context)
    {
        // The outermost concatenation contains the others.
        if (!IsConcatenation(context.Node) || IsConcatenation(FindOuter(context.Node)) || !MayContainToken(context))
            return;

        List<(SyntaxNode Node, string Text)> parts = [];
        AddParts(parts, context.Node, context.SemanticModel, context.CancellationToken);

        // The text of each part is analyzed where it is written.
        if (parts.Count < 2 || AccessTokenText.Find(string.Concat(parts.Select(static part => part.Text))) is not var (start, _))
            return;

        int position = 0;

        foreach ((SyntaxNode node, string text) in parts)
        {
            if (start >= position && start < position + text.Length)
            {
                // A prefix that is divided is divided on purpose, for example in the tests of a scanner.
                if (start + AccessTokenText.PersonalPrefix.Length <= position + text.Length && AccessTokenText.Find(text) is null)
                    context.ReportDiagnostic(Diagnostic.Create(Descriptors.DoNotHardCodeAccessTokens, LocationOf(node), AccessTokenText.GetKind(text, start - position)));

                return;
            }

            position += text.Length;
        }
    }

    /// <summary>Determines whether a text of the concatenation contains the prefix or could be the rest of a token. Most concatenations are excluded before any name is resolved.</summary>
    private static bool MayContainToken(SyntaxNodeAnalysisContext context)
    {
        bool hasText = false;

        foreach (SyntaxToken token in context.Node.DescendantTokens())
        {
            if (!token.IsKind(SyntaxKind.StringLiteralToken) && !token.IsKind(SyntaxKind.InterpolatedStringTextToken) && !token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken))
                continue;

            if (AccessTokenText.MayBePart(token.ValueText))
                return true;

            hasText = true;
        }

        // The sum of two numbers has no text either.
        return !hasText && (context.Node is InvocationExpressionSyntax || context.SemanticModel.GetConstantValue(context.Node, context.CancellationToken).Value is string);
    }

    private static SyntaxNode? FindOuter(SyntaxNode node)
    {
        SyntaxNode? outer = node.Parent;

        while (outer is ParenthesizedExpressionSyntax or ArgumentSyntax or ArgumentListSyntax or InterpolationSyntax)
            outer = outer.Parent;

        return outer;
    }

    private static bool IsConcatenation(SyntaxNode? node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or InterpolatedStringExpressionSyntax => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Concat" } access, ArgumentList.Arguments.Count: > 1 } => access.Expression.ToString() is "string" or "String" or "System.String",
        _ => false,
    };

    private static void AddParts(List<(SyntaxNode Node, string Text)> parts, SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        // The operands of a long sum are nested on the left.
        Stack<SyntaxNode> open = new();
        open.Push(node);

        while (open.Count > 0)
        {
            SyntaxNode next = open.Pop();

            switch (next)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    open.Push(parenthesized.Expression);
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                    open.Push(sum.Right);
                    open.Push(sum.Left);
                    break;
                case InterpolatedStringExpressionSyntax text:
                    foreach (InterpolatedStringContentSyntax content in text.Contents.Reverse())
                        open.Push(content is InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole ? hole.Expression : content);

                    break;
                case InvocationExpressionSyntax call when IsConcatenation(call):
                    foreach (ArgumentSyntax argument in call.ArgumentList.Arguments.Reverse())
                        open.Push(argument.Expression);

                    break;
                case InterpolatedStringTextSyntax text:
                    parts.Add((next, text.TextToken.ValueText));
                    break;
                case LiteralExpressionSyntax literal:
                    parts.Add((next, literal.Token.ValueText));
                    break;
                case IdentifierNameSyntax or MemberAccessExpressionSyntax when model.GetConstantValue(next, cancellationToken).Value is string constant:
                    parts.Add((next, constant));
                    break;
                default:
                    parts.Add((next, Unknown.ToString()));
                    break;
            }
        }
    }

    private static Location LocationOf(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal => literal.Token.GetLocation(),
        InterpolatedStringTextSyntax text => text.TextToken.GetLocation(),
        _ => node.GetLocation(),
    };
}

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
    private protected override void Register(CompilationStartAnalysisContext start) => start.RegisterSyntaxNodeAction(
        Analyze,
        SyntaxKind.StringLiteralExpression,
        SyntaxKind.Utf8StringLiteralExpression,
        SyntaxKind.InterpolatedStringText);

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        SyntaxToken token = context.Node switch
        {
            LiteralExpressionSyntax literal => literal.Token,
            InterpolatedStringTextSyntax text => text.TextToken,
            _ => default,
        };

        string value = token.ValueText;

        if (value.Length < AccessTokenText.PersonalPrefix.Length || value.IndexOf("fig", System.StringComparison.Ordinal) < 0)
            return;

        if ((AccessTokenText.FindKind(value) ?? FindKindInConcatenation(context, value)) is { } kind)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.DoNotHardCodeAccessTokens, token.GetLocation(), kind));
    }

    /// <summary>Returns the kind of a token that is concatenated from several constants, or null if there is none.</summary>
    private static string? FindKindInConcatenation(SyntaxNodeAnalysisContext context, string value)
    {
        if (!AccessTokenText.MayContinue(value))
            return null;

        SyntaxNode node = context.Node;

        while (node.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression })
            node = node.Parent;

        return node != context.Node && context.SemanticModel.GetConstantValue(node, context.CancellationToken).Value is string concatenation
            ? AccessTokenText.FindKind(concatenation)
            : null;
    }
}

using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Calls;

/// <summary>Creates the expression that a fix passes as a resource ID: a value in scope, otherwise a placeholder that isn't a valid ID.</summary>
internal static class ResourceIdExpression
{
    /// <summary>Creates the name of a value in scope, or returns null if there is none. The compiler can still refuse to read it at the call.</summary>
    public static ExpressionSyntax? FindInScope(IParameterSymbol parameter, InvocationExpressionSyntax call, SemanticModel model) =>
        ValueInScope.Find(parameter, FindType(parameter), call, model) is { } name
            ? SyntaxFactory.IdentifierName(SyntaxFactory.ParseToken(SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name))
            : null;

    /// <summary>Creates the placeholder, or returns null if there is none: every number could be a valid ID.</summary>
    public static ExpressionSyntax? CreatePlaceholder(IParameterSymbol parameter)
    {
        ITypeSymbol type = FindType(parameter);

        if (PlaceholderText(parameter) is not { } placeholder)
            return null;

        ExpressionSyntax text = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(placeholder));

        if (type.SpecialType == SpecialType.System_String)
            return text;

        if (type.SpecialType != SpecialType.None)
            return null;

        return SyntaxFactory.ObjectCreationExpression(
            SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            TypeSyntaxFactory.Parse(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(text))),
            initializer: null);
    }

    private static ITypeSymbol FindType(IParameterSymbol parameter) => parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        ? ((INamedTypeSymbol)parameter.Type).TypeArguments[0]
        : parameter.Type;

    /// <summary>Gets a text with white space, which is never a valid ID, or null if the parameter accepts a resource of any type.</summary>
    private static string? PlaceholderText(IParameterSymbol parameter) => ParameterParser.TryParse(parameter, out _)?.Role switch
    {
        PaymentsRole.CommunityFileId => "your Community file ID",
        PaymentsRole.PluginId => "your plugin ID",
        PaymentsRole.WidgetId => "your widget ID",
        _ => null,
    };
}

using System.Collections.Generic;
using Figma.Payments.Generators.Rules;
using Figma.Payments.Generators.Rules.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Calls;

/// <summary>Fixes FPG2005: parses a Community address, replaces it by the ID that it contains, or removes the white space around an ID.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConstantIdMustBeValidFix))]
public sealed class ConstantIdMustBeValidFix() : RuleCodeFixProvider(Descriptors.ConstantIdMustBeValid)
{
    private protected override IEnumerable<Replacement> FindReplacements(ReportedNode reported)
    {
        if (reported.Node is not ExpressionSyntax value)
            return [];

        reported.Diagnostic.Properties.TryGetValue(ConstantIdMustBeValidAnalyzer.Fix, out string? kind);

        if (reported.Diagnostic.Properties.TryGetValue(ConstantIdMustBeValidAnalyzer.Id, out string? id) && id is not null && value is LiteralExpressionSyntax)
        {
            string title = kind == ConstantIdMustBeValidAnalyzer.FixByTrim ? "Remove the white space around the ID" : "Use the ID from the address";
            return [new Replacement(title, value, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(id)))];
        }

        if (kind == ConstantIdMustBeValidAnalyzer.FixByParse
            && value.Parent?.Parent?.Parent is BaseObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: 1 } arguments } creation
            && reported.Model.GetTypeInfo(creation, reported.CancellationToken).Type is INamedTypeSymbol type
            && !creation.HasCommentsOutside(arguments.Arguments[0].NameColon is null ? arguments : value)
            && CallParse(creation, arguments, type, reported.Model) is { } call)
        {
            return [new Replacement($"Use '{type.Name}.Parse'", creation, call)];
        }

        return [];
    }

    /// <summary><c>new PluginId("…")</c> → <c>PluginId.Parse("…")</c>, or null if no name of the type can be used at that position.</summary>
    private static InvocationExpressionSyntax? CallParse(BaseObjectCreationExpressionSyntax creation, ArgumentListSyntax arguments, INamedTypeSymbol type, SemanticModel model)
    {
        // The name of the constructor's parameter isn't the name of the parameter of Parse.
        if (arguments.Arguments[0].NameColon is not null)
            arguments = arguments.WithArguments(SyntaxFactory.SingletonSeparatedList(arguments.Arguments[0].WithNameColon(null)));

        string shortName = creation is ObjectCreationExpressionSyntax { Type: NameSyntax written } ? written.ToString() : type.ToMinimalDisplayString(model, creation.SpanStart);

        // A member or a local variable can have the name of the type.
        foreach (string name in new[] { shortName, type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) })
        {
            // The name is parsed as an expression because a type name is another kind of node.
            InvocationExpressionSyntax call = SyntaxFactory.InvocationExpression(
                SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.ParseExpression(name), SyntaxFactory.IdentifierName("Parse")),
                arguments);

            if (model.GetSpeculativeSymbolInfo(creation.SpanStart, call, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol { IsStatic: true } parse
                && SymbolEqualityComparer.Default.Equals(parse.ContainingType, type))
            {
                return call;
            }
        }

        return null;
    }
}

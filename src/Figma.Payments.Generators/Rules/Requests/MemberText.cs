using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Rules.Requests;

/// <summary>Determines whether a field or a property of the project is a string that is certainly specified, as far as its type shows.</summary>
/// <remarks>The type must be in one file. Its initializer and its constructors must assign non-empty literals, or parameters that are strings without an empty default value.</remarks>
internal static class MemberText
{
    // Configuration sets some properties of such a type, and leaves others.
    private static readonly string[] OptionsSuffixes = ["Options", "Settings", "Configuration", "Config"];

    private static readonly ConditionalWeakTable<ISymbol, StrongBox<bool>> Known = new();

    public static bool IsSpecified(ISymbol member) => Known.GetValue(member.OriginalDefinition, static symbol => new StrongBox<bool>(IsReadOnlyString(symbol) && HasText(symbol))).Value;

    private static bool IsReadOnlyString(ISymbol member) => member switch
    {
        IFieldSymbol field => field is { IsReadOnly: true, Type.SpecialType: SpecialType.System_String, NullableAnnotation: NullableAnnotation.NotAnnotated },
        IPropertySymbol property => property is { IsIndexer: false, IsVirtual: false, IsAbstract: false, IsOverride: false, Type.SpecialType: SpecialType.System_String, NullableAnnotation: NullableAnnotation.NotAnnotated }
            && property.SetMethod is null or { IsInitOnly: true },
        _ => false,
    };

    private static bool HasText(ISymbol member)
    {
        if (member.DeclaringSyntaxReferences is not [var declaration] || member.ContainingType.DeclaringSyntaxReferences is not [var part] || part.GetSyntax() is not TypeDeclarationSyntax type)
            return false;

        switch (declaration.GetSyntax())
        {
            // A property of a positional record.
            case ParameterSyntax parameter:
                return HasText(parameter);
            case VariableDeclaratorSyntax field:
                return AreTexts(field.Initializer?.Value, type, member.Name);
            case PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors } property when accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }):
                return property.Initializer is null && property.Modifiers.Any(static modifier => modifier.ValueText == "required") ? !IsOptions(type) : AreTexts(property.Initializer?.Value, type, member.Name);
            default:
                return false;
        }
    }

    private static bool IsOptions(TypeDeclarationSyntax type) => OptionsSuffixes.Any(suffix => type.Identifier.ValueText.EndsWith(suffix, StringComparison.Ordinal));

    /// <summary>Determines whether all values that the type assigns to the member are texts, and there is one.</summary>
    private static bool AreTexts(ExpressionSyntax? initial, TypeDeclarationSyntax type, string name)
    {
        List<ExpressionSyntax?> values = initial is null ? [] : [initial];

        foreach (IdentifierNameSyntax use in type.Members.OfType<ConstructorDeclarationSyntax>().SelectMany(static constructor => constructor.DescendantNodes()).OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == name))
        {
            ExpressionSyntax target = use.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? access : use;

            if (target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target)
                values.Add(assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) ? assignment.Right : null);
            else if (target.Parent is ArgumentSyntax)
                values.Add(null);
        }

        return values.Count > 0 && values.TrueForAll(value => IsText(value, type));
    }

    private static bool IsText(ExpressionSyntax? value, TypeDeclarationSyntax type) => value switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Token.ValueText.Length > 0,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: ThrowExpressionSyntax, Left: var text } => IsText(text, type),
        IdentifierNameSyntax parameter => IsText(parameter, value.FirstAncestorOrSelf<ConstructorDeclarationSyntax>(), type),
        _ => false,
    };

    /// <summary>Determines whether a name refers to a parameter with text, which the constructor doesn't replace.</summary>
    private static bool IsText(IdentifierNameSyntax name, ConstructorDeclarationSyntax? constructor, TypeDeclarationSyntax type) =>
        (constructor?.ParameterList ?? type.ChildNodes().OfType<ParameterListSyntax>().FirstOrDefault())?.Parameters.FirstOrDefault(each => each.Identifier.ValueText == name.Identifier.ValueText) is { } parameter
        && HasText(parameter)
        && constructor?.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name.Identifier.ValueText && IsWritten(use)) != true;

    private static bool IsWritten(IdentifierNameSyntax use) => use.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == use,
        ArgumentSyntax { Parent: TupleExpressionSyntax } => true,
        ArgumentSyntax argument => argument.RefKindKeyword.ValueText.Length > 0,
        _ => false,
    };

    private static bool HasText(ParameterSyntax parameter) =>
        parameter.Type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword }
        && parameter.Default?.Value is null or LiteralExpressionSyntax { Token.Value: string { Length: > 0 } };
}

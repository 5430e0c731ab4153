using System.Collections.Generic;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Roslyn;
using Figma.Payments.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Declarations;

/// <summary>Fixes FPG1004: changes the type of a parameter to the type of the role that its name stands for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParameterMustHaveRoleFix))]
public sealed class ParameterMustHaveRoleFix() : RuleCodeFixProvider(Descriptors.ParameterMustHaveRole)
{
    private protected override IEnumerable<Replacement> FindReplacements(ReportedNode reported)
    {
        if (reported.Node is not ParameterSyntax { Type: { } type, Default: null, Modifiers.Count: 0, AttributeLists.Count: 0 } declaration
            || reported.Model.GetDeclaredSymbol(declaration, reported.CancellationToken) is not { Type.TypeKind: not TypeKind.Error } parameter
            || ParameterParser.RoleNamed(parameter.Name) is not { } role
            || (role != PaymentsRole.ExpectedUser && LibrarySymbols.FindParameterType(SymbolText.WithoutNullable(parameter.Type, out _)) == ParameterType.String))
        {
            return [];
        }

        string typeName = (role == PaymentsRole.ExpectedUser ? PaymentsRole.UserId : role).ToString();
        TypeSyntax roleType = TypeSyntaxFactory.LibraryType(typeName);

        if (type is NullableTypeSyntax)
            roleType = TypeSyntaxFactory.Nullable(roleType);

        return [new Replacement($"Change the type of '{parameter.Name}' to '{typeName}'", type, roleType)];
    }
}

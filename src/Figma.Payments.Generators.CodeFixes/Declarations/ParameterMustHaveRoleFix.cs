using System.Collections.Generic;
using System.Linq;
using System.Threading;
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
/// <remarks>The action is offered only if it leads to no other problem, such as a signature that another method has.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ParameterMustHaveRoleFix))]
public sealed class ParameterMustHaveRoleFix() : RuleCodeFixProvider(Descriptors.ParameterMustHaveRole)
{
    private protected override IEnumerable<Replacement> FindReplacements(ReportedNode reported)
    {
        if (reported.Node is not ParameterSyntax { Type: { } type, Parent: ParameterListSyntax list } declaration
            || reported.Model.GetDeclaredSymbol(declaration, reported.CancellationToken) is not { ContainingSymbol: IMethodSymbol method } parameter
            || FindRole(parameter, reported.CancellationToken) is not { } role
            || Overloads.WouldClash(method, other => other.Parameters.Select(each => GetTypeAfterwards(each, reported.CancellationToken))))
        {
            return [];
        }

        Replacement replacement = new($"Change the type of '{parameter.Name}' to '{TypeName(role)}'", type, CreateType(type, role));
        Replacement all = new("", list, ReplaceAll(list, method, reported.CancellationToken));

        return DeclarationChange.IsImprovement(replacement, method.ContainingType, reported)
            && DeclarationChange.IsImprovement(all, method.ContainingType, reported)
            && DeclarationChange.KeepsUses(all, method, reported)
                ? [replacement]
                : [];
    }

    /// <summary>Changes the list as Fix All does.</summary>
    private static ParameterListSyntax ReplaceAll(ParameterListSyntax list, IMethodSymbol method, CancellationToken cancellationToken)
    {
        Dictionary<TypeSyntax, PaymentsRole> roles = [];

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (FindRole(parameter, cancellationToken) is { } role)
                roles.Add(list.Parameters[parameter.Ordinal].Type!, role);
        }

        return list.ReplaceNodes(roles.Keys, (type, _) => CreateType(type, roles[type]).WithTriviaFrom(type));
    }

    private static TypeSyntax CreateType(TypeSyntax replaced, PaymentsRole role)
    {
        TypeSyntax type = TypeSyntaxFactory.LibraryType(TypeName(role));
        return replaced is NullableTypeSyntax ? TypeSyntaxFactory.Nullable(type) : type;
    }

    /// <summary>Returns the role that the name of a reported parameter stands for, or null if there is none or if the type can't be replaced.</summary>
    private static PaymentsRole? FindRole(IParameterSymbol parameter, CancellationToken cancellationToken) =>
        FindDeclaration(parameter, cancellationToken) is { Type: { } type, Default: null, Modifiers.Count: 0, AttributeLists.Count: 0 }
        && !DeclarationChange.HasCommentOrDirective(type)
        && parameter.Type.TypeKind != TypeKind.Error
        && ParameterParser.TryParse(parameter, out _) is null
        && ParameterParser.RoleNamed(parameter.Name) is { } role
        && (role == PaymentsRole.ExpectedUser || LibrarySymbols.FindParameterType(SymbolText.WithoutNullable(parameter.Type, out _)) != ParameterType.String)
            ? role
            : null;

    private static string TypeName(PaymentsRole role) => (role == PaymentsRole.ExpectedUser ? PaymentsRole.UserId : role).ToString();

    /// <summary>Gets the type of a parameter after Fix All.</summary>
    private static string GetTypeAfterwards(IParameterSymbol parameter, CancellationToken cancellationToken) => FindRole(parameter, cancellationToken) is { } role
        ? $"global::{KnownNames.LibraryNamespace}.{TypeName(role)}{(FindDeclaration(parameter, cancellationToken)!.Type is NullableTypeSyntax ? "?" : "")}"
        : Overloads.TypeName(parameter);

    private static ParameterSyntax? FindDeclaration(IParameterSymbol parameter, CancellationToken cancellationToken) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) as ParameterSyntax;
}

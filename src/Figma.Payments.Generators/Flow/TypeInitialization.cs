using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Flow;

/// <summary>
/// Determines whether the initialization of a type evidently completes and leaves no trace. The first use of a static field runs the initializers of the type, which can
/// throw on one path only.
/// </summary>
internal static class TypeInitialization
{
    // Determined once for each type: a method can use the static fields of a large type many times.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, StrongBox<bool>> Known = new();

    /// <summary>Determines whether the first use of a static field of a type evidently completes. What isn't on the list might not.</summary>
    public static bool IsEvident(INamedTypeSymbol type) =>
        type.IsOfPlatform() || Known.GetValue(type.OriginalDefinition, static each => new StrongBox<bool>(HasPlainInitializers(each))).Value;

    /// <summary>Determines whether a type declares a static constructor, which precedes the first use of any member.</summary>
    public static bool HasStaticConstructor(INamedTypeSymbol type) => type.StaticConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared);

    private static bool HasPlainInitializers(INamedTypeSymbol type) =>
        !type.DeclaringSyntaxReferences.IsEmpty && !HasStaticConstructor(type) && type.GetMembers().All(static member => !member.IsStatic || HasPlainInitializer(member));

    private static bool HasPlainInitializer(ISymbol member)
    {
        ITypeSymbol? type = member switch
        {
            IFieldSymbol { IsConst: false } field => field.Type,
            IPropertySymbol property => property.Type,
            IEventSymbol created => created.Type,
            _ => null,
        };

        return type is null || member.DeclaringSyntaxReferences.All(reference =>
            !IsPartial(reference.GetSyntax()) && (FindInitializer(reference.GetSyntax()) is not { } value || IsPlain(value, type)));
    }

    // The other part can have the initializer.
    private static bool IsPartial(SyntaxNode declaration) => declaration is PropertyDeclarationSyntax property && property.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static ExpressionSyntax? FindInitializer(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax field => field.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        _ => null,
    };

    private static bool IsPlain(ExpressionSyntax value, ITypeSymbol type) => value switch
    {
        LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } or TypeOfExpressionSyntax or DefaultExpressionSyntax => IsBuiltIn(type)
            || value.IsKind(SyntaxKind.DefaultLiteralExpression)
            || (value.IsKind(SyntaxKind.NullLiteralExpression) && !type.IsNonNullableValue()),
        LambdaExpressionSyntax => type.TypeKind == TypeKind.Delegate,
        BaseObjectCreationExpressionSyntax { Initializer: null } creation => FindCreated(creation, type) is { } created
            && (Completion.IsPlainCreation(created, creation.ArgumentList?.Arguments.Count ?? 0) || HasDefaultConstructorOnly(created))
            && (creation.ArgumentList is null || creation.ArgumentList.Arguments.All(static argument => argument.Expression is LiteralExpressionSyntax literal && Completion.IsPlainConstant(literal.Token.Value))),
        _ => false,
    };

    /// <summary>Determines whether a type declares no conversion from a literal that is code of somebody.</summary>
    public static bool IsBuiltIn(ITypeSymbol? type) =>
        type.WithoutNullable() is { SpecialType: not SpecialType.None } or { TypeKind: TypeKind.Enum } or { Name: "Type", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static INamedTypeSymbol? FindCreated(BaseObjectCreationExpressionSyntax creation, ITypeSymbol type) =>
        type.WithoutNullable() is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } created
        && (creation is ImplicitObjectCreationExpressionSyntax || creation is ObjectCreationExpressionSyntax { Type: SimpleNameSyntax name } && name.Identifier.ValueText == created.Name && (created.IsSealed || created.DeclaringSyntaxReferences.IsEmpty))
            ? created
            : null;

    // Without initializers, the default constructor only calls that of 'object'.
    private static bool HasDefaultConstructorOnly(INamedTypeSymbol type) =>
        type is { DeclaringSyntaxReferences.IsEmpty: false, BaseType.SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }
        && !HasStaticConstructor(type)
        && type.InstanceConstructors.All(static constructor => constructor.IsImplicitlyDeclared)
        && type.GetMembers().All(static member => member.IsStatic || member.DeclaringSyntaxReferences.All(static reference => !IsPartial(reference.GetSyntax()) && FindInitializer(reference.GetSyntax()) is null));
}

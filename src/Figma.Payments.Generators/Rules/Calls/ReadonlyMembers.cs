using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>
/// Determines whether a member gets its value once. A constructor can run other code of the object and assign the member afterwards, for example when it has started an
/// asynchronous method: a value that isn't the first one replaces a value that has been tested.
/// </summary>
internal static class ReadonlyMembers
{
    /// <summary>Determines whether a member keeps its value outside constructors. Code that replaces a whole structure can write its members, too.</summary>
    public static bool Keep(IMemberReferenceOperation reference) => (reference.Member.ContainingType.IsReferenceType || (reference.Member.ContainingType.IsReadOnly && reference.Instance is not IInstanceReferenceOperation))
        && !CanOverlap(reference.Member.ContainingType) && reference switch
    {
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => field.IsStatic ? HasOnlyInitializer(field) : IsAssignedOnce(field),
        IPropertyReferenceOperation { Property: { IsStatic: false } property } => property.IsGetOnlyAuto() && IsAssignedOnce(property),
        _ => false,
    };

    /// <summary>Determines whether the fields of a type can share their place.</summary>
    public static bool CanOverlap(INamedTypeSymbol type) => type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "StructLayoutAttribute");

    // Without a static constructor, the field gets its value once.
    private static bool HasOnlyInitializer(IFieldSymbol field) => field.ContainingType.StaticConstructors.All(static constructor => constructor.IsImplicitlyDeclared);

    private static bool IsAssignedOnce(ISymbol member)
    {
        if (member.DeclaringSyntaxReferences is not [{ } declaration])
            return false;

        bool hasInitializer = declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } or PropertyDeclarationSyntax { Initializer: not null };

        return member.ContainingType.GetMembers().OfType<IMethodSymbol>().All(method => method.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() switch
        {
            // Another constructor has run before.
            ConstructorDeclarationSyntax { Initializer.RawKind: (int)SyntaxKind.ThisConstructorInitializer } constructor => CountWrites(constructor, member.Name) == 0,
            ConstructorDeclarationSyntax constructor => CountWrites(constructor, member.Name) <= (hasInitializer ? 0 : 1),
            AccessorDeclarationSyntax { RawKind: (int)SyntaxKind.InitAccessorDeclaration } accessor => CountWrites(accessor, member.Name) == 0,
            _ => true,
        }));
    }

    // A loop, a jump back, a reference or another part can write it more than once.
    private static int CountWrites(SyntaxNode body, string name) =>
        body.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First().Modifiers.Any(SyntaxKind.PartialKeyword) || body.DescendantNodes().Any(static node => node is GotoStatementSyntax) ? 2
        : body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(node => node.Identifier.ValueText == name).Sum(static node =>
        node.Ancestors().Any(static around => around is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or LabeledStatementSyntax) ? 2
        : node.Ancestors().Any(around => around is AssignmentExpressionSyntax assignment && assignment.Left.Span.Contains(node.Span)) ? 1
        : node.Ancestors().Any(static around => around is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or RefExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax) ? 2
        : 0);
}

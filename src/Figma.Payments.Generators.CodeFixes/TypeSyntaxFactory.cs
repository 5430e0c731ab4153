using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Figma.Payments.Generators.CodeFixes;

/// <summary>Creates fully qualified type names that Roslyn simplifies to what the using directives of the file allow.</summary>
internal static class TypeSyntaxFactory
{
    public static TypeSyntax LibraryType(string name) => Parse($"global::{KnownNames.LibraryNamespace}.{name}");

    public static TypeSyntax TaskOfLibraryType(string wrapper, string name) => Parse($"global::System.Threading.Tasks.{wrapper}<global::{KnownNames.LibraryNamespace}.{name}>");

    public static TypeSyntax Nullable(TypeSyntax type) => SyntaxFactory.NullableType(type.WithoutTrivia());

    public static TypeSyntax Parse(string fullyQualifiedName) => SyntaxFactory.ParseTypeName(fullyQualifiedName).WithAdditionalAnnotations(Simplifier.Annotation);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Figma.Payments.Generators.CodeFixes;

/// <summary>Types that fixes write into declarations: in full, to be shortened to what the file's usings allow.</summary>
internal static class DeclaredType
{
    public static TypeSyntax OfLibrary(string name) => Parse("global::" + KnownNames.LibraryNamespace + "." + name);

    public static TypeSyntax TaskOf(string wrapper, string name) => Parse($"global::System.Threading.Tasks.{wrapper}<global::{KnownNames.LibraryNamespace}.{name}>");

    public static TypeSyntax Nullable(TypeSyntax type) => SyntaxFactory.NullableType(type.WithoutTrivia());

    private static TypeSyntax Parse(string text) => SyntaxFactory.ParseTypeName(text).WithAdditionalAnnotations(Simplifier.Annotation);
}

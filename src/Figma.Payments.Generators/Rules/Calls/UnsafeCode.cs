using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>Finds code that can write variables and fields in ways that the language doesn't know. Nothing is claimed about the paths of a body that contains some.</summary>
internal static class UnsafeCode
{
    public static bool IsIn(IOperation body) =>
        body.Syntax.AncestorsAndSelf().Any(static node => node is MemberDeclarationSyntax member && member.Modifiers.Any(SyntaxKind.UnsafeKeyword))
        || body.DescendantsAndSelf().Any(IsUnsafe);

    private static bool IsUnsafe(IOperation operation) => operation switch
    {
        { Type.TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => true,
        IInvocationOperation { TargetMethod.ContainingType: { Name: "Unsafe" or "MemoryMarshal" or "Marshal" or "CollectionsMarshal" or "RuntimeHelpers", ContainingNamespace.ContainingNamespace.Name: "Runtime" } } => true,
        IFieldReferenceOperation { Field.RefKind: not RefKind.None } => true,
        _ => operation.Syntax is UnsafeStatementSyntax,
    };
}

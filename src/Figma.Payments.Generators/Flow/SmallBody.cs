using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Flow;

/// <summary>
/// Reads the bodies of called methods of the compilation that are small enough to be understood without an analysis: a method that only throws, one that
/// rejects the values of a parameter first, or one that does nothing.
/// </summary>
internal static class SmallBody
{
    /// <summary>Determines whether a call of a method never returns: its first statement is a <c>throw</c>.</summary>
    public static bool AlwaysThrows(IMethodSymbol method) => Find(method) switch
    {
        ThrowExpressionSyntax => true,
        BlockSyntax { Statements: [ThrowStatementSyntax, ..] } body => !IsIterator(body),
        _ => false,
    };

    /// <summary>Determines whether a call of a method completes, unless it rejects an argument: it consists of guards, returns a constant or is an accessor of an auto-property.</summary>
    public static bool IsTrivial(IMethodSymbol method) =>
        !RunsStaticConstructor(method)
        && Find(method) switch
        {
            LiteralExpressionSyntax => TypeInitialization.IsBuiltIn(method.ReturnType),
            AccessorDeclarationSyntax => !method.IsStatic || TypeInitialization.IsEvident(method.ContainingType),
            BlockSyntax body => body.Statements.All(statement => FindGuard(statement, method) is not null),
            _ => false,
        };

    // An object of a class exists only after its static constructor. The members of an extension block belong to the class around it.
    private static bool RunsStaticConstructor(IMethodSymbol method) =>
        (method.IsStatic && TypeInitialization.HasStaticConstructor(method.ContainingType))
        || (method.ContainingType.IsValueType && TypeInitialization.HasStaticConstructor(method.ContainingType))
        || (method.IsExtensionMember() && method.ContainingType.ContainingType is { } outer && TypeInitialization.HasStaticConstructor(outer));

    /// <summary>
    /// Returns the parameters that the first statements of a method reject and the rejected constants, as in <c>if (id is null) throw …</c>. After the call, an argument
    /// that was passed by value isn't that constant.
    /// </summary>
    public static ImmutableArray<Guard> FindGuards(IMethodSymbol method)
    {
        if (Find(method) is not BlockSyntax { Statements: [IfStatementSyntax, ..] } body || IsIterator(body))
            return ImmutableArray<Guard>.Empty;

        ImmutableArray<Guard>.Builder guards = ImmutableArray.CreateBuilder<Guard>();

        foreach (StatementSyntax statement in body.Statements)
        {
            if (FindGuard(statement, method) is not { } guard)
                break;

            guards.Add(guard);
        }

        return guards.ToImmutable();
    }

    private static Guard? FindGuard(StatementSyntax statement, IMethodSymbol method) =>
        statement is IfStatementSyntax { Else: null, Statement: ThrowStatementSyntax or BlockSyntax { Statements: [ThrowStatementSyntax] } } guard
            ? FindRejected(guard.Condition, method)
            : null;

    private static Guard? FindRejected(ExpressionSyntax condition, IMethodSymbol method) => condition switch
    {
        IdentifierNameSyntax name => FindParameter(name, method) is { Type.SpecialType: SpecialType.System_Boolean } parameter ? new Guard(parameter.Ordinal, true) : null,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: IdentifierNameSyntax name } =>
            FindParameter(name, method) is { Type.SpecialType: SpecialType.System_Boolean } parameter ? new Guard(parameter.Ordinal, false) : null,

        // Other types can have an operator '==' that compares something else.
        IsPatternExpressionSyntax { Expression: IdentifierNameSyntax name, Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } } =>
            FindParameter(name, method) is { } parameter ? new Guard(parameter.Ordinal, null) : null,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: IdentifierNameSyntax name, Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } =>
            FindParameter(name, method) is { } parameter && IsComparedWithNull(parameter.Type) ? new Guard(parameter.Ordinal, null) : null,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name, Name.Identifier.ValueText: "HasValue" } } =>
            FindParameter(name, method) is { } parameter && parameter.Type.IsNullableValue() ? new Guard(parameter.Ordinal, null) : null,
        _ => null,
    };

    // A type can declare an operator for nullable values, which gets null. Any other operator is lifted.
    private static bool IsComparedWithNull(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String
        || (type.IsNullableValue() && type.WithoutNullable() is INamedTypeSymbol value
            && (value.TypeKind == TypeKind.Enum || value.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double
                || value.GetMembers(WellKnownMemberNames.EqualityOperatorName) is { IsEmpty: false } operators
                && operators.All(static each => each is IMethodSymbol equality && equality.Parameters.All(static parameter => !parameter.Type.IsNullableValue()))));

    // The body of a partial method uses the parameter names of its own declaration.
    private static IParameterSymbol? FindParameter(IdentifierNameSyntax name, IMethodSymbol method) =>
        (method.OriginalDefinition.PartialImplementationPart ?? method).Parameters.FirstOrDefault(parameter => parameter.RefKind == RefKind.None && parameter.Name == name.Identifier.ValueText);

    /// <summary>Returns the body that a call certainly executes to its end before it returns, or null if no body does or if an override can replace it.</summary>
    private static SyntaxNode? Find(IMethodSymbol method)
    {
        IMethodSymbol called = method.OriginalDefinition;
        called = called.PartialImplementationPart ?? called;

        // An asynchronous method stores its exception in the task.
        if (called is { IsVirtual: true } or { IsOverride: true } or { IsAbstract: true } or { IsExtern: true } or { IsAsync: true } || called.DeclaringSyntaxReferences.Length != 1)
            return null;

        return called.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            MethodDeclarationSyntax declaration => declaration.Body ?? (SyntaxNode?)declaration.ExpressionBody?.Expression,
            LocalFunctionStatementSyntax function => function.Body ?? (SyntaxNode?)function.ExpressionBody?.Expression,
            ArrowExpressionClauseSyntax getter => getter.Expression,
            AccessorDeclarationSyntax accessor => accessor.Body ?? (SyntaxNode?)accessor.ExpressionBody?.Expression ?? FindAutoAccessor(accessor),
            _ => null,
        };
    }

    // An accessor of a partial property has its body in another declaration.
    private static AccessorDeclarationSyntax? FindAutoAccessor(AccessorDeclarationSyntax accessor) =>
        accessor.Parent?.Parent is PropertyDeclarationSyntax property && !property.Modifiers.Any(SyntaxKind.PartialKeyword) ? accessor : null;

    // An iterator runs when it is enumerated.
    private static bool IsIterator(BlockSyntax body) => body.DescendantNodes().Any(static node => node is YieldStatementSyntax);

    /// <summary>A check at the start of a method.</summary>
    /// <param name="Ordinal">The ordinal of the checked parameter.</param>
    /// <param name="Rejected">The rejected constant: null, true or false.</param>
    internal sealed record Guard(int Ordinal, object? Rejected);
}

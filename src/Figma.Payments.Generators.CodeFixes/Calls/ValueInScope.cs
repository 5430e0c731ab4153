using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.CodeFixes.Calls;

/// <summary>Finds a value that a call can pass as a resource ID.</summary>
internal sealed class ValueInScope
{
    private readonly InvocationExpressionSyntax _call;
    private readonly SemanticModel _model;

    // The functions around the call, innermost first. The last one is static or declared in a type, or the call is in an initializer.
    private readonly ImmutableArray<ISymbol> _functions;

    // The method around these functions, or null in an initializer.
    private readonly IMethodSymbol? _method;

    private ValueInScope(InvocationExpressionSyntax call, SemanticModel model)
    {
        _call = call;
        _model = model;

        ISymbol? enclosing = model.GetEnclosingSymbol(call.SpanStart);
        _functions = FindFunctions(enclosing);
        _method = FindMethod(enclosing);
    }

    /// <summary>Finds the name of the only value in scope that has the type of the ID and is certainly assigned. Strings and numbers must have the name of the parameter.</summary>
    public static string? Find(IParameterSymbol parameter, ITypeSymbol type, InvocationExpressionSyntax call, SemanticModel model)
    {
        ValueInScope scope = new(call, model);

        ImmutableArray<string> names = model.LookupSymbols(call.SpanStart)
            .Where(symbol => HasType(symbol, type) && scope.IsAssigned(symbol))
            .Select(static symbol => symbol.Name)
            .ToImmutableArray();

        if (names.Contains(parameter.Name))
            return parameter.Name;

        return type.SpecialType == SpecialType.None && names.Length == 1 ? names[0] : null;
    }

    private static ImmutableArray<ISymbol> FindFunctions(ISymbol? enclosing)
    {
        ImmutableArray<ISymbol> functions = ImmutableArray<ISymbol>.Empty;

        while (enclosing is IMethodSymbol)
        {
            functions = functions.Add(enclosing);
            enclosing = enclosing.IsStatic ? null : enclosing.ContainingSymbol;
        }

        return functions;
    }

    private static IMethodSymbol? FindMethod(ISymbol? enclosing)
    {
        while (enclosing is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            enclosing = enclosing.ContainingSymbol;

        return enclosing as IMethodSymbol;
    }

    private static bool HasType(ISymbol symbol, ITypeSymbol type)
    {
        ITypeSymbol? own = symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol { IsIndexer: false, IsWriteOnly: false } property => property.Type,
            _ => null,
        };

        return own is not null && SymbolEqualityComparer.IncludeNullability.Equals(own, type.WithNullableAnnotation(own.NullableAnnotation))
            && own.NullableAnnotation != NullableAnnotation.Annotated;
    }

    private bool IsAssigned(ISymbol symbol) => symbol switch
    {
        ILocalSymbol { IsConst: true } or IFieldSymbol { IsConst: true } => true,
        ILocalSymbol local => IsCaptured(local) && IsAssigned(local),
        IParameterSymbol parameter => (IsCaptured(parameter) || IsOfPrimaryConstructor(parameter)) && IsAssigned(parameter),

        // Constructors and initializers can run before a member is assigned.
        _ => _method is { MethodKind: not (MethodKind.Constructor or MethodKind.StaticConstructor) }
            && (symbol.IsStatic || (!_method.IsStatic && _functions.Contains(_method, SymbolEqualityComparer.Default))),
    };

    /// <summary>Determines whether a local or a parameter belongs to a function around the call, without a static function in between.</summary>
    private bool IsCaptured(ISymbol variable) => _functions.Contains(variable.ContainingSymbol, SymbolEqualityComparer.Default);

    private static bool IsOfPrimaryConstructor(IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor };

    private static bool IsAssigned(IParameterSymbol parameter) =>
        parameter is { RefKind: not RefKind.Out } and not { HasExplicitDefaultValue: true, ExplicitDefaultValue: null };

    /// <summary>Determines whether a local is assigned on every path to the call. A variable that a pattern or an <c>out</c> argument assigns can be <c>default</c>.</summary>
    private bool IsAssigned(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences is [var declaration]
        && HasValue(declaration.GetSyntax())
        && !IsPassedByReference(local.Name)
        && _model.AnalyzeDataFlow(_call) is { Succeeded: true } flow
        && flow.DefinitelyAssignedOnEntry.Contains(local, SymbolEqualityComparer.Default);

    private static bool HasValue(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } => !IsDefault(value),
        VariableDeclaratorSyntax or ForEachStatementSyntax => true,
        _ => false,
    };

    private static bool IsDefault(ExpressionSyntax value) => value switch
    {
        LiteralExpressionSyntax => value.IsKind(SyntaxKind.DefaultLiteralExpression) || value.IsKind(SyntaxKind.NullLiteralExpression),
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList is null or { Arguments.Count: 0 },
        ParenthesizedExpressionSyntax { Expression: var inner } => IsDefault(inner),
        CastExpressionSyntax { Expression: var inner } => IsDefault(inner),
        PostfixUnaryExpressionSyntax { Operand: var inner } => IsDefault(inner),
        _ => value is DefaultExpressionSyntax,
    };

    private bool IsPassedByReference(string name) => FindMember().DescendantNodes().OfType<ArgumentSyntax>().Any(argument =>
        !argument.RefKindKeyword.IsKind(SyntaxKind.None) && argument.Expression is IdentifierNameSyntax passed && passed.Identifier.ValueText == name);

    private SyntaxNode FindMember() =>
        _call.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? _call.SyntaxTree.GetRoot();
}

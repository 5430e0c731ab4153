using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Rules;

/// <summary>Finds the variables, members and parameters whose functions an assertion about exceptions receives, such as <c>act</c> in <c>Assert.Throws(act)</c>.</summary>
internal static class AssertedFunctions
{
    private static readonly ConditionalWeakTable<IOperation, HashSet<ISymbol>> Bodies = new();
    private static readonly ConditionalWeakTable<ISymbol, StrongBox<bool>> Members = new();

    /// <summary>The symbols in own methods, for each number of methods between them and the code. The limit also ends recursion.</summary>
    private static readonly ConditionalWeakTable<IMethodSymbol, HashSet<ISymbol>>[] Helpers = [new(), new(), new()];

    /// <summary>Determines whether values of a type are executed or awaited later: delegates, tasks, and collections and tuples of them.</summary>
    public static bool IsDeferred(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsDeferred(array.ElementType),
        { TypeKind: TypeKind.Delegate } => true,
        INamedTypeSymbol named => LibrarySymbols.FindWrapper(named) is not null || named.TypeArguments.Any(static argument => IsDeferred(argument)),
        _ => false,
    };

    /// <summary>Determines whether an assertion receives a variable or a local function of the code that contains an operation.</summary>
    public static bool Contain(ISymbol function, IOperation operation) => FindIn(operation).Contains(function.OriginalDefinition);

    /// <summary>Determines whether an assertion receives a member in the files that declare its type, or a parameter of a test that gets the member from an attribute.</summary>
    public static bool ContainMember(ISymbol member, SemanticModel model) => Members.GetValue(member, key => new(
        (HasKnownUses(key) && MemberReferences.Find(key, model).Any(reference => Contain(key, reference)))
        || MemberReferences.FindAttributed(key, model).Any(static test => FindIn(test).Any(static function => function is IParameterSymbol)))).Value;

    // Other types call public methods and properties, not only to test them.
    private static bool HasKnownUses(ISymbol member) =>
        member is IFieldSymbol || member.IsEffectivelyPrivate() || (member is IPropertySymbol { Type: var type } && !(type is INamedTypeSymbol named && LibrarySymbols.FindWrapper(named) is not null));

    private static HashSet<ISymbol> FindIn(IOperation operation) => Bodies.GetValue(operation.Root(), static root => Find(root, 0));

    /// <summary>Determines whether a method of the developer's passes a parameter to an assertion.</summary>
    public static bool IsAssertedBy(IInvocationOperation call, IParameterSymbol? parameter, int depth)
    {
        if (parameter is null || depth >= Helpers.Length || !IsDeferred(parameter.Type) || call.SemanticModel is not { } model || call.TargetMethod.OriginalDefinition is not { DeclaringSyntaxReferences: [var declaration] } method)
            return false;

        return Helpers[depth].GetValue(method, _ => FindBody(declaration, model) is { } body ? Find(body, depth + 1) : []).Contains(parameter.OriginalDefinition);
    }

    private static IOperation? FindBody(SyntaxReference declaration, SemanticModel model) =>
        MemberReferences.FindModel(declaration.SyntaxTree, model)?.GetOperation(declaration.GetSyntax());

    private static HashSet<ISymbol> Find(IOperation body, int depth)
    {
        HashSet<ISymbol> functions = new(SymbolEqualityComparer.Default);
        Stack<IForEachLoopOperation> loops = new();
        TextSpan asserted = default;

        foreach (IOperation operation in body.WithDescendants())
        {
            if (operation is IForEachLoopOperation loop)
                loops.Push(loop);

            // A lambda inside another one that an assertion receives is part of it.
            if (operation is IAnonymousFunctionOperation && !asserted.Contains(operation.Syntax.Span) && Assertions.Receive(operation, depth))
                asserted = operation.Syntax.Span;

            if (FindFunction(operation) is { } function && (asserted.Contains(operation.Syntax.Span) || (IsFunction(operation) && Assertions.Receive(operation, depth))))
                functions.Add(function.OriginalDefinition);
        }

        // Inner loops are first.
        foreach (IForEachLoopOperation loop in loops)
        {
            if (loop.Locals.Any(functions.Contains))
                functions.UnionWith(loop.Collection.WithDescendants().Select(FindFunction).OfType<ISymbol>().Select(static function => function.OriginalDefinition));
        }

        return functions;
    }

    private static bool IsFunction(IOperation operation) => operation is IMethodReferenceOperation || IsDeferred(operation.Type);

    /// <summary>Returns the variable, member or method of the project whose function or task an operation uses, or null for any other operation.</summary>
    private static ISymbol? FindFunction(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } when IsDeferred(local.Type) => local,
        IParameterReferenceOperation { Parameter: var parameter } when IsDeferred(parameter.Type) => parameter,
        IMethodReferenceOperation { Method: { DeclaringSyntaxReferences.IsEmpty: false } method } => method,
        IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false, MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method } => method,
        IFieldReferenceOperation or IPropertyReferenceOperation when operation is IMemberReferenceOperation { Type: var type, Member: var member } && IsDeferred(type) => member,
        _ => null,
    };
}

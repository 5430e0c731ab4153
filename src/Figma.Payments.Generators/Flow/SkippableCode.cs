using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>
/// Finds code that is written but isn't in the program, and code that might not be executed although no branch of the graph says so: what the latter writes isn't
/// followed, and what it tests or dereferences proves nothing.
/// </summary>
internal static class SkippableCode
{
    /// <summary>Determines whether an operation is inside code that might not be executed.</summary>
    public static bool Contains(IOperation operation)
    {
        for (IOperation? around = operation; around is not null; around = around.Parent)
        {
            if (IsRoot(around))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether an operation might not be executed as a whole.</summary>
    public static bool IsRoot(IOperation operation) => operation switch
    {
        // A handler with an 'out bool' or with methods that return 'bool' decides at run time whether its parts are evaluated.
        IInterpolatedStringHandlerCreationOperation handler => handler.HandlerCreationHasSuccessParameter || handler.HandlerAppendCallsReturnBool,

        // A collection of the project can have a conditional method that adds an element.
        { Parent: { Type: INamedTypeSymbol collection } around } when around.IsCollectionExpression() && !AddsEachElement(collection) => true,

        // A user-defined 'false' or 'true' operator decides whether the right side is evaluated.
        _ => operation.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr, OperatorMethod: not null } binary && binary.RightOperand == operation,
    };

    // A type of .NET without a method 'Add' can get an extension of the project.
    private static bool AddsEachElement(INamedTypeSymbol collection) =>
        collection.IsOfPlatform()
        && (collection.TypeKind == TypeKind.Interface || collection.IsRefLikeType || collection.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "CollectionBuilderAttribute") || HasAdd(collection));

    private static bool HasAdd(INamedTypeSymbol collection) => collection.WithBaseTypes().Any(static type => !type.GetMembers("Add").IsEmpty);

    /// <summary>
    /// Determines whether the compiler removes a call with its receiver and arguments: the method is conditional and none of its symbols is defined, or it is partial
    /// and has no body.
    /// </summary>
    public static bool IsRemoved(IInvocationOperation call)
    {
        IMethodSymbol called = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        bool isConditional = false;

        // The parts of an interpolated string are appended all the same.
        if (call.IsImplicit && called.Name is ("AppendFormatted" or "AppendLiteral"))
            return false;

        if (called is { IsPartialDefinition: true, PartialImplementationPart: null, ReturnsVoid: true })
            return true;

        // An override is conditional if the overridden method is.
        for (IMethodSymbol? each = called; each is not null; each = each.OverriddenMethod)
        {
            foreach (AttributeData attribute in each.GetAttributes())
            {
                if (!attribute.AttributeClass.Is("ConditionalAttribute", "Diagnostics", "System"))
                    continue;

                if (attribute.ConstructorArguments is [{ Value: string symbol }] && IsDefined(symbol, call.Syntax.SyntaxTree))
                    return false;

                isConditional = true;
            }
        }

        return isConditional;
    }

    /// <summary>Determines whether a preprocessor symbol is defined in a file. Directives that define symbols precede all code, so they hold for the whole file.</summary>
    private static bool IsDefined(string symbol, SyntaxTree tree)
    {
        bool isDefined = tree.Options.PreprocessorSymbolNames.Contains(symbol);

        for (DirectiveTriviaSyntax? directive = (tree.GetRoot() as CompilationUnitSyntax)?.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            switch (directive)
            {
                case DefineDirectiveTriviaSyntax { IsActive: true } define when define.Name.ValueText == symbol:
                    isDefined = true;
                    break;

                case UndefDirectiveTriviaSyntax { IsActive: true } undefine when undefine.Name.ValueText == symbol:
                    isDefined = false;
                    break;
            }
        }

        return isDefined;
    }
}

using System.Collections.Generic;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules;

/// <summary>Recognizes code that uses an invalid value on purpose, because it expects an exception.</summary>
internal static class ExpectedException
{
    /// <summary>Determines whether the code expects the operation to throw: an assertion receives it, or a <c>catch</c> clause handles the exception.</summary>
    public static bool IsExpected(IOperation operation) => IsAsserted(operation) || IsHandled(operation);

    /// <summary>Determines whether an operation is in a function that an assertion about exceptions receives, perhaps through a variable, a member or a table of functions.</summary>
    public static bool IsAsserted(IOperation operation)
    {
        for (IOperation? around = operation; around is not null; around = around.Parent)
        {
            bool isAsserted = around switch
            {
                IAnonymousFunctionOperation => Assertions.Receive(around),
                IVariableDeclaratorOperation { Symbol: var variable } => AssertedFunctions.IsDeferred(variable.Type) && AssertedFunctions.Contain(variable, operation),
                IForEachLoopOperation loop => loop.Collection.Syntax.Span.Contains(operation.Syntax.Span) && loop.Locals.Any(each => AssertedFunctions.Contain(each, operation)),
                ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var assigned } } => AssertedFunctions.IsDeferred(assigned.Type) && AssertedFunctions.Contain(assigned, operation),
                ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Type: var type, Member: var assigned } } => AssertedFunctions.IsDeferred(type) && IsMemberAsserted(assigned, operation),
                ILocalFunctionOperation function => AssertedFunctions.Contain(function.Symbol, operation),
                IFieldInitializerOperation { InitializedFields: [var field] } => IsMemberAsserted(field, operation),
                IPropertyInitializerOperation { InitializedProperties: [var property] } => IsMemberAsserted(property, operation),
                IMethodBodyOperation or IBlockOperation { Parent: null } => FindMember(operation) is { } member && IsMemberAsserted(member, operation),
                _ => false,
            };

            if (isAsserted)
                return true;
        }

        return false;
    }

    /// <summary>Determines whether a <c>catch</c> clause handles the response to an invalid request, as in <c>catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.BadRequest)</c>.</summary>
    public static bool IsBadRequestHandled(IOperation operation) => FindAttempts(operation).Any(static attempt =>
        attempt.Catches.Any(static clause => clause.Filter is { } filter && filter.WithDescendants().Any(static test => test.ConstantValue is { HasValue: true, Value: 400 })));

    /// <summary>Determines whether the statement after an operation says that it didn't throw, as in <c>try { …; Assert.Fail(); } catch (FormatException) { }</c>.</summary>
    public static bool IsFollowedByFailure(IOperation operation) => FindAttempts(operation).Any(attempt =>
        attempt.Body.Operations is [.., var before, var last] && before.Syntax.Span.Contains(operation.Syntax.Span) && last is IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation or IInvocationOperation { TargetMethod.Name: "Fail" } });

    private static bool IsHandled(IOperation operation) =>
        FindAttempts(operation).Any(static attempt => attempt.Catches.Any(clause => Handles(clause, attempt)))
        || ExpectsException(operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart));

    /// <summary>Returns the <c>try</c> statements whose <c>catch</c> clauses can get an exception of an operation.</summary>
    private static IEnumerable<ITryOperation> FindAttempts(IOperation operation)
    {
        IOperation child = operation;

        for (IOperation? around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is ITryOperation { Catches.IsEmpty: false } attempt && attempt.Body == child)
                yield return attempt;

            child = around;
        }
    }

    private static bool IsMemberAsserted(ISymbol member, IOperation operation) => operation.SemanticModel is { } model && AssertedFunctions.ContainMember(member.OriginalDefinition, model);

    /// <summary>Returns the method or the property whose code contains an operation.</summary>
    private static ISymbol? FindMember(IOperation operation)
    {
        ISymbol? symbol = operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart);

        while (symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            symbol = symbol.ContainingSymbol;

        return symbol is IMethodSymbol { AssociatedSymbol: { } property } ? property : symbol as IMethodSymbol;
    }

    /// <summary>Determines whether a <c>catch</c> clause handles the exception of an invalid value. A clause for all exceptions counts only if the test fails without an exception.</summary>
    private static bool Handles(ICatchClauseOperation clause, ITryOperation attempt) => clause.ExceptionType?.Name switch
    {
        var name when IsOfInvalidValue(name) => true,
        _ when clause.Filter is { } filter && filter.WithDescendants().Any(static test => IsOfInvalidValue(FindTestedType(test)?.Name)) => true,
        _ => attempt.Body.WithDescendants().Any(static each => each is IInvocationOperation { TargetMethod.Name: "Fail" }),
    };

    private static bool IsOfInvalidValue(string? exception) => exception is "FormatException" or "ArgumentException" or "ArgumentNullException";

    private static ITypeSymbol? FindTestedType(IOperation test) => test switch
    {
        IIsTypeOperation match => match.TypeOperand,
        ITypePatternOperation pattern => pattern.MatchedType,
        IDeclarationPatternOperation pattern => pattern.MatchedType,
        IRecursivePatternOperation pattern => pattern.MatchedType,
        ITypeOfOperation type => type.TypeOperand,
        _ => null,
    };

    private static bool ExpectsException(ISymbol? symbol)
    {
        for (; symbol is IMethodSymbol method; symbol = symbol.ContainingSymbol)
        {
            if (method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ExpectedExceptionAttribute"))
                return true;
        }

        return false;
    }
}

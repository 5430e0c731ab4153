using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules;

/// <summary>Recognizes code that uses an invalid value on purpose, because it expects an exception.</summary>
internal static class ExpectedException
{
    private static readonly ConditionalWeakTable<IOperation, HashSet<ISymbol>> Asserted = new();

    /// <summary>Determines whether the code expects the operation to throw: an assertion receives it, or a <c>catch</c> clause handles the exception.</summary>
    public static bool IsExpected(IOperation operation) => IsAsserted(operation) || IsHandled(operation);

    /// <summary>Determines whether an operation is in a lambda or a local function that an assertion about exceptions receives.</summary>
    public static bool IsAsserted(IOperation operation)
    {
        for (IOperation? around = operation; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IAnonymousFunctionOperation lambda when IsArgumentOfAssertion(lambda):
                case IVariableDeclaratorOperation { Symbol: var variable } when (variable.Type.TypeKind == TypeKind.Delegate || IsTask(variable.Type)) && IsPassedToAssertion(operation, variable):
                case IForEachLoopOperation { Locals: [var each] } loop when loop.Collection.Syntax.Span.Contains(operation.Syntax.Span) && IsPassedToAssertion(operation, each):
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { Type.TypeKind: TypeKind.Delegate } assigned } } when IsPassedToAssertion(operation, assigned):
                case ILocalFunctionOperation function when IsPassedToAssertion(operation, function.Symbol):
                    return true;
            }
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

    private static bool IsPassedToAssertion(IOperation operation, ISymbol function) => Asserted.GetValue(operation.Root(), static root => FindAsserted(root)).Contains(function);

    /// <summary>Returns the variables and the local functions that an assertion about exceptions receives, such as <c>act</c> in <c>act.Should().Throw()</c>.</summary>
    private static HashSet<ISymbol> FindAsserted(IOperation root)
    {
        HashSet<ISymbol> functions = new(SymbolEqualityComparer.Default);

        foreach (IOperation operation in root.WithDescendants())
        {
            ISymbol? function = operation switch
            {
                ILocalReferenceOperation { Local: { Type.TypeKind: TypeKind.Delegate } variable } when IsArgumentOfAssertion(operation) => variable,

                // The task of an earlier call, which the assertion awaits.
                ILocalReferenceOperation { Local: var variable } when IsTask(variable.Type) && FindLambda(operation) is { } lambda && IsArgumentOfAssertion(lambda) => variable,
                IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } method } when IsArgumentOfAssertion(operation) => method,
                _ => null,
            };

            if (function is not null)
                functions.Add(function);
        }

        return functions;
    }

    private static IAnonymousFunctionOperation? FindLambda(IOperation operation)
    {
        for (IOperation? around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation lambda)
                return lambda;
        }

        return null;
    }

    private static bool IsTask(ITypeSymbol type) => type is INamedTypeSymbol task && LibrarySymbols.FindWrapper(task) is not null;

    /// <summary>Determines whether a function is an argument of an assertion about exceptions, or the receiver of a chain of calls that contains one.</summary>
    private static bool IsArgumentOfAssertion(IOperation function)
    {
        IOperation value = function;

        while (true)
        {
            switch (value.Parent)
            {
                case IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation:
                    value = value.Parent;
                    continue;
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    if (IsAssertion(call))
                        return true;

                    // An extension method, or a factory such as Invoking.
                    value = call;
                    continue;
                case IInvocationOperation call when call.Instance == value:
                    if (IsAssertion(call))
                        return true;

                    value = call;
                    continue;
                case IMemberReferenceOperation member when member.Instance == value:
                    value = member;
                    continue;
                default:
                    return false;
            }
        }
    }

    private static bool IsAssertion(IInvocationOperation call) =>
        IsAboutExceptions(call.TargetMethod.Name) || HandlesExceptions(call.TargetMethod) || call.Arguments.Any(static argument => argument.Value.WithoutConversions() switch
        {
            // Assert.That(act, Throws.Exception).
            IInvocationOperation constraint => constraint.WithDescendants().Any(static each => IsConstraint(each)),
            IPropertyReferenceOperation constraint => IsConstraint(constraint),
            _ => false,
        });

    /// <summary>Determines whether a method of the developer's handles exceptions, perhaps those of a lambda that it receives.</summary>
    private static bool HandlesExceptions(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Any(static part => part.GetSyntax().DescendantNodes().Any(static node => node is TryStatementSyntax { Catches.Count: > 0 }));

    private static bool IsConstraint(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod.ContainingType.Name.StartsWith("Throw", StringComparison.Ordinal),
        IPropertyReferenceOperation property => property.Property.ContainingType.Name.StartsWith("Throw", StringComparison.Ordinal),
        _ => false,
    };

    private static bool IsAboutExceptions(string name) =>
        name.StartsWith("Throw", StringComparison.Ordinal)
        || name.StartsWith("ShouldThrow", StringComparison.Ordinal)
        || name is "Catch" or "CatchAsync" or "Exception" or "ExceptionAsync" or "ThrowsException" or "Expect";

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

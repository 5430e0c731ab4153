using System;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules;

/// <summary>Recognizes assertions about exceptions, such as <c>Assert.Throws</c>, <c>act.Should().Throw()</c> and methods of the developer's that call one.</summary>
internal static class Assertions
{
    /// <summary>Determines whether a function is an argument of an assertion, or the receiver of a chain of calls that contains one.</summary>
    /// <param name="function">The function, or a collection of functions.</param>
    /// <param name="depth">The number of own methods between the code and the function.</param>
    public static bool Receive(IOperation function, int depth = 0)
    {
        IOperation value = function;

        while (true)
        {
            switch (value.Parent)
            {
                case IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation or IArrayInitializerOperation or IArrayCreationOperation:
                case { } collection when collection.IsCollectionExpression():
                    value = value.Parent;
                    continue;
                case IArgumentOperation { Parent: IInvocationOperation call } argument:
                    if (IsAssertion(call) || AssertedFunctions.IsAssertedBy(call, argument.Parameter, depth))
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
        (name.StartsWith("Throw", StringComparison.Ordinal) && !name.StartsWith("ThrowIf", StringComparison.Ordinal))
        || name.StartsWith("ShouldThrow", StringComparison.Ordinal)
        || name is "Catch" or "CatchAsync" or "Exception" or "ExceptionAsync" or "ThrowsException" or "Expect";
}

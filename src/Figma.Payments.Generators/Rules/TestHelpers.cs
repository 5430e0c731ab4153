using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules;

/// <summary>Recognizes the methods, lambdas and local functions of a class of tests that aren't tests. A test might assert that they throw.</summary>
internal static class TestHelpers
{
    /// <summary>Determines whether an operation is in such a function.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="member">The member that contains the operation.</param>
    public static bool Contain(IOperation operation, ISymbol member) =>
        (!IsTest(member) || IsInFunction(operation)) && member.ContainingType is { } type && type.GetMembers().Any(IsTest);

    private static bool IsInFunction(IOperation operation)
    {
        for (IOperation? around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }

    private static bool IsTest(ISymbol member) =>
        member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "FactAttribute" or "TheoryAttribute" or "TestAttribute" or "TestCaseAttribute" or "TestMethodAttribute" or "DataTestMethodAttribute");
}

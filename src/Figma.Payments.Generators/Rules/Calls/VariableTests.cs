using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>Finds the tests of local variables and parameters in code, such as <c>id is null</c> and <c>id.HasValue</c>. The code is walked only once.</summary>
internal static class VariableTests
{
    private static readonly ConditionalWeakTable<IOperation, Dictionary<ISymbol, int>> Bodies = new();

    /// <summary>Determines whether the code before an operator <c>??</c> tests the variable on its left, so that the value on its right might never be used.</summary>
    public static bool Precede(ICoalesceOperation choice) =>
        FindVariable(choice.Value.WithoutConversions()) is { } variable
        && Bodies.GetValue(choice.Root(), FindFirstTests).TryGetValue(variable, out int position)
        && position < choice.Syntax.SpanStart;

    private static Dictionary<ISymbol, int> FindFirstTests(IOperation body)
    {
        Dictionary<ISymbol, int> positions = new(SymbolEqualityComparer.Default);

        foreach (IOperation operation in body.WithDescendants())
        {
            if (FindVariable(operation) is { } variable && !positions.ContainsKey(variable) && IsTested(operation.WithConversionsAround()))
                positions.Add(variable, operation.Syntax.SpanStart);
        }

        return positions;
    }

    private static ISymbol? FindVariable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => local,
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        _ => null,
    };

    private static bool IsTested(IOperation read) => read.Parent
        is IBinaryOperation or IIsPatternOperation or IIsTypeOperation or ISwitchOperation or ISwitchExpressionOperation or ITupleOperation or IPropertyReferenceOperation { Property.Name: "HasValue" };
}

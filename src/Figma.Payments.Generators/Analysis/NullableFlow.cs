using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Analysis.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Analysis;

/// <summary>What the compiler's nullable analysis adds: which ids are certainly given. It never knows that one is certainly null.</summary>
/// <param name="Given">The ids that are given, by the argument itself or by the compiler.</param>
internal readonly record struct NullableFlow(ImmutableArray<int> Given)
{
    public static NullableFlow Of(ResourceCall call, BodyFlow flow)
    {
        if (call.Operation.SemanticModel is not { } model || flow.MisleadsCompiler)
            return new(call.With(Presence.Given));

        return new(Enumerable.Range(0, call.Presences.Length)
            .Where(id => call.Presences[id] == Presence.Given || (call.Presences[id] == Presence.Unknown && IsGiven(call.Arguments[id]?.Value, model)))
            .ToImmutableArray());
    }

    // Text that is not null may still be empty.
    private static bool IsGiven(IOperation? value, SemanticModel model) =>
        value is { IsImplicit: false } and not IConversionOperation
        && Types.IsNullableValue(value.Type)
        && value.Syntax is ExpressionSyntax syntax
        && model.GetTypeInfo(syntax).Nullability.FlowState == NullableFlowState.NotNull;
}

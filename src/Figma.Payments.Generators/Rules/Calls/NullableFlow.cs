using System.Collections.Immutable;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Calls;

/// <summary>The resource IDs that the compiler's nullable analysis considers non-null. It never considers a value certainly null.</summary>
/// <param name="Given">The resource IDs that are given, according to the arguments or the compiler.</param>
internal readonly record struct NullableFlow(ImmutableArray<int> Given)
{
    public static NullableFlow Of(ResourceCall call, BodyFlow flow)
    {
        ImmutableArray<int> given = call.With(Presence.Given);

        if (call.Operation.SemanticModel is not { } model)
            return new(given);

        ImmutableArray<int> more = call.With(Presence.Unknown).RemoveAll(id => !IsGiven(call.Arguments[id]?.Value, model));
        return new(more.IsEmpty || flow.MisleadsCompiler ? given : given.AddRange(more));
    }

    // A string that isn't null can be empty.
    private static bool IsGiven(IOperation? value, SemanticModel model) =>
        value is { IsImplicit: false } and not IConversionOperation
        && value.Type.IsNullableValue()
        && value.Syntax is ExpressionSyntax syntax
        && model.GetTypeInfo(syntax).Nullability.FlowState == NullableFlowState.NotNull;
}

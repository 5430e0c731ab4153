using System.Collections.Immutable;
using System.Linq;
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

        ImmutableArray<int> more = call.With(Presence.Unknown).RemoveAll(id => !IsGiven(call.Arguments[id]?.Value, model, flow, call));
        return new(more.IsEmpty || flow.MisleadsCompiler ? given : given.AddRange(more));
    }

    // A string that isn't null can be empty.
    private static bool IsGiven(IOperation? value, SemanticModel model, BodyFlow flow, ResourceCall call) =>
        value is { IsImplicit: false } and not IConversionOperation
        && value.Type.IsNullableValue()
        && value.Syntax is ExpressionSyntax syntax
        && model.GetTypeInfo(syntax).Nullability.FlowState == NullableFlowState.NotNull
        && IsStable(value, flow, call)
        && HasRightState(value, flow);

    // 'holder.Id' is another ID if the holder is replaced.
    private static bool HasRightState(IOperation? value, BodyFlow flow) => value is IMemberReferenceOperation { Member: { ContainingType.IsTupleType: false } read } member
        ? flow.HasRightNullState(read) && HasRightState(member.Instance, flow)
        : NullStateSources.FindVariable(value) is not { } variable || flow.HasRightNullState(variable);

    /// <summary>
    /// Determines whether nothing can change a value unseen between a test and its use. The compiler believes a test of any field or property until it sees an
    /// assignment; a call, another thread or the property itself can change the value before that.
    /// </summary>
    private static bool IsStable(IOperation? value, BodyFlow flow, ResourceCall call) => IsConstant(value, flow, call) || value switch
    {
        IFieldReferenceOperation { Instance: { } instance, Field.IsVolatile: false } field => IsConstant(instance, flow, call) && UndisturbedMembers.AreBefore(call.Operation, field),
        IPropertyReferenceOperation { Instance: { } instance } property => property.Property.IsAuto() && IsConstant(instance, flow, call) && UndisturbedMembers.AreBefore(call.Operation, property),
        _ => false,
    };

    private static bool IsConstant(IOperation? value, BodyFlow flow, ResourceCall call) => value switch
    {
        // 'this' and static members have no receiver that could be replaced.
        null or IInstanceReferenceOperation => true,
        ILocalReferenceOperation local => flow.IsFollowed(local.Local, call.Operation),
        IParameterReferenceOperation parameter => flow.IsFollowed(parameter.Parameter, call.Operation),
        IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } } element => IsConstant(element.Instance, flow, call),

        IMemberReferenceOperation member when !flow.IsInConstructor && ReadonlyMembers.Keep(member) => IsConstant(member.Instance, flow, call),
        _ => false,
    };
}

using System.Collections.Immutable;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <content>The transfer functions of calls and property reads, and what the contracts of the called methods imply.</content>
internal sealed partial class OperationEvaluator
{
    private ValueSummary EvaluateInvocation(IInvocationOperation call, FlowState state)
    {
        if (SkippableCode.IsRemoved(call))
            return _domain.Unknown(call.Type);

        ValueSummary? instance = call.Instance is null ? null : Evaluate(call.Instance, state);
        ValueSummary?[] arguments = EvaluateArguments(call.Arguments, state);

        // Instance methods of a nullable struct can be called on null: GetValueOrDefault, for example.
        bool isRequired = instance is not null && call.Instance!.Type is { IsReferenceType: true } && !call.TargetMethod.IsExtensionMember();

        // There is no call on null. Whether a receiver that nothing decides is null says nothing about the arguments.
        if (isRequired && _analysis.IsDecided(call.Instance!))
            RequireNonNull(instance!, state);

        _observer?.OnCall(_analysis, call, state, arguments);

        if (isRequired)
            RequireNonNull(instance!, state);

        if (FindKnownResult(call, instance, arguments) is { } known)
            return known;

        return ApplyContracts(call.TargetMethod, call.Arguments, arguments, call.Type, state);
    }

    private ValueSummary EvaluateCreation(IObjectCreationOperation creation, FlowState state)
    {
        ValueSummary?[] arguments = EvaluateArguments(creation.Arguments, state);
        _observer?.OnCall(_analysis, creation, state, arguments);

        if (creation.Type.IsNullableValue())
            return FindArgument(arguments, 0) ?? ValueSummary.Null;

        if (creation.Constructor is { } constructor)
            ApplyContracts(constructor, creation.Arguments, arguments, creation.Type, state);

        if (creation.Initializer is not null)
            EvaluateChildren(creation.Initializer, state);

        return creation.Type switch
        {
            { SpecialType: SpecialType.System_String } => CreateNonNull(creation.Type),
            { TypeKind: TypeKind.TypeParameter or TypeKind.Error } or null => _domain.Unknown(creation.Type),
            _ => creation.Arguments.IsEmpty && !FlowTypes.IsOpaque(creation.Type) && creation.Type.IsValueType ? _domain.Unknown(creation.Type) : ValueSummary.NonNull,
        };
    }

    private ValueSummary EvaluateProperty(IPropertyReferenceOperation property, FlowState state)
    {
        ValueSummary? instance = property.Instance is null ? null : Evaluate(property.Instance, state);
        EvaluateArguments(property.Arguments, state);
        ForgetByReference(property.Arguments, state);

        // An extension can be read on null, whatever its name is.
        if (instance is not null && property.Property.ContainingType.IsNullableValue())
        {
            if (property.Property.Name == "HasValue")
                return _domain.Truth(_bdd.Not(_domain.IsNull(instance)));

            RequireNonNull(instance, state);
            return instance;
        }

        if (instance is not null && property.Instance!.Type is { IsReferenceType: true } && !property.Property.IsExtensionMember())
            RequireNonNull(instance, state);

        return _domain.Unknown(property.Type);
    }

    /// <summary>Evaluates arguments and returns their values by the ordinals of the parameters.</summary>
    private ValueSummary?[] EvaluateArguments(ImmutableArray<IArgumentOperation> arguments, FlowState state)
    {
        ValueSummary?[] found = arguments.IsEmpty ? [] : new ValueSummary?[arguments.Length];

        foreach (IArgumentOperation argument in arguments)
        {
            ValueSummary value = Evaluate(argument.Value, state);

            if (argument.Parameter is not { Ordinal: var ordinal })
                continue;

            // Invalid code can have fewer arguments than parameters.
            if (ordinal >= found.Length)
                System.Array.Resize(ref found, ordinal + 1);

            found[ordinal] = value;
        }

        return found;
    }

    private static ValueSummary? FindArgument(ValueSummary?[] arguments, int ordinal) => ordinal < arguments.Length ? arguments[ordinal] : null;

    private ValueSummary? FindKnownResult(IInvocationOperation call, ValueSummary? instance, ValueSummary?[] arguments)
    {
        switch (call.TargetMethod)
        {
            case { Name: "GetValueOrDefault", Parameters.IsEmpty: true } method when instance is not null && method.ContainingType.IsNullableValue():
                ValueSummary otherwise = call.Type.IsBoolean() ? ValueSummary.Constant(false) : _domain.Unknown(call.Type);
                return _domain.Choose(_domain.IsNull(instance), otherwise, instance);

            // For '??=' on a nullable struct, the graph contains a call of get_HasValue instead of a property read.
            case { Name: "get_HasValue" } method when instance is not null && method.ContainingType.IsNullableValue():
                return _domain.Truth(_bdd.Not(_domain.IsNull(instance)));

            case { Name: "IsNullOrEmpty", ContainingType.SpecialType: SpecialType.System_String } when FindArgument(arguments, 0) is { } text:
                return _domain.Truth(_domain.IsNullOrEmpty(text));

            case { Name: "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String } when FindArgument(arguments, 0) is { } blank:
                return _domain.Truth(_bdd.Or(_domain.IsNullOrEmpty(blank), _domain.Undecided()));

            case { Name: "ReferenceEquals", ContainingType.SpecialType: SpecialType.System_Object } when FindArgument(arguments, 0) is { } first && FindArgument(arguments, 1) is { } second:
                return _domain.Truth(CompareUnknown(first, second));

            default:
                return null;
        }
    }

    /// <summary>Applies the contracts of a method to the path condition, and returns the result of the call.</summary>
    private ValueSummary ApplyContracts(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, ValueSummary?[] values, ITypeSymbol? type, FlowState state)
    {
        bool isChecked = false;
        bool isUnproven = MethodContracts.IsUnproven(method);
        ValueSummary result = _domain.Unknown(type);

        foreach (IArgumentOperation argument in arguments)
        {
            if (isUnproven || argument.Parameter is not { RefKind: RefKind.None } parameter || FindArgument(values, parameter.Ordinal) is not { } value)
                continue;

            if (MethodContracts.FindDoesNotReturnIf(parameter) is { } endingValue)
            {
                Formula isTrue = _domain.IsTrue(value);
                state.PathCondition = endingValue ? _bdd.AndNot(state.PathCondition, isTrue) : _bdd.And(state.PathCondition, isTrue);
                isChecked = true;
            }

            if (MethodContracts.IsNotNull(parameter))
            {
                RequireNonNull(value, state);
                isChecked |= MethodContracts.ChecksNullOnly(method);
            }
        }

        foreach (SmallBody.Guard guard in SmallBody.FindGuards(method))
        {
            if (FindArgument(values, guard.Ordinal) is { } guarded)
                state.PathCondition = _bdd.AndNot(state.PathCondition, _domain.Is(guarded, guard.Rejected));
        }

        ForgetByReference(arguments, state);

        foreach (IArgumentOperation argument in arguments)
        {
            if (!isUnproven && argument.Parameter is { } parameter)
                ApplyNotNullWhen(parameter, parameter.RefKind is RefKind.Ref or RefKind.Out ? Evaluate(argument.Value, state) : FindArgument(values, parameter.Ordinal) ?? ValueSummary.NonNull, result, state);
        }

        bool doesNotReturn = MethodContracts.DoesNotReturn(method);

        if ((doesNotReturn && !isUnproven) || SmallBody.AlwaysThrows(method))
            state.PathCondition = Formula.False;
        else if (doesNotReturn || (!isChecked && MethodContracts.MightNotReturn(method) && !SmallBody.IsTrivial(method)))
            state.PathCondition = _bdd.And(state.PathCondition, _domain.Doubt());

        return result;
    }

    /// <summary>Applies <c>[NotNullWhen]</c>: excludes the result with which the argument can't be null.</summary>
    private void ApplyNotNullWhen(IParameterSymbol parameter, ValueSummary value, ValueSummary result, FlowState state)
    {
        if (MethodContracts.FindNotNullWhen(parameter) is { } outcome)
            state.PathCondition = _bdd.AndNot(state.PathCondition, _bdd.And(_domain.Is(result, outcome), _domain.IsNull(value)));
    }

    private void ForgetByReference(ImmutableArray<IArgumentOperation> arguments, FlowState state)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is null or { RefKind: RefKind.Ref or RefKind.Out })
                ForgetTarget(argument.Value, state);
        }
    }
}

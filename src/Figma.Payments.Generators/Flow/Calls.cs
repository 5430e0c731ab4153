using System.Collections.Immutable;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Flow;

/// <summary>What a call says of its arguments, and what may hold behind it.</summary>
internal sealed class Calls(Values values, Expressions expressions, Assignments assignments)
{
    private readonly Formulas _formulas = values.Formulas;

    public Value Evaluate(IOperation operation, FlowState state) => operation switch
    {
        IInvocationOperation call => Invoke(call, state),
        IObjectCreationOperation creation => Create(creation, state),
        IPropertyReferenceOperation property => Read(property, state),
        _ => expressions.EvaluateChildren(operation, state),
    };

    private Value Invoke(IInvocationOperation call, FlowState state)
    {
        Value? instance = call.Instance is null ? null : expressions.Evaluate(call.Instance, state);
        Value?[] arguments = EvaluateArguments(call.Arguments, state);
        expressions.Observe(call, state, arguments);

        // A struct's methods are called on null as well: that is what GetValueOrDefault is for.
        if (instance is not null && call.Instance!.Type is { IsReferenceType: true })
            expressions.Require(instance, state);

        if (FindKnown(call, instance, arguments) is { } known)
            return known;

        return Finish(call.TargetMethod, call.Arguments, arguments, call.Type, state);
    }

    private Value Create(IObjectCreationOperation creation, FlowState state)
    {
        Value?[] arguments = EvaluateArguments(creation.Arguments, state);
        expressions.Observe(creation, state, arguments);

        if (creation.Type.IsNullableValue())
            return At(arguments, 0) ?? Value.Null;

        if (creation.Constructor is { } constructor)
            Finish(constructor, creation.Arguments, arguments, creation.Type, state);

        if (creation.Initializer is not null)
            expressions.EvaluateChildren(creation.Initializer, state);

        return creation.Type switch
        {
            { SpecialType: SpecialType.System_String } => expressions.NotNull(creation.Type),
            { TypeKind: TypeKind.TypeParameter or TypeKind.Error } or null => values.Unknown(creation.Type),
            _ => creation.Arguments.IsEmpty && !FlowTypes.IsOpaque(creation.Type) && creation.Type.IsValueType ? values.Unknown(creation.Type) : Value.Given,
        };
    }

    private Value Read(IPropertyReferenceOperation property, FlowState state)
    {
        Value? instance = property.Instance is null ? null : expressions.Evaluate(property.Instance, state);
        EvaluateArguments(property.Arguments, state);
        Forget(property.Arguments, state);

        if (instance is not null && property.Instance!.Type.IsNullableValue())
        {
            if (property.Property.Name == "HasValue")
                return values.Truth(_formulas.Not(values.IsNull(instance)));

            expressions.Require(instance, state);
            return instance;
        }

        if (instance is not null && property.Instance!.Type is { IsReferenceType: true })
            expressions.Require(instance, state);

        return values.Unknown(property.Type);
    }

    /// <summary>What is handed in, by the parameters' ordinals.</summary>
    private Value?[] EvaluateArguments(ImmutableArray<IArgumentOperation> arguments, FlowState state)
    {
        Value?[] found = arguments.IsEmpty ? [] : new Value?[arguments.Length];

        foreach (IArgumentOperation argument in arguments)
        {
            Value value = expressions.Evaluate(argument.Value, state);

            if (argument.Parameter is not { Ordinal: var ordinal })
                continue;

            // Where the code does not bind, there may be less of them.
            if (ordinal >= found.Length)
                System.Array.Resize(ref found, ordinal + 1);

            found[ordinal] = value;
        }

        return found;
    }

    private static Value? At(Value?[] arguments, int ordinal) => ordinal < arguments.Length ? arguments[ordinal] : null;

    private Value? FindKnown(IInvocationOperation call, Value? instance, Value?[] arguments)
    {
        switch (call.TargetMethod)
        {
            case { Name: "GetValueOrDefault", Parameters.IsEmpty: true } method when instance is not null && method.ContainingType.IsNullableValue():
                Value otherwise = call.Type.IsBoolean() ? Values.Constant(false) : values.Unknown(call.Type);
                return values.Choose(values.IsNull(instance), otherwise, instance);

            // '??=' on a nullable struct calls the accessor itself.
            case { Name: "get_HasValue" } method when instance is not null && method.ContainingType.IsNullableValue():
                return values.Truth(_formulas.Not(values.IsNull(instance)));

            case { Name: "IsNullOrEmpty", ContainingType.SpecialType: SpecialType.System_String } when At(arguments, 0) is { } text:
                return values.Truth(values.IsNullOrEmpty(text));

            case { Name: "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String } when At(arguments, 0) is { } blank:
                return values.Truth(_formulas.Or(values.IsNullOrEmpty(blank), values.Open()));

            default:
                return null;
        }
    }

    /// <summary>What holds behind a call, by what the method promises; and what it gives back.</summary>
    private Value Finish(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Value?[] given, ITypeSymbol? type, FlowState state)
    {
        bool isChecked = false;
        Value result = values.Unknown(type);

        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.None } parameter || At(given, parameter.Ordinal) is not { } value)
                continue;

            if (Contracts.FindDeadlyArgument(parameter) is { } deadly)
            {
                int isTrue = values.IsTrue(value);
                state.Guard = deadly ? _formulas.AndNot(state.Guard, isTrue) : _formulas.And(state.Guard, isTrue);
                isChecked = true;
            }

            if (Contracts.IsNotNull(parameter))
            {
                expressions.Require(value, state);
                isChecked |= Contracts.ChecksNullOnly(method);
            }
        }

        Forget(arguments, state);

        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is { } parameter)
                Promise(parameter, parameter.RefKind is RefKind.Ref or RefKind.Out ? expressions.Evaluate(argument.Value, state) : At(given, parameter.Ordinal) ?? Value.Given, result, state);
        }

        if (Contracts.DoesNotReturn(method))
            state.Guard = Formulas.False;
        else if (!isChecked && Contracts.MayEnd(method))
            state.Guard = _formulas.And(state.Guard, values.Doubt());

        return result;
    }

    /// <summary>An argument is not null where the method's answer says so.</summary>
    private void Promise(IParameterSymbol parameter, Value value, Value result, FlowState state)
    {
        if (Contracts.FindNotNullWhen(parameter) is { } answer)
            state.Guard = _formulas.AndNot(state.Guard, _formulas.And(values.Is(result, answer), values.IsNull(value)));
    }

    private void Forget(ImmutableArray<IArgumentOperation> arguments, FlowState state)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is null or { RefKind: RefKind.Ref or RefKind.Out })
                assignments.Forget(argument.Value, state);
        }
    }
}

using System.Linq;

namespace Figma.Payments.Generators.Model;

/// <summary>One question.</summary>
/// <param name="Name">The method's name, escaped where it is a keyword.</param>
/// <param name="Wrapper">What the result comes in.</param>
/// <param name="Result">What is handed back.</param>
/// <param name="Parameters">The parameters, in order.</param>
/// <param name="Attributes">What the method is marked with, as the interface's is.</param>
/// <param name="IsDocumented">Whether the interface's method has documentation that the class's can inherit.</param>
/// <param name="ExplicitInterface">The interface's full name where the method can only be implemented explicitly, else null.</param>
internal sealed record MethodModel(
    string Name,
    ReturnWrapper Wrapper,
    ResultKind Result,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<string> Attributes,
    bool IsDocumented,
    string? ExplicitInterface)
{
    /// <summary>Whether a class can have one public method only of the two.</summary>
    public bool HasSameSignature(MethodModel other)
    {
        if (Name != other.Name || Parameters.Count != other.Parameters.Count)
            return false;

        for (int i = 0; i < Parameters.Count; i++)
        {
            if (!Parameters[i].HasSameType(other.Parameters[i]))
                return false;
        }

        return true;
    }

    /// <summary>Whether the two, alike in signature, ask the same and hand back the same: text may be a user's id in one and a plugin's in the other.</summary>
    public bool HasSameMeaning(MethodModel other) =>
        Wrapper == other.Wrapper
        && Result == other.Result
        && Parameters.Select(static parameter => parameter.Role).SequenceEqual(other.Parameters.Select(static parameter => parameter.Role));
}

/// <summary>One parameter of a question.</summary>
/// <param name="Name">The parameter's name, escaped where it is a keyword.</param>
/// <param name="Type">The parameter's type, its nullability apart.</param>
/// <param name="IsNullable">Whether null may be handed in.</param>
/// <param name="Role">Which of the endpoint's parameters it is.</param>
/// <param name="IsIn">Whether it is an <c>in</c> parameter.</param>
/// <param name="Default">The default value as C# writes it, or null where there is none.</param>
internal sealed record ParameterModel(
    string Name,
    ParameterType Type,
    bool IsNullable,
    PaymentsRole Role,
    bool IsIn,
    string? Default)
{
    /// <summary>Whether the two are the same to a signature, which does not know text that may be null from text that may not.</summary>
    public bool HasSameType(ParameterModel other) =>
        Type == other.Type && IsIn == other.IsIn && (Type == ParameterType.String || IsNullable == other.IsNullable);
}

/// <summary>The wrappers that a question's result may come in.</summary>
internal enum ReturnWrapper
{
    Task,
    ValueTask,
}

/// <summary>What a question may hand back.</summary>
internal enum ResultKind
{
    Information,
    Result,
    Status,
}

internal static class ResultKinds
{
    /// <summary>The name of the library's type.</summary>
    public static string TypeName(this ResultKind kind) => kind switch
    {
        ResultKind.Information => KnownNames.PaymentInformation,
        ResultKind.Result => KnownNames.PaymentsResult,
        _ => KnownNames.PaymentStatus,
    };
}

using System;
using System.Linq;

namespace Figma.Payments.Generators.Model;

/// <summary>A client method.</summary>
/// <param name="Name">The method's name, escaped if it is a keyword.</param>
/// <param name="Wrapper">The wrapper of the result.</param>
/// <param name="Result">The kind of result.</param>
/// <param name="Parameters">The parameters, in order.</param>
/// <param name="Attributes">The attributes that the method repeats from the interface's method.</param>
/// <param name="IsDocumented">True if the interface's method has documentation, which the client's method inherits.</param>
/// <param name="ExplicitInterface">The interface's full name if the method must be implemented explicitly, or null if it can be public.</param>
internal sealed record MethodModel(
    string Name,
    ReturnWrapper Wrapper,
    ResultKind Result,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<string> Attributes,
    bool IsDocumented,
    string? ExplicitInterface)
{
    /// <summary>Determines whether two methods have the same signature, so that only one of them can be public in a class.</summary>
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

    /// <summary>
    /// Determines whether two methods with the same signature send the same request and return the same kind of result.
    /// A string can be a user ID in one method and a plugin ID in the other.
    /// </summary>
    public bool HasSameMeaning(MethodModel other) =>
        Wrapper == other.Wrapper
        && Result == other.Result
        && Parameters.Select(static parameter => parameter.Role).SequenceEqual(other.Parameters.Select(static parameter => parameter.Role));
}

/// <summary>A parameter of a client method.</summary>
/// <param name="Name">The parameter's name, escaped if it is a keyword.</param>
/// <param name="Type">The parameter's type without its nullability.</param>
/// <param name="IsNullable">True if the argument may be null.</param>
/// <param name="Role">The request parameter that the argument is sent as.</param>
/// <param name="IsIn">True for an <c>in</c> parameter.</param>
/// <param name="Default">The default value as a C# expression, or null if there is none.</param>
internal sealed record ParameterModel(
    string Name,
    ParameterType Type,
    bool IsNullable,
    PaymentsRole Role,
    bool IsIn,
    string? Default)
{
    /// <summary>Determines whether two parameters have the same type in a signature, which doesn't distinguish <c>string</c> from <c>string?</c>.</summary>
    public bool HasSameType(ParameterModel other) =>
        Type == other.Type && IsIn == other.IsIn && (Type == ParameterType.String || IsNullable == other.IsNullable);
}

/// <summary>The types that can wrap the result of a client method.</summary>
internal enum ReturnWrapper
{
    Task,
    ValueTask,
}

/// <summary>The kinds of results of client methods.</summary>
internal enum ResultKind
{
    Information,
    Result,
    Status,
}

/// <summary>Extension methods for <see cref="ResultKind"/>.</summary>
internal static class ResultKinds
{
    /// <summary>Gets the name of the library's type.</summary>
    public static string TypeName(this ResultKind kind) => kind switch
    {
        ResultKind.Information => KnownNames.PaymentInformation,
        ResultKind.Result => KnownNames.PaymentsResult,
        ResultKind.Status => KnownNames.PaymentStatus,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

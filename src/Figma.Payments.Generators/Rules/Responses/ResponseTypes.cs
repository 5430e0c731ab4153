using System;
using System.Linq;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Recognizes the library's types and properties that contain a response or a part of it.</summary>
internal static class ResponseTypes
{
    public const string Information = "PaymentInformation";
    public const string Result = "PaymentsResult";
    public const string Status = "PaymentStatus";
    public const string Error = "PaymentsError";

    /// <summary>Determines whether a value of the type contains a payment status, or will when it is awaited.</summary>
    public static bool IsResponse(ITypeSymbol? type) =>
        type.WithoutNullable() is { } bare
        && (IsStatus(bare) || bare.IsOfLibrary(Information) || bare.IsOfLibrary(Result)
            || (bare is INamedTypeSymbol { Arity: 1 } task && LibrarySymbols.FindWrapper(task) is not null && LibrarySymbols.FindResultKind(task.TypeArguments[0]) is not null));

    /// <summary>Determines whether a value of the type is a response or contains some.</summary>
    public static bool Contains(ITypeSymbol? type) => Contains(type, 0);

    private static bool Contains(ITypeSymbol? type, int depth) => type switch
    {
        _ when IsResponse(type) => true,
        IArrayTypeSymbol array => Contains(array.ElementType, depth + 1),
        INamedTypeSymbol { Arity: > 0 } generic => depth < 8 && generic.TypeArguments.Any(argument => Contains(argument, depth + 1)),
        _ => false,
    };

    /// <summary>Determines whether the type is the enumeration, or nullable.</summary>
    public static bool IsStatus(ITypeSymbol? type) => type.WithoutNullable().IsOfLibrary(Status);

    /// <summary>Determines whether the property belongs to a response.</summary>
    public static bool IsOfResponse(IPropertySymbol property) => property.ContainingType.IsOfLibrary(Information) || property.ContainingType.IsOfLibrary(Result);

    /// <summary>Determines whether the operation reads a property whose Boolean or text value says something about the response.</summary>
    public static bool ReadsState(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property: { Name: "IsPaid" or "IsPaidOrTrial" or "IsSuccess" or "PaymentStatusText" } property } && IsOfResponse(property);

    /// <summary>Determines whether the operation reads something that isn't about the payment: the user, the resource or the date of a response, or a part of an error.</summary>
    public static bool ReadsOther(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property: { IsStatic: false } property }
        && (property.ContainingType.IsOfLibrary(Error)
            || (property.ContainingType.IsOfLibrary(Information) && property.Name is not ("PaymentStatus" or "PaymentStatusText" or "IsPaid" or "IsPaidOrTrial")));

    /// <summary>Determines whether the operation reads the error of a result or a part of one.</summary>
    public static bool ReadsError(IOperation operation) =>
        operation.Reads(Result, "Error") || (operation is IPropertyReferenceOperation { Property: { IsStatic: false, ContainingType: var type } } && type.IsOfLibrary(Error));

    public static bool ReadsStatusText(IOperation operation) => operation.Reads(Information, "PaymentStatusText");

    public static bool ReadsDate(IOperation operation) => operation.Reads(Information, "DateOfPurchase");

    /// <summary>Returns the status that Figma's text means, or null if it is the text of no known status.</summary>
    public static int? FindStatus(string text) =>
        text.Equals("UNPAID", StringComparison.OrdinalIgnoreCase) ? ResponseCase.Unpaid
        : text.Equals("PAID", StringComparison.OrdinalIgnoreCase) ? ResponseCase.Paid
        : text.Equals("TRIAL", StringComparison.OrdinalIgnoreCase) ? ResponseCase.Trial
        : null;
}

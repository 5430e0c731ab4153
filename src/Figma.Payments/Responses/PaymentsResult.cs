using System;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Figma.Payments.Http;
using Figma.Payments.Serialization;

namespace Figma.Payments;

/// <summary>Contains either the payment information or the error. Client methods that return it don't throw <see cref="FigmaPaymentsException"/>.</summary>
/// <remarks>Exactly one of <see cref="Information"/> and <see cref="Error"/> is not null. Don't grant access if there is an error.</remarks>
[JsonConverter(typeof(PaymentsResultJsonConverter))]
public sealed class PaymentsResult
{
    private readonly IPaymentsOutcome _outcome;

    /// <summary>Initializes a new instance of the <see cref="PaymentsResult"/> class with payment information.</summary>
    /// <param name="information">The payment information.</param>
    /// <exception cref="ArgumentNullException"><paramref name="information"/> is null.</exception>
    public PaymentsResult(PaymentInformation information) =>
        _outcome = information ?? throw new ArgumentNullException(nameof(information));

    /// <summary>Initializes a new instance of the <see cref="PaymentsResult"/> class with an error.</summary>
    /// <param name="error">The error.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    public PaymentsResult(PaymentsError error) =>
        _outcome = error ?? throw new ArgumentNullException(nameof(error));

    /// <summary>Gets the payment information, or null if there is an <see cref="Error"/>.</summary>
    public PaymentInformation? Information => _outcome as PaymentInformation;

    /// <summary>Gets the error, or null if there is <see cref="Information"/>.</summary>
    public PaymentsError? Error => _outcome as PaymentsError;

    /// <summary>Gets a value that indicates whether the request succeeded. It doesn't indicate whether the user has paid; use <see cref="IsPaid"/> or <see cref="IsPaidOrTrial"/> for that.</summary>
    [MemberNotNullWhen(true, nameof(Information))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Information is not null;

    /// <summary>Gets a value that indicates whether the user has an active purchase. It is <c>false</c> during a trial, and if there is an error.</summary>
    [MemberNotNullWhen(true, nameof(Information))]
    public bool IsPaid => Information is { IsPaid: true };

    /// <summary>Gets a value that indicates whether the user has an active purchase or is in the trial period of a subscription. It is <c>false</c> if there is an error.</summary>
    [MemberNotNullWhen(true, nameof(Information))]
    public bool IsPaidOrTrial => Information is { IsPaidOrTrial: true };

    /// <summary>Returns the payment information, or throws the error.</summary>
    /// <returns>The payment information.</returns>
    /// <exception cref="FigmaPaymentsException">There is an <see cref="Error"/>.</exception>
    public PaymentInformation GetInformationOrThrow() => Information ?? throw new FigmaPaymentsException(Error!);

    /// <summary>Returns a one-line description of the payment information or the error. It contains no secrets.</summary>
    /// <returns>The description.</returns>
    public override string ToString() => _outcome.ToString()!;
}

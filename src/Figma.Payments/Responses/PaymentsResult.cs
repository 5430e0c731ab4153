using System;
using System.Diagnostics.CodeAnalysis;
using Figma.Payments.Http;

namespace Figma.Payments;

/// <summary>
/// Figma's answer, or what went wrong: for people who do not want exceptions.
/// </summary>
/// <remarks>Exactly one of <see cref="Information"/> and <see cref="Error"/> is there. An error grants nothing.</remarks>
public sealed class PaymentsResult
{
    private readonly IPaymentsOutcome _outcome;

    /// <summary>Makes a result that holds an answer.</summary>
    /// <param name="information">The answer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="information"/> is null.</exception>
    public PaymentsResult(PaymentInformation information) =>
        _outcome = information ?? throw new ArgumentNullException(nameof(information));

    /// <summary>Makes a result that holds an error.</summary>
    /// <param name="error">What went wrong.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    public PaymentsResult(PaymentsError error) =>
        _outcome = error ?? throw new ArgumentNullException(nameof(error));

    /// <summary>The answer, or null where there is an <see cref="Error"/>.</summary>
    public PaymentInformation? Information => _outcome as PaymentInformation;

    /// <summary>What went wrong, or null where there is an answer.</summary>
    public PaymentsError? Error => _outcome as PaymentsError;

    /// <summary>Whether Figma answered. It says nothing about having paid.</summary>
    [MemberNotNullWhen(true, nameof(Information))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Information is not null;

    /// <summary>Whether Figma answered that the user has an active purchase. A trial is none, an error neither.</summary>
    public bool IsPaid => Information is { IsPaid: true };

    /// <summary>Whether Figma answered that the user has an active purchase or is in a trial period. An error is neither.</summary>
    public bool IsPaidOrTrial => Information is { IsPaidOrTrial: true };

    /// <summary>The answer, or its error thrown.</summary>
    /// <exception cref="FigmaPaymentsException">There is an <see cref="Error"/>.</exception>
    public PaymentInformation GetInformationOrThrow() => Information ?? throw new FigmaPaymentsException(Error!);

    /// <summary>The answer or the error in a few words, without a secret.</summary>
    public override string ToString() => _outcome.ToString()!;
}

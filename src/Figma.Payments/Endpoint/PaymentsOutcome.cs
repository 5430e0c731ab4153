using System.Diagnostics.CodeAnalysis;

namespace Figma.Payments;

/// <summary>
/// What becomes of an answer or an error: one for each type that generated methods return.
/// </summary>
/// <remarks>Structs, so that the one asynchronous method that asks is compiled for each of them, without a frame of its own for any.</remarks>
internal interface IPaymentsOutcome<TResult>
{
    /// <summary>Makes the result of an answer.</summary>
    TResult Of(in PaymentsAnswer answer);

    /// <summary>Makes the result of an error; false where errors are thrown.</summary>
    bool TryReturn(PaymentsError error, [NotNullWhen(true)] out TResult? result);
}

internal readonly struct InformationOutcome : IPaymentsOutcome<PaymentInformation>
{
    public PaymentInformation Of(in PaymentsAnswer answer) => answer.ToInformation();

    public bool TryReturn(PaymentsError error, [NotNullWhen(true)] out PaymentInformation? result)
    {
        result = null;
        return false;
    }
}

internal readonly struct StatusOutcome : IPaymentsOutcome<PaymentStatus>
{
    public PaymentStatus Of(in PaymentsAnswer answer) => answer.Status;

    public bool TryReturn(PaymentsError error, out PaymentStatus result)
    {
        result = PaymentStatus.Unknown;
        return false;
    }
}

internal readonly struct ResultOutcome : IPaymentsOutcome<PaymentsResult>
{
    public PaymentsResult Of(in PaymentsAnswer answer) => new(answer.ToInformation());

    public bool TryReturn(PaymentsError error, [NotNullWhen(true)] out PaymentsResult? result)
    {
        result = new PaymentsResult(error);
        return true;
    }
}

using System.Threading.Tasks;

namespace Figma.Payments.Http;

/// <summary>Represents the outcome of a request, before it is converted to the return type of the client method: a <see cref="PaymentInformation"/>, a <see cref="PaymentsError"/> or a status alone.</summary>
/// <remarks>It is a reference type, because the framework contains precompiled code for tasks of references. Each process would have to compile it for a custom struct.</remarks>
internal interface IPaymentsOutcome;

/// <summary>Converts an outcome to the return type of a client method.</summary>
internal static class PaymentsOutcome
{
    private static readonly StatusOnly[] Statuses = [new(PaymentStatus.Unknown), new(PaymentStatus.Unpaid), new(PaymentStatus.Paid), new(PaymentStatus.Trial)];

    /// <summary>Gets the outcome of a successful request for the status alone.</summary>
    public static IPaymentsOutcome FromStatus(PaymentStatus status) => Statuses[(int)status];

    public static PaymentInformation ToInformation(IPaymentsOutcome outcome) =>
        outcome is PaymentsError error ? throw new FigmaPaymentsException(error) : (PaymentInformation)outcome;

    public static PaymentStatus ToStatus(IPaymentsOutcome outcome) =>
        outcome is PaymentsError error ? throw new FigmaPaymentsException(error) : ((StatusOnly)outcome).Status;

    public static PaymentsResult ToResult(IPaymentsOutcome outcome) =>
        outcome is PaymentsError error ? error.ToResult() : new PaymentsResult((PaymentInformation)outcome);

    // The exception is stored in the task without throwing it here, because each throw doubles the cost.
    public static Task<PaymentInformation> ToInformationTask(IPaymentsOutcome outcome) =>
        outcome is PaymentsError error ? Task.FromException<PaymentInformation>(new FigmaPaymentsException(error)) : Task.FromResult((PaymentInformation)outcome);

    public static Task<PaymentStatus> ToStatusTask(IPaymentsOutcome outcome) =>
        outcome is PaymentsError error ? Task.FromException<PaymentStatus>(new FigmaPaymentsException(error)) : Task.FromResult(((StatusOnly)outcome).Status);

    private sealed class StatusOnly(PaymentStatus status) : IPaymentsOutcome
    {
        public PaymentStatus Status { get; } = status;
    }
}

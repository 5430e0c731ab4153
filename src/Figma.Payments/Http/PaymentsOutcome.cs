using System.Threading.Tasks;

namespace Figma.Payments.Http;

/// <summary>What became of a question, before the caller's type is made of it: a <see cref="PaymentInformation"/>, a <see cref="PaymentsError"/>, or a status alone.</summary>
/// <remarks>A reference, not a struct: what the framework's tasks do with references is compiled already, and with a struct of ours it would be compiled in every process anew.</remarks>
internal interface IPaymentsOutcome;

/// <summary>Makes of an outcome what a caller gets.</summary>
internal static class PaymentsOutcome
{
    private static readonly StatusOnly[] Statuses = [new(PaymentStatus.Unknown), new(PaymentStatus.Unpaid), new(PaymentStatus.Paid), new(PaymentStatus.Trial)];

    /// <summary>An answer of which nobody asked for more than the status.</summary>
    public static IPaymentsOutcome FromStatus(PaymentStatus status) => Statuses[(int)status];

    public static PaymentInformation ToInformation(IPaymentsOutcome outcome) =>
        outcome is PaymentsError error ? throw new FigmaPaymentsException(error) : (PaymentInformation)outcome;

    public static PaymentStatus ToStatus(IPaymentsOutcome outcome) =>
        outcome is PaymentsError error ? throw new FigmaPaymentsException(error) : ((StatusOnly)outcome).Status;

    public static PaymentsResult ToResult(IPaymentsOutcome outcome) =>
        outcome is PaymentsError error ? error.ToResult() : new PaymentsResult((PaymentInformation)outcome);

    // An exception that is put into a task is thrown once, where it is awaited: throwing it here as well would double its cost.
    public static Task<PaymentInformation> ToInformationTask(IPaymentsOutcome outcome) =>
        outcome is PaymentsError error ? Task.FromException<PaymentInformation>(new FigmaPaymentsException(error)) : Task.FromResult((PaymentInformation)outcome);

    public static Task<PaymentStatus> ToStatusTask(IPaymentsOutcome outcome) =>
        outcome is PaymentsError error ? Task.FromException<PaymentStatus>(new FigmaPaymentsException(error)) : Task.FromResult(((StatusOnly)outcome).Status);

    private sealed class StatusOnly(PaymentStatus status) : IPaymentsOutcome
    {
        public PaymentStatus Status { get; } = status;
    }
}

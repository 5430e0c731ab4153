using System.Threading.Tasks;

namespace Figma.Payments;

/// <summary>What became of a question, before the caller's type is made of it.</summary>
internal readonly struct PaymentsOutcome
{
    private readonly PaymentInformation? _information;
    private readonly PaymentsError? _error;
    private readonly PaymentStatus _status;

    /// <summary>An answer.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="information">All of it; null where nobody asked for more than the status.</param>
    public PaymentsOutcome(PaymentStatus status, PaymentInformation? information)
    {
        _status = status;
        _information = information;
    }

    /// <summary>An error.</summary>
    public PaymentsOutcome(PaymentsError error) => _error = error;

    public PaymentInformation ToInformation() => _error is null ? _information! : throw new FigmaPaymentsException(_error);

    public PaymentStatus ToStatus() => _error is null ? _status : throw new FigmaPaymentsException(_error);

    public PaymentsResult ToResult() => _error is null ? new PaymentsResult(_information!) : new PaymentsResult(_error);

    // An exception that is put into a task is thrown once, where it is awaited: throwing it here as well would double its cost.
    public Task<PaymentInformation> ToInformationTask() => _error is null ? Task.FromResult(_information!) : Task.FromException<PaymentInformation>(new FigmaPaymentsException(_error));

    public Task<PaymentStatus> ToStatusTask() => _error is null ? Task.FromResult(_status) : Task.FromException<PaymentStatus>(new FigmaPaymentsException(_error));

    public Task<PaymentsResult> ToResultTask() => Task.FromResult(ToResult());
}

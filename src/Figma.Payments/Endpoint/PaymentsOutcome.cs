using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks;

namespace Figma.Payments;

/// <summary>An answer or an error, before the caller's type is made of it.</summary>
internal readonly struct PaymentsOutcome
{
    private readonly PaymentsAnswer _answer;
    private readonly PaymentsError? _error;

    public PaymentsOutcome(in PaymentsAnswer answer) => _answer = answer;

    public PaymentsOutcome(PaymentsError error) => _error = error;

    // An exception that is put into a task is thrown once, where it is awaited: throwing it here as well would double its cost.
    public Task<PaymentInformation> ToInformationTask() => _error is null ? Task.FromResult(_answer.ToInformation()) : Task.FromException<PaymentInformation>(new FigmaPaymentsException(_error));

    public Task<PaymentStatus> ToStatusTask() => _error is null ? Task.FromResult(_answer.Status) : Task.FromException<PaymentStatus>(new FigmaPaymentsException(_error));

    public Task<PaymentsResult> ToResultTask() => Task.FromResult(ToResult());

    public PaymentInformation ToInformation() => _error is null ? _answer.ToInformation() : throw new FigmaPaymentsException(_error);

    public PaymentStatus ToStatus() => _error is null ? _answer.Status : throw new FigmaPaymentsException(_error);

    public PaymentsResult ToResult() => _error is null ? new PaymentsResult(_answer.ToInformation()) : new PaymentsResult(_error);
}

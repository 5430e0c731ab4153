using System;
using System.Threading.Tasks;
using Figma.Payments;

namespace Quickstart;

/// <summary>One row of the table: who, what is asked, and how.</summary>
internal sealed record PaymentCheck(string Who, string Asked, Func<Task<PaymentsResult>> AskAsync)
{
    /// <summary>For questions that throw: the error is put where the others have it.</summary>
    public static PaymentCheck Of(string who, string asked, Func<Task<PaymentInformation>> askAsync) => new(who, asked, async () =>
    {
        try
        {
            return new PaymentsResult(await askAsync());
        }
        catch (FigmaPaymentsException exception)
        {
            return new PaymentsResult(exception.Error);
        }
    });
}

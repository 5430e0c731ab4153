using System;
using System.Threading.Tasks;
using Figma.Payments;

namespace Quickstart;

/// <summary>One row of the table: a user, a description of the request, and a method that sends it.</summary>
internal sealed record PaymentCheck(string User, string Request, Func<Task<PaymentsResult>> SendAsync)
{
    /// <summary>Creates a row from a client method that throws if an error occurs.</summary>
    public static PaymentCheck Create(string user, string request, Func<Task<PaymentInformation>> sendAsync) => new(user, request, async () =>
    {
        try
        {
            return new PaymentsResult(await sendAsync());
        }
        catch (FigmaPaymentsException exception)
        {
            return new PaymentsResult(exception.Error);
        }
    });
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Figma.Payments.AspNetCore.Tests.Endpoints;

[RequireFigmaPayments(GateApp.Gate)]
[IgnoreAntiforgeryToken]
public sealed class PaidPage(Executions executions) : PageModel
{
    public FigmaPayment? Payment { get; private set; }

    public void OnGet(FigmaPayment payment)
    {
        executions.Add();
        Payment = payment;
    }
}

using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Figma.Payments.AspNetCore.Tests.Authorization;

/// <summary>ASP.NET Core ignores the attribute, because it is on a handler.</summary>
public sealed class HandlerPage(Executions executions) : PageModel
{
    [RequireFigmaPayments(GateApp.Gate)]
    public Task OnGetAsync()
    {
        executions.Add();
        return Task.CompletedTask;
    }
}

using Microsoft.AspNetCore.Mvc;

namespace Figma.Payments.AspNetCore.Tests.Endpoints;

[ApiController]
[Route("controller")]
public sealed class PaidController(Executions executions) : ControllerBase
{
    [HttpGet("required")]
    [HttpPost("required")]
    [RequireFigmaPayments(GateApp.Gate)]
    public string Required(FigmaPayment payment)
    {
        executions.Add();
        return payment.UserId.Value;
    }

    [HttpGet("read")]
    [HttpPost("read")]
    [ReadFigmaPayments(GateApp.Gate)]
    public string Read(FigmaPayment? payment)
    {
        executions.Add();
        return payment?.UserId.Value ?? "none";
    }

    /// <summary>No gate, so there is never a payment, whatever the request contains.</summary>
    [HttpGet("none")]
    [HttpPost("none")]
    public string None(FigmaPayment? payment)
    {
        executions.Add();
        return payment?.UserId.Value ?? "none";
    }
}

[ApiController]
[Route("class")]
[RequireFigmaPayments(GateApp.Gate)]
public sealed class PaidClassController(Executions executions) : ControllerBase
{
    [HttpGet]
    public string Get(FigmaPayment payment)
    {
        executions.Add();
        return payment.UserId.Value;
    }
}

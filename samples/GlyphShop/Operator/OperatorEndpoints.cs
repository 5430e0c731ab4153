using System.IO;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GlyphShop.Operator;

/// <summary>Maps the operator's page. It has no sign-in: in production, add the authorization of your administrators.</summary>
internal static class OperatorEndpoints
{
    public static void MapOperator(this WebApplication app)
    {
        string page = Path.Combine(app.Environment.ContentRootPath, "Operator", "operator.html");
        GateMetrics metrics = app.Services.GetRequiredService<GateMetrics>();

        app.MapGet("/operator", () => Results.File(page, "text/html"));
        app.MapGet("/operator/state", metrics.Read);
    }
}

using Figma.Payments.AspNetCore.Tests.Grpc;
using Figma.Payments.AspNetCore.Tests.Hubs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Figma.Payments.AspNetCore.Tests.Endpoints;

/// <summary>One endpoint of each kind that is served over plain HTTP. Each returns the user ID of the caller.</summary>
internal static class Sample
{
    /// <summary>The paths of the endpoints that require the gate.</summary>
    public static readonly string[] Required = ["/minimal", "/lambda", "/group/inner", "/controller/required", "/class", "/Paid"];

    /// <summary>The paths of the endpoints that only read the decision.</summary>
    public static readonly string[] Read = ["/read", "/controller/read"];

    /// <summary>The path of the request that opens a connection of a hub that requires the gate.</summary>
    public const string HubConnection = "/hub/negotiate?negotiateVersion=1";

    public static void AddServices(IServiceCollection services)
    {
        services.AddGrpc();
        services.AddSignalR();
        services.AddControllers().AddApplicationPart(typeof(Sample).Assembly);
        services.AddRazorPages().AddApplicationPart(typeof(Sample).Assembly).WithRazorPagesRoot("/Endpoints/Pages");
    }

    public static void Map(WebApplication app)
    {
        app.MapMethods("/minimal", ["GET", "POST", "HEAD"], Handle).RequireFigmaPayments(GateApp.Gate);
        app.MapGet("/lambda", [RequireFigmaPayments(GateApp.Gate)] (FigmaPayment payment, Executions executions) => Handle(payment, executions));

        RouteGroupBuilder group = app.MapGroup("/group").RequireFigmaPayments(GateApp.Gate);
        group.MapGet("/inner", Handle);

        app.MapMethods("/read", ["GET", "POST"], HandleNullable).ReadFigmaPayments(GateApp.Gate);
        app.MapGet("/public", HandleNullable);
        app.MapGet(RefusalCase.PreparationPath, static () => "").RequireFigmaPayments(GateApp.Gate);
        app.MapHub<PaidHub>("/hub").RequireFigmaPayments(GateApp.Gate);
        app.MapHub<PaidHub>("/reading-hub").ReadFigmaPayments(GateApp.Gate);
        app.MapGrpcService<RendererService>().RequireFigmaPayments(GateApp.Gate);
        app.MapControllers();
        app.MapRazorPages();
    }

    private static string Handle(FigmaPayment payment, Executions executions)
    {
        executions.Add();
        return payment.UserId.Value;
    }

    private static string HandleNullable(FigmaPayment? payment, Executions executions)
    {
        executions.Add();
        return payment?.UserId.Value ?? "none";
    }
}

using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using global::Grpc.Core;
using global::Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Grpc;

public sealed class GrpcTests
{
    public static TheoryData<string, StatusCode, string> Table => new()
    {
        { "no token", StatusCode.Unauthenticated, "token-missing" },
        { "garbage", StatusCode.Unauthenticated, "token-invalid" },
        { "unpaid", StatusCode.PermissionDenied, "payment-required" },
        { "other plugin", StatusCode.PermissionDenied, "resource-mismatch" },
        { "limited", StatusCode.Unavailable, "unavailable" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Refused_caller_gets_a_status_of_gRPC_and_runs_nothing(string name, StatusCode status, string type)
    {
        await using GateApp app = await StartAsync();
        using GrpcChannel channel = Open(app);

        if (name == "limited")
            app.Figma.Faults.Enqueue(FakeFault.RateLimited(TimeSpan.FromSeconds(5)));

        string? token = name switch
        {
            "no token" => null,
            "garbage" => "garbage",
            "unpaid" => app.TokenOf(PaymentStatus.Unpaid),
            "other plugin" => app.Figma.IssuePaymentToken(app.Figma.AddUser(), app.Figma.AddPlugin()),
            _ => app.TokenOf(PaymentStatus.Paid),
        };

        RpcException error = await Assert.ThrowsAsync<RpcException>(async () => await RenderAsync(channel, token));
        Assert.Equal(status, error.StatusCode);
        Assert.Equal("urn:figma-payments:" + type, error.Status.Detail);
        Assert.Equal(0, app.Executions);
    }

    [Fact]
    public async Task Caller_over_the_limit_gets_ResourceExhausted()
    {
        await using GateApp app = await StartAsync();
        using GrpcChannel channel = Open(app);
        RpcException error = null!;

        for (int i = 0; i < 11; i++)
        {
            string garbage = "garbage" + i;
            error = await Assert.ThrowsAsync<RpcException>(async () => await RenderAsync(channel, garbage));
        }

        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
    }

    [Fact]
    public async Task Caller_who_has_paid_is_admitted()
    {
        await using GateApp app = await StartAsync();
        using GrpcChannel channel = Open(app);
        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);

        Assert.Equal(user.Value, (await RenderAsync(channel, token)).User);
    }

    [Fact]
    public async Task Content_type_of_gRPC_does_not_change_the_status_of_other_endpoints()
    {
        await using GateApp app = await GateApp.StartAsync(static app => app.MapPost("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate));
        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Post, "/paid", configure: static request =>
        {
            request.Content = new ByteArrayContent([]);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/grpc");
        });

        Assert.Equal(401, (int)response.StatusCode);
    }

    private static Task<GateApp> StartAsync() => GateApp.StartAsync(
        static app => app.MapGrpcService<RendererService>().RequireFigmaPayments(GateApp.Gate),
        static options => options.Services = static services => services.AddGrpc());

    private static GrpcChannel Open(GateApp app) => GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions
    {
        HttpHandler = new Http2Handler(((TestServer)app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()).CreateHandler()),
    });

    private static async Task<RenderReply> RenderAsync(GrpcChannel channel, string? token) =>
        await new Renderer.RendererClient(channel).RenderAsync(new RenderRequest(), token is null ? null : new Metadata { { "Authorization", "Bearer " + token } });

    /// <summary>The test server doesn't set the version of its responses, and the client of gRPC requires HTTP/2.</summary>
    private sealed class Http2Handler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            response.Version = request.Version;
            return response;
        }
    }
}

public sealed class RendererService(Executions executions) : Renderer.RendererBase
{
    public override Task<RenderReply> Render(RenderRequest request, ServerCallContext context)
    {
        executions.Add();
        return Task.FromResult(new RenderReply { User = context.GetHttpContext().GetFigmaPayment()!.UserId.Value });
    }
}

using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using global::Grpc.Core;
using global::Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Grpc;

public sealed class GrpcTests
{
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

    /// <summary>UseFigmaPayments can be called before UseGrpcWeb, which would convert the response.</summary>
    [Theory]
    [InlineData("application/grpc", "application/grpc")]
    [InlineData("application/grpc+proto", "application/grpc")]
    [InlineData("application/grpc-web", "application/grpc-web")]
    [InlineData("application/grpc-web+proto", "application/grpc-web")]
    [InlineData("application/grpc-web-text", "application/grpc-web-text")]
    [InlineData("application/grpc-web-text+proto", "application/grpc-web-text")]
    public async Task Refusal_of_gRPC_Web_has_its_content_type(string request, string expected)
    {
        await using GateApp app = await StartAsync();
        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Post, "/paid.Renderer/Render", configure: message =>
        {
            message.Version = new Version(2, 0);
            message.Content = new ByteArrayContent([0, 0, 0, 0, 0]);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request);
        });

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(expected, response.Content.Headers.ContentType?.ToString());
        Assert.Equal("16", Assert.Single(response.Headers.GetValues("grpc-status")));
    }

    private static Task<GateApp> StartAsync() => GateApp.StartAsync(
        static app => app.MapGrpcService<RendererService>().RequireFigmaPayments(GateApp.Gate),
        static options => options.Services = static services => services.AddGrpc());

    internal static GrpcChannel Open(GateApp app) => GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions
    {
        HttpHandler = new Http2Handler(app.CreateHandler()),
    });

    internal static async Task<RenderReply> RenderAsync(GrpcChannel channel, string? token) =>
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

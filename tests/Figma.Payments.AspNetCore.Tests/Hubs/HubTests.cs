using System;
using System.IO;
using System.IO.Pipelines;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Hubs;

/// <summary>Hubs over each transport, on Kestrel.</summary>
public sealed class HubTests
{
    [Theory]
    [InlineData(HttpTransportType.WebSockets)]
    [InlineData(HttpTransportType.ServerSentEvents)]
    [InlineData(HttpTransportType.LongPolling)]
    public async Task Caller_who_has_paid_connects_and_calls_methods(HttpTransportType transport)
    {
        await using GateApp app = await StartAsync();
        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);
        await using HubConnection connection = await ConnectAsync(app, "/hub", transport, token);

        Assert.Equal(user.Value, await connection.InvokeAsync<string>(nameof(PaidHub.Who)));
        Assert.Equal(user.Value, await connection.InvokeAsync<string>(nameof(PaidHub.WhoRequired)));
        Assert.Equal(2, app.Executions);
    }

    [Theory]
    [InlineData(HttpTransportType.WebSockets)]
    [InlineData(HttpTransportType.ServerSentEvents)]
    [InlineData(HttpTransportType.LongPolling)]
    public async Task Refused_caller_does_not_connect(HttpTransportType transport)
    {
        await using GateApp app = await StartAsync();

        foreach (string? token in new[] { null, "garbage", app.TokenOf(PaymentStatus.Unpaid), app.TokenOf(PaymentStatus.Trial) })
        {
            Exception error = await Assert.ThrowsAnyAsync<Exception>(() => ConnectAsync(app, "/hub", transport, token));
            Assert.Matches("40[12]", error.Message);
        }

        Assert.Equal(0, app.Executions);
    }

    [Theory]
    [InlineData(HttpTransportType.WebSockets)]
    [InlineData(HttpTransportType.LongPolling)]
    public async Task Method_that_requires_the_gate_does_not_run_for_a_caller_who_has_not_paid(HttpTransportType transport)
    {
        await using GateApp app = await StartAsync();
        await using HubConnection connection = await ConnectAsync(app, "/reading", transport, app.TokenOf(PaymentStatus.Unpaid));

        Assert.Equal("none", await connection.InvokeAsync<string>(nameof(PaidHub.Who)));
        Assert.Equal(1, app.Executions);

        HubException error = await Assert.ThrowsAsync<HubException>(() => connection.InvokeAsync<string>(nameof(PaidHub.WhoRequired)));
        Assert.Contains("unauthorized", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, app.Executions);
    }

    [Theory]
    [InlineData(HttpTransportType.WebSockets)]
    [InlineData(HttpTransportType.LongPolling)]
    public async Task Method_does_not_run_although_a_handler_succeeds_for_every_requirement(HttpTransportType transport)
    {
        await using GateApp app = await StartAsync(services: static services => services.AddSingleton<IAuthorizationHandler, OpenHandler>());
        await using HubConnection connection = await ConnectAsync(app, "/reading", transport, app.TokenOf(PaymentStatus.Unpaid));

        HubException error = await Assert.ThrowsAsync<HubException>(() => connection.InvokeAsync<string>(nameof(PaidHub.WhoRequired)));
        Assert.Contains("urn:figma-payments:token-invalid", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, app.Executions);

        await using HubConnection paid = await ConnectAsync(app, "/reading", transport, app.TokenOf(PaymentStatus.Paid, out UserId user));
        Assert.Equal(user.Value, await paid.InvokeAsync<string>(nameof(PaidHub.WhoRequired)));
    }

    [Fact]
    public async Task Token_in_the_query_is_not_sent_to_Figma_if_it_can_be_that_of_another_scheme()
    {
        await using GateApp app = await StartAsync(gate: static gate =>
        {
            gate.UserScheme = "Users";
            gate.UserIdClaim = "figma:user_id";
        });

        await Assert.ThrowsAnyAsync<Exception>(() => ConnectAsync(app, "/hub", HttpTransportType.WebSockets, app.TokenOf(PaymentStatus.Paid)));
        Assert.Empty(app.Figma.Requests);
    }

    [Theory]
    [InlineData(HttpTransportType.WebSockets)]
    [InlineData(HttpTransportType.LongPolling)]
    public async Task Methods_are_refused_after_the_lifetime_of_the_payment_information(HttpTransportType transport)
    {
        SteppingClock clock = new();
        await using GateApp app = await StartAsync(clock);
        await using HubConnection connection = await ConnectAsync(app, "/hub", transport, app.TokenOf(PaymentStatus.Paid));
        await connection.InvokeAsync<string>(nameof(PaidHub.Who));

        clock.Offset = TimeSpan.FromMinutes(4);
        await connection.InvokeAsync<string>(nameof(PaidHub.Who));
        Assert.Equal(2, app.Executions);

        clock.Offset = TimeSpan.FromMinutes(5);
        HubException error = await Assert.ThrowsAsync<HubException>(() => connection.InvokeAsync<string>(nameof(PaidHub.Who)));
        Assert.Contains("urn:figma-payments:token-invalid", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HubException>(() => connection.InvokeAsync<string>(nameof(PaidHub.WhoRequired)));
        Assert.Equal(2, app.Executions);
    }

    [Fact]
    public async Task Connection_with_an_old_payment_lasts_no_longer_than_one_with_a_new_payment()
    {
        SteppingClock clock = new();
        await using GateApp app = await StartAsync(clock, gate: static gate => gate.GraceFor = TimeSpan.FromHours(24));
        string token = app.TokenOf(PaymentStatus.Paid);
        Assert.True((await app.Services.GetRequiredService<IFigmaPaymentsGate>().CheckAsync(new PluginPaymentToken(token))).IsGranted);

        clock.Offset = TimeSpan.FromMinutes(6);
        app.Figma.Faults.Enqueue(FakeFault.Status(503), count: 10);
        await using HubConnection connection = await ConnectAsync(app, "/hub", HttpTransportType.WebSockets, token);
        clock.Offset = TimeSpan.FromMinutes(10);
        await connection.InvokeAsync<string>(nameof(PaidHub.Who));

        clock.Offset = TimeSpan.FromMinutes(12);
        await Assert.ThrowsAsync<HubException>(() => connection.InvokeAsync<string>(nameof(PaidHub.Who)));
        Assert.Equal(1, app.Executions);
    }

    [Fact]
    public async Task Methods_are_refused_after_the_lifetime_although_a_middleware_has_cleared_the_endpoint()
    {
        SteppingClock clock = new();
        await using GateApp app = await StartAsync(clock, pipeline: static app =>
        {
            app.UseFigmaPayments();
            app.Use(static (HttpContext context, RequestDelegate next) =>
            {
                if (context.GetEndpoint() is not { RequestDelegate: { } execute })
                    return next(context);

                context.SetEndpoint(null);
                return execute(context);
            });
        });

        await using HubConnection connection = await ConnectAsync(app, "/hub", HttpTransportType.WebSockets, app.TokenOf(PaymentStatus.Paid));
        await connection.InvokeAsync<string>(nameof(PaidHub.Who));

        clock.Offset = TimeSpan.FromMinutes(5);
        await Assert.ThrowsAsync<HubException>(() => connection.InvokeAsync<string>(nameof(PaidHub.Who)));
        Assert.Equal(1, app.Executions);
    }

    [Theory]
    [InlineData(-4, true)]
    [InlineData(-3_600, false)]
    public async Task Clock_that_is_set_back_does_not_extend_the_lifetime_of_the_payment_information(int seconds, bool isAdmitted)
    {
        SteppingClock clock = new();
        await using GateApp app = await StartAsync(clock);
        await using HubConnection connection = await ConnectAsync(app, "/hub", HttpTransportType.WebSockets, app.TokenOf(PaymentStatus.Paid));

        clock.Offset = TimeSpan.FromSeconds(seconds);
        Exception? error = await Record.ExceptionAsync(() => connection.InvokeAsync<string>(nameof(PaidHub.Who)));
        Exception? requiredError = await Record.ExceptionAsync(() => connection.InvokeAsync<string>(nameof(PaidHub.WhoRequired)));

        Assert.Equal(isAdmitted, error is null);
        Assert.Equal(isAdmitted, requiredError is null);
        Assert.Equal(isAdmitted ? 2 : 0, app.Executions);
    }

    /// <summary>Kestrel can serve a hub without HTTP, so that there is no endpoint and no token: <c>listen.UseHub&lt;AttributedHub&gt;()</c>.</summary>
    [Theory]
    [InlineData(typeof(AttributedHub), nameof(AttributedHub.Get), 0)]
    [InlineData(typeof(PaidHub), nameof(PaidHub.WhoRequired), 0)]
    [InlineData(typeof(PaidHub), nameof(PaidHub.Who), 1)]
    public async Task Hub_with_the_attribute_refuses_a_connection_without_HTTP(Type hub, string method, int expected)
    {
        await using GateApp app = await StartAsync();
        Pipe toServer = new();
        Pipe toClient = new();
        DefaultConnectionContext connection = new("raw", new Duplex(toServer.Reader, toClient.Writer), new Duplex(toClient.Reader, toServer.Writer));
        ConnectionHandler handler = (ConnectionHandler)app.Services.GetRequiredService(typeof(HubConnectionHandler<>).MakeGenericType(hub));

        string messages = "{\"protocol\":\"json\",\"version\":1}\u001e{\"type\":1,\"invocationId\":\"1\",\"target\":\"" + method + "\",\"arguments\":[]}\u001e";
        await toServer.Writer.WriteAsync(Encoding.UTF8.GetBytes(messages));
        await toServer.Writer.CompleteAsync();
        await handler.OnConnectedAsync(connection);
        await toClient.Writer.CompleteAsync();

        using StreamReader reader = new(toClient.Reader.AsStream());
        string response = await reader.ReadToEndAsync();
        Assert.DoesNotContain("secret", response, StringComparison.Ordinal);
        Assert.Equal(expected, app.Executions);
    }

    private sealed class Duplex(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input { get; } = input;

        public PipeWriter Output { get; } = output;
    }

    [Fact]
    public async Task Attribute_on_a_method_alone_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(
            static app => app.MapHub<PaidHub>("/hub"),
            static options => options.Services = static services => services.AddSignalR()));

        Assert.Contains(nameof(PaidHub.WhoRequired), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attribute_on_the_hub_gates_its_endpoint()
    {
        await using GateApp app = await StartAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => ConnectAsync(app, "/attributed", HttpTransportType.WebSockets, app.TokenOf(PaymentStatus.Unpaid)));
        await using HubConnection connection = await ConnectAsync(app, "/attributed", HttpTransportType.WebSockets, app.TokenOf(PaymentStatus.Paid));
        Assert.Equal("secret", await connection.InvokeAsync<string>(nameof(AttributedHub.Get)));
    }

    private static Task<GateApp> StartAsync(TimeProvider? time = null, Action<IServiceCollection>? services = null, Action<FigmaPaymentsGateOptions>? gate = null, Action<WebApplication>? pipeline = null) => GateApp.StartAsync(
        static app =>
        {
            app.MapHub<PaidHub>("/hub").RequireFigmaPayments(GateApp.Gate);
            app.MapHub<PaidHub>("/reading").ReadFigmaPayments(GateApp.Gate);
            app.MapHub<AttributedHub>("/attributed");
        },
        options =>
        {
            options.UseKestrel = true;
            options.Time = time;
            options.Gate = gate ?? options.Gate;
            options.Pipeline = pipeline ?? options.Pipeline;
            options.Services = all =>
            {
                all.AddSignalR();
                all.AddAuthentication().AddCookie("Users");
                services?.Invoke(all);
            };
        });

    private sealed class OpenHandler : IAuthorizationHandler
    {
        public Task HandleAsync(AuthorizationHandlerContext context)
        {
            foreach (IAuthorizationRequirement requirement in context.PendingRequirements)
                context.Succeed(requirement);

            return Task.CompletedTask;
        }
    }

    private static async Task<HubConnection> ConnectAsync(GateApp app, string path, HttpTransportType transport, string? token)
    {
        HubConnection connection = new HubConnectionBuilder()
            .WithUrl(new Uri(app.Address(), path), transport, options => options.AccessTokenProvider = () => Task.FromResult(token))
            .Build();

        try
        {
            using CancellationTokenSource timeout = new(TimeSpan.FromSeconds(30));
            await connection.StartAsync(timeout.Token);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}

public sealed class PaidHub(Executions executions) : Hub
{
    public string Who()
    {
        executions.Add();
        return Context.GetFigmaPayment()?.UserId.Value ?? "none";
    }

    [RequireFigmaPayments(GateApp.Gate)]
    public string WhoRequired()
    {
        executions.Add();
        return Context.GetFigmaPayment()!.UserId.Value;
    }
}

[RequireFigmaPayments(GateApp.Gate)]
public sealed class AttributedHub(Executions executions) : Hub
{
    public string Get()
    {
        executions.Add();
        return Context.GetFigmaPayment() is null ? "none" : "secret";
    }
}

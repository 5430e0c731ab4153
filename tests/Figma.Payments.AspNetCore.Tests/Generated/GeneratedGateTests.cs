using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Generated;

/// <summary>The gates that the generator adds to pinned clients: they ask through the registered client, and deny whatever it returns that proves no payment.</summary>
public sealed class GeneratedGateTests
{
    private static readonly Dictionary<string, Func<Task<PaymentInformation?>?>> Decorated = new()
    {
        ["null task"] = static () => null,
        ["null"] = static () => Task.FromResult<PaymentInformation?>(null),
        ["another resource"] = static () => Task.FromResult<PaymentInformation?>(Information("7", "1")),
        ["unpaid"] = static () => Task.FromResult<PaymentInformation?>(new PaymentInformation(new UserId("7"), new PluginId(IGlyphPayments.Id), PaymentStatus.Unpaid)),
        ["exception"] = static () => throw new InvalidOperationException(),
        ["failed task"] = static () => Task.FromException<PaymentInformation?>(new InvalidOperationException()),
    };

    [Theory]
    [InlineData("/result")]
    [InlineData("/information")]
    [InlineData("/value")]
    [InlineData("/attribute")]
    public async Task Only_users_who_have_paid_pass(string path)
    {
        await using GateApp app = await StartAsync();

        using (HttpResponseMessage paid = await app.GetAsync(path, app.TokenOf(PaymentStatus.Paid)))
            Assert.Equal(200, (int)paid.StatusCode);

        Assert.Equal(1, app.Executions);

        foreach ((string? token, int expected) in new[] { (app.TokenOf(PaymentStatus.Unpaid), 402), (app.TokenOf(PaymentStatus.Trial), 402), ("garbage", 401), (null, 401) })
        {
            using HttpResponseMessage refused = await app.GetAsync(path, token);
            Assert.Equal(expected, (int)refused.StatusCode);
        }

        Assert.Equal(1, app.Executions);
    }

    [Fact]
    public async Task Read_refuses_nobody()
    {
        await using GateApp app = await StartAsync();

        Assert.Equal("none", await app.Http.GetStringWithTokenAsync("/read", app.TokenOf(PaymentStatus.Unpaid)));
        Assert.Equal("paid", await app.Http.GetStringWithTokenAsync("/read", app.TokenOf(PaymentStatus.Paid)));
    }

    [Fact]
    public async Task Options_are_read_from_a_section_and_set_by_a_function()
    {
        IConfiguration section = new ConfigurationBuilder().AddInMemoryCollection([new("AllowTrial", "true")]).Build();
        await using GateApp app = await StartAsync(services => services.AddGlyphPaymentsGate(section, static gate => gate.UnpaidFor = TimeSpan.FromSeconds(2)));

        using HttpResponseMessage trial = await app.GetAsync("/result", app.TokenOf(PaymentStatus.Trial));
        Assert.Equal(200, (int)trial.StatusCode);
        FigmaPaymentsGateOptions options = app.Services.GetRequiredService<IOptionsMonitor<FigmaPaymentsGateOptions>>().Get(GlyphPaymentsGateExtensions.GateName);
        Assert.Equal(TimeSpan.FromSeconds(2), options.UnpaidFor);
        Assert.Equal(new PluginId(IGlyphPayments.Id), options.Resource);
    }

    [Theory]
    [InlineData("/information")]
    [InlineData("/value")]
    public async Task Users_are_checked_by_ID_with_each_shape_of_method(string path)
    {
        await using GateApp app = await StartAsync();
        IFigmaPaymentsGate gate = app.Services.GetRequiredKeyedService<IFigmaPaymentsGate>(path == "/value" ? ValuePaymentsGateExtensions.GateName : InformationPaymentsGateExtensions.GateName);
        app.TokenOf(PaymentStatus.Paid, out UserId payer);
        app.TokenOf(PaymentStatus.Unpaid, out UserId other);

        Assert.True((await gate.CheckAsync(payer)).IsGranted);
        Assert.False((await gate.CheckAsync(other)).IsGranted);
        Assert.Equal(FigmaPaymentsRefusal.UserNotFound, (await gate.CheckAsync(new UserId("404"))).Refusal);
    }

    public static TheoryData<string> Decorators => [.. Decorated.Keys];

    /// <summary>The gate asks through the interface that is registered, and verifies what it returns.</summary>
    [Theory]
    [MemberData(nameof(Decorators))]
    public async Task Decorator_that_proves_no_payment_denies(string name)
    {
        await using GateApp app = await StartAsync(services =>
        {
            services.AddSingleton<IInformationPayments>(new InformationDecorator(Decorated[name]));
            services.AddSingleton<IValuePayments>(new ValueDecorator(Decorated[name]));
        });

        foreach (string path in new[] { "/information", "/value" })
        {
            using HttpResponseMessage response = await app.GetAsync(path, app.TokenOf(PaymentStatus.Paid));
            Assert.InRange((int)response.StatusCode, 400, 599);
        }

        foreach (string gate in new[] { InformationPaymentsGateExtensions.GateName, ValuePaymentsGateExtensions.GateName })
            Assert.False((await app.Services.GetRequiredKeyedService<IFigmaPaymentsGate>(gate).CheckAsync(new UserId("7"))).IsGranted);

        Assert.Equal(0, app.Executions);
    }

    [Fact]
    public async Task Decorator_that_proves_a_payment_admits()
    {
        static Task<PaymentInformation?> Paid() => Task.FromResult<PaymentInformation?>(Information("7", IGlyphPayments.Id));

        await using GateApp app = await StartAsync(static services =>
        {
            services.AddSingleton<IInformationPayments>(new InformationDecorator(Paid));
            services.AddSingleton<IValuePayments>(new ValueDecorator(Paid));
        });

        foreach (string path in new[] { "/information", "/value" })
        {
            using HttpResponseMessage response = await app.GetAsync(path, app.TokenOf(PaymentStatus.Unpaid));
            Assert.Equal(200, (int)response.StatusCode);
        }

        Assert.True((await app.Services.GetRequiredKeyedService<IFigmaPaymentsGate>(InformationPaymentsGateExtensions.GateName).CheckAsync(new UserId("7"))).IsGranted);
    }

    [Fact]
    public async Task Gate_of_a_client_that_is_not_registered_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(static services => services.AddUserPaymentsGate()));
        Assert.Contains($"The gate '{typeof(IUserPayments).FullName}' sends its requests through '{typeof(IUserPayments).FullName}', which isn't registered", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gate_whose_functions_are_replaced_needs_no_registered_client()
    {
        await using GateApp app = await StartAsync(static services => services.AddUserPaymentsGate(static gate =>
            gate.CheckByUser = static (_, user, _) => Task.FromResult(new PaymentsResult(new PaymentInformation(user, new WidgetId("2"), PaymentStatus.Paid)))));

        Assert.True((await app.Services.GetRequiredKeyedService<IFigmaPaymentsGate>(UserPaymentsGateExtensions.GateName).CheckAsync(new UserId("7"))).IsGranted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Gate_about_another_resource_than_its_client_fails_at_start(bool isConfigured)
    {
        IConfiguration section = new ConfigurationBuilder().AddInMemoryCollection(isConfigured ? [new("PluginId", "1")] : []).Build();

        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(services => services.AddGlyphPaymentsGate(section, gate =>
        {
            if (!isConfigured)
                gate.Resource = new PluginId("1");
        })));

        Assert.Contains($"'{typeof(IGlyphPayments).FullName}' is pinned to", error.Message, StringComparison.Ordinal);
    }

    /// <summary>By token, the response tells who the user is.</summary>
    [Fact]
    public async Task Response_to_an_ID_request_about_another_user_denies()
    {
        static Task<PaymentInformation?> Other() => Task.FromResult<PaymentInformation?>(Information("8", IGlyphPayments.Id));

        await using GateApp app = await StartAsync(static services =>
        {
            services.AddSingleton<IInformationPayments>(new InformationDecorator(Other));
            services.AddSingleton<IValuePayments>(new ValueDecorator(Other));
        });

        foreach (string gate in new[] { InformationPaymentsGateExtensions.GateName, ValuePaymentsGateExtensions.GateName })
            Assert.Equal(FigmaPaymentsRefusal.UserMismatch, (await app.Services.GetRequiredKeyedService<IFigmaPaymentsGate>(gate).CheckAsync(new UserId("7"))).Refusal);
    }

    private static PaymentInformation Information(string user, string plugin) => new(new UserId(user), new PluginId(plugin), PaymentStatus.Paid);

    private static Task<GateApp> StartAsync(Action<IServiceCollection>? configure = null) => GateApp.StartAsync(
        static app =>
        {
            app.MapGet("/result", Run).RequireGlyphPayments();
            app.MapGroup("").RequireInformationPayments().MapGet("/information", Run);
            app.MapGet("/value", Run).RequireValuePayments();
            app.MapGet("/attribute", [RequireGlyphPayments] (Executions executions) => Run(executions));
            app.MapGet("/read", static (FigmaPayment? payment) => payment is null ? "none" : "paid").ReadGlyphPayments();
        },
        options =>
        {
            FakeFigmaPayments figma = new();
            figma.AddPlugin(new PluginId(IGlyphPayments.Id));
            options.Figma = figma;
            options.Services = services =>
            {
                PaymentsClientOptions client = new() { AccessToken = figma.AccessToken };
                services.AddSingleton<IInformationPayments>(_ => new InformationPaymentsClient(new HttpClient(figma.CreateHandler()), client));
                services.AddSingleton<IValuePayments>(_ => new ValuePaymentsClient(new HttpClient(figma.CreateHandler()), client));
                services.AddGlyphPaymentsGate().AddInformationPaymentsGate().AddValuePaymentsGate();
                configure?.Invoke(services);
            };
        });

    private static string Run(Executions executions)
    {
        executions.Add();
        return "ran";
    }

    private sealed class InformationDecorator(Func<Task<PaymentInformation?>?> respond) : IInformationPayments
    {
        public Task<PaymentInformation> ByTokenAsync(PluginPaymentToken token, CancellationToken cancellationToken) => respond()!;

        public Task<PaymentInformation> ByUserAsync(UserId userId) => respond()!;
    }

    private sealed class ValueDecorator(Func<Task<PaymentInformation?>?> respond) : IValuePayments
    {
        public ValueTask<PaymentsResult> ByTokenAsync(in PluginPaymentToken token, UserId? expectedUser) => respond() is { } pending ? new ValueTask<PaymentsResult>(ConvertAsync(pending)) : default;

        public ValueTask<PaymentInformation> ByUserAsync(string userId, CancellationToken cancellationToken) => respond() is { } pending ? new ValueTask<PaymentInformation>(pending!) : default;

        private static async Task<PaymentsResult> ConvertAsync(Task<PaymentInformation?> pending) => await pending is { } information ? new PaymentsResult(information) : null!;
    }
}

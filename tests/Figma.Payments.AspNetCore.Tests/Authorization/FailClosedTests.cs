using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Authorization;

/// <summary>Breaks one thing at a time. An unpaid caller must never run an endpoint, and a wrong configuration must be reported when the host starts.</summary>
public sealed class FailClosedTests
{
    private static readonly string OtherPolicyMessage = "doesn't call UseFigmaPayments";

    [Fact]
    public async Task Application_without_UseFigmaPayments_fails_at_start_and_names_the_endpoint()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(MapMinimal, static options => options.Pipeline = static app =>
        {
            app.UseAuthentication();
            app.UseAuthorization();
        }));

        Assert.Contains(OtherPolicyMessage, error.Message, StringComparison.Ordinal);
        Assert.Contains("/paid", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anonymous_endpoint_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(static app => Map(app).AllowAnonymous()));

        Assert.Contains("allows anonymous callers", error.Message, StringComparison.Ordinal);
        Assert.Contains("map the endpoint outside of the gated group or controller", error.Message, StringComparison.Ordinal);
        Assert.Contains("/paid", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anonymous_group_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(static app =>
            app.MapGroup("/group").AllowAnonymous().MapGet("/paid", Run).RequireFigmaPayments(GateApp.Gate)));

        Assert.Contains("/group/paid", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anonymous_endpoint_that_only_reads_the_decision_starts()
    {
        await using GateApp app = await StartAsync(static app => app.MapGet("/read", static (FigmaPayment? payment) => payment is null ? "none" : "paid").ReadFigmaPayments(GateApp.Gate).AllowAnonymous());

        Assert.Equal("none", await app.Http.GetStringWithTokenAsync("/read", app.TokenOf(PaymentStatus.Unpaid)));
        Assert.Equal("paid", await app.Http.GetStringWithTokenAsync("/read", app.TokenOf(PaymentStatus.Paid)));
    }

    [Fact]
    public async Task Unknown_gate_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(static app => app.MapGet("/paid", Run).RequireFigmaPayments("other")));

        Assert.Contains("'other', which doesn't exist", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The names of authorization policies ignore the case, so one gate would refuse all callers.</summary>
    [Fact]
    public async Task Gates_whose_names_differ_only_in_case_fail_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(MapMinimal, static options => options.Services = static services =>
            services.AddFigmaPaymentsGate("Glyphs", static gate =>
            {
                gate.Resource = new PluginId(IGlyphPayments.Id);
                gate.CheckByToken = static (services, token, cancellation) => services.GetRequiredService<IGlyphPayments>().TryGetPaymentsAsync(token, cancellation);
            })));

        Assert.Contains("'glyphs'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'Glyphs'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attribute_with_another_policy_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(static app =>
            app.MapGet("/paid", [RequireFigmaPayments(GateApp.Gate, Policy = "other")] (Executions executions) => Run(executions))));

        Assert.Contains("don't set the policy", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UseFigmaPayments_before_UseRouting_fails_at_start()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(MapMinimal, static options => options.Pipeline = static app =>
        {
            app.UseFigmaPayments();
            app.UseRouting();
        }));
    }

    [Fact]
    public async Task UseFigmaPayments_after_UseRouting_starts()
    {
        await using GateApp app = await StartAsync(MapMinimal, static options => options.Pipeline = static app =>
        {
            app.UseRouting();
            app.UseFigmaPayments();
        });

        await AssertClosedAsync(app);
    }

    [Fact]
    public async Task Authentication_before_routing_is_repeated_when_the_endpoint_is_known()
    {
        await using GateApp app = await StartAsync(MapMinimal, static options => options.Pipeline = static app =>
        {
            app.UseAuthentication();
            app.UseRouting();
            app.UseFigmaPayments();
        });

        await AssertClosedAsync(app);
        Assert.Equal(200, (int)(await app.GetAsync("/paid", app.TokenOf(PaymentStatus.Paid))).StatusCode);
    }

    [Fact]
    public async Task UseFigmaPayments_in_a_branch_starts()
    {
        await using GateApp app = await StartAsync(MapMinimal, static options => options.Pipeline = static app =>
            app.UseWhen(static context => context.Request.Path.StartsWithSegments("/paid"), static branch => branch.UseFigmaPayments()));

        await AssertClosedAsync(app);
        Assert.Equal(200, (int)(await app.GetAsync("/paid", app.TokenOf(PaymentStatus.Paid))).StatusCode);
    }

    [Fact]
    public async Task Fallback_that_becomes_another_endpoint_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(
            static app => app.MapFallbackToController("/paid/{**rest}", "Index", "Shop").RequireFigmaPayments(GateApp.Gate),
            static options => options.Services = static services => services.AddControllers()));

        Assert.Contains("add the attribute to the controller or the page", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UseFigmaPayments_without_a_gate_throws()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        await using WebApplication app = builder.Build();
        Assert.Contains("AddFigmaPaymentsGate", Assert.Throws<InvalidOperationException>(() => app.UseFigmaPayments()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(FigmaPaymentsGateOptions.Resource))]
    [InlineData(nameof(FigmaPaymentsGateOptions.CheckByToken))]
    [InlineData(nameof(FigmaPaymentsGateOptions.AllowedUsers))]
    [InlineData(nameof(FigmaPaymentsGateOptions.ProbeUser))]
    public async Task Invalid_options_fail_at_start_and_name_the_gate(string option)
    {
        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(MapMinimal, options => options.Gate = gate =>
        {
            switch (option)
            {
                case nameof(FigmaPaymentsGateOptions.Resource):
                    gate.Resource = null;
                    break;

                case nameof(FigmaPaymentsGateOptions.AllowedUsers):
                    gate.AllowedUsers.Add(default);
                    break;

                // No request about a user can be sent.
                case nameof(FigmaPaymentsGateOptions.ProbeUser):
                    gate.ProbeUser = new UserId(9);
                    gate.CheckByUser = null;
                    break;

                default:
                    gate.CheckByToken = null;
                    gate.CheckByUser = null;
                    break;
            }
        }));

        Assert.Contains($"The gate 'glyphs' is not configured correctly: {option}:", error.Message, StringComparison.Ordinal);
    }

    // The start-up check is removed in these tests, so that only what runs for each request is left.
    public static TheoryData<string> Sabotages => ["AllowAnonymous", "policy", "policy provider", "authorization handler", "result handler", "all"];

    [Theory]
    [MemberData(nameof(Sabotages))]
    public async Task Sabotaged_authorization_refuses(string sabotage)
    {
        await using GateApp app = await StartAsync(
            app =>
            {
                RouteHandlerBuilder endpoint = Map(app);

                if (sabotage is "AllowAnonymous" or "all")
                    endpoint.AllowAnonymous();
            },
            options => options.Services = services =>
            {
                services.RemoveAll<IStartupFilter>();

                if (sabotage is "policy" or "all")
                    services.AddAuthorizationBuilder().AddPolicy("Figma.Payments:" + GateApp.Gate, static policy => policy.RequireAssertion(static _ => true));

                if (sabotage is "policy provider" or "all")
                    services.AddSingleton<IAuthorizationPolicyProvider, OpenPolicyProvider>();

                if (sabotage is "authorization handler" or "all")
                    services.AddSingleton<IAuthorizationHandler, OpenHandler>();

                if (sabotage is "result handler" or "all")
                    services.AddSingleton<IAuthorizationMiddlewareResultHandler, OpenResultHandler>();
            });

        await AssertClosedAsync(app);
    }

    [Fact]
    public async Task Without_the_final_check_the_policy_refuses()
    {
        await using GateApp app = await StartAsync(MapMinimal, static options =>
        {
            options.Services = static services => services.RemoveAll<IStartupFilter>();
            options.Pipeline = static app =>
            {
                app.UseCors();
                app.UseAuthentication();
                app.UseAuthorization();
            };
        });

        await AssertClosedAsync(app);
    }

    [Fact]
    public async Task Without_any_middleware_the_framework_refuses()
    {
        await using GateApp app = await StartAsync(MapMinimal, static options =>
        {
            options.UseKestrel = true;
            options.Services = static services => services.RemoveAll<IStartupFilter>().RemoveAll<IAuthorizationHandlerProvider>();
            options.Pipeline = static _ => { };
        });

        using HttpResponseMessage response = await app.GetAsync("/paid", app.TokenOf(PaymentStatus.Unpaid));

        Assert.Equal(500, (int)response.StatusCode);
        Assert.Equal(0, app.Executions);
    }

    public static TheoryData<string> Orders => ["authorization first", "after the endpoints", "in a branch", "twice", "in a condition", "with authentication of its own", "after the endpoints, with authorization"];

    /// <summary>Each order either fails at start or refuses.</summary>
    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Any_order_of_the_middleware_refuses(string order)
    {
        foreach (bool isVerifiedAtStart in new[] { true, false })
        {
            GateApp app;

            try
            {
                app = await StartAsync(MapMinimal, options =>
                {
                    if (!isVerifiedAtStart)
                        options.Services = static services => services.RemoveAll<IStartupFilter>();

                    options.Pipeline = app => Use(app, order);
                });
            }
            catch (InvalidOperationException) when (isVerifiedAtStart)
            {
                continue;
            }

            await using (app)
            {
                foreach (string? token in new[] { null, "garbage", app.TokenOf(PaymentStatus.Unpaid), app.TokenOf(PaymentStatus.Trial) })
                {
                    try
                    {
                        using HttpResponseMessage response = await app.GetAsync("/paid", token);
                        Assert.InRange((int)response.StatusCode, 400, 599);
                    }
                    catch (InvalidOperationException)
                    {
                        // The framework has refused: the test server throws what would be status 500.
                    }

                    Assert.Equal(0, app.Executions);
                }
            }
        }
    }

    private static void Use(WebApplication app, string order)
    {
        switch (order)
        {
            case "authorization first":
                app.UseRouting();
                app.UseAuthentication();
                app.UseAuthorization();
                app.UseFigmaPayments();
                break;

            case "after the endpoints":
                app.UseRouting();
                app.UseEndpoints(static _ => { });
                app.UseFigmaPayments();
                break;

            case "after the endpoints, with authorization":
                app.UseRouting();
                app.UseCors();
                app.UseAuthentication();
                app.UseAuthorization();
                app.UseEndpoints(static _ => { });
                app.UseFigmaPayments();
                break;

            case "in a branch":
                app.Map("/other", static branch => branch.UseRouting().UseFigmaPayments());
                break;

            case "twice":
                app.UseRouting();
                app.UseFigmaPayments();
                app.UseFigmaPayments();
                break;

            case "in a condition":
                app.UseRouting();
                app.UseWhen(static _ => false, static branch => branch.UseFigmaPayments());
                break;

            default:
                app.UseRouting();
                app.UseAuthentication();
                app.UseFigmaPayments();
                app.UseAuthorization();
                break;
        }
    }

    /// <summary>The final check of UseFigmaPayments never runs in this order, so the endpoint itself requires the decision.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UseFigmaPayments_after_the_endpoints_is_as_good_as_before_them(bool opensAuthorization)
    {
        await using GateApp app = await StartAsync(
            static app =>
            {
                Map(app);
                app.MapGet("/read", static (FigmaPayment? payment) => payment is null ? "none" : "paid").ReadFigmaPayments(GateApp.Gate);
            },
            options =>
            {
                options.Pipeline = static app => Use(app, "after the endpoints, with authorization");

                options.Services = services =>
                {
                    // Otherwise, the gate is the default scheme, and decides when the pipeline authenticates.
                    services.AddAuthentication("Users").AddCookie("Users");

                    if (opensAuthorization)
                        services.AddSingleton<IAuthorizationHandler, OpenHandler>();
                };
            });

        await AssertClosedAsync(app);
        Assert.Equal("none", await app.Http.GetStringWithTokenAsync("/read", app.TokenOf(PaymentStatus.Unpaid)));
        Assert.Equal("paid", await app.Http.GetStringWithTokenAsync("/read", app.TokenOf(PaymentStatus.Paid)));
    }

    /// <summary>After a refund, a clock that is wrong costs requests, never money.</summary>
    [Theory]
    [InlineData(-3_600)]
    [InlineData(-30)]
    [InlineData(301)]
    [InlineData(86_400_000)]
    public async Task Clock_that_jumps_leads_to_a_new_request(int seconds)
    {
        SteppingClock clock = new();
        await using GateApp app = await StartAsync(MapMinimal, options => options.Time = clock);
        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);
        Assert.Equal(200, await StatusAsync(app, token));
        app.Figma.Refund(user, app.Plugin);
        Assert.Equal(200, await StatusAsync(app, token));

        clock.Offset = TimeSpan.FromSeconds(seconds);
        Assert.Equal(402, await StatusAsync(app, token));
        Assert.Equal(2, app.Executions);
    }

    /// <summary>The clock is a minute ahead when the request is sent, and is corrected while it is under way. A minute later, the response would seem to be new.</summary>
    [Fact]
    public async Task Clock_that_is_corrected_during_a_request_does_not_keep_its_response()
    {
        SteppingClock clock = new() { Offset = TimeSpan.FromMinutes(1) };

        await using GateApp app = await StartAsync(MapMinimal, options =>
        {
            options.Time = clock;
            options.Gate = gate =>
            {
                Func<IServiceProvider, PluginPaymentToken, CancellationToken, Task<PaymentsResult>> byToken = gate.CheckByToken!;
                gate.PaidFor = TimeSpan.FromMilliseconds(200);
                gate.CheckByToken = async (services, token, cancellation) =>
                {
                    PaymentsResult result = await byToken(services, token, cancellation);
                    clock.Offset = TimeSpan.Zero;
                    return result;
                };
            };
        });

        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);
        Assert.Equal(200, await StatusAsync(app, token));
        app.Figma.Refund(user, app.Plugin);

        // The memory of the process has a clock of its own.
        await Task.Delay(TimeSpan.FromMilliseconds(400));
        clock.Offset = TimeSpan.FromMinutes(1) - TimeSpan.FromMilliseconds(400);
        Assert.Equal(402, await StatusAsync(app, token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Broken_hybrid_cache_refuses_who_has_not_paid_and_no_other(bool isSynchronous)
    {
        await using GateApp app = await StartAsync(MapMinimal, options => options.Services = services => services.AddSingleton<HybridCache>(new BrokenCache(isSynchronous)));

        await AssertClosedAsync(app);
    }

    /// <summary>A cache that answers each question with the same text.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("PAID")]
    [InlineData("{\"Status\":\"PAID\"}")]
    public async Task Lying_hybrid_cache_grants_nothing(string entry)
    {
        await using GateApp app = await StartAsync(MapMinimal, options => options.Services = services => services.AddSingleton<HybridCache>(new LyingCache(entry)));

        await AssertClosedAsync(app);
    }

    public static TheoryData<string> Clients => ["throws", "throws synchronously", "null task", "null result", "canceled", "other resource", "error", "error with paid text"];

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task Broken_client_refuses(string client)
    {
        await using GateApp app = await StartAsync(MapMinimal, options => options.Gate = gate => gate.CheckByToken = (_, _, _) => client switch
        {
            "throws" => Task.FromException<PaymentsResult>(new InvalidTimeZoneException("secret")),
            "throws synchronously" => throw new InvalidTimeZoneException("secret"),
            "null task" => null!,
            "null result" => Task.FromResult<PaymentsResult>(null!),
            "canceled" => Task.FromCanceled<PaymentsResult>(new System.Threading.CancellationToken(canceled: true)),
            "other resource" => Task.FromResult(new PaymentsResult(new PaymentInformation(new UserId(1), new WidgetId(IGlyphPayments.Id), PaymentStatus.Paid))),
            "error" => Task.FromException<PaymentsResult>(new FigmaPaymentsException(new PaymentsError(PaymentsErrorKind.Unavailable, "It failed."))),
            _ => Task.FromResult(new PaymentsResult(new PaymentsError((PaymentsErrorKind)99, "PAID"))),
        });

        using HttpResponseMessage response = await app.GetAsync("/paid", app.TokenOf(PaymentStatus.Paid));

        Assert.Equal(client == "other resource" ? 403 : 503, (int)response.StatusCode);
        Assert.Equal(0, app.Executions);
        Assert.DoesNotContain(app.Logs.Records, static record => record.Message.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reader_of_the_token_that_throws_refuses()
    {
        await using GateApp app = await StartAsync(MapMinimal, static options => options.Gate = static gate => gate.ReadToken = static _ => throw new InvalidTimeZoneException("secret"));
        using HttpResponseMessage response = await app.GetAsync("/paid", app.TokenOf(PaymentStatus.Paid));

        Assert.Equal(503, (int)response.StatusCode);
        Assert.Equal(0, app.Executions);
    }

    private static Task<GateApp> StartAsync(Action<WebApplication> map, Action<GateAppOptions>? configure = null) => GateApp.StartAsync(map, configure);

    private static async Task<int> StatusAsync(GateApp app, string token)
    {
        using HttpResponseMessage response = await app.GetAsync("/paid", token);
        return (int)response.StatusCode;
    }

    private static void MapMinimal(WebApplication app) => Map(app);

    private static RouteHandlerBuilder Map(WebApplication app) => app.MapGet("/paid", Run).RequireFigmaPayments(GateApp.Gate);

    private static string Run(Executions executions)
    {
        executions.Add();
        return "secret";
    }

    private static async Task AssertClosedAsync(GateApp app)
    {
        foreach (string? token in new[] { null, "garbage", app.TokenOf(PaymentStatus.Unpaid), app.TokenOf(PaymentStatus.Trial) })
        {
            using HttpResponseMessage response = await app.GetAsync("/paid", token);
            Assert.InRange((int)response.StatusCode, 401, 402);
            Assert.Equal(0, app.Executions);
        }

        // Who has paid is still admitted.
        using HttpResponseMessage paid = await app.GetAsync("/paid", app.TokenOf(PaymentStatus.Paid));
        Assert.Equal(200, (int)paid.StatusCode);
    }

    private sealed class BrokenCache(bool isSynchronous) : HybridCache
    {
        public override ValueTask<T> GetOrCreateAsync<TState, T>(string key, TState state, Func<TState, CancellationToken, ValueTask<T>> factory, HybridCacheEntryOptions? options = null, IEnumerable<string>? tags = null, CancellationToken cancellationToken = default) =>
            isSynchronous ? throw new InvalidTimeZoneException() : ValueTask.FromException<T>(new InvalidTimeZoneException());

        public override ValueTask SetAsync<T>(string key, T value, HybridCacheEntryOptions? options = null, IEnumerable<string>? tags = null, CancellationToken cancellationToken = default) =>
            isSynchronous ? throw new InvalidTimeZoneException() : ValueTask.FromException(new InvalidTimeZoneException());

        public override ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default) => throw new InvalidTimeZoneException();

        public override ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default) => throw new InvalidTimeZoneException();
    }

    private sealed class LyingCache(string entry) : HybridCache
    {
        public override ValueTask<T> GetOrCreateAsync<TState, T>(string key, TState state, Func<TState, CancellationToken, ValueTask<T>> factory, HybridCacheEntryOptions? options = null, IEnumerable<string>? tags = null, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult((T)(object)entry);

        public override ValueTask SetAsync<T>(string key, T value, HybridCacheEntryOptions? options = null, IEnumerable<string>? tags = null, CancellationToken cancellationToken = default) => default;

        public override ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default) => default;

        public override ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default) => default;
    }

    private sealed class OpenPolicyProvider : IAuthorizationPolicyProvider
    {
        private static readonly AuthorizationPolicy Open = new AuthorizationPolicyBuilder().RequireAssertion(static _ => true).Build();

        public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => Task.FromResult(Open);

        public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => Task.FromResult<AuthorizationPolicy?>(null);

        public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) => Task.FromResult<AuthorizationPolicy?>(Open);
    }

    private sealed class OpenHandler : IAuthorizationHandler
    {
        public Task HandleAsync(AuthorizationHandlerContext context)
        {
            foreach (IAuthorizationRequirement requirement in context.PendingRequirements.ToArray())
                context.Succeed(requirement);

            return Task.CompletedTask;
        }
    }

    private sealed class OpenResultHandler : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) => next(context);
    }
}

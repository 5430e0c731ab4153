using System;
using System.Collections.Concurrent;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Caching;

/// <summary>The output cache never serves the response to one caller to another, wherever it is in the pipeline and whatever its policies allow.</summary>
public sealed class OutputCacheTests
{
    public static TheoryData<string, string, bool> Combinations
    {
        get
        {
            TheoryData<string, string, bool> combinations = new();

            foreach (string policy in new[] { "endpoint", "attribute", "base", "later base", "forced endpoint", "forced base" })
            {
                foreach (string path in new[] { "/paid", "/read" })
                {
                    combinations.Add(policy, path, true);
                    combinations.Add(policy, path, false);
                }
            }

            return combinations;
        }
    }

    [Fact]
    public async Task Response_is_not_stored_although_a_middleware_has_cleared_the_endpoint()
    {
        await using GateApp app = await GateApp.StartAsync(
            static app => app.MapGet("/paid", static (FigmaPayment payment) => payment.UserId.Value).RequireFigmaPayments(GateApp.Gate),
            static options =>
            {
                options.Services = static services => services.AddOutputCache(static cache => cache.AddBasePolicy(static policy => policy.Cache()));
                options.Pipeline = static app =>
                {
                    app.UseOutputCache();
                    app.Use(static async (context, next) =>
                    {
                        await next(context);
                        context.SetEndpoint(null);
                    });
                    app.UseRouting();
                    app.UseFigmaPayments();
                };
            });

        Assert.Equal(200, (await SendAsync(app, "/paid", app.TokenOf(PaymentStatus.Paid))).Status);
        Assert.Equal(401, (await SendAsync(app, "/paid", null)).Status);
        Assert.Equal(402, (await SendAsync(app, "/paid", app.TokenOf(PaymentStatus.Unpaid))).Status);
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public async Task Response_to_one_caller_is_not_served_to_another(string policy, string path, bool isCacheFirst)
    {
        await using GateApp app = await StartAsync(policy, isCacheFirst);
        string ada = app.TokenOf(PaymentStatus.Paid, out UserId first);
        string grace = app.TokenOf(PaymentStatus.Paid, out UserId second);

        // The header of the gate, because the policies of the framework don't cache responses to requests with an Authorization header.
        Assert.Equal((200, first.Value), await SendAsync(app, path, ada));
        Assert.Equal((200, second.Value), await SendAsync(app, path, grace));

        foreach (string? stranger in new[] { null, app.TokenOf(PaymentStatus.Unpaid), "garbage" })
        {
            (int status, string body) = await SendAsync(app, path, stranger);
            Assert.True(path == "/paid" ? status is 401 or 402 : body == "none", $"{status} {body}");
            Assert.DoesNotContain(first.Value, body, StringComparison.Ordinal);
            Assert.DoesNotContain(second.Value, body, StringComparison.Ordinal);
        }

        // Only a policy of the endpoint that insists can store it, where no other request finds it.
        if (policy != "forced endpoint")
            Assert.Equal(0, app.Services.GetRequiredService<CountingStore>().Writes);

        // The cache works: the response of an endpoint without a gate is cached, and has no other reason not to be.
        Assert.Equal("1", (await SendAsync(app, "/public", ada)).Body);
        Assert.Equal("1", (await SendAsync(app, "/public", null)).Body);
    }

    [Fact]
    public async Task Callers_of_one_address_do_not_wait_for_each_other()
    {
        await using GateApp app = await StartAsync("slow", isCacheFirst: true);
        string slow = app.TokenOf(PaymentStatus.Paid, out UserId first);
        string fast = app.TokenOf(PaymentStatus.Paid, out UserId second);
        Gatekeeper gatekeeper = app.Services.GetRequiredService<Gatekeeper>();
        gatekeeper.Slow = first;

        Task<(int Status, string Body)> waiting = SendAsync(app, "/slow", slow);
        await gatekeeper.Arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal((200, second.Value), await SendAsync(app, "/slow", fast).WaitAsync(TimeSpan.FromSeconds(30)));

        gatekeeper.Opened.SetResult();
        Assert.Equal((200, first.Value), await waiting);
    }

    [Fact]
    public async Task Response_cache_attribute_that_lets_shared_caches_store_the_response_fails_at_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => GateApp.StartAsync(static app =>
            app.MapGet("/paid", static (FigmaPayment payment) => payment.UserId.Value).RequireFigmaPayments(GateApp.Gate).WithMetadata(new ResponseCacheAttribute { Duration = 60 })));

        Assert.Contains("/paid", error.Message, StringComparison.Ordinal);
        Assert.Contains("ResponseCacheLocation.Client", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_cache_attribute_for_the_cache_of_the_caller_starts()
    {
        await using GateApp app = await GateApp.StartAsync(static app => app
            .MapGet("/paid", static (FigmaPayment payment) => payment.UserId.Value)
            .RequireFigmaPayments(GateApp.Gate)
            .WithMetadata(new ResponseCacheAttribute { Duration = 60, Location = ResponseCacheLocation.Client }));

        Assert.Equal(401, (await SendAsync(app, "/paid", null)).Status);
    }

    private static Task<GateApp> StartAsync(string policy, bool isCacheFirst) => GateApp.StartAsync(
        app =>
        {
            Cache(app.MapGet("/paid", static (FigmaPayment payment) => payment.UserId.Value).RequireFigmaPayments(GateApp.Gate), policy);
            Cache(app.MapGet("/read", static (FigmaPayment? payment) => payment?.UserId.Value ?? "none").ReadFigmaPayments(GateApp.Gate), policy);
            Cache(app.MapGet("/public", static (Executions executions) => Count(executions)), policy);

            if (policy == "slow")
            {
                app.MapGet("/slow", static async (FigmaPayment payment, Gatekeeper gatekeeper) =>
                {
                    await gatekeeper.PassAsync(payment.UserId);
                    return payment.UserId.Value;
                }).RequireFigmaPayments(GateApp.Gate).CacheOutput();
            }
        },
        options =>
        {
            options.Services = services =>
            {
                services.AddSingleton<Gatekeeper>();
                services.AddSingleton<CountingStore>();
                services.AddSingleton<IOutputCacheStore>(static provider => provider.GetRequiredService<CountingStore>());
                services.AddOutputCache(cache =>
                {
                    if (policy is "base" or "later base")
                        cache.AddBasePolicy(static policy => policy.Cache());
                    else if (policy == "forced base")
                        cache.AddBasePolicy(new ForcedPolicy());
                });

                // After AddFigmaPaymentsGate.
                if (policy == "later base")
                    services.Configure<OutputCacheOptions>(static cache => cache.AddBasePolicy(new ForcedPolicy()));
            };

            options.Pipeline = app =>
            {
                app.UseRouting();

                if (isCacheFirst)
                    app.UseOutputCache();

                app.UseFigmaPayments();

                if (!isCacheFirst)
                    app.UseOutputCache();
            };
        });

    private static void Cache(RouteHandlerBuilder endpoint, string policy)
    {
        switch (policy)
        {
            case "endpoint":
                endpoint.CacheOutput();
                break;

            case "attribute":
                endpoint.WithMetadata(new OutputCacheAttribute { Duration = 60 });
                break;

            case "forced endpoint":
                endpoint.CacheOutput(static builder => builder.AddPolicy<ForcedPolicy>(), excludeDefaultPolicy: true);
                break;
        }
    }

    private static string Count(Executions executions)
    {
        executions.Add();
        return executions.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<(int Status, string Body)> SendAsync(GateApp app, string path, string? token)
    {
        using HttpResponseMessage response = await app.SendAsync(HttpMethod.Get, path, configure: request =>
        {
            if (token is not null)
                request.Headers.TryAddWithoutValidation("X-Figma-Payment-Token", token);
        });

        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Caches each response to anyone, as policies for signed-in users do that are copied from articles.</summary>
    private sealed class ForcedPolicy : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            context.EnableOutputCaching = true;
            context.AllowCacheLookup = true;
            context.AllowCacheStorage = true;
            context.AllowLocking = true;
            return default;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => default;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            context.AllowCacheStorage = true;
            return default;
        }
    }

    private sealed class CountingStore : IOutputCacheStore
    {
        private readonly ConcurrentDictionary<string, byte[]> _entries = new();

        public int Writes => _entries.Count;

        public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => default;

        public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => new(_entries.TryGetValue(key, out byte[]? value) ? value : null);

        public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
        {
            _entries[key] = value;
            return default;
        }
    }

    /// <summary>Keeps one user waiting in an endpoint.</summary>
    private sealed class Gatekeeper
    {
        public UserId? Slow { get; set; }

        public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task PassAsync(UserId user)
        {
            if (user != Slow)
                return;

            Arrived.SetResult();
            await Opened.Task;
        }
    }
}

using System;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Caching;
using Figma.Payments.AspNetCore.Decisions;
using Figma.Payments.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZiggyCreatures.Caching.Fusion;

namespace Figma.Payments.AspNetCore.Tests.Caching;

/// <summary>Write access to the distributed cache must not be access to the endpoints, and its failures must not be failures of the gate.</summary>
public class DistributedCacheTests
{
    private const string Secret = "a secret of at least 32 characters";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly MemoryDistributedCache _distributed = new();

    [Fact]
    public async Task Nothing_leaves_the_process_without_a_secret_and_this_is_logged_once()
    {
        await using GateApp app = await StartAsync(static gate => gate.CacheSecret = null);
        string token = app.TokenOf(PaymentStatus.Paid);

        Assert.Equal(200, await StatusAsync(app, token));
        Assert.Equal(200, await StatusAsync(app, token));
        Assert.Empty(_distributed.Entries);
        Assert.Equal(0, _distributed.Reads);
        Assert.Single(app.Logs.OfGate, static record => record.Event.Id == 10);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Forgotten_user_is_removed_from_the_distributed_cache_only_with_a_secret(bool hasSecret, int expected)
    {
        await using GateApp app = await StartAsync(gate => gate.CacheSecret = hasSecret ? Secret : null);
        IFigmaPaymentsGate gate = app.Services.GetRequiredService<IFigmaPaymentsGate>();
        app.TokenOf(PaymentStatus.Unpaid, out UserId user);
        Assert.False((await gate.CheckAsync(user)).IsGranted);
        app.Figma.Pay(user, app.Plugin);

        await gate.ForgetAsync(user);
        Assert.Equal(expected, _distributed.Removals.Length);
        Assert.True((await gate.CheckAsync(user)).IsGranted);
        Assert.DoesNotContain(app.Logs.OfGate, static record => record.Event.Id == 8);
    }

    [Fact]
    public async Task Other_machine_reads_the_entry()
    {
        await using GateApp first = await StartAsync();
        string token = first.TokenOf(PaymentStatus.Paid);
        Assert.Equal(200, await StatusAsync(first, token));

        await using GateApp second = await StartAsync(figma: first.Figma);
        Assert.Equal(200, await StatusAsync(second, token));
        Assert.Single(first.Figma.Requests);
    }

    [Fact]
    public async Task Entry_contains_neither_the_token_nor_a_decision()
    {
        await using GateApp app = await StartAsync();
        string token = app.TokenOf(PaymentStatus.Paid, out UserId user);
        Assert.Equal(200, await StatusAsync(app, token));

        string text = string.Join('\n', _distributed.Entries.Select(static entry => entry.Key + Encoding.UTF8.GetString(entry.Value)));
        Assert.DoesNotContain(token, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.Contains(user.Value, text, StringComparison.Ordinal);
        Assert.DoesNotContain("granted", text, StringComparison.OrdinalIgnoreCase);
    }

    public static TheoryData<string> Attacks =>
    [
        "garbage", "empty", "other bits", "other secret", "entry of another token", "entry of another gate's resource", "future", "expired", "status changed", "truncated",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Entry_that_the_gate_did_not_write_for_this_token_is_a_miss(string attack)
    {
        ClockWithTimers clock = new();
        await using GateApp app = await StartAsync(time: clock);
        string unpaid = app.TokenOf(PaymentStatus.Unpaid, out UserId user);
        string paid = app.TokenOf(PaymentStatus.Paid);
        Assert.Equal(200, await StatusAsync(app, paid));

        PaymentKeys keys = new("scope", GateApp.Gate, app.Plugin);
        string key = keys.Create(PaymentSubject.OfToken(new PluginPaymentToken(unpaid))).Text;
        string paidKey = keys.Create(PaymentSubject.OfToken(new PluginPaymentToken(paid))).Text;
        HybridCache writer = NewCache();
        DateTimeOffset now = clock.GetUtcNow();
        EntrySigner signer = new(Secret);

        switch (attack)
        {
            case "garbage":
                _distributed.Set(key, "PAID"u8.ToArray(), new());
                break;

            case "empty":
                await writer.SetAsync(key, "");
                break;

            case "entry of another token":
                _distributed.Set(key, Assert.IsType<byte[]>(_distributed.Get(paidKey)), new());
                break;

            case "other bits":
                await writer.SetAsync(key, Flip(signer.Sign(key, Entry(user, app.Plugin, now))));
                break;

            case "other secret":
                await writer.SetAsync(key, new EntrySigner("another secret with 32 characters!").Sign(key, Entry(user, app.Plugin, now)));
                break;

            case "entry of another gate's resource":
                await writer.SetAsync(key, signer.Sign(key, Entry(user, new WidgetId(IGlyphPayments.Id), now)));
                break;

            case "future":
                await writer.SetAsync(key, signer.Sign(key, Entry(user, app.Plugin, now.AddSeconds(6))));
                break;

            case "expired":
                await writer.SetAsync(key, signer.Sign(key, Entry(user, app.Plugin, now.AddMinutes(-5))));
                break;

            case "status changed":
                string signed = signer.Sign(key, Entry(user, app.Plugin, now, PaymentStatus.Unpaid));
                Assert.Contains("\"UNPAID\"", signed, StringComparison.Ordinal);
                await writer.SetAsync(key, signed.Replace("\"UNPAID\"", "\"PAID\"", StringComparison.Ordinal));
                break;

            default:
                await writer.SetAsync(key, signer.Sign(key, Entry(user, app.Plugin, now))[..^1]);
                break;
        }

        Assert.Equal(402, await StatusAsync(app, unpaid));
    }

    [Fact]
    public async Task Entry_that_the_gate_could_have_written_is_used()
    {
        ClockWithTimers clock = new();
        await using GateApp app = await StartAsync(time: clock);
        string unpaid = app.TokenOf(PaymentStatus.Unpaid, out UserId user);
        string key = new PaymentKeys("scope", GateApp.Gate, app.Plugin).Create(PaymentSubject.OfToken(new PluginPaymentToken(unpaid))).Text;
        await NewCache().SetAsync(key, new EntrySigner(Secret).Sign(key, Entry(user, app.Plugin, clock.GetUtcNow().AddSeconds(5))));

        // The test above proves nothing if it writes to the wrong key.
        Assert.Equal(200, await StatusAsync(app, unpaid));
    }

    [Fact]
    public async Task Entry_of_another_user_is_a_miss()
    {
        await using GateApp app = await StartAsync();
        app.TokenOf(PaymentStatus.Unpaid, out UserId user);
        app.TokenOf(PaymentStatus.Paid, out UserId payer);
        string key = new PaymentKeys("scope", GateApp.Gate, app.Plugin).Create(PaymentSubject.OfUser(user)).Text;
        await NewCache().SetAsync(key, new EntrySigner(Secret).Sign(key, Entry(payer, app.Plugin, DateTimeOffset.UtcNow)));

        FigmaPaymentsDecision decision = await app.Services.GetRequiredService<IFigmaPaymentsGate>().CheckAsync(user);
        Assert.Equal(FigmaPaymentsRefusal.PaymentRequired, decision.Refusal);
        Assert.Single(app.Figma.Requests);
    }

    [Fact]
    public async Task Entry_of_the_user_that_the_gate_could_have_written_is_used()
    {
        await using GateApp app = await StartAsync();
        app.TokenOf(PaymentStatus.Unpaid, out UserId user);
        string key = new PaymentKeys("scope", GateApp.Gate, app.Plugin).Create(PaymentSubject.OfUser(user)).Text;
        await NewCache().SetAsync(key, new EntrySigner(Secret).Sign(key, Entry(user, app.Plugin, DateTimeOffset.UtcNow)));

        Assert.True((await app.Services.GetRequiredService<IFigmaPaymentsGate>().CheckAsync(user)).IsGranted);
    }

    [Fact]
    public async Task Different_scopes_gates_resources_and_kinds_have_different_keys()
    {
        PaymentSubject token = PaymentSubject.OfToken(new PluginPaymentToken("1"));
        PaymentSubject user = PaymentSubject.OfUser(new UserId("1"));
        PluginId plugin = new(1);
        string[] keys =
        [
            new PaymentKeys("a", "b", plugin).Create(token).Text,
            new PaymentKeys("a", "b", plugin).Create(user).Text,
            new PaymentKeys("ab", "", plugin).Create(token).Text,
            new PaymentKeys("", "ab", plugin).Create(token).Text,
            new PaymentKeys("a", "b", new WidgetId(1)).Create(token).Text,
            new PaymentKeys("a", "b", plugin).Create(PaymentSubject.OfToken(new PluginPaymentToken(new string('x', 8_192)))).Text,
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.All(keys, static key => Assert.InRange(key.Length, 1, 100));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Distributed_cache_that_hangs_costs_a_quarter_of_a_second_once()
    {
        ClockWithTimers clock = new();
        await using GateApp app = await StartAsync(time: clock);
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid)));
        _distributed.Hangs = true;

        Task<int> first = StatusAsync(app, app.TokenOf(PaymentStatus.Paid));
        await clock.WaitForTimerAsync(TimeSpan.FromMilliseconds(250));
        Assert.False(first.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(250));
        Assert.Equal(200, await first.WaitAsync(Limit));

        // Neither the rest of that request nor the next ones use the distributed cache, so nothing waits.
        int operations = _distributed.Operations;
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid)).WaitAsync(Limit));
        Assert.Equal(402, await StatusAsync(app, app.TokenOf(PaymentStatus.Unpaid)).WaitAsync(Limit));
        Assert.Equal(operations, _distributed.Operations);
        Assert.Single(app.Logs.OfGate, static record => record.Event.Id == 9);

        _distributed.Hangs = false;
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid)).WaitAsync(Limit));
        Assert.NotEqual(operations, _distributed.Operations);
    }

    [Fact]
    public async Task Distributed_cache_that_fails_costs_nothing()
    {
        // The clock doesn't advance. The framework's cache reports failures as misses.
        await using GateApp app = await StartAsync(time: new ClockWithTimers());
        _distributed.Fails = true;

        Assert.Equal(200, await StatusAsync(app, app.TokenOf(PaymentStatus.Paid)).WaitAsync(Limit));
        Assert.Equal(402, await StatusAsync(app, app.TokenOf(PaymentStatus.Unpaid)).WaitAsync(Limit));
        Assert.NotEqual(0, _distributed.Operations);
    }

    [Fact]
    public async Task Machine_whose_entry_is_too_old_reads_the_newer_one_of_another_machine()
    {
        ClockWithTimers clock = new();
        await using GateApp first = await StartAsync(time: clock);
        await using GateApp second = await StartAsync(figma: first.Figma, time: clock);
        string token = first.TokenOf(PaymentStatus.Paid);
        Assert.Equal(200, await StatusAsync(first, token));
        Assert.Equal(200, await StatusAsync(second, token));

        // The memory of the framework's cache has the system's clock, so both machines still have their entries.
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(200, await StatusAsync(first, token));
        Assert.Equal(200, await StatusAsync(second, token));
        Assert.Equal(2, first.Figma.Requests.Count);
    }

    [Fact]
    public async Task FusionCache_with_fail_safe_does_not_bring_back_an_expired_purchase()
    {
        await using GateApp app = await GateApp.StartAsync(Map, static options =>
        {
            options.Gate = static gate => gate.PaidFor = TimeSpan.FromSeconds(1);
            options.Services = static services => services
                .AddFusionCache()
                .WithDefaultEntryOptions(static entry => entry.SetFailSafe(true, TimeSpan.FromHours(1), TimeSpan.FromSeconds(1)))
                .AsHybridCache();
        });

        Assert.Contains("Fusion", app.Services.GetRequiredService<HybridCache>().GetType().Name, StringComparison.Ordinal);
        string token = app.TokenOf(PaymentStatus.Paid);
        Assert.Equal(200, await StatusAsync(app, token));
        await Task.Delay(1_100);
        app.Figma.Faults.Enqueue(FakeFault.Status(500), count: 10);
        Assert.Equal(503, await StatusAsync(app, token));
        app.Figma.Faults.Clear();
        app.Figma.Faults.Enqueue(FakeFault.Status(403));
        Assert.Equal(401, await StatusAsync(app, token));
    }

    private static string Entry(UserId user, ResourceId resource, DateTimeOffset checkedAt, PaymentStatus status = PaymentStatus.Paid) =>
        CacheEntry.Write(new VerifiedPayment(user, resource, status, checkedAt));

    private static string Flip(string entry) => (entry[0] == 'A' ? 'B' : 'A') + entry[1..];

    // A cache with a memory of its own, as on another machine.
    private HybridCache NewCache()
    {
        ServiceCollection services = new();
        services.AddSingleton<IDistributedCache>(_distributed);
        services.AddHybridCache();
        AddCache(services);
        return services.BuildServiceProvider().GetRequiredService<HybridCache>();
    }

    /// <summary>Adds the cache under test, if it isn't the usual one.</summary>
    private protected virtual void AddCache(IServiceCollection services)
    {
    }

    private Task<GateApp> StartAsync(Action<FigmaPaymentsGateOptions>? configure = null, FakeFigmaPayments? figma = null, TimeProvider? time = null) => GateApp.StartAsync(Map, options =>
    {
        options.Time = time;
        options.Figma = figma;
        options.Services = services => AddCache(services.AddSingleton<IDistributedCache>(_distributed));
        options.Gate = gate =>
        {
            gate.CacheScope = "scope";
            gate.CacheSecret = Secret;
            configure?.Invoke(gate);
        };
    });

    private static void Map(WebApplication app) => app.MapGet("/paid", static () => "secret").RequireFigmaPayments(GateApp.Gate);

    private static async Task<int> StatusAsync(GateApp app, string token)
    {
        using HttpResponseMessage response = await app.GetAsync("/paid", token);
        return (int)response.StatusCode;
    }
}

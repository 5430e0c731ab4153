using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Figma.Payments.AspNetCore.Tests.Redis;

/// <summary>
/// Garbage and a launch in the same minute, on two processes over one Redis. Figma accepts 300 token requests a minute.
/// </summary>
/// <remarks>
/// By default, there are 800 garbage tokens and 400 new buyers, and a minute takes 6 seconds.
/// <c>GATE_ATTACK=full dotnet test tests/Figma.Payments.AspNetCore.Tests -c Release --filter AttackTests</c> runs with 10,000 and 5,000, and takes three minutes.
/// </remarks>
[Collection(nameof(AttackTests))]
[CollectionDefinition(nameof(AttackTests), DisableParallelization = true)]
public sealed class AttackTests(ITestOutputHelper output)
{
    private const int Known = 100;

    private static readonly bool IsFull = Environment.GetEnvironmentVariable("GATE_ATTACK") == "full";
    private static readonly int Garbage = IsFull ? 10_000 : 800;
    private static readonly int Newcomers = IsFull ? 5_000 : 400;
    private static readonly int Factor = IsFull ? 1 : 10;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1) / Factor;

    private readonly ConcurrentDictionary<(string Kind, int Status), int> _statuses = new();
    private readonly ConcurrentQueue<string> _problems = new();

    [Fact]
    public async Task No_known_buyer_is_refused_newcomers_get_their_share_and_Figma_sees_at_most_300_requests_a_minute()
    {
        string clock = TestClocks.Fast(Factor, DateTimeOffset.UtcNow);
        FakeFigmaPayments figma = new(new FakeFigmaPaymentsOptions { PaymentTokenRequestsPerMinute = 300, TimeProvider = TestClocks.Create(clock) });
        PluginId plugin = figma.AddPlugin(new PluginId(IGlyphPayments.Id));
        await using FakeFigmaPaymentsServer server = await figma.StartAsync();
        await using RedisTestServer redis = await RedisTestServer.StartAsync(RedisProcess.IsInstalled ? "Redis" : "Garnet");
        string[] arguments = ["--redis", redis.Address, "--figma", server.BaseAddress.ToString(), "--figma-token", figma.AccessTokenText, "--clock", clock, "--gate:Instances", "2"];
        await using GateProcess first = await GateProcess.StartAsync(arguments);
        await using GateProcess second = await GateProcess.StartAsync(arguments);
        GateProcess[] processes = [first, second];

        // A day before the launch.
        UserId[] known = [.. Enumerable.Range(0, Known).Select(_ => Buyer(figma, plugin))];
        await RunAsync(Known, TimeSpan.Zero, async i => Record("known before", await processes[i % 2].SendFromAsync(Address(1, i), figma.IssuePaymentToken(known[i], plugin)), [200]));
        Assert.Equal(Known, _statuses.GetValueOrDefault(("known before", 200)));
        await Task.Delay(Minute * 1.1);

        // The minute of the attack and of the launch. Known buyers come to the other process, with a new token.
        List<Func<Task>> events =
        [
            .. Enumerable.Range(0, Garbage).Select(i => (Func<Task>)(async () => Record("garbage", await processes[i % 2].SendFromAsync(Address(2, i % (Garbage / 10)), "garbage" + i), [401, 429, 503]))),
            .. Enumerable.Range(0, Newcomers).Select(i => (Func<Task>)(async () => Record("newcomer", await processes[i % 2].SendFromAsync(Address(3, i), figma.IssuePaymentToken(Buyer(figma, plugin), plugin)), [200, 503]))),
            .. Enumerable.Range(0, Known).Select(i => (Func<Task>)(async () => Record("known", await processes[(i + 1) % 2].SendFromAsync(Address(1, i), figma.IssuePaymentToken(known[i], plugin)), [200]))),
        ];

        Func<Task>[] shuffled = [.. events];
        new Random(14).Shuffle(shuffled);
        await RunAsync(shuffled.Length, Minute * 0.75, i => shuffled[i]());

        // A minute later, the garbage is over, and newcomers get the whole half that isn't reserved.
        await Task.Delay(Minute * 1.1);
        await RunAsync(200, TimeSpan.Zero, async i => Record("later newcomer", await processes[i % 2].SendFromAsync(Address(4, i), figma.IssuePaymentToken(Buyer(figma, plugin), plugin)), [200, 503]));

        int mostInAMinute = MostInAMinute([.. figma.Requests.Select(static request => request.ReceivedAt).Order()]);

        foreach (((string kind, int status), int count) in _statuses.OrderBy(static pair => pair.Key))
            output.WriteLine($"{kind}: {count} x {status}");

        output.WriteLine($"Figma saw {figma.Requests.Count} requests, at most {mostInAMinute} in a minute.");

        Assert.Empty(_problems);
        Assert.Equal(Known, _statuses.GetValueOrDefault(("known", 200)));
        Assert.Contains(_statuses, static pair => pair.Key is ("newcomer", 503));
        Assert.InRange(_statuses.GetValueOrDefault(("later newcomer", 200)), 120, 200);
        Assert.InRange(mostInAMinute, 1, 300);
    }

    private static UserId Buyer(FakeFigmaPayments figma, PluginId plugin)
    {
        UserId user = figma.AddUser();
        figma.Pay(user, plugin);
        return user;
    }

    private static IPAddress Address(int network, int host) => new([127, (byte)network, (byte)(host / 250), (byte)((host % 250) + 1)]);

    private static Task RunAsync(int count, TimeSpan duration, Func<int, Task> run)
    {
        long start = TimeProvider.System.GetTimestamp();

        return Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, cancellation) =>
        {
            TimeSpan wait = (duration * i / count) - TimeProvider.System.GetElapsedTime(start);

            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, cancellation);

            await run(i);
        });
    }

    private static int MostInAMinute(DateTimeOffset[] times)
    {
        int most = 0;

        for (int first = 0, last = 0; last < times.Length; last++)
        {
            while (times[last] - times[first] >= TimeSpan.FromMinutes(1))
                first++;

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    private void Record(string kind, (int Status, TimeSpan? RetryAfter) response, int[] expected)
    {
        _statuses.AddOrUpdate((kind, response.Status), 1, static (_, count) => count + 1);

        if (!expected.Contains(response.Status))
            _problems.Enqueue($"{kind}: status {response.Status}");

        // Nobody is told to wait for more than the minute in which the budget is refilled.
        if (response.Status is 429 or 503 && response.RetryAfter is not { TotalSeconds: >= 1 and <= 60 })
            _problems.Enqueue($"{kind}: status {response.Status} with Retry-After {response.RetryAfter}");
    }
}

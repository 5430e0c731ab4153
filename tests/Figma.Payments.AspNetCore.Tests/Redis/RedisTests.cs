using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using StackExchange.Redis;
using Xunit;

namespace Figma.Payments.AspNetCore.Tests.Redis;

/// <summary>Two processes over one Redis.</summary>
public sealed class RedisTests : IAsyncLifetime
{
    private readonly FakeFigmaPayments _figma = new();
    private FakeFigmaPaymentsServer _server = null!;

    public async Task InitializeAsync()
    {
        _figma.AddPlugin(new PluginId(IGlyphPayments.Id));
        _server = await _figma.StartAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [RedisServerData]
    public async Task Two_processes_send_at_most_two_requests_for_one_token(string server)
    {
        await using RedisTestServer redis = await RedisTestServer.StartAsync(server == "Garnet");

        await using GateProcess first = await StartAsync(redis);
        await using GateProcess second = await StartAsync(redis);

        for (int round = 0; round < 5; round++)
        {
            _figma.ClearRequests();
            _figma.Faults.Enqueue(FakeFault.Delay(TimeSpan.FromMilliseconds(50)), count: 2);
            string token = TokenOf(isPaid: true);

            int[] statuses = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? first : second).StatusAsync(token)));

            Assert.All(statuses, static status => Assert.Equal(200, status));
            Assert.InRange(_figma.Requests.Count, 1, 2);
            _figma.Faults.Clear();
        }
    }

    [Theory]
    [RedisServerData]
    public async Task Cool_down_applies_to_the_other_process(string server)
    {
        await using RedisTestServer redis = await RedisTestServer.StartAsync(server == "Garnet");
        await using GateProcess first = await StartAsync(redis);
        await using GateProcess second = await StartAsync(redis);
        _figma.Faults.Enqueue(FakeFault.RateLimited(TimeSpan.FromHours(1)));

        Assert.Equal(503, await first.StatusAsync(TokenOf(isPaid: true)));
        Assert.Equal(503, await second.StatusAsync(TokenOf(isPaid: true)));
        Assert.Single(_figma.Requests);
    }

    [Theory]
    [RedisServerData]
    public async Task Dump_of_Redis_contains_no_secret(string server)
    {
        await using RedisTestServer redis = await RedisTestServer.StartAsync(server == "Garnet");
        await using GateProcess process = await StartAsync(redis);
        string[] tokens = [TokenOf(isPaid: true), TokenOf(isPaid: false), "canary-garbage-0123456789"];

        foreach (string token in tokens)
            await process.StatusAsync(token);

        string dump = await DumpAsync(redis);
        Assert.Contains("figma.payments:", dump, StringComparison.Ordinal);

        foreach (string secret in (string[])[.. tokens, _figma.AccessTokenText, "a secret of at least 32 characters", "127.0.0.1"])
            Assert.DoesNotContain(secret, dump, StringComparison.Ordinal);
    }

    [Theory]
    [RedisServerData]
    public async Task Redis_that_stops_costs_a_quarter_of_a_second_and_no_error(string server)
    {
        RedisTestServer redis = await RedisTestServer.StartAsync(server == "Garnet");
        await using GateProcess process = await StartAsync(redis, isPatient: false);
        Assert.Equal(200, await process.StatusAsync(TokenOf(isPaid: true)));
        await redis.DisposeAsync();

        List<double> durations = [];

        for (int i = 0; i < 100; i++)
        {
            string token = TokenOf(isPaid: true);
            Stopwatch watch = Stopwatch.StartNew();
            Assert.Equal(200, await process.StatusAsync(token));
            durations.Add(watch.Elapsed.TotalMilliseconds);
        }

        durations.Sort();
        Assert.InRange(durations[98], 0, 400);
    }

    private Task<GateProcess> StartAsync(RedisTestServer redis, bool isPatient = true) => GateProcess.StartAsync(
        "--redis", redis.Address, "--figma", _server.BaseAddress.ToString(), "--figma-token", _figma.AccessTokenText, "--patient", isPatient ? "true" : "false");

    private string TokenOf(bool isPaid)
    {
        UserId user = _figma.AddUser();

        if (isPaid)
            _figma.Pay(user, new PluginId(IGlyphPayments.Id));

        return _figma.IssuePaymentToken(user, new PluginId(IGlyphPayments.Id));
    }

    private static async Task<string> DumpAsync(RedisTestServer server)
    {
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(server.Address);
        IDatabase database = connection.GetDatabase();
        List<string> dump = [];

        await foreach (RedisKey key in connection.GetServer(server.Address).KeysAsync(pageSize: 1_000))
        {
            dump.Add(key.ToString());

            foreach (HashEntry entry in await database.HashGetAllAsync(key))
                dump.Add($"{entry.Name} {entry.Value}");
        }

        return string.Join('\n', dump);
    }
}

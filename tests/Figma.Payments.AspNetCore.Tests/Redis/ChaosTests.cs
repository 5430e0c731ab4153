using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.NetworkInformation;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Figma.Payments.AspNetCore.Tests.Redis;

/// <summary>Two processes, one of them with a clock that jumps, over a Redis that stops and starts, in front of a fake of Figma that fails, stalls and limits requests.</summary>
/// <remarks>
/// By default, the test runs for 4 seconds. <c>GATE_CHAOS_SECONDS=60 dotnet test tests/Figma.Payments.AspNetCore.Tests -c Release --filter Redis.ChaosTests</c> runs for a minute.
/// </remarks>
[Collection(nameof(AttackTests))]
public sealed class ChaosTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("GATE_CHAOS_SECONDS") ?? "4", CultureInfo.InvariantCulture));
    private static readonly TimeSpan PaidFor = TimeSpan.FromSeconds(2);

    // An entry can come from a machine whose clock is 5 seconds ahead. The jumps of the clock are larger.
    private static readonly TimeSpan Bound = PaidFor + TimeSpan.FromSeconds(5);

    private static readonly int[] Table = [200, 401, 402, 403, 429, 503];

    private readonly ConcurrentDictionary<int, int> _statuses = new();
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly FakeFigmaPayments _figma = new();
    private readonly PluginId _plugin = new(IGlyphPayments.Id);

    [Fact]
    public async Task Each_response_is_in_the_table_and_no_access_outlives_the_ledger()
    {
        _figma.AddPlugin(_plugin);
        EnqueueFaults();
        FakeFigmaPaymentsServer server = await _figma.StartAsync();
        string name = RedisProcess.IsInstalled ? "Redis" : "Garnet";
        RedisTestServer redis = await RedisTestServer.StartAsync(name);
        string[] arguments =
        [
            "--redis", redis.Address, "--figma", server.BaseAddress.ToString(), "--figma-token", _figma.AccessTokenText, "--timeout", "2",
            "--gate:PaidFor", "00:00:02", "--gate:UnpaidFor", "00:00:01", "--gate:TokenRequestsPerMinute", "10000", "--gate:CallerRefusalsPerMinute", "10000",
        ];
        GateProcess first = await GateProcess.StartAsync(arguments);
        GateProcess second = await GateProcess.StartAsync([.. arguments, "--clock", "stepping"]);
        int[] ports = [first.Port, second.Port, server.BaseAddress.Port];

        using CancellationTokenSource end = new();
        long start = Stopwatch.GetTimestamp();
        Task[] callers = [.. Enumerable.Range(0, 16).Select(i => Task.Run(() => CallAsync([first, second], i, end.Token)))];
        int stops = 0;

        while (stops < 2 || Stopwatch.GetElapsedTime(start) < Duration)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(700));
            await redis.DisposeAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(300));
            redis = await RedisTestServer.StartAsync(name, redis.Port);
            stops++;
        }

        await end.CancelAsync();
        await Task.WhenAll(callers);
        int[] exitCodes = [await first.StopAsync(), await second.StopAsync()];
        await first.DisposeAsync();
        await second.DisposeAsync();
        await redis.DisposeAsync();
        await server.DisposeAsync();

        output.WriteLine($"{_statuses.Values.Sum()} responses in {Duration.TotalSeconds} s: {string.Join(", ", _statuses.OrderBy(static pair => pair.Key).Select(static pair => $"{pair.Value} x {pair.Key}"))}; Figma saw {_figma.Requests.Count} requests; {name} was stopped {stops} times");

        Assert.Empty(_problems);
        Assert.All([200, 401, 402, 403, 503], status => Assert.True(_statuses.ContainsKey(status), status.ToString(CultureInfo.InvariantCulture)));

        // An exception of a task that nobody saw changes the exit code.
        Assert.Equal([0, 0], exitCodes);
        await AssertNoConnectionsAsync(ports);
    }

    private void EnqueueFaults()
    {
        foreach ((FakeFault fault, double probability) in new (FakeFault, double)[]
        {
            (FakeFault.RateLimited(TimeSpan.FromSeconds(1)), 0.003),
            (FakeFault.Status(500), 0.03),
            (FakeFault.HtmlPage(), 0.02),
            (FakeFault.ConnectionReset(), 0.02),
            (FakeFault.MalformedJson(), 0.02),
            (FakeFault.CutOffBody(), 0.02),
            (FakeFault.StalledBody(), 0.003),
            (FakeFault.UnknownPaymentStatus(), 0.02),
            (FakeFault.DuplicateMembers(), 0.02),
            (FakeFault.ResponseMismatch(new WidgetId("1")), 0.02),
            (FakeFault.Delay(TimeSpan.FromMilliseconds(100)), 0.05),
        })
            _figma.Faults.Enqueue(fault, _ => Random.Shared.NextDouble() < probability, count: int.MaxValue);
    }

    private async Task CallAsync(GateProcess[] processes, int number, CancellationToken end)
    {
        Random random = new(number);
        List<Buyer> buyers = [];
        IPAddress address = new([127, 5, 0, (byte)(number + 1)]);
        HttpClient[] clients = [.. processes.Select(process => process.ClientFrom(address))];

        try
        {
            while (!end.IsCancellationRequested)
            {
                if (buyers.Count < 3 || random.Next(10) == 0)
                    buyers.Add(NewBuyer(random.Next(3) > 0));

                Buyer buyer = buyers[random.Next(buyers.Count)];

                if (random.Next(15) == 0)
                    Refund(buyer);

                HttpClient http = clients[random.Next(2)];
                long start = Stopwatch.GetTimestamp();

                if (random.Next(20) == 0)
                    Record((await GateProcess.SendAsync(http, "garbage" + random.Next())).Status, "garbage", isAllowed: false);
                else
                    Record((await GateProcess.SendAsync(http, buyer.Token)).Status, buyer.ToString(), buyer.IsAllowed(start));
            }
        }
#pragma warning disable CA1031 // Each exception is a problem.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _problems.Enqueue(exception.ToString());
        }
        finally
        {
            foreach (HttpClient client in clients)
                client.Dispose();
        }
    }

    private Buyer NewBuyer(bool isPaid)
    {
        UserId user = _figma.AddUser();

        if (isPaid)
            _figma.Pay(user, _plugin);

        return new Buyer(user, _figma.IssuePaymentToken(user, _plugin), isPaid);
    }

    private void Refund(Buyer buyer)
    {
        if (!buyer.IsPaid || buyer.RefundedAt is not null)
            return;

        _figma.Refund(buyer.User, _plugin);
        buyer.RefundedAt = Stopwatch.GetTimestamp();
    }

    private void Record(int status, string caller, bool isAllowed)
    {
        _statuses.AddOrUpdate(status, 1, static (_, count) => count + 1);

        if (!Table.Contains(status))
            _problems.Enqueue($"Status {status} isn't in the table.");

        if (status == 200 && !isAllowed)
            _problems.Enqueue($"The ledger doesn't grant access to {caller}.");
    }

    private static async Task AssertNoConnectionsAsync(int[] ports)
    {
        TcpConnectionInformation[] left = [];

        for (int i = 0; i < 100; i++)
        {
            left = [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
                .Where(connection => connection.State == TcpState.Established && (ports.Contains(connection.LocalEndPoint.Port) || ports.Contains(connection.RemoteEndPoint.Port)))];

            if (left.Length == 0)
                return;

            await Task.Delay(100);
        }

        Assert.Empty(left.Select(static connection => $"{connection.LocalEndPoint} {connection.RemoteEndPoint}"));
    }

    private sealed class Buyer(UserId user, string token, bool isPaid)
    {
        public UserId User => user;

        public string Token => token;

        public bool IsPaid => isPaid;

        public long? RefundedAt { get; set; }

        /// <summary>Determines whether access is allowed for a request that was sent at a time.</summary>
        public bool IsAllowed(long sentAt) => isPaid && (RefundedAt is not { } refundedAt || Stopwatch.GetElapsedTime(refundedAt, sentAt) <= Bound);

        public override string ToString() => isPaid ? RefundedAt is null ? "a buyer" : "a user whose purchase was refunded" : "a user who has not paid";
    }
}

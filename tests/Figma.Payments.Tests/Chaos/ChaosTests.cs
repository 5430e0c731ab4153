using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Net.NetworkInformation;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.CompilerServices;
using Figma.Payments.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Figma.Payments.Tests.Chaos;

/// <summary>
/// Sends requests of 1,000 concurrent callers to a fake that fails, stalls and limits requests at random. Each call must end in time, and a response must not
/// differ from the ledger.
/// </summary>
/// <remarks>
/// By default, the test runs for 3 seconds; <c>CHAOS_SECONDS=60 dotnet test tests/Figma.Payments.Tests -c Release --filter ChaosTests</c> runs for a minute.
/// It doesn't run in parallel with other tests.
/// </remarks>
[Collection(nameof(ChaosTests))]
[CollectionDefinition(nameof(ChaosTests), DisableParallelization = true)]
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const int Callers = 1_000;
    private const long MostBytesLeft = 8 << 20;

    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(2);

    // The maximum pause between two calls of a caller. The test measures the delay of the client, not the queue of the thread pool.
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    // A call can end this much later than a plain timer, because the connection is closed and exceptions are thrown.
    private static readonly TimeSpan s_margin = TimeSpan.FromMilliseconds(100);

    // A call that hangs fails the test after this time.
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly object _gate = new();
    private TimeSpan _longest;
    private int _lateCalls;

    [Fact]
    public async Task Every_call_ends_in_time_with_a_correct_result_and_nothing_leaks()
    {
        TimeSpan time = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("CHAOS_SECONDS") ?? "3", CultureInfo.InvariantCulture));
        FakeFigmaPayments figma = new();
        PluginId plugin = figma.AddPlugin();
        EnqueueFaults(figma);

        FakeFigmaPaymentsServer server = await figma.StartAsync();
        int port = server.BaseAddress.Port;

        // Warms up, because one-time allocations are not leaks.
        await RunAsync(figma, server, plugin, TimeSpan.Zero);
        _outcomes.Clear();
        (_longest, _lateCalls) = (TimeSpan.Zero, 0);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        TimerLateness timers = TimerLateness.Watch(s_timeout);
        await RunAsync(figma, server, plugin, time);
        TimeSpan late = await timers.StopAsync();

        // The fake keeps each payment token that it issued, so it is released first.
        await server.DisposeAsync();
        (figma, server) = (null!, null!);
        long left = long.MaxValue;

        // Connections that the server aborts release their memory a little later. A leak stays.
        for (int i = 0; i < 20 && left >= MostBytesLeft; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500));
            left = GC.GetTotalMemory(forceFullCollection: true) - before;
        }


        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_outcomes.Values.Sum():N0} calls of {Callers:N0} callers in {time.TotalSeconds:N0} s; longest {_longest.TotalMilliseconds:N0} ms of {s_timeout.TotalMilliseconds:N0}, {_lateCalls:N0} over it; a plain timer was up to {late.TotalMilliseconds:N0} ms late; {left / 1024:N0} KB left"));

        foreach ((string outcome, int count) in _outcomes.OrderByDescending(static pair => pair.Value))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,10:N0}  {outcome}"));

        Assert.Empty(_problems);
        Assert.All(["Paid", "Unpaid", "Trial", "RateLimited", "Unavailable", "InvalidResponse", "ResponseMismatch", "InvalidRequest", "canceled"], outcome => Assert.True(_outcomes.ContainsKey(outcome), outcome));
        Assert.True(_longest <= s_timeout + late + s_margin, $"A call took {_longest}; the latest plain timer was {late} late.");
        Assert.True(left < MostBytesLeft, $"{left} bytes were not released.");
        Assert.DoesNotContain(IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections(), connection => connection.State == TcpState.Established && (connection.LocalEndPoint.Port == port || connection.RemoteEndPoint.Port == port));
    }

    /// <summary>Enqueues faults that never run out and apply to random requests.</summary>
    private static void EnqueueFaults(FakeFigmaPayments figma)
    {
        UserId stranger = figma.AddUser();

        foreach ((FakeFault fault, int once) in new[]
        {
            (FakeFault.Status(500), 40), (FakeFault.Status(503), 40), (FakeFault.Status(403, "Invalid token"), 60), (FakeFault.Status(400), 60), (FakeFault.HtmlPage(), 40), (FakeFault.HtmlPage(200), 40),
            (FakeFault.RateLimited(TimeSpan.FromSeconds(399_065)), 25), (FakeFault.RateLimited("soon"), 60),
            (FakeFault.Delay(TimeSpan.FromMilliseconds(50)), 20), (FakeFault.Delay(TimeSpan.FromMilliseconds(500)), 60), (FakeFault.Delay(Timeout.InfiniteTimeSpan), 100),
            (FakeFault.StalledBody(), 80), (FakeFault.CutOffBody(), 40), (FakeFault.ConnectionReset(), 40), (FakeFault.MalformedJson(), 40),
            (FakeFault.ResponseMismatch(stranger), 30), (FakeFault.Redirect(new Uri("http://127.0.0.1:9/")), 60), (FakeFault.DuplicateMembers(), 60),
        })
        {
            figma.Faults.Enqueue(fault, _ => Random.Shared.Next(once) == 0, int.MaxValue);
        }
    }

    private async Task RunAsync(FakeFigmaPayments figma, FakeFigmaPaymentsServer server, PluginId plugin, TimeSpan time)
    {
        using HttpClient client = new(PaymentsHttpHandler.Create()) { Timeout = Timeout.InfiniteTimeSpan };
        PaymentsEndpoint endpoint = new(client, new PaymentsClientOptions { AccessToken = figma.AccessToken, BaseAddress = server.BaseAddress, Timeout = s_timeout });
        long end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);

        Task[] callers = [.. Enumerable.Range(0, Callers).Select(caller => Task.Run(() => CallAsync(figma, endpoint, plugin, new Random(caller), end)))];
        await Task.WhenAll(callers).WaitAsync(s_bound);
    }

    /// <summary>Runs one caller. Only this caller changes the purchases of its user, so each response can be compared with its own ledger.</summary>
    private async Task CallAsync(FakeFigmaPayments figma, PaymentsEndpoint endpoint, PluginId plugin, Random random, long end)
    {
        UserId user = figma.AddUser();
        PaymentStatus ledger = PaymentStatus.Unpaid;

        do
        {
            switch (random.Next(6))
            {
                case 0:
                    figma.Pay(user, plugin);
                    ledger = PaymentStatus.Paid;
                    break;

                case 1 when ledger == PaymentStatus.Paid:
                    figma.Refund(user, plugin);
                    ledger = PaymentStatus.Unpaid;
                    break;

                case 2 when ledger == PaymentStatus.Unpaid:
                    figma.StartTrial(user, plugin);
                    ledger = PaymentStatus.Trial;
                    break;
            }

            PaymentsRequest request = random.Next(4) == 0
                ? new PaymentsRequest(pluginPaymentToken: new PluginPaymentToken(figma.IssuePaymentToken(user, plugin)))
                : new PaymentsRequest(userId: user, pluginId: plugin);

            using CancellationTokenSource caller = new();
            long start = Stopwatch.GetTimestamp();

            try
            {
                Task<PaymentsResult> pending = endpoint.GetResultAsync(request, caller.Token);

                if (random.Next(30) == 0)
                    await caller.CancelAsync();

                Verify(await pending, user, plugin, ledger, isTokenRequest: request.ToString().Contains("token", StringComparison.Ordinal));
            }
            catch (OperationCanceledException) when (caller.IsCancellationRequested)
            {
                Count("canceled");
            }
#pragma warning disable CA1031 // Every other exception is a problem.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                _problems.Enqueue(exception.ToString());
            }

            Record(Stopwatch.GetElapsedTime(start));

            if (Stopwatch.GetTimestamp() < end)
                await Task.Delay(s_pause * random.NextDouble(), CancellationToken.None);
        }
        while (Stopwatch.GetTimestamp() < end);
    }

    private void Verify(PaymentsResult result, UserId user, PluginId plugin, PaymentStatus ledger, bool isTokenRequest)
    {
        Count(result.Error?.Kind.ToString() ?? result.Information!.PaymentStatus.ToString());

        if (result.Information is not { } information)
        {
            if (result.IsPaid || result.IsPaidOrTrial)
                _problems.Enqueue("An error grants access: " + result);

            return;
        }

        // For a token request of a client that is not pinned, the caller must check the user and the resource.
        bool isStranger = information.UserId != user || information.ResourceId != plugin;

        if (isStranger ? !isTokenRequest : information.PaymentStatus != ledger || information.IsPaid != (ledger == PaymentStatus.Paid))
            _problems.Enqueue($"The status of {user} in the ledger is {ledger}, but the response is {information}");
    }

    private void Record(TimeSpan time)
    {
        lock (_gate)
        {
            _longest = time > _longest ? time : _longest;
            _lateCalls += time > s_timeout ? 1 : 0;
        }
    }

    private void Count(string outcome) => _outcomes.AddOrUpdate(outcome, 1, static (_, count) => count + 1);
}

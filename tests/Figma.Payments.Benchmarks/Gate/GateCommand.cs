using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Benchmarks.Wire;
using Microsoft.Extensions.Caching.Hybrid;

namespace Figma.Payments.Benchmarks.Gate;

/// <summary><c>gate</c>: measures the gate in ASP.NET Core beside a bare endpoint and beside a plain scheme and policy.</summary>
internal static class GateCommand
{
    private static readonly string[] Names = ["bare endpoint", "plain scheme and policy", "gate, warm cache"];

    /// <summary>A payment token of a usual length.</summary>
    public static string Token { get; } = NewToken(0);

    public static Command Create()
    {
        // The pipeline consists of so many methods that most of them are compiled for the second time after a thousand slices only.
        Option<int> rounds = new("--rounds") { Description = "The number of slices of each endpoint", DefaultValueFactory = _ => 3001 };
        Command command = new("gate", "The costs of the gate, compared with a bare endpoint and with a plain scheme and policy") { rounds };

        command.SetAction(async result =>
        {
            // The memory first, before others can return some.
            await MeasureMemoryAsync("100,000 known callers", new NoCache());
            await MeasureMemoryAsync("100,000 known callers whose payments are cached", cache: null);
            await MeasurePipelineAsync(result.GetValue(rounds));
            await MeasureLoopbackAsync();
            await MeasureMissAsync();
        });

        return command;
    }

    private static async Task MeasurePipelineAsync(int rounds)
    {
        await using GatedApplication bare = await GatedApplication.StartBareAsync(usesSockets: false);
        await using GatedApplication plain = await GatedApplication.StartPlainAsync(usesSockets: false);
        await using GatedApplication gated = await GatedApplication.StartGatedAsync(usesSockets: false);
        string authorization = "Bearer " + Token;

        // The first request of the gate is a miss.
        await Expect200Async(gated.Server, authorization);

        Action[] actions = [.. new[] { bare, plain, gated }.Select(app => (Action)(() => SendSynchronously(app.Server, authorization)))];
        IReadOnlyList<(double Nanoseconds, double Bytes)> measured = Slices.Measure(actions, rounds);

        Console.WriteLine();
        Console.WriteLine("| a request in the process | ns | beyond plain | bytes | beyond plain |");
        Console.WriteLine("|---|---:|---:|---:|---:|");

        for (int i = 0; i < Names.Length; i++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {Names[i]} | {measured[i].Nanoseconds:N0} | {measured[i].Nanoseconds - measured[1].Nanoseconds:N0} | {measured[i].Bytes:N0} | {measured[i].Bytes - measured[1].Bytes:N0} |"));
    }

    private static async Task MeasureLoopbackAsync()
    {
        const int Callers = 32;
        const int Rounds = 21;
        TimeSpan length = TimeSpan.FromSeconds(0.3);

        await using GatedApplication bare = await GatedApplication.StartBareAsync(usesSockets: true);
        await using GatedApplication plain = await GatedApplication.StartPlainAsync(usesSockets: true);
        await using GatedApplication gated = await GatedApplication.StartGatedAsync(usesSockets: true);
        GatedApplication[] apps = [bare, plain, gated];
        List<double>[] results = [[], [], []];
        int[] order = [0, 1, 2];
        Random random = new(1);

        using SocketsHttpHandler handler = new() { MaxConnectionsPerServer = Callers };
        using HttpMessageInvoker http = new(handler);

        for (int round = -3; round < Rounds; round++)
        {
            random.Shuffle(order);

            foreach (int i in order)
            {
                double perSecond = await SendWhileAsync(http, new Uri(apps[i].Address, "/paid"), Callers, length);

                // The first rounds warm up.
                if (round >= 0)
                    results[i].Add(perSecond);
            }
        }

        Console.WriteLine();
        Console.WriteLine("| over loopback, 32 at a time | requests/s | ÷ plain |");
        Console.WriteLine("|---|---:|---:|");

        for (int i = 0; i < Names.Length; i++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {Names[i]} | {Median.Of(results[i]):N0} | {Median.Of(results[i].Zip(results[1], static (own, other) => own / other)):0.00} |"));
    }

    private static async Task<double> SendWhileAsync(HttpMessageInvoker http, Uri address, int callers, TimeSpan length)
    {
        int count = 0;
        Stopwatch watch = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < length)
            {
                using HttpRequestMessage request = new(HttpMethod.Get, address);
                request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Token);
                using HttpResponseMessage response = await http.SendAsync(request, CancellationToken.None);
                response.EnsureSuccessStatusCode();
                await response.Content.ReadAsByteArrayAsync();
                Interlocked.Increment(ref count);
            }
        })));

        return count / watch.Elapsed.TotalSeconds;
    }

    private static async Task MeasureMissAsync()
    {
        const int Misses = 4_000;
        await using GatedApplication gated = await GatedApplication.StartGatedAsync(usesSockets: false);
        string[] tokens = [.. Enumerable.Range(1, 2 * Misses).Select(static number => "Bearer " + NewToken(number))];

        // The first half warms up.
        foreach (string token in tokens[..Misses])
            await Expect200Async(gated.Server, token);

        long before = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan start = Environment.CpuUsage.TotalTime;

        foreach (string token in tokens[Misses..])
            await Expect200Async(gated.Server, token);

        TimeSpan elapsed = Environment.CpuUsage.TotalTime - start;
        long bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A miss without the request to Figma: {elapsed.TotalMicroseconds / Misses:0.0} µs of processor, {bytes / Misses:N0} bytes."));
    }

    private static async Task MeasureMemoryAsync(string what, HybridCache? cache)
    {
        const int Callers = 100_000;
        const int CallersPerMinute = 4_000;
        ForwardClock clock = new();
        await using GatedApplication gated = await GatedApplication.StartGatedAsync(usesSockets: false, clock, cache);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        for (int i = 1; i <= Callers; i++)
        {
            if (!(await gated.Checks.CheckAsync(new PluginPaymentToken(NewToken(i)))).IsGranted)
                throw new InvalidOperationException("The gate must admit every caller.");

            if (i % CallersPerMinute == 0)
                clock.Advance(TimeSpan.FromSeconds(61));
        }

        long bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {bytes / 1_000_000.0:0.0} MB."));
    }

    private static void SendSynchronously(DirectServer server, string authorization)
    {
        Task<int> pending = server.SendAsync(authorization);

        // Bytes are counted in this thread only.
        if (!pending.IsCompleted || pending.GetAwaiter().GetResult() != 200)
            throw new InvalidOperationException("The request must complete in this thread with status 200.");
    }

    private static async Task Expect200Async(DirectServer server, string authorization)
    {
        if (await server.SendAsync(authorization) is var status and not 200)
            throw new InvalidOperationException($"The status is {status}.");
    }

    private static string NewToken(int number) => "pt-" + number.ToString("D8", CultureInfo.InvariantCulture) + new string('a', 120);

    /// <summary>A clock that is some time ahead.</summary>
    private sealed class ForwardClock : TimeProvider
    {
        private TimeSpan _ahead;

        public void Advance(TimeSpan time) => _ahead += time;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

        public override long GetTimestamp() => base.GetTimestamp() + (long)(_ahead.TotalSeconds * TimestampFrequency);
    }

    /// <summary>A cache that keeps nothing, so that only the gate's own tables use memory.</summary>
    private sealed class NoCache : HybridCache
    {
        public override ValueTask<T> GetOrCreateAsync<TState, T>(string key, TState state, Func<TState, CancellationToken, ValueTask<T>> factory, HybridCacheEntryOptions? options = null, IEnumerable<string>? tags = null, CancellationToken cancellationToken = default) => factory(state, cancellationToken);

        public override ValueTask SetAsync<T>(string key, T value, HybridCacheEntryOptions? options = null, IEnumerable<string>? tags = null, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

        public override ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

        public override ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}

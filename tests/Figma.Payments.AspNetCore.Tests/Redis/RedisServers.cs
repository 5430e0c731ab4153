using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using Garnet;
using StackExchange.Redis;

namespace Figma.Payments.AspNetCore.Tests.Redis;

/// <summary>A server that speaks the protocol of Redis, on the loopback interface.</summary>
internal abstract class RedisTestServer : IAsyncDisposable
{
    private bool _isStopped;

    protected RedisTestServer(int? port) => Port = port ?? FindPort();

    public int Port { get; }

    public string Address => "127.0.0.1:" + Port;

    /// <summary>Starts a server: <c>Garnet</c> or <c>Redis</c>. Without a port, it gets a free one.</summary>
    public static async Task<RedisTestServer> StartAsync(string name, int? port = null)
    {
        RedisTestServer server = name == "Garnet" ? new GarnetTestServer(port) : new RedisProcess(port);

        try
        {
            await server.WaitAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isStopped)
        {
            _isStopped = true;
            await StopAsync();
        }
    }

    protected abstract ValueTask StopAsync();

    // Operating systems give ports from 32,768 on to clients. A client could take such a port while the server is stopped.
    private static int FindPort()
    {
        while (true)
        {
            int port = Random.Shared.Next(10_000, 30_000);

            try
            {
                using TcpListener listener = new(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Another program uses the port.
            }
        }
    }

    // A connection that is refused fails at once, so ConnectRetry doesn't wait for a server that is starting.
    private async Task WaitAsync()
    {
        ConfigurationOptions options = new() { EndPoints = { Address }, AbortOnConnectFail = true };
        long start = Stopwatch.GetTimestamp();

        while (true)
        {
            try
            {
                await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(options);
                await connection.GetDatabase().PingAsync();
                return;
            }
            catch (RedisException) when (Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(50);
            }
        }
    }
}

/// <summary>Garnet, inside of this process.</summary>
internal sealed class GarnetTestServer : RedisTestServer
{
    private readonly GarnetServer _server;

    public GarnetTestServer(int? port)
        : base(port)
    {
        _server = new GarnetServer(["--bind", "127.0.0.1", "--port", Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--lua", "--memory", "64m", "--index", "4m"]);
        _server.Start();
    }

    protected override ValueTask StopAsync()
    {
        _server.Dispose();
        return default;
    }
}

/// <summary>The program redis-server.</summary>
internal sealed class RedisProcess : RedisTestServer
{
    private readonly Process _process;

    public RedisProcess(int? port)
        : base(port)
    {
        ProcessStartInfo start = new("redis-server") { RedirectStandardOutput = true };

        foreach (string argument in new[] { "--bind", "127.0.0.1", "--port", Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--save", "", "--appendonly", "no" })
            start.ArgumentList.Add(argument);

        _process = Process.Start(start)!;
        _process.BeginOutputReadLine();
    }

    public static bool IsInstalled => Array.Exists((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), static folder => File.Exists(Path.Combine(folder, "redis-server")));

    protected override async ValueTask StopAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

/// <summary>Runs a test on the program redis-server. It is skipped if the machine has none, except on CI, whose script installs it.</summary>
internal sealed class RedisServerDataAttribute : Xunit.Sdk.DataAttribute
{
    public RedisServerDataAttribute()
    {
        if (!RedisProcess.IsInstalled && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "The test runs on redis-server (apt-get install redis-server), and this machine has none. The same test runs on Garnet. It was skipped.";
    }

    public override System.Collections.Generic.IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod)
    {
        yield return ["Redis"];
    }
}

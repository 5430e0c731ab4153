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
    protected RedisTestServer()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    public string Address => "127.0.0.1:" + Port;

    public static async Task<RedisTestServer> StartAsync(bool isGarnet)
    {
        RedisTestServer server = isGarnet ? new GarnetTestServer() : new RedisProcess();
        await server.WaitAsync();
        return server;
    }

    public abstract ValueTask DisposeAsync();

    private async Task WaitAsync()
    {
        ConfigurationOptions options = new() { EndPoints = { Address }, AbortOnConnectFail = true, ConnectRetry = 20 };
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(options);
        await connection.GetDatabase().PingAsync();
    }
}

/// <summary>Garnet, inside of this process.</summary>
internal sealed class GarnetTestServer : RedisTestServer
{
    private readonly GarnetServer _server;

    public GarnetTestServer()
    {
        _server = new GarnetServer(["--bind", "127.0.0.1", "--port", Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--lua", "--memory", "64m", "--index", "4m"]);
        _server.Start();
    }

    public override ValueTask DisposeAsync()
    {
        _server.Dispose();
        return default;
    }
}

/// <summary>The program redis-server.</summary>
internal sealed class RedisProcess : RedisTestServer
{
    private readonly Process _process;

    public RedisProcess()
    {
        ProcessStartInfo start = new("redis-server") { RedirectStandardOutput = true };

        foreach (string argument in new[] { "--bind", "127.0.0.1", "--port", Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--save", "", "--appendonly", "no" })
            start.ArgumentList.Add(argument);

        _process = Process.Start(start)!;
    }

    public static bool IsInstalled => Array.Exists((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), static folder => File.Exists(Path.Combine(folder, "redis-server")));

    public override async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

/// <summary>Runs a test on Garnet, and on Redis if it is installed.</summary>
internal sealed class RedisServerDataAttribute : Xunit.Sdk.DataAttribute
{
    public override System.Collections.Generic.IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod)
    {
        yield return ["Garnet"];

        if (RedisProcess.IsInstalled)
            yield return ["Redis"];
    }
}

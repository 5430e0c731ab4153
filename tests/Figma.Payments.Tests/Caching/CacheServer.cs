using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Garnet;
using StackExchange.Redis;

namespace Figma.Payments.Tests.Caching;

/// <summary>A server with the protocol of Redis, on loopback.</summary>
internal sealed class CacheServer : IDisposable
{
    private readonly IDisposable _server;

    private CacheServer(int port, IDisposable server)
    {
        _server = server;
        Address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port},connectRetry=10,abortConnect=false");
    }

    public string Address { get; }

    /// <summary>Gets the path of <c>redis-server</c>, or null if the machine has none.</summary>
    public static string? RedisProgram { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(static directory => Path.Combine(directory, "redis-server"))
        .FirstOrDefault(File.Exists);

    /// <summary>Starts Garnet in this process.</summary>
    public static CacheServer StartGarnet()
    {
        int port = FindPort();
        GarnetServer server = new(["--bind", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "--memory", "64m", "--page", "1m", "--index", "8m", "-q"]);
        server.Start();
        return new CacheServer(port, server);
    }

    /// <summary>Starts <c>redis-server</c> without a file.</summary>
    public static CacheServer StartRedis(string program)
    {
        int port = FindPort();
        ProcessStartInfo start = new(program, ["--bind", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "--save", "", "--appendonly", "no"]) { RedirectStandardOutput = true };
        Process process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return new CacheServer(port, new RunningProcess(process));
    }

    /// <summary>Returns everything that the server stores, as Latin-1 text: a line for each key, and an indented line for each field.</summary>
    public async Task<string> DumpAsync()
    {
        await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(Address);
        IDatabase database = connection.GetDatabase();
        StringWriter dump = new(CultureInfo.InvariantCulture);

        foreach (RedisKey key in connection.GetServers().Single().Keys(pageSize: 1_000))
        {
            dump.WriteLine(key);

            foreach (HashEntry field in await database.HashGetAllAsync(key))
                dump.WriteLine("  " + field.Name + " " + Encoding.Latin1.GetString((byte[])field.Value!).ReplaceLineEndings(" "));
        }

        return dump.ToString();
    }

    public void Dispose() => _server.Dispose();

    private static int FindPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class RunningProcess(Process process) : IDisposable
    {
        public void Dispose()
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }
    }
}

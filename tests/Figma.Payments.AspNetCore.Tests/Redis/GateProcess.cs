using System;
using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace Figma.Payments.AspNetCore.Tests.Redis;

/// <summary>A process that runs <see cref="Program"/>.</summary>
internal sealed class GateProcess : IAsyncDisposable
{
    private readonly Process _process;

    private GateProcess(Process process, Uri address)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = address };
    }

    public HttpClient Http { get; }

    public int Port => Http.BaseAddress!.Port;

    public static async Task<GateProcess> StartAsync(params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.ProcessPath is { } host && host.EndsWith("dotnet", StringComparison.Ordinal) ? host : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };

        start.ArgumentList.Add(typeof(Program).Assembly.Location);

        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);

        Process process = Process.Start(start)!;
        string? address = await process.StandardOutput.ReadLineAsync();

        return address is null ? throw new InvalidOperationException("The process ended before it listened.") : new GateProcess(process, new Uri(address));
    }

    /// <summary>Creates a client whose connections come from an address of the loopback interface.</summary>
    public HttpClient ClientFrom(IPAddress address)
    {
        SocketsHttpHandler handler = new()
        {
            ConnectCallback = async (context, cancellation) =>
            {
                Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

                try
                {
                    socket.Bind(new IPEndPoint(address, 0));
                    await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };

        return new HttpClient(handler) { BaseAddress = Http.BaseAddress };
    }

    public async Task<int> StatusAsync(string token) => (await SendAsync(Http, token)).Status;

    /// <summary>Sends a request from an address of the loopback interface.</summary>
    public async Task<(int Status, TimeSpan? RetryAfter)> SendFromAsync(IPAddress address, string token)
    {
        using HttpClient http = ClientFrom(address);
        return await SendAsync(http, token);
    }

    public static async Task<(int Status, TimeSpan? RetryAfter)> SendAsync(HttpClient http, string token)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/paid");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        using HttpResponseMessage response = await http.SendAsync(request);
        return ((int)response.StatusCode, response.Headers.RetryAfter?.Delta);
    }

    /// <summary>Lets the process end, and returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        Http.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await StopAsync();

        _process.Dispose();
    }
}

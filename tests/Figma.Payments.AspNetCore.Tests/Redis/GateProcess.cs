using System;
using System.Diagnostics;
using System.Net.Http;
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

    public async Task<int> StatusAsync(string token)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/paid");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        using HttpResponseMessage response = await Http.SendAsync(request);
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        _process.Dispose();
    }
}

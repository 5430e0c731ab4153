using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace GlyphShop.Tests;

/// <summary>The sample's program, as another process.</summary>
internal sealed partial class SampleProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SampleProcess(ProcessStartInfo start, Regex address)
    {
        _process = new Process { StartInfo = start };

        _process.OutputDataReceived += (_, line) =>
        {
            _lines.Enqueue(line.Data ?? "");

            if (line.Data is null)
                _address.TrySetException(new InvalidOperationException("The program ended:\n" + Log));
            else if (address.Match(line.Data) is { Success: true } match)
                _address.TrySetResult(new Uri(match.Value));
        };

        _process.Start();
        _process.BeginOutputReadLine();
    }

    public HttpClient Http { get; } = new();

    /// <summary>Gets the lines that the program has written.</summary>
    public string Log => string.Join('\n', _lines);

    /// <summary>Gets the address of the back end, or null if it isn't in the log yet.</summary>
    public Uri? ShopAddress => ListeningAddress().Match(Log) is { Success: true } match ? new Uri(match.Value) : null;

    /// <summary>Starts the back end alone.</summary>
    public static Task<SampleProcess> StartShopAsync(Dictionary<string, string> environment, params string[] args) => StartAsync(environment, args, ListeningAddress());

    /// <summary>Starts the back end and the stand-in, whose page has the address of <see cref="Http"/>.</summary>
    /// <param name="published">The path of a published program, or null for the one that the tests reference.</param>
    public static Task<SampleProcess> StartAllAsync(string? published = null) => StartAsync(
        new() { ["FIGMA_ACCESS_TOKEN"] = "", ["FIGMA_STAND_IN"] = "http://127.0.0.1:0" },
        published is null ? [] : [Program.Published, published],
        OpenAddress());

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        _process.Dispose();
    }

    private static async Task<SampleProcess> StartAsync(Dictionary<string, string> environment, string[] args, Regex address)
    {
        ProcessStartInfo start = new(Environment.ProcessPath is { } host && host.EndsWith("dotnet", StringComparison.Ordinal) ? host : "dotnet", [typeof(Program).Assembly.Location, .. args, "--urls=http://127.0.0.1:0"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };

        foreach ((string name, string value) in environment)
            start.Environment[name] = value;

        SampleProcess process = new(start, address);
        process.Http.BaseAddress = await process._address.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return process;
    }

    [GeneratedRegex(@"(?<=Now listening on: )\S+")]
    private static partial Regex ListeningAddress();

    [GeneratedRegex(@"(?<=Open )\S+")]
    private static partial Regex OpenAddress();
}

using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.Package.Tests;

/// <summary>Runs the .NET CLI, or a program that it built, in a process of its own.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(5);

    public static Task<DotnetRun> RunAsync(string directory, params string[] arguments) => RunAsync(directory, accessToken: null, arguments);

    /// <param name="directory">The working directory.</param>
    /// <param name="accessToken">The value of the environment variable FIGMA_ACCESS_TOKEN, or null to remove the variable.</param>
    /// <param name="arguments">The arguments of <c>dotnet</c>.</param>
    public static Task<DotnetRun> RunAsync(string directory, string? accessToken, string[] arguments) => RunAsync("dotnet", directory, accessToken, arguments);

    /// <summary>Runs a program.</summary>
    public static Task<DotnetRun> RunProgramAsync(string program, string directory, params string[] arguments) => RunAsync(program, directory, accessToken: null, arguments);

    private static async Task<DotnetRun> RunAsync(string program, string directory, string? accessToken, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        // The environment of the test host's MSBuild must not affect the consumer's build.
        foreach (string name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["FIGMA_ACCESS_TOKEN"] = accessToken;

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();

        using CancellationTokenSource timeout = new(Bound);
        Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(timeout.Token);

        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{program} {string.Join(' ', arguments)}' ran for more than {Bound.TotalMinutes} minutes.");
        }

        return new DotnetRun(process.ExitCode, await output + await error);
    }
}

/// <summary>The result of a process.</summary>
internal sealed record DotnetRun(int ExitCode, string Output)
{
    public DotnetRun OrFail() => ExitCode == 0 ? this : throw new InvalidOperationException($"dotnet ended with {ExitCode}:{Environment.NewLine}{Output}");
}

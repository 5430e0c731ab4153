using System.Diagnostics;

namespace Figma.Payments.Benchmarks.Wire;

/// <summary>Starts this program as a child process.</summary>
internal static class Self
{
    public static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(Self).Assembly.Location);

        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);

        return Process.Start(start)!;
    }
}

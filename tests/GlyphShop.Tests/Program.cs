using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace GlyphShop.Tests;

/// <summary>The sample's own program as another process, which ends when its standard input is closed.</summary>
internal static class Program
{
    /// <summary>The argument before the path of a published program.</summary>
    public const string Published = "--published";

    public static async Task Main(string[] args)
    {
        // The asynchronous method of the console blocks too.
        Task closed = Task.Run(Console.In.ReadToEnd);

        if (args is [Published, .. string[] command])
        {
            using Process program = Process.Start("dotnet", command);
            await Task.WhenAny(program.WaitForExitAsync(), closed);
            program.Kill();
            await program.WaitForExitAsync();
            return;
        }

        Task sample = Task.Run(() => typeof(Shop).Assembly.EntryPoint!.Invoke(null, [args]));
        await await Task.WhenAny(sample, closed);
    }
}

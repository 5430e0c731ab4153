using System;
using System.Threading.Tasks;

namespace GlyphShop.Tests;

/// <summary>The sample's own program as another process, which ends when its standard input is closed.</summary>
internal static class Program
{
    public static async Task Main(string[] args)
    {
        Task sample = Task.Run(() => typeof(Shop).Assembly.EntryPoint!.Invoke(null, [args]));
        await await Task.WhenAny(sample, Console.In.ReadToEndAsync());
    }
}

using System.Threading.Tasks;
using Figma.Payments.Tests.Caching;

namespace Figma.Payments.Tests;

/// <summary>The program that tests start as a second process.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is not [CacheProcess.Command, string server, string prefix, string mode])
            return 1;

        await CacheProcess.RunAsync(server, prefix, isReader: mode == "read");
        return 0;
    }
}

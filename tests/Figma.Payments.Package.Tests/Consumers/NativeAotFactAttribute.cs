using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Figma.Payments.Package.Tests.Consumers;

/// <summary>A fact that needs what NativeAOT links with: where the machine has none, it is skipped and says so.</summary>
internal sealed class NativeAotFactAttribute : FactAttribute
{
    public NativeAotFactAttribute()
    {
        if (Linker is null)
            Skip = "NativeAOT needs clang or gcc on a Linux machine, and this one has neither: nothing was published.";
    }

    /// <summary>The compiler that links, the SDK's own choice first; null where there is none.</summary>
    public static string? Linker { get; } = OperatingSystem.IsLinux() ? new[] { "clang", "gcc" }.FirstOrDefault(IsOnPath) : null;

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(directory => File.Exists(Path.Combine(directory, program)));
}

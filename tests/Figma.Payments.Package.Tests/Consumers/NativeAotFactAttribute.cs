using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Figma.Payments.Package.Tests.Consumers;

/// <summary>A fact that needs a linker for Native AOT. It is skipped if the machine has none.</summary>
internal sealed class NativeAotFactAttribute : FactAttribute
{
    public NativeAotFactAttribute()
    {
        if (Linker is null)
            Skip = "Native AOT needs clang or gcc on Linux, and this machine has neither. The test was skipped.";
    }

    /// <summary>Gets the compiler to link with, or null if there is none. The SDK prefers clang.</summary>
    public static string? Linker { get; } = OperatingSystem.IsLinux() ? new[] { "clang", "gcc" }.FirstOrDefault(IsOnPath) : null;

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(directory => File.Exists(Path.Combine(directory, program)));
}

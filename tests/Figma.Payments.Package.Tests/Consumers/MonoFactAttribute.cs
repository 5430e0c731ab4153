using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Figma.Payments.Package.Tests.Consumers;

/// <summary>A fact that runs a program for .NET Framework on Mono. It is skipped if the machine has no Mono, except on CI, whose script installs it.</summary>
internal sealed class MonoFactAttribute : FactAttribute
{
    public MonoFactAttribute()
    {
        if (Program is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = "Programs for .NET Framework run on Mono (apt-get install mono-runtime mono-devel libmono-system-net-http4.0-cil), and this machine has none. The test was skipped.";
    }

    /// <summary>Gets the path of the program, or null if the machine has no Mono.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(static directory => Path.Combine(directory, "mono"))
        .FirstOrDefault(File.Exists);
}

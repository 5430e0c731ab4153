using System;
using System.IO;

namespace Figma.Payments.Package.Tests.Consumers;

/// <summary>The machine's NuGet packages folder.</summary>
internal static class MachinePackages
{
    public static string Folder { get; } = Existing(Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"));

    private static string Existing(string folder) => Directory.CreateDirectory(folder).FullName;
}

using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using Xunit;

namespace Figma.Payments.Package.Tests;

public sealed class AssemblyTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    // https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    private static readonly string[] MachinePaths =
    [
        Path.Combine(Repository.Root, "src"),
        Path.TrimEndingDirectorySeparator(Repository.Artifacts),
        Path.TrimEndingDirectorySeparator(Consumers.MachinePackages.Folder),
    ];

    private static readonly string[] Entries =
    [
        "lib/net8.0/Figma.Payments.dll",
        "lib/netstandard2.0/Figma.Payments.dll",
        "analyzers/dotnet/cs/Figma.Payments.Generators.dll",
        "analyzers/dotnet/cs/Figma.Payments.Generators.CodeFixes.dll",
        "lib/net8.0/Figma.Payments.Testing.dll",
        "lib/net8.0/Figma.Payments.AspNetCore.dll",
        "lib/net10.0/Figma.Payments.AspNetCore.dll",
    ];

    public static TheoryData<string> Assemblies => [.. Entries];

    [Fact]
    public void Tests_cover_every_packed_assembly() =>
        Assert.Equal(
            Entries.Order(StringComparer.Ordinal),
            Packages.SelectMany(static package => package.Entries).Where(static entry => entry.EndsWith(".dll", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Assembly_has_a_strong_name(string entry)
    {
        using PEReader assembly = Open(entry);

        Assert.False(assembly.GetMetadataReader().GetAssemblyDefinition().PublicKey.IsNil);
        Assert.True(assembly.PEHeaders.CorHeader!.Flags.HasFlag(CorFlags.StrongNameSigned));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Assembly_contains_symbols_with_Source_Link(string entry)
    {
        using PEReader assembly = Open(entry);
        using MetadataReaderProvider symbols = OpenSymbols(assembly);

        Assert.Contains("\"documents\"", Encoding.UTF8.GetString(Assert.Single(Information(symbols.GetMetadataReader(), SourceLink))), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Assembly_contains_no_path_of_the_build_machine(string entry)
    {
        using PEReader assembly = Open(entry);
        using MetadataReaderProvider provider = OpenSymbols(assembly);
        MetadataReader symbols = provider.GetMetadataReader();

        Assert.All(symbols.Documents, handle => Assert.StartsWith("/_", symbols.GetString(symbols.GetDocument(handle).Name), StringComparison.Ordinal));

        IEnumerable<byte[]> contents =
        [
            Read(entry),
            .. Information(symbols, SourceLink),
            .. Information(symbols, EmbeddedSource).Select(Decompress),
        ];

        foreach (byte[] content in contents)
        {
            foreach (string path in MachinePaths)
            {
                Assert.Equal(-1, content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(path)));
                Assert.Equal(-1, content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(path)));
            }
        }
    }

    private PackageArchive[] Packages => [packages.Generators, packages.Testing, packages.Gate];

    private byte[] Read(string entry) => Packages.Single(package => package.Entries.Contains(entry)).Read(entry);

    private PEReader Open(string entry) => new(new MemoryStream(Read(entry)));

    private static MetadataReaderProvider OpenSymbols(PEReader assembly) =>
        assembly.ReadEmbeddedPortablePdbDebugDirectoryData(assembly.ReadDebugDirectory().Single(static one => one.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));

    private static IEnumerable<byte[]> Information(MetadataReader symbols, Guid kind) => symbols.CustomDebugInformation
        .Select(symbols.GetCustomDebugInformation)
        .Where(information => symbols.GetGuid(information.Kind) == kind)
        .Select(information => symbols.GetBlobBytes(information.Value));

    // The length of the source, or zero if it isn't compressed; then the source.
    private static byte[] Decompress(byte[] blob)
    {
        if (BitConverter.ToInt32(blob) == 0)
            return blob[sizeof(int)..];

        using DeflateStream stream = new(new MemoryStream(blob[sizeof(int)..]), CompressionMode.Decompress);
        using MemoryStream source = new();
        stream.CopyTo(source);
        return source.ToArray();
    }
}

using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;

namespace Figma.Payments.Package.Tests;

/// <summary>Reads the entries of a package.</summary>
internal sealed class PackageArchive(string path)
{
    private static readonly string[] EntriesOfNuGet = ["_rels/.rels", "[Content_Types].xml"];

    /// <summary>Gets the names of the entries in ordinal order, without those that NuGet adds to every package.</summary>
    public string[] Entries
    {
        get
        {
            using ZipArchive archive = ZipFile.OpenRead(path);

            return [.. archive.Entries
                .Select(static entry => entry.FullName)
                .Where(static name => !EntriesOfNuGet.Contains(name) && !name.StartsWith("package/services/metadata/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Gets the package's manifest.</summary>
    public XDocument Nuspec
    {
        get
        {
            using MemoryStream text = new(Read(Entries.Single(static entry => entry.EndsWith(".nuspec", StringComparison.Ordinal))));
            return XDocument.Load(text);
        }
    }

    /// <summary>Returns the value of an element of the package's metadata, or null if there is none.</summary>
    public string? Metadata(string name) => Nuspec.Root!.Elements().Single().Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

    public byte[] Read(string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        using Stream stream = archive.GetEntry(entry)!.Open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

using System.IO;
using System.Linq;
using System.Xml.Linq;
using Figma.Payments.Generators.Tests.Catalogue;
using Xunit;

namespace Figma.Payments.Generators.Tests.Architecture;

/// <summary>Restore identifies a project by its package ID: a project that references two projects with the same ID gets only one of them.</summary>
public sealed class ProjectTests
{
    [Fact]
    public void Projects_have_different_package_ids()
    {
        string[] ids = [.. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(static path => XDocument.Load(path).Descendants("PackageId").SingleOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(path))
            .Order()];

        Assert.True(ids.Length > 4);
        Assert.Equal(ids.Distinct(), ids);
    }
}

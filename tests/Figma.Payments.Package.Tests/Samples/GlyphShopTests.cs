using System.IO;
using System.Threading.Tasks;
using Figma.Payments.Package.Tests.Consumers;
using Xunit;

namespace Figma.Payments.Package.Tests.Samples;

public sealed class GlyphShopTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    [Fact]
    public async Task Copy_with_the_project_file_of_the_readme_builds_with_the_packages()
    {
        string project = ReadmeExample.Blocks(Repository.Read("samples/GlyphShop/README.md"), "xml")[0];
        Consumer shop = Consumer.Copy(packages, "samples/GlyphShop", project);
        await shop.AddPackageAsync("Figma.Payments.AspNetCore");
        await shop.AddPackageAsync("Figma.Payments.Testing");
        await shop.AddPackageAsync("Microsoft.Extensions.Caching.StackExchangeRedis", "10.0.15");

        DotnetRun run = (await shop.BuildAsync("-o", "built")).OrFail();

        Assert.Contains("0 Warning(s)", run.Output);
        Assert.True(File.Exists(shop.PathOf("built/appsettings.json")));
        Assert.True(File.Exists(shop.PathOf("built/Plugin/ui.html")));
        Assert.True(File.Exists(shop.PathOf("built/StandIn/index.html")));
        Assert.False(File.Exists(shop.PathOf("built/StandIn/FigmaStandIn.cs")));
    }
}

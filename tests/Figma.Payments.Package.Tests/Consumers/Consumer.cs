using System.IO;
using System.Threading.Tasks;

namespace Figma.Payments.Package.Tests.Consumers;

/// <summary>A project of a developer's, in a directory of its own, that knows the packages and nothing of the repository.</summary>
internal sealed class Consumer
{
    private readonly PackedPackages _packages;
    private readonly string _directory;

    private Consumer(PackedPackages packages, string directory)
    {
        _packages = packages;
        _directory = directory;
    }

    /// <summary>Makes a project with <c>dotnet new</c>, as a developer does.</summary>
    public static async Task<Consumer> NewAsync(PackedPackages packages, string name, string template, params string[] options)
    {
        string directory = packages.NewDirectory(name);
        (await Dotnet.RunAsync(directory, ["new", template, "--name", name, "--output", ".", "--no-restore", .. options])).OrFail();

        foreach (string source in Directory.GetFiles(directory, "*.cs"))
            File.Delete(source);

        Consumer consumer = new(packages, directory);
        consumer.WriteFeed();
        return consumer;
    }

    /// <summary>Makes a project for a target that no template has.</summary>
    public static Consumer NewLibrary(PackedPackages packages, string name, string targetFramework)
    {
        Consumer consumer = new(packages, packages.NewDirectory(name));
        consumer.WriteFeed();
        consumer.Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{targetFramework}</TargetFramework>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
              </PropertyGroup>
            </Project>
            """);
        return consumer;
    }

    /// <summary>Makes a console project with more in its project file than the command line can put there.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="name">The project's name.</param>
    /// <param name="properties">Properties, one a line.</param>
    /// <param name="references">References to other packages, one a line.</param>
    public static Consumer NewConsole(PackedPackages packages, string name, string properties, string references)
    {
        Consumer consumer = new(packages, packages.NewDirectory(name));
        consumer.WriteFeed();
        consumer.Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Figma.Payments.Generators" Version="{packages.Version}" />
                {references}
              </ItemGroup>
            </Project>
            """);
        return consumer;
    }

    public void Write(string file, string content) => File.WriteAllText(Path.Combine(_directory, file), content);

    public async Task AddPackageAsync(string id) =>
        (await Dotnet.RunAsync(_directory, "add", "package", id, "--version", _packages.Version, "--no-restore")).OrFail();

    public Task<DotnetRun> BuildAsync() => Dotnet.RunAsync(_directory, "build", "--nologo");

    public Task<DotnetRun> PublishAsync() => Dotnet.RunAsync(_directory, "publish", "--nologo", "-o", "published");

    /// <summary>Runs what was published.</summary>
    public Task<DotnetRun> RunPublishedAsync(string program, params string[] arguments) =>
        Dotnet.RunProgramAsync(Path.Combine(_directory, "published", program), _directory, arguments);

    public Task<DotnetRun> RunAsync() => Dotnet.RunAsync(_directory, "run");

    // Restored into a folder of the tests' own; what the machine has already is read from where it is.
    private void WriteFeed() => Write("nuget.config", $"""
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="{_packages.PackagesFolder}" />
          </config>
          <fallbackPackageFolders>
            <add key="machine" value="{MachinePackages.Folder}" />
          </fallbackPackageFolders>
          <packageSources>
            <add key="packed" value="{_packages.Feed}" />
          </packageSources>
        </configuration>
        """);
}

using System.IO;
using System.Threading.Tasks;

namespace Figma.Payments.Package.Tests.Consumers;

/// <summary>A developer's project in a directory of its own, which references the packages and nothing of the repository.</summary>
internal sealed class Consumer
{
    private readonly PackedPackages _packages;
    private readonly string _directory;

    private Consumer(PackedPackages packages, string directory)
    {
        _packages = packages;
        _directory = directory;
    }

    /// <summary>Creates a project with <c>dotnet new</c>, as a developer does.</summary>
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

    /// <summary>Creates a library project for targets that no template has.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="name">The name of the project.</param>
    /// <param name="targetFrameworks">The target frameworks, separated by semicolons.</param>
    /// <param name="properties">Additional MSBuild properties.</param>
    public static Consumer NewLibrary(PackedPackages packages, string name, string targetFrameworks, string properties = "")
    {
        Consumer consumer = new(packages, packages.NewDirectory(name));
        consumer.WriteFeed();
        consumer.Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFrameworks>{targetFrameworks}</TargetFrameworks>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                {properties}
              </PropertyGroup>
            </Project>
            """);
        return consumer;
    }

    /// <summary>Creates a console project with additional properties and references.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="name">The name of the project.</param>
    /// <param name="properties">Additional MSBuild properties.</param>
    /// <param name="references">References to other packages.</param>
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

    /// <summary>Creates a program for any target, in a directory that the target's name is part of.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="name">The name of the project.</param>
    /// <param name="targetFramework">The target framework.</param>
    /// <param name="references">References to other packages.</param>
    public static Consumer NewProgram(PackedPackages packages, string name, string targetFramework, string references)
    {
        Consumer consumer = new(packages, packages.NewDirectory(name + "-" + targetFramework));
        consumer.WriteFeed();
        consumer.Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>{targetFramework}</TargetFramework>
                <LangVersion>latest</LangVersion>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <!-- The machine might have only a newer runtime. -->
                <RollForward>Major</RollForward>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Figma.Payments.Generators" Version="{packages.Version}" />
                {references}
              </ItemGroup>
            </Project>
            """);
        return consumer;
    }

    /// <summary>Creates a web application with the package of the gate, which brings the library and the generator.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="name">The name of the project.</param>
    /// <param name="targetFramework">The target framework.</param>
    /// <param name="properties">Additional MSBuild properties.</param>
    public static Consumer NewWeb(PackedPackages packages, string name, string targetFramework, string properties = "")
    {
        Consumer consumer = new(packages, packages.NewDirectory(name + "-" + targetFramework));
        consumer.WriteFeed();
        consumer.Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>{targetFramework}</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <UseAppHost>false</UseAppHost>
                <!-- The machine might have only a newer runtime. -->
                <RollForward>Major</RollForward>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Figma.Payments.AspNetCore" Version="{packages.Version}" />
                <PackageReference Include="Figma.Payments.Testing" Version="{packages.Version}" />
              </ItemGroup>
            </Project>
            """);
        return consumer;
    }

    /// <summary>Creates a copy of a directory of the repository, with another project file.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="source">The path of the directory in the repository, whose name is the project's name.</param>
    /// <param name="project">The content of the project file.</param>
    public static Consumer Copy(PackedPackages packages, string source, string project)
    {
        string from = Path.Combine(Repository.Root, source);
        string name = Path.GetFileName(source);
        Consumer consumer = new(packages, packages.NewDirectory(name));

        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = consumer.PathOf(Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        consumer.WriteFeed();
        consumer.Write(name + ".csproj", project);
        return consumer;
    }

    public string PathOf(string file) => Path.Combine(_directory, file);

    public void Write(string file, string content) => File.WriteAllText(PathOf(file), content);

    /// <summary>Adds a reference to one of the packed packages, or to another one if the version is specified.</summary>
    public async Task AddPackageAsync(string id, string? version = null) =>
        (await Dotnet.RunAsync(_directory, "add", "package", id, "--version", version ?? _packages.Version, "--no-restore")).OrFail();

    public Task<DotnetRun> BuildAsync(params string[] arguments) => Dotnet.RunAsync(_directory, ["build", "--nologo", .. arguments]);

    public Task<DotnetRun> PublishAsync() => Dotnet.RunAsync(_directory, "publish", "--nologo", "-o", "published");

    /// <summary>Runs the published program.</summary>
    public Task<DotnetRun> RunPublishedAsync(string program, params string[] arguments) =>
        Dotnet.RunProgramAsync(Path.Combine(_directory, "published", program), _directory, arguments);

    /// <summary>Runs a file that was built, with the program that can run it.</summary>
    public Task<DotnetRun> RunOutputAsync(string program, string targetFramework, string file, params string[] arguments) =>
        Dotnet.RunProgramAsync(program, _directory, [Path.Combine(_directory, "bin", "Debug", targetFramework, file), .. arguments]);

    public Task<DotnetRun> RunAsync() => Dotnet.RunAsync(_directory, "run");

    // Packages are restored into a folder of the tests. The machine's packages folder is a fallback.
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

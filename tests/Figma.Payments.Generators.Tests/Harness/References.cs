using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Figma.Payments.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Figma.Payments.Generators.Tests.Harness;

/// <summary>The references of a developer's project.</summary>
internal static class References
{
    private static readonly MetadataReference Library = OfAssembly(typeof(PluginId));

    private static readonly ConcurrentDictionary<(string Name, ImmutableArray<MetadataReference> References), CSharpCompilation> Bound = new();

    // The types of a client's registration, one of each assembly that it needs.
    private static readonly ImmutableArray<Type> HttpClientFactory =
    [
        typeof(HttpMessageHandlerBuilder),
        typeof(IServiceCollection),
        typeof(ServiceCollectionContainerBuilderExtensions),
        typeof(ILogger),
        typeof(IOptionsMonitor<>),
        typeof(IChangeToken),
    ];

    // The types that a registration from configuration needs in addition.
    private static readonly ImmutableArray<Type> Configuration = [typeof(IConfiguration), typeof(ConfigurationChangeTokenSource<>)];

    /// <summary>.NET 8 and nothing of ours.</summary>
    public static ImmutableArray<MetadataReference> WithoutLibrary { get; } =
    [
        .. Directory.GetFiles(TestAssembly.Metadata("ReferenceAssemblies"), "*.dll")
            .Order(StringComparer.Ordinal)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>.NET 8 and the library: what most projects have.</summary>
    public static ImmutableArray<MetadataReference> Default { get; } = WithoutLibrary.Add(Library);

    /// <summary>.NET 8, the library and <c>Microsoft.Extensions.Http</c>.</summary>
    public static ImmutableArray<MetadataReference> WithHttpClientFactory { get; } = [.. Default, .. HttpClientFactory.Select(OfWebAssembly)];

    /// <summary>.NET 8, the library, <c>Microsoft.Extensions.Http</c> and <c>Microsoft.Extensions.Options.ConfigurationExtensions</c>: what ASP.NET Core projects have.</summary>
    public static ImmutableArray<MetadataReference> WithConfiguration { get; } = [.. WithHttpClientFactory, .. Configuration.Select(OfWebAssembly)];

    /// <summary>.NET 8, the library and ASP.NET Core.</summary>
    public static ImmutableArray<MetadataReference> WithAspNetCore { get; } =
    [
        .. Default,
        .. Directory.GetFiles(TestAssembly.Metadata("WebReferenceAssemblies"), "*.dll")
            .Order(StringComparer.Ordinal)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The assemblies that the tests themselves run on, so that the compiled code can be loaded.</summary>
    public static ImmutableArray<MetadataReference> Loadable { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(static path => MetadataReference.CreateFromFile(path)),
        Library,
        .. HttpClientFactory.Select(OfAssembly),
    ];

    /// <summary>ASP.NET Core and the gate, in the version that the tests themselves run on, because the gate is compiled for it.</summary>
    public static ImmutableArray<MetadataReference> WithGate { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => IsOfFramework(path) || Path.GetFileName(path).StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(static path => MetadataReference.CreateFromFile(path)),
        Library,
        OfAssembly(typeof(FigmaPaymentsGateOptions)),
    ];

    /// <summary>An empty project over the references: the projects made from it share what they read of the assemblies.</summary>
    public static CSharpCompilation EmptyProject(string name, ImmutableArray<MetadataReference> references) => Bound.GetOrAdd((name, references), static key =>
    {
        CSharpCompilation empty = CSharpCompilation.Create(key.Name, references: key.References, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        empty.GetSpecialType(SpecialType.System_Object);
        return empty;
    });

    private static bool IsOfFramework(string path) =>
        Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location)
        || Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(IApplicationBuilder).Assembly.Location);

    private static PortableExecutableReference OfWebAssembly(Type type) => MetadataReference.CreateFromFile(
        Path.Combine(TestAssembly.Metadata("WebReferenceAssemblies"), type.Assembly.GetName().Name + ".dll"));

    private static PortableExecutableReference OfAssembly(Type type) => MetadataReference.CreateFromFile(type.Assembly.Location);
}

using System;
using System.Linq;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Tests.Harness;
using Figma.Payments.Generators.Tests.Incrementality;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>The members that use the library's handler are marked as unsupported in browsers, where the access token would be public.</summary>
public sealed class BrowserTests
{
    private static readonly GeneratorRun Run = (Consumer.Of("[PaymentsClient] public partial interface IGlyphPayments;") with { References = References.WithHttpClientFactory }).Generate();

    [Fact]
    public void Create_and_the_registration_are_unsupported_in_browsers()
    {
        INamedTypeSymbol client = Run.Output.GetTypeByMetadataName("GlyphPaymentsClient")!;

        Assert.True(IsUnsupportedInBrowsers(client.GetMembers("Create").Single()));
        Assert.True(IsUnsupportedInBrowsers(Run.Output.GetTypeByMetadataName("GlyphPaymentsClientServiceCollectionExtensions")!));
    }

    [Fact]
    public void Client_with_its_own_HttpClient_is_not_marked()
    {
        INamedTypeSymbol client = Run.Output.GetTypeByMetadataName("GlyphPaymentsClient")!;

        Assert.False(IsUnsupportedInBrowsers(client));
        Assert.All(client.GetMembers().Where(static member => member.Name != "Create"), static member => Assert.False(IsUnsupportedInBrowsers(member)));
    }

    [Fact]
    public void Framework_without_the_attribute_gets_none()
    {
        ClientFile file = Steps.Values(Run).OfType<ClientFile>().First();

        Assert.Contains("UnsupportedOSPlatform", ClientEmitter.Emit(file), StringComparison.Ordinal);
        Assert.DoesNotContain("UnsupportedOSPlatform", ClientEmitter.Emit(file with { Capabilities = file.Capabilities with { HasPlatformAttributes = false } }), StringComparison.Ordinal);
    }

    [Fact]
    public void Attribute_must_exist_and_be_accessible()
    {
        const string Attribute = "namespace System.Runtime.Versioning { internal sealed class UnsupportedOSPlatformAttribute : Attribute { public UnsupportedOSPlatformAttribute(string platformName) { } } }";

        CSharpCompilation empty = CSharpCompilation.Create("Empty");
        CSharpCompilation declaring = empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Attribute));

        Assert.False(CapabilitiesParser.Parse(empty).HasPlatformAttributes);
        Assert.True(CapabilitiesParser.Parse(declaring).HasPlatformAttributes);
        Assert.False(CapabilitiesParser.Parse(empty.WithAssemblyName("Other").AddReferences(declaring.ToMetadataReference())).HasPlatformAttributes);
        Assert.True(CapabilitiesParser.Parse(Consumer.Of("").Compile()).HasPlatformAttributes);
    }

    private static bool IsUnsupportedInBrowsers(ISymbol symbol) => symbol.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.Name == "UnsupportedOSPlatformAttribute" && attribute.ConstructorArguments is [{ Value: "browser" }]);
}

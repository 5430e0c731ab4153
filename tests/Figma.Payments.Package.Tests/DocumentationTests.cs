using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Figma.Payments.Package.Tests;

public sealed class DocumentationTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    [Theory]
    [InlineData("lib/net8.0/Figma.Payments")]
    [InlineData("lib/netstandard2.0/Figma.Payments")]
    [InlineData("lib/net8.0/Figma.Payments.Testing")]
    [InlineData("lib/net8.0/Figma.Payments.AspNetCore")]
    [InlineData("lib/net10.0/Figma.Payments.AspNetCore")]
    public void Documentation_contains_the_public_members_and_no_others(string assembly)
    {
        PackageArchive package = Path.GetExtension(assembly) switch
        {
            ".Testing" => packages.Testing,
            ".AspNetCore" => packages.Gate,
            _ => packages.Generators,
        };

        MetadataReference reference = MetadataReference.CreateFromImage(package.Read(assembly + ".dll"));
        Compilation compilation = CSharpCompilation.Create("Consumer", references: [reference, .. Dependencies(assembly)]);
        IAssemblySymbol symbol = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;
        using MemoryStream xml = new(package.Read(assembly + ".xml"));
        string[] documented = [.. XDocument.Load(xml).Descendants("member").Select(static member => (string)member.Attribute("name")!).Order(StringComparer.Ordinal)];

        ISymbol[] visible = [.. Visible(symbol.GlobalNamespace)];
        string[] ids = [.. visible.Select(static member => member.GetDocumentationCommentId()!)];
        string[] required = [.. visible.Where(RequiresDocumentation).Select(static member => member.GetDocumentationCommentId()!)];

        Assert.NotEmpty(documented);
        Assert.Empty(documented.Except(ids));
        Assert.Empty(required.Except(documented));
    }

    private IEnumerable<MetadataReference> Dependencies(string assembly)
    {
        foreach (string path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator))
        {
            if (!Path.GetFileName(path).StartsWith("Figma.", StringComparison.Ordinal))
                yield return MetadataReference.CreateFromFile(path);
        }

        if (Path.GetExtension(assembly) is ".Testing" or ".AspNetCore")
            yield return MetadataReference.CreateFromImage(packages.Generators.Read("lib/net8.0/Figma.Payments.dll"));
    }

    private static IEnumerable<ISymbol> Visible(INamespaceOrTypeSymbol container) => container.GetMembers()
        .Where(static member => member is INamespaceSymbol || member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
        .SelectMany(static member => member switch
        {
            INamespaceSymbol inner => Visible(inner),
            INamedTypeSymbol type => [type, .. Visible(type)],
            _ => [member],
        });

    // The compiler requires documentation on all others, and warnings are errors.
    private static bool RequiresDocumentation(ISymbol member) =>
        !member.IsOverride && !member.IsImplicitlyDeclared && member is not IMethodSymbol { AssociatedSymbol: not null } and not IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 };
}

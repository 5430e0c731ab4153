using System;
using System.IO;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using NetArchTest.Rules;
using Xunit;

namespace Figma.Payments.Generators.Tests.Architecture;

/// <summary>An assembly that violates a rule, in a folder of its own.</summary>
internal sealed class PlantedAssembly : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("planted");

    public PlantedAssembly(string source)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Planted",
            [CSharpSyntaxTree.ParseText(source)],
            Harness.References.WithoutLibrary,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        EmitResult result = compilation.Emit(Path.Combine(_folder.FullName, "Planted.dll"));
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
    }

    public Types Types => Types.FromPath(_folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);
}

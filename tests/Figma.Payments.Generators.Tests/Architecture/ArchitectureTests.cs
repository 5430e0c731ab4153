using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using Figma.Payments.Generators.CodeFixes;
using Figma.Payments.Generators.Tests.Catalogue;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetArchTest.Rules;
using Xunit;

namespace Figma.Payments.Generators.Tests.Architecture;

/// <summary>The dependencies between the namespaces. Each rule is also applied to an assembly that violates it.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Library = typeof(PluginId).Assembly;
    private static readonly Assembly Generators = typeof(PaymentsClientGenerator).Assembly;
    private static readonly Assembly CodeFixes = typeof(RuleCodeFixProvider).Assembly;

    private static readonly ImmutableArray<(Arrow Arrow, Assembly Assembly, string Folder)> All =
    [
        .. Arrows.OfGenerators.Select(static arrow => (arrow, Generators, "Figma.Payments.Generators")),
        .. Arrows.OfCodeFixes.Select(static arrow => (arrow, CodeFixes, "Figma.Payments.Generators.CodeFixes")),
        .. Arrows.OfLibrary.Select(static arrow => (arrow, Library, "Figma.Payments")),
    ];

    private static readonly Dictionary<string, CompilationUnitSyntax[]> Sources = All
        .Select(static each => each.Folder)
        .Distinct()
        .ToDictionary(static folder => folder, static folder => Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src", folder), "*.cs", SearchOption.AllDirectories)
            .Select(static path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: Path.GetRelativePath(Repository.Root, path)).GetCompilationUnitRoot())
            .ToArray());

    public static TheoryData<string> Names => [.. All.Select(static each => each.Arrow.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Types_use_only_what_they_may(string name)
    {
        (Arrow arrow, Assembly assembly, _) = Find(name);
        Types types = Types.InAssembly(assembly);

        Assert.NotEmpty(arrow.Select(types));
        AssertNone(arrow.FindViolations(types));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Files_name_only_what_they_may(string name)
    {
        (Arrow arrow, _, string folder) = Find(name);

        CompilationUnitSyntax[] files = [.. Sources[folder].Where(arrow.IsAbout)];

        Assert.NotEmpty(files);
        AssertNone(files.SelectMany(arrow.FindViolations));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Planted_violation_is_found(string name)
    {
        Arrow arrow = Find(name).Arrow;
        using PlantedAssembly planted = new(arrow.Violation);

        Assert.Single(arrow.FindViolations(planted.Types));
    }

    [Fact]
    public void Every_shared_type_of_a_band_is_used_by_the_other_band() => Assert.All(Arrows.SharedTypes, static shared =>
    {
        string folder = Path.Combine(Repository.Rules, shared.Band);
        string name = shared.Type[(shared.Type.LastIndexOf('.') + 1)..];

        Assert.Contains(Directory.EnumerateFiles(folder, "*.cs"), file => File.ReadAllText(file).Contains(name + ".", StringComparison.Ordinal));
    });

    [Theory]
    [InlineData("Field", "class Planted { {0}.Used _field; }")]
    [InlineData("Parameter", "class Planted { void M({0}.Used used) { } }")]
    [InlineData("Return type", "class Planted { {0}.Used M() => null; }")]
    [InlineData("Local variable", "class Planted { int M() { {0}.Used used = null; return used is null ? 1 : 2; } }")]
    [InlineData("Base class", "class Planted : {0}.Used { }")]
    [InlineData("Type argument", "class Planted { System.Collections.Generic.List<{0}.Used> _field; }")]
    [InlineData("Array", "class Planted { {0}.Used[] _field; }")]
    [InlineData("Call of a static method", "class Planted { int M() => {0}.Used.Count(); }")]
    [InlineData("Lambda", "class Planted { System.Func<int> M() => () => {0}.Used.Count(); }")]
    [InlineData("Lambda with a closure", "class Planted { System.Func<int> M(int i) => () => i + {0}.Used.Count(); }")]
    [InlineData("Local function", "class Planted { int M() { return N(); int N() => {0}.Used.Count(); } }")]
    [InlineData("Async method", "class Planted { async System.Threading.Tasks.Task<int> M() { await System.Threading.Tasks.Task.Yield(); return {0}.Used.Count(); } }")]
    [InlineData("Iterator", "class Planted { System.Collections.Generic.IEnumerable<int> M() { yield return {0}.Used.Count(); } }")]
    [InlineData("Type pattern", "class Planted { bool M(object o) => o is {0}.Used; }")]
    [InlineData("typeof", "class Planted { System.Type M() => typeof({0}.Used); }")]
    [InlineData("Nested class", "class Planted { class Inner { {0}.Used _field; } }")]
    public void Use_is_found_wherever_it_is_written(string place, string type)
    {
        Arrow arrow = Arrows.OfGenerators[0];

        using PlantedAssembly planted = new($$"""
            namespace Elsewhere { public class Used { public static int Count() => 1; } }
            namespace {{arrow.From}} { {{type.Replace("{0}", "Elsewhere", StringComparison.Ordinal)}} }
            """);

        Assert.True(arrow.FindViolations(planted.Types).Count > 0, place);
    }

    [Theory]
    [InlineData("using Figma.Payments.Generators.Rules.Calls;\nnamespace Figma.Payments.Generators.Flow;\nclass Planted { }")]
    [InlineData("using static Figma.Payments.Generators.Roslyn.LibrarySymbols;\nnamespace Figma.Payments.Generators.Flow;\nclass Planted { }")]
    [InlineData("namespace Figma.Payments.Generators.Flow;\nclass Planted { string Name => KnownNames.Tool; }")]
    public void Name_in_a_file_is_found_although_the_assembly_does_not_show_it(string text)
    {
        Arrow arrow = Arrows.OfGenerators.First(static arrow => arrow.From == Rooms.Flow);

        CompilationUnitSyntax unit = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();

        Assert.True(arrow.IsAbout(unit));
        Assert.Single(arrow.FindViolations(unit));
    }

    [Fact]
    public void Only_the_code_fixes_reference_workspaces()
    {
        Assert.Contains(ReferencesOf(CodeFixes), IsWorkspaces);
        Assert.DoesNotContain(ReferencesOf(Generators), IsWorkspaces);
        Assert.DoesNotContain(ReferencesOf(Library), IsWorkspaces);

        static bool IsWorkspaces(string reference) => reference.Contains("Workspaces", StringComparison.Ordinal);
    }

    [Fact]
    public void Library_references_only_the_framework() =>
        Assert.All(ReferencesOf(Library), static reference => Assert.Matches(@"^(System\.|netstandard$|mscorlib$)", reference));

    [Fact]
    public void Public_types_of_the_library_are_in_two_namespaces() => Assert.Empty(FindMisplaced(Library.GetTypes()));

    [Theory]
    [MemberData(nameof(InternalRooms))]
    public void Internal_namespaces_of_the_library_have_only_internal_types(string room)
    {
        Types types = Types.InAssembly(Library);

        Assert.NotEmpty(types.That().ResideInNamespace(room).GetTypes());
        Assert.Empty(FindPublic(types, room));
    }

    [Theory]
    [MemberData(nameof(InternalRooms))]
    public void Planted_public_type_is_found(string room)
    {
        using PlantedAssembly planted = new($$"""namespace {{room}} { public class Planted { } class Other { } }""");

        Assert.Equal([room + ".Planted"], FindPublic(planted.Types, room));
    }

    [Fact]
    public void Planted_public_type_in_another_namespace_is_found() =>
        Assert.Equal([typeof(ArchitectureTests).FullName], FindMisplaced([typeof(ArchitectureTests), typeof(PluginId), typeof(Arrow)]));

    public static TheoryData<string> InternalRooms => [.. Rooms.Internal];

    private static (Arrow Arrow, Assembly Assembly, string Folder) Find(string name) => All.Single(each => each.Arrow.Name == name);

    // Assert.Empty shortens what it shows.
    private static void AssertNone(IEnumerable<string> violations) => Assert.True(!violations.Any(), "\n" + string.Join("\n", violations));

    private static IEnumerable<string> ReferencesOf(Assembly assembly) => assembly.GetReferencedAssemblies().Select(static reference => reference.Name!);

    private static IEnumerable<string?> FindMisplaced(IEnumerable<Type> types) => types
        .Where(static type => type.IsVisible && type.Namespace is not (Rooms.Library or Rooms.CompilerServices or Rooms.Serialization))
        .Select(static type => type.FullName);

    private static IEnumerable<string> FindPublic(Types types, string room)
    {
        TestResult result = types.That().ResideInNamespace(room).ShouldNot().BePublic().GetResult();
        return result.IsSuccessful ? [] : result.FailingTypes.Select(static type => type.FullName);
    }
}

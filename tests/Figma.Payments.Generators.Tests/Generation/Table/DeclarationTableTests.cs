using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Emission;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation.Table;

/// <summary>A table of declarations. Each yields a working client that compiles without warnings, or the rule that reports why there is none.</summary>
public sealed class DeclarationTableTests
{
    public static TheoryData<string> Clients => [.. DeclarationTable.Clients.Names];

    public static TheoryData<string> Problems => [.. DeclarationTable.Problems.Names];

    [Fact]
    public void Table_has_at_least_150_distinct_rows()
    {
        string[] names = [.. DeclarationTable.Clients.Names, .. DeclarationTable.Problems.Names];
        Assert.True(names.Length >= 150, $"{names.Length}");
        Assert.Equal(names, names.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task Valid_declaration_gets_a_client_and_no_error(string name)
    {
        Assert.Empty(await DeclarationTable.Clients.ReportsOn(name));
        Assert.Equal(DeclarationTable.Clients.InterfacesOf(name).Count(), DeclarationTable.Clients.FilesOf(name).Count());
        Assert.NotEmpty(DeclarationTable.Clients.FilesOf(name));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void Client_of_a_valid_declaration_compiles_without_warnings(string name) =>
        Assert.Empty(GeneratedWarnings.Value[DeclarationTable.Clients.NamespaceOf(name)]);

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task Client_of_a_valid_declaration_gets_payment_information(string name)
    {
        foreach (Type type in DeclarationTable.Clients.InterfacesOf(name))
        {
            IReadOnlyList<string> results = await new ClientCaller().CallAllAsync(type);
            Assert.NotEmpty(results);
            Assert.All(results, static result => Assert.EndsWith(": paid", result, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task Invalid_declaration_is_reported_by_its_rule_and_gets_no_client(string name)
    {
        Assert.Equal(DeclarationTable.Problems.Find(name).Yields, string.Join(' ', await DeclarationTable.Problems.ReportsOn(name)));
        Assert.DoesNotContain(DeclarationTable.Problems.FilesOf(name), static file => !file.EndsWith(".IBase.g.cs", StringComparison.Ordinal));
    }

    // Grouped by the row's namespace, with which the names of generated files begin.
    private static readonly Lazy<ILookup<string, string>> GeneratedWarnings = new(static () => DeclarationTable.Clients.Run.Output
        .GetDiagnostics()
        .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        .Where(static diagnostic => diagnostic.Location.SourceTree is not { } tree || !DeclarationTable.Clients.Run.Input.SyntaxTrees.Contains(tree))
        .ToLookup(static diagnostic => System.IO.Path.GetFileName(diagnostic.Location.SourceTree?.FilePath ?? "").Split('.')[0], static diagnostic => diagnostic.ToString()));
}

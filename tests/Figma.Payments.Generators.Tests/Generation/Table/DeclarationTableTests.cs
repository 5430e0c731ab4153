using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Tests.BrokenCode;
using Figma.Payments.Generators.Tests.Oracle;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Figma.Payments.Generators.Tests.Generation.Table;

/// <summary>Every declaration that we could think of, and what it yields: a client that compiles without a warning and answers, or the rule that says why there is none.</summary>
public sealed class DeclarationTableTests
{
    public static TheoryData<string> Clients => [.. DeclarationTable.Clients.Names];

    public static TheoryData<string> Faults => [.. DeclarationTable.Faults.Names];

    [Fact]
    public void The_table_is_long_and_no_row_is_there_twice()
    {
        string[] names = [.. DeclarationTable.Clients.Names, .. DeclarationTable.Faults.Names];
        Assert.True(names.Length >= 150, $"{names.Length}");
        Assert.Equal(names, names.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task A_declaration_that_is_right_gets_a_client_and_no_rule_forbids_it(string name)
    {
        Assert.Empty(await DeclarationTable.Clients.ReportsOn(name));
        Assert.Equal(DeclarationTable.Clients.InterfacesOf(name).Count(), DeclarationTable.Clients.FilesOf(name).Count());
        Assert.NotEmpty(DeclarationTable.Clients.FilesOf(name));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void Its_client_compiles_without_a_warning(string name) =>
        Assert.Empty(GeneratedWarnings.Value[DeclarationTable.Clients.NamespaceOf(name)]);

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task Its_client_is_answered_by_the_fake(string name)
    {
        foreach (Type type in DeclarationTable.Clients.InterfacesOf(name))
        {
            IReadOnlyList<string> answers = await new Questioner().AskAllAsync(type);
            Assert.NotEmpty(answers);
            Assert.All(answers, static answer => Assert.EndsWith(": paid", answer, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_declaration_that_is_wrong_gets_its_rule_and_no_client(string name)
    {
        Assert.Equal(DeclarationTable.Faults.Find(name).Yields, string.Join(' ', await DeclarationTable.Faults.ReportsOn(name)));
        Assert.DoesNotContain(DeclarationTable.Faults.FilesOf(name), static file => !file.EndsWith(".IBase.g.cs", StringComparison.Ordinal));
    }

    // By the row's namespace, which is how the names of generated files begin.
    private static readonly Lazy<ILookup<string, string>> GeneratedWarnings = new(static () => DeclarationTable.Clients.Run.Output
        .GetDiagnostics()
        .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        .Where(static diagnostic => diagnostic.Location.SourceTree is not { } tree || !DeclarationTable.Clients.Run.Input.SyntaxTrees.Contains(tree))
        .ToLookup(static diagnostic => System.IO.Path.GetFileName(diagnostic.Location.SourceTree?.FilePath ?? "").Split('.')[0], static diagnostic => diagnostic.ToString()));
}

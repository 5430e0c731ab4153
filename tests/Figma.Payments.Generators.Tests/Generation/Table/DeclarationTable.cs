using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading.Tasks;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Tests.Generation.Table;

/// <summary>
/// Declarations with the same kind of result, as one project with a file and a namespace per row. It is generated, analyzed and loaded once for all rows.
/// </summary>
internal sealed class DeclarationTable
{
    private static readonly ImmutableArray<Declaration> All = [.. MethodRows.All, .. TypeRows.All];

    private readonly ImmutableArray<Declaration> _rows;
    private readonly Lazy<Task<ILookup<string, Diagnostic>>> _reports;
    private readonly Lazy<Assembly> _assembly;

    private DeclarationTable(IEnumerable<Declaration> rows)
    {
        _rows = [.. rows];

        Consumer project = Consumer.Of() with
        {
            Sources = [.. _rows.Select((row, index) => ($"/project/{NamespaceOf(index)}.cs", $"namespace {NamespaceOf(index)}\n{{\n{row.Code}\n}}\n"))],
            AdditionalFiles = [("/project/manifest.json", """{ "id": "1678669904810665842" }""")],
            References = References.Loadable,
            EditorConfig = "root = true\n[*.cs]\ndotnet_diagnostic.SHOP2.severity = none\n",
        };

        Run = project.Generate();
        _reports = new(async () => (await Consumer.AnalyzeAsync(Run.Output, project.AdditionalTexts)).ToLookup(static diagnostic => Path.GetFileNameWithoutExtension(diagnostic.Location.SourceTree!.FilePath)));
        _assembly = new(() => Load(Run.Output));
    }

    /// <summary>Gets the rows that yield clients.</summary>
    public static DeclarationTable Clients { get; } = new(All.Where(static row => row.Yields == Declaration.Client));

    /// <summary>Gets the rows that a rule reports.</summary>
    public static DeclarationTable Problems { get; } = new(All.Where(static row => row.Yields != Declaration.Client));

    public IEnumerable<string> Names => _rows.Select(static row => row.Name);

    public GeneratorRun Run { get; }

    public Declaration Find(string name) => _rows.Single(row => row.Name == name);

    /// <summary>Gets the namespace of a row's declaration, which is also the name of its file.</summary>
    public string NamespaceOf(string name) => NamespaceOf(_rows.IndexOf(Find(name)));

    /// <summary>Gets the IDs of the declaration rules that are reported as errors for a row, in textual order.</summary>
    public async Task<IEnumerable<string>> ReportsOn(string name) => (await _reports.Value)[NamespaceOf(name)]
        .Where(static diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error && diagnostic.Id.StartsWith("FPG1", StringComparison.Ordinal))
        .Select(static diagnostic => diagnostic.Id);

    /// <summary>Gets the names of the files that are generated for a row.</summary>
    public IEnumerable<string> FilesOf(string name)
    {
        string start = NamespaceOf(name) + ".";
        return Run.Files.Where(file => file.HintName.StartsWith(start, StringComparison.Ordinal)).Select(static file => file.HintName);
    }

    /// <summary>Gets the annotated interfaces of a row.</summary>
    public IEnumerable<Type> InterfacesOf(string name)
    {
        string space = NamespaceOf(name);
        return _assembly.Value.GetTypes().Where(type => type.Namespace == space && type.GetCustomAttribute<PaymentsClientAttribute>() is not null);
    }

    private static string NamespaceOf(int index) => "Row" + index.ToString("000", CultureInfo.InvariantCulture);

    private static Assembly Load(Compilation compilation)
    {
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);

        if (!result.Success)
            throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));

        image.Position = 0;
        return new AssemblyLoadContext("table", isCollectible: true).LoadFromStream(image);
    }
}

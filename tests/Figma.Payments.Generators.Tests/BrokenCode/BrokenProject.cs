using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Generators.CodeFixes.Declarations;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Tests.Harness;
using Figma.Payments.Generators.Tests.Oracle;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Figma.Payments.Generators.Tests.BrokenCode;

/// <summary>A project one of whose sources is edited, as an editor holds it: the generator runs again, the analyzers look, each fix that is offered is taken.</summary>
/// <remarks>The fixes see the generated code of the whole source, as an editor has it that generates when a file is saved.</remarks>
internal sealed class BrokenProject : IDisposable
{
    // Far beyond what anything takes: what has not ended by then never does.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly ImmutableArray<CodeFixProvider> Fixes =
    [
        .. typeof(InterfaceMustBePartialFix).Assembly.GetTypes()
            .Where(static type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    private readonly AdhocWorkspace _workspace = new();
    private readonly GeneratorRun _whole;
    private readonly SyntaxTree _tree;
    private readonly Lazy<Document> _document;

    public BrokenProject(Input input)
    {
        _whole = input.Project.Generate();
        _tree = _whole.Input.SyntaxTrees.Single(tree => tree.FilePath == input.Project.Sources[input.Source].Path);
        _document = new Lazy<Document>(Open);
    }

    /// <summary>How many actions were offered and taken.</summary>
    public int Actions { get; private set; }

    /// <summary>How many diagnostics were reported.</summary>
    public int Diagnostics { get; private set; }

    public async Task EditAsync(string text)
    {
        SyntaxTree edited = CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)_tree.Options, _tree.FilePath);
        GeneratorRun run = _whole.Again((CSharpCompilation)_whole.Input.ReplaceSyntaxTree(_tree, edited));
        ImmutableArray<Diagnostic> diagnostics = await AnalyzeAsync(run, edited).WaitAsync(Patience);
        Diagnostics += diagnostics.Length;

        ImmutableArray<Diagnostic> fixable = [.. diagnostics.Where(diagnostic =>
            diagnostic.Location.SourceTree == edited && Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))];

        if (!fixable.IsEmpty)
            await FixAsync(_document.Value.WithText(SourceText.From(text)), fixable);
    }

    // Of the file that is open only, as an editor does.
    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(GeneratorRun run, SyntaxTree tree)
    {
        ExceptionDispatchInfo? thrown = null;

        CompilationWithAnalyzers analysis = run.Output.WithAnalyzers(
            Shipped.Analyzers,
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions(run.AdditionalTexts),
                (exception, _, _) => thrown = ExceptionDispatchInfo.Capture(exception),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false));

        ImmutableArray<Diagnostic> diagnostics = await analysis.GetAnalyzerSemanticDiagnosticsAsync(run.Output.GetSemanticModel(tree), filterSpan: null, CancellationToken.None);
        thrown?.Throw();
        return diagnostics;
    }

    public void Dispose() => _workspace.Dispose();

    private Document Open()
    {
        Project project = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Consumer",
            "Consumer",
            LanguageNames.CSharp,
            compilationOptions: _whole.Input.Options,
            parseOptions: _tree.Options,
            metadataReferences: _whole.Input.References));

        DocumentId? opened = null;

        foreach (SyntaxTree tree in _whole.Output.SyntaxTrees)
        {
            Document document = project.AddDocument(tree.FilePath, tree.GetText(), filePath: tree.FilePath);
            project = document.Project;

            if (tree == _tree)
                opened = document.Id;
        }

        return project.GetDocument(opened!)!;
    }

    private async Task FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        SyntaxTree tree = (await document.GetSyntaxTreeAsync())!;

        foreach (Diagnostic diagnostic in diagnostics)
        {
            Diagnostic moved = Diagnostic.Create(
                diagnostic.Descriptor,
                Moved(diagnostic.Location, tree),
                diagnostic.AdditionalLocations.Select(location => Moved(location, tree)),
                diagnostic.Properties);

            List<CodeAction> actions = [];

            foreach (CodeFixProvider fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
                await fix.RegisterCodeFixesAsync(new CodeFixContext(document, moved, (action, _) => actions.Add(action), CancellationToken.None)).WaitAsync(Patience);

            foreach (CodeAction action in actions)
            {
                ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None).WaitAsync(Patience);
                Assert.NotEmpty(operations.OfType<ApplyChangesOperation>());
                Actions++;
            }
        }
    }

    // What is pointed at in another file is left where it is, as it is for an IDE.
    private static Location Moved(Location location, SyntaxTree tree) =>
        location.SourceTree?.FilePath == tree.FilePath ? Location.Create(tree, location.SourceSpan) : location;
}

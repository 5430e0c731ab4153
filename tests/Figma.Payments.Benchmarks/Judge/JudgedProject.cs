using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Benchmarks.Judge;

/// <summary>A project as it was compiled, and the facts that are asserted in it.</summary>
internal sealed class JudgedProject
{
    private const int MaxRounds = 20;

    private readonly CSharpCompilation _compilation;
    private readonly SyntaxTree[] _sources;
    private readonly List<Fact?> _facts = [];

    private JudgedProject(string name, CSharpCompilation compilation, SyntaxTree[] sources)
    {
        Name = name;
        _compilation = compilation;
        _sources = sources;
    }

    /// <summary>Gets the name of the captured compilation: the assembly's name and its target framework.</summary>
    public string Name { get; }

    /// <summary>Gets the facts by ID. A fact that the compiler doesn't let the command assert is null.</summary>
    public IReadOnlyList<Fact?> Facts => _facts;

    /// <summary>Gets the number of analyzed graphs.</summary>
    public int Graphs { get; private set; }

    /// <summary>Gets the number of graphs that the analysis gave up.</summary>
    public int GivenUp { get; private set; }

    /// <summary>Gets the paths of the compiled files.</summary>
    public IEnumerable<string> Paths => _sources.Select(static tree => tree.FilePath);

    private string ClassName => AssertingClass.NamePrefix + string.Concat(Name.Select(static character => char.IsAsciiLetterOrDigit(character) ? character : '_'));

    /// <summary>Reads a compilation from the arguments that the compiler got.</summary>
    /// <param name="file">A file with the project's directory in the first line and an argument in each other line.</param>
    public static JudgedProject Read(string file)
    {
        string[] lines = File.ReadAllLines(file);
        CSharpCommandLineArguments arguments = CSharpCommandLineParser.Default.Parse(lines[1..].Where(static line => line.Length > 0), lines[0], sdkDirectory: null);
        CSharpParseOptions options = arguments.ParseOptions;
        SyntaxTree[] sources = [.. arguments.SourceFiles.Select(source => Parse(source.Path, options))];

        IEnumerable<string> generated = arguments.GeneratedFilesOutputDirectory is { } directory && Directory.Exists(directory)
            ? Directory.GetFiles(directory, "*.cs", SearchOption.AllDirectories)
            : [];

        CSharpCompilation compilation = CSharpCompilation.Create(
            arguments.CompilationName ?? Path.GetFileNameWithoutExtension(file),
            [.. sources, .. generated.Select(path => Parse(path, options))],
            arguments.MetadataReferences.Select(static reference => MetadataReference.CreateFromFile(reference.Reference, reference.Properties)),
            arguments.CompilationOptions.WithStrongNameProvider(new DesktopStrongNameProvider(arguments.KeyFileSearchPaths)));

        return new JudgedProject(Path.GetFileNameWithoutExtension(file), compilation, sources);
    }

    private static SyntaxTree Parse(string path, CSharpParseOptions options) => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path), Encoding.UTF8), options, path);

    /// <summary>Asserts the facts of the project's files in its directory.</summary>
    /// <param name="isRewritten">Determines whether a file is rewritten.</param>
    /// <param name="isFalse">Determines by its ID whether the opposite of a fact is asserted.</param>
    /// <param name="directory">The directory of the asserting classes.</param>
    /// <param name="counts">The directory of the counts.</param>
    public void Rewrite(Func<string, bool> isRewritten, Func<int, bool> isFalse, string directory, string counts)
    {
        if (FindErrors(_compilation).FirstOrDefault() is { } error)
            throw new InvalidOperationException($"{Name} can't be compiled again: {error}");

        foreach (SyntaxTree tree in _sources)
        {
            if (!isRewritten(tree.FilePath))
                continue;

            FactCollector collector = new(_compilation.GetSemanticModel(tree));
            _facts.AddRange(collector.Collect());
            Graphs += collector.Graphs;
            GivenUp += collector.GivenUp;
        }

        string code = AssertingClass.Create(ClassName, _facts.Count, counts);
        Dictionary<SyntaxTree, RewrittenFile> files = [];
        HashSet<SyntaxTree> changed = [.. _facts.Select(static fact => fact!.Expression.SyntaxTree)];
        CSharpCompilation compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, (CSharpParseOptions)_sources[0].Options));

        for (int round = 0; changed.Count > 0; round++)
        {
            if (round == MaxRounds)
                throw new InvalidOperationException($"{Name} has errors after {round} attempts: {FindErrors(compilation).First()}");

            ILookup<SyntaxTree, int> byTree = Enumerable.Range(0, _facts.Count).Where(id => _facts[id] is not null).ToLookup(id => _facts[id]!.Expression.SyntaxTree);

            foreach (SyntaxTree tree in changed)
            {
                RewrittenFile file = RewrittenFile.Create(tree, byTree[tree].Select(id => (id, _facts[id]!)), ClassName, isFalse);
                compilation = compilation.ReplaceSyntaxTree(files.TryGetValue(tree, out RewrittenFile? before) ? before.Tree : tree, file.Tree);
                files[tree] = file;
            }

            changed = RemoveErroneous(compilation, files);
        }

        foreach (RewrittenFile file in files.Values)
            File.WriteAllText(file.Tree.FilePath, file.Tree.GetText().ToString());

        File.WriteAllText(Path.Combine(directory, Name + ".cs"), code);
    }

    /// <summary>Reads the counts of all processes, by the IDs of the facts.</summary>
    /// <param name="counts">The directory of the counts.</param>
    public Dictionary<int, (long Executions, long Failures, string Stack)> ReadCounts(string counts)
    {
        Dictionary<int, (long Executions, long Failures, string Stack)> all = [];

        foreach (string[] parts in Directory.GetFiles(counts, ClassName + "-*.counts").SelectMany(File.ReadAllLines).Select(static line => line.Split('\t')))
        {
            int id = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture);
            (long executions, long failures, string stack) = all.GetValueOrDefault(id, (0, 0, ""));

            all[id] = (
                executions + long.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture),
                failures + long.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture),
                stack.Length > 0 ? stack : parts[3]);
        }

        return all;
    }

    private static IEnumerable<Diagnostic> FindErrors(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Where(static diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, DefaultSeverity: DiagnosticSeverity.Error });

    /// <summary>Removes the facts whose assertions the compiler rejects, and returns the files that contained them.</summary>
    private HashSet<SyntaxTree> RemoveErroneous(CSharpCompilation compilation, Dictionary<SyntaxTree, RewrittenFile> files)
    {
        HashSet<SyntaxTree> changed = [];

        foreach (Diagnostic error in FindErrors(compilation))
        {
            if (files.FirstOrDefault(pair => pair.Value.Tree == error.Location.SourceTree) is not { Key: { } tree, Value: { } file } || file.FindNearest(error.Location.SourceSpan) is not { Length: > 0 } near)
                throw new InvalidOperationException($"{Name} can't be compiled any more: {error}");

            foreach (int id in near)
                _facts[id] = null;

            changed.Add(tree);
        }

        return changed;
    }
}

/// <summary>A file with assertions.</summary>
/// <param name="Tree">The syntax tree.</param>
/// <param name="Spans">The IDs of the asserted facts, and where their assertions are.</param>
internal sealed record RewrittenFile(SyntaxTree Tree, ImmutableArray<(int Id, TextSpan Span)> Spans)
{
    /// <summary>Replaces each expression of which a fact is known by an assertion that evaluates and returns it.</summary>
    public static RewrittenFile Create(SyntaxTree tree, IEnumerable<(int Id, Fact Fact)> facts, string className, Func<int, bool> isFalse)
    {
        string text = tree.GetText().ToString();

        // Outer expressions begin first and end last.
        (int Id, Fact Fact)[] ordered = [.. facts.OrderBy(static pair => pair.Fact.Expression.SpanStart).ThenByDescending(static pair => pair.Fact.Expression.Span.End)];
        StringBuilder rewritten = new();
        Stack<(int Id, Fact Fact, int Start)> open = new();
        ImmutableArray<(int, TextSpan)>.Builder spans = ImmutableArray.CreateBuilder<(int, TextSpan)>();
        int position = 0;

        foreach ((int id, Fact fact) in ordered)
        {
            CloseUntil(fact.Expression.SpanStart);
            Copy(fact.Expression.SpanStart);
            int start = rewritten.Length;

            // A tuple's element keeps its name.
            if (fact.Expression is IdentifierNameSyntax name && name.Parent is ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax } && (open.Count == 0 || open.Peek().Fact.Expression != name))
                rewritten.Append(name.Identifier.Text).Append(": ");

            rewritten.Append(fact.Prefix(className));
            open.Push((id, fact, start));
        }

        CloseUntil(int.MaxValue);
        Copy(text.Length);
        return new RewrittenFile(CSharpSyntaxTree.ParseText(SourceText.From(rewritten.ToString(), Encoding.UTF8), (CSharpParseOptions)tree.Options, tree.FilePath), spans.ToImmutable());

        void Copy(int end)
        {
            rewritten.Append(text, position, end - position);
            position = end;
        }

        void CloseUntil(int next)
        {
            while (open.Count > 0 && open.Peek().Fact.Expression.Span.End <= next)
            {
                (int id, Fact fact, int start) = open.Pop();
                Copy(fact.Expression.Span.End);
                rewritten.Append(fact.Suffix(isFalse(id) ? ~id : id));
                spans.Add((id, TextSpan.FromBounds(start, rewritten.Length)));
            }
        }
    }

    /// <summary>Returns the IDs of the facts that an error is about: those whose assertions it touches, or else those of the same statement or member.</summary>
    public int[] FindNearest(TextSpan error)
    {
        SyntaxNode root = Tree.GetRoot();
        SyntaxNode node = root.FindNode(error, getInnermostNodeForTie: true);

        IEnumerable<TextSpan> areas = node.AncestorsAndSelf().Where(static around => around is StatementSyntax or MemberDeclarationSyntax or CompilationUnitSyntax).Select(static around => around.Span).Prepend(error);

        foreach (TextSpan area in areas)
        {
            int[] found = [.. Spans.Where(pair => pair.Span.IntersectsWith(area)).Select(static pair => pair.Id)];

            if (found.Length > 0)
                return found;
        }

        return [];
    }
}

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Figma.Payments.Generators.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Figma.Payments.Benchmarks.Corpus;

/// <summary>
/// Runs the flow analysis over all methods of well-known projects, compiled without their packages. It must not throw, and it must not consider
/// a variable null that the compiler's nullable analysis considers non-null.
/// </summary>
internal static class CorpusCommand
{
    public static Command Create()
    {
        Argument<string> directory = new("directory") { Description = "A directory with a subdirectory of sources for each project" };
        Command command = new("corpus", "The flow analysis over the sources of well-known projects, compared with the compiler's nullable analysis") { directory };
        command.SetAction(result => Run(result.GetRequiredValue(directory)));
        return command;
    }

    private static int Run(string directory)
    {
        int problems = 0;

        foreach (string project in Directory.GetDirectories(directory).Order(StringComparer.Ordinal))
            problems += RunProject(project);

        return problems == 0 ? 0 : 1;
    }

    private static int RunProject(string project)
    {
        CSharpParseOptions options = new(LanguageVersion.Preview, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NETCOREAPP"]);

        SyntaxTree[] trees = [.. Directory.GetFiles(project, "*.cs", SearchOption.AllDirectories)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path))];

        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "mscorlib.dll" or "netstandard.dll")
            .Select(static path => MetadataReference.CreateFromFile(path));

        CSharpCompilation compilation = CSharpCompilation.Create("Corpus", trees, references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

        CorpusCount count = new();

        foreach (SyntaxTree tree in trees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);

            foreach (SyntaxNode body in tree.GetRoot().DescendantNodes().Where(static node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax))
                Analyze(body, model, count);
        }

        Console.WriteLine(
            $"{Path.GetFileName(project)}: {trees.Length} files, {count.Methods} graphs, {count.Compared} variables compared, {count.Contradictions} contradictions, {count.Unbound} more of types that do not bind, "
            + $"{count.Exceptions} exceptions, {count.GivenUp} given up, {count.Clock.Elapsed.TotalMicroseconds / Math.Max(1, count.Methods):0} µs a graph");

        return count.Contradictions + count.Exceptions;
    }

    private static void Analyze(SyntaxNode body, SemanticModel model, CorpusCount count)
    {
        if (model.GetOperation(body) is not { } operation
            || operation is not (IMethodBodyBaseOperation { BlockBody: not null } or IMethodBodyBaseOperation { ExpressionBody: not null }))
        {
            return;
        }

        ControlFlowGraph graph = operation is IConstructorBodyOperation constructor ? ControlFlowGraph.Create(constructor) : ControlFlowGraph.Create((IMethodBodyOperation)operation);
        Compare(body, graph, operation, model, count);
    }

    private static void Compare(SyntaxNode body, ControlFlowGraph graph, IOperation operation, SemanticModel model, CorpusCount count)
    {
        count.Methods++;
        Dictionary<SyntaxNode, bool> isAlwaysNull = [];
        bool hasSuppression = body.DescendantNodes().Any(static node => node.IsKind(SyntaxKind.SuppressNullableWarningExpression));
        count.Clock.Start();

        try
        {
            FlowAnalysis analysis = FlowAnalysis.Run(
                graph,
                EscapeAnalysis.Run(operation),
                model.GetDeclaredSymbol(body) as IMethodSymbol,
                precondition: null,
                hasSuppression ? null : new NullReads(isAlwaysNull),
                default);

            count.Clock.Stop();

            if (analysis.HasGivenUp)
                count.GivenUp++;
            else
                Compare(isAlwaysNull, model, count);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            count.Clock.Stop();
            count.Exceptions++;
            Console.WriteLine($"{body.SyntaxTree.FilePath} {body.GetLocation().GetLineSpan().StartLinePosition}: {exception}");
        }
    }

    // The compiler never considers a variable certainly null: only a variable that the analysis considers null can be a contradiction.
    private static void Compare(Dictionary<SyntaxNode, bool> isAlwaysNull, SemanticModel model, CorpusCount count)
    {
        count.Compared += isAlwaysNull.Count;

        foreach (SyntaxNode syntax in isAlwaysNull.Where(static each => each.Value).Select(static each => each.Key))
        {
            if (model.GetTypeInfo(syntax).Nullability.FlowState != NullableFlowState.NotNull)
                continue;

            // The compiler considers a variable with an unknown type non-null.
            if (model.GetTypeInfo(syntax).Type is null or { TypeKind: TypeKind.Error })
            {
                count.Unbound++;
                continue;
            }

            count.Contradictions++;
            Console.WriteLine($"{syntax.SyntaxTree.FilePath} {syntax.GetLocation().GetLineSpan().StartLinePosition}: '{syntax}' is null, but the compiler considers it non-null");
        }
    }
}

/// <summary>Records for each read of a variable whether the analysis considers the variable null there.</summary>
internal sealed class NullReads(Dictionary<SyntaxNode, bool> isAlwaysNull) : FlowObserver
{
    /// <inheritdoc/>
    public override void OnRead(FlowAnalysis analysis, IOperation reference, FlowState state, ValueSummary value)
    {
        if (reference is ILocalReferenceOperation { IsDeclaration: false } or IParameterReferenceOperation
            && !reference.IsImplicit
            && reference.Syntax is IdentifierNameSyntax
            && !state.PathCondition.IsFalse)
        {
            bool isNull = analysis.Bdd.Implies(state.PathCondition, analysis.Domain.IsAssignedNull(value));
            isAlwaysNull[reference.Syntax] = isNull && isAlwaysNull.GetValueOrDefault(reference.Syntax, true);
        }
    }
}

/// <summary>The counts of a project.</summary>
internal sealed class CorpusCount
{
    public Stopwatch Clock { get; } = new();

    public int Methods { get; set; }

    public int Compared { get; set; }

    public int Contradictions { get; set; }

    public int Unbound { get; set; }

    public int Exceptions { get; set; }

    public int GivenUp { get; set; }
}

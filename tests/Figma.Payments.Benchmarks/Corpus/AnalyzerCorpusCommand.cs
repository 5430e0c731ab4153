using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Benchmarks.Analyzers;
using Figma.Payments.Benchmarks.Wire.Peers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Benchmarks.Corpus;

/// <summary>
/// Runs all analyzers over the sources of well-known projects, compiled without their packages, as an editor does before they are restored.
/// All diagnostics are printed for a review. The run fails if an analyzer throws or misses a planted error.
/// </summary>
internal static class AnalyzerCorpusCommand
{
    private const string PlantedPath = "planted.cs";

    // One error of each rule that doesn't need a client, to prove that the analyzers run. A handler of the project can add a missing parameter to a request, so that one has too many.
    private const string Planted = """
        internal static class Planted
        {
            public const string Token = "figd_" + "7hQ2mXz9-Vb4Kw8Rt1Ny6Ls3Pd5Fg0Jc2Ua8";
            public static bool IsPaid(Figma.Payments.PaymentInformation answer) => answer.DateOfPurchase != null;
            public static bool HasAccess(Figma.Payments.PaymentStatus status) => status != Figma.Payments.PaymentStatus.Unpaid;
            public static bool IsPremium(Figma.Payments.PaymentsResult result) => result.IsSuccess;
            public static object Request(System.Net.Http.HttpClient http) => http.GetAsync("https://api.figma.com/v1/payments?user_id=1&plugin_id=2&widget_id=3");
            public static object Read(string signIn) => new Figma.Payments.PersonalAccessToken("Bearer " + signIn);
            public static object Id => new Figma.Payments.PluginId("glyphs");
        }
        """;

    private static readonly string[] PlantedIds = ["FPG2005", "FPG2006", "FPG3001", "FPG3002", "FPG3004", "FPG4001", "FPG4002"];

    public static Command Create()
    {
        Argument<string> directory = new("directory") { Description = "A directory with a subdirectory of sources for each project" };
        Command command = new("corpus-analyzers", "All analyzers over the sources of well-known projects; all diagnostics are printed") { directory };
        command.SetAction((result, _) => RunAsync(result.GetRequiredValue(directory)));
        return command;
    }

    private static async Task<int> RunAsync(string directory)
    {
        bool isClean = true;

        foreach (string project in Directory.GetDirectories(directory).Order(StringComparer.Ordinal))
            isClean &= await RunProjectAsync(project);

        return isClean ? 0 : 1;
    }

    private static async Task<bool> RunProjectAsync(string project)
    {
        CSharpParseOptions options = new(LanguageVersion.Preview, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NETCOREAPP"]);

        SyntaxTree[] trees =
        [
            .. Directory.GetFiles(project, "*.cs", SearchOption.AllDirectories).Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path)),
            CSharpSyntaxTree.ParseText(Planted, options, PlantedPath),
        ];

        CSharpCompilation compilation = CSharpCompilation.Create(
            "Corpus",
            trees,
            Installed.References(typeof(PluginId)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

        ConcurrentBag<Exception> exceptions = [];

        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(
            Installed.Ours,
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions(additionalFiles: []),
                (exception, _, _) => exceptions.Add(exception),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: true));

        Stopwatch clock = Stopwatch.StartNew();
        ImmutableArray<Diagnostic> diagnostics = await analysis.GetAnalyzerDiagnosticsAsync();
        clock.Stop();

        Diagnostic[] found = [.. diagnostics.Where(static diagnostic => diagnostic.Location.SourceTree?.FilePath != PlantedPath)];
        string[] missed = [.. PlantedIds.Except(diagnostics.Except(found).Select(static diagnostic => diagnostic.Id))];
        double own = (await OwnTimeAsync(analysis)).TotalMilliseconds;
        int lines = trees.Sum(static tree => tree.GetText().Lines.Count);

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(project)}: {trees.Length - 1} files, {lines} lines, {found.Length} diagnostics, {exceptions.Count} exceptions, analyzers {own:0} ms of {clock.Elapsed.TotalMilliseconds:0} ms"));

        foreach (string line in found.Select(static diagnostic => diagnostic.ToString()).Concat(exceptions.Select(static exception => exception.ToString())))
            Console.WriteLine("  " + line);

        if (missed.Length > 0)
            Console.WriteLine($"  the planted errors of {string.Join(", ", missed)} were not found");

        return exceptions.IsEmpty && missed.Length == 0;
    }

    private static async Task<TimeSpan> OwnTimeAsync(CompilationWithAnalyzers analysis)
    {
        TimeSpan sum = TimeSpan.Zero;

        foreach (DiagnosticAnalyzer analyzer in Installed.Ours)
            sum += (await analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime;

        return sum;
    }
}

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using Xunit;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>One compilation of all shapes: what the analyzers report, and what the calls specified when they were executed.</summary>
internal sealed class ShapeRun
{
    private static readonly ImmutableArray<string> Rules = ["FPG2001", "FPG2002", "FPG2003"];

    private static readonly Lazy<Task<ShapeRun>> Shared = new(CreateAsync);

    private readonly ILookup<string, Diagnostic> _reports;
    private readonly ImmutableDictionary<string, Counts> _counts;

    private ShapeRun(ILookup<string, Diagnostic> reports, ImmutableDictionary<string, Counts> counts) => (_reports, _counts) = (reports, counts);

    public static Task<ShapeRun> GetAsync() => Shared.Value;

    public Counts CountsOf(Shape shape) => _counts[shape.Name];

    public IEnumerable<Diagnostic> ReportsOf(Shape shape) => _reports[PathOf(shape)];

    /// <summary>Returns the reports of a shape that its execution refutes.</summary>
    public IEnumerable<Diagnostic> FalseReportsOf(Shape shape) => ReportsOf(shape).Where(report => !IsTrue(report, CountsOf(shape)));

    private static bool IsTrue(Diagnostic report, Counts counts) => report.Id switch
    {
        "FPG2001" => counts.One + counts.Several == 0,
        "FPG2002" => counts.None + counts.One == 0,
        _ when report.Severity == DiagnosticSeverity.Error => counts.One == 0,
        _ => IsTrueOnSomePath(report.GetMessage(null), counts),
    };

    private static bool IsTrueOnSomePath(string message, Counts counts)
    {
        if (message.Contains("no resource or several", StringComparison.Ordinal))
            return counts.None + counts.Several > 0;

        bool namesNone = message.Contains("no resource", StringComparison.Ordinal);
        bool namesSeveral = message.Contains("several", StringComparison.Ordinal);
        Assert.True(namesNone || namesSeveral, $"The message says neither 'no resource' nor 'several': {message}");
        return (!namesNone || counts.None > 0) && (!namesSeveral || counts.Several > 0);
    }

    private static async Task<ShapeRun> CreateAsync()
    {
        ImmutableArray<Shape> shapes = ShapeTable.Supported;

        Consumer project = new()
        {
            Sources = [("/project/Shared.cs", Execution.Shared), .. shapes.Select(static shape => (PathOf(shape), shape.Source))],
            References = References.Loadable,
        };

        Compilation compilation = project.Generate().Output;
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", compilation.GetDiagnostics().Concat(result.Diagnostics).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Distinct()));

        ImmutableArray<Diagnostic> reports = await Consumer.AnalyzeAsync(compilation);

        return new ShapeRun(
            reports.Where(static report => Rules.Contains(report.Id)).ToLookup(static report => report.Location.SourceTree!.FilePath),
            Execution.Run(shapes, image.ToArray()));
    }

    private static string PathOf(Shape shape) => $"/project/{shape.Name}.cs";
}

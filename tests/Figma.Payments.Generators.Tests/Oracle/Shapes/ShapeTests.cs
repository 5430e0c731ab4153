using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Abstractions;

namespace Figma.Payments.Generators.Tests.Oracle.Shapes;

/// <summary>
/// FPG2001 to FPG2003 on small methods of which each uses one construct, judged by executing them over all inputs.
/// The counts by kind: <c>dotnet test tests/Figma.Payments.Generators.Tests --filter FullyQualifiedName~ShapeTests.Counts --logger "console;verbosity=detailed"</c>.
/// </summary>
public sealed class ShapeTests(ITestOutputHelper output)
{
    public static TheoryData<string> Shapes => [.. ShapeTable.Supported.Select(static shape => shape.Name)];

    public static TheoryData<string> CertainShapes => [.. ShapeTable.Supported.Where(static shape => shape.Certain is not null).Select(static shape => shape.Name).Except(KnownSilent.Reasons.Keys)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task No_report_is_false(string name)
    {
        Shape shape = ShapeTable.Find(name);
        ShapeRun run = await ShapeRun.GetAsync();
        Assert.True(!run.FalseReportsOf(shape).Any(), Describe(shape, run));
    }

    [Theory]
    [MemberData(nameof(CertainShapes))]
    public async Task Call_that_is_always_wrong_is_reported(string name)
    {
        Shape shape = ShapeTable.Find(name);
        ShapeRun run = await ShapeRun.GetAsync();
        Assert.True(run.ReportsOf(shape).Any(report => report.Id == shape.Certain), $"{shape.Certain} is not reported.\n" + Describe(shape, run));
    }

    [Fact]
    public async Task Known_silent_shapes_are_still_silent()
    {
        ShapeRun run = await ShapeRun.GetAsync();

        Assert.Empty(ShapeTable.Supported.Where(shape =>
            KnownSilent.Reasons.ContainsKey(shape.Name) && run.ReportsOf(shape).Any(report => report.Id == shape.Certain)).Select(static shape => shape.Name));
    }

    [Fact]
    public async Task Every_shape_can_tell_a_false_report_from_a_true_one()
    {
        ShapeRun run = await ShapeRun.GetAsync();
        List<string> useless = [];

        foreach (Shape shape in ShapeTable.Supported)
        {
            Counts counts = run.CountsOf(shape);

            bool isUseful = counts.IsComplete && shape.Certain switch
            {
                "FPG2001" => counts is { None: > 0, One: 0, Several: 0 },
                "FPG2002" => counts is { None: 0, One: 0, Several: > 0 },
                "FPG2003" => counts.None + counts.Several > 0,

                // A call that nothing reaches refutes every report of a path.
                _ => counts.One > 0 || !counts.IsReached,
            };

            if (!isUseful || Regex.Count(shape.Code + shape.Types, "GetPaymentsAsync") != 1)
                useless.Add($"{shape.Name}: {counts}{(counts.IsComplete ? "" : ", does not end")}");
        }

        Assert.True(useless.Count == 0, string.Join("\n", useless));
    }

    [Fact]
    public void Every_name_is_unique_and_every_known_name_is_a_shape()
    {
        string[] names = [.. ShapeTable.Kinds.SelectMany(static kind => kind.Shapes).Select(static shape => shape.Name)];
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(KnownSilent.Reasons.Keys.Except(names));
    }

    [Fact]
    public async Task Counts_by_kind()
    {
        ShapeRun run = await ShapeRun.GetAsync();
        output.WriteLine($"{"kind",-32}{"shapes",8}{"false",8}{"certain",9}{"found",7}{"silent",8}");

        foreach ((string kind, IEnumerable<Shape> all) in ShapeTable.Kinds.Select(static kind => (kind.Kind, (IEnumerable<Shape>)kind.Shapes)).Append(("all", ShapeTable.Supported)))
        {
            Shape[] shapes = [.. all.Where(static shape => shape.IsSupported)];
            Shape[] certain = [.. shapes.Where(static shape => shape.Certain is not null)];
            int found = certain.Count(shape => run.ReportsOf(shape).Any(report => report.Id == shape.Certain));
            output.WriteLine($"{kind,-32}{shapes.Length,8}{shapes.Count(shape => run.FalseReportsOf(shape).Any()),8}{certain.Length,9}{found,7}{certain.Length - found,8}");
        }

        foreach (Shape shape in ShapeTable.Supported.Where(shape => run.FalseReportsOf(shape).Any()))
            output.WriteLine($"false: {shape.Name}: {string.Join("; ", run.FalseReportsOf(shape).Select(static report => $"{report.Id} {report.GetMessage(null)}"))} ({run.CountsOf(shape)})");

        foreach (Shape shape in ShapeTable.Supported.Where(shape => shape.Certain is not null && !run.ReportsOf(shape).Any(report => report.Id == shape.Certain)))
            output.WriteLine($"silent: {shape.Name}: {shape.Certain} expected, {string.Join(", ", run.ReportsOf(shape).Select(static report => report.Id))} reported ({run.CountsOf(shape)})");
    }

    private static string Describe(Shape shape, ShapeRun run) =>
        $"{string.Join("\n", run.ReportsOf(shape).Select(static report => $"{report.Severity} {report.Id}: {report.GetMessage(null)}"))}\nExecuted: {run.CountsOf(shape)}\n{shape.Types}\n{shape.Code}";
}

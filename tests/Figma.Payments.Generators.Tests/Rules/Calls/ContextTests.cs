using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Parsing.Memory;
using Figma.Payments.Generators.Tests.Harness;
using Figma.Payments.Generators.Tests.Oracle;
using Microsoft.CodeAnalysis;
using Xunit;
using VerifyCS = Figma.Payments.Generators.Tests.Harness.AnalyzerVerifier<Figma.Payments.Generators.Rules.Calls.CallAnalyzer>;

namespace Figma.Payments.Generators.Tests.Rules.Calls;

/// <summary>The same three calls (with no resource, one and several) on different receivers and in different places.</summary>
public sealed class ContextTests(ContextTests.Diagnostics diagnostics) : IClassFixture<ContextTests.Diagnostics>
{
    private const string Declarations = """
        [PaymentsClient]
        public partial interface IGlyph
        {
            Task<PaymentInformation> RequestAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        public interface IDerived : IGlyph;

        public interface IFarther : IDerived, IDisposable;

        public interface IPlain
        {
            Task<PaymentInformation> RequestAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null);
        }

        [PaymentsClient]
        public partial interface IThrough : IPlain
        {
            Task<PaymentInformation> OtherAsync(PluginPaymentToken token);
        }

        public interface IFartherThrough : IThrough;

        public static class Given
        {
            public static IGlyph Glyph => null!;
            public static UserId User => default;
            public static PluginId Plugin => default;
            public static WidgetId Widget => default;
        }

        public class Base(Task<PaymentInformation> task)
        {
            public Task<PaymentInformation> Task => task;
        }
        """;

    private static readonly Dictionary<string, string> Calls = new()
    {
        ["FPG2001"] = "CALL(Given.User)",
        ["FPG2002"] = "CALL(Given.User, pluginId: Given.Plugin, widgetId: Given.Widget)",
        ["silent"] = "CALL(Given.User, pluginId: Given.Plugin)",
    };

    private static readonly string[] Receivers =
    [
        "Task M(IGlyph g) => g.CALL;",
        "Task M(IDerived g) => g.CALL;",
        "Task M(IFarther g) => g.CALL;",
        "Task M(IThrough g) => g.CALL;",
        "Task M(IFartherThrough g) => g.CALL;",
        "Task M(GlyphClient g) => g.CALL;",
        "Task M(ThroughClient g) => g.CALL;",
        "Task? M(IGlyph? g) => g?.CALL;",
        "Task? M(GlyphClient? g) => g?.CALL;",
        "Task? M(IThrough? g) => g?.CALL;",
        "Task M(IGlyph? g) => g!.CALL;",
        "Task M((IGlyph Glyph, int) g) => g.Glyph.CALL;",
        "Task M(Lazy<IGlyph> g) => g.Value.CALL;",
        "Task M(IGlyph[] g) => g[0].CALL;",
        "Task M(object g) => ((IGlyph)g).CALL;",
        "Task M(object g) => (g as IGlyph)!.CALL;",
        "async Task M(Task<IGlyph> g) => await (await g).CALL;",
        "Task M<T>(T g) where T : IGlyph => g.CALL;",
        "Task M<T>(T g) where T : class, IDerived => g.CALL;",
        "Task M<T>(T g) where T : struct, IGlyph => g.CALL;",
        "Task M<T>(T g) where T : IThrough => g.CALL;",
        "Task M<T, U>(T g) where T : U where U : IGlyph => g.CALL;",
        "Task M<T, U>(T g) where T : U where U : IThrough => g.CALL;",
        "Task M() => Given.Glyph.CALL;",
        "Task M(IGlyph g) => (g).CALL;",
        "Task M(IGlyph g)\n        => g\n            // why\n            .CALL;",
    ];

    private static readonly string[] Places =
    [
        "Func<Task> F = () => Given.Glyph.CALL;",
        "static readonly Task F = Given.Glyph.CALL;",
        "Task F = Given.Glyph.CALL;",
        "Lazy<Task> F = new(static () => Given.Glyph.CALL);",
        "Task P { get; } = Given.Glyph.CALL;",
        "Task P => Given.Glyph.CALL;",
        "Task P { get { return Given.Glyph.CALL; } }",
        "object P { set => Given.Glyph.CALL.Wait(); }",
        "Task this[int i] => Given.Glyph.CALL;",
        "event EventHandler E { add { Given.Glyph.CALL.Wait(); } remove { } }",
        "void M() { _ = Given.Glyph.CALL; }",
        "void M() { Task Local() => Given.Glyph.CALL; Local(); }",
        "void M() { static async Task Local() { await Given.Glyph.CALL; } Local(); }",
        "async Task M() { await Given.Glyph.CALL; }",
        "async Task M() => await Given.Glyph.CALL.ConfigureAwait(false);",
        "async IAsyncEnumerable<PaymentInformation> M() { yield return await Given.Glyph.CALL; }",
        "IEnumerable<Task> M() { yield return Given.Glyph.CALL; }",
        "void M(IGlyph g) { Func<Task> f = delegate { return g.CALL; }; f(); }",
        "void M(IGlyph g) { Func<Func<Task>> f = () => () => g.CALL; f(); }",
        "void M(IGlyph g) { Func<Task> f = async () => await g.CALL; f(); }",
        "object M(IGlyph g, int[] many) => from one in many select g.CALL;",
        "object M(IGlyph g, int[] many) => from one in many let task = g.CALL where task.IsCompleted orderby task.Id select task;",
        "object M(IGlyph g, int[] many) => many.Select(one => g.CALL).ToArray();",
        "string M(IGlyph g) => $\"{g.CALL}\";",
        "async Task<string> M(IGlyph g) => $\"paid: {(await g.CALL).IsPaid,5:x}\";",
        "void M(IGlyph g) { if (g.CALL.IsCompleted) return; }",
        "void M(IGlyph g) { while (!g.CALL.IsCompleted) { } }",
        "void M(IGlyph g) { for (Task t = g.CALL; ;) { } }",
        "void M(IGlyph g) { switch (g.CALL) { case { IsCompleted: true }: break; } }",
        "void M(IGlyph g) { lock (g.CALL) { } }",
        "void M(IGlyph g) { using Task t = g.CALL; }",
        "void M(IGlyph g) { try { } catch (Exception) when (g.CALL.IsCompleted) { } finally { } }",
        "void M(IGlyph g) { try { } finally { g.CALL.Wait(); } }",
        "Task M(IGlyph g, int kind) => kind switch { 1 => g.CALL, _ => Task.CompletedTask };",
        "Task M(IGlyph g, bool flag) => flag ? g.CALL : Task.CompletedTask;",
        "Task M(IGlyph g, Task? task) => task ?? g.CALL;",
        "Task[] M(IGlyph g) => [g.CALL];",
        "Task[] M(IGlyph g) => new[] { g.CALL };",
        "object M(IGlyph g) => new { Task = g.CALL };",
        "object M(IGlyph g) => (g.CALL, 1);",
        "object M(IGlyph g) => new List<Task> { g.CALL };",
        "Task M(IGlyph g) => Task.WhenAll(g.CALL, g.RequestAsync(Given.User, widgetId: Given.Widget));",
        "unsafe void M(IGlyph g, int* p) { g.CALL.Wait(); }",
        "void M(IGlyph g) { goto End; End: g.CALL.Wait(); }",
        "[Obsolete] Task M(IGlyph g) => g.CALL;",
        "public static implicit operator Task(Cell c) => Given.Glyph.CALL;",
        "public static Task operator +(Cell c, IGlyph g) => g.CALL;",
        "~Cell() { Given.Glyph.CALL.Wait(); }",
        "static Cell() { Given.Glyph.CALL.Wait(); }",
        "public Cell() { Given.Glyph.CALL.Wait(); }",
        "public Cell(IGlyph g) => g.CALL.Wait();",
        "public Cell(IGlyph g) : this(g.CALL) { } public Cell(Task t) { }",
        "class Inner : Base { public Inner(IGlyph g) : base(g.CALL) { } }",
        "class Inner(IGlyph g) : Base(g.CALL);",
        "record Inner(IGlyph G) { public Task T => G.CALL; }",
        "record Inner(IGlyph G) { public Task T { get; } = G.CALL; }",
        "readonly record struct Inner(IGlyph G) { public Task T() => G.CALL; }",
        "struct Inner { public Task M(IGlyph g) => g.CALL; }",
        "interface Inner { Task M(IGlyph g) => g.CALL; }",
        "Task M(IGlyph g) { var unused = 1; return g.CALL; }",
    ];

    private static readonly List<Cell> Cells = BuildCells();

    public static TheoryData<string> Names => [.. Cells.Select(static cell => cell.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Diagnostic_is_the_same_for_each_receiver_and_in_each_place(string name)
    {
        Cell cell = Cells.Single(cell => cell.Name == name);
        string[] reported = [.. (await diagnostics.Reported)[cell.Index]];
        Assert.Equal(cell.Rule == "silent" ? [] : [$"{cell.Rule} 'RequestAsync'"], reported);
    }

    [Fact]
    public async Task Diagnostic_is_the_same_in_top_level_statements()
    {
        foreach ((string rule, string call) in Calls)
        {
            string name = rule == "silent" ? "RequestAsync" : $$"""{|{{rule}}:RequestAsync|}""";

            string program = $"_ = await Given.Glyph.{call.Replace("CALL", name, StringComparison.Ordinal)}; Console.WriteLine();\n";

            await new VerifyCS.Test
            {
                TestState = { Sources = { program, Declarations }, OutputKind = OutputKind.ConsoleApplication },
            }.RunAsync();
        }
    }

    [Fact]
    public void Table_has_more_than_two_hundred_cells() => Assert.True(Cells.Count > 200, $"{Cells.Count}");

    private static List<Cell> BuildCells()
    {
        List<Cell> cells = [];

        foreach (string code in Receivers.Concat(Places))
        {
            foreach ((string rule, string call) in Calls)
            {
                string text = code
                    .Replace("CALL", call.Replace("CALL", "RequestAsync", StringComparison.Ordinal), StringComparison.Ordinal);

                cells.Add(new Cell(cells.Count, $"{rule} in {code}", text, rule));
            }
        }

        return cells;
    }

    private sealed record Cell(int Index, string Name, string Text, string Rule);

    /// <summary>All cells in one compilation, one file each, analyzed once.</summary>
    public sealed class Diagnostics
    {
        internal Task<ILookup<int, string>> Reported { get; } = FindAsync();

        private static async Task<ILookup<int, string>> FindAsync()
        {
            Consumer consumer = Consumer.Of([.. Cells.Select(static cell => $"namespace N{cell.Index} {{ class Cell {{ {cell.Text} }} }}"), Declarations]);

            // FPG3003 reports the places that ignore the result.
            return (await consumer.AnalyzeAsync()).Where(static diagnostic => diagnostic.Id != "FPG3003").ToLookup(
                diagnostic => consumer.Sources.Select(static source => source.Path).ToList().IndexOf(diagnostic.Location.SourceTree!.FilePath),
                static diagnostic => $"{diagnostic.Id} '{diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)}'");
        }
    }
}

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using Figma.Payments.Generators.Flow;
using Figma.Payments.Generators.Tests.Harness;
using Figma.Payments.Generators.Tests.Oracle;
using Figma.Payments.Testing;
using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Builder;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators.Tests.Documentation;

/// <summary>A block of C# in a document, as a reader would take it over.</summary>
/// <param name="Document">The document, from the repository's root.</param>
/// <param name="Heading">The heading above it.</param>
/// <param name="Code">The block.</param>
internal sealed record Example(string Document, string Heading, string Code)
{
    // What the documents take for granted, as a reader's own code has it.
    private const string Taken = """
        internal static class Taken
        {
            public static readonly PaymentsClientOptions options = new() { AccessToken = new PersonalAccessToken("a-made-up-token") };
            public static readonly IPayments payments = PaymentsClient.Create(options);
            public static readonly UserId user = new("893760322388183958");
            public static readonly UserId ada = user;
            public static readonly PluginId plugin = new("1678669904810665842");
            public static readonly PluginId glyphs = plugin;
            public static readonly WidgetId widget = new("737805260747778092");
            public static readonly bool isWidget = true;
            public static readonly FakeFigmaPayments fake = new();
            public static readonly IServiceCollection services = new ServiceCollection();
        }
        """;

    private const string Manifest = """
        { "name": "Glyphs", "id": "1678669904810665842", "api": "1.0.0", "main": "code.js", "editorType": ["figma"] }
        """;

    // The tests of the fake contain the code of the recipes, which need other packages.
    private const string Recipe = "recipe";

    private const string Usings = """
        global using Figma.Payments.Testing;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.DependencyInjection;
        global using System.Net.Http;
        global using Xunit;

        """;

    private const string TakenInterfaces = """
        [PaymentsClient] public partial interface IPayments { }
        [PaymentsClient] public partial interface IGlyphPayments { }
        """;

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. Harness.References.Loadable,
        .. new[] { typeof(FakeFigmaPayments), typeof(AspNetCore.FigmaPayment), typeof(Xunit.Assert) }.Select(static type => MetadataReference.CreateFromFile(type.Assembly.Location)),
        .. Directory.GetFiles(Path.GetDirectoryName(typeof(WebApplication).Assembly.Location)!, "Microsoft.*.dll")
            .Where(static path => !Harness.References.Loadable.Any(reference => Path.GetFileName(reference.Display) == Path.GetFileName(path)))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static string Root { get; } = Path.GetFullPath(Path.Combine(
        typeof(Example).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "ProjectDirectory").Value!,
        "..",
        ".."));

    public static string Read(string document) => File.ReadAllText(Path.Combine(Root, document));

    public static IReadOnlyList<string> Pages { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "src/Figma.Payments.Generators/Rules"), "FPG*.md", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Root, path)).Order(StringComparer.Ordinal)];

    /// <summary>Gets the documents for users of the packages, apart from the pages of the rules.</summary>
    public static IReadOnlyList<string> Guides { get; } =
    [
        "README.md",
        "src/Figma.Payments.Testing/README.md",
        .. Directory.GetFiles(Path.Combine(Root, "src/Figma.Payments"), "*.md", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Root, path)).Order(StringComparer.Ordinal),
    ];

    /// <summary>Gets the C# code blocks of a document, in order.</summary>
    public static IReadOnlyList<Example> In(string document)
    {
        List<Example> examples = [];
        string text = Read(document);
        string heading = "";

        foreach (Block block in Markdown.Parse(text))
        {
            if (block is HeadingBlock title)
                heading = text.Substring(title.Span.Start, title.Span.Length).TrimStart('#', ' ');
            else if (block is FencedCodeBlock { Info: "csharp", Arguments: not Recipe } code)
                examples.Add(new Example(document, heading, code.Lines.ToString()));
        }

        return examples;
    }

    /// <summary>A program of it: statements first, then types; what it does not declare itself is taken for granted.</summary>
    public Consumer AsProgram()
    {
        CompilationUnitSyntax unit = SyntaxFactory.ParseCompilationUnit(Code);
        IEnumerable<string> types = unit.Members.Where(static member => member is not GlobalStatementSyntax).Select(static member => member.ToFullString());
        IEnumerable<string> statements = unit.Members.Where(static member => member is GlobalStatementSyntax).Select(static member => member.ToFullString());
        string usings = unit.Usings.ToFullString();

        string program = $"{usings}\nusing static Taken;\n{string.Join("", statements)}\n_ = user;\n{string.Join("", types)}";

        return new Consumer
        {
            Sources = [("/project/Program.cs", program), ("/project/Taken.cs", Usings + Taken + Missing(program))],
            References = References,
            OutputKind = OutputKind.ConsoleApplication,
            AdditionalFiles = [("/project/manifest.json", Manifest)],
        };
    }

    public override string ToString() => $"{Document}: {Heading}";

    private static string Missing(string program) =>
        string.Join("\n", TakenInterfaces.Split('\n').Where(line => !program.Contains("interface " + Name(line), StringComparison.Ordinal)));

    private static string Name(string line) => line.Split(' ').Single(static word => word.StartsWith('I') && word.EndsWith("Payments", StringComparison.Ordinal));
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Figma.Payments.Compatibility;
using Figma.Payments.Generators.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Benchmarks.Generator;

/// <summary>A project with annotated interfaces, each in a file of its own, and other files. Keystrokes change one of the other files.</summary>
internal sealed class SyntheticProject
{
    private const string EditedPath = "/project/Code0.cs";

    private static readonly MetadataReference[] References =
    [
        .. Platform("System."),
        MetadataReference.CreateFromFile(typeof(PluginId).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Refit.GetAttribute).Assembly.Location),
    ];

    private static readonly MetadataReference[] Extensions = [.. Platform("Microsoft.Extensions.")];

    private readonly Keystroke _keystroke;
    private SourceText _text;
    private SyntaxTree _edited;
    private int _strokes;

    private SyntheticProject(CSharpCompilation compilation, Keystroke keystroke)
    {
        _keystroke = keystroke;
        Compilation = compilation;
        _edited = compilation.SyntaxTrees.Single(static tree => tree.FilePath == EditedPath);
        _text = _edited.GetText();
    }

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest);

    public CSharpCompilation Compilation { get; private set; }

    /// <param name="interfaces">The number of interfaces, which have five methods each.</param>
    /// <param name="otherFiles">The number of other files.</param>
    /// <param name="isRefit"><see langword="true"/> to annotate the interfaces for Refit's generator instead of ours.</param>
    /// <param name="keystroke">The position of the keystrokes.</param>
    public static SyntheticProject Create(int interfaces, int otherFiles, bool isRefit, Keystroke keystroke)
    {
        IEnumerable<SyntaxTree> trees = Enumerable.Range(0, interfaces)
            .Select(number => Parse($"/project/IClient{number}.cs", Interface(number, isRefit)))
            .Concat(Enumerable.Range(0, otherFiles).Select(static number => Parse($"/project/Code{number}.cs", Code(number))));

        CSharpCompilationOptions options = new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        return new SyntheticProject(CSharpCompilation.Create("Project", trees, References, options), keystroke);
    }

    /// <summary>Types one character in a file without an interface, as an editor passes it to the compiler.</summary>
    public void Type()
    {
        string place = _keystroke == Keystroke.InBody ? "int here = 1" : "int Count = 1";
        int position = _text.ToString().IndexOf(place, StringComparison.Ordinal) + place.Length;
        int digit = _strokes++ % 2;

        // A digit is inserted and removed in turns, so that the file doesn't grow.
        TextChange change = digit == 0 ? new TextChange(new TextSpan(position, 0), "0") : new TextChange(new TextSpan(position, 1), "");
        _text = _text.WithChanges(change);
        SyntaxTree edited = _edited.WithChangedText(_text);
        Compilation = Compilation.ReplaceSyntaxTree(_edited, edited);
        _edited = edited;
    }

    /// <summary>Returns the same project with <c>Microsoft.Extensions.Http</c>, so that registrations are generated.</summary>
    public void AddHttpClientFactory() => Compilation = Compilation.AddReferences(Extensions);

    private static IEnumerable<MetadataReference> Platform(string prefix) => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith(prefix, StringComparison.Ordinal))
        .Select(static path => MetadataReference.CreateFromFile(path));

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(SourceText.From(text), ParseOptions, path);

    private static string Interface(int number, bool isRefit)
    {
        string get = isRefit ? "[Get(\"/v1/payments\")] " : "";

        return $$"""
            using System.Threading;
            using System.Threading.Tasks;
            using Figma.Payments;
            {{(isRefit ? "using Refit;" : "")}}

            namespace Shop.Clients{{number % 10}};

            /// <summary>Gets the payment information.</summary>
            {{(isRefit ? "" : "[PaymentsClient]")}}
            public partial interface IClient{{number}}
            {
                {{get}}Task<PaymentInformation> GetPluginAsync(UserId userId, PluginId pluginId, CancellationToken cancellationToken = default);

                {{get}}Task<PaymentInformation> GetWidgetAsync(UserId userId, WidgetId widgetId, CancellationToken cancellationToken = default);

                {{get}}Task<PaymentInformation> GetFileAsync(UserId userId, CommunityFileId communityFileId, CancellationToken cancellationToken = default);

                {{get}}Task<PaymentStatus> GetStatusAsync(string userId, string pluginId, CancellationToken cancellationToken = default);

                {{get}}Task<PaymentInformation> GetByTokenAsync(PluginPaymentToken token, CancellationToken cancellationToken = default);
            }
            """;
    }

    private static string Code(int number) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        namespace Shop.Code{{number % 10}};

        /// <summary>Counts.</summary>
        public sealed class Counter{{number}}
        {
            private const int Count = 1;
            private readonly Dictionary<string, int> _counts = new();

            /// <summary>Adds.</summary>
            public int Add(string name)
            {
                int here = 1;

                if (_counts.TryGetValue(name, out int before))
                    here += before;

                return _counts[name] = here + Count;
            }

            /// <summary>Sums.</summary>
            public int Sum() => _counts.Values.Where(value => value > 0).Sum();

            private static string Describe(KeyValuePair<string, int> pair) => $"{pair.Key}: {pair.Value}";
        }
        """;
}

/// <summary>Specifies the position of a keystroke in an unrelated file.</summary>
internal enum Keystroke
{
    /// <summary>In the body of a method.</summary>
    InBody,

    /// <summary>In a declaration: the value of a constant.</summary>
    InDeclaration,
}

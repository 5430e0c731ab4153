using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Figma.Payments.Generators.Tests.Generation;

/// <summary>
/// Compares the generated files with baselines. <c>UPDATE_BASELINES=1 dotnet test</c> writes the baselines instead; read their diff before you commit it.
/// </summary>
internal sealed class BaselineTest : CSharpSourceGeneratorTest<PaymentsClientGenerator, DefaultVerifier>
{
    private const string SharedFile = SharedRegistrationEmitter.HintName + ".g.cs";

    // The default of generated files differs between versions of the compiler.
    private static readonly SourceHashAlgorithm ChecksumAlgorithm =
        Consumer.Of("[PaymentsClient] public partial interface IGlyph;").Generate().Result.GeneratedSources.Single().SourceText.ChecksumAlgorithm;

    private readonly string _clients;
    private readonly string? _shared;

    /// <param name="clients">The baseline of the clients' files.</param>
    /// <param name="shared">The baseline of the file that the registrations share, or null if the project doesn't reference <c>Microsoft.Extensions.Http</c>.</param>
    /// <param name="references">The references, or null for those that the baseline of the shared file implies.</param>
    public BaselineTest(string clients, string? shared = null, ImmutableArray<MetadataReference>? references = null)
    {
        _clients = clients;
        _shared = shared;

        // A named framework would be downloaded. The tests bring the reference assemblies themselves.
        ReferenceAssemblies = new ReferenceAssemblies("net8.0");
        TestState.AdditionalReferences.AddRange(references ?? (shared is null ? References.Default : References.WithHttpClientFactory));

        if (Baseline.IsUpdate)
        {
            TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
            return;
        }

        foreach ((string hintName, string text) in Baseline.Read(clients).Concat(shared is null ? [] : Baseline.Read(shared)))
            TestState.GeneratedSources.Add((typeof(PaymentsClientGenerator), hintName, SourceText.From(text, Encoding.UTF8, ChecksumAlgorithm)));
    }

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion, DocumentationMode.Diagnose);

    protected override async Task<(Compilation compilation, ImmutableArray<Diagnostic> generatorDiagnostics)> GetProjectCompilationAsync(Project project, IVerifier verifier, CancellationToken cancellationToken)
    {
        (Compilation compilation, ImmutableArray<Diagnostic> diagnostics) = await base.GetProjectCompilationAsync(project, verifier, cancellationToken);

        if (Baseline.IsUpdate)
            Update(compilation);

        return (compilation, diagnostics);
    }

    private void Update(Compilation compilation)
    {
        ILookup<bool, (string HintName, string Text)> files = compilation.SyntaxTrees
            .Where(static tree => tree.FilePath.EndsWith(".g.cs", System.StringComparison.Ordinal))
            .Select(static tree => (HintName: Path.GetFileName(tree.FilePath), tree.ToString()))
            .ToLookup(static file => file.HintName == SharedFile);

        Baseline.Write(_clients, files[false]);

        if (_shared is not null)
            Baseline.Write(_shared, files[true]);
    }
}

using System.Collections.Immutable;
using System.Linq;
using Figma.Payments.Generators.Emission;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Parsing.Manifests;
using Figma.Payments.Generators.Parsing.Memory;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Figma.Payments.Generators;

/// <summary>
/// Generates a client for every interface with <c>[PaymentsClient]</c>, and one file that the registrations of all clients share.
/// The generator reports no diagnostics: if no client can be generated, <see cref="Rules.Declarations.DeclarationAnalyzer"/> reports the reason.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class PaymentsClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        ClientMemory memory = new();

        IncrementalValuesProvider<DeclaredClient?> declared = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.PaymentsClientAttributeMetadataName,
                static (node, _) => node is InterfaceDeclarationSyntax,
                (match, cancellationToken) => IsAnnotated(match) ? memory.Find(match.TargetNode, (INamedTypeSymbol)match.TargetSymbol, match.SemanticModel.Compilation, cancellationToken) : null)
            .WithTrackingName(TrackingNames.Client);

        IncrementalValueProvider<ImmutableArray<ManifestFile>> manifests = ManifestSteps.FindManifests(declared, context.AdditionalTextsProvider);
        IncrementalValueProvider<string> projectDirectory = ManifestSteps.FindProjectDirectory(context.AnalyzerConfigOptionsProvider);

        IncrementalValueProvider<Capabilities> capabilities = context.CompilationProvider
            .Select(static (compilation, _) => CapabilitiesParser.Parse((CSharpCompilation)compilation))
            .WithTrackingName(TrackingNames.Capabilities);

        IncrementalValuesProvider<ClientFile> files = declared
            .Combine(manifests.Combine(projectDirectory))
            .Select(static (project, _) => project.Left is { } client ? ManifestSteps.Complete(client, project.Right.Left, project.Right.Right) : null)
            .WithTrackingName(TrackingNames.PinnedClient)
            .Combine(capabilities)
            .SelectMany(static (project, _) => CreateFile(project.Left, project.Right))
            .WithTrackingName(TrackingNames.ClientFile);

        IncrementalValuesProvider<Capabilities> sharedRegistration = files
            .Collect()
            .SelectMany(static (all, _) => FindSharedRegistration(all))
            .WithTrackingName(TrackingNames.SharedRegistration);

        context.RegisterSourceOutput(
            files,
            static (output, file) => output.AddSource(file.Client.HintName + ".g.cs", ClientEmitter.Emit(file)));

        context.RegisterSourceOutput(
            sharedRegistration,
            static (output, shared) => output.AddSource(SharedRegistrationEmitter.HintName + ".g.cs", SharedRegistrationEmitter.Emit(shared)));
    }

    // Roslyn 4.8 also passes another part of the interface in the same file if it has an attribute of the same name.
    private static bool IsAnnotated(GeneratorAttributeSyntaxContext match)
    {
        foreach (AttributeData attribute in match.Attributes)
        {
            if (attribute.ApplicationSyntaxReference is { } application && application.SyntaxTree == match.TargetNode.SyntaxTree && match.TargetNode.Span.Contains(application.Span))
                return true;
        }

        return false;
    }

    private static ImmutableArray<ClientFile> CreateFile(ClientModel? client, Capabilities capabilities) =>
        client is null ? ImmutableArray<ClientFile>.Empty : ImmutableArray.Create(new ClientFile(client, capabilities));

    private static ImmutableArray<Capabilities> FindSharedRegistration(ImmutableArray<ClientFile> files) =>
        files.FirstOrDefault(static file => file.Registration is not null) is { } registered
            ? ImmutableArray.Create(registered.Capabilities)
            : ImmutableArray<Capabilities>.Empty;
}

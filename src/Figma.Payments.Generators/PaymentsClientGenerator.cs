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
/// Writes a client for every interface marked <c>[PaymentsClient]</c>. Where one cannot be written it is mute: an analyzer says why.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class PaymentsClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        ClientMemory memory = new();

        IncrementalValuesProvider<DeclaredClient> declared = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.PaymentsClientAttributeMetadataName,
                static (node, _) => node is InterfaceDeclarationSyntax,
                (match, cancellationToken) => memory.Find(match.TargetNode, (INamedTypeSymbol)match.TargetSymbol, match.SemanticModel.Compilation, cancellationToken))
            .Where(static client => client is not null)
            .Select(static (client, _) => client!)
            .WithTrackingName(TrackingNames.Client);

        IncrementalValuesProvider<ClientModel> clients = PinnedClients.Find(declared, context.AdditionalTextsProvider);

        IncrementalValueProvider<Capabilities> capabilities = context.CompilationProvider
            .Select(static (compilation, _) => CapabilitiesParser.Parse((CSharpCompilation)compilation))
            .WithTrackingName(TrackingNames.Capabilities);

        IncrementalValuesProvider<Capabilities> sharedRegistration = clients
            .Collect()
            .Combine(capabilities)
            .SelectMany(static (project, _) => IsAnyRegistered(project.Left, project.Right) ? ImmutableArray.Create(project.Right) : ImmutableArray<Capabilities>.Empty)
            .WithTrackingName(TrackingNames.SharedRegistration);

        context.RegisterSourceOutput(
            clients.Combine(capabilities).WithTrackingName(TrackingNames.ClientWithCapabilities),
            static (output, client) => output.AddSource(client.Left.HintName + ".g.cs", ClientEmitter.Emit(client.Left, client.Right)));

        context.RegisterSourceOutput(
            sharedRegistration,
            static (output, shared) => output.AddSource(SharedRegistrationEmitter.HintName + ".g.cs", SharedRegistrationEmitter.Emit(shared)));
    }

    private static bool IsAnyRegistered(ImmutableArray<ClientModel> clients, Capabilities capabilities) =>
        capabilities.HasHttpClientFactory && clients.Any(static client => client.Registration is not null);
}

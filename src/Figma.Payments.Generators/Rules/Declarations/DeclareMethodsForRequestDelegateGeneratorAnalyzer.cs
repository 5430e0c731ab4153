using System;
using System.Linq;
using Figma.Payments.Generators.Model;
using Figma.Payments.Generators.Parsing;
using Figma.Payments.Generators.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Figma.Payments.Generators.Rules.Declarations;

/// <summary>Reports FPG1011: an interface without methods in a project that runs the request delegate generator of ASP.NET Core.</summary>
/// <remarks>That generator doesn't see the methods that this one adds, so it can't determine the type of a route handler that returns their result.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclareMethodsForRequestDelegateGeneratorAnalyzer() : LibraryAnalyzer(Descriptors.DeclareMethodsForRequestDelegateGenerator)
{
    private protected override void Register(CompilationStartAnalysisContext start)
    {
        if (start.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(KnownNames.RequestDelegateGeneratorOption, out string? isEnabled)
            && string.Equals(isEnabled, "true", StringComparison.OrdinalIgnoreCase)
            && start.Compilation.GetTypeByMetadataName(KnownNames.RouteBuilderExtensionsMetadataName) is not null)
        {
            start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        }
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;

        if (type.TypeKind != TypeKind.Interface
            || LibrarySymbols.FindClientAttributes(type).IsEmpty
            || ClientParser.Parse(type, context.Compilation, context.CancellationToken) is not { Model: { } client } parsed
            || !(client.AddsDefaultMethods || type.GetMembers().Any(static member => member is IMethodSymbol && LibrarySymbols.IsGenerated(member)))
            || type.Locations.FirstOrDefault(static location => location.IsInSource) is not { } location)
        {
            return;
        }

        string alternative = FindInterfaceToInherit(new Pin(client.Pinned, parsed.Manifest)) is { } inherited ? $" or inherit '{inherited}'" : "";
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.DeclareMethodsForRequestDelegateGenerator, location, type.Name, alternative));
    }

    /// <summary>Returns the name of the library's interface with the methods of a client, or null if there is none.</summary>
    /// <remarks>A Community file has no payment tokens, so its client can't have the methods that take one.</remarks>
    internal static string? FindInterfaceToInherit(Pin pin) => pin switch
    {
        { IsFile: true } => null,
        { IsSet: true } => KnownNames.PinnedClientInterface,
        _ => KnownNames.ClientInterface,
    };
}

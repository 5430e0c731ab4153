using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules;

/// <content>The rules about secrets.</content>
internal static partial class Descriptors
{
    private const string Secrets = "Figma.Payments.Secrets";

    public static readonly DiagnosticDescriptor DoNotHardCodeAccessTokens = new(
        id: "FPG4001",
        title: "No access token is in the source",
        messageFormat: "{0} is written in the source, for everybody who reads it: revoke it, and read the new one from where secrets are kept",
        category: Secrets,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Whoever reads the source or the binary can act as you. A token that was once published stays published: revoke it in Figma's settings.",
        helpLinkUri: RulePages.GetUri(nameof(Secrets), "FPG4001"));
}

using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules;

/// <content>The rules for secrets.</content>
internal static partial class Descriptors
{
    private const string Secrets = "Figma.Payments.Secrets";

    public static readonly DiagnosticDescriptor DoNotHardCodeAccessTokens = new(
        id: "FPG4001",
        title: "Do not hard-code access tokens",
        messageFormat: "{0} is hard-coded; revoke it and read a new one from a secret store",
        category: Secrets,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Everyone who can read the source or the binary can use the token. Revoke a published token in Figma's settings.",
        helpLinkUri: RulePages.GetUri(nameof(Secrets), "FPG4001"));
}

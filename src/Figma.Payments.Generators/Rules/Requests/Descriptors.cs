using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules;

/// <content>The rules for requests that are sent without a client.</content>
internal static partial class Descriptors
{
    private const string Requests = "Figma.Payments.Requests";

    public static readonly DiagnosticDescriptor RequestParametersMustBeValid = new(
        id: "FPG2006",
        title: "A request to the Payments API must have valid parameters",
        messageFormat: "The request to Figma's Payments API {0}, or use a generated client",
        category: Requests,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A request to Figma's Payments API specifies either plugin_payment_token alone, or user_id and exactly one of community_file_id, plugin_id and widget_id.",
        helpLinkUri: RulePages.GetUri(nameof(Requests), "FPG2006"));

    public static readonly DiagnosticDescriptor DoNotUseOAuth = new(
        id: "FPG4002",
        title: "Do not use OAuth with the Payments API",
        messageFormat: "{0}, but the Payments API doesn't support OAuth; use a personal access token ('figd_…') in the 'X-Figma-Token' header",
        category: Requests,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Figma's documentation states that the Payments API supports only personal access tokens. Requests with 'Authorization: Bearer' are refused.",
        helpLinkUri: RulePages.GetUri(nameof(Requests), "FPG4002"));
}

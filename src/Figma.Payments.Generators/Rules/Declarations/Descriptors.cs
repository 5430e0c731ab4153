using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules;

/// <content>The rules about the declaration of a client.</content>
internal static partial class Descriptors
{
    private const string Declarations = "Figma.Payments.Declarations";

    public static readonly DiagnosticDescriptor InterfaceMustBePartial = new(
        id: "FPG1001",
        title: "A payments client's interface is partial, and so is every type around it",
        messageFormat: "'{0}' must be partial for the client of '{1}' to be generated",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generator adds to the interface and writes the client beside it; both need the declarations to be partial.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1001"));

    public static readonly DiagnosticDescriptor InterfaceMustContainOnlyClientMethods = new(
        id: "FPG1002",
        title: "A payments client's interface has only methods that can ask",
        messageFormat: "No client can be generated for '{0}': {1}",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An annotated interface is not generic, not file-local, and its abstract members are methods without type parameters.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1002"));

    public static readonly DiagnosticDescriptor ReturnTypeMustBeSupported = new(
        id: "FPG1003",
        title: "A question returns a task of an answer",
        messageFormat: "The return type of '{0}', '{1}', {2}: return Task or ValueTask of PaymentInformation, PaymentsResult or PaymentStatus",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "PaymentInformation throws where there is no answer, PaymentsResult holds the error, PaymentStatus is the status alone.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1003"));

    public static readonly DiagnosticDescriptor ParameterMustHaveRole = new(
        id: "FPG1004",
        title: "Every parameter of a question has a role",
        messageFormat: "The parameter '{0}' of '{1}' has no role: {2}",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A parameter's role comes from its type, else from [PaymentsParameter], else from its name. It is never guessed.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1004"));

    public static readonly DiagnosticDescriptor ParameterRolesMustBeUnique = new(
        id: "FPG1005",
        title: "No two parameters of a question have the same role",
        messageFormat: "'{0}' and '{1}' of '{2}' are both {3}",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The endpoint takes each of its parameters once.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1005"));

    public static readonly DiagnosticDescriptor ParametersMustFormValidRequest = new(
        id: "FPG1006",
        title: "A question can be asked: a payment token alone, or a user and exactly one resource",
        messageFormat: "'{0}' is not a question that Figma answers: {1}",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Figma's Payments API answers to plugin_payment_token alone, or to user_id and exactly one of community_file_id, plugin_id and widget_id.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1006"));

    public static readonly DiagnosticDescriptor PinnedResourceMustBeValid = new(
        id: "FPG1007",
        title: "A client is pinned to one resource at most, by its id",
        messageFormat: "The resource that '{0}' is pinned to is not one: {1}",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Set one of PluginId, WidgetId and CommunityFileId, to the number that Figma shows; or none of them.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1007"));

    public static readonly DiagnosticDescriptor ManifestMustIdentifyResource = new(
        id: "FPG1008",
        title: "A manifest that pins a client is there, and names its resource",
        messageFormat: "The manifest that '{0}' is pinned by names no resource: {1}",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Manifest is the end of the path of one additional file: a plugin's or widget's manifest.json, whose member 'id' is the number that Figma assigned.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1008"));

    public static readonly DiagnosticDescriptor GeneratedNamesMustBeAvailable = new(
        id: "FPG1009",
        title: "The names of generated types are free",
        messageFormat: "The name '{0}', which the client of '{1}' needs, is taken: {2}",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The interface's name decides the names of what is generated: rename it, or what stands in its way.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1009"));

    public static readonly DiagnosticDescriptor TokenRequestMustReturnResource = new(
        id: "FPG1010",
        title: "An answer by payment token says which resource it is about",
        messageFormat: "The status that '{0}' returns may be another resource's, because a payment token of any plugin or widget of yours is answered: return PaymentInformation or PaymentsResult, or pin the client",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A payment token names the resource itself, and a status alone says nothing of it: a pinned client compares it, and the other results can be compared.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1010"));
}

using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Diagnostics;

/// <summary>
/// The catalogue: every rule of the package, once. Ids are banded (1 the declaration, 2 the call, 3 the answer, 4 secrets) and never reused.
/// </summary>
internal static class Rules
{
    private const string Declaration = "Figma.Payments.Declaration";
    private const string Call = "Figma.Payments.Call";
    private const string Answer = "Figma.Payments.Answer";
    private const string Secrets = "Figma.Payments.Secrets";

    // First, because the descriptors below are made in textual order and need it.
    private static readonly string RulePages = typeof(Rules).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static metadata => metadata.Key == "RulePages").Value!;

    public static readonly DiagnosticDescriptor NotPartial = new(
        id: "FPG1001",
        title: "A payments client's interface is partial, and so is every type around it",
        messageFormat: "'{0}' must be partial for the client of '{1}' to be generated",
        category: Declaration,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generator adds to the interface and writes the client beside it; both need the declarations to be partial.",
        helpLinkUri: Page("FPG1001"));

    public static readonly DiagnosticDescriptor UnsupportedShape = new(
        id: "FPG1002",
        title: "A payments client's interface has only methods that can ask",
        messageFormat: "No client can be generated for '{0}': {1}",
        category: Declaration,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An annotated interface is not generic, not file-local, and its abstract members are methods without type parameters.",
        helpLinkUri: Page("FPG1002"));

    public static readonly DiagnosticDescriptor UnsupportedReturnType = new(
        id: "FPG1003",
        title: "A question returns a task of an answer",
        messageFormat: "The return type of '{0}', '{1}', {2}: return Task or ValueTask of PaymentInformation, PaymentsResult or PaymentStatus",
        category: Declaration,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "PaymentInformation throws where there is no answer, PaymentsResult holds the error, PaymentStatus is the status alone.",
        helpLinkUri: Page("FPG1003"));

    public static readonly DiagnosticDescriptor NoRole = new(
        id: "FPG1004",
        title: "Every parameter of a question has a role",
        messageFormat: "The parameter '{0}' of '{1}' has no role: {2}",
        category: Declaration,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A parameter's role comes from its type, else from [PaymentsParameter], else from its name. It is never guessed.",
        helpLinkUri: Page("FPG1004"));

    public static readonly DiagnosticDescriptor SameRole = new(
        id: "FPG1005",
        title: "No two parameters of a question have the same role",
        messageFormat: "'{0}' and '{1}' of '{2}' are both {3}",
        category: Declaration,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The endpoint takes each of its parameters once.",
        helpLinkUri: Page("FPG1005"));

    public static readonly DiagnosticDescriptor ImpossibleQuestion = new(
        id: "FPG1006",
        title: "A question can be asked: a payment token alone, or a user and exactly one resource",
        messageFormat: "'{0}' is not a question that Figma answers: {1}",
        category: Declaration,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Figma's Payments API answers to plugin_payment_token alone, or to user_id and exactly one of community_file_id, plugin_id and widget_id.",
        helpLinkUri: Page("FPG1006"));

    public static readonly DiagnosticDescriptor PinnedResource = new(
        id: "FPG1007",
        title: "A client is pinned to one resource at most, by its id",
        messageFormat: "The resource that '{0}' is pinned to is not one: {1}",
        category: Declaration,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Set one of PluginId, WidgetId and CommunityFileId, to the number that Figma shows; or none of them.",
        helpLinkUri: Page("FPG1007"));

    public static readonly DiagnosticDescriptor Manifest = new(
        id: "FPG1008",
        title: "A manifest that pins a client is there, and names its resource",
        messageFormat: "The manifest that '{0}' is pinned by names no resource: {1}",
        category: Declaration,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Manifest is the end of the path of one additional file: a plugin's or widget's manifest.json, whose member 'id' is the number that Figma assigned.",
        helpLinkUri: Page("FPG1008"));

    public static readonly DiagnosticDescriptor NameTaken = new(
        id: "FPG1009",
        title: "The names of generated types are free",
        messageFormat: "The name '{0}', which the client of '{1}' needs, is taken: {2}",
        category: Declaration,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The interface's name decides the names of what is generated: rename it, or what stands in its way.",
        helpLinkUri: Page("FPG1009"));

    public static readonly DiagnosticDescriptor UnknownResource = new(
        id: "FPG1010",
        title: "An answer by payment token says which resource it is about",
        messageFormat: "The status that '{0}' returns may be another resource's, because a payment token of any plugin or widget of yours is answered: return PaymentInformation or PaymentsResult, or pin the client",
        category: Declaration,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A payment token names the resource itself, and a status alone says nothing of it: a pinned client compares it, and the other results can be compared.",
        helpLinkUri: Page("FPG1010"));

    public static readonly DiagnosticDescriptor NoResource = new(
        id: "FPG2001",
        title: "A question by ids supplies a resource",
        messageFormat: "'{0}' is asked about no resource: supply exactly one of {1}",
        category: Call,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Figma's Payments API wants exactly one of community_file_id, plugin_id and widget_id beside user_id.",
        helpLinkUri: Page("FPG2001"));

    public static readonly DiagnosticDescriptor SeveralResources = new(
        id: "FPG2002",
        title: "A question by ids supplies one resource only",
        messageFormat: "'{0}' is asked about several resources, {1}: supply exactly one",
        category: Call,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Figma's Payments API wants exactly one of community_file_id, plugin_id and widget_id beside user_id.",
        helpLinkUri: Page("FPG2002"));

    public static readonly DiagnosticDescriptor SomePathWrong = new(
        id: "FPG2003",
        title: "A question by ids supplies exactly one resource on every path",
        messageFormat: "'{0}' is asked about {1}: supply exactly one on every path",
        category: Call,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Some way through the method supplies none or several of the ids. Where no way is right, it is an error.",
        helpLinkUri: Page("FPG2003"));

    public static readonly DiagnosticDescriptor UncheckedForwarding = new(
        id: "FPG2004",
        title: "A method that hands its own optional ids on is marked [ExactlyOneResource]",
        messageFormat: "'{0}' hands its own optional ids on, and nobody checks its callers: mark it [ExactlyOneResource]",
        category: Call,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A call of a marked method is held to supplying exactly one of the ids, as a call of the client is.",
        helpLinkUri: Page("FPG2004"));

    public static readonly DiagnosticDescriptor NoIdOfItsKind = new(
        id: "FPG2005",
        title: "A constant id is an id of its kind",
        messageFormat: "This constant is no {0}: {1}",
        category: Call,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An id is the number that Figma shows, such as 1678669904810665842, and each kind of resource has ids of its own.",
        helpLinkUri: Page("FPG2005"));

    public static readonly DiagnosticDescriptor WrongRequest = new(
        id: "FPG2006",
        title: "A request to the Payments API asks what can be answered",
        messageFormat: "This request to Figma's Payments API {0}; a client generated by [PaymentsClient] asks it right",
        category: Call,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The Payments API answers to plugin_payment_token alone, or to user_id and exactly one of community_file_id, plugin_id and widget_id.",
        helpLinkUri: Page("FPG2006"));

    public static readonly DiagnosticDescriptor DecidedByDate = new(
        id: "FPG3001",
        title: "The date of purchase grants no access",
        messageFormat: "'DateOfPurchase' survives refunds and ended subscriptions: decide with 'IsPaid' or 'IsPaidOrTrial'",
        category: Answer,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Figma's documentation: the date is still returned if the user no longer has active access.",
        helpLinkUri: Page("FPG3001"));

    public static readonly DiagnosticDescriptor DecidedByNotUnpaid = new(
        id: "FPG3002",
        title: "Access is granted by what grants it, not by what denies it",
        messageFormat: "Not 'Unpaid' is also what is unknown: decide with 'IsPaid' or 'IsPaidOrTrial'",
        category: Answer,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A status that Figma adds later reads as Unknown, which is not Unpaid and must not grant.",
        helpLinkUri: Page("FPG3002"));

    public static readonly DiagnosticDescriptor IgnoredAnswer = new(
        id: "FPG3003",
        title: "An answer is looked at",
        messageFormat: "The answer of '{0}' is thrown away, and nothing is thrown for who has not paid: look at 'IsPaid' or 'IsPaidOrTrial', or assign it to '_'",
        category: Answer,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A question that nobody looks at the answer of decides nothing: only errors are thrown, and unpaid is none.",
        helpLinkUri: Page("FPG3003"));

    public static readonly DiagnosticDescriptor SecretInSource = new(
        id: "FPG4001",
        title: "No access token is in the source",
        messageFormat: "{0} is written in the source, for everybody who reads it: revoke it, and read the new one from where secrets are kept",
        category: Secrets,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Whoever reads the source or the binary can act as you. A token that was once published stays published: revoke it in Figma's settings.",
        helpLinkUri: Page("FPG4001"));

    public static readonly DiagnosticDescriptor OAuthUnsupported = new(
        id: "FPG4002",
        title: "The Payments API takes personal access tokens only",
        messageFormat: "{0}, and OAuth is not supported: make a personal access token ('figd_…'), which is sent as X-Figma-Token",
        category: Secrets,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Figma's documentation: the Payments API can be asked with a personal access token only. Authorization: Bearer is refused.",
        helpLinkUri: Page("FPG4002"));

    private static string Page(string id) => RulePages + id + ".md";
}

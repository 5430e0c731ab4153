using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules;

/// <content>The rules about calls of client methods.</content>
internal static partial class Descriptors
{
    private const string Calls = "Figma.Payments.Calls";

    public static readonly DiagnosticDescriptor RequestMustSpecifyResource = new(
        id: "FPG2001",
        title: "A question by ids supplies a resource",
        messageFormat: "'{0}' is asked about no resource: supply exactly one of {1}",
        category: Calls,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Figma's Payments API wants exactly one of community_file_id, plugin_id and widget_id beside user_id.",
        helpLinkUri: RulePages.GetUri(nameof(Calls), "FPG2001"));

    public static readonly DiagnosticDescriptor RequestMustSpecifyOneResource = new(
        id: "FPG2002",
        title: "A question by ids supplies one resource only",
        messageFormat: "'{0}' is asked about several resources, {1}: supply exactly one",
        category: Calls,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Figma's Payments API wants exactly one of community_file_id, plugin_id and widget_id beside user_id.",
        helpLinkUri: RulePages.GetUri(nameof(Calls), "FPG2002"));

    public static readonly DiagnosticDescriptor RequestMustSpecifyOneResourceOnEveryPath = new(
        id: "FPG2003",
        title: "A question by ids supplies exactly one resource on every path",
        messageFormat: "'{0}' is asked about {1}: supply exactly one on every path",
        category: Calls,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Some way through the method supplies none or several of the ids. Where no way is right, it is an error.",
        helpLinkUri: RulePages.GetUri(nameof(Calls), "FPG2003"));

    public static readonly DiagnosticDescriptor MarkMethodsThatForwardResourceIds = new(
        id: "FPG2004",
        title: "A method that hands its own optional ids on is marked [ExactlyOneResource]",
        messageFormat: "'{0}' hands its own optional ids on, and nobody checks its callers: mark it [ExactlyOneResource]",
        category: Calls,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A call of a marked method is held to supplying exactly one of the ids, as a call of the client is.",
        helpLinkUri: RulePages.GetUri(nameof(Calls), "FPG2004"));

    public static readonly DiagnosticDescriptor ConstantIdMustBeValid = new(
        id: "FPG2005",
        title: "A constant id is an id of its kind",
        messageFormat: "This constant is no {0}: {1}",
        category: Calls,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An id is the number that Figma shows, such as 1678669904810665842, and each kind of resource has ids of its own.",
        helpLinkUri: RulePages.GetUri(nameof(Calls), "FPG2005"));
}

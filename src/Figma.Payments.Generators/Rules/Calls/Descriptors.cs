using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules;

/// <content>The rules for calls to client methods.</content>
internal static partial class Descriptors
{
    private const string Calls = "Figma.Payments.Calls";

    public static readonly DiagnosticDescriptor RequestMustSpecifyResource = new(
        id: "FPG2001",
        title: "An ID request must specify a resource",
        messageFormat: "The call to '{0}' specifies no resource; specify exactly one of {1}",
        category: Calls,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "In addition to user_id, Figma's Payments API requires exactly one of community_file_id, plugin_id and widget_id.",
        helpLinkUri: RulePages.GetUri(nameof(Calls), "FPG2001"));

    public static readonly DiagnosticDescriptor RequestMustSpecifyOneResource = new(
        id: "FPG2002",
        title: "An ID request must specify only one resource",
        messageFormat: "The call to '{0}' specifies {1}; specify exactly one",
        category: Calls,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "In addition to user_id, Figma's Payments API requires exactly one of community_file_id, plugin_id and widget_id.",
        helpLinkUri: RulePages.GetUri(nameof(Calls), "FPG2002"));

    public static readonly DiagnosticDescriptor RequestMustSpecifyOneResourceOnEveryPath = new(
        id: "FPG2003",
        title: "An ID request must specify exactly one resource on every path",
        messageFormat: "The call to '{0}' specifies {1}; specify exactly one on every path",
        category: Calls,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "At least one path through the method specifies no resource or several resources. If no path specifies exactly one, the rule reports an error instead of a warning.",
        helpLinkUri: RulePages.GetUri(nameof(Calls), "FPG2003"));

    public static readonly DiagnosticDescriptor MarkMethodsThatForwardResourceIds = new(
        id: "FPG2004",
        title: "Mark methods that forward resource IDs with [ExactlyOneResource]",
        messageFormat: "'{0}' forwards its optional resource IDs, but calls to it aren't checked; mark it with [ExactlyOneResource]",
        category: Calls,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Calls to a marked method are checked in the same way as calls to a client method.",
        helpLinkUri: RulePages.GetUri(nameof(Calls), "FPG2004"));

    public static readonly DiagnosticDescriptor ConstantIdMustBeValid = new(
        id: "FPG2005",
        title: "A constant ID must be valid",
        messageFormat: "The constant isn't a valid '{0}' because {1}",
        category: Calls,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An ID is the number that Figma shows, such as 1678669904810665842. Each kind of resource has its own IDs.",
        helpLinkUri: RulePages.GetUri(nameof(Calls), "FPG2005"));
}

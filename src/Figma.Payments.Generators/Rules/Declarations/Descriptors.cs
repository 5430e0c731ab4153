using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules;

/// <content>The rules for the declaration of a client.</content>
internal static partial class Descriptors
{
    private const string Declarations = "Figma.Payments.Declarations";

    public static readonly DiagnosticDescriptor InterfaceMustBePartial = new(
        id: "FPG1001",
        title: "The interface of a payments client must be partial",
        messageFormat: "'{0}' isn't partial, so the client of '{1}' can't be generated; add the 'partial' modifier",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generator adds members to the interface and declares the client next to it. Both require that the interface and its containing types are partial.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1001"));

    public static readonly DiagnosticDescriptor InterfaceMustContainOnlyClientMethods = new(
        id: "FPG1002",
        title: "The interface of a payments client must contain only client methods",
        messageFormat: "The client of '{0}' can't be generated because {1}",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each abstract member of the interface must be a nongeneric instance method. The interface and its containing types must not be generic or file-local.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1002"));

    public static readonly DiagnosticDescriptor ReturnTypeMustBeSupported = new(
        id: "FPG1003",
        title: "The return type of a client method must be supported",
        messageFormat: "The return type '{1}' of '{0}' {2}; return 'Task' or 'ValueTask' of 'PaymentInformation', 'PaymentsResult' or 'PaymentStatus'",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "PaymentInformation throws an exception if the request fails, PaymentsResult contains the error instead, and PaymentStatus is only the status.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1003"));

    public static readonly DiagnosticDescriptor ParameterMustHaveRole = new(
        id: "FPG1004",
        title: "Each parameter of a client method must have a role",
        messageFormat: "The parameter '{0}' of '{1}' has no role because {2}",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The role of a parameter comes from its type, from [PaymentsParameter] or from its name. It is never guessed.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1004"));

    public static readonly DiagnosticDescriptor ParameterRolesMustBeUnique = new(
        id: "FPG1005",
        title: "The parameters of a client method must have unique roles",
        messageFormat: "The parameters '{0}' and '{1}' of '{2}' have the same role '{3}'; remove one of them",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A request contains each parameter of the Payments API at most once.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1005"));

    public static readonly DiagnosticDescriptor ParametersMustFormValidRequest = new(
        id: "FPG1006",
        title: "The parameters of a client method must form a valid request",
        messageFormat: "The parameters of '{0}' don't form a valid request because {1}",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A request to Figma's Payments API specifies either plugin_payment_token alone, or user_id and exactly one of community_file_id, plugin_id and widget_id.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1006"));

    public static readonly DiagnosticDescriptor PinnedResourceMustBeValid = new(
        id: "FPG1007",
        title: "The pinned resource must be valid",
        messageFormat: "'{0}' isn't pinned to a valid resource because {1}",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Set at most one of PluginId, WidgetId and CommunityFileId, and set it to the number that Figma shows.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1007"));

    public static readonly DiagnosticDescriptor ManifestMustIdentifyResource = new(
        id: "FPG1008",
        title: "The manifest must identify a resource",
        messageFormat: "The manifest of '{0}' doesn't identify a resource because {1}",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The Manifest property specifies the path of an additional file, relative to the project file. The file is the manifest.json of a plugin or widget, and its member 'id' is the number that Figma assigned.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1008"));

    public static readonly DiagnosticDescriptor GeneratedNamesMustBeAvailable = new(
        id: "FPG1009",
        title: "The names of generated types must be available",
        messageFormat: "The name '{0}', which is generated for '{1}', isn't available because {2}",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The names of the generated types come from the name of the interface. Rename the interface or the conflicting declaration.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1009"));

    public static readonly DiagnosticDescriptor TokenRequestMustReturnResource = new(
        id: "FPG1010",
        title: "A token request must return the resource",
        messageFormat: "The status that '{0}' returns might belong to another resource; return 'PaymentInformation' or 'PaymentsResult', or pin the client",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A payment token can come from any of the owner's plugins and widgets, and a status doesn't tell them apart. A pinned client compares the resource. The other return types include it.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1010"));

    public static readonly DiagnosticDescriptor DeclareMethodsForRequestDelegateGenerator = new(
        id: "FPG1011",
        title: "Declare client methods for the request delegate generator",
        messageFormat: "The request delegate generator of ASP.NET Core can't see the generated methods of '{0}'; declare the methods{1}",
        category: Declarations,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A source generator doesn't see what other source generators add. The code that it generates for a route handler that calls a generated method might not compile. Declared and inherited methods are visible.",
        helpLinkUri: RulePages.GetUri(nameof(Declarations), "FPG1011"));
}

using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules;

/// <content>The rules about the use of responses.</content>
internal static partial class Descriptors
{
    private const string Responses = "Figma.Payments.Responses";

    public static readonly DiagnosticDescriptor DoNotDecideAccessByPurchaseDate = new(
        id: "FPG3001",
        title: "The date of purchase grants no access",
        messageFormat: "'DateOfPurchase' survives refunds and ended subscriptions: decide with 'IsPaid' or 'IsPaidOrTrial'",
        category: Responses,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Figma's documentation: the date is still returned if the user no longer has active access.",
        helpLinkUri: RulePages.GetUri(nameof(Responses), "FPG3001"));

    public static readonly DiagnosticDescriptor DoNotTreatUnknownStatusAsPaid = new(
        id: "FPG3002",
        title: "Access is granted by what grants it, not by what denies it",
        messageFormat: "Not 'Unpaid' is also what is unknown: decide with 'IsPaid' or 'IsPaidOrTrial'",
        category: Responses,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A status that Figma adds later reads as Unknown, which is not Unpaid and must not grant.",
        helpLinkUri: RulePages.GetUri(nameof(Responses), "FPG3002"));

    public static readonly DiagnosticDescriptor DoNotIgnorePaymentCheck = new(
        id: "FPG3003",
        title: "An answer is looked at",
        messageFormat: "The answer of '{0}' is thrown away, and nothing is thrown for who has not paid: look at 'IsPaid' or 'IsPaidOrTrial', or assign it to '_'",
        category: Responses,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A question that nobody looks at the answer of decides nothing: only errors are thrown, and unpaid is none.",
        helpLinkUri: RulePages.GetUri(nameof(Responses), "FPG3003"));
}

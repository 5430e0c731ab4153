using Microsoft.CodeAnalysis;

namespace Figma.Payments.Generators.Rules;

/// <content>The rules for the use of responses.</content>
internal static partial class Descriptors
{
    private const string Responses = "Figma.Payments.Responses";

    public static readonly DiagnosticDescriptor DoNotDecideAccessByPurchaseDate = new(
        id: "FPG3001",
        title: "Do not decide access by the date of purchase",
        messageFormat: "'DateOfPurchase' remains set after refunds and ended subscriptions; use 'IsPaid' or 'IsPaidOrTrial'",
        category: Responses,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Figma's documentation states that the date is still returned if the user no longer has active access.",
        helpLinkUri: RulePages.GetUri(nameof(Responses), "FPG3001"));

    public static readonly DiagnosticDescriptor DoNotTreatUnknownStatusAsPaid = new(
        id: "FPG3002",
        title: "Do not treat an unknown status as paid",
        messageFormat: "A status other than 'Unpaid' might be 'Unknown'; use 'IsPaid' or 'IsPaidOrTrial'",
        category: Responses,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A status that Figma adds later is read as 'Unknown'. It isn't 'Unpaid', but it must not grant access either.",
        helpLinkUri: RulePages.GetUri(nameof(Responses), "FPG3002"));

    public static readonly DiagnosticDescriptor DoNotIgnorePaymentCheck = new(
        id: "FPG3003",
        title: "Do not ignore the result of a payment check",
        messageFormat: "The result of '{0}' is ignored, so unpaid users aren't rejected; check 'IsPaid' or 'IsPaidOrTrial', or assign the result to '_'",
        category: Responses,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only errors throw exceptions. An unpaid status is a valid response, so the code after an ignored check runs for every user.",
        helpLinkUri: RulePages.GetUri(nameof(Responses), "FPG3003"));

    public static readonly DiagnosticDescriptor DoNotTreatResponseAsPaid = new(
        id: "FPG3004",
        title: "Do not treat a successful response as paid",
        messageFormat: "A successful response doesn't mean that the user has paid; use 'IsPaid' or 'IsPaidOrTrial'",
        category: Responses,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "'IsSuccess' and 'Information' only indicate that Figma returned payment information, which unpaid users have too.",
        helpLinkUri: RulePages.GetUri(nameof(Responses), "FPG3004"));
}

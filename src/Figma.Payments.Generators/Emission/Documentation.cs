using System;
using System.Linq;
using System.Text;
using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Emission;

/// <summary>Writes the documentation comments of generated members.</summary>
internal static class Documentation
{
    private const string GateConsequences = "The resource is the pinned one. Call <c>UseFigmaPayments</c> in the pipeline, and require the gate on endpoints.";

    public static string Class(ClientModel client, Capabilities capabilities)
    {
        string registration = client.Registration is { } missing && !capabilities.HasHttpClientFactory
            ? $" If the project references <c>Microsoft.Extensions.Http</c> 3.1 or later, the extension method <c>{missing.MethodName}</c>, which registers the client, is generated too."
            : "";

        return client.Pinned is { } pinned
            ? $"""
                /// <summary>A client of Figma's Payments REST API for one {Resource(pinned.Role)}. It implements <see cref="{client.InterfaceName}"/>.</summary>
                /// <remarks>Payment information about any other resource is rejected. The client is safe for concurrent use, so create one and share it.{registration}</remarks>
                """
            : $"""
                /// <summary>A client of Figma's Payments REST API. It implements <see cref="{client.InterfaceName}"/>.</summary>
                /// <remarks>The client is safe for concurrent use, so create one and share it.{registration}</remarks>
                """;
    }

    public const string RequireGate = "Admits only users who have paid. The others get a response with problem details, and the endpoint isn't executed.";

    public const string ReadGate = "Provides the endpoint with the decision of the gate, and refuses nobody: <see cref=\"global::Figma.Payments.AspNetCore.FigmaPayment\"/> is null if the gate doesn't admit the caller.";

    /// <summary>Gets the reason why a registered client has no gate, as a sentence after others, or an empty string if it has one or the project can't have any.</summary>
    public static string MissingGate(ClientFile file)
    {
        if (file.Gate is not null || !file.Capabilities.HasGate)
            return "";

        return file.Client.Pinned is null
            ? " No gate is generated, because the client isn't pinned: specify the plugin or the widget in <c>[PaymentsClient]</c>, so that no payment of another resource opens it."
            : " No gate is generated, because the interface has no method that a gate can call: one with a <c>PluginPaymentToken</c> or a user ID and no other required parameter that returns a <c>PaymentsResult</c> or <c>PaymentInformation</c>, and isn't obsolete or experimental.";
    }

    /// <summary>Gets the remarks of the methods that add a gate.</summary>
    public static string GateRemarks(GateModel gate) => gate switch
    {
        { ByToken: null } => $"/// <remarks>The interface has no method with a <c>PluginPaymentToken</c> that the gate can call, so the gate admits only signed-in users: set <c>UserScheme</c> and <c>UserIdClaim</c>. {GateConsequences}</remarks>",
        { ByUser: null } => $"/// <remarks>The interface has no method with a user ID that the gate can call, so the gate admits only callers with a payment token. {GateConsequences}</remarks>",
        _ => $"/// <remarks>{GateConsequences}</remarks>",
    };

    public static string Method(MethodModel method, PinnedResource? pinned)
    {
        StringBuilder text = new();
        text.Append(method.Parameters.Any(static parameter => parameter.Role == PaymentsRole.PluginPaymentToken) ? TokenSummary(method.Result, pinned) : IdSummary(method, pinned));

        foreach (ParameterModel parameter in method.Parameters)
            text.Append($"\n/// <param name=\"{parameter.Name.TrimStart('@')}\">{Parameter(parameter)}</param>");

        text.Append($"\n/// <returns>{Returns(method.Result)}</returns>");

        if (method.Result != ResultKind.Result)
            text.Append("\n/// <exception cref=\"global::Figma.Payments.FigmaPaymentsException\">The request is invalid, or there is no valid response. Do not grant access.</exception>");

        if (method.Parameters.Any(static parameter => parameter.Role == PaymentsRole.CancellationToken))
            text.Append("\n/// <exception cref=\"global::System.OperationCanceledException\">The cancellation token was canceled.</exception>");

        return text.ToString();
    }

    private static string TokenSummary(ResultKind result, PinnedResource? pinned) => $"""
        /// <summary>Gets {Result(result)} of the user that a payment token identifies.</summary>
        /// <remarks>{TokenRemarks(result, pinned)} Figma allows 300 token requests per minute.</remarks>
        """;

    private static string TokenRemarks(ResultKind result, PinnedResource? pinned)
    {
        if (pinned is not null)
            return $"A payment token of any resource other than the pinned {Resource(pinned.Role)} is rejected.";

        return result == ResultKind.Status
            ? "Figma accepts the payment tokens of all your plugins and widgets. A payment status does not say which resource it belongs to."
            : "Figma accepts the payment tokens of all your plugins and widgets. Compare <c>ResourceId</c> with the resource that you grant access to.";
    }

    private static string IdSummary(MethodModel method, PinnedResource? pinned)
    {
        PaymentsRole[] resources = [.. method.Parameters.Select(static parameter => parameter.Role).Where(static role => role.IsResource())];
        string summary = $"/// <summary>Gets {Result(method.Result)} of a user for {ResourceKinds(resources, pinned)}.</summary>";

        return resources.Length > 1
            ? summary + "\n/// <remarks>Specify exactly one resource. A call that certainly specifies none or several is an error at compile time (FPG2001, FPG2002). Any other is rejected at run time, before a request is sent.</remarks>"
            : summary;
    }

    private static string ResourceKinds(PaymentsRole[] resources, PinnedResource? pinned) => resources switch
    {
        [] => pinned is null ? "the pinned resource" : "the pinned " + Resource(pinned.Role),
        [PaymentsRole one] when one != PaymentsRole.ResourceId => "a " + Resource(one),
        [PaymentsRole one, PaymentsRole other] when !resources.Contains(PaymentsRole.ResourceId) => $"a {Resource(one)} or a {Resource(other)}",
        _ => "a plugin, a widget or a Community file",
    };

    private static string Returns(ResultKind result) => result switch
    {
        ResultKind.Information => "The payment information. Use <c>IsPaid</c> or <c>IsPaidOrTrial</c> to decide whether to grant access. The date of purchase remains after a refund and proves nothing.",
        ResultKind.Result => "The payment information, or the error, which is not thrown. Use <c>IsPaid</c> or <c>IsPaidOrTrial</c> to decide whether to grant access. The date of purchase remains after a refund and proves nothing.",
        ResultKind.Status => "The payment status. Grant access only for <c>Paid</c>, and for <c>Trial</c> if a trial includes access, but never for <c>Unknown</c>.",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    };

    private static string Result(ResultKind result) => result == ResultKind.Status ? "the payment status" : "the payment information";

    private static string Parameter(ParameterModel parameter) => parameter.Role switch
    {
        PaymentsRole.PluginPaymentToken => "The payment token that the plugin or widget got from <c>figma.payments.getPluginPaymentTokenAsync()</c>. It expires after a few minutes.",
        PaymentsRole.UserId => "The user ID, from your own OAuth 2 sign-in with Figma. An ID that a plugin sends proves nothing.",
        PaymentsRole.ExpectedUser => "The user that the payment token must belong to, for example the user of your own session. " + (parameter.IsNullable ? "If it is not null, a" : "A") + " response about any other user is rejected.",
        PaymentsRole.ResourceId => "The ID of the plugin, the widget or the Community file.",
        PaymentsRole.CancellationToken => "A token to cancel the operation.",
        PaymentsRole.CommunityFileId => "The ID of the Community file, from the address of its Community page.",
        _ => $"The ID of the {Resource(parameter.Role)}, from its manifest or the address of its Community page.",
    };

    private static string Resource(PaymentsRole role) => role switch
    {
        PaymentsRole.PluginId => "plugin",
        PaymentsRole.WidgetId => "widget",
        _ => "Community file",
    };
}

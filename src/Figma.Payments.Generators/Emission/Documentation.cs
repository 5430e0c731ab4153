using System.Linq;
using System.Text;
using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Emission;

/// <summary>Writes the documentation comments of generated members.</summary>
internal static class Documentation
{
    public static string Class(ClientModel client) => client.Pinned is { } pinned
        ? $"""
            /// <summary>Asks Figma's Payments REST API about one {Resource(pinned.Role)}, for <see cref="{client.InterfaceName}"/>.</summary>
            /// <remarks>An answer about any other resource is refused. Make one and share it: it is safe for concurrent use.</remarks>
            """
        : $"""
            /// <summary>Asks Figma's Payments REST API, for <see cref="{client.InterfaceName}"/>.</summary>
            /// <remarks>Make one and share it: it is safe for concurrent use.</remarks>
            """;

    public static string Method(MethodModel method, PinnedResource? pinned)
    {
        StringBuilder text = new();
        text.Append(method.Parameters.Any(static parameter => parameter.Role == PaymentsRole.PluginPaymentToken) ? TokenSummary(method.Result, pinned) : IdSummary(method, pinned));

        foreach (ParameterModel parameter in method.Parameters)
            text.Append($"\n/// <param name=\"{parameter.Name.TrimStart('@')}\">{Parameter(parameter)}</param>");

        text.Append($"\n/// <returns>{Returns(method.Result)}</returns>");

        if (method.Result != ResultKind.Result)
            text.Append("\n/// <exception cref=\"global::Figma.Payments.FigmaPaymentsException\">There is no proven answer. Grant nothing.</exception>");

        if (method.Parameters.Any(static parameter => parameter.Role == PaymentsRole.CancellationToken))
            text.Append("\n/// <exception cref=\"global::System.OperationCanceledException\">You cancelled.</exception>");

        return text.ToString();
    }

    private static string TokenSummary(ResultKind result, PinnedResource? pinned) => $"""
        /// <summary>Asks whether the user whom a payment token names has paid. Figma allows 300 such questions a minute.</summary>
        /// <remarks>{TokenRemarks(result, pinned)}</remarks>
        """;

    private static string TokenRemarks(ResultKind result, PinnedResource? pinned)
    {
        if (pinned is not null)
            return $"A token of anything but the pinned {Resource(pinned.Role)} is refused.";

        return result == ResultKind.Status
            ? "A token of another plugin of yours is answered too, and a status does not say which resource it is about."
            : "Compare the answer's <c>ResourceId</c> with the resource that you grant: a token of another plugin of yours is answered too.";
    }

    private static string IdSummary(MethodModel method, PinnedResource? pinned)
    {
        PaymentsRole[] resources = [.. method.Parameters.Select(static parameter => parameter.Role).Where(static role => role.IsResource())];
        string summary = $"/// <summary>Asks whether a user has paid for {ResourceKinds(resources, pinned)}.</summary>";

        return resources.Length > 1
            ? summary + "\n/// <remarks>Supply exactly one of the ids: a call that certainly supplies none or several does not compile (FPG2001, FPG2002), any other is refused before it is sent.</remarks>"
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
        ResultKind.Information => "Figma's answer: decide with <c>IsPaid</c> or <c>IsPaidOrTrial</c>. The date of purchase survives a refund and proves nothing.",
        ResultKind.Result => "Figma's answer, or the error, which is not thrown: decide with <c>IsPaid</c> or <c>IsPaidOrTrial</c>. The date of purchase survives a refund and proves nothing.",
        _ => "The status in Figma's answer: compare it with <c>Paid</c>, and with <c>Trial</c> where a trial is access. <c>Unknown</c> grants nothing.",
    };

    private static string Parameter(ParameterModel parameter) => parameter.Role switch
    {
        PaymentsRole.PluginPaymentToken => "What <c>figma.payments.getPluginPaymentTokenAsync()</c> gave to the plugin or widget. It lives for minutes.",
        PaymentsRole.UserId => "The user, as your own OAuth 2 sign-in with Figma names them. An id that a plugin sends proves nothing.",
        PaymentsRole.ResourceId => "The plugin, the widget or the Community file.",
        PaymentsRole.CancellationToken => "Cancels the question.",
        PaymentsRole.CommunityFileId => "The Community file's id: the number in its Community page's address.",
        _ => $"The {Resource(parameter.Role)}'s id, from its manifest or its Community page's address.",
    };

    private static string Resource(PaymentsRole role) => role switch
    {
        PaymentsRole.PluginId => "plugin",
        PaymentsRole.WidgetId => "widget",
        _ => "Community file",
    };
}

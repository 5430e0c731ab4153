using System.Linq;
using System.Text;
using Figma.Payments.Generators.Model;

namespace Figma.Payments.Generators.Emission;

/// <summary>What the generated members say of themselves.</summary>
internal static class Documentation
{
    public static string Class(ClientModel client) => client.Pinned is { } pinned
        ? $"""
            /// <summary>Asks Figma's Payments REST API about one {Resource(pinned.Role)}, for <see cref="{client.InterfaceName}"/>.</summary>
            /// <remarks>
            /// An answer about any other resource is refused. Make one and share it: it is safe for concurrent use.
            /// </remarks>
            """
        : $"""
            /// <summary>Asks Figma's Payments REST API, for <see cref="{client.InterfaceName}"/>.</summary>
            /// <remarks>Make one and share it: it is safe for concurrent use.</remarks>
            """;

    public static string Question(MethodModel method, bool isPinned)
    {
        StringBuilder text = new();
        text.Append(method.Parameters[0].Role == PaymentsRole.PluginPaymentToken ? TokenSummary(isPinned) : IdsSummary(method));

        foreach (ParameterModel parameter in method.Parameters)
            text.Append($"\n/// <param name=\"{parameter.Name}\">{Parameter(parameter)}</param>");

        text.Append("""

            /// <returns>Figma's answer: decide with <c>IsPaid</c> or <c>IsPaidOrTrial</c>. The date of purchase survives a refund and proves nothing.</returns>
            /// <exception cref="global::Figma.Payments.FigmaPaymentsException">There is no proven answer. Grant nothing.</exception>
            /// <exception cref="global::System.OperationCanceledException">You cancelled.</exception>
            """);

        return text.ToString();
    }

    private static string TokenSummary(bool isPinned) => isPinned
        ? """
            /// <summary>Asks whether the user whom a payment token names has paid. Figma allows 300 such questions a minute.</summary>
            /// <remarks>A token of another resource of yours is refused.</remarks>
            """
        : """
            /// <summary>Asks whether the user whom a payment token names has paid. Figma allows 300 such questions a minute.</summary>
            /// <remarks>
            /// Compare the answer's <c>ResourceId</c> with the resource that you grant: a token of another plugin of yours is answered too.
            /// </remarks>
            """;

    private static string IdsSummary(MethodModel method)
    {
        ParameterModel[] resources = [.. method.Parameters.Where(static parameter => parameter.Role.IsResource())];

        return resources.Length > 1
            ? """
                /// <summary>Asks whether a user has paid for a resource, in the form of Figma's documentation.</summary>
                /// <remarks>Supply exactly one of the three resource ids: a call that certainly supplies none or several does not compile (FPG2001, FPG2002), any other is refused before it is sent.</remarks>
                """
            : $"/// <summary>Asks whether a user has paid for {(resources.Length == 0 ? "the pinned resource" : Article(resources[0].Role))}.</summary>";
    }

    private static string Parameter(ParameterModel parameter) => parameter.Role switch
    {
        PaymentsRole.PluginPaymentToken => "What <c>figma.payments.getPluginPaymentTokenAsync()</c> gave to the plugin or widget. It lives for minutes.",
        PaymentsRole.UserId => "The user, as your own OAuth 2 sign-in with Figma names them. An id that a plugin sends proves nothing.",
        PaymentsRole.ResourceId => "The plugin, the widget or the Community file.",
        PaymentsRole.CancellationToken => "Cancels the question.",
        _ => "The " + Resource(parameter.Role) + ".",
    };

    private static string Article(PaymentsRole role) => role == PaymentsRole.ResourceId ? "a plugin, a widget or a Community file" : "a " + Resource(role);

    private static string Resource(PaymentsRole role) => role switch
    {
        PaymentsRole.PluginId => "plugin",
        PaymentsRole.WidgetId => "widget",
        _ => "Community file",
    };
}

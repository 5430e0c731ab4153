using System;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments;

// The overloads differ in the types of their required parameters, so a call that compiles means the same whatever parameters are optional.
#pragma warning disable RS0026

/// <summary>The methods of a client that is not pinned to a resource. An interface with <see cref="PaymentsClientAttribute"/> can inherit them.</summary>
/// <remarks>
/// The generator adds the same methods to an interface that declares and inherits none. Other source generators see inherited methods, but not added ones.
/// The interface isn't registered as a service; the interface that inherits it is.
/// </remarks>
/// <example><c>[PaymentsClient] public partial interface IPayments : IPaymentsClient;</c></example>
public interface IPaymentsClient
{
    /// <summary>Gets the payment information of the user that a payment token identifies.</summary>
    /// <remarks>Figma accepts the payment tokens of all your plugins and widgets. Compare <c>ResourceId</c> with the resource that you grant access to. Figma allows 300 token requests per minute.</remarks>
    /// <param name="token">The payment token that the plugin or widget got from <c>figma.payments.getPluginPaymentTokenAsync()</c>. It expires after a few minutes.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The payment information. Use <c>IsPaid</c> or <c>IsPaidOrTrial</c> to decide whether to grant access. The date of purchase remains after a refund and proves nothing.</returns>
    /// <exception cref="FigmaPaymentsException">The request is invalid, or there is no valid response. Do not grant access.</exception>
    /// <exception cref="OperationCanceledException">The cancellation token was canceled.</exception>
    Task<PaymentInformation> GetPaymentsAsync(PluginPaymentToken token, CancellationToken cancellationToken = default);

    /// <summary>Gets the payment information of a user for a plugin.</summary>
    /// <param name="userId">The user ID, from your own OAuth 2 sign-in with Figma. An ID that a plugin sends proves nothing.</param>
    /// <param name="pluginId">The ID of the plugin, from its manifest or the address of its Community page.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The payment information. Use <c>IsPaid</c> or <c>IsPaidOrTrial</c> to decide whether to grant access. The date of purchase remains after a refund and proves nothing.</returns>
    /// <exception cref="FigmaPaymentsException">The request is invalid, or there is no valid response. Do not grant access.</exception>
    /// <exception cref="OperationCanceledException">The cancellation token was canceled.</exception>
    Task<PaymentInformation> GetPaymentsAsync(UserId userId, PluginId pluginId, CancellationToken cancellationToken = default);

    /// <summary>Gets the payment information of a user for a widget.</summary>
    /// <param name="userId">The user ID, from your own OAuth 2 sign-in with Figma. An ID that a plugin sends proves nothing.</param>
    /// <param name="widgetId">The ID of the widget, from its manifest or the address of its Community page.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The payment information. Use <c>IsPaid</c> or <c>IsPaidOrTrial</c> to decide whether to grant access. The date of purchase remains after a refund and proves nothing.</returns>
    /// <exception cref="FigmaPaymentsException">The request is invalid, or there is no valid response. Do not grant access.</exception>
    /// <exception cref="OperationCanceledException">The cancellation token was canceled.</exception>
    Task<PaymentInformation> GetPaymentsAsync(UserId userId, WidgetId widgetId, CancellationToken cancellationToken = default);

    /// <summary>Gets the payment information of a user for a Community file.</summary>
    /// <param name="userId">The user ID, from your own OAuth 2 sign-in with Figma. An ID that a plugin sends proves nothing.</param>
    /// <param name="communityFileId">The ID of the Community file, from the address of its Community page.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The payment information. Use <c>IsPaid</c> or <c>IsPaidOrTrial</c> to decide whether to grant access. The date of purchase remains after a refund and proves nothing.</returns>
    /// <exception cref="FigmaPaymentsException">The request is invalid, or there is no valid response. Do not grant access.</exception>
    /// <exception cref="OperationCanceledException">The cancellation token was canceled.</exception>
    Task<PaymentInformation> GetPaymentsAsync(UserId userId, CommunityFileId communityFileId, CancellationToken cancellationToken = default);

    /// <summary>Gets the payment information of a user for a plugin, a widget or a Community file.</summary>
    /// <param name="userId">The user ID, from your own OAuth 2 sign-in with Figma. An ID that a plugin sends proves nothing.</param>
    /// <param name="resourceId">The ID of the plugin, the widget or the Community file.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The payment information. Use <c>IsPaid</c> or <c>IsPaidOrTrial</c> to decide whether to grant access. The date of purchase remains after a refund and proves nothing.</returns>
    /// <exception cref="FigmaPaymentsException">The request is invalid, or there is no valid response. Do not grant access.</exception>
    /// <exception cref="OperationCanceledException">The cancellation token was canceled.</exception>
    Task<PaymentInformation> GetPaymentsAsync(UserId userId, ResourceId resourceId, CancellationToken cancellationToken = default);

    /// <summary>Gets the payment information of a user for a plugin, a widget or a Community file.</summary>
    /// <remarks>Specify exactly one resource. A call that certainly specifies none or several is an error at compile time (FPG2001, FPG2002). Any other is rejected at run time, before a request is sent.</remarks>
    /// <param name="userId">The user ID, from your own OAuth 2 sign-in with Figma. An ID that a plugin sends proves nothing.</param>
    /// <param name="communityFileId">The ID of the Community file, from the address of its Community page.</param>
    /// <param name="pluginId">The ID of the plugin, from its manifest or the address of its Community page.</param>
    /// <param name="widgetId">The ID of the widget, from its manifest or the address of its Community page.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The payment information. Use <c>IsPaid</c> or <c>IsPaidOrTrial</c> to decide whether to grant access. The date of purchase remains after a refund and proves nothing.</returns>
    /// <exception cref="FigmaPaymentsException">The request is invalid, or there is no valid response. Do not grant access.</exception>
    /// <exception cref="OperationCanceledException">The cancellation token was canceled.</exception>
    Task<PaymentInformation> GetPaymentsAsync(UserId userId, CommunityFileId? communityFileId = null, PluginId? pluginId = null, WidgetId? widgetId = null, CancellationToken cancellationToken = default);
}

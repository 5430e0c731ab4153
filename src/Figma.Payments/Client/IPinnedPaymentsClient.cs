using System;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments;

// The overloads differ in the types of their required parameters, so a call that compiles means the same whatever parameters are optional.
#pragma warning disable RS0026

/// <summary>The methods of a client that is pinned to a plugin or a widget. An interface with <see cref="PaymentsClientAttribute"/> can inherit them.</summary>
/// <remarks>
/// The methods take no resource ID, so the attribute must specify the resource. A client that is pinned to a Community file can't inherit them,
/// because a Community file has no payment tokens. Other source generators see inherited methods, but not those that the generator adds to an interface.
/// </remarks>
/// <example><c>[PaymentsClient(PluginId = "1678669904810665842")] public partial interface IGlyphPayments : IPinnedPaymentsClient;</c></example>
public interface IPinnedPaymentsClient
{
    /// <summary>Gets the payment information of the user that a payment token identifies.</summary>
    /// <remarks>A payment token of any resource other than the pinned one is rejected. Figma allows 300 token requests per minute.</remarks>
    /// <param name="token">The payment token that the plugin or widget got from <c>figma.payments.getPluginPaymentTokenAsync()</c>. It expires after a few minutes.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The payment information. Use <c>IsPaid</c> or <c>IsPaidOrTrial</c> to decide whether to grant access. The date of purchase remains after a refund and proves nothing.</returns>
    /// <exception cref="FigmaPaymentsException">The request is invalid, or there is no valid response. Do not grant access.</exception>
    /// <exception cref="OperationCanceledException">The cancellation token was canceled.</exception>
    Task<PaymentInformation> GetPaymentsAsync(PluginPaymentToken token, CancellationToken cancellationToken = default);

    /// <summary>Gets the payment information of a user for the pinned resource.</summary>
    /// <param name="userId">The user ID, from your own OAuth 2 sign-in with Figma. An ID that a plugin sends proves nothing.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The payment information. Use <c>IsPaid</c> or <c>IsPaidOrTrial</c> to decide whether to grant access. The date of purchase remains after a refund and proves nothing.</returns>
    /// <exception cref="FigmaPaymentsException">The request is invalid, or there is no valid response. Do not grant access.</exception>
    /// <exception cref="OperationCanceledException">The cancellation token was canceled.</exception>
    Task<PaymentInformation> GetPaymentsAsync(UserId userId, CancellationToken cancellationToken = default);

    /// <summary>Gets the payment information of the user that a payment token identifies, or the error.</summary>
    /// <remarks>A payment token of any resource other than the pinned one is rejected. Figma allows 300 token requests per minute.</remarks>
    /// <param name="token">The payment token that the plugin or widget got from <c>figma.payments.getPluginPaymentTokenAsync()</c>. It expires after a few minutes.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The payment information, or the error, which is not thrown. Use <c>IsPaid</c> or <c>IsPaidOrTrial</c> to decide whether to grant access. The date of purchase remains after a refund and proves nothing.</returns>
    /// <exception cref="OperationCanceledException">The cancellation token was canceled.</exception>
    Task<PaymentsResult> TryGetPaymentsAsync(PluginPaymentToken token, CancellationToken cancellationToken = default);

    /// <summary>Gets the payment information of a user for the pinned resource, or the error.</summary>
    /// <param name="userId">The user ID, from your own OAuth 2 sign-in with Figma. An ID that a plugin sends proves nothing.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The payment information, or the error, which is not thrown. Use <c>IsPaid</c> or <c>IsPaidOrTrial</c> to decide whether to grant access. The date of purchase remains after a refund and proves nothing.</returns>
    /// <exception cref="OperationCanceledException">The cancellation token was canceled.</exception>
    Task<PaymentsResult> TryGetPaymentsAsync(UserId userId, CancellationToken cancellationToken = default);
}

using System;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.AspNetCore;

/// <summary>Decides about users outside of a request, for example in background work.</summary>
/// <remarks>
/// Each gate is a keyed service with its name as the key: <c>[FromKeyedServices("name")] IFigmaPaymentsGate gate</c>.
/// If there is only one gate, the key isn't needed.
/// </remarks>
public interface IFigmaPaymentsGate
{
    /// <summary>Decides about the user of a payment token. There is no limit for callers, and the whole budget is available: limit tokens that come from outside yourself.</summary>
    /// <param name="token">The payment token.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="OperationCanceledException">The operation was canceled through <paramref name="cancellationToken"/>.</exception>
    ValueTask<FigmaPaymentsDecision> CheckAsync(PluginPaymentToken token, CancellationToken cancellationToken = default);

    /// <summary>Decides about a user by ID.</summary>
    /// <param name="userId">The user ID, from the user's sign-in on your server. Don't trust an ID that a plugin sends.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="OperationCanceledException">The operation was canceled through <paramref name="cancellationToken"/>.</exception>
    ValueTask<FigmaPaymentsDecision> CheckAsync(UserId userId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes the cached payment information of a user who has no active purchase, so that the next ID request reaches Figma.
    /// Call it when a user says that they have just paid. It has no effect on users who have paid, and at most twice in a minute for each user.
    /// </summary>
    /// <param name="userId">The user ID, from the user's sign-in on your server.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the payment information has been removed.</returns>
    /// <remarks>
    /// The memory of other machines isn't affected; they notice the purchase after a minute, or after <see cref="FigmaPaymentsGateOptions.UnpaidFor"/> if that is longer.
    /// For payment tokens, it isn't needed: after a purchase, the plugin gets a new token.
    /// </remarks>
    ValueTask ForgetAsync(UserId userId, CancellationToken cancellationToken = default);
}

using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Options;
using Microsoft.Extensions.DependencyInjection;

namespace Figma.Payments.AspNetCore.CompilerServices;

/// <summary>
/// This API supports generated code and is not intended to be used directly from your code.
/// </summary>
/// <remarks>Connects the options of a gate to a client that is pinned to a resource.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GateClient
{
    /// <summary>Sets the resource, and the functions that send requests through the registered client.</summary>
    /// <typeparam name="TClient">The interface of the client.</typeparam>
    /// <param name="options">The options of the gate.</param>
    /// <param name="resource">The resource that the client is pinned to.</param>
    /// <param name="checkByToken">A function that sends a token request, or null if the client has no such method.</param>
    /// <param name="checkByUser">A function that sends an ID request, or null if the client has no such method.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static void Use<TClient>(
        FigmaPaymentsGateOptions options,
        ResourceId resource,
        Func<TClient, PluginPaymentToken, CancellationToken, Task<PaymentsResult>?>? checkByToken,
        Func<TClient, UserId, CancellationToken, Task<PaymentsResult>?>? checkByUser)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(options);

        // A section of the configuration can contain the resource too. The validator compares them.
        options.Resource ??= resource;

        // A task of null denies access.
        if (checkByToken is not null)
            options.CheckByToken = (services, token, cancellationToken) => checkByToken(services.GetRequiredService<TClient>(), token, cancellationToken)!;

        if (checkByUser is not null)
            options.CheckByUser = (services, userId, cancellationToken) => checkByUser(services.GetRequiredService<TClient>(), userId, cancellationToken)!;

        options.Client = new PinnedClient(typeof(TClient), resource, checkByToken is null ? null : options.CheckByToken, checkByUser is null ? null : options.CheckByUser);
    }

    /// <summary>Converts payment information to a result. The gate handles the exception of a request that failed.</summary>
    /// <param name="pending">The task of a client method. A decorator can return null.</param>
    /// <returns>The result, or null if there is no payment information, so that access is denied.</returns>
    public static Task<PaymentsResult>? ToResult(Task<PaymentInformation>? pending) => pending is null ? null : ConvertAsync(new ValueTask<PaymentInformation>(pending));

    /// <summary>Converts payment information to a result. The gate handles the exception of a request that failed.</summary>
    /// <param name="pending">The task of a client method.</param>
    /// <returns>The result, or null if there is no payment information, so that access is denied.</returns>
    public static Task<PaymentsResult>? ToResult(ValueTask<PaymentInformation> pending) => ConvertAsync(pending);

    /// <summary>Converts the task of a result.</summary>
    /// <param name="pending">The task of a client method.</param>
    /// <returns>The task.</returns>
    public static Task<PaymentsResult>? ToResult(ValueTask<PaymentsResult> pending) => pending.AsTask();

    private static async Task<PaymentsResult> ConvertAsync(ValueTask<PaymentInformation> pending)
    {
        PaymentInformation? information = await pending.ConfigureAwait(false);
        return information is null ? null! : new PaymentsResult(information);
    }
}

using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Telemetry;
using Microsoft.Extensions.Logging;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>
/// Waits for the lock that machines share, if the application has registered one. A lock only saves requests, so if it fails or takes too long,
/// the request is sent without it.
/// </summary>
internal sealed class RequestLock(string gate, IFigmaPaymentsLock? shared, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan AcquireTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ReleaseTimeout = TimeSpan.FromMilliseconds(250);

    /// <summary>Returns the object that releases the lock, or null if there is no lock. Releasing it throws no exception.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "The lock can throw any exception. The gate works without it.")]
    public async ValueTask<IAsyncDisposable?> AcquireAsync(PaymentKey key, CancellationToken cancellationToken)
    {
        if (shared is null)
            return null;

        using CancellationTokenSource timeout = new(AcquireTimeout, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        Task<IAsyncDisposable?>? pending = null;

        try
        {
            // Not the key of the entry: in Redis, the lock would be in its place.
            pending = shared.AcquireAsync(key.Text + ":lock", either.Token).AsTask();
            return await pending.WaitAsync(either.Token).ConfigureAwait(false) is { } handle ? new Handle(this, handle) : null;
        }
        catch (Exception exception)
        {
            ReleaseLater(pending);

            if (cancellationToken.IsCancellationRequested)
                throw;

            logger.LockFailed(gate, exception.GetType().FullName);
            return null;
        }
    }

    // The lock might ignore the token and be acquired after the time-out.
    private void ReleaseLater(Task<IAsyncDisposable?>? pending) => pending?.ContinueWith(
        task => task.IsCompletedSuccessfully ? task.Result is { } handle ? ReleaseAsync(handle) : Task.CompletedTask : Task.FromResult(task.Exception),
        CancellationToken.None,
        TaskContinuationOptions.None,
        TaskScheduler.Default);

    [SuppressMessage("Design", "CA1031", Justification = "The lock can throw any exception. It expires by itself.")]
    private async Task ReleaseAsync(IAsyncDisposable handle)
    {
        try
        {
            await handle.DisposeAsync().AsTask().WaitAsync(ReleaseTimeout, time).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            logger.LockFailed(gate, exception.GetType().FullName);
        }
    }

    private sealed class Handle(RequestLock owner, IAsyncDisposable handle) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await owner.ReleaseAsync(handle).ConfigureAwait(false);
    }
}

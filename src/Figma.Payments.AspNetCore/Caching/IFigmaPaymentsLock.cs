using System;
using System.Threading;
using System.Threading.Tasks;

namespace Figma.Payments.AspNetCore;

/// <summary>
/// Lets several machines send one request for the same user at the same time. Register an implementation over a distributed lock as a singleton.
/// Without one, each machine sends its own request.
/// </summary>
/// <remarks>It is used only if the gate has a distributed cache and a <see cref="FigmaPaymentsGateOptions.CacheSecret"/>. If it throws an exception, the request is sent without the lock.</remarks>
public interface IFigmaPaymentsLock
{
    /// <summary>Waits for a lock.</summary>
    /// <param name="name">The name of the lock. It contains no secret, and no entry of the cache has it as its key.</param>
    /// <param name="cancellationToken">A token that is canceled if the lock takes too long. The gate then sends the request without the lock.</param>
    /// <returns>The object that releases the lock, or null if it wasn't acquired.</returns>
    ValueTask<IAsyncDisposable?> AcquireAsync(string name, CancellationToken cancellationToken);
}

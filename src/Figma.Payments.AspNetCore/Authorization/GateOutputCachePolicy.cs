using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Keeps the responses of endpoints with a gate out of the output cache. The cache would serve the response to one caller to others.</summary>
internal sealed class GateOutputCachePolicy : IOutputCachePolicy
{
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation) => default;

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => default;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (EndpointGates.Of(context.HttpContext.GetEndpoint()).Count > 0)
            context.AllowCacheStorage = false;

        return default;
    }
}

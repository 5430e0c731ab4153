using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Decisions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>Keeps the responses of endpoints with a gate out of the output cache. The cache would serve the response to one caller to others.</summary>
internal sealed class GateOutputCachePolicy : IOutputCachePolicy
{
    /// <summary>
    /// Gives each request a key of its own. Policies of the endpoint run later and can allow the cache again, but can't find the response to another request.
    /// Requests with the same key would also wait for each other.
    /// </summary>
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (HasGate(context))
        {
            context.AllowLocking = false;
            context.CacheVaryByRules.VaryByValues["figma.payments.request"] = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        }

        return default;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => default;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (HasGate(context))
            context.AllowCacheStorage = false;

        return default;
    }

    // A middleware can have cleared the endpoint when it has run.
    private static bool HasGate(OutputCacheContext context) => EndpointGates.Of(context.HttpContext.GetEndpoint()).Count > 0 || RequestDecisions.Find(context.HttpContext) is not null;
}

using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Figma.Payments.AspNetCore.Cors;

/// <summary>
/// Applies CORS to endpoints with a gate, and to no others. The page of a plugin has the origin <c>null</c>, as every sandboxed page has, so each origin is allowed;
/// credentials aren't, because the payment token is not a cookie.
/// </summary>
internal static class GateCors
{
    // The endpoint middleware requires that a CORS middleware has set this item, if an endpoint has CORS metadata.
    private const string InvokedKey = "__CorsMiddlewareWithEndpointInvoked";

    private static readonly object Invoked = true;

    /// <summary>The policy of endpoints without CORS metadata of their own.</summary>
    public static readonly CorsPolicy Policy = new CorsPolicyBuilder()
        .AllowAnyOrigin()
        .AllowAnyHeader()
        .AllowAnyMethod()
        .WithExposedHeaders("Retry-After", "WWW-Authenticate", "Grpc-Status", "Grpc-Message", "Grpc-Status-Details-Bin")
        .Build();

    public static void MarkAsInvoked(HttpContext context) => context.Items[InvokedKey] = Invoked;

    /// <summary>Determines whether a CORS middleware, of the gate or of the framework, has seen the request with its endpoint.</summary>
    public static bool IsInvoked(HttpContext context) => context.Items.ContainsKey(InvokedKey);

    /// <summary>Determines whether a page sent the request.</summary>
    public static bool IsCorsRequest(HttpContext context) => !StringValues.IsNullOrEmpty(context.Request.Headers.Origin);

    /// <summary>Evaluates the policy of an endpoint, or returns null if there is none or the request isn't a CORS request.</summary>
    public static async ValueTask<CorsResult?> EvaluateAsync(HttpContext context, Endpoint endpoint)
    {
        if (!IsCorsRequest(context))
            return null;

        CorsPolicy? policy = await FindPolicyAsync(context, endpoint).ConfigureAwait(false);
        return policy is null ? null : context.RequestServices.GetRequiredService<ICorsService>().EvaluatePolicy(context, policy);
    }

    /// <summary>
    /// Applies CORS to an admitted request if no middleware has, for example because UseFigmaPayments is in another branch. ASP.NET Core wouldn't execute the endpoint.
    /// </summary>
    public static async ValueTask EnsureAppliedAsync(HttpContext context)
    {
        if (IsInvoked(context) || context.GetEndpoint() is not { } endpoint)
            return;

        if (await EvaluateAsync(context, endpoint).ConfigureAwait(false) is { } result)
            Apply(context, result);

        MarkAsInvoked(context);
    }

    public static void Apply(HttpContext context, CorsResult result) => context.RequestServices.GetRequiredService<ICorsService>().ApplyResult(result, context.Response);

    // CORS metadata that the developer added takes precedence over that of the gate, wherever it is.
    private static async ValueTask<CorsPolicy?> FindPolicyAsync(HttpContext context, Endpoint endpoint)
    {
        ICorsMetadata? metadata = null;

        foreach (ICorsMetadata candidate in endpoint.Metadata.GetOrderedMetadata<ICorsMetadata>())
        {
            if (candidate is not IGateMetadata)
                metadata = candidate;
        }

        return metadata switch
        {
            null => Policy,
            IDisableCorsAttribute => null,
            ICorsPolicyMetadata policy => policy.Policy,
            IEnableCorsAttribute named => await context.RequestServices.GetRequiredService<ICorsPolicyProvider>().GetPolicyAsync(context, named.PolicyName).ConfigureAwait(false),
            _ => await context.RequestServices.GetRequiredService<ICorsPolicyProvider>().GetPolicyAsync(context, policyName: null).ConfigureAwait(false),
        };
    }
}

using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Figma.Payments.AspNetCore.Authentication;

/// <summary>Authenticates with the application's schemes. A policy scheme that forwards to a gate would lead back to it, without end.</summary>
internal static class ForwardedSchemes
{
    private const int MaxSteps = 8;

    public static async Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string scheme) =>
        await LeadsToGateAsync(context, scheme).ConfigureAwait(false) ? AuthenticateResult.NoResult() : await context.AuthenticateAsync(scheme).ConfigureAwait(false);

    private static async ValueTask<bool> LeadsToGateAsync(HttpContext context, string name)
    {
        IAuthenticationSchemeProvider schemes = context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>();
        string? next = name;

        for (int step = 0; step < MaxSteps; step++)
        {
            if (next is null || await schemes.GetSchemeAsync(next).ConfigureAwait(false) is not { } scheme)
                return false;

            if (scheme.HandlerType == typeof(GateAuthenticationHandler))
                return true;

            if (scheme.HandlerType != typeof(PolicySchemeHandler))
                return false;

            PolicySchemeOptions options = context.RequestServices.GetRequiredService<IOptionsMonitor<PolicySchemeOptions>>().Get(next);
            next = options.ForwardAuthenticate ?? options.ForwardDefaultSelector?.Invoke(context) ?? options.ForwardDefault;
        }

        return true;
    }
}

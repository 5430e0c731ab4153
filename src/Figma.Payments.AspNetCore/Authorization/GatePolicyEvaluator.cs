using System.Collections.Generic;
using System.Linq;
using System.Security.Claims;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Authentication;
using Figma.Payments.AspNetCore.Decisions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace Figma.Payments.AspNetCore.Authorization;

/// <summary>
/// Adds the identities of the gates of a policy to the user of the request, so that other requirements can read their claims. The user is a copy: the schemes of the
/// application can use the same object for several requests. It isn't part of the authentication, because each principal of a scheme is passed to the claims
/// transformation of the application, which expects its own users.
/// </summary>
internal sealed class GatePolicyEvaluator(IAuthorizationService authorization, IAuthenticationSchemeProvider schemes, GateRegistry gates) : PolicyEvaluator(authorization)
{
    public override async Task<AuthenticateResult> AuthenticateAsync(AuthorizationPolicy policy, HttpContext context)
    {
        AuthenticateResult result = await base.AuthenticateAsync(policy, context).ConfigureAwait(false);
        GateRequirement[] requirements = [.. policy.Requirements.OfType<GateRequirement>().Distinct()];

        if (requirements.Length == 0)
            return result;

        // The scheme of the gate has replaced the default one, whose users keep their roles. If the policy names a scheme, its users are the only ones.
        if (policy.AuthenticationSchemes.All(GateNames.IsScheme))
            result = await AuthenticateByDefaultAsync(context).ConfigureAwait(false);

        ClaimsPrincipal user = new(FindIdentities(result.Principal));

        foreach (GateRequirement requirement in requirements)
        {
            if (gates.TryGet(requirement.Gate, out Gate? gate) && RequestDecisions.Find(context)?.FindPayment(gate) is { } payment)
                user.AddIdentity(GateClaims.CreateIdentity(gate, payment));
        }

        // ASP.NET Core guarantees that the user has an identity.
        if (user.Identity is null)
            user.AddIdentity(new ClaimsIdentity());

        context.User = user;
        return result.Succeeded ? AuthenticateResult.Success(new AuthenticationTicket(user, result.Properties, result.Ticket.AuthenticationScheme)) : result;
    }

    private async Task<AuthenticateResult> AuthenticateByDefaultAsync(HttpContext context) =>
        await schemes.GetDefaultAuthenticateSchemeAsync().ConfigureAwait(false) is { } scheme && scheme.HandlerType != typeof(GateAuthenticationHandler)
            ? await context.AuthenticateAsync(scheme.Name).ConfigureAwait(false)
            : AuthenticateResult.NoResult();

    // A cookie can contain the claims of an earlier request.
    private static IEnumerable<ClaimsIdentity> FindIdentities(ClaimsPrincipal? user)
    {
        foreach (ClaimsIdentity identity in user?.Identities ?? [])
        {
            if (!identity.HasClaim(GateClaims.IsOfGate))
            {
                yield return identity;
            }
            else if (identity.IsAuthenticated)
            {
                ClaimsIdentity copy = identity.Clone();

                foreach (Claim claim in copy.FindAll(GateClaims.IsOfGate).ToArray())
                    copy.TryRemoveClaim(claim);

                yield return copy;
            }
        }
    }
}

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
internal sealed class GatePolicyEvaluator(IAuthorizationService authorization, GateRegistry gates) : PolicyEvaluator(authorization)
{
    public override async Task<AuthenticateResult> AuthenticateAsync(AuthorizationPolicy policy, HttpContext context)
    {
        AuthenticateResult result = await base.AuthenticateAsync(policy, context).ConfigureAwait(false);
        GateRequirement[] requirements = [.. policy.Requirements.OfType<GateRequirement>()];

        if (requirements.Length == 0)
            return result;

        // A cookie can contain the identity of an earlier request.
        ClaimsPrincipal user = new(context.User.Identities.Where(static identity => !identity.HasClaim(static claim => claim.Type == GateClaims.GateType)));

        foreach (GateRequirement requirement in requirements)
        {
            if (gates.TryGet(requirement.Gate, out Gate? gate) && RequestDecisions.Find(context)?.FindPayment(gate) is { } payment)
                user.AddIdentity(GateClaims.CreateIdentity(gate, payment));
        }

        context.User = user;
        return result.Succeeded ? AuthenticateResult.Success(new AuthenticationTicket(user, result.Properties, result.Ticket.AuthenticationScheme)) : result;
    }
}

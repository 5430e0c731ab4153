using System.Collections.Generic;
using System.Security.Claims;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Figma.Payments.AspNetCore.Authentication;

/// <summary>Reads the Figma user ID of the signed-in user.</summary>
/// <param name="Id">The user ID, or null if no user is signed in or the user has no Figma user ID.</param>
/// <param name="IsAmbiguous"><c>true</c> if the claim has several values or isn't a valid user ID. The gate refuses the caller then.</param>
internal readonly record struct SignedInUser(UserId? Id, bool IsAmbiguous)
{
    /// <summary>Reads the claim from identities that the configured scheme authenticated, and from no others.</summary>
    public static ValueTask<SignedInUser> ReadAsync(HttpContext context, GateSettings settings) =>
        settings is { UserScheme: { } scheme, UserIdClaim: { } claimType } ? ReadAsync(context, scheme, claimType) : default;

    private static async ValueTask<SignedInUser> ReadAsync(HttpContext context, string scheme, string claimType)
    {
        AuthenticateResult result = await context.AuthenticateAsync(scheme).ConfigureAwait(false);
        return result is { Succeeded: true, Principal: { } principal } ? Read(principal.Identities, claimType) : default;
    }

    private static SignedInUser Read(IEnumerable<ClaimsIdentity> identities, string claimType)
    {
        string? text = null;

        foreach (ClaimsIdentity identity in identities)
        {
            if (!identity.IsAuthenticated)
                continue;

            foreach (Claim claim in identity.Claims)
            {
                if (claim.Type != claimType)
                    continue;

                if (text is not null)
                    return new SignedInUser(Id: null, IsAmbiguous: true);

                text = claim.Value;
            }
        }

        return text is null ? default : UserId.TryParse(text, out UserId id) ? new SignedInUser(id, IsAmbiguous: false) : new SignedInUser(Id: null, IsAmbiguous: true);
    }
}

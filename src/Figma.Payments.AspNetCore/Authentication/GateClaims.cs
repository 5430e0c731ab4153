using System.Globalization;
using System.Security.Claims;
using Figma.Payments.AspNetCore.Decisions;

namespace Figma.Payments.AspNetCore.Authentication;

/// <summary>Creates the identity of an admitted caller.</summary>
internal static class GateClaims
{
    /// <summary>
    /// Creates an identity that has no authentication type, so it doesn't satisfy <c>[Authorize]</c>: a free user of Figma is not a user of the application.
    /// </summary>
    public static ClaimsIdentity CreateIdentity(Gate gate, FigmaPayment payment) => new(
    [
        new Claim("figma:gate", gate.Name),
        new Claim("figma:user", payment.UserId.Value),
        new Claim("figma:resource", payment.ResourceId.Value),
        new Claim("figma:granted_by", payment.GrantedBy.ToString()),
        new Claim("figma:checked_at", payment.CheckedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64),
    ]);
}

using System;
using System.Globalization;
using System.Security.Claims;
using Figma.Payments.AspNetCore.Decisions;

namespace Figma.Payments.AspNetCore.Authentication;

/// <summary>Creates the identity of an admitted caller.</summary>
internal static class GateClaims
{
    private static readonly string[] Types = ["figma:gate", "figma:user", "figma:resource", "figma:granted_by", "figma:checked_at"];

    /// <summary>Determines whether a claim has a type that only the gate's identity has.</summary>
    public static bool IsOfGate(Claim claim) => Array.IndexOf(Types, claim.Type) >= 0;

    /// <summary>
    /// Creates an identity that has no authentication type, so it doesn't satisfy <c>[Authorize]</c>: a free user of Figma is not a user of the application.
    /// </summary>
    public static ClaimsIdentity CreateIdentity(Gate gate, FigmaPayment payment)
    {
        ClaimsIdentity identity = new();

        Add("figma:gate", gate.Name);
        Add("figma:user", payment.UserId.Value);
        Add("figma:resource", payment.ResourceId.Value);
        Add("figma:granted_by", NameOf(payment.GrantedBy));
        Add("figma:checked_at", payment.CheckedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64);

        return identity;

        // The identity copies claims that don't name it as their subject.
        void Add(string type, string value, string valueType = ClaimValueTypes.String) =>
            identity.AddClaim(new Claim(type, value, valueType, ClaimsIdentity.DefaultIssuer, ClaimsIdentity.DefaultIssuer, identity));
    }

    // Enum.ToString takes 0.04 µs.
    private static string NameOf(FigmaPaymentGrant grant) => grant switch
    {
        FigmaPaymentGrant.Paid => nameof(FigmaPaymentGrant.Paid),
        FigmaPaymentGrant.Trial => nameof(FigmaPaymentGrant.Trial),
        _ => nameof(FigmaPaymentGrant.AllowedUser),
    };
}

namespace Figma.Payments.AspNetCore;

/// <summary>Specifies why a gate admits a user.</summary>
public enum FigmaPaymentGrant
{
    /// <summary>The user has an active purchase.</summary>
    Paid = 1,

    /// <summary>The user is in the trial period of a subscription, and <see cref="FigmaPaymentsGateOptions.AllowTrial"/> is set.</summary>
    Trial = 2,

    /// <summary>The user is one of <see cref="FigmaPaymentsGateOptions.AllowedUsers"/>.</summary>
    AllowedUser = 3,
}

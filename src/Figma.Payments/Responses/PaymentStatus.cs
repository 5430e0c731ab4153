using System.Text.Json.Serialization;
using Figma.Payments.Serialization;

namespace Figma.Payments;

/// <summary>Specifies the payment status of a user: <c>payment_status</c> in Figma's documentation.</summary>
/// <remarks>Check for the statuses that grant access, not for those that deny it: a status that Figma adds later is <see cref="Unknown"/>.</remarks>
[JsonConverter(typeof(PaymentStatusJsonConverter))]
public enum PaymentStatus
{
    /// <summary>A status that this version of the library doesn't know. Don't grant access.</summary>
    Unknown = 0,

    /// <summary><c>UNPAID</c>: the user has not paid or no longer has access (the purchase was refunded, or the subscription ended).</summary>
    Unpaid = 1,

    /// <summary><c>PAID</c>: the user has an active purchase.</summary>
    Paid = 2,

    /// <summary><c>TRIAL</c>: the user is in the trial period of a subscription.</summary>
    Trial = 3,
}

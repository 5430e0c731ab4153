using System;
using System.ComponentModel;
using Figma.Payments.Http;

namespace Figma.Payments;

/// <summary>
/// Figma's answer about one user and one resource.
/// </summary>
/// <remarks>
/// Immutable, and marked so: a cache in memory may hand out one instance to everybody. It is not made for serializers.
/// There is no webhook for payments, so a cache's lifetime bounds how late a purchase or a refund is seen.
/// </remarks>
[ImmutableObject(true)]
public sealed class PaymentInformation : IPaymentsOutcome
{
    /// <summary>Makes an answer, as a test of your own code does.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="resourceId">The plugin, widget or Community file.</param>
    /// <param name="paymentStatus">The payment status.</param>
    /// <param name="dateOfPurchase">When the user bought; null for who never did.</param>
    /// <exception cref="ArgumentException">An id is <c>default</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="paymentStatus"/> is no member of its type.</exception>
    public PaymentInformation(UserId userId, ResourceId resourceId, PaymentStatus paymentStatus, DateTimeOffset? dateOfPurchase = null)
        : this(userId, resourceId, paymentStatus, WireNames.GetStatusText(paymentStatus), dateOfPurchase)
    {
    }

    internal PaymentInformation(UserId userId, ResourceId resourceId, PaymentStatus paymentStatus, string paymentStatusText, DateTimeOffset? dateOfPurchase)
    {
        if (userId.ValueOrNull is null)
            throw new ArgumentException("default(UserId) is no user.", nameof(userId));

        if (resourceId.ValueOrNull is null)
            throw new ArgumentException("default(ResourceId) is no resource.", nameof(resourceId));

        UserId = userId;
        ResourceId = resourceId;
        PaymentStatus = paymentStatus;
        PaymentStatusText = paymentStatusText;
        DateOfPurchase = dateOfPurchase;
    }

    /// <summary>The user whose payment was asked for: <c>user_id</c>.</summary>
    public UserId UserId { get; }

    /// <summary>The resource that was asked about: <c>resource_id</c>, and as its <see cref="ResourceId.Type"/> the <c>resource_type</c>.</summary>
    public ResourceId ResourceId { get; }

    /// <summary>The payment status: <c>payment_status</c>.</summary>
    public PaymentStatus PaymentStatus { get; }

    /// <summary>Figma's own word for the status, such as <c>PAID</c>: what <see cref="PaymentStatus.Unknown"/> stands for.</summary>
    public string PaymentStatusText { get; }

    /// <summary>
    /// When the user bought the resource, in UTC; null for who never did: <c>date_of_purchase</c>.
    /// </summary>
    /// <remarks>
    /// It is no proof of access. Figma's documentation: a value is still returned if the user has no longer
    /// active access (purchase refunded, subscription ended). Decide with <see cref="IsPaid"/> or <see cref="IsPaidOrTrial"/>.
    /// </remarks>
    public DateTimeOffset? DateOfPurchase { get; }

    /// <summary>Whether the user has an active purchase. A trial is none.</summary>
    public bool IsPaid => PaymentStatus == PaymentStatus.Paid;

    /// <summary>Whether the user has an active purchase or is in the trial period of a subscription.</summary>
    public bool IsPaidOrTrial => PaymentStatus is PaymentStatus.Paid or PaymentStatus.Trial;

    /// <summary>The answer in a few words, for a log: ids and status are no secrets.</summary>
    public override string ToString() => PaymentStatusText + ": user " + UserId.ToString() + ", " + ResourceId.ToString();
}

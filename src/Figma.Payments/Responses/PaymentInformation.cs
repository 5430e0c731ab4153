using System;
using System.ComponentModel;
using System.Text.Json.Serialization;
using Figma.Payments.Http;
using Figma.Payments.Serialization;

namespace Figma.Payments;

/// <summary>Contains the payment information of one user and one resource.</summary>
/// <remarks>
/// <para>Instances are immutable and marked with <see cref="ImmutableObjectAttribute"/>, so an in-memory cache can share them. <c>System.Text.Json</c> writes and reads them without loss, so a distributed cache can store them.</para>
/// <para>Figma has no webhook for payments. If you cache payment information, its lifetime in the cache determines how late you notice a purchase or a refund.</para>
/// </remarks>
[ImmutableObject(true)]
[JsonConverter(typeof(PaymentInformationJsonConverter))]
public sealed class PaymentInformation : IPaymentsOutcome, IEquatable<PaymentInformation>
{
    /// <summary>Initializes a new instance of the <see cref="PaymentInformation"/> class. Use it in tests of your own code.</summary>
    /// <param name="userId">The user ID.</param>
    /// <param name="resourceId">The resource ID.</param>
    /// <param name="paymentStatus">The payment status.</param>
    /// <param name="dateOfPurchase">The date of purchase, or null if the user never purchased the resource.</param>
    /// <exception cref="ArgumentException"><paramref name="userId"/> or <paramref name="resourceId"/> is <c>default</c>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="paymentStatus"/> isn't a valid <see cref="Payments.PaymentStatus"/>.</exception>
    public PaymentInformation(UserId userId, ResourceId resourceId, PaymentStatus paymentStatus, DateTimeOffset? dateOfPurchase = null)
        : this(userId, resourceId, paymentStatus, WireNames.GetStatusText(paymentStatus), dateOfPurchase)
    {
    }

    internal PaymentInformation(UserId userId, ResourceId resourceId, PaymentStatus paymentStatus, string paymentStatusText, DateTimeOffset? dateOfPurchase)
    {
        if (userId.ValueOrNull is null)
            throw new ArgumentException("The user ID is not initialized.", nameof(userId));

        if (resourceId.ValueOrNull is null)
            throw new ArgumentException("The resource ID is not initialized.", nameof(resourceId));

        UserId = userId;
        ResourceId = resourceId;
        PaymentStatus = paymentStatus;
        PaymentStatusText = paymentStatusText;
        DateOfPurchase = dateOfPurchase;
    }

    /// <summary>Gets the user ID: <c>user_id</c>.</summary>
    public UserId UserId { get; }

    /// <summary>Gets the resource ID: <c>resource_id</c>, and <c>resource_type</c> as its <see cref="ResourceId.Type"/>.</summary>
    public ResourceId ResourceId { get; }

    /// <summary>Gets the payment status: <c>payment_status</c>.</summary>
    public PaymentStatus PaymentStatus { get; }

    /// <summary>Gets the payment status as Figma sent it, such as <c>PAID</c>. If <see cref="PaymentStatus"/> is <see cref="PaymentStatus.Unknown"/>, this is the unknown value.</summary>
    public string PaymentStatusText { get; }

    /// <summary>Gets the date of purchase in UTC, or null if the user never purchased the resource or the date in the response can't be read: <c>date_of_purchase</c>.</summary>
    /// <remarks>
    /// Don't use the date to decide access. According to Figma's documentation, it is still returned if the user no longer
    /// has active access (the purchase was refunded, or the subscription ended). Use <see cref="IsPaid"/> or <see cref="IsPaidOrTrial"/> instead.
    /// </remarks>
    public DateTimeOffset? DateOfPurchase { get; }

    /// <summary>Gets a value that indicates whether the user has an active purchase. It is <c>false</c> during a trial.</summary>
    public bool IsPaid => PaymentStatus == PaymentStatus.Paid;

    /// <summary>Gets a value that indicates whether the user has an active purchase or is in the trial period of a subscription.</summary>
    public bool IsPaidOrTrial => PaymentStatus is PaymentStatus.Paid or PaymentStatus.Trial;

    /// <summary>Determines whether another object has the same values.</summary>
    /// <param name="other">The object to compare with.</param>
    /// <returns><c>true</c> if all values are equal; otherwise, <c>false</c>.</returns>
    public bool Equals(PaymentInformation? other) =>
        other is not null
        && UserId == other.UserId
        && ResourceId == other.ResourceId
        && PaymentStatus == other.PaymentStatus
        && string.Equals(PaymentStatusText, other.PaymentStatusText, StringComparison.Ordinal)
        && DateOfPurchase == other.DateOfPurchase;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PaymentInformation);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((UserId.GetHashCode() * 397) ^ ResourceId.GetHashCode() ^ (int)PaymentStatus);

    /// <summary>Determines whether two objects have the same values.</summary>
    /// <param name="left">The first object.</param>
    /// <param name="right">The second object.</param>
    /// <returns><c>true</c> if both are null or all values are equal; otherwise, <c>false</c>.</returns>
    public static bool operator ==(PaymentInformation? left, PaymentInformation? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Determines whether two objects have different values.</summary>
    /// <param name="left">The first object.</param>
    /// <param name="right">The second object.</param>
    /// <returns><c>true</c> if a value differs; otherwise, <c>false</c>.</returns>
    public static bool operator !=(PaymentInformation? left, PaymentInformation? right) => !(left == right);

    /// <summary>Returns the payment status, the user ID and the resource ID. None of them is a secret.</summary>
    /// <returns>A one-line description, which can be logged.</returns>
    public override string ToString() => PaymentStatusText + ": user " + UserId.ToString() + ", " + ResourceId.ToString();
}

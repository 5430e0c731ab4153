using System;
using System.Reflection;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Decisions;
using Microsoft.AspNetCore.Http;

namespace Figma.Payments.AspNetCore;

/// <summary>Contains the payment of a caller whom a gate admits. There is no instance for a caller whom the gate refuses.</summary>
/// <remarks>
/// <para>It can be a parameter of a minimal API handler, of a controller action and of a Razor page handler, and is never read from the request's data. Don't make it a part of a type that is: reading the type fails.</para>
/// <para>A nullable parameter is null if the gate doesn't admit the caller, so that <c>if (payment is not null)</c> is a sufficient check.</para>
/// </remarks>
[FigmaPaymentBinder]
public sealed class FigmaPayment : IBindableFromHttpContext<FigmaPayment>
{
    private FigmaPayment(UserId userId, ResourceId resourceId, PaymentStatus status, FigmaPaymentGrant grantedBy, DateTimeOffset checkedAt, bool isStale)
    {
        UserId = userId;
        ResourceId = resourceId;
        Status = status;
        GrantedBy = grantedBy;
        CheckedAt = checkedAt;
        IsStale = isStale;
    }

    /// <summary>Gets the user ID, which Figma's response contains.</summary>
    public UserId UserId { get; }

    /// <summary>Gets the resource ID, which Figma's response contains.</summary>
    public ResourceId ResourceId { get; }

    /// <summary>Gets the payment status. If <see cref="GrantedBy"/> is <see cref="FigmaPaymentGrant.AllowedUser"/>, it can be any status.</summary>
    public PaymentStatus Status { get; }

    /// <summary>Gets the reason why the user is admitted.</summary>
    public FigmaPaymentGrant GrantedBy { get; }

    /// <summary>Gets the time of the response from Figma. It is in the past if the payment information comes from the cache.</summary>
    public DateTimeOffset CheckedAt { get; }

    /// <summary>Gets a value that indicates whether the payment information is older than its lifetime, because no newer information could be requested from Figma; see <see cref="FigmaPaymentsGateOptions.GraceFor"/>.</summary>
    public bool IsStale { get; }

    /// <summary>Gets the time of the decision to use old payment information, or null.</summary>
    internal DateTimeOffset? UsedAt { get; private init; }

    /// <summary>Creates the payment of an admitted caller.</summary>
    /// <param name="payment">The payment information.</param>
    /// <param name="grantedBy">The reason why the user is admitted.</param>
    /// <param name="usedAt">The time of the decision if the payment information is older than its lifetime; otherwise, null.</param>
    internal static FigmaPayment Create(VerifiedPayment payment, FigmaPaymentGrant grantedBy, DateTimeOffset? usedAt) =>
        new(payment.UserId, payment.ResourceId, payment.Status, grantedBy, payment.CheckedAt, isStale: usedAt is not null) { UsedAt = usedAt };

    /// <summary>Creates a payment. Use it in tests of your own code.</summary>
    /// <param name="userId">The user ID.</param>
    /// <param name="resourceId">The resource ID.</param>
    /// <param name="status">The payment status.</param>
    /// <param name="grantedBy">The reason why the user is admitted.</param>
    /// <param name="checkedAt">The time of the response from Figma.</param>
    /// <param name="isStale"><c>true</c> if the payment information is older than its lifetime.</param>
    /// <returns>The payment.</returns>
    /// <remarks>There is no public constructor, because deserializers and model binders would use it for the data of a request.</remarks>
    /// <exception cref="ArgumentException"><paramref name="userId"/> or <paramref name="resourceId"/> is <c>default</c>.</exception>
    public static FigmaPayment Create(UserId userId, ResourceId resourceId, PaymentStatus status, FigmaPaymentGrant grantedBy, DateTimeOffset checkedAt, bool isStale = false)
    {
        if (userId == default)
            throw new ArgumentException("The user ID is not initialized.", nameof(userId));

        if (resourceId == default)
            throw new ArgumentException("The resource ID is not initialized.", nameof(resourceId));

        return new FigmaPayment(userId, resourceId, status, grantedBy, checkedAt, isStale);
    }

    /// <summary>Gets the payment for a parameter of a minimal API handler.</summary>
    /// <param name="context">The HTTP context.</param>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The payment, or null if the gate of the endpoint doesn't admit the caller.</returns>
    /// <exception cref="InvalidOperationException">The endpoint has several gates.</exception>
    public static ValueTask<FigmaPayment?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult(context.GetFigmaPayment());
    }

    /// <summary>Returns the reason, the status, the user ID and the resource ID. None of them is a secret.</summary>
    /// <returns>A one-line description, which can be logged.</returns>
    public override string ToString() => $"{GrantedBy} ({Status}): user {UserId}, {ResourceId}";
}

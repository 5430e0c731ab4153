using System;
using System.Text.Json.Serialization;

namespace Figma.Payments.AspNetCore.Decisions;

/// <summary>Contains payment information whose resource, and whose user if the request specified one, have been verified. A decision is derived from it.</summary>
internal sealed record VerifiedPayment(UserId UserId, ResourceId ResourceId, PaymentStatus Status, DateTimeOffset CheckedAt)
{
    /// <summary>Gets a value that indicates whether the entry is never used. It replaces older ones, so that no machine uses them in the grace period.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsRevoked { get; init; }
}

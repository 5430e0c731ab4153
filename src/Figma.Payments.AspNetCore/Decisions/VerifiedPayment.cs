using System;

namespace Figma.Payments.AspNetCore.Decisions;

/// <summary>Contains payment information whose resource, and whose user if the request specified one, have been verified. A decision is derived from it.</summary>
internal sealed record VerifiedPayment(UserId UserId, ResourceId ResourceId, PaymentStatus Status, DateTimeOffset CheckedAt);

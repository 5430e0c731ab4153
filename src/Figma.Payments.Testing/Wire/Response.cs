using System;
using System.Collections.Generic;

namespace Figma.Payments.Testing.Wire;

/// <summary>A response before it is rendered.</summary>
internal abstract record Response;

/// <summary>A response with the payment information for one user and one resource.</summary>
internal sealed record PaymentResponse(string User, ResourceType ResourceType, string Resource, string Status, DateTimeOffset? DateOfPurchase) : Response
{
    /// <summary>Gets a second <c>payment_status</c> to write after the first one, or null for a regular response.</summary>
    public string? ShadowStatus { get; init; }
}

/// <summary>An error response.</summary>
internal sealed record ErrorResponse(int Status, string Message) : Response
{
    /// <summary>Gets a value that indicates whether Figma was observed to send this error in the <c>err</c> envelope.</summary>
    public bool IsSeenAsErr { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}

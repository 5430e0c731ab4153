using System;
using System.Collections.Generic;

namespace Figma.Payments.Testing.Wire;

/// <summary>What is answered, before it becomes bytes.</summary>
internal abstract record Response;

/// <summary>An answer about one user and one resource.</summary>
internal sealed record PaymentResponse(string User, ResourceType ResourceType, string Resource, string Status, DateTimeOffset? DateOfPurchase) : Response
{
    /// <summary>A second <c>payment_status</c> behind the first one; by rule there is none.</summary>
    public string? ShadowStatus { get; init; }
}

/// <summary>An error.</summary>
internal sealed record ErrorResponse(int Status, string Message) : Response
{
    /// <summary>Whether this error has been seen in the <c>err</c> envelope.</summary>
    public bool IsSeenAsErr { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}

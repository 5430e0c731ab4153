using System;

namespace Figma.Payments.Http;

/// <summary>Contains the values of a successful response, from which the return value of a client method is created.</summary>
internal readonly struct ParsedResponse
{
    public ParsedResponse(string userId, ResourceType resourceType, string resourceId, string statusText, DateTimeOffset? dateOfPurchase)
    {
        UserId = userId;
        ResourceType = resourceType;
        ResourceId = resourceId;
        StatusText = statusText;
        DateOfPurchase = dateOfPurchase;
    }

    public string UserId { get; }

    public ResourceType ResourceType { get; }

    public string ResourceId { get; }

    public string StatusText { get; }

    public DateTimeOffset? DateOfPurchase { get; }

    public PaymentStatus Status => WireNames.GetStatus(StatusText);

    public PaymentInformation ToInformation() =>
        new(Payments.UserId.FromValidated(UserId), Payments.ResourceId.FromValidated(ResourceType, ResourceId), Status, StatusText, DateOfPurchase);
}

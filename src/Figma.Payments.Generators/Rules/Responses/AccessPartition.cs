using System.Collections.Immutable;

namespace Figma.Payments.Generators.Rules.Responses;

/// <summary>Three kinds of responses that a decision about access must tell apart.</summary>
/// <param name="Payer">The response for a user who has paid.</param>
/// <param name="Lookalikes">The responses for users who have no access. A decision that treats one like the payer is wrong.</param>
/// <param name="Denied">The response that the wrong decision denies: it is how the decision is recognized.</param>
internal sealed record AccessPartition(ResponseCase Payer, ImmutableArray<ResponseCase> Lookalikes, ResponseCase Denied)
{
    /// <summary>FPG3001: a refund looks like a purchase if only the date is tested.</summary>
    public static readonly AccessPartition ByDate = new(
        new ResponseCase(ResponseCase.Paid, PurchaseDate.Present),
        ImmutableArray.Create(new ResponseCase(ResponseCase.Unpaid, PurchaseDate.Present)),
        new ResponseCase(ResponseCase.Unpaid, PurchaseDate.Absent)) { IsDateUsed = true, IsAbilityAmbiguous = true, IsForbiddenAmbiguous = true };

    /// <summary>FPG3002: an unknown status looks like a paid one if only <c>Unpaid</c> is tested.</summary>
    public static readonly AccessPartition ByUnpaid = new(
        new ResponseCase(ResponseCase.Paid, PurchaseDate.Independent),
        ImmutableArray.Create(new ResponseCase(ResponseCase.Unknown, PurchaseDate.Independent)),
        new ResponseCase(ResponseCase.Unpaid, PurchaseDate.Independent));

    /// <summary>FPG3004: every response looks like a paid one if only its success is tested.</summary>
    public static readonly AccessPartition BySuccess = new(
        new ResponseCase(ResponseCase.Paid, PurchaseDate.Unknown),
        ImmutableArray.Create(new ResponseCase(ResponseCase.Unpaid, PurchaseDate.Unknown), new ResponseCase(ResponseCase.Unknown, PurchaseDate.Unknown)),
        new ResponseCase(Status: null, PurchaseDate.Unknown)) { IsAbilityAmbiguous = true, IsForbiddenAmbiguous = true, IsIdentityUsed = true };

    /// <summary>Gets a value that indicates whether code that uses the date might use it for another purpose than access.</summary>
    public bool IsDateUsed { get; private init; }

    /// <summary>Gets a value that indicates whether a name such as <c>CanExport</c> can be about the response itself, such as a receipt.</summary>
    public bool IsAbilityAmbiguous { get; private init; }

    /// <summary>Gets a value that indicates whether code can need a response only to identify the user. Then 401 says nothing about a payment.</summary>
    public bool IsIdentityUsed { get; private init; }

    /// <summary>Gets a value that indicates whether 401 and 403 can refuse something other than the product: what is only for those who bought it once, or only for users who are known.</summary>
    public bool IsForbiddenAmbiguous { get; private init; }

    /// <summary>Gets a value that indicates whether only 402 refuses access.</summary>
    private bool IsForbiddenIgnored { get; init; }

    /// <summary>Returns the partition for code that doesn't name what users pay for.</summary>
    public AccessPartition WithoutProduct() => this with { IsForbiddenIgnored = true };

    /// <summary>Determines whether the status code refuses access for a reason that the response tells.</summary>
    public bool IsRefusal(long? statusCode) => statusCode == 402 || (!IsForbiddenIgnored && (statusCode == 403 || (statusCode == 401 && !IsIdentityUsed)));
}

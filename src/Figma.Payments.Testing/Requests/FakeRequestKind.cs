namespace Figma.Payments.Testing;

/// <summary>Specifies how a request identifies the user and the resource.</summary>
public enum FakeRequestKind
{
    /// <summary>The request has neither a payment token nor an ID.</summary>
    None = 0,

    /// <summary>A token request, with <c>plugin_payment_token</c>.</summary>
    Token = 1,

    /// <summary>An ID request, with <c>user_id</c>, a resource ID, or both.</summary>
    Id = 2,

    /// <summary>The request has both a payment token and an ID, which is never valid.</summary>
    Mixed = 3,
}

namespace Figma.Payments.Testing;

/// <summary>Which of the two ways of asking a request took.</summary>
public enum FakeRequestKind
{
    /// <summary>Neither: no payment token and no id.</summary>
    None = 0,

    /// <summary>With <c>plugin_payment_token</c>.</summary>
    Token = 1,

    /// <summary>With <c>user_id</c>, a resource's id, or both.</summary>
    Id = 2,

    /// <summary>With both at once, which is never right.</summary>
    Mixed = 3,
}

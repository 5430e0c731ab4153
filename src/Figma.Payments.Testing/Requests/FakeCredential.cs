namespace Figma.Payments.Testing;

/// <summary>What a request brought as its credential. Only <see cref="Accepted"/> is answered.</summary>
public enum FakeCredential
{
    /// <summary>Neither <c>X-Figma-Token</c> nor <c>Authorization: Bearer</c>: answered with 401.</summary>
    Missing = 0,

    /// <summary><c>Authorization: Bearer</c> alone, which the Payments API does not support: answered with 403.</summary>
    BearerOnly = 1,

    /// <summary>An <c>X-Figma-Token</c> that is unknown or revoked, or several: answered with 403, <c>Invalid token</c>.</summary>
    Invalid = 2,

    /// <summary>An <c>X-Figma-Token</c> that was accepted once: answered with 403, <c>Token expired</c>.</summary>
    Expired = 3,

    /// <summary>An <c>X-Figma-Token</c> that is accepted.</summary>
    Accepted = 4,
}

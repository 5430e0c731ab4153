namespace Figma.Payments.Testing;

/// <summary>Specifies the kind of credential that a request contained. Only <see cref="Accepted"/> leads to payment information.</summary>
public enum FakeCredential
{
    /// <summary>The request has neither an <c>X-Figma-Token</c> nor an <c>Authorization: Bearer</c> header. The response has status 401.</summary>
    Missing = 0,

    /// <summary>The request has only an <c>Authorization: Bearer</c> header, which the Payments API doesn't support. The response has status 403.</summary>
    BearerOnly = 1,

    /// <summary>The <c>X-Figma-Token</c> is unknown or revoked, or the request has more than one. The response has status 403, <c>Invalid token</c>.</summary>
    Invalid = 2,

    /// <summary>The <c>X-Figma-Token</c> is expired. The response has status 403, <c>Token expired</c>.</summary>
    Expired = 3,

    /// <summary>The <c>X-Figma-Token</c> is valid.</summary>
    Accepted = 4,
}

namespace Figma.Payments;

/// <summary>Specifies the kind of an error.</summary>
public enum PaymentsErrorKind
{
    /// <summary>The request is not valid. Either it was not sent, or Figma rejected it (HTTP status 400 or 422).</summary>
    InvalidRequest = 1,

    /// <summary>
    /// Figma rejected the request (HTTP status 401 or 403) and didn't specify why: the payment token might be invalid or expired,
    /// the resource might not be yours, or your personal access token might be invalid.
    /// </summary>
    Unauthorized = 2,

    /// <summary>Your personal access token is invalid, expired or without the required scope, or the provider returned none. The user is not the cause. For a token request, an invalid access token is <see cref="Unauthorized"/>, because Figma doesn't specify which of the two tokens it rejects.</summary>
    CredentialRejected = 3,

    /// <summary>The user or the resource doesn't exist (HTTP status 404 or 410).</summary>
    NotFound = 4,

    /// <summary>Too many requests were sent (HTTP status 429). See <see cref="PaymentsError.RetryAfter"/>.</summary>
    RateLimited = 5,

    /// <summary>Figma could not be reached, didn't respond in time, or failed (HTTP status 408, 425 or 5xx).</summary>
    Unavailable = 6,

    /// <summary>The response is not a valid response of the Payments API: it is not JSON, truncated, too large, contradictory, or redirected, or the certificate of the server is not valid.</summary>
    InvalidResponse = 7,

    /// <summary>The response is valid, but it is about another user or another resource than the request.</summary>
    ResponseMismatch = 8,
}

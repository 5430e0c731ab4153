namespace Figma.Payments;

/// <summary>What kept Figma's Payments API from answering.</summary>
public enum PaymentsErrorKind
{
    /// <summary>The question cannot be asked (then nothing was sent), or Figma refused it as malformed (400).</summary>
    InvalidRequest = 1,

    /// <summary>
    /// Figma refused (401, 403) without saying whose fault it is: the payment token may be bad or expired,
    /// the resource may not be yours, or your own credential may be at fault.
    /// </summary>
    Unauthorized = 2,

    /// <summary>Figma said, to a question by ids, that your personal access token is wrong or expired, or the provider gave none. The user is not at fault.</summary>
    CredentialRejected = 3,

    /// <summary>Figma does not know the user or the resource (404).</summary>
    NotFound = 4,

    /// <summary>Too many requests (429): see <see cref="PaymentsError.RetryAfter"/>.</summary>
    RateLimited = 5,

    /// <summary>Figma could not be reached, did not answer in time, or failed itself (5xx).</summary>
    Unavailable = 6,

    /// <summary>What came back is not an answer of this API: not JSON, cut off, too large, contradicting itself, or redirected.</summary>
    InvalidResponse = 7,

    /// <summary>A well-formed answer to another question: another user or another resource.</summary>
    ResponseMismatch = 8,
}

namespace Figma.Payments.AspNetCore;

/// <summary>Specifies why a gate refuses a caller.</summary>
public enum FigmaPaymentsRefusal
{
    /// <summary>The gate admits the caller.</summary>
    None = 0,

    /// <summary>The request contains no payment token, and no user is signed in: status 401.</summary>
    TokenMissing = 1,

    /// <summary>The payment token is malformed, or Figma rejected it: status 401. Get a new token in the plugin.</summary>
    TokenInvalid = 2,

    /// <summary>The gate requires a signed-in user, and the request contains only a payment token: status 401.</summary>
    SignInRequired = 3,

    /// <summary>The user has not paid, or is in the trial period and the gate doesn't admit trials: status 402.</summary>
    PaymentRequired = 4,

    /// <summary>The payment token belongs to another plugin or widget: status 403.</summary>
    ResourceMismatch = 5,

    /// <summary>The payment token belongs to another user than the signed-in one: status 403.</summary>
    UserMismatch = 6,

    /// <summary>Figma doesn't know the signed-in user: status 403.</summary>
    UserNotFound = 7,

    /// <summary>The caller was refused too often: status 429.</summary>
    TooManyRequests = 8,

    /// <summary>The payment status isn't known, because Figma can't be reached or limits or rejects our requests: status 503.</summary>
    Unavailable = 9,
}

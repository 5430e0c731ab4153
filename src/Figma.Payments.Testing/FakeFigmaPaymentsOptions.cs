using System;

using Figma.Payments.Testing.Wire;

namespace Figma.Payments.Testing;

/// <summary>
/// Options for <see cref="FakeFigmaPayments"/>, for behavior that Figma's documentation leaves open or doesn't describe.
/// </summary>
/// <remarks>The options are validated and copied when the fake is created. Later changes have no effect.</remarks>
public sealed class FakeFigmaPaymentsOptions
{
    /// <summary>
    /// Gets or sets the text of the first personal access token that the fake accepts, or null to generate one.
    /// Set it if the code under test reads the token from a source that the test can't change. Never use a real token.
    /// </summary>
    public string? AccessTokenText { get; set; }

    /// <summary>Gets or sets the lifetime of a payment token. The default is five minutes. Figma documents "short-lived" without a duration.</summary>
    public TimeSpan PaymentTokenLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Gets or sets the number of characters of a payment token, between 64 and 8,192. The default is 400. Figma documents no format and no length.
    /// Code that stores or forwards a token, for example in a column or a header of limited length, must not shorten it.
    /// </summary>
    public int PaymentTokenLength { get; set; } = 400;

    /// <summary>
    /// Gets or sets the lifetime of a personal access token, counted from when it was created. The default is 90 days, the maximum in Figma.
    /// A request with an expired token gets status 403, <c>Token expired</c>.
    /// </summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Gets or sets the spelling of the payment status in a response. The default is the spelling of the OpenAPI file. A client must read every spelling.</summary>
    public FakeStatusSpelling StatusSpelling { get; set; }

    /// <summary>Gets or sets the shape of an error response. The default is the shape that was observed for each error. A client must read both shapes.</summary>
    public FakeErrorEnvelope ErrorEnvelope { get; set; }

    /// <summary>
    /// Gets or sets the status code of the response to an invalid or expired payment token: 400, 401, 403 or 404. The default is 403.
    /// The status code that Figma uses is unknown. Test with each of them.
    /// </summary>
    public int InvalidPaymentTokenStatus { get; set; } = 403;

    /// <summary>
    /// Gets or sets the status code of the response to a request for a resource of another account: 400, 401, 403 or 404. The default is 403.
    /// The status code that Figma uses is unknown. Test with each of them.
    /// </summary>
    public int ForeignResourceStatus { get; set; } = 403;

    /// <summary>
    /// Gets or sets the number of token requests that all personal access tokens together can send in a minute, or null for no limit.
    /// Figma documents 300.
    /// </summary>
    public int? PaymentTokenRequestsPerMinute { get; set; }

    /// <summary>
    /// Gets or sets the number of ID requests that all personal access tokens together can send in a minute, or null for no limit.
    /// Figma documents 50, 100 or 150 on paid plans and up to 10 on free ones.
    /// </summary>
    public int? IdRequestsPerMinute { get; set; }

    /// <summary>Gets or sets the value of the <c>X-Figma-Plan-Tier</c> header of a 429 response: <c>enterprise</c>, <c>org</c>, <c>pro</c>, <c>starter</c> or <c>student</c>. The default is <c>pro</c>.</summary>
    public string PlanTier { get; set; } = "pro";

    /// <summary>Gets or sets the value of the <c>X-Figma-Rate-Limit-Type</c> header of a 429 response: <c>low</c> or <c>high</c>. The default is <c>high</c>.</summary>
    public string RateLimitType { get; set; } = "high";

    /// <summary>Gets or sets the value of the <c>X-Figma-Upgrade-Link</c> header of a 429 response.</summary>
    public Uri UpgradeLink { get; set; } = new("https://www.figma.com/pricing/");

    /// <summary>Gets or sets the clock for dates of purchase, token lifetimes, rate limits and delays. The default is the system clock.</summary>
    /// <remarks>A token that has expired when a request arrives remains expired, even if the clock is set back.</remarks>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal FakeFigmaPaymentsOptions ValidatedCopy()
    {
        if (FindProblem() is { } problem)
            throw new ArgumentException(problem, "options");

        return (FakeFigmaPaymentsOptions)MemberwiseClone();
    }

    private string? FindProblem()
    {
        if (AccessTokenText is not null && FindAccessTokenProblem(AccessTokenText) is { } problem)
            return $"{nameof(AccessTokenText)}: {problem}";

        if (PaymentTokenLifetime <= TimeSpan.Zero || PaymentTokenLifetime > TimeSpan.FromDays(365))
            return $"{nameof(PaymentTokenLifetime)}: The value must be greater than zero and at most 365 days.";

        if (PaymentTokenLength is < 64 or > 8_192)
            return $"{nameof(PaymentTokenLength)}: The value must be between 64 and 8,192.";

        if (AccessTokenLifetime <= TimeSpan.Zero || AccessTokenLifetime > TimeSpan.FromDays(36_500))
            return $"{nameof(AccessTokenLifetime)}: The value must be greater than zero and at most 36,500 days.";

        if (!Enum.IsDefined(StatusSpelling))
            return $"{nameof(StatusSpelling)}: The value isn't a member of {nameof(FakeStatusSpelling)}.";

        if (!Enum.IsDefined(ErrorEnvelope))
            return $"{nameof(ErrorEnvelope)}: The value isn't a member of {nameof(FakeErrorEnvelope)}.";

        if (InvalidPaymentTokenStatus is not (400 or 401 or 403 or 404))
            return $"{nameof(InvalidPaymentTokenStatus)}: The value must be 400, 401, 403 or 404.";

        if (ForeignResourceStatus is not (400 or 401 or 403 or 404))
            return $"{nameof(ForeignResourceStatus)}: The value must be 400, 401, 403 or 404.";

        if (PaymentTokenRequestsPerMinute < 1)
            return $"{nameof(PaymentTokenRequestsPerMinute)}: The value must be at least 1, or null for no limit.";

        if (IdRequestsPerMinute < 1)
            return $"{nameof(IdRequestsPerMinute)}: The value must be at least 1, or null for no limit.";

        if (!HeaderText.IsValid(PlanTier))
            return $"{nameof(PlanTier)}: The value must be valid in an HTTP header.";

        if (!HeaderText.IsValid(RateLimitType))
            return $"{nameof(RateLimitType)}: The value must be valid in an HTTP header.";

        if (UpgradeLink is not { IsAbsoluteUri: true })
            return $"{nameof(UpgradeLink)}: The value must be an absolute URI.";

        return TimeProvider is null ? $"{nameof(TimeProvider)}: The value must not be null." : null;
    }

    private static string? FindAccessTokenProblem(string text)
    {
        try
        {
            _ = new PersonalAccessToken(text);
            return null;
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }
}

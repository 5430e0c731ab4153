using System;

using Figma.Payments.Testing.Wire;

namespace Figma.Payments.Testing;

/// <summary>
/// How a <see cref="FakeFigmaPayments"/> behaves, where Figma's documents leave a choice or say nothing.
/// </summary>
/// <remarks>Checked and copied when the fake is made; later changes do not reach it.</remarks>
public sealed class FakeFigmaPaymentsOptions
{
    /// <summary>
    /// The text of the first personal access token that is accepted; null for a made-up one.
    /// Give one where the code under test reads it from a place that you cannot fill. Never a real one.
    /// </summary>
    public string? AccessTokenText { get; set; }

    /// <summary>How long a payment token lives. Five minutes unless set: Figma says "short-lived" and gives no figure.</summary>
    public TimeSpan PaymentTokenLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How the status is spelled in an answer. As the OpenAPI file says, unless set; a client must read every spelling.</summary>
    public FakeStatusSpelling StatusSpelling { get; set; }

    /// <summary>The shape of an error's body. As seen in practice, unless set; a client must read both shapes.</summary>
    public FakeErrorEnvelope ErrorEnvelope { get; set; }

    /// <summary>
    /// What a bad or expired payment token is answered with: 400, 401, 403 or 404. 403 unless set.
    /// What Figma really answers is unknown, so test with each.
    /// </summary>
    public int InvalidPaymentTokenStatus { get; set; } = 403;

    /// <summary>
    /// What a question about a resource of another account is answered with: 400, 401, 403 or 404. 403 unless set.
    /// What Figma really answers is unknown, so test with each.
    /// </summary>
    public int ForeignResourceStatus { get; set; } = 403;

    /// <summary>
    /// How many questions with a payment token are answered in a minute, all personal access tokens together; null for no limit.
    /// Figma documents 300.
    /// </summary>
    public int? PaymentTokenRequestsPerMinute { get; set; }

    /// <summary>
    /// How many questions with ids are answered in a minute, all personal access tokens together; null for no limit.
    /// Figma documents 50, 100 or 150 on paid plans and up to 10 on free ones.
    /// </summary>
    public int? IdRequestsPerMinute { get; set; }

    /// <summary>What a 429 says as <c>X-Figma-Plan-Tier</c>: <c>enterprise</c>, <c>org</c>, <c>pro</c>, <c>starter</c> or <c>student</c>. <c>pro</c> unless set.</summary>
    public string PlanTier { get; set; } = "pro";

    /// <summary>What a 429 says as <c>X-Figma-Rate-Limit-Type</c>: <c>low</c> or <c>high</c>. <c>high</c> unless set.</summary>
    public string RateLimitType { get; set; } = "high";

    /// <summary>What a 429 says as <c>X-Figma-Upgrade-Link</c>.</summary>
    public Uri UpgradeLink { get; set; } = new("https://www.figma.com/pricing/");

    /// <summary>The clock: dates of purchases, lives of payment tokens, rate limits and delays go by it. The system's unless set.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal FakeFigmaPaymentsOptions ValidatedCopy()
    {
        if (FindProblem() is { } fault)
            throw new ArgumentException(fault, "options");

        return (FakeFigmaPaymentsOptions)MemberwiseClone();
    }

    private string? FindProblem()
    {
        if (AccessTokenText is not null && FindAccessTokenProblem(AccessTokenText) is { } fault)
            return $"{nameof(AccessTokenText)}: {fault}";

        if (PaymentTokenLifetime <= TimeSpan.Zero || PaymentTokenLifetime > TimeSpan.FromDays(365))
            return $"{nameof(PaymentTokenLifetime)}: it must be more than zero and at most 365 days.";

        if (!Enum.IsDefined(StatusSpelling))
            return $"{nameof(StatusSpelling)}: this is no member of {nameof(FakeStatusSpelling)}.";

        if (!Enum.IsDefined(ErrorEnvelope))
            return $"{nameof(ErrorEnvelope)}: this is no member of {nameof(FakeErrorEnvelope)}.";

        if (InvalidPaymentTokenStatus is not (400 or 401 or 403 or 404))
            return $"{nameof(InvalidPaymentTokenStatus)}: it must be 400, 401, 403 or 404.";

        if (ForeignResourceStatus is not (400 or 401 or 403 or 404))
            return $"{nameof(ForeignResourceStatus)}: it must be 400, 401, 403 or 404.";

        if (PaymentTokenRequestsPerMinute < 1)
            return $"{nameof(PaymentTokenRequestsPerMinute)}: it must be at least 1, or null for no limit.";

        if (IdRequestsPerMinute < 1)
            return $"{nameof(IdRequestsPerMinute)}: it must be at least 1, or null for no limit.";

        if (!HeaderText.IsValid(PlanTier))
            return $"{nameof(PlanTier)}: it must be text that a header can carry.";

        if (!HeaderText.IsValid(RateLimitType))
            return $"{nameof(RateLimitType)}: it must be text that a header can carry.";

        if (UpgradeLink is not { IsAbsoluteUri: true })
            return $"{nameof(UpgradeLink)}: it must be an absolute address.";

        return TimeProvider is null ? $"{nameof(TimeProvider)}: it is null." : null;
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

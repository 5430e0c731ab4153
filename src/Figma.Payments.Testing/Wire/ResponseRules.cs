using System;
using System.Globalization;

using Figma.Payments.Testing.Ledger;

namespace Figma.Payments.Testing.Wire;

/// <summary>
/// Determines the response to a request. The checks run in this order: path, method, credential, rate limit, parameters, payment token, resource, user.
/// </summary>
internal sealed class ResponseRules
{
    private readonly FakeFigmaPaymentsOptions _options;
    private readonly PurchaseLedger _ledger;
    private readonly PaymentTokenStore _paymentTokens;
    private readonly RateWindow _tokenWindow;
    private readonly RateWindow _idWindow;

    public ResponseRules(FakeFigmaPaymentsOptions options, PurchaseLedger ledger, PaymentTokenStore paymentTokens)
    {
        _options = options;
        _ledger = ledger;
        _paymentTokens = paymentTokens;
        _tokenWindow = new RateWindow(options.PaymentTokenRequestsPerMinute);
        _idWindow = new RateWindow(options.IdRequestsPerMinute);
    }

    public Response Respond(WireRequest request, FakeCredential credential, DateTimeOffset now)
    {
        _paymentTokens.Update(now);

        if (request.Path != Names.Path)
            return new ErrorResponse(404, "Not found");

        if (request.Method != "GET")
            return new ErrorResponse(405, "Method not allowed") { Headers = [new("Allow", "GET")] };

        if (credential != FakeCredential.Accepted)
            return Refuse(credential);

        RateWindow window = request.Query.Count(Names.PaymentToken) > 0 ? _tokenWindow : _idWindow;

        if (window.CountOrWait(now) is { } wait)
            return RateLimited(FormatRetryAfter(wait), _options);

        if (!RequestParameters.TryParse(request.Query, out RequestParameters? parameters, out string? problem))
            return new ErrorResponse(400, problem);

        return parameters.PaymentToken is null
            ? RespondToIds(parameters.User, parameters.Resource)
            : RespondToToken(parameters.PaymentToken);
    }

    /// <summary>Formats a wait time as whole seconds, rounded up so that a request after that time isn't rejected.</summary>
    public static string FormatRetryAfter(TimeSpan wait) =>
        ((long)Math.Max(1, Math.Ceiling(wait.TotalSeconds))).ToString(CultureInfo.InvariantCulture);

    /// <summary>Creates a 429 response with its four headers.</summary>
    public static ErrorResponse RateLimited(string retryAfter, FakeFigmaPaymentsOptions options) => new(429, "Rate limit exceeded")
    {
        Headers =
        [
            new(Names.RetryAfterHeader, retryAfter),
            new(Names.PlanTierHeader, options.PlanTier),
            new(Names.RateLimitTypeHeader, options.RateLimitType),
            new(Names.UpgradeLinkHeader, options.UpgradeLink.AbsoluteUri),
        ],
    };

    private static ErrorResponse Refuse(FakeCredential credential) => credential switch
    {
        FakeCredential.Missing => new ErrorResponse(401, "A personal access token is required in the header X-Figma-Token."),
        FakeCredential.Expired => new ErrorResponse(403, "Token expired") { IsSeenAsErr = true },
        _ => new ErrorResponse(403, "Invalid token"),
    };

    private Response RespondToToken(string paymentToken)
    {
        if (_paymentTokens.Find(paymentToken) is not { } grant)
            return new ErrorResponse(_options.InvalidPaymentTokenStatus, "plugin_payment_token is invalid.");

        return grant.Expiration.IsExpired
            ? new ErrorResponse(_options.InvalidPaymentTokenStatus, "plugin_payment_token is expired.")
            : RespondToIds(grant.User, grant.Resource);
    }

    private Response RespondToIds(string user, ResourceKey resource)
    {
        LedgerEntry entry = _ledger.Read(user, resource);

        return entry.Lookup switch
        {
            LedgerLookup.UnknownResource => new ErrorResponse(404, $"There is no resource with this {Names.ParameterOf(resource.Type)}."),
            LedgerLookup.ForeignResource => new ErrorResponse(_options.ForeignResourceStatus, "You can only query for resources that you own."),
            LedgerLookup.UnknownUser => new ErrorResponse(404, "There is no user with this user_id."),
            _ => new PaymentResponse(user, resource.Type, resource.Text, Names.Of(entry.Purchase.Status), entry.Purchase.DateOfPurchase),
        };
    }
}

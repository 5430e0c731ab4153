using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

using Figma.Payments.Testing.Ledger;
using Figma.Payments.Testing.Requests;
using Figma.Payments.Testing.Server;
using Figma.Payments.Testing.Wire;

namespace Figma.Payments.Testing;

/// <summary>
/// A fake of Figma's Payments REST API for tests and samples. It keeps users, resources and purchases in a ledger
/// and responds to requests in memory (<see cref="CreateHandler"/>) or over HTTP on the loopback interface (<see cref="StartAsync"/>).
/// </summary>
/// <remarks>
/// <para>The fake represents the view of one Figma account. It accepts that account's personal access tokens. The account owns every resource that was not added with <c>isOwned: false</c>.</para>
/// <para>If Figma's documentation leaves a behavior open, <see cref="FakeFigmaPaymentsOptions"/> lets you choose.</para>
/// <para>All members are thread-safe.</para>
/// </remarks>
public sealed class FakeFigmaPayments
{
    private readonly FakeFigmaPaymentsOptions _options;
    private readonly PurchaseLedger _ledger = new();
    private readonly PaymentTokenStore _paymentTokens;
    private readonly AccessTokenStore _accessTokens;
    private readonly RequestLog _log = new();
    private readonly PaymentsCore _core;

    /// <summary>Initializes a new instance of the <see cref="FakeFigmaPayments"/> class that has no users and no resources and behaves as Figma documents.</summary>
    public FakeFigmaPayments()
        : this(new FakeFigmaPaymentsOptions())
    {
    }

    /// <summary>Initializes a new instance of the <see cref="FakeFigmaPayments"/> class that has no users and no resources.</summary>
    /// <param name="options">The options that determine how the fake behaves. They are copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">A property of <paramref name="options"/> has an invalid value. The message begins with the property's name.</exception>
    public FakeFigmaPayments(FakeFigmaPaymentsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        _options = options.ValidatedCopy();
        _accessTokens = new AccessTokenStore(_options);
        _paymentTokens = new PaymentTokenStore(_options.PaymentTokenLength);

        RequestReader reader = new(_ledger, _accessTokens);
        ResponseRules rules = new(_options, _ledger, _paymentTokens);
        _core = new PaymentsCore(_options, reader, rules, Faults, _log);
    }

    /// <summary>Gets the personal access token that was created last, which a client can send.</summary>
    public PersonalAccessToken AccessToken => new(_accessTokens.Newest);

    /// <summary>Gets the text of <see cref="AccessToken"/>, for a setting or for a hand-written request. It is generated and isn't valid for the real API.</summary>
    public string AccessTokenText => _accessTokens.Newest;

    /// <summary>Gets the queue of faults that the next requests encounter.</summary>
    public FakeFaults Faults { get; } = new();

    /// <summary>Gets a snapshot of the latest 1,000 requests, oldest first. It contains no secrets.</summary>
    public IReadOnlyList<FakeRequest> Requests => _log.Snapshot();

    /// <summary>Removes all requests from <see cref="Requests"/>. Request numbers continue.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Creates another personal access token for the account. The existing tokens remain valid.</summary>
    /// <returns>The new token.</returns>
    public PersonalAccessToken AddAccessToken() => new(_accessTokens.Add());

    /// <summary>Creates a new personal access token and expires all others. A request with an expired token gets status 403, <c>Token expired</c>.</summary>
    /// <returns>The new token.</returns>
    public PersonalAccessToken RotateAccessToken() => new(_accessTokens.Rotate());

    /// <summary>Expires a personal access token. A request with it gets status 403, <c>Token expired</c>.</summary>
    /// <param name="token">The token.</param>
    /// <exception cref="ArgumentException"><paramref name="token"/> doesn't belong to this fake or was revoked.</exception>
    public void ExpireAccessToken(PersonalAccessToken token) => _accessTokens.Expire(token);

    /// <summary>Revokes a personal access token. A request with it gets status 403, <c>Invalid token</c>, like a token that never existed.</summary>
    /// <param name="token">The token.</param>
    /// <exception cref="ArgumentException"><paramref name="token"/> doesn't belong to this fake or was already revoked.</exception>
    public void RevokeAccessToken(PersonalAccessToken token) => _accessTokens.Revoke(token);

    /// <summary>Adds a user who hasn't purchased anything.</summary>
    /// <param name="id">The user ID, or null to generate one. Generated IDs have 19 digits and are the same in every run.</param>
    /// <returns>The user ID.</returns>
    /// <exception cref="ArgumentException">The user already exists.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> isn't initialized.</exception>
    public UserId AddUser(UserId? id = null) => new(_ledger.AddUser(id?.Value));

    /// <summary>Adds a plugin.</summary>
    /// <param name="id">The plugin ID, or null to generate one. Generated IDs have 19 digits and are the same in every run.</param>
    /// <param name="isOwned"><see langword="true"/> if the account owns the resource. Figma returns payment information only for resources that the account owns.</param>
    /// <returns>The plugin ID.</returns>
    /// <exception cref="ArgumentException">The plugin already exists.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> isn't initialized.</exception>
    public PluginId AddPlugin(PluginId? id = null, bool isOwned = true) => new(_ledger.AddResource(ResourceType.Plugin, id?.Value, isOwned));

    /// <summary>Adds a widget.</summary>
    /// <param name="id">The widget ID, or null to generate one. Generated IDs have 19 digits and are the same in every run.</param>
    /// <param name="isOwned"><see langword="true"/> if the account owns the resource. Figma returns payment information only for resources that the account owns.</param>
    /// <returns>The widget ID.</returns>
    /// <exception cref="ArgumentException">The widget already exists.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> isn't initialized.</exception>
    public WidgetId AddWidget(WidgetId? id = null, bool isOwned = true) => new(_ledger.AddResource(ResourceType.Widget, id?.Value, isOwned));

    /// <summary>Adds a Community file.</summary>
    /// <param name="id">The Community file ID, or null to generate one. Generated IDs have 19 digits and are the same in every run.</param>
    /// <param name="isOwned"><see langword="true"/> if the account owns the resource. Figma returns payment information only for resources that the account owns.</param>
    /// <returns>The Community file ID.</returns>
    /// <exception cref="ArgumentException">The Community file already exists.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> isn't initialized.</exception>
    public CommunityFileId AddCommunityFile(CommunityFileId? id = null, bool isOwned = true) =>
        new(_ledger.AddResource(ResourceType.CommunityFile, id?.Value, isOwned));

    /// <summary>Records that a user purchased a resource. The payment status becomes <c>PAID</c>.</summary>
    /// <param name="userId">The user ID.</param>
    /// <param name="resourceId">The ID of the purchased resource.</param>
    /// <param name="dateOfPurchase">The date of purchase, or null for the current time of the fake's clock. Responses contain it with millisecond precision.</param>
    /// <exception cref="ArgumentException">The user or the resource doesn't exist.</exception>
    public void Pay(UserId userId, ResourceId resourceId, DateTimeOffset? dateOfPurchase = null)
    {
        DateTimeOffset date = dateOfPurchase ?? _options.TimeProvider.GetUtcNow();
        _ledger.Update(userId, resourceId, _ => new Purchase(PaymentStatus.Paid, date));
    }

    /// <summary>Records that a user started the trial period of a subscription. The payment status becomes <c>TRIAL</c>. A date of purchase exists only if the user purchased the resource before.</summary>
    /// <param name="userId">The user ID.</param>
    /// <param name="resourceId">The ID of the resource.</param>
    /// <exception cref="ArgumentException">The user or the resource doesn't exist.</exception>
    public void StartTrial(UserId userId, ResourceId resourceId) =>
        _ledger.Update(userId, resourceId, static purchase => purchase with { Status = PaymentStatus.Trial });

    /// <summary>Records a refund. The payment status becomes <c>UNPAID</c>. As in Figma, the date of purchase remains.</summary>
    /// <param name="userId">The user ID.</param>
    /// <param name="resourceId">The ID of the purchased resource.</param>
    /// <exception cref="ArgumentException">The user or the resource doesn't exist.</exception>
    /// <exception cref="InvalidOperationException">The payment status isn't <c>PAID</c>.</exception>
    public void Refund(UserId userId, ResourceId resourceId) => _ledger.Update(userId, resourceId, static purchase =>
        purchase.Status == PaymentStatus.Paid
            ? purchase with { Status = PaymentStatus.Unpaid }
            : throw new InvalidOperationException("The payment status is not PAID, so there is nothing to refund."));

    /// <summary>Records the end of a subscription or trial. The payment status becomes <c>UNPAID</c>. As in Figma, the date of purchase remains.</summary>
    /// <param name="userId">The user ID.</param>
    /// <param name="resourceId">The ID of the resource.</param>
    /// <exception cref="ArgumentException">The user or the resource doesn't exist.</exception>
    /// <exception cref="InvalidOperationException">The payment status is neither <c>PAID</c> nor <c>TRIAL</c>.</exception>
    public void EndSubscription(UserId userId, ResourceId resourceId) => _ledger.Update(userId, resourceId, static purchase =>
        purchase.Status is PaymentStatus.Paid or PaymentStatus.Trial
            ? purchase with { Status = PaymentStatus.Unpaid }
            : throw new InvalidOperationException("The payment status is neither PAID nor TRIAL, so there is nothing to end."));

    /// <summary>
    /// Issues a payment token, as <c>figma.payments.getPluginPaymentTokenAsync()</c> does in a plugin or widget.
    /// The plugin sends this text to your server. The token can be used several times until it expires and must be escaped in a query string.
    /// </summary>
    /// <remarks>The method returns text instead of a <see cref="PluginPaymentToken"/>, because a test sends the token to your server as a plugin does, and a <see cref="PluginPaymentToken"/> never reveals its text.</remarks>
    /// <param name="userId">The ID of the user who runs the plugin or widget.</param>
    /// <param name="resourceId">The ID of the plugin or widget.</param>
    /// <returns>The text of the payment token.</returns>
    /// <exception cref="ArgumentException">The user or the resource is not there, or the resource is a Community file, which can't run code.</exception>
    public string IssuePaymentToken(UserId userId, ResourceId resourceId)
    {
        if (resourceId.Type == ResourceType.CommunityFile)
            throw new ArgumentException("A Community file can't run code and therefore can't get a payment token.", nameof(resourceId));

        _ledger.Require(userId, resourceId);

        return _paymentTokens.Issue(userId.Value, ResourceKey.Of(resourceId), _options.TimeProvider.GetUtcNow() + _options.PaymentTokenLifetime);
    }

    /// <summary>
    /// Creates a handler that responds in memory, for <c>new HttpClient(fake.CreateHandler())</c> or as the primary handler of an <c>IHttpClientFactory</c>.
    /// </summary>
    /// <remarks>
    /// The handler responds for every host and doesn't follow redirects. A broken or stalled connection is simulated by an exception or by a body that fails.
    /// Disposing the handler doesn't affect the fake. Each call creates a new handler.
    /// </remarks>
    /// <returns>The handler.</returns>
    public HttpMessageHandler CreateHandler() => new InMemoryHandler(_core);

    /// <summary>Starts an HTTP/1.1 server on 127.0.0.1 that responds until it is disposed. Several servers can run at the same time.</summary>
    /// <param name="port">The port, or 0 for a free port.</param>
    /// <param name="cancellationToken">A token to cancel the start.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="port"/> isn't a valid port.</exception>
    /// <exception cref="System.IO.IOException">The port is in use.</exception>
    public Task<FakeFigmaPaymentsServer> StartAsync(int port = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, 65_535);

        return FakeFigmaPaymentsServer.StartAsync(_core, port, cancellationToken);
    }
}

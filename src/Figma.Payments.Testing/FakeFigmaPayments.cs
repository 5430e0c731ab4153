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
/// Figma's side of the Payments REST API, for tests and samples: one ledger of people, resources and purchases,
/// asked in memory (<see cref="CreateHandler"/>) or over real HTTP on loopback (<see cref="StartAsync"/>).
/// </summary>
/// <remarks>
/// <para>It is one Figma account's view: the account whose personal access tokens it accepts, and which owns what was not added as foreign.</para>
/// <para>Where Figma's documents leave something open, <see cref="FakeFigmaPaymentsOptions"/> has a choice.</para>
/// <para>All members may be called by several threads at once.</para>
/// </remarks>
public sealed class FakeFigmaPayments
{
    private readonly FakeFigmaPaymentsOptions _options;
    private readonly PurchaseLedger _ledger = new();
    private readonly PaymentTokenStore _paymentTokens = new();
    private readonly AccessTokenStore _accessTokens;
    private readonly RequestLog _log = new();
    private readonly PaymentsCore _core;

    /// <summary>Makes a fake with nobody and nothing in it, that behaves as Figma's documents say.</summary>
    public FakeFigmaPayments()
        : this(new FakeFigmaPaymentsOptions())
    {
    }

    /// <summary>Makes a fake with nobody and nothing in it.</summary>
    /// <param name="options">How it behaves. They are copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="options"/> has a value that cannot be; the message begins with the property's name.</exception>
    public FakeFigmaPayments(FakeFigmaPaymentsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        _options = options.ValidatedCopy();
        _accessTokens = new AccessTokenStore(_options.AccessTokenText);

        RequestReader reader = new(_ledger, _accessTokens);
        ResponseRules rules = new(_options, _ledger, _paymentTokens);
        _core = new PaymentsCore(_options, reader, rules, Faults, _log);
    }

    /// <summary>What a client must send: the personal access token that was made last.</summary>
    public PersonalAccessToken AccessToken => new(_accessTokens.Newest);

    /// <summary>The text of <see cref="AccessToken"/>, for a setting or for a request made by hand. It is made up and opens nothing.</summary>
    public string AccessTokenText => _accessTokens.Newest;

    /// <summary>What is to go wrong.</summary>
    public FakeFaults Faults { get; } = new();

    /// <summary>The latest 1,000 requests, oldest first, as they were when this was called. Without secrets.</summary>
    public IReadOnlyList<FakeRequest> Requests => _log.Snapshot();

    /// <summary>Forgets the requests so far. Their numbers go on.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>Makes one more personal access token of the same account. The others stay accepted.</summary>
    public PersonalAccessToken AddAccessToken() => new(_accessTokens.Add());

    /// <summary>Makes a new personal access token; all others are expired from now on, and are answered with 403, <c>Token expired</c>.</summary>
    public PersonalAccessToken RotateAccessToken() => new(_accessTokens.Rotate());

    /// <summary>Lets a personal access token expire: it is answered with 403, <c>Token expired</c>.</summary>
    /// <param name="token">The token.</param>
    /// <exception cref="ArgumentException"><paramref name="token"/> is none of this fake's, or was revoked.</exception>
    public void ExpireAccessToken(PersonalAccessToken token) => _accessTokens.Expire(token);

    /// <summary>Revokes a personal access token: it is answered with 403, <c>Invalid token</c>, as one that never was.</summary>
    /// <param name="token">The token.</param>
    /// <exception cref="ArgumentException"><paramref name="token"/> is none of this fake's, or was revoked already.</exception>
    public void RevokeAccessToken(PersonalAccessToken token) => _accessTokens.Revoke(token);

    /// <summary>Adds a user, who has bought nothing.</summary>
    /// <param name="id">The user's id; null for a made-up one of 19 digits, the same in every run.</param>
    /// <returns>The user's id.</returns>
    /// <exception cref="ArgumentException">This user is already there.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is <c>default</c>.</exception>
    public UserId AddUser(UserId? id = null) => new(_ledger.AddUser(id?.Value));

    /// <summary>Adds a plugin.</summary>
    /// <param name="id">The plugin's id; null for a made-up one of 19 digits, the same in every run.</param>
    /// <param name="isOwned">Whether it is the account's own: Figma answers about no other.</param>
    /// <returns>The plugin's id.</returns>
    /// <exception cref="ArgumentException">This plugin is already there.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is <c>default</c>.</exception>
    public PluginId AddPlugin(PluginId? id = null, bool isOwned = true) => new(_ledger.AddResource(ResourceType.Plugin, id?.Value, isOwned));

    /// <summary>Adds a widget.</summary>
    /// <param name="id">The widget's id; null for a made-up one of 19 digits, the same in every run.</param>
    /// <param name="isOwned">Whether it is the account's own: Figma answers about no other.</param>
    /// <returns>The widget's id.</returns>
    /// <exception cref="ArgumentException">This widget is already there.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is <c>default</c>.</exception>
    public WidgetId AddWidget(WidgetId? id = null, bool isOwned = true) => new(_ledger.AddResource(ResourceType.Widget, id?.Value, isOwned));

    /// <summary>Adds a Community file.</summary>
    /// <param name="id">The Community file's id; null for a made-up one of 19 digits, the same in every run.</param>
    /// <param name="isOwned">Whether it is the account's own: Figma answers about no other.</param>
    /// <returns>The Community file's id.</returns>
    /// <exception cref="ArgumentException">This Community file is already there.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is <c>default</c>.</exception>
    public CommunityFileId AddCommunityFile(CommunityFileId? id = null, bool isOwned = true) =>
        new(_ledger.AddResource(ResourceType.CommunityFile, id?.Value, isOwned));

    /// <summary>The user buys: <c>PAID</c>, with the date of the purchase.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="resourceId">What is bought.</param>
    /// <param name="dateOfPurchase">When; null for now, by the fake's clock. Sent to the millisecond.</param>
    /// <exception cref="ArgumentException">The user or the resource is not there.</exception>
    public void Pay(UserId userId, ResourceId resourceId, DateTimeOffset? dateOfPurchase = null)
    {
        DateTimeOffset date = dateOfPurchase ?? _options.TimeProvider.GetUtcNow();
        _ledger.Update(userId, resourceId, _ => new Purchase(PaymentStatus.Paid, date));
    }

    /// <summary>The user begins the trial period of a subscription: <c>TRIAL</c>, and no date of purchase unless there was a purchase before.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="resourceId">What is tried.</param>
    /// <exception cref="ArgumentException">The user or the resource is not there.</exception>
    public void StartTrial(UserId userId, ResourceId resourceId) =>
        _ledger.Update(userId, resourceId, static purchase => purchase with { Status = PaymentStatus.Trial });

    /// <summary>The user gets the money back: <c>UNPAID</c>, and the date of the purchase is still there, as with Figma.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="resourceId">What was bought.</param>
    /// <exception cref="ArgumentException">The user or the resource is not there.</exception>
    /// <exception cref="InvalidOperationException">The user does not have it paid.</exception>
    public void Refund(UserId userId, ResourceId resourceId) => _ledger.Update(userId, resourceId, static purchase =>
        purchase.Status == PaymentStatus.Paid
            ? purchase with { Status = PaymentStatus.Unpaid }
            : throw new InvalidOperationException("The user does not have this paid: there is nothing to refund."));

    /// <summary>The user's subscription or trial ends: <c>UNPAID</c>, and the date of a purchase is still there, as with Figma.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="resourceId">What was subscribed to.</param>
    /// <exception cref="ArgumentException">The user or the resource is not there.</exception>
    /// <exception cref="InvalidOperationException">The user has it neither paid nor on trial.</exception>
    public void EndSubscription(UserId userId, ResourceId resourceId) => _ledger.Update(userId, resourceId, static purchase =>
        purchase.Status is PaymentStatus.Paid or PaymentStatus.Trial
            ? purchase with { Status = PaymentStatus.Unpaid }
            : throw new InvalidOperationException("The user has this neither paid nor on trial: there is nothing to end."));

    /// <summary>
    /// Issues a payment token, as <c>figma.payments.getPluginPaymentTokenAsync()</c> does in a plugin or widget:
    /// the text that the plugin then sends to your server. It may be used until it expires, and must be escaped in a query.
    /// </summary>
    /// <param name="userId">The user who runs the plugin or widget.</param>
    /// <param name="resourceId">The plugin or widget.</param>
    /// <exception cref="ArgumentException">The user or the resource is not there, or the resource is a Community file, which runs no code.</exception>
    public string IssuePaymentToken(UserId userId, ResourceId resourceId)
    {
        if (resourceId.Type == ResourceType.CommunityFile)
            throw new ArgumentException("A Community file runs no code, so nothing in it can get a payment token.", nameof(resourceId));

        _ledger.Require(userId, resourceId);

        return _paymentTokens.Issue(userId.Value, ResourceKey.Of(resourceId), _options.TimeProvider.GetUtcNow() + _options.PaymentTokenLifetime);
    }

    /// <summary>
    /// Makes a handler that answers in memory, for <c>new HttpClient(fake.CreateHandler())</c> or as the primary handler of an <c>IHttpClientFactory</c>.
    /// </summary>
    /// <remarks>
    /// It answers for every host, and follows no redirect. Connections that break or stall are simulated by an exception or by a body that fails.
    /// Disposing of it does nothing to the fake; each call makes another one.
    /// </remarks>
    public HttpMessageHandler CreateHandler() => new InMemoryHandler(_core);

    /// <summary>Starts a real HTTP/1.1 server on 127.0.0.1. It answers until it is disposed of; several may run at once.</summary>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="port"/> is no port.</exception>
    /// <exception cref="System.IO.IOException">The port is taken.</exception>
    public Task<FakeFigmaPaymentsServer> StartAsync(int port = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, 65_535);

        return FakeFigmaPaymentsServer.StartAsync(_core, port, cancellationToken);
    }
}

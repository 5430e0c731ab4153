using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.RateLimiting;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Options;
using Microsoft.AspNetCore.Http;

namespace Figma.Payments.AspNetCore;

/// <summary>Provides the settings of a gate, which admits only users who have paid for one resource.</summary>
/// <remarks>The options are validated when the host starts, and copied. Later changes have no effect on the gate.</remarks>
public sealed class FigmaPaymentsGateOptions
{
    /// <summary>Gets or sets the plugin or widget that users must have paid for. A response about any other resource denies access.</summary>
    public ResourceId? Resource { get; set; }

    /// <summary>
    /// Gets or sets the function that sends a token request. It gets the services of a scope of its own, so that it can use the registered client
    /// of your interface, and a token to cancel the request.
    /// </summary>
    /// <remarks>The gate verifies the resource of the result again. A null task, a null result and an exception deny access, unless the exception means that Figma can't be reached, and there is an old payment in the grace period (<see cref="GraceFor"/>).</remarks>
    public Func<IServiceProvider, PluginPaymentToken, CancellationToken, Task<PaymentsResult>>? CheckByToken { get; set; }

    /// <summary>Gets or sets the function that sends an ID request for a signed-in user. It is required for callers without a payment token.</summary>
    /// <remarks>The gate verifies the user and the resource of the result again. A null task, a null result and an exception deny access, unless the exception means that Figma can't be reached, and there is an old payment in the grace period (<see cref="GraceFor"/>).</remarks>
    public Func<IServiceProvider, UserId, CancellationToken, Task<PaymentsResult>>? CheckByUser { get; set; }

    /// <summary>Gets or sets a value that indicates whether users in the trial period of a subscription are admitted. The default is <c>false</c>.</summary>
    public bool AllowTrial { get; set; }

    /// <summary>Gets the IDs of users who are admitted without a purchase, such as yourself: Figma reports the creator of a resource as <c>UNPAID</c>.</summary>
    /// <remarks>They are compared only with an ID that Figma's response contains, never with an ID that the caller sent.</remarks>
    public ISet<UserId> AllowedUsers { get; } = new HashSet<UserId>();

    /// <summary>Gets or sets the function that returns the text of the payment token of a request, or null if the request contains none.</summary>
    /// <remarks>
    /// <para>
    /// By default, the gate reads the header <c>X-Figma-Payment-Token</c> or, if <see cref="UserScheme"/> isn't set, <c>Authorization: Bearer</c>.
    /// For hubs, it also reads <c>access_token</c> in the query, because browsers can't send headers with a WebSocket.
    /// </para>
    /// <para>See <see cref="FigmaPaymentTokenReader"/> for tokens in the body of a request.</para>
    /// </remarks>
    public Func<HttpContext, ValueTask<string?>>? ReadToken { get; set; }

    /// <summary>Gets or sets the time for which a response with the status <c>PAID</c> is used. It is the time in which a refund takes effect. The default is 5 minutes.</summary>
    public TimeSpan PaidFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets or sets the time for which a response with the status <c>TRIAL</c> is used. The default is 1 minute.</summary>
    public TimeSpan TrialFor { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets the time for which a response with the status <c>UNPAID</c> or an unknown status is used. The default is 10 seconds, so that a buyer isn't locked out for long.</summary>
    /// <remarks>
    /// After a purchase, a plugin gets a new payment token, which isn't in the cache. A response to an ID request that doesn't admit the user is used for a minute at
    /// least, because Figma accepts few of them; see <see cref="IFigmaPaymentsGate.ForgetAsync"/>.
    /// </remarks>
    public TimeSpan UnpaidFor { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Gets or sets the time for which a response with the status <c>PAID</c> is used after <see cref="PaidFor"/>, if Figma can't be reached or limits the requests, the budget of the
    /// gate is empty, or other requests of the caller are waiting for Figma. The default is zero. <see cref="FigmaPayment.IsStale"/> is <c>true</c> then.
    /// </summary>
    /// <remarks>It ends when Figma reports another status, rejects the payment token, or doesn't know the user. Other machines know that only through the distributed cache.</remarks>
    public TimeSpan GraceFor { get; set; }

    /// <summary>Gets or sets a text that separates the entries of this application in a distributed cache. The default is the names of the application and of its environment.</summary>
    public string? CacheScope { get; set; }

    /// <summary>
    /// Gets or sets the secret that signs the entries in a distributed cache, at least 32 characters. All machines need the same secret.
    /// Without it, the gate uses only the memory of its process, because whoever can write to the distributed cache could grant access.
    /// </summary>
    public string? CacheSecret { get; set; }

    /// <summary>Gets or sets the authentication scheme that signs users in, such as a cookie. Without it, the gate knows callers only by their payment token.</summary>
    /// <remarks>If a request contains a payment token and a signed-in user, they must be the same user. A cookie needs antiforgery in addition: the gate doesn't protect against cross-site requests.</remarks>
    public string? UserScheme { get; set; }

    /// <summary>Gets or sets the type of the claim that contains the Figma user ID. There is no default, because the ID of another provider must not be read as a Figma user ID.</summary>
    public string? UserIdClaim { get; set; }

    /// <summary>Gets or sets a value that indicates whether a payment token is accepted only together with its signed-in user. The default is <c>false</c>.</summary>
    public bool BindToCaller { get; set; }

    /// <summary>Gets or sets the number of tokens or users that Figma rejects or responds to with an error in a minute after which no requests are sent for a caller. The default is 10. The caller is the signed-in user, or else the user of a payment token that was admitted some minutes before, or else the network; four times as many are possible for a network whose users were admitted before.</summary>
    /// <remarks>If Figma doesn't respond, or responds with a status of 500 or above, the request doesn't count. The caller waits for up to 15 seconds instead.</remarks>
    public int CallerRefusalsPerMinute { get; set; } = 10;

    /// <summary>Gets or sets the number of token requests in a minute, for all callers together. The default is 240, because Figma's limit is 300. Half of them are reserved for callers who were admitted within the last day.</summary>
    public int TokenRequestsPerMinute { get; set; } = 240;

    /// <summary>Gets or sets the number of ID requests in a minute, for all callers together. The default is 10, the limit of Figma's free plans; paid plans have 50, 100 or 150. Half of them are reserved for callers who were admitted within the last day.</summary>
    public int IdRequestsPerMinute { get; set; } = 10;

    /// <summary>Gets or sets the number of machines that run the application with the same access token. Each gets its share of the requests. The default is 1.</summary>
    public int Instances { get; set; } = 1;

    /// <summary>Gets or sets the name of the budget. Gates with the same name use the same personal access token and share its limits. By default, all gates of an application do.</summary>
    public string? BudgetName { get; set; }

    /// <summary>Gets or sets the function that creates a limiter of token requests that all machines share. If it fails, the share of this machine applies.</summary>
    public Func<IServiceProvider, RateLimiter>? TokenRateLimiter { get; set; }

    /// <summary>Gets or sets the function that creates a limiter of ID requests that all machines share. If it fails, the share of this machine applies.</summary>
    public Func<IServiceProvider, RateLimiter>? IdRateLimiter { get; set; }

    /// <summary>
    /// Gets or sets the user about whom an ID request is sent if Figma rejects several payment tokens in a row: Figma doesn't specify whether a payment token
    /// or your personal access token is the cause. By default, it is a user who was admitted before. It requires <see cref="CheckByUser"/>.
    /// </summary>
    public UserId? ProbeUser { get; set; }

    /// <summary>Gets or sets the client of a generated gate.</summary>
    internal PinnedClient? Client { get; set; }
}

using System;
using Figma.Payments.AspNetCore.Caching;
using Figma.Payments.AspNetCore.Decisions;
using Microsoft.Extensions.Logging;

namespace Figma.Payments.AspNetCore.Budgets;

/// <summary>Contains what belongs to one personal access token: gates with the same budget name share it, because Figma limits them together.</summary>
internal sealed class Credential
{
    // A plugin that gets a new token for each click sends so many in a minute at most.
    private const int RequestsOfAdmittedUser = 20;

    // A page that uses several endpoints sends so many at once. A signed-in user needs one for each plugin.
    private const int MaxConcurrent = 4;

    // The name of the budget; then the scope of the cache and the name of the budget, for keys.
    public Credential(string name, string budget, GateSettings settings, SharedCache cache, IServiceProvider services, TimeProvider time, ILogger logger)
    {
        CallerHasher hasher = new(settings.CacheSecret);
        Hasher = hasher;
        Name = name;
        Token = new Lane("token", budget, settings.TokenRequestsPerMinute, settings.Instances, settings.TokenRateLimiter?.Invoke(services), cache, time, logger);
        Id = new Lane("id", budget, settings.IdRequestsPerMinute, settings.Instances, settings.IdRateLimiter?.Invoke(services), cache, time, logger);
        TokenCallers = new CallerLimits(settings.CallerRefusalsPerMinute, MaxConcurrent, time);
        IdCallers = new CallerLimits(settings.CallerRefusalsPerMinute, MaxConcurrent, time);
        Known = new KnownCallers(budget, hasher, cache, time);
        KnownTokens = new KnownTokens(time);
        Failures = new CallerFailures(time);
        Admitted = new UserCounts(RequestsOfAdmittedUser, hasher, time);
        Watch = new CredentialWatch(name, time, logger);
    }

    /// <summary>Gets the name of the budget.</summary>
    public string Name { get; }

    public CallerHasher Hasher { get; }

    public Lane Token { get; }

    public Lane Id { get; }

    public CallerLimits TokenCallers { get; }

    public CallerLimits IdCallers { get; }

    public CallerFailures Failures { get; }

    public KnownCallers Known { get; }

    public KnownTokens KnownTokens { get; }

    /// <summary>Gets the counts of tokens and user IDs of each admitted user.</summary>
    public UserCounts Admitted { get; }

    public CredentialWatch Watch { get; }

    public Lane LaneOf(in PaymentSubject subject) => subject.IsToken ? Token : Id;

    public CallerLimits LimitsOf(in PaymentSubject subject) => subject.IsToken ? TokenCallers : IdCallers;
}

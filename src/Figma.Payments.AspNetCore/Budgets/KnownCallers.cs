using System;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Caching;

namespace Figma.Payments.AspNetCore.Budgets;

/// <summary>
/// Contains callers who were admitted within the last day. A part of the budget is reserved for them. They are kept as HMAC values, at most 100,000 in memory,
/// and are shared with other machines through the distributed cache.
/// </summary>
internal sealed class KnownCallers(string budget, CallerHasher hasher, SharedCache cache, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    private static readonly TimeSpan Refresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan NetworkInterval = TimeSpan.FromHours(1);

    private readonly object _lock = new();
    private readonly CallerTable _callers = new(setCount: 25_000, time);

    // The users who have added a network.
    private readonly CallerTable _networks = new(setCount: 2_500, time);

    /// <summary>Determines whether a caller is known in this process.</summary>
    public bool Contains(in Caller caller) =>
        !caller.IsRequest || caller.TokenUser is not null || (caller.User is { } user && Contains(Caller.NameOf(user))) || Contains(Caller.NameOf(caller.Address));

    /// <summary>Determines whether a caller is known on another machine.</summary>
    public async ValueTask<bool> ContainsElsewhereAsync(Caller caller)
    {
        if (!cache.IsDistributed)
            return false;

        return (caller.User is { } user && await ContainsElsewhereAsync(Caller.NameOf(user)).ConfigureAwait(false))
            || await ContainsElsewhereAsync(Caller.NameOf(caller.Address)).ConfigureAwait(false);
    }

    /// <summary>Adds an admitted user, and the network that the request came from. A user can add one network in an hour, so that one account can't add any number of them.</summary>
    public void Add(UserId user, in Caller caller)
    {
        Add(Caller.NameOf(user));

        if (caller is not { IsRequest: true, Address: not null })
            return;

        string network = Caller.NameOf(caller.Address);

        if (Contains(network) || TryAddNetworkOf(user))
            Add(network);
    }

    private bool TryAddNetworkOf(UserId user)
    {
        UInt128 digest = hasher.Hash("network of " + Caller.NameOf(user));

        lock (_lock)
        {
            if (_networks.FindAge(digest) < NetworkInterval)
                return false;

            _networks.Add(digest);
            return true;
        }
    }

    private bool Contains(string name)
    {
        UInt128 digest = hasher.Hash(name);

        lock (_lock)
            return _callers.FindAge(digest) < Lifetime;
    }

    private void Add(string name)
    {
        UInt128 digest = hasher.Hash(name);

        lock (_lock)
        {
            if (_callers.FindAge(digest) < Refresh)
                return;

            _callers.Add(digest);
        }

        // It never fails, and nobody needs to wait for it.
        if (cache.IsDistributed)
            _ = cache.WriteAsync(KeyOf(digest), "known", Lifetime).AsTask();
    }

    private async ValueTask<bool> ContainsElsewhereAsync(string name)
    {
        UInt128 digest = hasher.Hash(name);
        string key = KeyOf(digest);

        if (await cache.ReadAsync(key, isLocal: false, default).ConfigureAwait(false) is not { } entry || !cache.TryGetValue(key, entry, out string? value) || value != "known")
            return false;

        lock (_lock)
            _callers.Add(digest);

        return true;
    }

    private string KeyOf(UInt128 digest) => "figma.payments:known:" + budget + ":" + digest.ToString("X32", System.Globalization.CultureInfo.InvariantCulture);
}

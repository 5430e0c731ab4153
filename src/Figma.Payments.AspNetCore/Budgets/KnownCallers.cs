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
    private const int SlotsPerSet = 4;
    private const int SetCount = 25_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    private static readonly TimeSpan Refresh = TimeSpan.FromHours(1);

    private readonly object _lock = new();
    private readonly long _start = time.GetTimestamp();

    // Two arrays instead of an array of structures, which would have padding.
    private ulong[]? _callers;
    private int[]? _minutes;

    /// <summary>Determines whether a caller is known in this process.</summary>
    public bool Contains(in Caller caller) =>
        !caller.IsRequest || (caller.User is { } user && Contains(Caller.NameOf(user))) || Contains(Caller.NameOf(caller.Address));

    /// <summary>Determines whether a caller is known on another machine.</summary>
    public async ValueTask<bool> ContainsElsewhereAsync(Caller caller)
    {
        if (!cache.IsDistributed)
            return false;

        return (caller.User is { } user && await ContainsElsewhereAsync(Caller.NameOf(user)).ConfigureAwait(false))
            || await ContainsElsewhereAsync(Caller.NameOf(caller.Address)).ConfigureAwait(false);
    }

    /// <summary>Adds an admitted user, and the network that the request came from.</summary>
    public void Add(UserId user, in Caller caller)
    {
        Add(Caller.NameOf(user));

        if (caller is { IsRequest: true, Address: not null })
            Add(Caller.NameOf(caller.Address));
    }

    private bool Contains(string name)
    {
        lock (_lock)
            return _callers is not null && FindAge(hasher.Hash(name)) < Lifetime;
    }

    private void Add(string name)
    {
        UInt128 digest = hasher.Hash(name);

        lock (_lock)
        {
            if (_callers is not null && FindAge(digest) < Refresh)
                return;

            AddCore(digest);
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
            AddCore(digest);

        return true;
    }

    private void AddCore(UInt128 digest)
    {
        _callers ??= new ulong[SetCount * SlotsPerSet];
        _minutes ??= new int[SetCount * SlotsPerSet];
        (int start, ulong tag) = Locate(digest);
        int slot = start;

        for (int i = start; i < start + SlotsPerSet; i++)
        {
            if (_callers[i] == tag)
            {
                slot = i;
                break;
            }

            if (_minutes[i] < _minutes[slot])
                slot = i;
        }

        _callers[slot] = tag;
        _minutes[slot] = Now();
    }

    private TimeSpan FindAge(UInt128 digest)
    {
        (int start, ulong tag) = Locate(digest);

        for (int i = start; i < start + SlotsPerSet; i++)
        {
            if (_callers![i] == tag)
                return TimeSpan.FromMinutes(Now() - _minutes![i]);
        }

        return TimeSpan.MaxValue;
    }

    // Zero is the time of a free slot.
    private int Now() => 1 + (int)time.GetElapsedTime(_start).TotalMinutes;

    private static (int Start, ulong Tag) Locate(UInt128 digest) => ((int)((ulong)(digest >> 64) % SetCount) * SlotsPerSet, (ulong)digest | 1);

    private string KeyOf(UInt128 digest) => "figma.payments:known:" + budget + ":" + digest.ToString("X32", System.Globalization.CultureInfo.InvariantCulture);
}

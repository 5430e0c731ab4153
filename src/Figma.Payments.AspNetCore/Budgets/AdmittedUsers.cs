using System;

namespace Figma.Payments.AspNetCore.Budgets;

/// <summary>Counts the requests about each admitted user in a minute, whatever token and network they come from.</summary>
internal sealed class AdmittedUsers(CallerHasher hasher, TimeProvider time)
{
    // A plugin that gets a new token for each click sends so many at most.
    private const int RequestsPerMinute = 20;

    private readonly CallerLimits _limits = new(RequestsPerMinute, maxConcurrent: int.MaxValue, time);

    /// <summary>Counts a request, and returns <c>false</c> if there were too many.</summary>
    public bool TryCount(UserId user)
    {
        UInt128 name = hasher.Hash(Caller.NameOf(user));

        if (_limits.TryStart(name, isKnownNetwork: false) is not null)
            return false;

        _limits.End(name, isRefused: true);
        return true;
    }
}

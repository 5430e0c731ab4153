using System;

namespace Figma.Payments.AspNetCore.Budgets;

/// <summary>Counts something about each user in a minute, whatever token and network it comes from.</summary>
/// <param name="perMinute">The number that isn't too many.</param>
/// <param name="hasher">The hasher of user IDs.</param>
/// <param name="time">The clock.</param>
internal sealed class UserCounts(int perMinute, CallerHasher hasher, TimeProvider time)
{
    private readonly CallerLimits _limits = new(perMinute, maxConcurrent: int.MaxValue, time);

    /// <summary>Counts, and returns <c>false</c> if there were too many.</summary>
    public bool TryCount(UserId user)
    {
        UInt128 name = hasher.Hash(Caller.NameOf(user));

        if (_limits.TryStart(name, isKnownNetwork: false, wasAdmitted: false) is not null)
            return false;

        _limits.End(name, wasAdmitted: false, isRefused: true);
        return true;
    }
}

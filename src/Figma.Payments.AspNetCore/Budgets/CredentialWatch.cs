using System;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Telemetry;
using Microsoft.Extensions.Logging;

namespace Figma.Payments.AspNetCore.Budgets;

/// <summary>
/// Finds out whether Figma rejects the payment tokens of callers or our own access token. For a token request, Figma's response is the same.
/// </summary>
/// <remarks>
/// After a run of rejections without one acceptance, it is undecided: an access token that has expired must not tell every user that their token is invalid.
/// One ID request decides, which is sent at most once in five minutes, or in a minute if it failed. If the access token is rejected, no requests are sent for a minute.
/// </remarks>
internal sealed class CredentialWatch(string budget, TimeProvider time, ILogger logger)
{
    private const int RunLength = 5;

    private static readonly TimeSpan ProbeInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FailedProbeInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RejectedFor = TimeSpan.FromMinutes(1);

    private readonly object _lock = new();
    private int _run;
    private long? _probedAt;
    private TimeSpan _probeInterval;
    private bool _hasWarned;
    private bool _isProven;
    private bool _hasWarnedAboutFirst;
    private long? _acceptedAt;
    private long? _rejectedAt;
    private UserId? _knownUser;

    /// <summary>Gets a value that indicates whether Figma has rejected our access token, and no response says otherwise since.</summary>
    public bool IsRejected
    {
        get
        {
            lock (_lock)
                return _rejectedAt is not null;
        }
    }

    /// <summary>Gets the time for which no requests are sent, or null if they are.</summary>
    public TimeSpan? Pause
    {
        get
        {
            lock (_lock)
            {
                if (_rejectedAt is not { } rejectedAt)
                    return null;

                TimeSpan remaining = RejectedFor - time.GetElapsedTime(rejectedAt);
                return remaining > TimeSpan.Zero ? remaining : null;
            }
        }
    }

    /// <summary>Records that Figma accepted our access token.</summary>
    /// <param name="user">A user who exists, or null.</param>
    public void Accepted(UserId? user)
    {
        lock (_lock)
        {
            if (_rejectedAt is not null)
                logger.CredentialAccepted(budget);

            _run = 0;
            _isProven = true;
            _rejectedAt = null;
            _knownUser = user ?? _knownUser;
        }
    }

    /// <summary>Records that Figma rejected our access token.</summary>
    public void Rejected()
    {
        lock (_lock)
        {
            _rejectedAt = time.GetTimestamp();
            _run = RunLength;
        }

        logger.CredentialRejected(budget);
    }

    /// <summary>Records that Figma rejected a token request. Returns <c>true</c> if the payment token is the cause, and <c>false</c> if it isn't known.</summary>
    /// <param name="probeUser">The user about whom an ID request can be sent, or null for a user who was admitted before.</param>
    /// <param name="probe">The function that sends the ID request, or null if there is none. It returns the kind of the error, or null.</param>
    public async ValueTask<bool> TokenRejectedAsync(UserId? probeUser, Func<UserId, Task<PaymentsErrorKind?>>? probe)
    {
        UserId? user;

        lock (_lock)
        {
            if (!_isProven && !_hasWarnedAboutFirst)
                logger.AccessTokenNotProven(budget);

            _hasWarnedAboutFirst = true;

            if (++_run < RunLength && _rejectedAt is null)
                return true;

            // A recent ID request was accepted.
            if (_rejectedAt is null && _acceptedAt is { } acceptedAt && time.GetElapsedTime(acceptedAt) < ProbeInterval)
                return true;

            user = probeUser ?? _knownUser;

            if (probe is null || user is null)
            {
                if (!_hasWarned)
                    logger.ProbeImpossible(budget);

                _hasWarned = true;
                return false;
            }

            if (_probedAt is { } probedAt && time.GetElapsedTime(probedAt) < _probeInterval)
                return false;

            _probedAt = time.GetTimestamp();
            _probeInterval = ProbeInterval;
        }

        PaymentsErrorKind? error = await probe(user.GetValueOrDefault()).ConfigureAwait(false);

        switch (error)
        {
            case PaymentsErrorKind.CredentialRejected or PaymentsErrorKind.Unauthorized:
                Rejected();
                return false;

            case null or PaymentsErrorKind.NotFound or PaymentsErrorKind.InvalidRequest or PaymentsErrorKind.ResponseMismatch:
                Accepted(user: null);

                lock (_lock)
                    _acceptedAt = time.GetTimestamp();

                return true;

            // The request has decided nothing.
            default:
                lock (_lock)
                    _probeInterval = FailedProbeInterval;

                return false;
        }
    }
}

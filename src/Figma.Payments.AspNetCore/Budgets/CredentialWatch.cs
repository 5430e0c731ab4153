using System;
using System.Collections.Generic;
using System.Linq;
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
/// One ID request of each gate decides, which is sent at most once in five minutes, or in a minute if it failed. If the access token is rejected, no requests are sent
/// for a minute. If no ID request can be sent, a new run begins after five minutes. If Figma's response doesn't say that it is the access token, the resource of the gate might belong to another account, so only this gate sends none.
/// </remarks>
internal sealed class CredentialWatch(string budget, TimeProvider time, ILogger logger)
{
    private const int RunLength = 5;

    private static readonly TimeSpan ProbeInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FailedProbeInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RejectedFor = TimeSpan.FromMinutes(1);

    private readonly object _lock = new();
    private readonly Dictionary<string, GateState> _gates = new(StringComparer.Ordinal);
    private int _run;
    private long _runStartedAt;
    private int _acceptances;
    private bool _hasWarned;
    private bool _isProven;
    private bool _hasWarnedAboutFirst;
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

    /// <summary>Gets the gates about whose resource Figma has rejected an ID request, and no response says otherwise since.</summary>
    public string[] RejectedGates
    {
        get
        {
            lock (_lock)
                return [.. _gates.Where(static pair => pair.Value.RejectedAt is not null).Select(static pair => pair.Key)];
        }
    }

    /// <summary>Determines whether Figma has rejected our access token or the resource of a gate, and no response says otherwise since.</summary>
    public bool IsRejectedFor(string gate)
    {
        lock (_lock)
            return _rejectedAt is not null || StateOf(gate).RejectedAt is not null;
    }

    /// <summary>Returns the time for which a gate sends no requests, or null if it does.</summary>
    public TimeSpan? FindPause(string gate)
    {
        lock (_lock)
            return FindRemaining(_rejectedAt) ?? FindRemaining(StateOf(gate).RejectedAt);
    }

    /// <summary>Records that Figma accepted our access token.</summary>
    /// <param name="gate">The gate that sent the request. Other gates have other resources.</param>
    /// <param name="user">A user who exists, or null.</param>
    public void Accepted(string gate, UserId? user)
    {
        lock (_lock)
        {
            GateState state = StateOf(gate);

            if (_rejectedAt is not null || state.RejectedAt is not null)
                logger.CredentialAccepted(budget);

            _run = 0;
            _isProven = true;
            _rejectedAt = null;
            state.RejectedAt = null;
            state.Acceptances++;
            _acceptances++;
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
    /// <param name="gate">The gate that sent the request.</param>
    /// <param name="probeUser">The user about whom an ID request can be sent, or null for a user who was admitted before.</param>
    /// <param name="probe">The function that sends the ID request, or null if there is none. It returns the kind of the error, or null.</param>
    public async ValueTask<bool> TokenRejectedAsync(string gate, UserId? probeUser, Func<UserId, Task<PaymentsErrorKind?>>? probe)
    {
        UserId? user;
        GateState state;
        int acceptances;
        int allAcceptances;

        lock (_lock)
        {
            state = StateOf(gate);
            bool isRejected = _rejectedAt is not null || state.RejectedAt is not null;

            if (!_isProven && !_hasWarnedAboutFirst)
                logger.AccessTokenNotProven(budget, Advise(gate, probeUser, probe is not null));

            _hasWarnedAboutFirst = true;

            if (_run++ == 0)
                _runStartedAt = time.GetTimestamp();

            if (_run < RunLength && !isRejected)
                return true;

            // A recent ID request was accepted.
            if (!isRejected && state.AcceptedAt is { } acceptedAt && time.GetElapsedTime(acceptedAt) < ProbeInterval)
                return true;

            user = probeUser ?? _knownUser;

            if (probe is null || user is null)
            {
                if (!_hasWarned)
                    logger.ProbeImpossible(budget, Advise(gate, probeUser, probe is not null));

                _hasWarned = true;

                // Nothing will decide, and a payer whose token has expired would never be told to get a new one.
                if (isRejected || time.GetElapsedTime(_runStartedAt) < ProbeInterval)
                    return false;

                _run = 1;
                _runStartedAt = time.GetTimestamp();
                return true;
            }

            if (state.ProbedAt is { } probedAt && time.GetElapsedTime(probedAt) < state.ProbeInterval)
                return false;

            acceptances = state.Acceptances;
            allAcceptances = _acceptances;
            state.ProbedAt = time.GetTimestamp();
            state.ProbeInterval = ProbeInterval;
        }

        PaymentsErrorKind? error = await probe(user.GetValueOrDefault()).ConfigureAwait(false);

        switch (error)
        {
            case PaymentsErrorKind.CredentialRejected:
                lock (_lock)
                {
                    // Our access token was replaced meanwhile.
                    if (_acceptances != allAcceptances)
                        return true;
                }

                Rejected();
                return false;

            case PaymentsErrorKind.Unauthorized:
                lock (_lock)
                {
                    // A request that was accepted meanwhile is newer.
                    if (state.Acceptances != acceptances)
                        return true;

                    state.RejectedAt = time.GetTimestamp();
                }

                logger.ResourceRejected(gate, budget);
                return false;

            case null or PaymentsErrorKind.NotFound or PaymentsErrorKind.InvalidRequest or PaymentsErrorKind.ResponseMismatch:
                Accepted(gate, user: null);

                lock (_lock)
                    state.AcceptedAt = time.GetTimestamp();

                return true;

            // The request has decided nothing.
            default:
                lock (_lock)
                    state.ProbeInterval = FailedProbeInterval;

                return false;
        }
    }

    private static string Advise(string gate, UserId? probeUser, bool canProbe) =>
        !canProbe ? $"The gate '{gate}' can't send ID requests: declare a method that takes a user ID in its client, or set CheckByUser. Then set ProbeUser to your own Figma user ID."
        : probeUser is null ? $"Set ProbeUser of the gate '{gate}' to your own Figma user ID, so that an ID request can find this out."
        : "After several rejections, an ID request about ProbeUser finds this out.";

    private TimeSpan? FindRemaining(long? rejectedAt) => rejectedAt is { } since && RejectedFor - time.GetElapsedTime(since) is var remaining && remaining > TimeSpan.Zero ? remaining : null;

    private GateState StateOf(string gate)
    {
        if (!_gates.TryGetValue(gate, out GateState? state))
            _gates.Add(gate, state = new GateState());

        return state;
    }

    private sealed class GateState
    {
        public int Acceptances { get; set; }

        public long? AcceptedAt { get; set; }

        public long? RejectedAt { get; set; }

        public long? ProbedAt { get; set; }

        public TimeSpan ProbeInterval { get; set; }
    }
}

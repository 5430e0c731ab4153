using System;
using System.Diagnostics.CodeAnalysis;

namespace Figma.Payments.AspNetCore.Budgets;

/// <summary>
/// Limits the refusals of each caller in a minute, and the requests that are sent for a caller at the same time. Admitted callers aren't limited.
/// </summary>
/// <remarks>
/// The number of callers in memory is bounded. An attacker with more addresses is limited by the budget that all callers share.
/// A known network can be an office whose users share one address, so its limits are higher.
/// </remarks>
internal sealed class CallerLimits(int refusalsPerMinute, int maxConcurrent, TimeProvider time)
{
    private const int SetCount = 2_048;
    private const int SlotsPerSet = 4;
    private const int KnownNetworkFactor = 4;

    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ConcurrencyRetryAfter = TimeSpan.FromSeconds(1);

    private readonly object _lock = new();
    private Slot[]? _slots;

    /// <summary>Starts a request for a caller, or returns the time to wait.</summary>
    /// <param name="caller">The hash of the caller.</param>
    /// <param name="isKnownNetwork"><c>true</c> if the caller is a network whose users were admitted before.</param>
    /// <param name="wasAdmitted">
    /// <c>true</c> if the token or the user ID was admitted before. Invented tokens don't make it wait: in the grace period, Figma would never be asked about it.
    /// </param>
    public CallerWait? TryStart(UInt128 caller, bool isKnownNetwork, bool wasAdmitted)
    {
        lock (_lock)
        {
            ref Slot slot = ref Find(caller, out bool isFound);

            if (!isFound)
            {
                // Requests are running for each caller of the set, so their slots can't be reused.
                if (slot.IsRunning)
                    return new CallerWait(ConcurrencyRetryAfter, IsForResponses: true);

                slot = new Slot { Caller = caller, StartedAt = time.GetTimestamp() };
            }

            if (time.GetElapsedTime(slot.StartedAt) >= Period)
            {
                slot.StartedAt = time.GetTimestamp();
                slot.Refusals = 0;
            }

            int factor = isKnownNetwork ? KnownNetworkFactor : 1;

            if (slot.Refusals >= refusalsPerMinute * factor)
                return new CallerWait(Period - time.GetElapsedTime(slot.StartedAt), IsForResponses: false);

            // A request that is running might be refused too.
            ref int running = ref slot.Running(wasAdmitted);

            if (running >= maxConcurrent * factor)
                return new CallerWait(ConcurrencyRetryAfter, IsForResponses: true);

            running++;
            return null;
        }
    }

    public void End(UInt128 caller, bool wasAdmitted, bool isRefused)
    {
        lock (_lock)
        {
            ref Slot slot = ref Find(caller, out bool isFound);

            if (!isFound)
                return;

            slot.Running(wasAdmitted)--;

            if (isRefused)
                slot.Refusals++;
        }
    }

    // Finds the slot of a caller, or else the one to reuse: the oldest one without running requests.
    private ref Slot Find(UInt128 caller, out bool isFound)
    {
        _slots ??= new Slot[SetCount * SlotsPerSet];
        int start = (int)((uint)caller % SetCount) * SlotsPerSet;
        int reusable = start;

        for (int i = start; i < start + SlotsPerSet; i++)
        {
            if (_slots[i].Caller == caller)
            {
                isFound = true;
                return ref _slots[i];
            }

            bool isBetter = !_slots[i].IsRunning && (_slots[reusable].IsRunning || _slots[i].StartedAt < _slots[reusable].StartedAt);

            if (isBetter)
                reusable = i;
        }

        isFound = false;
        return ref _slots[reusable];
    }

    private struct Slot
    {
        public UInt128 Caller;
        public long StartedAt;
        public int Refusals;
        private int _running;
        private int _runningAdmitted;

        public readonly bool IsRunning => _running > 0 || _runningAdmitted > 0;

        [UnscopedRef]
        public ref int Running(bool wasAdmitted) => ref wasAdmitted ? ref _runningAdmitted : ref _running;
    }
}

/// <summary>Contains the time that a caller has to wait.</summary>
/// <param name="Time">The time.</param>
/// <param name="IsForResponses"><c>true</c> if requests are waiting for Figma; <c>false</c> if Figma rejected too many.</param>
internal readonly record struct CallerWait(TimeSpan Time, bool IsForResponses);

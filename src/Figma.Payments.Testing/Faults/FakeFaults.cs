using System;
using System.Collections.Generic;

namespace Figma.Payments.Testing;

/// <summary>
/// A queue of faults. Each request encounters the first fault in the queue that applies to it.
/// </summary>
public sealed class FakeFaults
{
    private readonly object _gate = new();
    private readonly List<QueuedFault> _queue = [];

    internal FakeFaults()
    {
    }

    /// <summary>Gets the number of requests that are still to encounter a fault.</summary>
    public int Pending
    {
        get
        {
            lock (_gate)
            {
                int pending = 0;

                foreach (QueuedFault queued in _queue)
                    pending += queued.Remaining;

                return pending;
            }
        }
    }

    /// <summary>Adds a fault for the next requests.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="count">The number of requests that encounter the fault.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public void Enqueue(FakeFault fault, int count = 1) => Enqueue(fault, static _ => true, count);

    /// <summary>Adds a fault for the next requests that match a predicate.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="predicate">A function that determines whether the fault applies to a request. Several threads can call it at the same time. It must not throw.</param>
    /// <param name="count">The number of requests that encounter the fault.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> or <paramref name="predicate"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public void Enqueue(FakeFault fault, Func<FakeRequest, bool> predicate, int count = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentNullException.ThrowIfNull(predicate);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);

        lock (_gate)
            _queue.Add(new QueuedFault(fault, predicate, count));
    }

    /// <summary>Removes all faults from the queue.</summary>
    public void Clear()
    {
        lock (_gate)
            _queue.Clear();
    }

    internal FakeFault? Take(FakeRequest request)
    {
        // The predicates are user code, so they run outside the lock.
        foreach (QueuedFault queued in Snapshot())
        {
            if (queued.Predicate(request) && TryClaim(queued))
                return queued.Fault;
        }

        return null;
    }

    private QueuedFault[] Snapshot()
    {
        lock (_gate)
            return [.. _queue];
    }

    private bool TryClaim(QueuedFault queued)
    {
        lock (_gate)
        {
            if (!_queue.Contains(queued))
                return false;

            if (--queued.Remaining == 0)
                _queue.Remove(queued);

            return true;
        }
    }

    private sealed class QueuedFault(FakeFault fault, Func<FakeRequest, bool> predicate, int count)
    {
        public FakeFault Fault { get; } = fault;

        public Func<FakeRequest, bool> Predicate { get; } = predicate;

        public int Remaining { get; set; } = count;
    }
}

using System;
using System.Collections.Generic;

namespace Figma.Payments.Testing;

/// <summary>
/// The faults that were ordered and have not happened yet. Each request takes the first one that is meant for it.
/// </summary>
public sealed class FakeFaults
{
    private readonly object _gate = new();
    private readonly List<Order> _orders = [];

    internal FakeFaults()
    {
    }

    /// <summary>How many requests are still to fail.</summary>
    public int Pending
    {
        get
        {
            lock (_gate)
            {
                int pending = 0;

                foreach (Order order in _orders)
                    pending += order.Remaining;

                return pending;
            }
        }
    }

    /// <summary>Orders a fault for the next requests, whatever they ask.</summary>
    /// <param name="fault">What is to happen.</param>
    /// <param name="count">To how many requests.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public void Enqueue(FakeFault fault, int count = 1) => Enqueue(fault, static _ => true, count);

    /// <summary>Orders a fault for the next requests that fit.</summary>
    /// <param name="fault">What is to happen.</param>
    /// <param name="predicate">Whether it is to happen to a request. It may be asked by several threads at once, and must not throw.</param>
    /// <param name="count">To how many requests.</param>
    /// <exception cref="ArgumentNullException"><paramref name="fault"/> or <paramref name="predicate"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public void Enqueue(FakeFault fault, Func<FakeRequest, bool> predicate, int count = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentNullException.ThrowIfNull(predicate);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);

        lock (_gate)
            _orders.Add(new Order(fault, predicate, count));
    }

    /// <summary>Forgets what was ordered and has not happened.</summary>
    public void Clear()
    {
        lock (_gate)
            _orders.Clear();
    }

    internal FakeFault? Take(FakeRequest request)
    {
        // The predicates are other people's code, and so run outside the lock.
        foreach (Order order in Snapshot())
        {
            if (order.Predicate(request) && TryClaim(order))
                return order.Fault;
        }

        return null;
    }

    private Order[] Snapshot()
    {
        lock (_gate)
            return [.. _orders];
    }

    private bool TryClaim(Order order)
    {
        lock (_gate)
        {
            if (!_orders.Contains(order))
                return false;

            if (--order.Remaining == 0)
                _orders.Remove(order);

            return true;
        }
    }

    private sealed class Order(FakeFault fault, Func<FakeRequest, bool> predicate, int count)
    {
        public FakeFault Fault { get; } = fault;

        public Func<FakeRequest, bool> Predicate { get; } = predicate;

        public int Remaining { get; set; } = count;
    }
}

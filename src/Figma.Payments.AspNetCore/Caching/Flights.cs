using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Figma.Payments.AspNetCore.Decisions;

namespace Figma.Payments.AspNetCore.Caching;

/// <summary>
/// Lets concurrent callers with the same key share one operation (single flight). The operation runs without the context of the caller that started it,
/// and the cancellation of one caller doesn't affect the others. When its last caller has left, it still has some seconds to end, because its outcome is cached
/// and counts: otherwise callers could send requests for free by hanging up.
/// </summary>
internal sealed class Flights(TimeProvider time)
{
    private static readonly TimeSpan TimeWithoutCallers = TimeSpan.FromSeconds(10);

    private readonly Dictionary<UInt128, Flight> _flights = [];

    /// <summary>Joins the operation of a key, or starts it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="admit">A function that is called before a new operation is started. If it returns an outcome, there is no operation.</param>
    /// <param name="run">The operation.</param>
    /// <param name="cancellationToken">A token of the caller.</param>
    public async ValueTask<FlightResult> RunAsync(PaymentKey key, Func<CheckOutcome?> admit, Func<CancellationToken, Task<CheckOutcome>> run, CancellationToken cancellationToken)
    {
        try
        {
            return await RunOnceAsync(key, admit, run, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The caller has joined an operation without callers at the moment when its time was over.
            return await RunOnceAsync(key, admit, run, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<FlightResult> RunOnceAsync(PaymentKey key, Func<CheckOutcome?> admit, Func<CancellationToken, Task<CheckOutcome>> run, CancellationToken cancellationToken)
    {
        Flight? flight;
        bool isNew = false;

        lock (_flights)
        {
            // An operation that is being canceled has no outcome, so it is replaced.
            if (!_flights.TryGetValue(key.Digest, out flight) || flight.Cancellation.IsCancellationRequested)
            {
                if (admit() is { } outcome)
                    return new FlightResult(outcome, IsOwn: true);

                flight = new Flight(time);
                _flights[key.Digest] = flight;
                isNew = true;
            }

            flight.Callers++;
            flight.Cancellation.CancelAfter(Timeout.InfiniteTimeSpan);
        }

        if (isNew)
            Start(key, flight, run);

        try
        {
            return new FlightResult(await flight.Completion.Task.WaitAsync(cancellationToken).ConfigureAwait(false), isNew);
        }
        finally
        {
            Leave(key, flight);
        }
    }

    // Without the execution context: neither the HttpContext nor the activity of one caller belongs to the operation.
    private void Start(PaymentKey key, Flight flight, Func<CancellationToken, Task<CheckOutcome>> run)
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            _ = Task.Run(() => RunAsync(key, flight, run));
            return;
        }

        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(() => RunAsync(key, flight, run));
    }

    private async Task RunAsync(PaymentKey key, Flight flight, Func<CancellationToken, Task<CheckOutcome>> run)
    {
        CheckOutcome? outcome = null;
        Exception? error = null;

        try
        {
            outcome = await run(flight.Cancellation.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            error = exception;
        }

        // The outcome is in the cache now, so a caller that doesn't find the operation anymore finds the entry.
        Remove(key, flight);

        if (outcome is not null)
            flight.Completion.TrySetResult(outcome);
        else
            flight.Completion.TrySetException(error!);
    }

    private void Leave(PaymentKey key, Flight flight)
    {
        lock (_flights)
        {
            if (--flight.Callers > 0 || flight.Completion.Task.IsCompleted)
                return;

            flight.Cancellation.CancelAfter(TimeWithoutCallers);
        }

        // Nobody waits for the outcome anymore.
        _ = flight.Completion.Task.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    private void Remove(PaymentKey key, Flight flight)
    {
        lock (_flights)
            RemoveCore(key, flight);
    }

    private void RemoveCore(PaymentKey key, Flight flight)
    {
        if (_flights.TryGetValue(key.Digest, out Flight? current) && ReferenceEquals(current, flight))
            _flights.Remove(key.Digest);
    }

    private sealed class Flight(TimeProvider time)
    {
        public int Callers { get; set; }

        public CancellationTokenSource Cancellation { get; } = new(Timeout.InfiniteTimeSpan, time);

        public TaskCompletionSource<CheckOutcome> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>Contains the outcome of an operation.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="IsOwn"><c>true</c> if the caller started the operation, or was not allowed to.</param>
internal readonly record struct FlightResult(CheckOutcome Outcome, bool IsOwn);

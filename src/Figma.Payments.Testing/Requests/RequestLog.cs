using System.Collections.Generic;
using System.Threading;

namespace Figma.Payments.Testing.Requests;

/// <summary>Stores the latest requests. The capacity is bounded so that memory use doesn't grow.</summary>
internal sealed class RequestLog
{
    public const int Capacity = 1_000;

    private readonly object _gate = new();
    private readonly Queue<FakeRequest> _requests = new();
    private long _lastNumber;

    public long NextNumber() => Interlocked.Increment(ref _lastNumber);

    public void Add(FakeRequest request)
    {
        lock (_gate)
        {
            if (_requests.Count == Capacity)
                _requests.Dequeue();

            _requests.Enqueue(request);
        }
    }

    public IReadOnlyList<FakeRequest> Snapshot()
    {
        lock (_gate)
            return _requests.ToArray();
    }

    public void Clear()
    {
        lock (_gate)
            _requests.Clear();
    }
}
